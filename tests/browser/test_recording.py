"""Recording in a real browser: what is measured, what is said when it cannot be, and what is left after a kill."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from andregang.domain.recording import Measures, measure
from andregang.services.recording import levels_of
from andregang.speech import can_decode, measure_sound
from andregang.store import Recording, open_store
from speech import made_sound

from .conftest import DESK, NOW, PHONE, fill_home
from .install import find
from .test_accessibility import violations
from .test_focus import walk
from .test_reflow import SIDEWAYS

QUIET = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"]
FAKE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


def heard(folder: Path, seed: int) -> tuple[made_sound.Sound, Path]:
    """Sound for the microphone, and the file it is played from: a voice where there is one, else made sound."""
    sound = made_sound.spoken(seed, parts=4) if made_sound.ESPEAK else made_sound.made_up(seed, parts=5)
    # A busy machine needs a while from opening the microphone to recording it.
    sound = made_sound.at_rate(made_sound.after(3.0, sound), 48_000)
    return sound, made_sound.write(folder / f"{seed}.wav", made_sound.wav(sound))


@dataclass
class Site:
    """A running server with a home and a port of its own, so that it can be killed and started anew."""

    home: Path
    slug: str
    full: str
    port: int
    process: subprocess.Popen[str] | None = None
    entrance: str = ""

    def begin(self) -> "Site":
        around = {**os.environ, "ANDREGANG_HOME": str(self.home), "ANDREGANG_NOW": NOW, "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "andregang", "serve", "--no-browser", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=around, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.entrance = self.process.stdout.readline().split()[-1]
        return self

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    @property
    def page(self) -> str:
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.entrance)) + f"/s/{self.slug}/opptak"

    def recordings(self) -> list[tuple[Recording, bytes]]:
        """What is on disk now, of the preparation that had nothing."""
        store = open_store(self.home)
        try:
            with store.unit_of_work("local", read_only=True) as uow:
                kept = uow.preparations.by_slug(self.slug)
                return [(row, uow.recordings.data(row.id)) for row in uow.recordings.of(kept.id)]
        finally:
            store.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    home = tmp_path / "home"
    home.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # Recorded in where nothing else was.
    full, empty, _ = fill_home(home)
    made = Site(home, empty, full, port).begin()
    yield made
    made.kill()


@pytest.fixture
def browse(tmp_path: Path) -> Iterator[Callable[..., Browser]]:
    """Starts a browser with these flags."""
    with sync_playwright() as playwright:
        opened = []

        def begin(*flags: str) -> Browser:
            opened.append(playwright.chromium.launch(executable_path=find(), args=[*QUIET, *flags]))
            return opened[-1]

        yield begin
        for one in opened:
            one.close()


@dataclass
class Killable:
    """A browser that can be killed, with a profile that outlives it."""

    process: subprocess.Popen[bytes]
    browser: Browser

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def killable(tmp_path: Path) -> Iterator[Callable[..., Killable]]:
    with sync_playwright() as playwright:
        begun: list[Killable] = []

        def begin(*flags: str) -> Killable:
            profile = tmp_path / "profile"
            told = profile / "DevToolsActivePort"
            told.unlink(missing_ok=True)
            for lock in profile.glob("Singleton*"):
                lock.unlink()
            command = [find() or playwright.chromium.executable_path, "--headless=new", "--remote-debugging-port=0"]
            command += [f"--user-data-dir={profile}", "--no-first-run", *QUIET, *flags, "about:blank"]
            process = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            for _ in range(300):
                if told.exists() and told.read_text().strip():
                    break
                time.sleep(0.1)
            browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{told.read_text().split()[0]}")
            begun.append(Killable(process, browser))
            return begun[-1]

        yield begin
        for one in begun:
            if one.process.poll() is None:
                one.kill()
        shutil.rmtree(tmp_path / "profile", ignore_errors=True)


def open_page(browser: Browser, site: Site, **options: object) -> Page:
    context = browser.contexts[0] if browser.contexts else browser.new_context(locale="nb-NO", **options)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(site.entrance)
    page.goto(site.page)
    return page


def start(page: Page) -> None:
    page.click("[data-start]")
    expect(page.locator("[data-say=recording]")).to_be_visible()


def wait_for_sound(page: Page) -> None:
    """Until the level meter shows speech; a predicate given as a string would be refused by the page's policy."""
    for _ in range(200):
        if page.locator("[data-level]").evaluate("meter => meter.value > 20"):
            return
        page.wait_for_timeout(25)
    pytest.fail("no sound was shown")


def stop(page: Page) -> dict[str, str]:
    """Stops, and waits until it is kept; the form that was sent."""
    with page.expect_response(lambda answer: answer.url.endswith("/slutt") and answer.status == 200) as ended:
        page.click("[data-stop]")
    expect(page.locator("[data-made] audio")).to_be_visible()
    return {name: values[0] for name, values in parse_qs(ended.value.request.post_data or "").items()}


def compare(found: Measures, sound: made_sound.Sound) -> tuple[tuple[int, int, int], float]:
    """Pauses found and true, counted from the first word, since a browser needs a moment to open a microphone."""
    later = found.start_delay - sound.speech[0][0]
    pauses = [(pause.start - later, pause.end - later) for pause in found.pauses]
    true = sound.speech[-1][1] - sound.speech[0][0]
    return made_sound.found_and_true(pauses, sound.pauses), found.spoken / true


def test_a_browser_measures_pauses_and_pace_as_they_were(site, browse, tmp_path):
    counted = {"browser": [], "file": []}
    for seed in (41, 42):
        sound, file = heard(tmp_path, seed)
        browser = browse(*FAKE, f"--use-file-for-fake-audio-capture={file}%noloop")
        page = open_page(browser, site)
        complaints = []
        page.on("console", lambda said, c=complaints: said.type == "error" and c.append(said.text))
        start(page)
        page.wait_for_timeout(500)
        assert page.locator("[data-level]").is_visible()
        wait_for_sound(page)
        page.wait_for_timeout(sound.length * 1000)
        sent = stop(page)
        assert complaints == []
        measures = {"browser": measure(levels_of(sent["levels"]), by="browser")}
        if can_decode():
            made = page.locator("input[name=recording]").input_value()
            measures["file"] = Measures.of(next(row for row, _ in site.recordings() if row.id == made).measures)
            assert measures["file"].by == "file"
        for by, found in measures.items():
            hits, ratio = compare(found, sound)
            counted[by].append(hits)
            # So many words in so long a time: the pace is as far off as the time is.
            assert ratio == pytest.approx(1, abs=0.02), (by, found, sound.speech)
        assert page.locator("[data-made]").inner_text().count("paus") == 1
        browser.close()
    assert made_sound.f1(counted["browser"]) >= 0.95, counted
    assert not can_decode() or made_sound.f1(counted["file"]) >= 0.95, counted


def test_the_keyboard_is_enough(site, browse, tmp_path):
    _, file = heard(tmp_path, 43)
    page = open_page(browse(*FAKE, f"--use-file-for-fake-audio-capture={file}"), site)
    page.focus("[data-start]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-stop]")).to_be_focused()
    page.wait_for_timeout(1500)
    page.keyboard.press("Space")
    expect(page.locator("[data-made] audio")).to_be_visible()
    expect(page.locator("[data-start]")).to_be_focused()
    assert page.locator("[data-start]").inner_text() == "Ta opp en gang til"
    # Delete stands beside play, and what was deleted can be brought back.
    page.keyboard.press("Tab")
    page.click("[data-remove]")
    expect(page.locator("[data-say=removed]")).to_be_visible()
    assert page.locator("input[name=recording]").input_value() == ""
    assert site.recordings() == []
    page.click("[data-undo]")
    page.click("button[name=restore]")
    expect(page.locator(".recordings audio")).to_have_count(1)


def test_a_recording_can_be_played_and_wound(site, browse, tmp_path):
    _, file = heard(tmp_path, 44)
    page = open_page(browse(*FAKE, f"--use-file-for-fake-audio-capture={file}"), site)
    start(page)
    page.wait_for_timeout(3200)
    stop(page)
    length = page.evaluate(
        """async () => {
          const audio = document.querySelector('[data-made] audio');
          audio.muted = true;
          await audio.play();
          audio.currentTime = 2;
          await new Promise((done) => audio.addEventListener('seeked', done, {once: true}));
          return [audio.duration, audio.currentTime];
        }"""
    )
    assert length[1] == pytest.approx(2, abs=0.3)
    # A browser leaves the length out; with PyAV it is written in.
    assert not can_decode() or length[0] == pytest.approx(3.2, abs=0.8)


def test_an_answer_waits_for_its_recording(site, browse, tmp_path):
    _, file = heard(tmp_path, 50)
    page = open_page(browse(*FAKE, f"--use-file-for-fake-audio-capture={file}"), site)
    page.goto(page.url.replace(f"/{site.slug}/opptak", f"/{site.full}/ov"))
    asked = page.locator("main a[href*='/ov/IQ-']").first.get_attribute("href")
    page.goto(page.url.split("/s/")[0] + asked)
    page.wait_for_selector("[data-start]")
    start(page)
    page.wait_for_timeout(2500)
    # Sent while it records: the recording is stopped and kept first, and goes with the answer.
    page.locator("form:has([data-recorder]) .buttons button:not([type=button])").last.click()
    page.wait_for_url("**/ov/svar/**")
    store = open_store(site.home)
    with store.unit_of_work("local", read_only=True) as uow:
        attempt = uow.attempts.get(page.url.split("/")[-1].split("?")[0])
        row = uow.recordings.get(attempt.recording)
    store.close()
    assert row.state == "whole"
    assert row.question == attempt.question
    assert page.locator(f"audio[src$='{row.id}']").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK, {"width": 320, "height": 640}], ids=["phone", "desk", "narrow"])
def test_nothing_is_wrong_before_during_and_after_a_recording(site, browse, tmp_path, size, scheme):
    _, file = heard(tmp_path, 49)
    browser = browse(*FAKE, f"--use-file-for-fake-audio-capture={file}")
    page = open_page(browser, site, viewport=size, color_scheme=scheme)
    assert violations(page) == []
    start(page)
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) == []
    page.wait_for_timeout(1200)
    stop(page)
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) == []
    assert walk(page)[1] == []
    page.reload()
    page.click("summary")
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) == []


def test_a_microphone_that_is_refused_is_said_to_be(site, browse):
    page = open_page(browse("--use-fake-device-for-media-stream", "--deny-permission-prompts"), site)
    page.click("[data-start]")
    said = page.locator("[data-say=refused]")
    expect(said).to_be_visible()
    assert said.inner_text().startswith("Nettleseren gir ikke tilgang til mikrofonen.")
    assert "øv uten opptak" in said.inner_text()
    assert page.locator("[data-start]").is_enabled()
    assert page.locator("#audio").is_visible()
    assert site.recordings() == []


def test_no_microphone_is_said_to_be_missing(site, browse):
    page = open_page(browse("--use-fake-ui-for-media-stream"), site)
    if page.evaluate("navigator.mediaDevices.enumerateDevices().then((all) => all.length)"):
        pytest.skip("this machine has a microphone")
    page.click("[data-start]")
    expect(page.locator("[data-say=missing]")).to_have_text("Fant ingen mikrofon. Du kan øve uten opptak.")
    assert site.recordings() == []


def test_without_scripts_a_file_is_given(site, browse, tmp_path):
    _, file = heard(tmp_path, 45)
    page = open_page(browse(), site, java_script_enabled=False)
    assert not page.locator("[data-start]").is_visible()
    page.set_input_files("#audio", file)
    page.click("form[data-record-form] button[data-plain]")
    page.wait_for_load_state()
    assert page.locator(".recordings audio").count() == 1
    assert site.recordings()[0][1] == file.read_bytes()


def kept_seconds(data: bytes) -> float:
    return measure_sound(data).duration


@pytest.mark.skipif(not can_decode(), reason="how long a browser's sound is takes the extra opptak")
def test_a_browser_that_is_killed_loses_the_last_second_at_most(site, killable, tmp_path):
    _, file = heard(tmp_path, 46)
    browser = killable(*FAKE, f"--use-file-for-fake-audio-capture={file}")
    page = open_page(browser.browser, site)
    start(page)
    begun = time.monotonic()
    page.wait_for_timeout(5400)
    browser.kill()
    spoken = time.monotonic() - begun
    ((row, data),) = site.recordings()
    assert row.state == "open"
    assert kept_seconds(data) >= spoken - 1.2
    site.kill()
    site.begin()
    again = open_page(killable().browser, site)
    section = again.locator("main section").first
    assert f"Opptaket ble avbrutt. 0:0{int(spoken - 0.2)} er tatt vare på." in section.inner_text()
    section.get_by_role("button", name="Behold det").click()
    again.wait_for_load_state()
    assert again.locator(".recordings > li").count() == 1
    assert site.recordings()[0][0].state == "whole"


@pytest.mark.skipif(not can_decode(), reason="how long a browser's sound is takes the extra opptak")
def test_a_server_that_is_killed_loses_nothing_of_what_is_said_meanwhile(site, browse, tmp_path):
    _, file = heard(tmp_path, 47)
    page = open_page(browse(*FAKE, f"--use-file-for-fake-audio-capture={file}"), site)
    start(page)
    begun = time.monotonic()
    page.wait_for_timeout(2500)
    site.kill()
    ((row, data),) = site.recordings()
    assert kept_seconds(data) >= 1.3
    expect(page.locator("[data-say=away]")).to_be_visible()
    page.wait_for_timeout(2000)
    site.begin()
    # The address of the new launch is opened in another window of the same browser.
    page.context.new_page().goto(site.entrance)
    expect(page.locator("[data-say=recording]")).to_be_visible()
    stop(page)
    spoken = time.monotonic() - begun
    ((same, data),) = site.recordings()
    assert (same.id, same.state) == (row.id, "whole")
    assert kept_seconds(data) == pytest.approx(spoken, abs=1.2)
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 1
    assert left_in_browser(page) == [0, 0]


def left_in_browser(page: Page) -> list[int]:
    """How many sessions and pieces lie in the browser itself."""
    return page.evaluate(
        """() => new Promise((done) => {
          const asked = indexedDB.open('andregang-recorder', 1);
          asked.onsuccess = () => {
            const all = asked.result.transaction(['sessions', 'pieces'], 'readonly');
            const counts = ['sessions', 'pieces'].map((name) => all.objectStore(name).count());
            all.oncomplete = () => { asked.result.close(); done(counts.map((count) => count.result)); };
          };
        })"""
    )


@pytest.mark.skipif(not can_decode(), reason="how long a browser's sound is takes the extra opptak")
def test_what_was_said_while_the_server_was_away_is_there_after_the_browser_was_killed_too(site, killable, tmp_path):
    _, file = heard(tmp_path, 48)
    browser = killable(*FAKE, f"--use-file-for-fake-audio-capture={file}")
    page = open_page(browser.browser, site)
    start(page)
    begun = time.monotonic()
    page.wait_for_timeout(2500)
    site.kill()
    expect(page.locator("[data-say=away]")).to_be_visible()
    page.wait_for_timeout(3000)
    spoken = time.monotonic() - begun
    browser.kill()
    site.begin()
    again = open_page(killable().browser, site)
    expect(again.locator("[data-say=recovered]")).to_be_visible()
    ((row, data),) = site.recordings()
    assert row.state == "whole"
    assert kept_seconds(data) >= spoken - 1.5
    assert left_in_browser(again) == [0, 0]
