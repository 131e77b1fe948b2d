"""Every schema and every export ever released is understood, and a migration that fails leaves the old one."""

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect
from tests_store import NOW

from andregang.store import Store, StoreDamaged, migrations, open_store, schema, tables

RELEASED = Path(__file__).parent / "released"
SCHEMAS = sorted(RELEASED.glob("*.sql"))
EXPORTS = sorted(RELEASED.glob("*.zip"))


@pytest.fixture(params=SCHEMAS, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, folder: Path) -> Path:
    """A folder with a database of an earlier schema, with a row in every table."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "andregang.db")) as database:
        database.executescript(request.param.read_text("utf-8"))
    return folder


def what_is_there(store: Store) -> dict[str, list[object]]:
    with store.unit_of_work("kari", read_only=True) as work:
        return {
            "preparations": [(p.slug, p.given_start) for p in work.preparations.all()],
            "documents": [work.documents.original(d.digest) for d in work.documents.all()],
            "corrections": [(c.words, c.action, c.value) for c in work.corrections.all()],
            "examples": [(e.did, e.items) for e in work.examples.all()],
            "stories": [(s.text, s.items) for s in work.stories.all()],
            "notes": [(n.text, n.version) for n in work.notes.all()],
            "people": [(p.name, p.role, p.met, p.contact) for p in work.people.all()],
            "plan_marks": [(m.task, m.done) for m in work.plan_marks.all()],
            "rounds": [(r.number, r.begins, r.said, r.answer_by) for r in work.rounds.all()],
            "events": [(e.kind, e.detail) for e in work.events.all()],
            "choices": [(c.key, c.value) for c in work.choices.all()],
        }


AS_GIVEN = {
    "preparations": [("fjordvik", NOW)],
    "documents": [b"<p>Vi s\xc3\xb8ker</p>"],
    "corrections": [("Vi søker", "kind", "task")],
    "examples": [("Ryddet lageret", ("orden på lageret",))],
    "stories": [("Jeg er Kari", ("orden",))],
    "notes": [("Hvem kommer?", 1)],
    "people": [("Ola Berg", "leder", False, "")],
    "plan_marks": [("story-1", NOW)],
    "rounds": [(1, NOW, "Fint møte", NOW.date())],
    "events": [("given", {"name": "annonse.html", "æøå": [1, None]})],
    "choices": [("language", "nn")],
}


def test_the_schema_opened_is_the_newest_revision():
    assert ScriptDirectory.from_config(migrations.configuration()).get_heads() == [schema.HEAD]


def test_migrating_an_empty_database_gives_the_schema_made_at_once():
    migrated, made = create_engine("sqlite://"), create_engine("sqlite://")
    with migrated.begin() as connection:
        migrations.upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), tables.schema) == []
        columns = {t: {c["name"] for c in inspect(connection).get_columns(t)} for t in tables.schema.tables}
    with made.begin() as connection:
        tables.schema.create_all(connection)
        assert columns == {t: {c["name"] for c in inspect(connection).get_columns(t)} for t in tables.schema.tables}


def test_every_earlier_schema_is_kept_here():
    revisions = {script.revision for script in ScriptDirectory.from_config(migrations.configuration()).walk_revisions()}
    assert {path.stem for path in SCHEMAS} == revisions - {schema.HEAD}


def test_an_earlier_database_is_read_as_it_was_given(old: Path):
    with closing(open_store(old)) as store:
        assert what_is_there(store) == AS_GIVEN
        with store.unit_of_work("ola", read_only=True) as work:
            assert [p.title for p in work.preparations.all()] == ["Nordvik AS"]
        with store.unit_of_work("kari") as work:
            (removed,) = work.undo.in_order()
            work.undo.restore(removed.id)
            assert [p.name for p in work.people.of(removed.preparation)] == ["Ola Berg", "Slettet Person"]


def test_a_damaged_row_is_still_known_as_damaged_after_the_migration(old: Path):
    with closing(sqlite3.connect(old / "andregang.db")) as database, database:
        database.execute("update examples set did = 'Noe annet'")
    with closing(open_store(old)) as store, pytest.raises(StoreDamaged), store.unit_of_work("kari") as work:
        work.examples.all()


def test_a_migration_that_stops_half_way_leaves_the_old_database(old: Path, monkeypatch: pytest.MonkeyPatch):
    def stop_half_way(connection, revision="head"):
        whole(connection, revision)
        raise KeyboardInterrupt

    whole = migrations.upgrade
    with closing(sqlite3.connect(old / "andregang.db")) as database:
        before = list(database.iterdump())
    monkeypatch.setattr(migrations, "upgrade", stop_half_way)
    with pytest.raises(KeyboardInterrupt):
        open_store(old)
    with closing(sqlite3.connect(old / "andregang.db")) as database:
        assert list(database.iterdump()) == before
    monkeypatch.undo()
    with closing(open_store(old)) as store:
        assert what_is_there(store) == AS_GIVEN


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.stem)
def test_an_earlier_export_comes_in_as_it_was_given(store: Store, path: Path):
    assert store.take_in("kari", io.BytesIO(path.read_bytes())).preparations == 1
    assert what_is_there(store) == AS_GIVEN
