"""Bedriften: facts with source and date, the worksheet, and what is fetched when the person asks and is told first."""

import datetime as dt
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from starlette.datastructures import UploadFile
from starlette.responses import Response
from starlette.routing import Route

from andregang.bootstrap import OWNER
from andregang.domain.company import FIGURES, LINES, FactField, FactSource, facts_of_accounts, read_number, read_typed
from andregang.domain.errors import InvalidInput
from andregang.domain.source import DocumentKind
from andregang.domain.text import Language
from andregang.registers import NotFetched, Request
from andregang.services.company import (
    answer_line,
    choose_sayings,
    company_document,
    file_fact,
    forget_search,
    keep_facts,
    keep_missed,
    keep_search,
    mark_fetched,
    note_facts,
    remove_fact,
    replace_facts,
    restore_fact,
    said_in,
    see_company,
    see_line,
    settle_line,
)
from andregang.services.documents import GivenFile, read_files
from andregang.services.inquiry import ask_registers, read_answer
from andregang.services.preparation import document_of, keep_documents
from andregang.store import BothTexts, StoredPreparation, UnitOfWork
from andregang.web.visit import Visit, endpoint

FILE_BYTES = 25_000_000
_UNDONE = 3
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
Errors = tuple[tuple[str, str], ...]


def show(visit: Visit) -> Response:
    """All that is known."""
    return _page(visit)


def _page(visit: Visit, errors: Errors = ()) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_company(visit.uow, visit.kept, preparation, visit.context.knowledge.vocabulary)
    return visit.page(
        "company.html",
        422 if errors else 200,
        preparation=preparation,
        seen=seen,
        errors=errors,
        known=visit.text("known") if errors else "",
        undone=seen.removed[:_UNDONE],
        editing=visit.request.query_params.get("endre") == "1",
        language=visit.words.language,
        field=FactField,
        source=FactSource,
    )


def save(visit: Visit) -> Response:
    """What the person knows already; a fact filed under a line, taken away or brought back."""
    assert visit.kept is not None
    back = "bedriften?lagret=1#fakta"
    try:
        if fact := visit.text("remove"):
            remove_fact(visit.uow, visit.kept, fact, visit.now)
            back = "bedriften?endre=1#fakta"
        elif removed := visit.text("restore"):
            restore_fact(visit.uow, visit.kept, removed)
        elif fact := visit.text("fact"):
            file_fact(visit.uow, visit.kept, fact, visit.text("line"), visit.now)
            back = "bedriften?endre=1#fakta"
        else:
            note_facts(visit.uow, visit.kept, visit.text("known"), visit.now)
    except InvalidInput as fault:
        return _page(visit, _said(visit, fault))
    visit.uow.commit()
    return visit.see(visit.path(back))


def show_line(visit: Visit) -> Response:
    """One line of the worksheet."""
    return _line(visit)


def save_line(visit: Visit) -> Response:
    """The person's answer."""
    assert visit.kept is not None
    line = visit.request.path_params["line"]
    if draft := visit.text("use") or visit.text("drop"):
        settle_line(visit.uow, visit.kept, line, draft, visit.now, use="use" in visit.form)
        visit.uow.commit()
        return visit.see(visit.path(f"bedriften/linje/{line}"))
    try:
        note = answer_line(visit.uow, visit.kept, line, visit.text("text"), visit.version_read, visit.now)
    except BothTexts:
        visit.uow.commit()
        return _line(visit, 409)
    visit.uow.commit()
    if visit.is_draft:
        return visit.kept_draft(note.version if note else 0)
    following = LINES.index(line) + 1
    if visit.text("go") == "next" and following < len(LINES):
        return visit.see(visit.path(f"bedriften/linje/{LINES[following]}"))
    return visit.see(visit.path("bedriften?lagret=1#spor"))


def _line(visit: Visit, status: int = 200) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    one = see_line(visit.uow, visit.kept, visit.request.path_params["line"])
    seen = see_company(visit.uow, visit.kept, preparation, visit.context.knowledge.vocabulary)
    return visit.page(
        "company_line.html",
        status,
        one=one,
        seen=seen,
        filled=next(line for line in seen.worksheet.lines if line.id == one.line.id),
        number=LINES.index(one.line.id) + 1,
        count=len(LINES),
        language=visit.words.language,
        field=FactField,
    )


def show_fetch(visit: Visit) -> Response:
    """What can be fetched, what is sent and to whom."""
    return _fetch(visit)


def _fetch(visit: Visit, errors: Errors = ()) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_company(visit.uow, visit.kept, preparation, visit.context.knowledge.vocabulary)
    registers = visit.context.registers
    asked = visit.request.query_params.get("nummer", "")
    number = visit.text("number") or asked or seen.dossier.value(FactField.NUMBER)
    try:
        digits = read_number(number)
    except InvalidInput:
        digits = ""
    return visit.page(
        "company_fetch.html",
        422 if errors else 200,
        preparation=preparation,
        seen=seen,
        errors=errors,
        name=visit.text("name") or seen.dossier.value(FactField.NAME),
        number=number,
        host=urlsplit(registers.units).hostname,
        search_address=registers.search_address("…").partition("?")[0],
        requests=[(one, registers.address(one, digits or "…")) for one in Request],
        address=visit.text("address"),
        digits=digits,
    )


def search(visit: Visit) -> Response:
    """Look a name up in Enhetsregisteret: the person chooses among those that have it."""
    name = " ".join(visit.text("name").split())
    if not name or len(name) > 150:
        return _fetch(visit, (("name", visit.words._("Write the name to search for.")),))
    kept, context = visit.kept, visit.context
    assert kept is not None
    visit.uow.close()
    try:
        found = context.registers.search(name)
    except NotFetched as error:
        return _not_fetched(visit, kept, "search", error)

    def write(uow: UnitOfWork) -> None:
        keep_search(uow, kept, name, found.units, found.total, visit.now)
        keep_missed(uow, kept, [], visit.now)

    return _store(visit, write, "hent#treff")


def fetch(visit: Visit) -> Response:
    """Ask the registers for what was ticked about one number."""
    kept, now = visit.kept, visit.now
    assert kept is not None
    try:
        number = read_number(visit.text("number"))
    except InvalidInput:
        said = visit.words._("This is not an organisation number. It has nine digits.")
        return _fetch(visit, (("number", said),))
    asked = [one for one in Request if one.value in visit.form.getlist("ask")]
    if not asked:
        return _fetch(visit, (("ask-unit", visit.words._("Tick what is to be fetched.")),))
    visit.uow.close()
    answers = ask_registers(visit.context.registers, number, asked, now.date())

    def write(uow: UnitOfWork) -> None:
        replace_facts(uow, kept, answers.addresses, answers.facts, now)
        keep_missed(uow, kept, answers.missed, now)
        if answers.facts:
            forget_search(uow, kept, now)

    return _store(visit, write, "?lagret=1#fakta" if answers.facts else "hent#ikke-hentet")


def take_document(visit: Visit) -> Response:
    """A page or report: from an address the person gives, or from a file."""
    kept = visit.kept
    assert kept is not None
    upload = visit.form.get("file")
    if isinstance(upload, UploadFile) and upload.filename:
        data = upload.file.read(FILE_BYTES + 1)
        if facts := read_answer(data, visit.now.date()):
            keep_facts(visit.uow, kept, facts, visit.now)
            visit.uow.commit()
            return visit.see(visit.path("bedriften?lagret=1#fakta"))
        return _read(visit, kept, GivenFile(upload.filename, data, DocumentKind.COMPANY))
    address = visit.text("address").strip()
    if not address:
        return _fetch(visit, (("address", visit.words._("Write an address, or choose a file.")),))
    visit.uow.close()
    try:
        fetched = visit.context.registers.document(address)
    except NotFetched as error:
        return _not_fetched(visit, kept, error.address, error)
    name = _name(fetched.address, fetched.kind)
    return _read(visit, kept, GivenFile(name, fetched.data, DocumentKind.COMPANY), fetched.address)


def _name(address: str, kind: str) -> str:
    parts = urlsplit(address)
    last = unquote(parts.path.rstrip("/").rsplit("/", 1)[-1])
    ending = _ENDINGS.get(kind, ".docx")
    name = " ".join(part for part in ((parts.hostname or "").removeprefix("www."), last) if part)
    return name if name.lower().endswith(ending) else f"{name}{ending}"


def _read(visit: Visit, kept: StoredPreparation, given: GivenFile, address: str = "") -> Response:
    """Read the file in a process of its own and keep it; then the sentences worth keeping are shown."""
    visit.uow.close()
    outcome = read_files([given], visit.context.knowledge.vocabulary, as_given=True)
    with visit.context.store.unit_of_work(OWNER) as uow:
        if not outcome.documents:
            said = [" ".join(visit.words.notice(notice)) for notice in outcome.notices]
            visit.uow = uow
            return _fetch(visit, tuple(("address" if address else "file", one) for one in said))
        documents = [(one, given.data) for one in outcome.documents]
        keep_documents(uow, documents, visit.now, language=Language(kept.language), slug=kept.slug)
        stored = mark_fetched(uow, kept, given.digest, address)
        keep_missed(uow, kept, [], visit.now)
        uow.commit()
    return visit.see(visit.path(f"bedriften/kilde/{stored.id}"))


def show_source(visit: Visit) -> Response:
    """Sentences of a page or report that tell something about the employer."""
    assert visit.kept is not None
    preparation = visit.preparation()
    stored = company_document(visit.uow, visit.kept, visit.request.path_params["id"])
    said = said_in(document_of(visit.uow, stored), preparation, visit.context.knowledge.vocabulary)
    return visit.page("company_source.html", stored=stored, said=said, preparation=preparation)


def save_source(visit: Visit) -> Response:
    """The sentences chosen become facts."""
    assert visit.kept is not None
    stored = company_document(visit.uow, visit.kept, visit.request.path_params["id"])
    said = said_in(document_of(visit.uow, stored), visit.preparation(), visit.context.knowledge.vocabulary)
    chosen = [str(one) for one in visit.form.getlist("said")]
    choose_sayings(visit.uow, visit.kept, stored, said, chosen, visit.now)
    visit.uow.commit()
    return visit.see(visit.path("bedriften?lagret=1#fakta"))


def show_accounts(visit: Visit) -> Response:
    """Figures typed from an annual report."""
    return _accounts(visit)


def _accounts(visit: Visit, errors: Errors = ()) -> Response:
    typed = {name: visit.text(name) for name in ("year", "unit", "scope", *FIGURES)}
    return visit.page("company_accounts.html", 422 if errors else 200, errors=errors, typed=typed, figures=FIGURES)


def save_accounts(visit: Visit) -> Response:
    """The figures, kept as the person's own words."""
    assert visit.kept is not None
    today: dt.date = visit.now.date()
    accounts, faults = read_typed({name: visit.text(name) for name in ("year", "unit", "scope", *FIGURES)}, today)
    if faults:
        return _accounts(visit, tuple(error for fault in faults for error in _said(visit, fault)))
    keep_facts(visit.uow, visit.kept, facts_of_accounts((accounts,), "", today, FactSource.OWN), visit.now)
    visit.uow.commit()
    return visit.see(visit.path("bedriften?lagret=1#regnskap"))


def _not_fetched(visit: Visit, kept: StoredPreparation, what: str, error: NotFetched) -> Response:
    return _store(visit, lambda uow: keep_missed(uow, kept, [(what, error)], visit.now), "hent#ikke-hentet")


def _store(visit: Visit, write: Callable[[UnitOfWork], None], page: str) -> Response:
    """Write what came from the network in a unit of work of its own; then look at a page."""
    with visit.context.store.unit_of_work(OWNER) as uow:
        write(uow)
        uow.commit()
    return visit.see(visit.path(f"bedriften{'' if page[0] in '?#' else '/'}{page}"))


def _said(visit: Visit, fault: InvalidInput) -> Errors:
    return ((fault.field, " ".join(visit.words.explain(fault) or ())),)


ROUTES = (
    Route("/s/{slug}/bedriften", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/bedriften/linje/{line}", endpoint(show_line, save_line), methods=["GET", "POST"]),
    Route("/s/{slug}/bedriften/hent", endpoint(show_fetch, fetch), methods=["GET", "POST"]),
    Route("/s/{slug}/bedriften/finn", endpoint(show_fetch, search), methods=["GET", "POST"]),
    Route("/s/{slug}/bedriften/side", endpoint(show_fetch, take_document), methods=["GET", "POST"]),
    Route("/s/{slug}/bedriften/kilde/{id}", endpoint(show_source, save_source), methods=["GET", "POST"]),
    Route("/s/{slug}/bedriften/regnskap", endpoint(show_accounts, save_accounts), methods=["GET", "POST"]),
)
