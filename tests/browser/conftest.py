"""A real browser against a real server: one process for each module, with a data folder and a clock of its own."""

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from andregang.bootstrap import AppContext
from andregang.settings import Settings
from web.addresses import Found, crawl, starts
from web.conftest import knowledge
from web.filled import empty_preparation, fill, past_preparation, shipped

from .install import find

NOW = "2026-11-27T09:00"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Server:
    """A running server. `entrance` is the address it printed, with the launch token."""

    process: subprocess.Popen[str]
    entrance: str
    slugs: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.entrance))

    def kill(self) -> None:
        """As when the machine goes down: no chance to finish anything."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def start_server(home: Path, language: str = "nb", slugs: tuple[str, ...] = ()) -> Server:
    surroundings = {**os.environ, "ANDREGANG_HOME": str(home), "ANDREGANG_NOW": NOW, "ANDREGANG_LANG": language}
    command = [sys.executable, "-m", "andregang", "serve", "--no-browser", "--port", "0"]
    process = subprocess.Popen(
        command, env={**surroundings, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    return Server(process, said.split()[-1], slugs)


def fill_home(home: Path, language: str = "nb") -> tuple[str, ...]:
    """A data folder with a preparation in full, one without anything and one whose interview is over; their slugs."""
    zone = ZoneInfo("Europe/Oslo")
    settings = Settings(home, f"sqlite:///{home / 'andregang.db'}", language, zone)
    context = AppContext(settings, language, lambda: dt.datetime.fromisoformat(NOW).replace(tzinfo=zone))
    context.__dict__["knowledge"] = knowledge()
    documents = shipped(context)
    try:
        return fill(context, documents), empty_preparation(context), past_preparation(context, documents)
    finally:
        context.close()


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[str, ...]]:
    """Makes a folder a filled one, and says its slugs. A language is filled once, and copied after that."""
    made: dict[str, tuple[Path, tuple[str, ...]]] = {}

    def fill_or_copy(home: Path, language: str = "nb") -> tuple[str, ...]:
        if language not in made:
            first = tmp_path_factory.mktemp(f"filled-{language}")
            made[language] = (first, fill_home(first, language))
        first, slugs = made[language]
        shutil.copytree(first, home, dirs_exist_ok=True)
        return slugs

    return fill_or_copy


@contextmanager
def servers(
    tmp_path_factory: pytest.TempPathFactory, filled_home: Callable[..., tuple[str, ...]]
) -> Iterator[Callable[..., Server]]:
    running: list[Server] = []

    def begin(language: str = "nb", *, filled: bool = True, home: Path | None = None) -> Server:
        folder = home or tmp_path_factory.mktemp("home")
        slugs = filled_home(folder, language) if filled else ()
        running.append(start_server(folder, language, slugs))
        return running[-1]

    yield begin
    for server in running:
        server.process.kill()
        server.process.wait()
        server.process.stdout.close()


@pytest.fixture(scope="module")
def serve(
    tmp_path_factory: pytest.TempPathFactory, filled_home: Callable[..., tuple[str, ...]]
) -> Iterator[Callable[..., Server]]:
    """Starts a server, filled or empty, in a language."""
    with servers(tmp_path_factory, filled_home) as begin:
        yield begin


@pytest.fixture(scope="module")
def server(serve: Callable[..., Server]) -> Server:
    return serve()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=find(), args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield opened
        opened.close()


@dataclass
class Window:
    """A browser's window on a server, and what it did that it should not have."""

    context: BrowserContext
    server: Server
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def tab(self) -> Page:
        page = self.context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda said: said.type == "error" and self._complain(page, said.text))
        page.on("pageerror", lambda error: self._complain(page, str(error)))
        return page

    def go(self, page: Page, address: str) -> int:
        # Deferred scripts wait for the style sheets, and this waits for the scripts.
        answer = page.goto(self.server.origin + address, wait_until="domcontentloaded")
        return answer.status if answer else 0

    def _complain(self, page: Page, text: str) -> None:
        # A page that says no with 4xx is meant to.
        if "the server responded with a status of 4" not in text:
            self.complaints.append(f"{page.url}: {text}")

    def watch(self) -> None:
        def look(url: str) -> None:
            parts = urlsplit(url)
            if parts.scheme not in ("data", "blob") and f"{parts.scheme}://{parts.netloc}" != self.server.origin:
                self.strangers.append(url)

        self.context.on("request", lambda request: look(request.url))


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Window]]:
    """Opens a window that holds the token. A test fails when it asks another host or the console says an error."""
    opened: list[Window] = []

    def open_on(server: Server, **options: object) -> Window:
        made = Window(browser.new_context(**{"viewport": DESK, "locale": "nb-NO", **options}), server)
        made.watch()
        page = made.context.new_page()
        page.goto(server.entrance)
        page.close()
        opened.append(made)
        return made

    yield open_on
    for one in opened:
        one.context.close()
    assert [url for one in opened for url in one.strangers] == []
    assert [text for one in opened for text in one.complaints] == []


def every_page(server: Server) -> list[Found]:
    """One page for each route and set of query names: of the full preparation, and of the others what differs."""
    with httpx.Client(base_url=server.origin, headers={"Sec-Fetch-Site": "same-origin"}, timeout=60) as client:
        client.get(server.entrance)

        def fetch(address: str) -> tuple[int, str, str]:
            answer = client.get(address)
            kind = answer.headers.get("location", answer.headers.get("content-type", ""))
            return answer.status_code, kind, answer.text if kind.startswith("text/html") else ""

        return [found for found in crawl(fetch, starts(server.slugs)) if found.is_page]


@dataclass
class Walked:
    """A server nobody writes to, and the pages that differ on it."""

    server: Server
    pages: list[Found]


@pytest.fixture(scope="session")
def walked(tmp_path_factory: pytest.TempPathFactory, filled_home: Callable[..., tuple[str, ...]]) -> Iterator[Walked]:
    with servers(tmp_path_factory, filled_home) as begin:
        server = begin()
        found = every_page(server)
        assert len(found) > 60
        yield Walked(server, main_pages(found, server))


def main_pages(pages: list[Found], server: Server) -> list[Found]:
    """All that differ of the full preparation, and of the others what looks otherwise there."""
    empty, over = (f"/s/{slug}/" for slug in server.slugs[1:])
    first = {over, over + "etterpa", *(empty + page for page in ("", "krav", "belegg", "motet", "plan", "prosessen"))}
    some = [found for found in pages if found.address in first or not found.address.startswith((empty, over))]
    return list({found.body: found for found in reversed(some)}.values())[::-1]


def listed(found: dict[str, list[str]]) -> str:
    """What was found, a page a line."""
    return "\n".join(f"{address}\n  " + "\n  ".join(said) for address, said in found.items())
