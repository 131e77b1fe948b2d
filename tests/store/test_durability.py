"""What was acknowledged is there after a kill, beside another writer, and on a full disk."""

import multiprocessing
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests_store import NOW

from andregang.store import DiskFull, Store, StoreBusy, StoreDamaged, StoreTooNew, StoreUnusable, open_store, sqlite

forking = multiprocessing.get_context("fork")


def in_a_process(work: Callable[..., None], *arguments: object) -> "multiprocessing.process.BaseProcess":
    process = forking.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


def keep_writing(folder: Path, acknowledge: int) -> None:
    """A piece of use, over and over: a document, an example, a note and an event in one; the number when it stands."""
    store = open_store(folder)
    with store.unit_of_work("kari") as work:
        begun = work.preparations.in_order()
        preparation = begun[0].id if begun else work.preparations.create("fjordvik", "Fjordvik", NOW).id
        number = work.examples.count()
        work.commit()
    while True:
        number += 1
        with store.unit_of_work("kari") as work:
            work.documents.give(preparation, "invitation", f"{number}.eml", b"%d " % number * 5000, NOW)
            work.examples.create(preparation, NOW, did=f"{number} " * 500)
            note = work.notes.read(preparation, "count")
            work.notes.write(preparation, "count", str(number), note.version if note else 0, NOW)
            work.events.log(preparation, "counted", NOW, number=number)
            if number % 5 == 0:
                work.undo.remove("events", work.events.of(preparation)[0].id, NOW)
            work.commit()
        os.write(acknowledge, b"%d\n" % number)


def killed_somewhere(folder: Path, seconds: float) -> int:
    """Writes for a while, dies in the middle of it; the last number acknowledged."""
    reading, writing = os.pipe()
    process = in_a_process(keep_writing, folder, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as acknowledged:
        first = acknowledged.readline()
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        last = (first + acknowledged.read()).split()[-1:]
    process.join()
    return int(last[0]) if last else 0


def test_kills_lose_nothing_that_was_acknowledged(folder: Path):
    # ANDREGANG_KILLS=500 for a long run.
    chance = random.Random(20)
    for _ in range(int(os.environ.get("ANDREGANG_KILLS", "20"))):
        acknowledged = killed_somewhere(folder, chance.uniform(0.0, 0.06))
        with closing(open_store(folder)) as store:
            assert store.is_healthy()
            with store.unit_of_work("kari", read_only=True) as work:
                (preparation,) = work.preparations.in_order()
                count = work.examples.count()
                assert count >= acknowledged > 0
                assert work.notes.read(preparation.id, "count").text == str(count)
                assert work.documents.count() == count
                assert work.events.count() + work.undo.count() == count
                for document in work.documents.of(preparation.id):
                    work.documents.original(document.digest)


def count_up(folder: Path, times: int) -> None:
    store = open_store(folder)
    for _ in range(times):
        with store.unit_of_work("kari") as work:
            (round_,) = work.rounds.all()
            work.rounds.write(round_.preparation, round_.number, said=str(int(round_.said) + 1))
            work.commit()


def test_two_writers_lose_no_update(store: Store, folder: Path, preparation: str):
    with store.unit_of_work("kari") as work:
        work.rounds.write(preparation, 1, said="0")
        work.commit()
    store.close()
    writers = [in_a_process(count_up, folder, 100) for _ in range(2)]
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    with store.unit_of_work("kari", read_only=True) as work:
        assert work.rounds.all()[0].said == "200"


def test_two_processes_can_open_a_new_store_at_once(folder: Path):
    openers = [in_a_process(lambda: open_store(folder).close()) for _ in range(4)]
    for opener in openers:
        opener.join()
        assert opener.exitcode == 0


def test_a_writer_that_waits_too_long_says_so(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch):
    store.close()
    monkeypatch.setattr(sqlite, "WAIT", 0.05)
    with closing(sqlite3.connect(folder / "andregang.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(StoreBusy), store.unit_of_work("kari") as work:
            work.choices.choose("theme", "dark")
        with store.unit_of_work("kari", read_only=True) as work:
            assert work.choices.read("theme", "light") == "light"


def test_a_database_at_its_limit_keeps_what_it_has(store: Store, preparation: str):
    with pytest.raises(DiskFull), store.unit_of_work("kari") as work:
        pages = work.mine.connection.exec_driver_sql("PRAGMA page_count").scalar()
        work.mine.connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 5}")
        work.documents.give(preparation, "cv", "cv.pdf", bytes(1_000_000), NOW)
        work.commit()
    with store.unit_of_work("kari") as work:
        assert [p.slug for p in work.preparations.in_order()] == ["fjordvik"]
        assert work.documents.of(preparation) == ()


FULL_DISK = """
    import sys
    from pathlib import Path
    from andregang.store import DiskFull, open_store
    from tests_store import NOW

    folder = Path(sys.argv[1]) / "data"
    store = open_store(folder)
    with store.unit_of_work("kari") as work:
        preparation = work.preparations.create("fjordvik", "Fjordvik", NOW).id
        work.commit()
    kept = 0
    try:
        for number in range(1000):
            with store.unit_of_work("kari") as work:
                work.documents.give(preparation, "cv", str(number), b"%d" % number * 20_000, NOW)
                work.commit()
            kept += 1
    except DiskFull:
        with store.unit_of_work("kari", read_only=True) as work:
            found = work.documents.of(preparation)
            assert len(found) == kept > 10, (len(found), kept)
            assert all(work.documents.original(document.digest) for document in found)
        store.close()
        try:
            open_store(folder).forget_all("kari")
        except DiskFull:
            print("full, kept, not erased")
        else:
            print("full, kept, erased")
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="a small disk of its own needs Linux namespaces")
def test_a_full_disk_is_named_and_keeps_what_it_has(tmp_path: Path):
    mount = f'mount -t tmpfs -o size=9m small "{tmp_path}" && exec "$0" "$@"'
    script = textwrap.dedent(FULL_DISK)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    ran = subprocess.run(
        ["unshare", "-rm", "sh", "-c", mount, sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
    )
    if "unshare" in ran.stderr or "mount" in ran.stderr:
        pytest.skip("no namespaces here")
    assert ran.stderr == ""
    assert ran.stdout == "full, kept, erased\n"


def test_a_file_that_is_no_database_is_named(folder: Path):
    folder.mkdir()
    (folder / "andregang.db").write_bytes(b"not a database at all" * 1000)
    with pytest.raises(StoreDamaged):
        open_store(folder)
    assert (folder / "andregang.db").read_bytes().startswith(b"not a database")


def test_a_torn_database_is_named(store: Store, folder: Path, preparation: str):
    with store.unit_of_work("kari") as work:
        work.documents.give(preparation, "cv", "cv.pdf", bytes(200_000), NOW)
        work.commit()
    store.close()
    path = folder / "andregang.db"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreDamaged), closing(open_store(folder)) as torn:
        assert not torn.is_healthy()
        with torn.unit_of_work("kari") as work:
            work.documents.original(work.documents.of(preparation)[0].digest)
        raise StoreDamaged("database")


@pytest.mark.parametrize("anywhere", [False, True])
def test_flipped_bits_are_never_shown(store: Store, folder: Path, preparation: str, anywhere: bool):
    with store.unit_of_work("kari") as work:
        for number in range(40):
            work.examples.create(preparation, NOW, did=f"Eksempel {number}: ryddet lageret og telte varer " * 8)
        written = work.examples.of(preparation)
        work.commit()
    store.close()
    whole = (folder / "andregang.db").read_bytes()
    chance = random.Random(3)
    texts = [found.start() for found in re.finditer(b"Eksempel", whole)]
    for flip in range(40):
        place = chance.randrange(100, len(whole)) if anywhere else chance.choice(texts) + chance.randrange(30)
        broken = bytearray(whole)
        broken[place] ^= 1 << chance.randrange(8)
        (folder.parent / f"{flip}.db").write_bytes(broken)
        try:
            with (
                closing(open_store(folder.parent / f"{flip}.db")) as damaged,
                damaged.unit_of_work("kari", read_only=True) as work,
            ):
                shown = work.examples.of(preparation)
        except (StoreDamaged, StoreTooNew):
            continue
        assert anywhere
        assert set(shown) <= set(written)


def test_only_the_owner_of_the_machine_can_read_the_data(store: Store, folder: Path, preparation: str):
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


@pytest.mark.skipif(os.geteuid() == 0 and not Path("/proc").exists(), reason="needs a place nobody can write")
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnusable) as unusable:
        open_store(tmp_path / "file" / "data")
    assert str(tmp_path) in unusable.value.path


def test_a_database_of_a_later_version_is_left_alone(store: Store, folder: Path):
    store.close()
    with closing(sqlite3.connect(folder / "andregang.db")) as database, database:
        database.execute("update alembic_version set version_num = '9999'")
    before = (folder / "andregang.db").read_bytes()
    with pytest.raises(StoreTooNew) as late:
        open_store(folder)
    assert late.value.found == "9999"
    assert (folder / "andregang.db").read_bytes() == before


@pytest.mark.parametrize("name", ["with space", "æøå", "100%", "what?mode=ro", "a#b"])
def test_the_data_can_lie_in_a_folder_of_any_name(tmp_path: Path, name: str):
    open_store(f"sqlite:///{tmp_path / name / 'andregang.db'}").close()
    assert (tmp_path / name / "andregang.db").exists()
