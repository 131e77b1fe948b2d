"""An export holds everything, comes back as it was, and a wrong one changes nothing."""

import datetime as dt
import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from andregang.store import ArchiveRefused, Store, open_store


def export_bytes(store: Store, now: dt.datetime, owner: str = "kari") -> bytes:
    file = io.BytesIO()
    store.export(owner, file, now)
    return file.getvalue()


def digest(store: Store, now: dt.datetime, owner: str = "kari") -> str:
    return store.export(owner, io.BytesIO(), now).digest


def rewritten(archive: bytes, change, **members: bytes) -> bytes:
    """The archive with its contents changed by `change`, and other members put in."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "andregang.json":
                data = json.dumps(change(json.loads(data))).encode()
            new.writestr(name, members.get(name, data))
    return out.getvalue()


@pytest.fixture
def full(store: Store, fill, now: dt.datetime) -> Store:
    with store.unit_of_work("kari") as work:
        fill(work, now)
        work.commit()
    return store


def test_export_erase_import_gives_the_same(full: Store, now: dt.datetime):
    archive, before = export_bytes(full, now), digest(full, now)
    full.forget_all("kari")
    assert digest(full, now) != before
    taken = full.take_in("kari", io.BytesIO(archive))
    assert (taken.preparations, taken.here_already) == (1, 0)
    assert digest(full, now) == before


def test_an_export_comes_back_on_another_machine_and_for_another_owner(full: Store, tmp_path: Path, now: dt.datetime):
    archive, before = export_bytes(full, now), digest(full, now)
    full.take_in("ola", io.BytesIO(archive))
    assert digest(full, now, "ola") == before
    elsewhere = open_store(tmp_path / "elsewhere")
    elsewhere.take_in("me", io.BytesIO(archive))
    assert digest(elsewhere, now, "me") == before
    with elsewhere.unit_of_work("me", read_only=True) as work:
        (document,) = work.documents.all()
        assert work.documents.original(document.digest) == b"<p>Vi s\xc3\xb8ker</p>"
    elsewhere.close()


def test_what_is_here_already_is_left_as_it_is(full: Store, now: dt.datetime):
    archive = export_bytes(full, now)
    with full.unit_of_work("kari") as work:
        (example,) = work.examples.all()
        work.examples.write(example.id, now, {"did": "Skrevet etterpå"})
        work.choices.choose("language", "en")
        work.commit()
    taken = full.take_in("kari", io.BytesIO(archive))
    assert (taken.preparations, taken.here_already) == (0, 1)
    with full.unit_of_work("kari", read_only=True) as work:
        assert work.examples.get(example.id).did == "Skrevet etterpå"
        assert work.choices.read("language") == "en"


def test_an_export_can_take_the_place_of_what_is_here(full: Store, now: dt.datetime):
    archive, before = export_bytes(full, now), digest(full, now)
    with full.unit_of_work("kari") as work:
        work.preparations.create("ny", "Ny", now)
        work.commit()
    full.take_in("kari", io.BytesIO(archive), replace=True)
    assert digest(full, now) == before


def test_a_preparation_of_the_same_name_comes_in_beside(full: Store, now: dt.datetime):
    archive = export_bytes(full, now)
    full.forget_all("kari")
    with full.unit_of_work("kari") as work:
        work.preparations.create("fjordvik", "Fjordvik", now)
        work.commit()
    full.take_in("kari", io.BytesIO(archive))
    with full.unit_of_work("kari", read_only=True) as work:
        assert sorted(p.slug for p in work.preparations.all()) == ["fjordvik", "fjordvik-2"]


def test_a_damaged_document_does_not_hold_back_the_rest(full: Store, folder: Path, now: dt.datetime):
    with sqlite3.connect(folder / "andregang.db") as database:
        database.execute("update originals set data = x'00'")
        database.execute("update people set name = 'En annen'")
    file = io.BytesIO()
    report = full.export("kari", file, now)
    assert report.preparations == 1
    assert len(report.damaged) == 2
    full.forget_all("kari")
    full.take_in("kari", file)
    with full.unit_of_work("kari", read_only=True) as work:
        assert (len(work.examples.all()), work.people.all(), work.documents.all()) == (1, (), ())


def _row(table: str, **values: object):
    def change(content: dict) -> dict:
        content["tables"][table][0].update(values)
        return content

    return change


def _set(**values: object):
    return lambda content: {**content, **values}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (_set(format="something else"), "not_an_archive"),
        (_set(version="1"), "not_an_archive"),
        (_set(version=999), "too_new"),
        (_set(version=0), "damaged"),
        (_set(digest="0" * 64), "damaged"),
        (_set(tables={}), "damaged"),
        (_set(originals=[]), "damaged"),
        (_row("examples", did="forged"), "damaged"),
    ],
)
def test_a_wrong_export_is_refused_and_nothing_changes(full: Store, now: dt.datetime, change, rule: str):
    wrong, before = rewritten(export_bytes(full, now), change), digest(full, now)
    for replace in (False, True):
        with pytest.raises(ArchiveRefused) as refused:
            full.take_in("kari", io.BytesIO(wrong), replace=replace)
        assert refused.value.rule == rule
        assert digest(full, now) == before


@pytest.mark.parametrize(
    "change",
    [
        _row("preparations", created="yesterday"),
        _row("preparations", created="2026-01-01"),
        _row("preparations", minutes_per_day="45"),
        _row("preparations", minutes_per_day=10**30),
        _row("preparations", slug=None),
        _row("preparations", extra=1),
        _row("people", heard=1),
        _row("examples", items="one"),
        _row("examples", items=[["one"]]),
        _row("examples", preparation="nobody"),
        _row("documents", digest="0" * 64),
        _row("documents", digest="../../etc/passwd"),
        _row("events", detail=[]),
    ],
)
def test_rows_of_a_wrong_kind_are_refused_even_with_a_right_digest(full: Store, now: dt.datetime, change):
    from andregang.store.archive import _digest

    def resealed(content: dict) -> dict:
        content = change(content)
        return {**content, "digest": _digest(content["tables"], content["originals"], content["recordings"])}

    wrong = rewritten(export_bytes(full, now), resealed)
    full.forget_all("kari")
    empty = digest(full, now)
    with pytest.raises(ArchiveRefused):
        full.take_in("kari", io.BytesIO(wrong))
    assert digest(full, now) == empty


def test_a_changed_document_is_refused(full: Store, now: dt.datetime):
    archive = export_bytes(full, now)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        name = next(name for name in opened.namelist() if name.startswith("originals/"))
    full.forget_all("kari")
    with pytest.raises(ArchiveRefused, match="damaged"):
        full.take_in("kari", io.BytesIO(rewritten(archive, lambda c: c, **{name: b"<p>Vi s\xc3\xb8kte</p>"})))


def test_a_document_that_unpacks_to_more_than_it_says_is_refused(full: Store, now: dt.datetime):
    archive = export_bytes(full, now)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        name = next(name for name in opened.namelist() if name.startswith("originals/"))
    with pytest.raises(ArchiveRefused, match="too_large"):
        full.take_in("ola", io.BytesIO(rewritten(archive, lambda c: c, **{name: bytes(10_000_000)})))


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"\0" * 1000])
def test_what_is_no_zip_is_refused(store: Store, data: bytes):
    with pytest.raises(ArchiveRefused, match="not_an_archive"):
        store.take_in("kari", io.BytesIO(data))


def test_another_zip_is_refused(store: Store):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    with pytest.raises(ArchiveRefused, match="not_an_archive"):
        store.take_in("kari", file)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damaged_byte_gets_through(full: Store, now: dt.datetime, data: st.DataObject):
    archive, before = bytearray(export_bytes(full, now)), digest(full, now)
    place = data.draw(st.integers(0, len(archive) - 1))
    archive[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        full.take_in("ola", io.BytesIO(archive))
    except ArchiveRefused:
        assert digest(full, now, "ola") == digest(full, now, "nobody")
    else:
        assert digest(full, now, "ola") == before
    full.forget_all("ola")


def test_the_page_about_the_export_describes_this_version():
    from andregang.store.archive import FORMAT, VERSION

    page = (Path(__file__).parents[2] / "docs" / "export.md").read_text("utf-8")
    assert f'"{FORMAT}"' in page
    assert f"this page describes {VERSION}" in page
