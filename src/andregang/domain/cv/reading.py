"""A CV out of a document: sections, then what each holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from andregang.domain.cv.arranging import arrange_sections, named_lines
from andregang.domain.cv.education import education_kinds, read_education
from andregang.domain.cv.entries import split_entries
from andregang.domain.cv.fields import (
    has_fields,
    read_field_education,
    read_field_languages,
    read_field_names,
    read_field_referees,
    read_field_roles,
    read_field_skills,
    summary_lines,
    top,
)
from andregang.domain.cv.headings import heading_key, inline_heading
from andregang.domain.cv.languages import opens_with_language, read_languages
from andregang.domain.cv.lines import Line, split_lines
from andregang.domain.cv.model import Cv, CvLine, CvSection, Education, LanguageSkill, NamedReferee, Role, SkillGroup
from andregang.domain.cv.parts import anchor_period
from andregang.domain.cv.people import (
    find_email,
    find_name,
    find_phone,
    is_furniture,
    read_referees,
)
from andregang.domain.cv.roles import is_gap, read_roles, role_kinds, sentences
from andregang.domain.cv.skills import read_certificates, read_skills
from andregang.domain.cv.terms import Terms, make_terms
from andregang.domain.source import Document, Quote, Stated, quote
from andregang.domain.vocabulary import Vocabulary


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    document: Document
    terms: Terms
    name: Stated[str] | None = None
    profile: list[Quote] = field(default_factory=list)
    work: list[Role] = field(default_factory=list)
    volunteer: list[Role] = field(default_factory=list)
    education: list[Education] = field(default_factory=list)
    languages: list[LanguageSkill] = field(default_factory=list)
    certificates: list[Stated[str]] = field(default_factory=list)
    skills: list[SkillGroup] = field(default_factory=list)
    referees: list[NamedReferee] = field(default_factory=list)
    gaps: list[Quote] = field(default_factory=list)
    unread: list[Quote] = field(default_factory=list)
    lines: list[CvLine] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)

    def add_line(self, words: Quote, section: CvSection, role: Role | None = None) -> None:
        if words.words:
            self.lines.append(CvLine(words, section, role))


def parse_cv(document: Document, vocabulary: Vocabulary) -> Cv:
    """The CV a document holds. Never raises: a document that is no CV gives an almost empty one, with its lines unread.

    `lines` holds every line that can be evidence, each once, in the order of the text.
    """
    reading = _Reading(document, make_terms(vocabulary))
    if has_fields(document.content):
        _read_fields(reading)
    else:
        _read_text(reading)
    return _finish(reading)


def _read_text(reading: _Reading) -> None:
    terms = reading.terms
    lines = named_lines(reading.document.content, terms)
    reading.name = find_name(reading.document, lines, terms)
    sections = arrange_sections(reading.document.content, lines, reading.name, terms)
    known = {section.key for section in sections}
    for section in sections:
        if section.key in {"", "profile", "other"} and not known & {"work", "education"}:
            _read_unheaded(reading, section.lines)
        else:
            _READERS[section.key](reading, section.lines)


def _read_head(reading: _Reading, lines: Sequence[Line]) -> None:
    """Name, address and headline; a headline says something about the person and is kept with the profile."""
    own = reading.name.quote if reading.name else None
    for line in lines:
        if own and line.start <= own.start < line.end:
            if (rest := line.text[own.end - line.start :].strip(" ,|–-\t")) and not is_furniture(rest, reading.terms):
                _add_profile(
                    reading, Line(line.end - len(line.text[own.end - line.start :].lstrip(" ,|–-\t")), line.end, rest)
                )
        elif is_gap(line, reading.terms):
            reading.gaps.append(quote(reading.document, line.start, line.end))
        elif not is_furniture(line.text, reading.terms):
            _add_profile(reading, line)


def _add_profile(reading: _Reading, line: Line) -> None:
    for words in sentences(reading.document, line):
        reading.profile.append(words)
        reading.add_line(words, CvSection.PROFILE)


def _read_contact(reading: _Reading, lines: Sequence[Line]) -> None:
    own = reading.name.quote if reading.name else None
    for line in lines:
        if not is_furniture(line.text, reading.terms) and not (own and line.start <= own.start < line.end):
            reading.unread.append(quote(reading.document, line.start, line.end))


def _read_work(reading: _Reading, lines: Sequence[Line]) -> None:
    read = read_roles(reading.document, lines, reading.terms)
    reading.work += read.roles
    reading.gaps += read.gaps
    reading.unread += read.unread
    _add_roles(reading, read.roles, CvSection.WORK)


def _read_volunteer(reading: _Reading, lines: Sequence[Line]) -> None:
    read = read_roles(reading.document, lines, reading.terms)
    reading.volunteer += read.roles
    reading.gaps += read.gaps
    reading.unread += read.unread
    _add_roles(reading, read.roles, CvSection.VOLUNTEER)


def _add_roles(reading: _Reading, roles: Sequence[Role], section: CvSection) -> None:
    for role in roles:
        reading.add_line(role.quote, section, role)
        for words in role.highlights:
            reading.add_line(words, section, role)


def _read_education(reading: _Reading, lines: Sequence[Line]) -> None:
    terms = reading.terms
    gaps = [ln for ln in lines if is_gap(ln, terms) and not terms.degree(ln.text) and not terms.institution(ln.text)]
    reading.gaps += [quote(reading.document, line.start, line.end) for line in gaps]
    found, unread = read_education(reading.document, [line for line in lines if line not in gaps], terms)
    reading.unread += unread
    _add_education(reading, found)


def _add_education(reading: _Reading, found: Sequence[Education]) -> None:
    reading.education += found
    for study in found:
        reading.add_line(study.quote, CvSection.EDUCATION)
        for words in study.highlights:
            reading.add_line(words, CvSection.EDUCATION)


def _read_languages(reading: _Reading, lines: Sequence[Line]) -> None:
    found, unread = read_languages(reading.document, lines, reading.terms)
    reading.unread += unread
    _add_languages(reading, found)


def _add_languages(reading: _Reading, found: Sequence[LanguageSkill]) -> None:
    reading.languages += found
    text = reading.document.content.text
    for skill in found:
        start, end = skill.language.quote.start, skill.language.quote.end
        if skill.fluency and 0 <= skill.fluency.quote.start - end <= 40:
            end = skill.fluency.quote.end
            end += text[end : end + 1] == ")" and "(" in text[start:end]
        reading.add_line(quote(reading.document, start, end), CvSection.LANGUAGES)


def _read_certificates(reading: _Reading, lines: Sequence[Line]) -> None:
    found = read_certificates(reading.document, lines, reading.terms)
    reading.certificates += found
    for certificate in found:
        reading.add_line(certificate.quote, CvSection.CERTIFICATES)


def _read_skills(reading: _Reading, lines: Sequence[Line]) -> None:
    reading.skills += read_skills(reading.document, lines)
    for line in lines:
        reading.add_line(quote(reading.document, line.start, line.end), CvSection.SKILLS)


def _read_references(reading: _Reading, lines: Sequence[Line]) -> None:
    own = reading.name.value if reading.name else ""
    reading.aside += lines
    found, unread = read_referees(reading.document, lines, reading.terms, own)
    reading.referees += found
    reading.unread += unread


def _read_profile(reading: _Reading, lines: Sequence[Line]) -> None:
    for line in lines:
        if is_gap(line, reading.terms):
            reading.gaps.append(quote(reading.document, line.start, line.end))
        elif not is_furniture(line.text, reading.terms):
            _add_profile(reading, line)


def _read_other(reading: _Reading, lines: Sequence[Line]) -> None:
    for line in lines:
        for words in sentences(reading.document, line):
            reading.add_line(words, CvSection.OTHER)


def _read_unheaded(reading: _Reading, lines: Sequence[Line]) -> None:
    """A CV without headings: what is dated is a job or a study, by its words; the rest is the head."""
    terms = reading.terms
    spoken = [line for line in lines if opens_with_language(line.text, terms)]
    _read_languages(reading, spoken)
    lines = [line for line in lines if line not in spoken]
    dated = [
        index for index, line in enumerate(lines) if anchor_period(line.text) and not is_furniture(line.text, terms)
    ]
    first = dated[0] if dated else len(lines)
    while first and first < len(lines) and not lines[first].gap and first > dated[0] - 2:
        first -= 1
    _read_head(reading, lines[:first])
    studies, posts = education_kinds(terms), role_kinds(terms)
    for entry in split_entries(lines[first:], posts):
        head = " ".join(line.text for line in entry.header)
        studied = studies.first(head) + studies.second(head) > posts.first(head) + posts.second(head)
        named = posts.known(head) > 0 or studies.known(head) > 0
        if named and any(anchor_period(line.text) for line in entry.header):
            (_read_education if studied else _read_work)(reading, entry.lines)
        else:
            reading.unread += [quote(reading.document, line.start, line.end) for line in entry.lines]


_READERS = {
    "": _read_head,
    "contact": _read_contact,
    "profile": _read_profile,
    "work": _read_work,
    "volunteer": _read_volunteer,
    "education": _read_education,
    "languages": _read_languages,
    "certificates": _read_certificates,
    "skills": _read_skills,
    "references": _read_references,
    "other": _read_other,
}


def _read_fields(reading: _Reading) -> None:
    document, terms = reading.document, reading.terms
    reading.name = top(document, "basics.name")
    _read_summary(reading)
    reading.work = read_field_roles(document, "work", terms)
    _add_roles(reading, reading.work, CvSection.WORK)
    reading.volunteer = read_field_roles(document, "volunteer", terms)
    _add_roles(reading, reading.volunteer, CvSection.VOLUNTEER)
    _add_education(reading, read_field_education(document, terms))
    _add_languages(reading, read_field_languages(document))
    for name in ("certificates", "courses"):
        reading.certificates += read_field_names(document, name, "name")
    for certificate in reading.certificates:
        reading.add_line(certificate.quote, CvSection.CERTIFICATES)
    reading.skills = read_field_skills(document)
    for group in reading.skills:
        start, end = group.keywords[0].start, group.keywords[-1].end
        reading.add_line(quote(document, start, end), CvSection.SKILLS)
    for name in ("projects", "publications", "awards", "interests"):
        for value in read_field_names(document, name, "name", "title", "description", "summary"):
            reading.add_line(value.quote, CvSection.OTHER)
    reading.referees += read_field_referees(document)


def _read_summary(reading: _Reading) -> None:
    """Headline and summary, where exports without room for them also keep gaps and referees."""
    for line in summary_lines(reading.document):
        key, at = inline_heading(line, reading.terms)
        if key == "references":
            _read_references(reading, [Line(at, line.end, line.text[at - line.start :])])
        elif reading.terms.is_reference_note(line.text) and len(line.text) < 60:
            continue
        elif is_gap(line, reading.terms):
            reading.gaps.append(quote(reading.document, line.start, line.end))
        elif not heading_key(line.text, reading.terms):
            _add_profile(reading, line)


def _finish(reading: _Reading) -> Cv:
    document = reading.document
    unique: dict[tuple[int, int], CvLine] = {}
    for line in reading.lines:
        unique.setdefault((line.quote.start, line.quote.end), line)
    name = reading.name.value if reading.name else ""
    unread = [words for words in reading.unread if not reading.terms.is_reference_note(words.words)]
    given = {key: top(document, f"basics.{key}") for key in ("email", "phone")}
    email = given["email"] or find_email(document, name, reading.aside)
    phone = given["phone"] or find_phone(document, split_lines(document.content), reading.aside)
    return Cv(
        document=document,
        name=reading.name,
        email=email,
        phone=phone,
        profile=tuple(reading.profile),
        work=tuple(reading.work),
        volunteer=tuple(reading.volunteer),
        education=tuple(reading.education),
        languages=tuple(reading.languages),
        certificates=tuple(reading.certificates),
        skills=tuple(reading.skills),
        referees=tuple(reading.referees),
        gaps=tuple(sorted(reading.gaps, key=lambda gap: gap.start)),
        unread=tuple(sorted(unread, key=lambda words: words.start)),
        lines=tuple(sorted(unique.values(), key=lambda line: (line.quote.start, line.quote.end))),
    )
