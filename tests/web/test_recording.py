"""Opptak: pieces in order, limits, playing, measuring, deleting, and the day it all goes."""

import base64
import datetime as dt
import io
import zipfile

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.recording import LARGEST, LARGEST_PIECE, Measures
from andregang.services.recording import erase_expired
from andregang.store import Recording
from speech import made_sound

from .conftest import NOW, Site, text_of

SOUND = made_sound.wav(made_sound.made_up(5, rate=8000, parts=3))
CANARY = b"KANARI-bytes-of-a-voice-" * 3
WEBM = "audio/webm;codecs=opus"


def begin(site: Site, mime: str = WEBM, question: str = "") -> str:
    answer = site.client.post(site.address("opptak/ny"), data={"mime": mime, "question": question})
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


def send(site: Site, key: str, number: int, data: bytes, mime: str = WEBM):
    return site.client.post(site.address(f"opptak/{key}/{number}"), content=data, headers={"Content-Type": mime})


def end(site: Site, key: str, levels: str = "", script: bool = False):
    headers = {"X-Recorder": "1"} if script else {}
    return site.client.post(site.address(f"opptak/{key}/slutt"), data={"levels": levels}, headers=headers)


def recorded(site: Site, data: bytes = SOUND, mime: str = "audio/wav") -> str:
    """A whole recording in three pieces; its key."""
    key = begin(site, mime)
    third = len(data) // 3
    for number, piece in enumerate((data[:third], data[third : 2 * third], data[2 * third :])):
        assert send(site, key, number, piece, mime).status_code == 204
    assert end(site, key).status_code == 303
    return key


def kept(site: Site, key: str) -> Recording:
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        return uow.recordings.get(key)


def data_of(site: Site, key: str) -> bytes:
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        return uow.recordings.data(key)


def bytes_on_disk(site: Site) -> bytes:
    return b"".join(path.read_bytes() for path in site.context.settings.data_folder.rglob("*") if path.is_file())


def test_the_page_stands_before_anything_is_recorded(prepared: Site):
    page = prepared.see("opptak")
    assert "Opptak ligger bare på denne maskinen." in text_of(page)
    assert page.css_first("input[type=file][accept='audio/*'][capture]")
    assert page.css_first("[data-live][hidden]")


def test_a_recording_is_kept_piece_by_piece_and_measured_from_its_sound(prepared: Site):
    key = recorded(prepared)
    assert data_of(prepared, key) == SOUND
    row = kept(prepared, key)
    assert (row.state, row.mime) == ("whole", "audio/wav")
    assert row.keep_until == dt.date(2027, 1, 2)
    measures = Measures.of(row.measures)
    assert measures.by == "file"
    assert len(measures.pauses) == 2
    shown = text_of(prepared.see("opptak"))
    assert "2 pauser, den lengste" in shown
    assert "Beholdes til lørdag 2. januar 2027." in shown


def test_each_piece_is_on_disk_when_it_was_answered(prepared: Site):
    key = begin(prepared)
    for number in range(3):
        send(prepared, key, number, b"%d" % number + CANARY)
        assert data_of(prepared, key).count(CANARY) == number + 1
        assert kept(prepared, key).state == "open"


def test_a_piece_sent_twice_is_kept_once(prepared: Site):
    key = begin(prepared)
    assert send(prepared, key, 0, b"first").headers["X-Next"] == "1"
    assert send(prepared, key, 0, b"first").status_code == 204
    assert data_of(prepared, key) == b"first"


def test_a_piece_out_of_order_is_told_which_comes_next(prepared: Site):
    key = begin(prepared)
    send(prepared, key, 0, b"first")
    early = send(prepared, key, 2, b"third")
    assert (early.status_code, early.headers["X-Next"]) == (409, "1")
    assert data_of(prepared, key) == b"first"


def test_another_piece_with_a_number_that_is_taken_changes_nothing(prepared: Site):
    key = begin(prepared)
    send(prepared, key, 0, b"first")
    other = send(prepared, key, 0, b"other")
    assert (other.status_code, other.headers["X-Next"]) == (409, "1")
    assert data_of(prepared, key) == b"first"


def test_two_windows_record_beside_one_another(prepared: Site):
    one, other = begin(prepared), begin(prepared)
    for number in range(2):
        assert send(prepared, one, number, b"one%d" % number).status_code == 204
        assert send(prepared, other, number, b"other%d" % number).status_code == 204
    assert data_of(prepared, one) == b"one0one1"
    assert data_of(prepared, other) == b"other0other1"


def test_a_stopped_recording_takes_no_more(prepared: Site):
    key = recorded(prepared)
    late = send(prepared, key, 3, b"late", "audio/wav")
    assert (late.status_code, late.headers["X-Why"]) == (409, "stopped")
    assert data_of(prepared, key) == SOUND


@pytest.mark.parametrize("mime", ["text/html", "image/svg+xml", "application/octet-stream", "audio/mp4", ""])
def test_a_piece_of_another_kind_is_refused(prepared: Site, mime: str):
    key = begin(prepared)
    assert send(prepared, key, 0, b"x", mime).status_code == 415
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        assert uow.recordings.sizes((key,)) == {}


def test_what_is_no_sound_is_not_begun(prepared: Site):
    assert prepared.client.post(prepared.address("opptak/ny"), data={"mime": "text/html"}).status_code == 415


def test_a_piece_too_large_is_refused(prepared: Site):
    key = begin(prepared)
    assert send(prepared, key, 0, bytes(LARGEST_PIECE + 1)).status_code == 413
    assert send(prepared, key, 0, b"small").status_code == 204


def test_a_recording_never_grows_beyond_thirty_megabytes(prepared: Site):
    key = begin(prepared)
    piece = bytes(LARGEST_PIECE)
    whole, rest = divmod(LARGEST, LARGEST_PIECE)
    assert [send(prepared, key, number, piece).status_code for number in range(whole)] == [204] * whole
    assert send(prepared, key, whole, bytes(rest + 1)).status_code == 413
    assert send(prepared, key, whole, bytes(rest)).status_code == 204
    assert send(prepared, key, whole + 1, b"x").status_code == 413


def test_a_recording_of_another_preparation_is_not_found(prepared: Site):
    key = recorded(prepared)
    with prepared.context.store.unit_of_work(OWNER) as uow:
        uow.preparations.create("annet", "Noe annet", NOW, language="nb")
        uow.commit()
    for address in (f"/s/annet/opptak/{key}", "/s/annet/opptak/finnes-ikke"):
        assert prepared.client.get(address).status_code == 404
        assert prepared.client.post(address, data={"remove": "1"}).status_code == 404
        assert prepared.client.post(address + "/slutt").status_code == 404
        sent = prepared.client.post(address + "/0", content=b"x", headers={"Content-Type": "audio/wav"})
        assert sent.status_code == 404


def test_a_part_can_be_asked_for_so_that_one_can_wind(prepared: Site):
    key = recorded(prepared)
    address = prepared.address(f"opptak/{key}")
    whole = prepared.client.get(address)
    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, SOUND, "audio/wav")
    assert whole.headers["accept-ranges"] == "bytes"
    for asked, part in (("bytes=0-99", SOUND[:100]), ("bytes=100-", SOUND[100:]), ("bytes=-50", SOUND[-50:])):
        answer = prepared.client.get(address, headers={"Range": asked})
        assert (answer.status_code, answer.content) == (206, part)
    assert prepared.client.get(address, headers={"Range": "bytes=0-9"}).headers["content-range"] == (
        f"bytes 0-9/{len(SOUND)}"
    )
    assert prepared.client.get(address, headers={"Range": f"bytes={len(SOUND)}-"}).status_code == 416
    assert prepared.client.get(address, headers={"Range": "lines=1-2"}).status_code == 200
    saved = prepared.client.get(address + "?lagre=1")
    assert saved.headers["content-disposition"] == 'attachment; filename="opptak-2026-11-23-0900.wav"'


def test_the_browsers_levels_are_used_when_the_sound_cannot_be_read(prepared: Site):
    key = begin(prepared)
    send(prepared, key, 0, b"no sound at all")
    levels = bytes([20] * 60 + [160] * 150 + [20] * 80 + [160] * 150 + [20] * 40)
    answer = end(prepared, key, base64.b64encode(levels).decode(), script=True)
    assert answer.status_code == 200
    assert "1 pause på 0,8 s." in answer.text
    measures = Measures.of(kept(prepared, key).measures)
    assert (measures.by, len(measures.pauses)) == ("browser", 1)
    assert measures.pauses[0].length == pytest.approx(0.8, abs=0.05)


@pytest.mark.parametrize("levels", ["", "%%%", "æøå", "AAAA" * 10])
def test_levels_that_say_nothing_are_no_measures(prepared: Site, levels: str):
    key = begin(prepared)
    send(prepared, key, 0, b"no sound at all")
    assert end(prepared, key, levels).status_code == 303
    assert kept(prepared, key).state == "whole"
    assert prepared.see("opptak")


def test_a_recording_that_was_broken_off_is_offered_and_can_be_kept(prepared: Site, open_site):
    key = begin(prepared)
    for number in range(34):
        send(prepared, key, number, b"x" * 50)
    # It may still be going on in another window.
    assert "Opptaket ble avbrutt" not in text_of(prepared.see("opptak"))
    later = open_site()
    later.slug = prepared.slug
    page = later.see("opptak")
    assert "Opptaket ble avbrutt. 0:34 er tatt vare på." in text_of(page)
    form = page.css_first(f"#opptak-{key} form[action$=slutt]")
    assert later.client.post(form.attributes["action"]).status_code == 303
    assert "Opptaket ble avbrutt" not in text_of(later.see("opptak"))
    assert kept(later, key).state == "whole"


def test_a_window_that_comes_back_goes_on_where_it_was(prepared: Site, open_site):
    key = begin(prepared)
    send(prepared, key, 0, b"first")
    later = open_site()
    later.slug = prepared.slug
    assert send(later, key, 1, b"second").status_code == 204
    assert data_of(later, key) == b"firstsecond"


def test_a_file_is_taken_without_scripts(prepared: Site):
    answer = prepared.client.post(
        prepared.address("opptak"), files={"audio": ("svar.wav", SOUND, "audio/wav")}, data={"recording": ""}
    )
    assert answer.status_code == 303
    key = answer.headers["location"].rpartition("opptak-")[2]
    assert data_of(prepared, key) == SOUND
    assert Measures.of(kept(prepared, key).measures).pauses


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (("cv.pdf", b"%PDF", "application/pdf"), "Dette er ikke en lydfil."),
        (("svar.wav", b"", "audio/wav"), "Det er ingen lyd i filen."),
        (("svar.wav", bytes(LARGEST + 1), "audio/wav"), "Lydfilen er større enn 30 MB."),
        (None, "Her mangler det noe."),
    ],
)
def test_a_file_that_cannot_be_taken_is_said_to_be(prepared: Site, file, said: str):
    given = {"files": {"audio": file}} if file else {"data": {"recording": ""}}
    answer = prepared.client.post(prepared.address("opptak"), **given)
    assert answer.status_code == 422
    assert said in answer.text
    assert "<title>Feil" in answer.text
    assert 'href="#audio"' in answer.text


def test_a_deleted_recording_can_be_brought_back_with_its_sound(prepared: Site):
    key = recorded(prepared)
    answer = prepared.client.post(prepared.address(f"opptak/{key}"), data={"remove": "1"})
    assert answer.status_code == 303
    page = prepared.see(answer.headers["location"])
    assert "Opptaket er slettet." in text_of(page)
    assert prepared.client.get(prepared.address(f"opptak/{key}")).status_code == 404
    assert prepared.client.post(prepared.address("opptak"), data={"restore": key}).status_code == 303
    assert prepared.client.get(prepared.address(f"opptak/{key}")).content == SOUND


def test_erased_for_good_no_byte_is_left(prepared: Site):
    key = begin(prepared)
    send(prepared, key, 0, CANARY)
    end(prepared, key)
    with prepared.context.store.unit_of_work(OWNER) as uow:
        kept_ = uow.preparations.by_slug(prepared.slug)
        values = {"question": "q", "asked": "?", "answer": "Jeg sa det", "language": "nb", "grade": "", "run": ""}
        attempt = uow.attempts.add(preparation=kept_.id, recording=key, measures={}, at=NOW, **values)
        uow.commit()
    assert CANARY in bytes_on_disk(prepared)
    prepared.client.post(prepared.address(f"opptak/{key}"), data={"remove": "1"})
    assert prepared.client.post(prepared.address("opptak"), data={"erase": key}).status_code == 303
    assert CANARY not in bytes_on_disk(prepared)
    assert prepared.client.post(prepared.address("opptak"), data={"restore": key}).status_code == 404
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        left = uow.attempts.get(attempt.id)
    assert (left.answer, left.recording) == ("Jeg sa det", "")


def test_a_recording_that_was_not_deleted_is_not_erased_by_a_form(prepared: Site):
    key = recorded(prepared)
    prepared.client.post(prepared.address("opptak"), data={"erase": key})
    assert data_of(prepared, key) == SOUND


def test_forgetting_the_preparation_erases_its_recordings(prepared: Site):
    send(prepared, begin(prepared), 0, CANARY)
    prepared.context.store.forget(OWNER, prepared.slug)
    assert CANARY not in bytes_on_disk(prepared)


def test_the_last_day_is_chosen(prepared: Site):
    key = recorded(prepared)
    for chosen, last in (("2026-12-04", dt.date(2026, 12, 4)), ("", None)):
        answer = prepared.client.post(prepared.address(f"opptak/{key}"), data={"until": chosen})
        assert answer.status_code == 303
        assert kept(prepared, key).keep_until == last
    assert "Beholdes til du sletter det." in text_of(prepared.see("opptak"))
    assert prepared.client.post(prepared.address(f"opptak/{key}"), data={"until": "snart"}).status_code == 422


def test_after_its_last_day_a_recording_is_erased_when_the_program_starts(prepared: Site):
    gone, stays, deleted = (recorded(prepared) for _ in range(3))
    canary = begin(prepared)
    send(prepared, canary, 0, CANARY)
    end(prepared, canary)
    for key, day in ((gone, "2026-12-01"), (deleted, "2026-12-01"), (canary, "2026-12-01"), (stays, "")):
        prepared.client.post(prepared.address(f"opptak/{key}"), data={"until": day})
    prepared.client.post(prepared.address(f"opptak/{deleted}"), data={"remove": "1"})
    store = prepared.context.store
    assert erase_expired(store, OWNER, dt.date(2026, 11, 23)) == 0
    assert erase_expired(store, OWNER, dt.date(2026, 12, 1)) == 0
    assert erase_expired(store, OWNER, dt.date(2026, 12, 2)) == 3
    assert CANARY not in bytes_on_disk(prepared)
    with store.unit_of_work(OWNER, read_only=True) as uow:
        assert [row.id for row in uow.recordings.all()] == [stays]
        assert uow.undo.all() == ()
        assert uow.recordings.data(stays) == SOUND


def test_a_leap_of_the_clock_erases_nothing_at_the_first_start(prepared: Site):
    recorded(prepared)
    store = prepared.context.store
    assert erase_expired(store, OWNER, dt.date(2026, 11, 23)) == 0
    assert erase_expired(store, OWNER, dt.date(2031, 1, 1)) == 0
    assert "Opptaket slettes neste gang" not in text_of(prepared.see("opptak"))
    assert erase_expired(store, OWNER, dt.date(2026, 11, 24)) == 0
    assert erase_expired(store, OWNER, dt.date(2031, 1, 1)) == 0
    assert erase_expired(store, OWNER, dt.date(2031, 1, 1)) == 1


def test_an_export_holds_the_sound_and_brings_it_back(prepared: Site, open_site, tmp_path_factory):
    key = recorded(prepared)
    archive = prepared.client.get("/eksport").content
    with zipfile.ZipFile(io.BytesIO(archive)) as members:
        assert members.read(f"recordings/{key}") == SOUND
    other = open_site(folder=tmp_path_factory.mktemp("annen"))
    other.client.post("/innstillinger/hent-inn", files={"archive": ("a.zip", archive)})
    other.slug = prepared.slug
    assert data_of(other, key) == SOUND
    assert "2 pauser, den lengste" in text_of(other.see("opptak"))


def test_a_recording_stands_with_its_question_and_the_pace_of_what_was_answered(prepared: Site):
    key = recorded(prepared)
    with prepared.context.store.unit_of_work(OWNER) as uow:
        kept_ = uow.preparations.by_slug(prepared.slug)
        values = {"question": "q", "answer": "ord " * 20, "language": "nb", "grade": "", "run": ""}
        uow.attempts.add(
            preparation=kept_.id, recording=key, asked="Hva gjorde du sist?", measures={}, at=NOW, **values
        )
        uow.commit()
    measures = Measures.of(kept(prepared, key).measures)
    page = prepared.see("opptak")
    assert page.css_first(f"#opptak-{key} h2").text() == "Hva gjorde du sist?"
    assert f"{round(20 / measures.spoken * 60)} ord i minuttet." in text_of(page)
    assert page.css_first(f"#opptak-{key} form button .ds-sr-only").text() == ": Hva gjorde du sist?"


def test_many_recordings_are_paged(prepared: Site):
    with prepared.context.store.unit_of_work(OWNER) as uow:
        kept_ = uow.preparations.by_slug(prepared.slug)
        for _ in range(60):
            values = {"question": "", "mime": "audio/wav", "state": "whole", "measures": {}, "keep_until": None}
            made = uow.recordings.add(preparation=kept_.id, begun=NOW, **values)
            uow.recordings.append(made.id, 0, b"x")
        uow.commit()
    assert len(prepared.see("opptak").css(".recordings > li")) == 50
    assert len(prepared.see("opptak?side=1").css(".recordings > li")) == 10
