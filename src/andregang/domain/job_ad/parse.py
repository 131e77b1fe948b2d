"""A job ad from a document: headings open sections, lines fall into them, clauses become items."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from andregang.domain.job_ad.clauses import bare, demands, duties, mixed, offers, parts, without_lead
from andregang.domain.job_ad.contacts import find_contacts
from andregang.domain.job_ad.facts import find_facts
from andregang.domain.job_ad.kinds import Cues, cues_of, in_doubt, kind_alone, kind_in_section, weights
from andregang.domain.job_ad.lexicon import Lexicon, lexicon_of
from andregang.domain.job_ad.lines import Line, in_one_line, read_lines
from andregang.domain.job_ad.model import AdItem, ItemKind, JobAd, LineClassifier
from andregang.domain.job_ad.sections import TELLING, UNKNOWN, Unit, units_of
from andregang.domain.source import Document, Quote, quote
from andregang.domain.text import Span
from andregang.domain.vocabulary import Vocabulary

_LONGEST = 1200
_LONGEST_ASKED = 200
_MOST_ASKED = 20
_CLEAR = 0.6
# What no words but its heading tell: a duty or an offer may be named by any noun, a demand is known by its words.
_TOLD_BY_HEADING = frozenset({"task", "offer", "quality"})
_EMPTY = frozenset({"herunder", "blant annet", "mellom anna", "f.eks", "mm", "m.m", "etc", "osv", "with", "including"})
_DATE = re.compile(r"\d{1,2}\. ?(?:[a-zæøå]{3,9}|\d{1,2})\.? ?\d{2,4}|\d{2,3} \d{3}\w*", re.IGNORECASE)
_LATE_WISH = re.compile(r", (?:og |men )?(?:gjerne|helst|fortrinnsvis|preferably|ideally)\b")
_WISHED_BEFORE = re.compile(r"fordel|ønsk|ynsk|føremon|advantage|\bbør\b|gjerne|desir")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause to be judged: what it stands in, its words' cues and, where asked for, a second opinion."""

    unit: Unit
    span: Span
    cues: Cues
    likely: Mapping[str, float] | None = None


def parse_job_ad(document: Document, vocabulary: Vocabulary, classify: LineClassifier | None = None) -> JobAd:
    """Read an ad. Never raises on any text; `classify` gives a second opinion on lines no heading tells about."""
    lexicon = lexicon_of(vocabulary)
    lines = read_lines(document.content)
    text = in_one_line(document.content.text, lines)
    facts = find_facts(document, lines, lexicon)
    body = [line for line in lines if line.heading or line.span not in facts.header]
    employer = facts.employer.value.casefold().split()[0] if facts.employer else ""
    clauses = _clauses(text, list(units_of(text, body, lexicon)), lexicon, classify, employer)
    items, unread = _items(document, text, clauses, lexicon)
    return JobAd(
        document,
        title=facts.title,
        employer=facts.employer,
        deadline=facts.deadline,
        place=facts.place,
        percentage=facts.percentage,
        permanent=facts.permanent,
        contacts=find_contacts(document, lines, lexicon),
        items=items,
        unread=unread,
        posts=_posts(text, lines, lexicon),
    )


def _posts(text: str, lines: list[Line], lexicon: Lexicon) -> int:
    opened = [lexicon.heading(text[line.start : line.end]) for line in lines if not line.bullet]
    return max(1, min(opened.count("task"), opened.count("must") + opened.count("demand")))


def _clauses(
    text: str, units: Sequence[Unit], lexicon: Lexicon, classify: LineClassifier | None, employer: str
) -> list[_Clause]:
    """Every clause with its cues; the second opinion is asked once for all that need it."""
    clauses = [
        _Clause(unit, span, cues_of(text[span.start : min(span.end + 1, len(text))], lexicon, employer))
        for unit in units
        for span in parts(text, unit.span)
    ]
    asked = _doubtful(clauses) if classify else []
    if classify and asked:
        spans = [clauses[number].span for number in asked]
        opinions = classify([text[span.start : span.end][:_LONGEST_ASKED] for span in spans])
        for number, opinion in zip(asked, opinions, strict=True):
            clauses[number] = replace(clauses[number], likely=opinion or None)
    return _told_by_their_lines(clauses)


def _doubtful(clauses: list[_Clause]) -> list[int]:
    """The clauses a second opinion is asked for: those the words decide least, as an opinion costs much more time."""
    doubts = []
    for number, clause in enumerate(clauses):
        if _needs_opinion(clause):
            first, second, *_ = sorted(weights(clause.cues, None).values(), reverse=True)
            if first - second < _CLEAR:
                doubts.append((first - second, number))
    return sorted(number for _, number in sorted(doubts)[:_MOST_ASKED])


def _needs_opinion(clause: _Clause) -> bool:
    unit, cues = clause.unit, clause.cues
    if cues.furniture or cues.question or unit.section in ("about", "other"):
        return False
    return unit.section not in TELLING or unit.loose or unit.prose or in_doubt(unit.section, cues)


def _told_by_their_lines(clauses: list[_Clause]) -> list[_Clause]:
    """Lists under a heading without known words get the section most of their lines speak for."""
    told: list[_Clause] = []
    for heading, group in groupby(clauses, key=lambda clause: (clause.unit.section, clause.unit.heading)):
        members = list(group)
        if heading[0] == UNKNOWN:
            section = _section_of(members)
            members = [replace(member, unit=replace(member.unit, section=section)) for member in members]
        told.extend(members)
    return told


def _section_of(members: list[_Clause]) -> str:
    listed = [member for member in members if not member.unit.prose and not member.cues.furniture]
    if len(listed) < 2:
        return members[0].unit.fallback
    votes: Counter[str] = Counter()
    for member in listed:
        weighed = weights(member.cues, member.likely)
        best = max(weighed, key=lambda kind: weighed[kind])
        votes[best] += 1
    best, count = votes.most_common(1)[0]
    if best == "none" or 2 * count <= len(listed):
        demanded = votes["must"] + votes["quality"] + votes["should"]
        return "demand" if 2 * demanded > len(listed) else members[0].unit.fallback
    return "demand" if best in ("must", "quality") and votes["must"] and votes["quality"] else best


def _items(
    document: Document, text: str, clauses: list[_Clause], lexicon: Lexicon
) -> tuple[tuple[AdItem, ...], tuple[Quote, ...]]:
    items: list[AdItem] = []
    unread: list[Quote] = []
    seen: set[tuple[ItemKind, str]] = set()
    for number, clause in enumerate(clauses):
        kind = _kind(clause, _beside(clauses, number))
        if kind is None:
            if _is_unread(clause):
                unread.append(quote(document, clause.span.start, clause.span.end))
            continue
        for item in _cut(document, text, clause, kind, lexicon):
            key = (item.kind, item.quote.words.casefold())
            if key not in seen:
                seen.add(key)
                items.append(item)
    return tuple(items), tuple(unread)


def _beside(clauses: list[_Clause], number: int) -> list[Cues]:
    """The cues of the fragments next to one, where no heading tells about either."""
    around = [clauses[n] for n in (number - 1, number + 1) if 0 <= n < len(clauses)]
    return [other.cues for other in around if other.unit.section not in TELLING and not other.cues.furniture]


def _kind(clause: _Clause, beside: Sequence[Cues]) -> ItemKind | None:
    unit, cues = clause.unit, clause.cues
    if unit.span.end - unit.span.start > _LONGEST or (cues.question and not unit.bullet):
        return None
    if unit.section in ("about", "other"):
        return _among_furniture(cues, unit)
    if unit.section in TELLING and not unit.loose:
        kind = kind_in_section(unit.section, cues, clause.likely, prose=unit.prose)
        listed = (
            kind is None
            and unit.phrase
            and unit.section in _TOLD_BY_HEADING
            and not (cues.furniture or cues.question or cues.about)
        )
        return kind_in_section(unit.section, cues, clause.likely) if listed else kind
    if unit.section == "demand" and (cues.trait or cues.hard):
        return kind_in_section(unit.section, cues, clause.likely, prose=unit.prose)
    return kind_alone(cues, clause.likely, leaning=unit.section, beside=beside)


def _among_furniture(cues: Cues, unit: Unit) -> ItemKind | None:
    """Under a heading about the employer or the formalities only what is told straight to the reader counts."""
    if cues.paper:
        return ItemKind.MUST
    if cues.furniture:
        return None
    if cues.gives and not cues.task:
        return ItemKind.OFFER
    if cues.about:
        return None
    if unit.section == "other" and cues.softener and cues.hard:
        return ItemKind.SHOULD
    if unit.section == "other" and cues.task and not cues.offer:
        return ItemKind.TASK
    if cues.about_you and not cues.task:
        if cues.hard or cues.trait:
            return ItemKind.SHOULD if cues.softener else ItemKind.MUST if cues.hard else ItemKind.QUALITY
        return ItemKind.OFFER if cues.offer else None
    return ItemKind.OFFER if unit.section == "other" and cues.offer and not unit.prose else None


def _is_unread(clause: _Clause) -> bool:
    cues = clause.cues
    if clause.unit.section in ("about", "other") or cues.furniture or cues.question or cues.about:
        return False
    return not (clause.likely is not None and clause.likely.get("none", 0.0) > 0.6) and cues.words > 2


def _cut(document: Document, text: str, clause: _Clause, kind: ItemKind, lexicon: Lexicon) -> Iterator[AdItem]:
    unit = clause.unit
    spans = _pieces(text, clause, kind, lexicon)
    heading = quote(document, unit.heading.start, unit.heading.end) if unit.heading else None
    for span in (bare(text, piece) for piece in spans):
        if span.end - span.start < 2 or _says_nothing(text[span.start : span.end]):
            continue
        part = kind
        if len(spans) > 1 and kind in (ItemKind.MUST, ItemKind.SHOULD, ItemKind.QUALITY):
            other = "demand" if kind is ItemKind.QUALITY else "must"
            section = unit.section if unit.section in ("must", "demand", "should") else other
            part = _kind_of_part(text, span, section, lexicon) or kind
        yield AdItem(part, quote(document, span.start, span.end), heading)


def _says_nothing(words: str) -> bool:
    """Whether a piece is only a joint, a date or a sum."""
    letters, digits = sum(map(str.isalpha, words)), sum(map(str.isdigit, words))
    return words.casefold() in _EMPTY or letters <= digits or _DATE.fullmatch(words) is not None


def _kind_of_part(text: str, span: Span, section: str, lexicon: Lexicon) -> ItemKind | None:
    return kind_in_section(section, cues_of(text[span.start : span.end], lexicon), None)


def _parted(text: str, span: Span, lexicon: Lexicon, *, trait: bool = False) -> list[Span]:
    """A trait told in one breath with something one has, as both; else the span itself."""
    if not trait and _kind_of_part(text, span, "demand", lexicon) is not ItemKind.QUALITY:
        return [span]
    parted = mixed(text, span)
    has_some = any(_kind_of_part(text, part, "demand", lexicon) is ItemKind.MUST for part in parted)
    return parted if has_some else [span]


def _pieces(text: str, clause: _Clause, kind: ItemKind, lexicon: Lexicon) -> list[Span]:
    whole = bare(text, clause.span)
    match kind:
        case ItemKind.TASK:
            return duties(text, without_lead(text, whole, lexicon, "task"), lexicon)
        case ItemKind.OFFER:
            return offers(text, without_lead(text, whole, lexicon, "offer"), bullet=not clause.unit.prose)
        case ItemKind.MUST:
            told = demands(text, without_lead(text, whole, lexicon, "demand"))
            return [part for piece in told for part in _parted(text, piece, lexicon)] if len(told) > 1 else told
        case ItemKind.QUALITY:
            return _parted(text, without_lead(text, whole, lexicon, "demand"), lexicon, trait=True)
        case ItemKind.SHOULD:
            pieces = demands(text, whole)
            low = text[whole.start : whole.end].casefold()
            return pieces if not clause.cues.softener or (len(pieces) > 1 and _wishes_late(low)) else [whole]


def _wishes_late(low: str) -> bool:
    """Whether the only softener of a line stands after a comma, so that what comes before is a demand."""
    found = _LATE_WISH.search(low)
    return found is not None and found.start() > 0 and _WISHED_BEFORE.search(low[: found.start()]) is None
