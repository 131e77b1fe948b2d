"""What went wrong, as a page: what happened, what to do now, and that nothing entered is lost."""

import logging
import uuid

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from andregang.domain.errors import ChangedMeanwhile, InvalidInput, NotFound
from andregang.i18n import use
from andregang.web.rendering import render

_log = logging.getLogger("andregang.web")
_STATUS = {NotFound: 404, InvalidInput: 422, ChangedMeanwhile: 409}


async def known_error(request: Request, error: Exception) -> Response:
    """A page for an error that has words; a fault page for one that has none."""
    words = use(request.app.state.context.language)
    if isinstance(error, HTTPException):
        status = error.status_code
        what, now = words._("Found no page here."), words._("Begin from the front page.")
        if status != 404:
            what, now = words._("This could not be done."), words._("Go back and try again.")
        return _page(request, status, what, now)
    explained = words.explain(error)
    if explained is None:
        return await fault(request, error)
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 503)
    return _page(request, status, *explained)


async def fault(request: Request, error: Exception) -> Response:
    """A page with the number of a fault of ours; the log says where in the code, never what was being read."""
    number = uuid.uuid4().hex[:8]
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename.rsplit('andregang', 1)[-1]}:{frame.tb_lineno}" if frame else "?"
    _log.error("fault %s %s at %s", number, type(error).__name__, place)
    words = use(request.app.state.context.language)
    return _page(
        request,
        500,
        words._("Something went wrong here, fault {fault}.", fault=number),
        words._("Nothing you have entered is lost. Go back and try again."),
    )


def _page(request: Request, status: int, what: str, now: str) -> Response:
    words = use(request.app.state.context.language)
    return HTMLResponse(render("error.html", words, what=what, now=now, theme="auto"), status_code=status)
