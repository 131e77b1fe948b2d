"""Small ads and meetings of our own, for the tests of questions and plan."""

import datetime as dt

from andregang.domain.evidence import Match, Strength
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting import (
    Assessment,
    AssessmentTime,
    CaseTask,
    Gap,
    Meeting,
    MessageKind,
    Participant,
    Side,
)
from andregang.domain.source import Document, DocumentKind, Quote, Stated, quote
from andregang.domain.text import DocumentText, Language

TIME_ZONE = dt.timezone(dt.timedelta(hours=1))
START = dt.datetime(2027, 3, 18, 10, 0, tzinfo=TIME_ZONE)
TASKS = (
    "Lede et team på åtte",
    "Drift og vedlikehold av kommunale bygg",
    "Ansvar for budsjett, regnskap og rapportering i avdelingen",
    "Være kontaktpunkt for leverandører",
    "Bidra til utvikling av nye tjenester",
)
MUSTS = ("Fagbrev eller tilsvarende realkompetanse", "Erfaring med offentlige anskaffelser")
SHOULDS = ("Kjennskap til energiledelse er en fordel",)
QUALITIES = ("God til å samarbeide med andre", "Strukturert og nøyaktig")


def document(text: str, kind: DocumentKind = DocumentKind.AD, language: Language = Language.NB) -> Document:
    return Document("0" * 64, "fil", kind, language, DocumentText(text))


def make_ad(
    tasks: tuple[str, ...] = TASKS,
    musts: tuple[str, ...] = MUSTS,
    shoulds: tuple[str, ...] = SHOULDS,
    qualities: tuple[str, ...] = QUALITIES,
    *,
    title: str = "Driftsleder",
    employer: str = "Solheim kommune",
    language: Language = Language.NB,
    more: str = "",
) -> JobAd:
    lines = [(ItemKind.TASK, t) for t in tasks] + [(ItemKind.MUST, m) for m in musts]
    lines += [(ItemKind.SHOULD, s) for s in shoulds] + [(ItemKind.QUALITY, q) for q in qualities]
    text = "\n".join([title, employer, *(words for _, words in lines), more])
    doc = document(text, language=language)
    items = []
    at = len(title) + len(employer) + 2
    for kind, words in lines:
        items.append(AdItem(kind, quote(doc, at, at + len(words))))
        at += len(words) + 1
    here = quote(doc, 0, len(title))
    there = quote(doc, len(title) + 1, len(title) + 1 + len(employer))
    return JobAd(doc, title=Stated(title, here), employer=Stated(employer, there), items=tuple(items))


def make_matches(ad: JobAd, strength: Strength = Strength.DIRECT, **by_words: Strength) -> tuple[Match, ...]:
    """A match for every line; `by_words` gives another strength to lines that hold the word."""
    matches = []
    for item in ad.items:
        own = next((s for word, s in by_words.items() if word in item.quote.words.lower()), strength)
        asks = item.kind is ItemKind.QUALITY
        matches.append(Match(item, Strength.NONE if asks else own, asks_for_example=asks))
    return tuple(matches)


def make_meeting(
    *people: tuple[str, str | None, Side],
    start: dt.datetime | None = START,
    tests: tuple[str, ...] = (),
    case: bool = False,
    missing: tuple[Gap, ...] = (),
    met_before: bool | None = None,
) -> Meeting:
    doc = document("Velkommen til andre intervju.", DocumentKind.INVITATION)
    here = Quote(doc.digest, 0, 9, "Velkommen")
    return Meeting(
        doc,
        MessageKind.INVITATION,
        start=Stated(start, here) if start else None,
        participants=tuple(Participant(name, role, side, here, met_before) for name, role, side in people),
        tests=tuple(Assessment(what, AssessmentTime.READ_BACK, here) for what in tests),
        case=CaseTask("Legg fram en plan", 15, here) if case else None,
        missing=missing,
    )
