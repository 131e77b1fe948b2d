"""A real database in a folder of its own for each test."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from tests_store import NOW

from andregang.store import Store, UnitOfWork, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path):
    opened = open_store(folder)
    yield opened
    opened.close()


@pytest.fixture
def now() -> dt.datetime:
    return NOW


@pytest.fixture
def preparation(store: Store) -> str:
    """The id of a preparation of the owner `kari`."""
    with store.unit_of_work("kari") as work:
        made = work.preparations.create("fjordvik", "Fjordvik kommune", NOW)
        work.commit()
    return made.id


@pytest.fixture
def fill() -> Callable[[UnitOfWork, dt.datetime], dict[str, str]]:
    return _fill


def _fill(work: UnitOfWork, now: dt.datetime) -> dict[str, str]:
    """One row in every table; the ids by repository."""
    preparation = work.preparations.create("fjordvik", "Fjordvik", now, given_start=now).id
    document = work.documents.give(preparation, "ad", "annonse.html", b"<p>Vi s\xc3\xb8ker</p>", now)
    return {
        "preparations": preparation,
        "documents": document.id,
        "corrections": work.corrections.say(document.digest, "Vi søker", "kind", now, value="task").id,
        "examples": work.examples.create(preparation, now, did="Ryddet lageret", items=["orden på lageret"]).id,
        "stories": work.stories.write(preparation, "about_me", "Jeg er Kari", now, items=["orden"]).id,
        "notes": work.notes.write(preparation, "who", "Hvem kommer?", 0, now).id,
        "people": work.people.name(preparation, "Ola Berg", role="leder", met=False).id,
        "plan_marks": work.plan_marks.mark_done(preparation, "story-1", now).id,
        "rounds": work.rounds.write(preparation, 1, begins=now, said="Fint møte", answer_by=now.date()).id,
        "events": work.events.log(preparation, "given", now, name="annonse.html", æøå=[1, None]).id,
        "choices": work.choices.choose("language", "nn").id,
    }
