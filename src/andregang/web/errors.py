"""What went wrong, as a page: what happened, what to do now, and that nothing entered is lost."""

import logging
import uuid

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from andregang.bootstrap import OWNER, AppContext
from andregang.domain.errors import ChangedMeanwhile, InvalidInput, NotFound
from andregang.i18n import Words, use
from andregang.store import StoreError
from andregang.web.rendering import render

_log = logging.getLogger("andregang.web")
_STATUS = {NotFound: 404, InvalidInput: 422, ChangedMeanwhile: 409}


async def known_error(request: Request, error: Exception) -> Response:
    """A page for an error that has words; a fault page for one that has none."""
    if isinstance(error, HTTPException):
        return await run_in_threadpool(_refused, request, error.status_code)
    explained = (await run_in_threadpool(_chosen, request))[0].explain(error)
    if explained is None:
        return await fault(request, error)
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 503)
    return await run_in_threadpool(_page, request, status, *explained)


def _refused(request: Request, status: int) -> Response:
    words, _ = _chosen(request)
    if status == 404:
        return _page(request, status, words._("Found no page here."), words._("Begin from the front page."))
    if status == 413:
        what = words._("This is more than can be read at once.")
        return _page(request, status, what, words._("Go back and give fewer or smaller files. Nothing else is lost."))
    return _page(request, status, words._("This could not be done."), words._("Go back and try again."))


async def fault(request: Request, error: Exception) -> Response:
    """A page with the number of a fault of ours; the log says where in the code, never what was being read."""
    number = uuid.uuid4().hex[:8]
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename.rsplit('andregang', 1)[-1]}:{frame.tb_lineno}" if frame else "?"
    _log.error("fault %s %s at %s", number, type(error).__name__, place)
    words, _ = await run_in_threadpool(_chosen, request)
    what = words._("Something went wrong here, fault {fault}.", fault=number)
    now = words._("Nothing you have entered is lost. Go back and try again.")
    return await run_in_threadpool(_page, request, 500, what, now)


def _chosen(request: Request) -> tuple[Words, str]:
    """The language and theme the person chose; those of the surroundings when the store cannot say."""
    context: AppContext = request.app.state.context
    try:
        with context.store.unit_of_work(OWNER, read_only=True) as uow:
            return use(uow.choices.read("language", context.language)), uow.choices.read("theme", "auto")
    except StoreError:
        return use(context.language), "auto"


def _page(request: Request, status: int, what: str, now: str) -> Response:
    words, theme = _chosen(request)
    return HTMLResponse(render("error.html", words, what=what, now=now, theme=theme), status_code=status)
