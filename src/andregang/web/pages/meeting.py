"""Møtet: when, where, whom, what to bring, what to ask, and the files to take along."""

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.brief import Brief
from andregang.domain.errors import InvalidInput
from andregang.domain.meeting import Side
from andregang.domain.meeting.attendees import Attendee
from andregang.domain.meeting.given import TIME_FIELDS, read_given
from andregang.i18n import Words
from andregang.services.meeting import (
    add_person,
    brief_of,
    bring_back_person,
    people_of,
    remove_person,
    say_about_people,
    see_meeting,
    set_time,
)
from andregang.web.visit import Visit, endpoint

_MET = {"yes": True, "no": False}


def show(visit: Visit) -> Response:
    """Everything about the meeting."""
    return _page(visit)


def _page(visit: Visit, status: int = 200, errors: tuple[tuple[str, str], ...] = ()) -> Response:
    from andregang.output.letters import letter_to_contact
    from andregang.output.sheet_words import sheet_of

    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_meeting(visit.uow, visit.kept, preparation)
    typed = {name: visit.text(name) for name in ("name", "role", "side")}
    return visit.page(
        "meeting.html",
        status,
        preparation=preparation,
        seen=seen,
        sheet=sheet_of(seen.brief, visit.words),
        letter=letter_to_contact(preparation, visit.words),
        sides=list(Side),
        errors=errors,
        typed=typed,
    )


def save_people(visit: Visit) -> Response:
    """Met and heard, and people added, taken off or put back."""
    assert visit.kept is not None
    preparation, now = visit.preparation(), visit.now
    if name := visit.text("remove"):
        remove_person(visit.uow, visit.kept, preparation, name, now)
    elif name := visit.text("restore"):
        bring_back_person(visit.uow, visit.kept, preparation, name, now)
    elif "side" in visit.form:
        side = visit.text("side")
        person = Attendee(
            visit.text("name"), visit.text("role").strip(), Side(side) if side in _SIDES else Side.UNKNOWN
        )
        try:
            add_person(visit.uow, visit.kept, preparation, person, now)
        except InvalidInput as fault:
            return _page(visit, 422, _said(visit, (fault,)))
    else:
        people = people_of(visit.uow, visit.kept, preparation)
        said = [_as_said(visit, person, number) for number, person in enumerate(people)]
        say_about_people(visit.uow, visit.kept, preparation, said, now)
    visit.uow.commit()
    return visit.see(visit.path("motet?lagret=1#folk"))


_SIDES = {side.value for side in Side}


def _as_said(visit: Visit, person: Attendee, number: int) -> Attendee:
    """What the form says about a person, when it is still about them."""
    if visit.text(f"name-{number}") != person.name:
        return person
    met, heard = _MET.get(visit.text(f"met-{number}")), visit.text(f"heard-{number}") == "1"
    return Attendee(person.name, person.role, person.side, met, heard, person.invited)


def _said(visit: Visit, faults: tuple[InvalidInput, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((fault.field, " ".join(visit.words.explain(fault) or ())) for fault in faults)


def show_time(visit: Visit) -> Response:
    """Time and place as they stand, to be set right."""
    preparation = visit.preparation()
    fields = dict.fromkeys(TIME_FIELDS, "")
    for name in TIME_FIELDS:
        stated = getattr(preparation.meeting, name, None)
        fields[name] = _shown(stated.value) if stated else ""
    if preparation.given_start:
        fields["start"] = _shown(preparation.given_start)
    return visit.page("meeting_time.html", preparation=preparation, fields=fields, errors=())


def _shown(value: object) -> str:
    return value.strftime("%Y-%m-%dT%H:%M") if hasattr(value, "strftime") else str(value)


def save_time(visit: Visit) -> Response:
    """Time and place as the person says."""
    assert visit.kept is not None
    fields = {name: visit.text(name) for name in TIME_FIELDS}
    given = read_given(fields, visit.context.settings.zone)
    preparation = visit.preparation()
    if given.faults:
        errors = _said(visit, given.faults)
        return visit.page("meeting_time.html", 422, preparation=preparation, fields=fields, errors=errors)
    set_time(visit.uow, visit.kept, preparation, given, visit.now)
    visit.uow.commit()
    return visit.see(visit.path("motet?lagret=1"))


def show_sheet(visit: Visit) -> Response:
    """The two pages as they are printed."""
    from andregang.output.sheet_words import sheet_of
    from andregang.web.paper import fit

    assert visit.kept is not None
    preparation = visit.preparation()
    whole = sheet_of(brief_of(visit.uow, visit.kept, preparation), visit.words)
    sheet = fit(whole)
    left_out = len(whole.hypothesis.rows) - len(sheet.hypothesis.rows)
    return visit.page("meeting_sheet.html", preparation=preparation, sheet=sheet, left_out=left_out)


def download(visit: Visit) -> Response:
    """A file of the preparation."""
    assert visit.kept is not None
    name = visit.request.path_params["name"]
    if name not in _FILES:
        raise HTTPException(404)
    kind, make = _FILES[name]
    full = visit.request.query_params.get("fullt") == "1"
    data = make(brief_of(visit.uow, visit.kept, visit.preparation()), visit.words, full)
    if data is None:
        raise HTTPException(404)
    return Response(data, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _pdf(brief: Brief, words: Words, full: bool) -> bytes | None:  # noqa: ARG001, FBT001
    from andregang.output.pdf import brief_pdf

    return brief_pdf(brief, words).data


def _html(brief: Brief, words: Words, full: bool) -> bytes | None:  # noqa: ARG001, FBT001
    from andregang.output.phone import brief_html

    return brief_html(brief, words).encode()


def _interview(brief: Brief, words: Words, full: bool) -> bytes | None:  # noqa: FBT001
    from andregang.output.calendar import interview_ics

    return interview_ics(brief, words, full=full)


def _plan(brief: Brief, words: Words, full: bool) -> bytes | None:  # noqa: FBT001
    from andregang.output.calendar import plan_ics

    return plan_ics(brief, words, full=full)


def _cards(brief: Brief, words: Words, full: bool) -> bytes | None:  # noqa: ARG001, FBT001
    from andregang.output.cards import anki_cards

    return anki_cards(brief.preparation, words).encode()


_FILES: dict[str, tuple[str, Callable[[Brief, Words, bool], bytes | None]]] = {
    "brief.pdf": ("application/pdf", _pdf),
    "brief.html": ("text/html", _html),
    "interview.ics": ("text/calendar", _interview),
    "plan.ics": ("text/calendar", _plan),
    "questions.txt": ("text/plain", _cards),
}

ROUTES = (
    Route("/s/{slug}/motet", endpoint(show)),
    Route("/s/{slug}/motet/folk", endpoint(show, save_people), methods=["GET", "POST"]),
    Route("/s/{slug}/motet/tid", endpoint(show_time, save_time), methods=["GET", "POST"]),
    Route("/s/{slug}/motet/ark", endpoint(show_sheet)),
    Route("/s/{slug}/motet/fil/{name}", endpoint(download)),
)
