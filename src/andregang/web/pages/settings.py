"""Innstillinger: preparations, language and look, where the data lies, and how to take it out or delete it."""

import os
import tempfile
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.datastructures import UploadFile
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from andregang.bootstrap import OWNER
from andregang.domain.errors import InvalidInput
from andregang.domain.settings import LANGUAGES, Theme, confirms
from andregang.i18n import use
from andregang.services.second_reader import forget_model
from andregang.services.settings import PAGE, bring_back, choose, remove_preparation, see_settings
from andregang.store import ArchiveRefused
from andregang.web.visit import Visit, endpoint


def show(visit: Visit) -> Response:
    """All of it."""
    return _page(visit)


def _page(visit: Visit, status: int = 200, errors: tuple[tuple[str, str], ...] = ()) -> Response:
    page = visit.number("side")
    seen = see_settings(visit.uow, visit.now, lambda several: visit.context.starts(visit.uow, several), page)
    return visit.page(
        "settings.html",
        status,
        seen=seen,
        errors=errors,
        languages=[(one.value, use(one.value).of(one)) for one in LANGUAGES],
        themes=list(Theme),
        folder=visit.context.settings.data_folder,
        word=delete_word(visit),
        pages=(page, -(-seen.total // PAGE)),
        taken=visit.request.query_params.get("hentet"),
    )


def delete_word(visit: Visit) -> str:
    """The word to type before everything is deleted."""
    return visit.words._("delete")


def save(visit: Visit) -> Response:
    """Language and look."""
    try:
        choose(visit.uow, visit.text("language"), visit.text("theme"))
    except InvalidInput as fault:
        return _page(visit, 422, ((fault.field, " ".join(visit.words.explain(fault) or ())),))
    visit.uow.commit()
    return visit.see("/innstillinger?lagret=1")


def remove(visit: Visit) -> Response:
    """One preparation deleted, or something brought back."""
    if removed := visit.text("restore"):
        bring_back(visit.uow, removed)
    else:
        remove_preparation(visit.uow, visit.text("slug"), visit.now)
    visit.uow.commit()
    return visit.see("/innstillinger#slettet")


def empty(visit: Visit) -> Response:
    """What was deleted is erased for good."""
    visit.uow.close()
    visit.context.store.empty_undo(OWNER)
    return visit.see("/innstillinger?lagret=1")


def remove_all(visit: Visit) -> Response:
    """Everything erased, when the word was typed."""
    if not confirms(visit.text("word"), delete_word(visit)):
        asked = visit.words._("Write «{word}» to delete everything.", word=delete_word(visit))
        return _page(visit, 422, (("word", asked),))
    visit.uow.close()
    visit.context.store.forget_all(OWNER)
    forget_model(visit.context.settings.data_folder)
    return visit.see("/ny")


def export(visit: Visit) -> Response:
    """All data as one zip, made in a file of its own so that a large one needs no room in memory."""
    handle, name = tempfile.mkstemp(suffix=".zip", prefix="andregang-")
    try:
        with os.fdopen(handle, "wb") as file:
            visit.context.store.export(OWNER, file, visit.now)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    day = visit.now.date().isoformat()
    done = BackgroundTask(Path(name).unlink, missing_ok=True)
    return FileResponse(name, media_type="application/zip", filename=f"andregang-{day}.zip", background=done)


def take_in(visit: Visit) -> Response:
    """An export taken in: beside what is here, or (when it is asked for) instead of it."""
    given = visit.form.get("archive")
    if not isinstance(given, UploadFile) or not given.filename:
        return _page(visit, 422, (("archive", visit.words._("Choose the zip file you exported.")),))
    # The store works in a unit of its own, which must not wait for this one.
    visit.uow.close()
    try:
        taken = visit.context.store.take_in(OWNER, given.file, replace=visit.text("replace") == "1")
    except ArchiveRefused as refusal:
        said = " ".join(visit.words.explain(refusal) or ())
        with visit.context.store.unit_of_work(OWNER, read_only=True) as uow:
            visit.uow = uow
            return _page(visit, 422, (("archive", said),))
    return visit.see(f"/innstillinger?hentet={taken.preparations}")


ROUTES = (
    Route("/innstillinger", endpoint(show, save), methods=["GET", "POST"]),
    Route("/innstillinger/slett", endpoint(show, remove), methods=["GET", "POST"]),
    Route("/innstillinger/tom", endpoint(show, empty), methods=["GET", "POST"]),
    Route("/innstillinger/slett-alt", endpoint(show, remove_all), methods=["GET", "POST"]),
    Route("/innstillinger/hent-inn", endpoint(show, take_in), methods=["GET", "POST"]),
    Route("/eksport", endpoint(export)),
)
