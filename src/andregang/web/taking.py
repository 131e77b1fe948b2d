"""Taking documents in: what a form gave is read while the person waits, or goes on elsewhere when it takes long."""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urlencode

from starlette.datastructures import UploadFile

from andregang.bootstrap import OWNER, AppContext
from andregang.domain.preparation import Notice, NoticeKind
from andregang.domain.source import DocumentKind
from andregang.domain.text import Language
from andregang.i18n.messages import UNREADABLE
from andregang.services.documents import GivenFile, ReadFiles, read_files
from andregang.services.preparation import keep_documents
from andregang.store import StoredDocument, UnitOfWork
from andregang.web.visit import Visit

FILE_BYTES = 30_000_000
PATIENCE = 2.0
"""Seconds a form waits for its files to be read before the person is shown how it goes."""

_REMEMBERED = 20
_LEFT_OUT = "utelatt"

Keep = Callable[[UnitOfWork, ReadFiles], str]
"""Keeps what was read and gives the address to go on at."""

_readings: "OrderedDict[str, LongReading]" = OrderedDict()


class LongReading:
    """Files being read in a thread. Whoever waits in vain leaves it, and then it keeps what was read by itself.

    `address` is where to go on once all is kept; `outcome` with no documents is a refusal; `error` went wrong.
    """

    def __init__(self, context: AppContext, files: Sequence[GivenFile], keep: Keep, back: str, pasted: str) -> None:
        self.names = tuple(file.name for file in files)
        self.back, self.pasted = back, pasted
        self.address = ""
        self.outcome: ReadFiles | None = None
        self.error: Exception | None = None
        self._context, self._files, self._keep = context, files, keep
        self._left = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether there is nothing more to wait for."""
        refused = self.outcome is not None and not self.outcome.documents
        return bool(self.address or self.error or refused)

    def wait(self, seconds: float) -> ReadFiles | None:
        """What was read, when it is there in time; else None, and the reading goes on by itself."""
        self._thread.join(seconds)
        with self._lock:
            if self.error is not None:
                raise self.error
            self._left = self.outcome is None
            return self.outcome

    def _run(self) -> None:
        try:
            outcome = read_files(self._files, self._context.knowledge.vocabulary)
            with self._lock:
                self.outcome = outcome
                left = self._left
            if left and outcome.documents:
                with self._context.store.unit_of_work(OWNER) as uow:
                    address = self._keep(uow, outcome)
                    uow.commit()
                self.address = address
        except Exception as error:  # noqa: BLE001 - told on the page that waits for it
            self.error = error
        finally:
            self._files = ()


def given_files(
    visit: Visit, alone: DocumentKind | None, pasted: DocumentKind | None, pasted_name: str
) -> list[GivenFile]:
    """The files and the pasted text of a form. A single file is `alone`; of several it is found out what each is."""
    uploads = [value for value in visit.form.getlist("files") if isinstance(value, UploadFile) and value.filename]
    kind = alone if len(uploads) == 1 else None
    files = [GivenFile(_name(upload), upload.file.read(FILE_BYTES + 1), kind) for upload in uploads]
    text = visit.text("pasted")
    if text.strip():
        files.append(GivenFile(pasted_name, text.encode("utf-8", "replace"), pasted))
    return files


def read_or_leave(visit: Visit, files: Sequence[GivenFile], keep: Keep, back: str) -> ReadFiles | str:
    """What was read; or, when it takes long, the address that shows how it goes."""
    reading = LongReading(visit.context, files, keep, back, visit.text("pasted"))
    patience = getattr(visit.request.app.state, "patience", PATIENCE)
    outcome = reading.wait(patience)
    if outcome is not None:
        return outcome
    name = secrets.token_urlsafe(9)
    _readings[name] = reading
    while len(_readings) > _REMEMBERED:
        _readings.popitem(last=False)
    return f"/leser/{name}"


def take_one(
    visit: Visit, kind: DocumentKind, pasted_name: str, page: str, then: Callable[[StoredDocument], str] | None = None
) -> str | list[str]:
    """Take the one document a page asks for: it is of that kind, whatever it looks like.

    The address to go on at (`then` names the page for the document kept; else `page`), or what the form is told.
    """
    assert visit.kept is not None
    files = [replace(file, kind=kind) for file in given_files(visit, kind, kind, pasted_name)[:1]]
    if not files:
        return [visit.words._("Choose a file, or paste the text.")]
    keep = partial(_keep_one, visit.context, visit.kept.slug, visit.words.language, then or (lambda _: page))
    outcome = read_or_leave(visit, files, keep, visit.path(page))
    if isinstance(outcome, str):
        return outcome
    if not outcome.documents:
        return [" ".join(visit.words.notice(notice)) for notice in outcome.notices]
    address = keep(visit.uow, outcome)
    visit.uow.commit()
    return address


def _keep_one(
    context: AppContext,
    slug: str,
    language: Language,
    then: Callable[[StoredDocument], str],
    uow: UnitOfWork,
    outcome: ReadFiles,
) -> str:
    document = outcome.documents[0]
    kept = keep_documents(
        uow, [(document, outcome.originals[document.digest])], context.now(), language=language, slug=slug
    )
    stored = next(one for one in uow.documents.of(kept.id) if one.digest == document.digest)
    return with_left_out(f"/s/{slug}/{then(stored)}", outcome.notices)


def reading_called(name: str) -> LongReading | None:
    """A reading under way or lately ended."""
    return _readings.get(name)


def with_left_out(address: str, notices: Sequence[Notice]) -> str:
    """The address, carrying what was not used as given, so that the next page can say so."""
    told = [f"{n.kind.value}.{n.detail}.{n.name[:80]}" for n in notices if n.left_out][:10]
    return f"{address}?{urlencode([(_LEFT_OUT, one) for one in told])}" if told else address


def left_out(visit: Visit) -> list[str]:
    """Sentences about what was not used as given, from the address."""
    said = []
    for told in visit.request.query_params.getlist(_LEFT_OUT)[:10]:
        kind, _, rest = told.partition(".")
        detail, _, name = rest.partition(".")
        if kind not in {one.value for one in NoticeKind}:
            continue
        if kind != NoticeKind.UNREADABLE.value or detail in UNREADABLE:
            said.append(" ".join(visit.words.notice(Notice(NoticeKind(kind), name, detail))))
    return said


def _name(upload: UploadFile) -> str:
    return (upload.filename or "").replace("\\", "/").rsplit("/", 1)[-1][:200] or "fil"
