"""Ads and CVs in a few words: each line is a line of a document of its own, so that every quote stands."""

import datetime as dt
from collections.abc import Sequence

from andregang.domain.cv import Cv, CvLine, CvSection, Education, Role
from andregang.domain.dates import PartialDate
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.source import Document, DocumentKind, Quote, Stated, quote
from andregang.domain.text import DocumentText, Language

TODAY = dt.date(2026, 3, 1)
MARKS = {"@": CvSection.WORK, "&": CvSection.EDUCATION, "%": CvSection.CERTIFICATES, "~": CvSection.LANGUAGES}
MARKS |= {"^": CvSection.PROFILE, "#": CvSection.SKILLS, ">": CvSection.VOLUNTEER}


def _document(kind: DocumentKind, lines: Sequence[str]) -> tuple[Document, list[Quote]]:
    text = "\n".join(lines)
    document = Document(f"{kind}{hash(text)}", str(kind), kind, Language.NB, DocumentText(text))
    quotes, at = [], 0
    for line in lines:
        quotes.append(quote(document, at, at + len(line)))
        at += len(line) + 1
    return document, quotes


def make_ad(*lines: str, title: str = "") -> JobAd:
    """Lines begin with the kind: "must: Førerkort"."""
    split = [line.partition(": ") for line in lines]
    document, quotes = _document(DocumentKind.AD, [*(text for _, _, text in split), title])
    items = tuple(AdItem(ItemKind(kind), words) for (kind, _, _), words in zip(split, quotes, strict=False))
    return JobAd(document, title=Stated(title, quotes[-1]) if title else None, items=items)


def make_cv(*lines: str, years: Sequence[tuple[int, int]] = ()) -> Cv:
    """Lines begin with a mark: "@" a job (dated by `years`, in order), "&" education and so on; none for its bullets."""
    document, quotes = _document(DocumentKind.CV, [line.lstrip("@&%~^#>") for line in lines])
    role, work, education, found, dates = None, [], [], [], list(years)
    for line, words in zip(lines, quotes, strict=True):
        section = MARKS.get(line[:1])
        if line[:1] in ("@", ">"):
            first, last = dates.pop(0) if dates else (0, 0)
            start, end = (PartialDate(first, 1), PartialDate(last, 12)) if first else (None, None)
            role = Role(words, None, Stated(words.words, words), start, end)
            work.append(role)
        elif section is not None:
            role = None
        if section is CvSection.EDUCATION:
            education.append(Education(words, None, Stated(words.words, words), None, None, None))
        found.append(CvLine(words, section or CvSection.WORK, role))
    return Cv(document, work=tuple(work), education=tuple(education), lines=tuple(found))
