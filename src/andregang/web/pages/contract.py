"""Avtalen: what is there, what is missing, what to ask about, what applies, and which dates follow."""

import datetime as dt
from functools import partial

from starlette.responses import Response
from starlette.routing import Route

from andregang.bootstrap import AppContext
from andregang.content.contract import load_contract
from andregang.domain.source import DocumentKind
from andregang.domain.text import Language
from andregang.services.contract import SeenContract, choose_contract, contracts_of, read_kept_contract
from andregang.services.documents import ReadFiles
from andregang.services.preparation import document_of, keep_documents
from andregang.store import UnitOfWork
from andregang.web.taking import given_files, left_out, read_or_leave, with_left_out
from andregang.web.visit import Visit, endpoint

Errors = list[tuple[str, str]]
_PASTED = "arbeidsavtale.txt"


def show(visit: Visit) -> Response:
    """The contract given last, or how to give one."""
    return _page(visit)


def save(visit: Visit) -> Response:
    """A contract given."""
    assert visit.kept is not None
    kind = DocumentKind.CONTRACT
    files = given_files(visit, kind, kind, _PASTED)[:1]
    if not files:
        return _page(visit, [("files", visit.words._("Choose a file, or paste the text."))])
    keep = partial(_keep, visit.context, visit.kept.slug, visit.words.language)
    outcome = read_or_leave(visit, files, keep, visit.path("avtalen"))
    if isinstance(outcome, str):
        return visit.see(outcome)
    if not outcome.documents:
        return _page(visit, [("files", " ".join(visit.words.notice(notice))) for notice in outcome.notices])
    address = keep(visit.uow, outcome)
    visit.uow.commit()
    return visit.see(address)


def _keep(context: AppContext, slug: str, language: Language, uow: UnitOfWork, outcome: ReadFiles) -> str:
    given = [(document, outcome.originals[document.digest]) for document in outcome.documents]
    kept = keep_documents(uow, given, context.now(), language=language, slug=slug)
    stored = next(one for one in uow.documents.of(kept.id) if one.digest == outcome.documents[0].digest)
    if stored.kind != DocumentKind.CONTRACT.value:
        # The person gave it here: it is read as a contract whatever else it looks like.
        uow.documents.change(stored.id, kind=DocumentKind.CONTRACT.value)
    return with_left_out(f"/s/{slug}/avtalen", outcome.notices)


def _page(visit: Visit, errors: Errors | None = None) -> Response:
    from andregang.output.contract import reply_for_contract

    assert visit.kept is not None
    preparation = visit.preparation()
    contracts = contracts_of(visit.uow, visit.kept)
    stored = choose_contract(contracts, visit.request.query_params.get("avtale", ""))
    seen = read_kept_contract(document_of(visit.uow, stored), visit.context.knowledge.vocabulary) if stored else None
    content, words = load_contract(), visit.words
    return visit.page(
        "contract.html",
        422 if errors else 200,
        preparation=preparation,
        contracts=contracts,
        stored=stored,
        seen=seen,
        content=content,
        language=words.language,
        notice_on=_notice_on(visit),
        letter=reply_for_contract(seen.reading, content, words) if seen else None,
        left_out=left_out(visit),
        errors=errors or (),
        pasted=visit.text("pasted"),
        **_said(visit, seen),
    )


def _said(visit: Visit, seen: SeenContract | None) -> dict[str, object]:
    """What the reading is in words: kind, dates and numbers, how sure each rule is."""
    from andregang.output.contract import date_lines, name_of, notice_words
    from andregang.output.rules import age_words, sureness_words

    if seen is None:
        return {}
    words, today = visit.words, visit.now.date()
    return {
        "kind": name_of(seen.reading.kind, words),
        "name_of": lambda value: name_of(value, words),
        "age": lambda rule: age_words(rule, today, words),
        "sure": lambda rule: sureness_words(rule, words),
        "lines": date_lines(seen.reading, words),
        "notices": notice_words(seen.reading, _notice_on(visit), words),
    }


def _notice_on(visit: Visit) -> dt.date:
    try:
        given = dt.date.fromisoformat(visit.request.query_params.get("oppsigelse", ""))
    except ValueError:
        return visit.now.date()
    # Notice given so late that no calendar holds the last day is no notice.
    return given if given.year < 9000 else visit.now.date()


ROUTES = (Route("/s/{slug}/avtalen", endpoint(show, save), methods=["GET", "POST"]),)
