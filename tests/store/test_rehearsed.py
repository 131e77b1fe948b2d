"""What is rehearsed, recorded, told, tested and decided belongs to its preparation and goes where it goes."""

import datetime as dt
import io

import pytest
from tests_store import NOW

from andregang.domain.errors import NotFound
from andregang.store import Store, StoreDamaged, UnitOfWork, open_store

DAY = dt.date(2026, 12, 24)
SOUND = [b"\x1a\x45\xdf\xa3 begynnelsen", b"midten", b"slutten"]


def fill(work: UnitOfWork, preparation: str) -> str:
    """A row in every table; the id of the recording."""
    recording = work.recordings.add(
        preparation=preparation, question="q1", mime="audio/webm", state="open", measures={}, begun=NOW, keep_until=DAY
    )
    for number, piece in enumerate(SOUND):
        work.recordings.append(recording.id, number, piece)
    work.attempts.add(
        preparation=preparation, question="q1", asked="Hva gjorde du?", answer="Jeg ryddet.", language="nb", grade="good",
        recording=recording.id, run="", measures={"seconds": 41.5, "pauses": [1.2]}, at=NOW,
    )  # fmt: skip
    work.runs.add(preparation=preparation, kind="interview", state={"at": 3}, begun=NOW, changed=NOW, ended=None)
    work.heard.add(preparation=preparation, person="", what="figure", key="", words="14 prosent", at=DAY, round=1)
    work.results.add(
        preparation=preparation, instrument="x", trait="Orden", scale="sten", score="7", norm="", reliability="",
        document="", words="", standing="partly", example="", said="Ikke under press", position=0, changed=NOW,
    )  # fmt: skip
    work.facts.add(
        preparation=preparation, field="size", text="40 ansatte", source="own", address="", words="", read_on=DAY,
        position=0, changed=NOW,
    )  # fmt: skip
    work.referees.add(
        preparation=preparation, name="Ola Berg", role="leder", relation="manager", contact="", claims=("e1",),
        asked=NOW, agreed=None, call_at="", said="", position=0,
    )  # fmt: skip
    offer = work.offers.add(preparation=preparation, name="Nordvik", terms={"pay": "650 000"}, position=0, changed=NOW)
    work.standings.add(
        preparation=preparation, offer=offer.id, decision="D1", known="partly", weight=2, standing="for", note="",
        changed=NOW,
    )  # fmt: skip
    return recording.id


def held(work: UnitOfWork, preparation: str) -> list[object]:
    """All of it, as it reads."""
    tables = (
        work.attempts, work.recordings, work.runs, work.heard, work.results, work.facts, work.referees, work.offers,
        work.standings,
    )  # fmt: skip
    return [row for table in tables for row in table.of(preparation)]


def test_what_was_rehearsed_survives_a_removed_preparation_that_is_brought_back(store: Store):
    with store.unit_of_work("kari") as work:
        made = work.preparations.create("fjordvik", "Fjordvik", NOW)
        recording = fill(work, made.id)
        before = held(work, made.id)
        gone = work.undo.remove("preparations", made.id, NOW)
        assert held(work, made.id) == []
        work.undo.restore(gone.id)
        assert held(work, made.id) == before
        assert len(before) == 9
        assert work.recordings.data(recording) == b"".join(SOUND)


def test_an_export_holds_the_sound_and_gives_it_back(store: Store, tmp_path):
    with store.unit_of_work("kari") as work:
        made = work.preparations.create("fjordvik", "Fjordvik", NOW)
        recording = fill(work, made.id)
        before = held(work, made.id)
        work.commit()
    file = io.BytesIO()
    assert store.export("kari", file, NOW).damaged == ()
    other = open_store(tmp_path / "other")
    other.take_in("kari", io.BytesIO(file.getvalue()))
    with other.unit_of_work("kari", read_only=True) as work:
        assert held(work, made.id) == before
        assert work.recordings.data(recording) == b"".join(SOUND)
    other.close()


def test_forgetting_a_preparation_takes_the_sound(store: Store):
    with store.unit_of_work("kari") as work:
        made = work.preparations.create("fjordvik", "Fjordvik", NOW)
        recording = fill(work, made.id)
        work.commit()
    store.forget("kari", "fjordvik")
    with store.unit_of_work("kari", read_only=True) as work:
        assert held(work, made.id) == []
        assert work.recordings.size(recording) == 0


def test_a_piece_that_comes_twice_is_kept_once_and_a_piece_of_nothing_is_refused(store: Store):
    with store.unit_of_work("kari") as work:
        made = work.preparations.create("fjordvik", "Fjordvik", NOW)
        recording = fill(work, made.id)
        assert not work.recordings.append(recording, 1, b"noe annet")
        assert work.recordings.data(recording) == b"".join(SOUND)
        with pytest.raises(NotFound):
            work.recordings.append("ingen", 0, b"lyd")
        work.commit()
    with store.unit_of_work("ola") as work, pytest.raises(NotFound):
        work.recordings.append(recording, 3, b"lyd")


def test_a_piece_that_is_not_what_was_written_is_told(store: Store, folder):
    import sqlite3
    from contextlib import closing

    with store.unit_of_work("kari") as work:
        recording = fill(work, work.preparations.create("fjordvik", "Fjordvik", NOW).id)
        work.commit()
    with closing(sqlite3.connect(folder / "andregang.db")) as database, database:
        database.execute("update recording_pieces set data = ? where number = 1", (b"mosten",))
    with store.unit_of_work("kari", read_only=True) as work, pytest.raises(StoreDamaged):
        work.recordings.data(recording)
