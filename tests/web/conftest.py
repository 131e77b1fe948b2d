"""Pages through HTTP: a real store in a folder of its own, a stopped clock, documents as a person gives them."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from andregang.bootstrap import OWNER, AppContext
from andregang.content import load_own_questions, load_questions, load_vocabulary
from andregang.domain.preparation import Knowledge
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import Language
from andregang.language import detect_language
from andregang.readers.formats import plain
from andregang.services.documents import GivenFile
from andregang.services.preparation import keep_documents, name_preparation
from andregang.settings import Settings
from andregang.web.app import create_app

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Oslo"))
PORT = 8765

AD = """Verksmester

Fjordlys Verft AS søker verksmester til avdelingen i Ulvsund.

Arbeidsoppgaver
- Lede arbeidet i plateverkstedet
- Bestille stål og annet materiell
- Føre timer og avvik hver uke

Kvalifikasjoner
- Fagbrev som platearbeider
- Førerkort klasse B
- Erfaring med robotsveising er en fordel

Personlige egenskaper
- Rolig når det haster

Søknadsfrist: 20. november 2026
"""

CV = """Eskil Nordbø
eskil.nordbo@post.example

Arbeidserfaring
Formann, Vikholm Mek AS, 2018 - 2026
- Ledet arbeidet i plateverkstedet med elleve mann
- Bestilte stål fra fire leverandører

Utdanning
Fagbrev som platearbeider, 2011

Sertifikater
Førerkort klasse B
"""

INVITATION = """Fra: Signe Hauge <signe.hauge@fjordlys.example>
Til: eskil.nordbo@post.example
Dato: mandag 23. november 2026 kl. 08.15
Emne: Invitasjon til andregangsintervju

Hei Eskil

Vi inviterer deg til andregangsintervju torsdag 3. desember 2026 kl. 13.00-14.30 i Kaiveien 2, Ulvsund.
Du møter Signe Hauge, verftssjef.
"""


@cache
def knowledge() -> Knowledge:
    """All word lists and questions; ad and CV are compared by words, so that nothing heavy is loaded."""
    return Knowledge(load_vocabulary(), load_questions(), load_own_questions(), by_words_only=True)


def document(name: str, text: str, kind: DocumentKind) -> tuple[Document, bytes]:
    """A document as the plain reader freezes it, with its bytes."""
    given = GivenFile(name, text.encode(), kind)
    content = plain.read(given.data)
    return Document(given.digest, name, kind, detect_language(content.text), content), given.data


@dataclass
class Site:
    """The pages and the store behind them."""

    client: TestClient
    context: AppContext
    slug: str = ""

    def address(self, page: str) -> str:
        return page if page.startswith("/") else f"/s/{self.slug}/{page}"

    def see(self, page: str, status: int = 200) -> LexborHTMLParser:
        """A page as a browser without scripts shows it."""
        answer = self.client.get(self.address(page))
        assert answer.status_code == status, answer.text
        return LexborHTMLParser(answer.text)

    def give(self, *documents: tuple[Document, bytes]) -> str:
        """Keep documents as one preparation; its slug."""
        with self.context.store.unit_of_work(OWNER) as uow:
            kept = keep_documents(uow, documents, NOW, language=Language.NB, slug=self.slug or None)
            kept = name_preparation(uow, self.context.preparation(uow, kept))
            uow.commit()
        self.slug = kept.slug
        return kept.slug


def text_of(page: LexborHTMLParser, selector: str = "main") -> str:
    """The words shown, white space folded."""
    found = page.css_first(selector)
    return " ".join(found.text(separator=" ").split()) if found else ""


@pytest.fixture
def open_site(tmp_path: Path) -> Iterator[Callable[..., Site]]:
    """Opens the pages in a language, over a store in a new folder."""
    opened: list[AppContext] = []

    def open_in(language: str = "nb", folder: Path = tmp_path) -> Site:
        settings = Settings(folder, f"sqlite:///{folder / 'andregang.db'}", language, ZoneInfo("Europe/Oslo"))
        context = AppContext(settings, language, lambda: NOW)
        context.__dict__["knowledge"] = knowledge()
        opened.append(context)
        client = TestClient(
            create_app(context, token="sesam", port=PORT),
            base_url=f"http://127.0.0.1:{PORT}",
            headers={"Sec-Fetch-Site": "same-origin"},
            follow_redirects=False,
        )
        client.get("/inn?t=sesam")
        return Site(client, context)

    yield open_in
    for context in opened:
        context.close()


@pytest.fixture
def site(open_site: Callable[..., Site]) -> Site:
    """The pages with nothing given."""
    return open_site()


@pytest.fixture
def prepared(site: Site) -> Site:
    """The pages with ad, CV and invitation given."""
    site.give(
        document("annonse.txt", AD, DocumentKind.AD),
        document("cv.txt", CV, DocumentKind.CV),
        document("innkalling.txt", INVITATION, DocumentKind.INVITATION),
    )
    return site
