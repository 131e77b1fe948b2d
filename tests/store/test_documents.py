"""The bytes a person gave are kept once, and checked whenever they are read."""

import datetime as dt
import hashlib
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.text import Block, BlockKind, DocumentText
from andregang.store import Store, StoreDamaged
from andregang.store.readings import _json_of, _text_of


def test_a_document_is_given_back_byte_by_byte(store: Store, preparation: str, now: dt.datetime):
    data = bytes(range(256)) * 1000
    with store.unit_of_work("kari") as work:
        given_ = work.documents.give(preparation, "cv", "cv.pdf", data, now)
        work.commit()
    with store.unit_of_work("kari", read_only=True) as work:
        assert work.documents.of(preparation) == (given_,)
        assert work.documents.original(given_.digest) == data
        assert given_.digest == hashlib.sha256(data).hexdigest()


def test_the_same_bytes_are_stored_once(store: Store, folder: Path, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        other = work.preparations.create("annen", "Annen", now).id
        for place in (preparation, other, preparation):
            work.documents.give(place, "cv", "cv.pdf", b"same", now)
        work.commit()
    with sqlite3.connect(folder / "andregang.db") as database:
        assert database.execute("select count(*) from originals").fetchone() == (1,)
        assert database.execute("select count(*) from documents").fetchone() == (2,)


def test_a_document_given_again_takes_the_new_kind_and_name(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        first = work.documents.give(preparation, "ad", "feil.pdf", b"x", now)
        second = work.documents.give(preparation, "cv", "cv.pdf", b"x", now)
        assert (second.id, second.kind, second.name, second.position) == (first.id, "cv", "cv.pdf", 0)


def test_documents_stand_in_the_order_given(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        for number in range(12):
            work.documents.give(preparation, "invitation", f"{number}.eml", b"%d" % number, now)
        assert [d.name for d in work.documents.of(preparation)] == [f"{n}.eml" for n in range(12)]


def test_changed_bytes_are_noticed_before_they_are_used(store: Store, folder: Path, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        digest = work.documents.give(preparation, "cv", "cv.pdf", b"0123456789" * 100, now).digest
        work.commit()
    with sqlite3.connect(folder / "andregang.db") as database:
        database.execute("update originals set data = replace(data, '5', '6')")
    with pytest.raises(StoreDamaged) as damage, store.unit_of_work("kari", read_only=True) as work:
        work.documents.original(digest)
    assert (damage.value.what, damage.value.name) == ("original", digest)


def test_changed_words_are_noticed_before_they_are_shown(
    store: Store, folder: Path, preparation: str, now: dt.datetime
):
    with store.unit_of_work("kari") as work:
        work.examples.create(preparation, now, result="Svinnet gikk ned 12 prosent")
        work.commit()
    with sqlite3.connect(folder / "andregang.db") as database:
        database.execute("update examples set result = replace(result, '12', '92')")
    with pytest.raises(StoreDamaged, match="row"), store.unit_of_work("kari", read_only=True) as work:
        work.examples.of(preparation)


def test_a_reading_is_found_by_bytes_and_reader(store: Store):
    content = DocumentText("Hei\nKari", (Block(BlockKind.FIELD, 0, 3, 1, "header.from"),), "eml", {"lang": "nb"})
    with store.unit_of_work("kari") as work:
        work.readings.keep("d1", "3", content)
        assert work.readings.get("d1", "3") == content
        assert work.readings.get("d1", "4") is None
        work.readings.keep("d1", "4", content)
        assert work.readings.get("d1", "3") is None
        work.readings.drop()
        assert work.readings.get("d1", "4") is None


def test_a_damaged_reading_is_read_anew(store: Store, folder: Path):
    with store.unit_of_work("kari") as work:
        work.readings.keep("d1", "3", DocumentText("Kl. 10.00"))
        work.commit()
    with sqlite3.connect(folder / "andregang.db") as database:
        database.execute("update readings set content = replace(content, '10.00', '11.00')")
    with store.unit_of_work("kari", read_only=True) as work:
        assert work.readings.get("d1", "3") is None


_text = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(_text, st.lists(st.tuples(st.sampled_from(BlockKind), st.integers(0, 9), _text)), st.dictionaries(_text, _text))
def test_any_text_survives_the_cache(text, blocks, properties):
    content = DocumentText(text, tuple(Block(kind, n, n + 1, n, path) for kind, n, path in blocks), "pdf", properties)
    assert _text_of(_json_of(content)) == content
