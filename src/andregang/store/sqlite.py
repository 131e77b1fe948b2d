"""Everything only SQLite needs: how a file is opened, what its errors mean, and how deleted words are erased."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext

from andregang.store.errors import DiskFull, StoreBusy, StoreDamaged, StoreUnusable

WAIT = 5.0
"""Seconds a writer waits for another one."""

RESERVE = 4_000_000
"""Bytes put aside for deleting on a full disk."""

# WAL with synchronous=NORMAL loses acknowledged commits when the power goes. VACUUM's copy must not lie in /tmp,
# and a file from elsewhere must not bring functions of its own.
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "wal_autocheckpoint=250",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)


def open_file(url: URL) -> Engine:
    """An engine on a database file that only its user can read; the folder is made when it is not there."""
    path = Path(url.database or "")
    try:
        # Folders above the data folder are the system's business, the data folder itself is only the user's.
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise (DiskFull() if _is_full(error) else StoreUnusable(str(path))) from error
    # A connection of our own making: SQLAlchemy's default would open with URL parameters and ask for the version.
    engine = create_engine(url, creator=lambda: _connect(path), pool_size=8, max_overflow=-1)
    event.listen(engine, "handle_error", _name_error)
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error as error:
        raise _meaning(error, path) or error from error
    return connection


def watch(engine: Engine) -> sqlite3.Connection:
    """A connection of its own that never writes, for `version_of`."""
    return _connect(Path(engine.url.database or ""))


def version_of(watch: sqlite3.Connection) -> int:
    """A number that changes whenever another connection has stored something."""
    return int(watch.execute("PRAGMA data_version").fetchone()[0])


def _begin(connection: Any) -> None:
    # A write transaction takes the lock at once: one that begins by reading fails when another writes in between.
    read_only = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql(f"PRAGMA query_only={int(read_only)}")
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _name_error(context: ExceptionContext) -> None:
    error = context.original_exception
    if isinstance(error, sqlite3.Error) and not _is_our_mistake(error, context):
        meaning = _meaning(error, Path(context.engine.url.database or "") if context.engine else Path())
        if meaning is not None:
            raise meaning from error


def _is_our_mistake(error: sqlite3.Error, context: ExceptionContext) -> bool:
    """Whether the program wrote in a unit of work that was opened for reading."""
    reading = context.connection is not None and context.connection.get_execution_options().get("read_only", False)
    return bool(reading) and getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY


def _meaning(error: sqlite3.Error, path: Path) -> Exception | None:
    """Our error for what SQLite says, or None for a mistake in the program."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return DiskFull()
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy()
    if not code and "Could not decode to UTF-8" in str(error):
        return StoreDamaged("row")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamaged("database", path.name)
    if code == sqlite3.SQLITE_IOERR:
        return DiskFull() if _no_room(path) else StoreUnusable(str(path))
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return StoreUnusable(str(path))
    return None


def _is_full(error: OSError) -> bool:
    import errno

    return error.errno in (errno.ENOSPC, errno.EDQUOT)


def _no_room(path: Path) -> bool:
    """Whether the disk is full: in WAL mode SQLite reports a failed mapping as a plain I/O error."""
    try:
        room = os.statvfs(path.parent)
    except (OSError, AttributeError):
        return False
    return room.f_bavail * room.f_frsize < 64 * 1024


def keep_reserve(engine: Engine) -> None:
    """Puts room aside beside the database, so that something can be deleted on a full disk. Fails silently."""
    path = _reserve(engine)
    if path.exists():
        return
    with suppress(OSError), path.open("xb") as file:
        path.chmod(0o600)
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, RESERVE)
        else:
            file.write(bytes(RESERVE))


def free_reserve(engine: Engine) -> bool:
    """Gives the room back to the disk; whether there was any."""
    try:
        _reserve(engine).unlink()
    except OSError:
        return False
    return True


def _reserve(engine: Engine) -> Path:
    return Path(engine.url.database or "").with_suffix(".reserve")


def delete_sparingly(connection: Connection) -> None:
    """Lets deleted pages keep their bytes until `erase_deleted` rewrites the file: a full disk has no room for both."""
    connection.exec_driver_sql("PRAGMA secure_delete=FAST")


def note_erasing(connection: Connection) -> None:
    """Says in the database, inside the transaction that deletes, that `erase_deleted` has to follow."""
    connection.exec_driver_sql("PRAGMA user_version=1")


def must_erase(engine: Engine) -> bool:
    """Whether something was deleted for good and the erasing did not come to its end."""
    with engine.connect().execution_options(read_only=True) as connection:
        return bool(connection.exec_driver_sql("PRAGMA user_version").scalar())


def erase_deleted(engine: Engine) -> None:
    """Makes what was deleted unreadable in every byte of the database and its log.

    Raises StoreBusy when another process reads or writes all the while; it is then done when the store opens next.
    """
    engine.dispose()
    path = Path(engine.url.database or "")
    try:
        with closing(_connect(path)) as connection:
            _truncate_log(connection)
            connection.execute("VACUUM")
            connection.execute("PRAGMA user_version=0")
            _truncate_log(connection)
    except sqlite3.Error as error:
        raise _meaning(error, path) or error from error


def _truncate_log(connection: sqlite3.Connection) -> None:
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StoreBusy


def is_healthy(engine: Engine) -> bool:
    """Whether SQLite finds the file sound; whether the words are what was written is for the seals to say."""
    try:
        with closing(_connect(Path(engine.url.database or ""))) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except (sqlite3.DatabaseError, StoreDamaged):
        return False
