"""Brings a database to the schema this program knows: made at once when new, migrated when older."""

from sqlalchemy import Column, Connection, Engine, Inspector, MetaData, Table, Text, insert, inspect, select

from andregang.store import tables
from andregang.store.errors import StoreTooNew

HEAD = "0003"
"""The newest revision in `migrations/versions`; a test compares. Kept here because importing Alembic is slow."""

# Alembic's own table, as it would make it.
_version = Table("alembic_version", MetaData(), Column("version_num", Text, primary_key=True))


def bring_to_head(engine: Engine) -> None:
    """Makes, migrates or leaves alone. All in one transaction: a killed migration leaves the old schema."""
    with engine.connect().execution_options(read_only=True) as connection, connection.begin():
        if _found(connection) == HEAD:
            return
    with engine.begin() as connection:
        # Looked at again under the lock: another process may have made or migrated it meanwhile.
        found = _found(connection)
        if found is None:
            tables.schema.create_all(connection, checkfirst=False)
            _version.create(connection)
            connection.execute(insert(_version).values(version_num=HEAD))
        elif found != HEAD:
            _migrate(connection, found)


def _found(connection: Connection) -> str | None:
    look: Inspector = inspect(connection)
    if not look.has_table("alembic_version"):
        return None
    return connection.execute(select(_version.c.version_num)).scalar()


def _migrate(connection: Connection, found: str) -> None:
    from alembic.util.exc import CommandError

    from andregang.store.migrations import upgrade

    try:
        upgrade(connection)
    except CommandError as error:
        raise StoreTooNew(found) from error
