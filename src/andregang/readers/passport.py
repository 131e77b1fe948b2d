"""Europass XML → a CV with JSON Resume's paths: the Skills Passport schema and the newer Candidate schema."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from andregang.readers.markup import statements_of
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.resume import write_resume
from andregang.readers.scribe import Scribe

_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "recover": False}
Element = Any


def write_passport(scribe: Scribe, data: bytes) -> None:
    """Write the passport's values. Refuses entities, and XML that does not parse."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise RefusedError(Reason.BOMB)
    try:
        root = etree.fromstring(data, etree.XMLParser(**_PARSER))
    except (etree.XMLSyntaxError, ValueError):
        raise RefusedError(Reason.DAMAGED) from None
    person = _first(root, "LearnerInfo")
    write_resume(scribe, _passport(person) if person is not None else _candidate(root))


def _name(element: Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _all(element: Element | None, *path: str) -> list[Element]:
    """The descendants reached by child names, wherever namespaces say."""
    found = [] if element is None else [element]
    for name in path:
        found = [child for node in found for child in node if _name(child) == name]
    return found


def _deep(element: Element | None, name: str) -> Iterator[Element]:
    if element is not None:
        yield from (node for node in element.iter() if _name(node) == name)


def _first(element: Element | None, name: str) -> Element | None:
    return next(_deep(element, name), None)


def _text(element: Element | None, *path: str) -> str:
    for node in _all(element, *path):
        text = "".join(node.itertext()).strip()
        if text:
            return text
    return ""


def _label(element: Element | None, *path: str) -> str:
    return _text(element, *path, "Label") or _text(element, *path)


def _date(element: Element | None) -> str:
    """A date as ISO 8601 to the precision given; the schema writes months as `--02` and days as `---05`."""
    if element is None:
        return ""
    parts = [element.get(key, "").strip("-") for key in ("year", "month", "day")]
    return "-".join(part.zfill(2) for part in parts if part.isdigit())


def _period(element: Element) -> dict[str, str]:
    period = _first(element, "Period")
    return {"startDate": _date(_first(period, "From")), "endDate": _date(_first(period, "To"))}


def _told(text: str) -> dict[str, Any]:
    summary, highlights = statements_of(text)
    return {"summary": summary, "highlights": highlights}


def _passport(person: Element) -> dict[str, Any]:
    identity = _first(person, "Identification")
    name = _first(identity, "PersonName")
    contact = _first(identity, "ContactInfo")
    address = _first(contact, "Address")
    skills = _first(person, "Skills")
    return {
        "basics": {
            "name": " ".join(part for part in (_text(name, "FirstName"), _text(name, "Surname")) if part),
            "label": _label(_first(person, "Headline"), "Description"),
            "email": _text(_first(contact, "Email"), "Contact"),
            "phone": _text(_first(contact, "Telephone"), "Contact"),
            "url": _text(_first(contact, "Website"), "Contact"),
            "location": {
                "address": _text(_first(address, "Contact"), "AddressLine"),
                "postalCode": _text(_first(address, "Contact"), "PostalCode"),
                "city": _text(_first(address, "Contact"), "Municipality"),
            },
        },
        "work": [
            {"position": _label(job, "Position"), "name": _text(job, "Employer", "Name"), **_period(job)}
            | _told(_text(job, "Activities"))
            for job in _deep(_first(person, "WorkExperienceList"), "WorkExperience")
        ],
        "education": [
            {"studyType": _text(study, "Title"), "institution": _text(study, "Organisation", "Name"), **_period(study)}
            | _told(_text(study, "Activities"))
            for study in _deep(_first(person, "EducationList"), "Education")
        ],
        "languages": [
            *(
                {"language": _label(tongue, "Description"), "fluency": "Morsmål"}
                for tongue in _deep(_first(skills, "MotherTongueList"), "MotherTongue")
            ),
            *(
                {"language": _label(tongue, "Description"), "fluency": _levels(tongue)}
                for tongue in _deep(_first(skills, "ForeignLanguageList"), "ForeignLanguage")
            ),
        ],
        "skills": [
            {"name": kind, **_told(_label(_first(skills, kind), "Description"))}
            for kind in ("Communication", "Organisational", "JobRelated", "Computer", "Driving", "Other")
            if _first(skills, kind) is not None
        ],
        "awards": [
            {"title": _label(item, "Title"), "summary": _text(item, "Description")}
            for item in _deep(_first(person, "AchievementList"), "Achievement")
        ],
    }  # fmt: skip


def _levels(tongue: Element) -> str:
    level = _first(tongue, "ProficiencyLevel")
    parts = [(_name(part), (part.text or "").strip()) for part in (level if level is not None else ())]
    return ", ".join(f"{name} {value}" for name, value in parts if value)


def _candidate(root: Element) -> dict[str, Any]:
    """The newer portal's HR-XML: other names for the same things."""
    person = _first(root, "CandidatePerson")
    name = _first(person, "PersonName")
    profile = _first(root, "CandidateProfile")

    def communication(kind: str) -> str:
        for item in _deep(person, "Communication"):
            if _text(item, "ChannelCode").lower() == kind:
                number = " ".join(part for part in (_text(item, "CountryDialing"), _text(item, "DialNumber")) if part)
                return _text(item, "URI") or (f"+{number}" if number else "")
        return ""

    return {
        "basics": {
            "name": " ".join(part for part in (_text(name, "GivenName"), _text(name, "FamilyName")) if part),
            "email": communication("email"),
            "phone": communication("telephone"),
            "summary": _text(profile, "ExecutiveSummary"),
        },
        "work": [
            {"position": _deep_text(position, "PositionTitle"), "name": _text(job, "OrganizationName")}
            | _stay(_first(position, "EmploymentPeriod"))
            | _told(_deep_text(position, "Description"))
            for job in _deep(profile, "EmployerHistory")
            for position in _deep(job, "PositionHistory")
        ],
        "education": [
            {"studyType": _deep_text(study, "DegreeName"), "institution": _text(study, "OrganizationName")}
            | _stay(_first(study, "AttendancePeriod"))
            | _told(_deep_text(study, "OccupationalSkillsCovered"))
            for study in _deep(profile, "EducationOrganizationAttendance")
        ],
        "skills": [
            {"name": _deep_text(skill, "CompetencyName") or _deep_text(skill, "CompetencyID")}
            for skill in _deep(profile, "PersonCompetency")
        ],
    }


def _stay(period: Element | None) -> dict[str, str]:
    return {"startDate": _deep_text(period, "StartDate"), "endDate": _deep_text(period, "EndDate")}


def _deep_text(element: Element | None, name: str) -> str:
    found = _first(element, name)
    return "" if found is None else "".join(found.itertext()).strip()
