"""The form about what was read in a document: what it shows, and what the person changed in it."""

from andregang.domain.cv import CvSection
from andregang.domain.job_ad import ItemKind
from andregang.domain.source import RECOGNISED
from andregang.services.reading import (
    Reading,
    accept_ad,
    accept_cv,
    accept_meeting,
    add_line,
    bring_back,
    misread_dates,
    role_field,
    shown,
)
from andregang.web.visit import Visit

Misread = tuple[tuple[str, str], ...]
"""Dates of roles that could not be read: the field, and the role's words."""


def accept(visit: Visit, reading: Reading) -> Misread:
    """Keep what the form says about a reading. What could not be read is handed back, and then nothing is kept."""
    assert visit.kept is not None
    digest = reading.stored.digest
    if visit.text("bring_back"):
        bring_back(visit.uow, digest, visit.text("bring_back"), visit.now)
        return ()
    fields, lines, unread = _named(visit, "field:"), _named(visit, "line:"), _named(visit, "unread:")
    roles = {(field, words): value for (field, words), value in _roles(visit).items()}
    misread = misread_dates(roles)
    if misread:
        return misread
    if reading.ad:
        kept = {words: kind for words, kind in unread.items() if kind}
        accept_ad(visit.uow, reading.ad, {**kept, **lines}, fields, visit.now)
    elif reading.cv:
        ticked = set(map(str, visit.form.getlist("keep")))
        struck = [words for words in map(str, visit.form.getlist("line")) if words not in ticked]
        accept_cv(visit.uow, reading.cv, struck, unread, fields, roles, visit.now)
    elif reading.meeting:
        accept_meeting(visit.uow, visit.kept, reading.meeting, fields, visit.now)
    if visit.text("new").strip():
        add_line(visit.uow, digest, visit.text("new"), visit.text("new_kind"), visit.now)
    return ()


def reading_values(visit: Visit, reading: Reading, misread: Misread = ()) -> dict[str, object]:
    """What the templates of a reading need; fields keep what was typed when something could not be read."""
    typed = {f"field:{name}": value for name, value in _named(visit, "field:").items()}
    typed_roles = _roles(visit)
    places = {role.quote.words: number for number, role in enumerate(reading.roles)}
    sentence = visit.words._("Write the date as 2018 or 2018-03.")
    return {
        "reading": reading,
        "shown": shown,
        "typed": typed.get,
        "role_value": lambda role, field: typed_roles.get((field, role.quote.words), role_field(role, field)),
        "misread": set(misread),
        "errors": [(f"role-{places[words]}-{field}", sentence) for field, words in misread if words in places],
        "kinds": list(ItemKind),
        "sections": list(CvSection),
        "document_kinds": list(RECOGNISED),
    }


def _named(visit: Visit, prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): str(value) for name, value in visit.form.items() if name.startswith(prefix)}


def _roles(visit: Visit) -> dict[tuple[str, str], str]:
    named = (name.partition(":") for name in _named(visit, "role:"))
    return {(field, words): visit.text(f"role:{field}:{words}") for field, _, words in named}
