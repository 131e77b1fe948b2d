"""The schema made at once and the schema migrated to are the same one."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from andregang.store import migrations, schema, tables


def test_the_schema_opened_is_the_newest_revision():
    assert ScriptDirectory.from_config(migrations.configuration()).get_heads() == [schema.HEAD]


def test_migrating_an_empty_database_gives_the_schema_made_at_once():
    migrated, made = create_engine("sqlite://"), create_engine("sqlite://")
    with migrated.begin() as connection:
        migrations.upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), tables.schema) == []
        columns = {t: [c["name"] for c in inspect(connection).get_columns(t)] for t in tables.schema.tables}
    with made.begin() as connection:
        tables.schema.create_all(connection)
        assert columns == {t: [c["name"] for c in inspect(connection).get_columns(t)] for t in tables.schema.tables}
