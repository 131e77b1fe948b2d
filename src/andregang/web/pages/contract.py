"""Avtalen: what is there, what is missing, what to ask about, what applies, and which dates follow."""

import datetime as dt

from starlette.responses import Response
from starlette.routing import Route

from andregang.content.contract import load_contract
from andregang.domain.source import DocumentKind
from andregang.services.contract import SeenContract, choose_contract, contracts_of, read_kept_contract
from andregang.services.preparation import document_of
from andregang.web.taking import left_out, take_one
from andregang.web.visit import Visit, endpoint

Errors = list[tuple[str, str]]
_PASTED = "arbeidsavtale.txt"


def show(visit: Visit) -> Response:
    """The contract given last, or how to give one."""
    return _page(visit)


def save(visit: Visit) -> Response:
    """A contract given."""
    assert visit.kept is not None
    taken = take_one(visit, DocumentKind.CONTRACT, _PASTED, "avtalen")
    return visit.see(taken) if isinstance(taken, str) else _page(visit, [("files", said) for said in taken])


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
