"""CVs that come as fields: JSON Resume, LinkedIn exports, Europass."""

import re
from collections.abc import Iterator, Sequence

from andregang.domain.cv.education import area_of
from andregang.domain.cv.lines import Line, split_lines
from andregang.domain.cv.model import Education, LanguageSkill, NamedReferee, Role, SkillGroup
from andregang.domain.cv.parts import Part, parse_header
from andregang.domain.cv.periods import find_periods
from andregang.domain.cv.roles import highlights, stated
from andregang.domain.cv.terms import Terms
from andregang.domain.dates import PartialDate
from andregang.domain.source import Document, Quote, Stated, quote
from andregang.domain.text import Block, BlockKind, DocumentText

_INDEX = re.compile(r"(?P<list>[A-Za-z]+)\[(?P<number>\d+)\](?:\.(?P<rest>.+))?")

Record = dict[str, list[Block]]


def records(content: DocumentText, name: str) -> Iterator[Record]:
    """The fields of each element of a list, by the rest of their path ('work[0].position' → 'position')."""
    grouped: dict[int, Record] = {}
    for block in content.fields(f"{name}["):
        found = _INDEX.match(block.path)
        if found and content.slice(block).strip():
            rest = re.sub(r"\[\d+\].*", "", found["rest"] or "")
            grouped.setdefault(int(found["number"]), {}).setdefault(rest, []).append(block)
    yield from grouped.values()


def single(document: Document, record: Record, *names: str) -> Stated[str] | None:
    """The first of these fields that holds words."""
    for name in names:
        for block in record.get(name, ()):
            words = quote(document, block.start, block.end)
            if words.words:
                return Stated(words.words, words)
    return None


def top(document: Document, path: str) -> Stated[str] | None:
    """A field by its whole path."""
    blocks = [block for block in document.content.fields(path) if block.path == path]
    return single(document, {"": blocks}, "")


def _date(document: Document, record: Record, *names: str) -> PartialDate | None:
    value = single(document, record, *names)
    periods = find_periods(value.value) if value else ()
    return periods[0].first or periods[0].last if periods else None


def _ongoing(document: Document, record: Record) -> bool:
    ends = single(document, record, "endDate")
    return _date(document, record, "endDate") is None and (ends is None or bool(ends.value))


def _whole(record: Record) -> tuple[int, int]:
    blocks = [
        block
        for name in ("position", "name", "organization", "institution", "studyType", "area")
        for block in record.get(name, ())
    ]
    blocks = blocks or [block for group in record.values() for block in group]
    first = min(blocks, key=lambda block: block.start)
    return first.start, first.end


def lines_in(document: Document, block: Block) -> list[Line]:
    """The lines inside one field."""
    content = document.content
    inner = DocumentText(content.text[: block.end], (), content.format)
    return [line for line in split_lines(inner) if line.start >= block.start]


def _described(document: Document, record: Record, terms: Terms, *names: str) -> tuple[list[Quote], int | None]:
    """The lines of descriptive fields, and the share of a full post one of them states."""
    found: list[Quote] = []
    share: int | None = None
    for name in names:
        for block in record.get(name, ()):
            lines = lines_in(document, block)
            for line in lines:
                header = parse_header([(line.start, line.text)], terms)
                if header.share and not header.parts:
                    share = header.share
                else:
                    found += highlights(document, [line], terms)
    return found, share


def read_field_roles(document: Document, name: str, terms: Terms) -> list[Role]:
    """Roles of the list `work` or `volunteer`."""
    roles = []
    for record in records(document.content, name):
        position = single(document, record, "position", "role", "title")
        share = None
        if position:
            header = parse_header([(position.quote.start, position.value)], terms)
            share = header.share
            if header.parts and (share or len(header.parts) == 1):
                position = _bare(document, position)
        described, stated_share = _described(document, record, terms, "summary", "description", "highlights")
        start, end = _whole(record)
        roles.append(
            Role(
                quote=quote(document, start, end),
                organisation=single(document, record, "name", "organization", "company"),
                position=position,
                start=_date(document, record, "startDate"),
                end=_date(document, record, "endDate"),
                ongoing=_ongoing(document, record),
                share=share or stated_share,
                highlights=tuple(described),
            )
        )
    return roles


def _bare(document: Document, position: Stated[str]) -> Stated[str]:
    """A position without the share in parentheses behind it."""
    found = re.search(
        r"\s*\(\s*(?:ca\.? ?)?\d{1,3}\s?(?:%|prosent)[^()]*\)\s*$",
        document.content.text[position.quote.start : position.quote.end],
    )
    if not found or not found.start():
        return position
    words = quote(document, position.quote.start, position.quote.start + found.start())
    return Stated(words.words, words)


def read_field_education(document: Document, terms: Terms) -> list[Education]:
    """Education of the list `education`."""
    found = []
    for record in records(document.content, "education"):
        degree, area = single(document, record, "studyType", "degree"), single(document, record, "area", "field")
        described, _ = _described(document, record, terms, "courses", "summary", "notes", "highlights")
        start, end = _whole(record)
        if area is None and degree:
            words = document.content.text[degree.quote.start : degree.quote.end]
            area = stated(document, area_of(Part(degree.quote.start, degree.quote.end, words)))
        found.append(
            Education(
                quote=quote(document, start, end),
                institution=single(document, record, "institution", "school"),
                study_type=degree or area,
                area=area,
                start=_date(document, record, "startDate"),
                end=_date(document, record, "endDate"),
                highlights=tuple(described),
            )
        )
    return found


def read_field_languages(document: Document) -> list[LanguageSkill]:
    """Languages of the list `languages`."""
    found = []
    for record in records(document.content, "languages"):
        language = single(document, record, "language", "name", "")
        if language:
            found.append(LanguageSkill(language, single(document, record, "fluency", "proficiency")))
    return found


def read_field_names(document: Document, name: str, *keys: str) -> list[Stated[str]]:
    """One named value of each element of a list (certificates, courses, awards, projects, publications)."""
    return [value for record in records(document.content, name) if (value := single(document, record, *keys, ""))]


def read_field_skills(document: Document) -> list[SkillGroup]:
    """Skills: a group with keywords keeps its name, a bare skill is its own keyword."""
    groups = []
    for record in records(document.content, "skills"):
        name = single(document, record, "name", "")
        keywords = tuple(quote(document, block.start, block.end) for block in record.get("keywords", ()))
        if keywords:
            groups.append(SkillGroup(name.value if name else None, keywords))
        elif name:
            groups.append(SkillGroup(None, (name.quote,)))
    return groups


def read_field_referees(document: Document) -> list[NamedReferee]:
    """Referees of the list `references`."""
    return [
        NamedReferee(name, single(document, record, "reference"))
        for record in records(document.content, "references")
        if (name := single(document, record, "name"))
    ]


def has_fields(content: DocumentText) -> bool:
    """Whether a document is a structured CV."""
    return any(
        block.kind is BlockKind.FIELD and re.match(r"(?:basics\.|work\[|education\[|skills\[|languages\[)", block.path)
        for block in content.blocks
    )


def summary_lines(document: Document, paths: Sequence[str] = ("basics.label", "basics.summary")) -> list[Line]:
    """The lines of headline and summary."""
    return [
        line
        for path in paths
        for block in document.content.fields(path)
        if block.path == path
        for line in lines_in(document, block)
    ]
