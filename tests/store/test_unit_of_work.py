"""What is committed stands, what is not never was, and nobody sees what is another's."""

import datetime as dt

import pytest
from sqlalchemy.exc import OperationalError

from andregang.domain.errors import NotFound
from andregang.store import Store


def test_what_is_not_committed_never_was(store: Store, fill, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        fill(work, now)
    with store.unit_of_work("kari") as work:
        assert work.preparations.in_order() == ()
        assert work.choices.read("language", "nb") == "nb"


def test_an_error_takes_back_everything_since_the_last_commit(store: Store, now: dt.datetime):
    with pytest.raises(ZeroDivisionError), store.unit_of_work("kari") as work:
        work.preparations.create("en", "En", now)
        work.commit()
        work.preparations.create("to", "To", now)
        _ = 1 / 0
    with store.unit_of_work("kari") as work:
        assert [p.slug for p in work.preparations.in_order()] == ["en"]


def test_what_was_written_is_read_as_it_was(store: Store, fill, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        ids = fill(work, now)
        written = {name: getattr(work, name).get(key) for name, key in ids.items()}
        work.commit()
    with store.unit_of_work("kari", read_only=True) as work:
        assert {name: getattr(work, name).get(key) for name, key in ids.items()} == written
        start = work.preparations.get(ids["preparations"]).given_start
    assert start == now
    assert start.utcoffset() == now.utcoffset()


def test_what_is_another_owners_is_not_there(store: Store, fill, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        ids = fill(work, now)
        digest = work.documents.get(ids["documents"]).digest
        work.commit()
    with store.unit_of_work("ola") as work:
        for name, key in ids.items():
            rows = getattr(work, name)
            assert rows.all() == ()
            with pytest.raises(NotFound):
                rows.get(key)
            with pytest.raises(NotFound):
                rows.change(key)
            assert rows.delete(id=key) == 0
        with pytest.raises(NotFound):
            work.documents.original(digest)
        with pytest.raises(NotFound):
            work.undo.remove("preparations", ids["preparations"], now)
        work.commit()
    with store.unit_of_work("kari") as work:
        assert all(len(getattr(work, name).all()) == 1 for name in ids)


def test_a_row_cannot_hang_on_another_owners_preparation(store: Store, preparation: str, now: dt.datetime):
    with pytest.raises(NotFound, match="preparation"), store.unit_of_work("ola") as work:
        work.examples.create(preparation, now, did="Ikke mitt")
        work.commit()


def test_a_reading_unit_writes_nothing_and_waits_for_nobody(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("ola") as writing:
        writing.preparations.create("annen", "Annen", now)
        with store.unit_of_work("kari", read_only=True) as reading:
            assert reading.preparations.get(preparation).slug == "fjordvik"
        with pytest.raises(OperationalError, match="readonly"), store.unit_of_work("kari", read_only=True) as reading:
            reading.choices.choose("theme", "dark")


def test_two_preparations_of_one_name_get_two_slugs(store: Store, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        slugs = [work.preparations.create("fjordvik", "Fjordvik", now).slug for _ in range(3)]
    assert slugs == ["fjordvik", "fjordvik-2", "fjordvik-3"]


def test_a_moment_without_time_zone_is_not_stored(store: Store, now: dt.datetime):
    with pytest.raises(ValueError, match="time zone"), store.unit_of_work("kari") as work:
        work.preparations.create("x", "X", now.replace(tzinfo=None))


def test_text_no_database_takes_is_made_storable(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        note = work.notes.write(preparation, "n", "a\0b\ud800c 🙂", 0, now)
        assert note.text == "ab?c 🙂"
        work.commit()


def test_what_belongs_to_something_deleted_in_another_window_is_not_stored(store: Store, preparation: str, now):
    with store.unit_of_work("kari") as work:
        work.undo.remove("preparations", preparation, now)
        with pytest.raises(NotFound):
            work.people.name(preparation, "Ola Berg")
        with pytest.raises(NotFound):
            work.documents.give(preparation, "cv", "cv.pdf", b"x", now)


def test_many_rows_can_be_read_a_page_at_a_time(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        for number in range(7):
            work.examples.create(preparation, now, title=str(number))
        pages = [work.examples.page("position", first=f, most=3, preparation=preparation) for f in (0, 3, 6, 9)]
    assert [[example.title for example in page] for page in pages] == [["0", "1", "2"], ["3", "4", "5"], ["6"], []]
