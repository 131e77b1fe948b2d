"""Only one module knows SQLite, so that another database stays possible."""

import re
from pathlib import Path

from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

import andregang.store
from andregang.store import tables

STORE = Path(andregang.store.__file__).parent


def test_every_table_can_be_made_in_postgresql():
    for table in tables.schema.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect()))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=postgresql.dialect()))


def test_every_key_begins_with_the_owner():
    for table in tables.schema.sorted_tables:
        keys = [list(table.primary_key.columns), *(list(index.columns) for index in table.indexes)]
        keys += [list(rule.columns) for rule in table.foreign_key_constraints]
        assert all(key[0].name == "owner" for key in keys), table.name


def test_sql_only_sqlite_understands_stands_in_one_module():
    only_sqlite = re.compile(r"PRAGMA|VACUUM|wal_checkpoint|\bimport sqlite3|sqlite_master|ROWID", re.IGNORECASE)
    found = {path.name for path in STORE.rglob("*.py") if only_sqlite.search(path.read_text("utf-8"))}
    assert found <= {"sqlite.py"}
