"""One visit to a page: who asks, in which language, about which preparation, and how to answer."""

import datetime as dt
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Message, Receive

from andregang.bootstrap import OWNER, AppContext
from andregang.i18n import Words, use
from andregang.web.again import Shown
from andregang.web.rendering import render

if TYPE_CHECKING:
    from andregang.domain.preparation import Preparation
    from andregang.store import StoredPreparation, UnitOfWork

FORM_FIELDS = 4000
"""Fields in one form: a long ad is accepted line by line."""
FILES_AT_ONCE = 12
FIELD_BYTES = 1_000_000
BODY_BYTES = 100_000_000
"""Bytes in one form with its files; of more, nothing is kept."""
_READ_TO_THE_END = 2_000_000_000


@dataclass
class Visit:
    """What a page's handler gets. `kept` is the preparation the address names, None on pages that name none."""

    request: Request
    context: AppContext
    words: Words
    uow: "UnitOfWork"
    kept: "StoredPreparation | None"
    form: FormData

    @property
    def now(self) -> dt.datetime:
        return self.context.now()

    @property
    def by_script(self) -> bool:
        """Whether htmx asks for a fragment rather than a whole page."""
        return self.request.headers.get("HX-Request") == "true"

    def text(self, name: str) -> str:
        """A field of the form as typed, with the browser's line ends made ours; "" when it is not there."""
        value = self.form.get(name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else ""

    def number(self, name: str, otherwise: int = 0) -> int:
        """A whole number of the address's query; `otherwise` when it is not there or none."""
        value = self.request.query_params.get(name, "")
        return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else otherwise

    @property
    def version_read(self) -> int:
        """The version of the text that stood in the form; 0 for a text not written yet, or for nonsense."""
        given = self.text("version")
        return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 0

    def preparation(self) -> "Preparation":
        """The preparation as its documents read now."""
        assert self.kept is not None
        return self.context.preparation(self.uow, self.kept)

    def path(self, page: str = "") -> str:
        """The address of a page of this preparation: `path("krav/7")`."""
        return f"/s/{quote(self.kept.slug)}/{page}" if self.kept else f"/{page}"

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """A whole page."""
        theme = self.uow.choices.read("theme", "auto")
        saved = self.request.query_params.get("lagret")
        html = render(template, self.words, visit=self, kept=self.kept, theme=theme, saved=saved, **values)
        return HTMLResponse(html, status_code=status)

    @property
    def has_case(self) -> bool:
        """Whether the assignment of a case was given to this preparation."""
        return self.kept is not None and self.uow.documents.count(preparation=self.kept.id, kind="case") > 0

    @property
    def is_draft(self) -> bool:
        """Whether a script saves while the person writes, and wants no page back."""
        return self.request.headers.get("X-Draft") == "1"

    def kept_draft(self, version: int | str = "") -> Response:
        """The answer to a draft that was kept, with the version now standing."""
        return Response(status_code=204, headers={"X-Version": str(version)})

    def see(self, address: str) -> Response:
        """After a form: look there (303)."""
        return RedirectResponse(address, status_code=303)


Handler = Callable[[Visit], Response]
Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def endpoint(get: Handler, post: Handler | None = None) -> Endpoint:
    """The endpoint of a page: `get` shows and never writes; `post` writes, commits, and answers 303 or 422."""

    async def answer(request: Request) -> Response:
        handler = get if request.method in ("GET", "HEAD") or post is None else post
        form = FormData()
        if handler is post:
            limited = Request(request.scope, _limited(request.receive))
            form = await limited.form(max_files=FILES_AT_ONCE, max_fields=FORM_FIELDS, max_part_size=FIELD_BYTES)
        shown: Shown = request.app.state.shown
        moment = shown.moment(request)
        if (again := shown.find(request, moment)) is not None:
            return again
        try:
            response = await run_in_threadpool(_visit, request, handler, form, handler is post)
        finally:
            await form.close()
        shown.keep(request, moment, response)
        return response

    return answer


def _limited(receive: Receive) -> Receive:
    """`receive` that ends in HTTPException 413 for a body of more than BODY_BYTES."""
    had = 0

    async def receive_limited() -> Message:
        nonlocal had
        message = await receive()
        had += len(message.get("body", b""))
        if had > BODY_BYTES:
            # A browser shows no answer before it has sent everything: the rest is read and thrown away.
            while message.get("more_body") and had < _READ_TO_THE_END:
                message = await receive()
                had += len(message.get("body", b""))
            raise HTTPException(413)
        return message

    return receive_limited


def _visit(request: Request, handler: Handler, form: FormData, writes: bool) -> Response:  # noqa: FBT001
    context: AppContext = request.app.state.context
    with context.store.unit_of_work(OWNER, read_only=not writes) as uow:
        slug = request.path_params.get("slug")
        kept = uow.preparations.by_slug(slug) if slug else None
        language = uow.choices.read("language", context.language)
        visit = Visit(request, context, use(language), uow, kept, form)
        return handler(visit)
