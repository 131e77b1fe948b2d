"""Opens the store, hands out units of work, and does what concerns all of an owner's data."""

import datetime as dt
import threading
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection
from typing import IO, TYPE_CHECKING

from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.engine import URL

from andregang.store import forgetting, schema, sqlite
from andregang.store.errors import DiskFull, StoreBusy
from andregang.store.rows import Mine
from andregang.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from andregang.store.archive import Exported, TakenIn


def _random_id() -> str:
    return uuid.uuid4().hex


class Store:
    """A database that is open and at the newest schema."""

    def __init__(self, engine: Engine, new_id: Callable[[], str] = _random_id) -> None:
        self._engine, self._new_id = engine, new_id
        self._watching = threading.Lock()
        self._watch: Connection | None = None

    def unit_of_work(self, owner: str, *, read_only: bool = False) -> UnitOfWork:
        """A unit of work for one owner, begun by its first call. `read_only` waits for nobody and writes nothing.

        The first call raises StoreBusy when another process writes for longer than five seconds.
        """
        connection = self._engine.connect().execution_options(read_only=read_only)
        return UnitOfWork(Mine(connection, owner, self._new_id), read_only=read_only)

    def forget(self, owner: str, slug: str) -> None:
        """Erases one preparation, so that no byte of it is left in the data folder.

        Raises NotFound, or StoreBusy when another process reads or writes all the while: then it is deleted, and the
        bytes are erased when the store is opened next.
        """
        with self.unit_of_work(owner, read_only=True) as work:
            preparation = work.preparations.by_slug(slug).id
        self._erase(owner, lambda mine: forgetting.forget(mine, preparation))

    def forget_all(self, owner: str) -> None:
        """Erases everything of an owner, so that no byte of it is left in the data folder. See `forget`."""
        self._erase(owner, lambda mine: forgetting.forget(mine, None))

    def empty_undo(self, owner: str) -> None:
        """Erases what was deleted and could still be brought back."""
        self._erase(owner, forgetting.empty_undo)

    def forget_recordings(self, owner: str, ids: frozenset[str]) -> None:
        """Erases recordings, so that no byte of their sound is left in the data folder. See `forget`."""
        self._erase(owner, lambda mine: forgetting.forget_recordings(mine, ids))

    def export(self, owner: str, file: IO[bytes], now: dt.datetime) -> "Exported":
        """Writes everything of an owner to `file` as one zip."""
        from andregang.store import archive

        with self.unit_of_work(owner, read_only=True) as work:
            return archive.export(work.mine, file, now)

    def take_in(self, owner: str, file: IO[bytes], *, replace: bool = False) -> "TakenIn":
        """Stores what an export holds, all of it or (with ArchiveRefused) nothing. See `archive.take_in`."""
        from andregang.store import archive

        with self.unit_of_work(owner) as work:
            taken = archive.take_in(work.mine, file, replace=replace)
            if replace and self._in_a_file:
                sqlite.note_erasing(work.mine.connection)
            work.commit()
        if replace and self._in_a_file:
            sqlite.erase_deleted(self._engine)
        return taken

    def version(self) -> int | None:
        """A number that changes whenever anything is stored, by whichever process; None where that cannot be told."""
        if not self._in_a_file:
            return None
        with self._watching:
            if self._watch is None:
                self._watch = sqlite.watch(self._engine)
            return sqlite.version_of(self._watch)

    def is_healthy(self) -> bool:
        """Whether the database file is sound; whether each row is what was written shows when it is read."""
        return not self._in_a_file or sqlite.is_healthy(self._engine)

    def close(self) -> None:
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self._engine.dispose()

    @property
    def _in_a_file(self) -> bool:
        return self._engine.dialect.name == "sqlite"

    def _erase(self, owner: str, forget: Callable[[Mine], None]) -> None:
        """Deletes and erases, on a full disk with the room put aside for it."""
        try:
            self._delete(owner, forget, sparingly=False)
        except DiskFull:
            if not self._in_a_file or not sqlite.free_reserve(self._engine):
                raise
            self._engine.dispose()
            self._delete(owner, forget, sparingly=True)
            sqlite.keep_reserve(self._engine)

    def _delete(self, owner: str, forget: Callable[[Mine], None], *, sparingly: bool) -> None:
        with self.unit_of_work(owner) as work:
            if sparingly:
                sqlite.delete_sparingly(work.mine.connection)
            forget(work.mine)
            if self._in_a_file:
                sqlite.note_erasing(work.mine.connection)
            work.commit()
        if self._in_a_file:
            sqlite.erase_deleted(self._engine)


def open_store(where: str | Path, *, new_id: Callable[[], str] = _random_id) -> Store:
    """The store at a database URL, a database file (`.db`), or a data folder (then `andregang.db` in it).

    Raises StoreUnusable, StoreDamaged, StoreTooNew, StoreBusy or DiskFull.
    """
    url = _url(where)
    engine = sqlite.open_file(url) if url.get_backend_name() == "sqlite" else create_engine(url)
    try:
        schema.bring_to_head(engine)
        if engine.dialect.name == "sqlite":
            sqlite.keep_reserve(engine)
            if sqlite.must_erase(engine):
                with suppress(StoreBusy, DiskFull):
                    sqlite.erase_deleted(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, new_id)


def _url(where: str | Path) -> URL:
    if isinstance(where, str) and "://" in where and not where.startswith("sqlite:///"):
        return make_url(where)
    # A path is not an address: question marks and per cent signs in it are its own.
    path = Path(where.removeprefix("sqlite:///") if isinstance(where, str) else where)
    path = path if path.suffix == ".db" else path / "andregang.db"
    return URL.create("sqlite", database=str(path))
