"""Prosessen: rounds and what was said, messages and what they changed, people by side, checklists at their time."""

from starlette.datastructures import UploadFile
from starlette.responses import Response
from starlette.routing import Route

from andregang.content import load_checklists
from andregang.domain.meeting import Side
from andregang.domain.process import current_number, read_round
from andregang.domain.source import DocumentKind
from andregang.domain.text import Language
from andregang.services.documents import GivenFile, read_files
from andregang.services.preparation import keep_documents
from andregang.services.process import (
    add_line,
    keep_promise,
    keep_round,
    log_message,
    see_after,
    see_process,
    see_round,
    settle_about,
    settle_list,
    tick_line,
    write_about,
    write_list,
)
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint

FILE_BYTES = 30_000_000
_FIELDS = ("begins", "place", "side", "answer_by", "outcome")
_LISTS = ("CLA", "CLB", "CLC", "CLD")


def show(visit: Visit) -> Response:
    """All that has happened and comes."""
    return _page(visit)


def _page(visit: Visit, status: int = 200, errors: tuple[tuple[str, str], ...] = ()) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    return visit.page(
        "process.html",
        status,
        preparation=preparation,
        process=see_process(visit.uow, visit.kept, preparation),
        lists={one.id: one for one in load_checklists() if one.id in _LISTS},
        language=visit.words.language,
        sides=(Side.EMPLOYER, Side.AGENCY, Side.UNKNOWN),
        errors=errors,
        pasted=visit.text("pasted"),
    )


def save(visit: Visit) -> Response:
    """A line of a checklist ticked or opened again."""
    assert visit.kept is not None
    line = visit.text("line")
    if any(line == one.id for checklist in load_checklists() for one in checklist.lines):
        tick_line(visit.uow, visit.kept, line, visit.now, done=visit.text("done") == "1")
        visit.uow.commit()
    return visit.see(visit.path(f"prosessen#linje-{line}"))


def save_message(visit: Visit) -> Response:
    """A message about the meeting: the same meeting is read anew, and what it changed is shown."""
    assert visit.kept is not None
    given = _given(visit)
    if not given:
        return _page(visit, 422, (("pasted", visit.words._("Choose a file, or paste the text.")),))
    outcome = read_files(given, visit.context.knowledge.vocabulary, as_given=True)
    if not outcome.documents:
        said = tuple(("pasted", " ".join(visit.words.notice(notice))) for notice in outcome.notices)
        return _page(visit, 422, said)
    data = {file.digest: file.data for file in given}
    documents = [(document, data[document.digest]) for document in outcome.documents]
    language = Language(visit.kept.language)
    keep_documents(visit.uow, documents, visit.now, language=language, slug=visit.kept.slug)
    for document in outcome.documents:
        log_message(visit.uow, visit.kept, document.name, visit.now)
    visit.uow.commit()
    return visit.see(visit.path("prosessen?lagret=1#meldinger"))


def _given(visit: Visit) -> list[GivenFile]:
    uploads = [value for value in visit.form.getlist("files") if isinstance(value, UploadFile) and value.filename]
    files = [
        GivenFile(upload.filename or "melding", upload.file.read(FILE_BYTES + 1), DocumentKind.INVITATION)
        for upload in uploads
    ]
    pasted = visit.text("pasted")
    if pasted.strip():
        name = visit.words._("message {date}", date=visit.words.day(visit.now)) + ".txt"
        files.append(GivenFile(name, pasted.encode(), DocumentKind.INVITATION))
    return files


def show_round(visit: Visit) -> Response:
    """One round: when it was, what was said, and when an answer is promised."""
    return _round_page(visit, _number(visit))


def show_after(visit: Visit) -> Response:
    """Etterpå: the same about the round prepared for, with what to do now."""
    return _round_page(visit, current_number(visit.preparation()), after=True)


def _round_page(
    visit: Visit, number: int, status: int = 200, errors: tuple[tuple[str, str], ...] = (), *, after: bool = False
) -> Response:
    from andregang.output.letters_after import letter_after

    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_round(visit.uow, visit.kept, preparation, number)
    overdue = bool(seen.round.answer_by and seen.round.answer_by < visit.now.date())
    process = see_process(visit.uow, visit.kept, preparation)
    after_it = see_after(visit.uow, visit.kept, preparation, visit.words.language) if after else None
    promised = after_it.open_promises if after_it else ()
    letter = letter_after(preparation, visit.words, overdue=overdue, promised=promised) if seen.round.current else None
    listed = "part" in visit.request.path_params
    shown = {
        "begins": seen.round.begins.strftime("%Y-%m-%dT%H:%M") if seen.round.begins else "",
        "place": seen.round.place,
        "side": seen.round.side.value,
        "answer_by": seen.round.answer_by.isoformat() if seen.round.answer_by else "",
        "outcome": seen.round.outcome,
    }
    return visit.page(
        "process_round.html",
        status,
        preparation=preparation,
        seen=seen,
        fields={name: visit.text(name) for name in _FIELDS} if status != 200 and not listed else shown,
        errors=errors,
        after=after_it,
        prompts=next(one for one in load_checklists() if one.id == "CLB"),
        todo=next(one for one in load_checklists() if one.id == "CLD"),
        ticked=process.ticked,
        letter=letter,
        language=visit.words.language,
        sides=list(Side),
    )


def save_round(visit: Visit) -> Response:
    """A round as the person tells it."""
    return _save_round(visit, _number(visit), after=False)


def save_after(visit: Visit) -> Response:
    """The round prepared for, as the person tells it."""
    return _save_round(visit, current_number(visit.preparation()), after=True)


def _save_round(visit: Visit, number: int, *, after: bool) -> Response:
    assert visit.kept is not None
    page = "etterpa" if after else f"prosessen/runde/{number}"
    see_round(visit.uow, visit.kept, visit.preparation(), number)
    if draft := visit.text("use") or visit.text("drop"):
        settle_about(visit.uow, visit.kept, number, draft, visit.now, use="use" in visit.form)
        visit.uow.commit()
        return visit.see(visit.path(f"{page}?lagret=1"))
    version = visit.text("version")
    said, faults = read_round(number, {name: visit.text(name) for name in _FIELDS}, visit.context.settings.zone)
    current = number == current_number(visit.preparation())
    try:
        read = int(version) if version.isdecimal() and len(version) < 9 else 0
        note = write_about(visit.uow, visit.kept, number, visit.text("text"), read, visit.now)
    except BothTexts:
        visit.uow.commit()
        return _round_page(visit, number, 409, after=after)
    if not faults:
        keep_round(visit.uow, visit.kept, said, current=current)
    visit.uow.commit()
    if visit.is_draft:
        return visit.kept_draft(note.version if note else 0)
    if faults:
        errors = tuple((fault.field, " ".join(visit.words.explain(fault) or ())) for fault in faults)
        return _round_page(visit, number, 422, errors, after=after)
    return visit.see(visit.path(f"{page}?lagret=1"))


def save_list(visit: Visit) -> Response:
    """What was promised, or what they may still doubt: written, a line more, or a promise kept."""
    assert visit.kept is not None
    number, part = current_number(visit.preparation()), visit.request.path_params["part"]
    back = visit.see(f"{visit.path('etterpa')}?lagret=1#{part}")
    if draft := visit.text("use") or visit.text("drop"):
        settle_list(visit.uow, visit.kept, number, part, draft, visit.now, use="use" in visit.form)
    elif promise := visit.text("promise"):
        keep_promise(visit.uow, visit.kept, number, promise, visit.now, done=visit.text("done") == "1")
    elif words := visit.text("add"):
        add_line(visit.uow, visit.kept, number, part, words, visit.now)
    else:
        version = visit.text("version")
        read = int(version) if version.isdecimal() and len(version) < 9 else 0
        try:
            note = write_list(visit.uow, visit.kept, number, part, visit.text("text"), read, visit.now)
        except BothTexts:
            visit.uow.commit()
            return _round_page(visit, number, 409, after=True)
        if visit.is_draft:
            visit.uow.commit()
            return visit.kept_draft(note.version if note else 0)
    visit.uow.commit()
    return back


def _number(visit: Visit) -> int:
    return int(visit.request.path_params["number"])


ROUTES = (
    Route("/s/{slug}/prosessen", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/prosessen/melding", endpoint(show, save_message), methods=["GET", "POST"]),
    Route("/s/{slug}/prosessen/runde/{number:int}", endpoint(show_round, save_round), methods=["GET", "POST"]),
    Route("/s/{slug}/etterpa", endpoint(show_after, save_after), methods=["GET", "POST"]),
    Route("/s/{slug}/etterpa/{part}", endpoint(show_after, save_list), methods=["POST"]),
)
