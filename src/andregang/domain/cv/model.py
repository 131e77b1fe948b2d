"""A CV as it was read."""

from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.dates import PartialDate
from andregang.domain.source import Document, Quote, Stated


class CvSection(StrEnum):
    """The part of a CV a line stands in."""

    PROFILE = "profile"
    WORK = "work"
    VOLUNTEER = "volunteer"
    EDUCATION = "education"
    LANGUAGES = "languages"
    CERTIFICATES = "certificates"
    SKILLS = "skills"
    REFERENCES = "references"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Role:
    """A job or a volunteer post. `end` is None while `ongoing` or when no end is given; `share` is per cent.

    `quote` covers the line or lines that name position, organisation and dates; `highlights` are its bullets.
    """

    quote: Quote
    organisation: Stated[str] | None
    position: Stated[str] | None
    start: PartialDate | None
    end: PartialDate | None
    ongoing: bool = False
    share: int | None = None
    highlights: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Education:
    """A degree, course of study or certificate of apprenticeship. `study_type` is the whole degree wording."""

    quote: Quote
    institution: Stated[str] | None
    study_type: Stated[str] | None
    area: Stated[str] | None
    start: PartialDate | None
    end: PartialDate | None
    highlights: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A language the person says they know. `fluency` is in the CV's words."""

    language: Stated[str]
    fluency: Stated[str] | None


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """A line of skills, with the group's name when it has one."""

    name: str | None
    keywords: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class NamedReferee:
    """Someone the CV names as a referee; `rest` is what stands beside the name (role, employer, phone)."""

    name: Stated[str]
    rest: Stated[str] | None


@dataclass(frozen=True, slots=True)
class CvLine:
    """A line that can be evidence: its words, where in the CV it stands, and the role or degree it belongs to."""

    quote: Quote
    section: CvSection
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Cv:
    """A CV. `gaps` are lines that state a leave or a break; `unread` are lines that were not understood."""

    document: Document
    name: Stated[str] | None = None
    email: Stated[str] | None = None
    phone: Stated[str] | None = None
    profile: tuple[Quote, ...] = ()
    work: tuple[Role, ...] = ()
    volunteer: tuple[Role, ...] = ()
    education: tuple[Education, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    certificates: tuple[Stated[str], ...] = ()
    skills: tuple[SkillGroup, ...] = ()
    referees: tuple[NamedReferee, ...] = ()
    gaps: tuple[Quote, ...] = ()
    unread: tuple[Quote, ...] = ()
    lines: tuple[CvLine, ...] = ()
