"""What was read from one document, as JSON values: ad, CV (JSON Resume 1.0), meeting and match.

Wherever a quote stands, its `document` (digest), `start` and `end` stand beside it; offsets are into the document's
text. Values that are read from a place but are not its words verbatim have their quotes under `quotes`, by key.
`src/andregang/output/data/preparation.schema.json` describes every shape.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from andregang.domain.source import Document, Quote, Stated

if TYPE_CHECKING:
    from andregang.domain.cv import Cv, Education, Role
    from andregang.domain.evidence import Evidence, Match
    from andregang.domain.job_ad import AdContact, AdItem, JobAd
    from andregang.domain.meeting import Meeting

Json = dict[str, Any]


def quoted(claim: Quote) -> Json:
    """A quote with where it stands."""
    return {"quote": claim.words, "document": claim.document, "start": claim.start, "end": claim.end}


def document_json(document: Document) -> Json:
    """What a document is called and taken for; never its text."""
    return {
        "id": document.digest,
        "name": document.name,
        "kind": document.kind.value,
        "language": document.language.value,
        "format": document.content.format,
    }


def ad_json(ad: JobAd) -> Json:
    """The ad: title, employer, deadline, contacts, and every line with its kind."""
    stated = {
        "title": ad.title,
        "employer": ad.employer,
        "deadline": ad.deadline,
        "place": ad.place,
        "percentage": ad.percentage,
        "permanent": ad.permanent,
    }
    return {
        "document": document_json(ad.document),
        "language": ad.document.language.value,
        **_values(stated),
        "posts": ad.posts,
        "contacts": [_contact(contact) for contact in ad.contacts],
        "items": [item_json(item) for item in ad.items],
        "unread": [quoted(line) for line in ad.unread],
        "quotes": _quotes(stated),
    }


def item_json(item: AdItem) -> Json:
    """One line of an ad."""
    heading = item.heading.words if item.heading else None
    return {"kind": item.kind.value, **quoted(item.quote), "heading": heading}


def _contact(contact: AdContact) -> Json:
    values = {"name": contact.name, "role": contact.role, "phone": contact.phone, "email": contact.email}
    return values | quoted(contact.quote)


def cv_json(cv: Cv) -> Json:
    """The CV as JSON Resume 1.0, with quotes and with what the standard has no place for: gaps and unread lines."""
    basics = {"name": cv.name, "email": cv.email, "phone": cv.phone}
    return {
        "document": document_json(cv.document),
        "language": cv.document.language.value,
        "basics": {**_values(basics), "summary": "\n".join(line.words for line in cv.profile) or None},
        "work": [_role(role, "name") for role in cv.work],
        "volunteer": [_role(role, "organization") for role in cv.volunteer],
        "education": [_education(school) for school in cv.education],
        "languages": [
            {"language": skill.language.value, "fluency": _value(skill.fluency), **quoted(skill.language.quote)}
            for skill in cv.languages
        ],
        "certificates": [{"name": course.value, **quoted(course.quote)} for course in cv.certificates],
        "skills": [
            {
                "name": group.name,
                "keywords": [word.words for word in group.keywords],
                "quotes": {"keywords": [quoted(word) for word in group.keywords]},
            }
            for group in cv.skills
        ],
        "references": [
            {"name": person.name.value, "reference": _value(person.rest), **quoted(person.name.quote)}
            for person in cv.referees
        ],
        "gaps": [quoted(line) for line in cv.gaps],
        "unread": [quoted(line) for line in cv.unread],
        "quotes": {**_quotes(basics), "profile": [quoted(line) for line in cv.profile]},
    }


def _role(role: Role, organisation: str) -> Json:
    return {
        organisation: _value(role.organisation),
        "position": _value(role.position),
        "startDate": _date(role.start),
        "endDate": _date(role.end),
        "ongoing": role.ongoing,
        "percentage": role.share,
        "highlights": [line.words for line in role.highlights],
        **quoted(role.quote),
        "quotes": {
            **_quotes({organisation: role.organisation, "position": role.position}),
            "highlights": [quoted(line) for line in role.highlights],
        },
    }


def _education(school: Education) -> Json:
    stated = {"institution": school.institution, "area": school.area, "studyType": school.study_type}
    return {
        **_values(stated),
        "startDate": _date(school.start),
        "endDate": _date(school.end),
        "courses": [line.words for line in school.highlights],
        **quoted(school.quote),
        "quotes": {**_quotes(stated), "courses": [quoted(line) for line in school.highlights]},
    }


def meeting_json(meeting: Meeting) -> Json:
    """The meeting as one message, or all of them together, tells it."""
    stated = {
        "round": meeting.round,
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "video_link": meeting.video_link,
        "reply_by": meeting.reply_by,
    }
    contact, case = meeting.contact, meeting.case
    return {
        "document": document_json(meeting.document),
        "kind": meeting.kind.value,
        "language": meeting.document.language.value,
        "sent": _plain(meeting.sent),
        **_values(stated),
        "participants": [
            {"name": p.name, "role": p.role, "side": p.side.value, "first_time": p.first_time, **quoted(p.quote)}
            for p in meeting.participants
        ],
        "agenda": [{"what": part.what, "minutes": part.minutes, **quoted(part.quote)} for part in meeting.agenda],
        "tests": [{"what": test.what, "when": test.when.value, **quoted(test.quote)} for test in meeting.tests],
        "case": {"task": case.task, "minutes": case.minutes, **quoted(case.quote)} if case else None,
        "bring": [thing.words for thing in meeting.bring],
        "contact": {"name": contact.name, "phone": contact.phone, "email": contact.email, **quoted(contact.quote)}
        if contact
        else None,
        "missing": [gap.value for gap in meeting.missing],
        "doubts": [
            {"doubt": doubt.doubt.value, "quotes": [quoted(place) for place in doubt.quotes]}
            for doubt in meeting.doubts
        ],
        "unread": [quoted(line) for line in meeting.unread],
        "quotes": {**_quotes(stated), "bring": [quoted(thing) for thing in meeting.bring]},
    }


def match_json(matches: Iterable[Match]) -> Json:
    """Every task, must and should with the CV lines that speak for it, best first."""
    from andregang.domain.job_ad import ItemKind

    compared = (ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD)
    return {"items": [one_match_json(match) for match in matches if match.item.kind in compared]}


def one_match_json(match: Match) -> Json:
    """A line of the ad with its evidence, and the rule that decided, if one did."""
    return {
        **item_json(match.item),
        "strength": match.strength.value,
        "evidence": [_evidence(evidence) for evidence in match.evidence],
        "rule": match.rule or None,
        "asked": match.asked or None,
        "found": match.found or None,
        "asks_for_example": match.asks_for_example,
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        **quoted(evidence.quote),
        "section": evidence.section.value,
        "score": round(evidence.score, 3),
        "basis": evidence.basis.value,
        "context": quoted(evidence.context) if evidence.context else None,
    }


def _values(stated: Mapping[str, Stated[Any] | None]) -> Json:
    return {key: _value(claim) for key, claim in stated.items()}


def _quotes(stated: Mapping[str, Stated[Any] | None]) -> Json:
    return {key: quoted(claim.quote) for key, claim in stated.items() if claim}


def _value(claim: Stated[Any] | None) -> Any:
    return _plain(claim.value) if claim else None


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _date(value: object | None) -> str | None:
    return str(value) if value else None


__all__: Sequence[str] = ("ad_json", "cv_json", "match_json", "meeting_json")
