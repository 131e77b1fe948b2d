"""What is deleted can be brought back as it was."""

import datetime as dt

import pytest

from andregang.domain.errors import NotFound
from andregang.store import Store


def contents(store: Store) -> dict[str, object]:
    with store.unit_of_work("kari", read_only=True) as work:
        names = ("preparations", "documents", "corrections", "examples", "stories", "notes", "people", "plan_marks")
        return {name: getattr(work, name).all() for name in (*names, "rounds", "events", "choices")}


@pytest.mark.parametrize("kind", ["preparations", "documents", "examples", "notes", "people", "rounds", "corrections"])
def test_what_is_deleted_comes_back_as_it_was(store: Store, fill, now: dt.datetime, kind: str):
    with store.unit_of_work("kari") as work:
        ids = fill(work, now)
        work.commit()
    before = contents(store)
    with store.unit_of_work("kari") as work:
        removed = work.undo.remove(kind, ids[kind], now)
        work.commit()
    assert contents(store)[kind] == ()
    with store.unit_of_work("kari") as work:
        assert [r.id for r in work.undo.in_order()] == [removed.id]
        work.undo.restore(removed.id)
        assert work.undo.in_order() == ()
        work.commit()
    assert contents(store) == before


def test_a_preparation_comes_back_beside_a_new_one_of_its_name(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        removed = work.undo.remove("preparations", preparation, now)
        work.preparations.create("fjordvik", "Fjordvik", now)
        work.undo.restore(removed.id)
        assert work.preparations.get(preparation).slug == "fjordvik-2"


def test_what_is_not_there_cannot_be_deleted(store: Store, now: dt.datetime):
    with pytest.raises(NotFound), store.unit_of_work("kari") as work:
        work.undo.remove("examples", "nothing", now)


def test_an_example_deleted_before_its_preparation_comes_back_after_it(store: Store, fill, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        ids = fill(work, now)
        example = work.undo.remove("examples", ids["examples"], now)
        whole = work.undo.remove("preparations", ids["preparations"], now + dt.timedelta(seconds=1))
        work.undo.restore(whole.id)
        work.undo.restore(example.id)
        assert work.examples.get(ids["examples"]).did == "Ryddet lageret"
        assert whole.name == "Fjordvik"


def test_what_waits_in_the_undo_outlives_the_forgetting_of_something_else(store: Store, fill, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        ids = fill(work, now)
        document = work.documents.get(ids["documents"])
        removed = work.undo.remove("documents", document.id, now)
        work.preparations.create("annen", "Annen", now)
        work.commit()
    store.forget("kari", "annen")
    with store.unit_of_work("kari") as work:
        work.undo.restore(removed.id)
        assert work.documents.original(document.digest) == b"<p>Vi s\xc3\xb8ker</p>"
        assert [c.words for c in work.corrections.of(document.digest)] == ["Vi søker"]
