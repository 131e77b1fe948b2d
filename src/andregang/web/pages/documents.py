"""Dokumenter: what was given, what it was taken for, and what was read in it."""

from functools import partial

from starlette.responses import Response
from starlette.routing import Route

from andregang.bootstrap import AppContext
from andregang.domain.source import DocumentKind
from andregang.domain.text import Language
from andregang.services.documents import (
    ReadFiles,
    change_kind,
    find_document,
    remove_document,
    replace_kind,
    restore_document,
    see_documents,
)
from andregang.services.preparation import keep_documents
from andregang.services.reading import see_reading
from andregang.store import UnitOfWork
from andregang.web.corrections import Misread, accept, reading_values
from andregang.web.taking import given_files, left_out, read_or_leave, with_left_out
from andregang.web.visit import Visit, endpoint

_PASTED = {DocumentKind.AD: "annonse.txt", DocumentKind.CV: "cv.txt", DocumentKind.INVITATION: "innkalling.txt"}


def show_all(visit: Visit) -> Response:
    """What was given, what can be brought back, and a form to give more."""
    return _list(visit)


def save_all(visit: Visit) -> Response:
    """More documents, a kind corrected, one taken away or brought back."""
    assert visit.kept is not None
    match visit.text("action"):
        case "kind":
            change_kind(visit.uow, visit.kept, visit.text("document"), visit.text("kind"))
        case "remove":
            remove_document(visit.uow, visit.kept, visit.text("document"), visit.now)
        case "restore":
            restore_document(visit.uow, visit.kept, visit.text("document"))
        case _:
            return _take(visit)
    visit.uow.commit()
    return visit.see(f"{visit.path('dokumenter')}?lagret=1")


def _take(visit: Visit) -> Response:
    assert visit.kept is not None
    asked = visit.text("kind")
    kind = DocumentKind(asked) if asked in {one.value for one in DocumentKind} else None
    files = given_files(visit, kind, kind, _PASTED[kind] if kind else "limt-inn.txt")
    if not files:
        return _list(visit, [("files", visit.words._("Choose a file, or paste the text."))])
    replacing = visit.text("replace") == "1"
    keep = partial(_keep, visit.context, visit.kept.slug, visit.words.language, replacing)
    outcome = read_or_leave(visit, files, keep, visit.path("dokumenter"))
    if isinstance(outcome, str):
        return visit.see(outcome)
    if not outcome.documents:
        return _list(visit, [("files", " ".join(visit.words.notice(notice))) for notice in outcome.notices])
    address = keep(visit.uow, outcome)
    visit.uow.commit()
    return visit.see(address)


def _keep(
    context: AppContext,
    slug: str,
    language: Language,
    replacing: bool,  # noqa: FBT001
    uow: UnitOfWork,
    outcome: ReadFiles,
) -> str:
    if replacing:
        replace_kind(uow, uow.preparations.by_slug(slug), outcome.documents, context.now())
    given = [(document, outcome.originals[document.digest]) for document in outcome.documents]
    keep_documents(uow, given, context.now(), language=language, slug=slug)
    return with_left_out(f"/s/{slug}/dokumenter", outcome.notices)


def _list(visit: Visit, errors: list[tuple[str, str]] | None = None) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    told = [" ".join(visit.words.notice(n)).strip() for n in preparation.notices if n.name]
    return visit.page(
        "documents.html",
        422 if errors else 200,
        given=see_documents(visit.uow, visit.kept, preparation),
        kinds=list(DocumentKind),
        errors=errors or (),
        pasted=visit.text("pasted"),
        asked=visit.text("kind"),
        said=told,
        left_out=left_out(visit),
        preparation=preparation,
    )


def show(visit: Visit) -> Response:
    """What was read in one document."""
    return _document(visit)


def save(visit: Visit) -> Response:
    """What was read, corrected."""
    assert visit.kept is not None
    stored = find_document(visit.uow, visit.kept, visit.request.path_params["id"])
    reading = see_reading(visit.uow, stored, visit.preparation(), visit.number("side", 1))
    misread = accept(visit, reading)
    if misread:
        return _document(visit, misread)
    visit.uow.commit()
    return visit.see(f"{visit.path(f'dokumenter/{stored.id}')}?lagret=1&side={reading.page}")


def _document(visit: Visit, misread: Misread = ()) -> Response:
    assert visit.kept is not None
    stored = find_document(visit.uow, visit.kept, visit.request.path_params["id"])
    reading = see_reading(visit.uow, stored, visit.preparation(), visit.number("side", 1))
    return visit.page("document.html", 422 if misread else 200, **reading_values(visit, reading, misread))


def send_original(visit: Visit) -> Response:
    """The document as it was given, to keep; it is never opened as a page of ours."""
    from urllib.parse import quote

    assert visit.kept is not None
    stored = find_document(visit.uow, visit.kept, visit.request.path_params["id"])
    data = visit.uow.documents.original(stored.digest)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(stored.name, safe='')}"}
    return Response(data, media_type="application/octet-stream", headers=headers)


ROUTES = (
    Route("/s/{slug}/dokumenter", endpoint(show_all, save_all), methods=["GET", "POST"]),
    Route("/s/{slug}/dokumenter/{id}", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/dokumenter/{id}/original", endpoint(send_original)),
)
