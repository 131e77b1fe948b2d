"""Opens the store and hands out units of work."""

import uuid
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url

from andregang.store import schema, sqlite
from andregang.store.rows import Mine
from andregang.store.unit_of_work import UnitOfWork


def _random_id() -> str:
    return uuid.uuid4().hex


class Store:
    """A database that is open and at the newest schema."""

    def __init__(self, engine: Engine, new_id: Callable[[], str] = _random_id) -> None:
        self._engine, self._new_id = engine, new_id

    def unit_of_work(self, owner: str, *, read_only: bool = False) -> UnitOfWork:
        """A unit of work for one owner. `read_only` waits for nobody and writes nothing.

        Raises StoreBusy when another process writes for longer than five seconds.
        """
        connection = self._engine.connect().execution_options(read_only=read_only)
        connection.begin()
        return UnitOfWork(self._engine, Mine(connection, owner, self._new_id), connection)

    def close(self) -> None:
        self._engine.dispose()


def open_store(where: str | Path, *, new_id: Callable[[], str] = _random_id) -> Store:
    """The store at a database URL, a database file, or a data folder (then `andregang.db` in it).

    Raises StoreUnusable, StoreDamaged, StoreTooNew, StoreBusy or DiskFull.
    """
    engine = _engine(where)
    try:
        schema.bring_to_head(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, new_id)


def _engine(where: str | Path) -> Engine:
    if isinstance(where, str) and "://" in where:
        url = make_url(where)
    else:
        path = Path(where)
        path = path if path.suffix == ".db" else path / "andregang.db"
        url = make_url("sqlite://").set(database=str(path))
    if url.get_backend_name() == "sqlite":
        return sqlite.open_file(url)
    return create_engine(url)
