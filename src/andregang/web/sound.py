"""Sound over HTTP: pieces as they are spoken, files that were made elsewhere, and playing a part of a recording."""

import re
import time

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from andregang.bootstrap import OWNER, AppContext
from andregang.domain.errors import InvalidInput
from andregang.domain.recording import LARGEST, LARGEST_PIECE, media_type
from andregang.services.recording import append, keep_file, measures_from, pieces_kept, recording_of
from andregang.web.visit import Endpoint, Visit

_SILENT = 6.0
"""Seconds without a piece after which a recording is thought broken off."""
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def given_recording(visit: Visit, question: str) -> str:
    """The id of the recording a form holds: the script's in `recording`, or a file in `audio`; "" for none.

    Raises InvalidInput for a file that is no sound or too large, NotFound for an id that is not of this preparation.
    """
    assert visit.kept is not None
    if known := visit.text("recording"):
        return recording_of(visit.uow, visit.kept, known).id
    given = visit.form.get("audio")
    if not isinstance(given, UploadFile) or not given.filename:
        return ""
    mime, data = media_type(given.content_type or ""), given.file.read(LARGEST + 1)
    measures = measures_from(data) if len(data) <= LARGEST else None
    interview = visit.preparation().start
    day = interview.date() if interview else None
    return keep_file(visit.uow, visit.kept, question, mime, data, measures, visit.now, day).id


def take_piece() -> Endpoint:
    """The endpoint for one piece: 204 with the number of the next, 409 with it when another one was expected."""

    async def answer(request: Request) -> Response:
        data = bytearray()
        async for chunk in request.stream():
            data += chunk
            if len(data) > LARGEST_PIECE:
                raise HTTPException(413)
        return await run_in_threadpool(_keep_piece, request, bytes(data))

    return answer


def _keep_piece(request: Request, data: bytes) -> Response:
    context: AppContext = request.app.state.context
    id_, number = request.path_params["id"], request.path_params["number"]
    with context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(request.path_params["slug"])
        if _kind(request) != recording_of(uow, kept, id_).mime:
            raise HTTPException(415)
        try:
            there = append(uow, kept, id_, number, data)
        except InvalidInput as refusal:
            if refusal.rule == "sound_too_large":
                raise HTTPException(413) from refusal
            return Response(status_code=409, headers={"X-Next": str(pieces_kept(uow, id_)), "X-Why": refusal.rule})
        uow.commit()
    heard_now(request, id_)
    return Response(status_code=204, headers={"X-Next": str(there)})


def _kind(request: Request) -> str:
    try:
        return media_type(request.headers.get("content-type", ""))
    except InvalidInput as refusal:
        raise HTTPException(415) from refusal


def heard_now(request: Request, id_: str) -> None:
    """Notes that a recording is going on in some window."""
    _heard(request)[id_] = time.monotonic()


def ended(request: Request, id_: str) -> None:
    """Notes that a recording goes on no more."""
    _heard(request).pop(id_, None)


def going_on(request: Request) -> frozenset[str]:
    """The recordings a piece came to a moment ago."""
    heard, now = _heard(request), time.monotonic()
    for id_ in [id_ for id_, at in heard.items() if now - at > _SILENT]:
        heard.pop(id_, None)
    return frozenset(heard)


def _heard(request: Request) -> dict[str, float]:
    state = request.app.state
    if not hasattr(state, "heard"):
        state.heard = {}
    heard: dict[str, float] = state.heard
    return heard


def played(visit: Visit, mime: str, data: bytes, name: str) -> Response:
    """A recording, or the part of it that is asked for: browsers wind by asking for parts."""
    way = "attachment" if visit.number("lagre") else "inline"
    ending = mime.partition("/")[2].replace("mpeg", "mp3").replace("mp4", "m4a")
    headers = {"Accept-Ranges": "bytes", "Content-Disposition": f'{way}; filename="{name}.{ending}"'}
    asked = _RANGE.fullmatch(visit.request.headers.get("range", "").strip())
    if asked is None or not any(asked.groups()):
        return Response(data, media_type=mime, headers=headers)
    first, last = asked.groups()
    start = int(first) if first else max(0, len(data) - int(last))
    end = min(int(last), len(data) - 1) if first and last else len(data) - 1
    if start > end:
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {start}-{end}/{len(data)}"
    return Response(data[start : end + 1], status_code=206, media_type=mime, headers=headers)
