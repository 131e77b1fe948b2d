"""What is forgotten stands in no byte of the data folder."""

import base64
import datetime as dt
import multiprocessing
import os
import signal
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from andregang.domain.errors import NotFound
from andregang.domain.text import DocumentText
from andregang.store import Store, StoreBusy, UnitOfWork, forgetting, open_store, sqlite

CANARY = "Kanarifugl-Zebraström"


def traces(folder: Path) -> set[str]:
    """The files in which the canary still stands, in any writing of it."""
    plain = CANARY.encode()
    shapes = (plain, plain.lower(), CANARY.encode("utf-16-le"), CANARY.encode("latin-1"), base64.b64encode(plain)[:20])
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(shape in path.read_bytes() for shape in (*shapes, zlib.compress(plain)[2:12]))
    }


def write_everywhere(work: UnitOfWork, now: dt.datetime) -> str:
    """A preparation with the canary in every column, a long document, and things deleted and lost."""
    preparation = work.preparations.create(CANARY, CANARY, now).id
    long = " ".join(f"ord{n} {CANARY}" for n in range(5000))
    given = work.documents.give(preparation, "cv", f"{CANARY}.txt", long.encode(), now, address=CANARY)
    work.readings.keep(given.digest, "1", DocumentText(long))
    work.corrections.say(given.digest, CANARY, "field", now, value=CANARY)
    example = work.examples.create(preparation, now, did=long, items=[CANARY])
    work.stories.write(preparation, "about_me", CANARY, now)
    work.notes.write(preparation, "draft", CANARY, 0, now)
    work.drafts.keep("note:draft", f"{CANARY} to", now, preparation)
    work.people.name(preparation, CANARY, note=CANARY)
    work.plan_marks.mark_done(preparation, CANARY, now)
    work.rounds.write(preparation, 1, said=CANARY)
    work.events.log(preparation, "given", now, name=CANARY)
    removed = work.documents.give(preparation, "ad", "annonse.txt", f"slettet {CANARY}".encode(), now)
    work.undo.remove("documents", removed.id, now)
    work.undo.remove("examples", example.id, now)
    work.commit()
    return work.preparations.get(preparation).slug


def test_a_forgotten_preparation_leaves_no_trace(store: Store, folder: Path, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        canary = write_everywhere(work, now)
        work.notes.write(preparation, "draft", "skal bli", 0, now)
        work.commit()
    assert traces(folder)
    store.forget("kari", canary)
    assert traces(folder) == set()
    with store.unit_of_work("kari") as work:
        assert [p.id for p in work.preparations.all()] == [preparation]
        assert work.notes.read(preparation, "draft").text == "skal bli"


def test_everything_of_an_owner_is_forgotten_and_nothing_of_another(store: Store, folder: Path, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        write_everywhere(work, now)
        work.choices.choose("name", CANARY)
        work.commit()
    with store.unit_of_work("ola") as work:
        work.documents.give(work.preparations.create("ola", "Ola", now).id, "cv", "cv.txt", b"Ola", now)
        work.commit()
    store.forget_all("kari")
    assert traces(folder) == set()
    with store.unit_of_work("ola") as work:
        assert [d.name for d in work.documents.all()] == ["cv.txt"]


def test_a_document_shared_with_another_preparation_stays(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        other = work.preparations.create("annen", "Annen", now).id
        for place in (preparation, other):
            cv = work.documents.give(place, "cv", "cv.txt", b"CV", now).digest
        ad = work.documents.give(other, "ad", "annonse.txt", b"Annonse", now).digest
        work.corrections.say(ad, "krav", "confirm", now, other_document=cv, other_words="erfaring")
        work.corrections.say(cv, "erfaring", "field", now, value="kurs")
        work.commit()
    store.forget("kari", "annen")
    with store.unit_of_work("kari") as work:
        assert work.documents.original(cv) == b"CV"
        assert [c.document for c in work.corrections.all()] == [cv]
        with pytest.raises(NotFound):
            work.documents.original(ad)


def test_emptying_the_undo_erases_what_was_deleted(store: Store, folder: Path, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        work.undo.remove("preparations", work.preparations.by_slug(write_everywhere(work, now)).id, now)
        work.commit()
    assert traces(folder)
    store.empty_undo("kari")
    assert traces(folder) == set()


def test_a_preparation_that_is_not_there_cannot_be_forgotten(store: Store, preparation: str):
    with pytest.raises(NotFound):
        store.forget("ola", "fjordvik")


def test_erasing_that_was_hindered_is_done_when_the_store_opens_next(
    store: Store, folder: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sqlite, "WAIT", 0.05)
    with store.unit_of_work("kari") as work:
        canary = write_everywhere(work, now)
    reader = sqlite3.connect(folder / "andregang.db", isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from preparations").fetchone()
    with pytest.raises(StoreBusy):
        store.forget("kari", canary)
    with store.unit_of_work("kari", read_only=True) as work:
        assert work.preparations.all() == ()
    assert traces(folder)
    reader.close()
    store.close()
    open_store(folder).close()
    assert traces(folder) == set()


@pytest.mark.parametrize(
    ("stage", "gone"),
    [("deleting", False), ("deleted", True), ("log truncated", True), ("rewritten", True)],
)
def test_a_kill_while_forgetting_leaves_all_of_it_or_nothing(folder: Path, now: dt.datetime, stage: str, gone: bool):
    with closing(open_store(folder)) as opened, opened.unit_of_work("kari") as work:
        canary = write_everywhere(work, now)
    truncations = {"log truncated": 1, "rewritten": 2}

    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def truncate_and_die(connection: sqlite3.Connection) -> None:
        truncate(connection)
        truncations[stage] -= 1
        if not truncations[stage]:
            die()

    def forget() -> None:
        if stage == "deleting":
            forgetting.sweep = die
        elif stage == "deleted":
            sqlite.erase_deleted = die
        else:
            sqlite._truncate_log = truncate_and_die
        open_store(folder).forget("kari", canary)

    truncate = sqlite._truncate_log
    process = multiprocessing.get_context("fork").Process(target=forget)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    with closing(open_store(folder)) as opened, opened.unit_of_work("kari", read_only=True) as work:
        assert work.people.count() == work.rounds.count() == len(work.preparations.all()) == (0 if gone else 1)
    assert bool(traces(folder)) is not gone
