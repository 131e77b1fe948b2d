"""Test: results put in by hand or from a report, shown with their error, and what to say when they are read back."""

from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from andregang.content import load_checklists
from andregang.content.assessment import load_assessment_phrases, load_assessment_rights, load_instruments
from andregang.domain.assessment import DissentStep, RawBand, Recognised, Scale
from andregang.domain.errors import InvalidInput
from andregang.domain.source import Document, DocumentKind
from andregang.output.assessment_letter import letter_about_tests
from andregang.services.assessment import (
    GivenResult,
    SeenTrait,
    check_result,
    correct_result,
    find_report,
    keep_result,
    link_example,
    propose_results,
    recognise_result,
    remove_result,
    restore_result,
    see_assessment,
    see_trait,
    settle_step,
    write_step,
)
from andregang.services.preparation import document_of
from andregang.store import BothTexts
from andregang.web.bands import draw, numeric
from andregang.web.taking import take_one
from andregang.web.visit import Visit, endpoint

Errors = list[tuple[str, str]]
_FIELDS = ("instrument", "trait", "scale", "score", "norm", "reliability")
_PASTED = "testrapport.txt"


def show_all(visit: Visit) -> Response:
    """The results test by test, or how to ask for them."""
    return _all(visit)


def save_all(visit: Visit) -> Response:
    """A report given, or a deleted result brought back."""
    assert visit.kept is not None
    if removed := visit.text("restore"):
        restore_result(visit.uow, visit.kept, removed)
        visit.uow.commit()
        return visit.see(visit.path("test"))
    taken = take_one(visit, DocumentKind.ASSESSMENT, _PASTED, "test", lambda stored: f"test/rapport/{stored.id}")
    return visit.see(taken) if isinstance(taken, str) else _all(visit, [("files", said) for said in taken])


def _all(visit: Visit, errors: Errors | None = None) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    removed = visit.request.query_params.get("slettet", "")
    seen = see_assessment(visit.uow, visit.kept, preparation, removed)
    return visit.page(
        "assessment.html",
        422 if errors else 200,
        preparation=preparation,
        seen=seen,
        letter=letter_about_tests(preparation, seen.announced, visit.words),
        errors=errors or (),
        pasted=visit.text("pasted"),
        **_said(visit),
    )


def show_new(visit: Visit) -> Response:
    """A result by hand."""
    return _form(visit, GivenResult(visit.request.query_params.get("test", ""), "", "", ""))


def save_new(visit: Visit) -> Response:
    """The result kept; then it, or one more of the same test."""
    assert visit.kept is not None
    given = _given(visit)
    try:
        result = keep_result(visit.uow, visit.kept, given, visit.now)
    except InvalidInput as wrong:
        return _form(visit, given, wrong)
    visit.uow.commit()
    return visit.see(visit.path(f"test/{result.id}"))


def show_correction(visit: Visit) -> Response:
    """A result, to be put right."""
    assert visit.kept is not None
    kept = _seen(visit).one.kept
    return _form(visit, GivenResult(*(getattr(kept, field) for field in _FIELDS)), correcting=kept.id)


def save_correction(visit: Visit) -> Response:
    """The result put right."""
    assert visit.kept is not None
    given, result = _given(visit), visit.request.path_params["id"]
    try:
        correct_result(visit.uow, visit.kept, result, given, visit.now)
    except InvalidInput as wrong:
        return _form(visit, given, wrong, correcting=result)
    visit.uow.commit()
    return visit.see(f"{visit.path(f'test/{result}')}?lagret=1")


def _form(visit: Visit, given: GivenResult, wrong: InvalidInput | None = None, correcting: str = "") -> Response:
    errors = [(wrong.field, " ".join(visit.words.explain(wrong) or ()))] if wrong else []
    return visit.page(
        "assessment_new.html",
        422 if wrong else 200,
        given=given,
        correcting=correcting,
        errors=errors,
        instruments=load_instruments(),
        **_said(visit),
    )


def show_report(visit: Visit) -> Response:
    """What was read in a report, to be accepted."""
    return _report(visit, {})


def save_report(visit: Visit) -> Response:
    """The rows accepted are kept; a row that cannot be kept is asked about, and nothing is kept before it is."""
    assert visit.kept is not None
    _, proposals = propose_results(_document(visit))
    errors: dict[str, InvalidInput] = {}
    accepted = []
    for number, proposal in enumerate(proposals, 1):
        if visit.text(f"take-{number}") != "1":
            continue
        given = _given(visit, f"-{number}", proposal.given)
        if wrong := check_result(given):
            errors[f"{wrong.field}-{number}"] = wrong
        accepted.append(given)
    if errors or not accepted:
        return _report(visit, errors, nothing=not accepted)
    for given in accepted:
        try:
            keep_result(visit.uow, visit.kept, given, visit.now)
        except InvalidInput as wrong:
            if wrong.rule != "taken":
                raise
    visit.uow.commit()
    return visit.see(f"{visit.path('test')}?lagret=1")


def _report(visit: Visit, wrong: dict[str, InvalidInput], *, nothing: bool = False) -> Response:
    report, proposals = propose_results(_document(visit))
    typed = {n: _given(visit, f"-{n}", one.given) if visit.form else one.given for n, one in enumerate(proposals, 1)}
    errors = [(field, " ".join(visit.words.explain(one) or ())) for field, one in wrong.items()]
    if nothing:
        errors.append(("take-1", visit.words._("Choose at least one row.")))
    return visit.page(
        "assessment_report.html",
        422 if errors else 200,
        report=report,
        proposals=proposals,
        typed=typed,
        errors=errors,
        wrong=set(wrong),
        **_said(visit),
    )


def show(visit: Visit, status: int = 200) -> Response:
    """One result: where it lies, whether one knows oneself again, an example, and what to say."""
    assert visit.kept is not None
    return visit.page(
        "assessment_trait.html",
        status,
        preparation=visit.preparation(),
        seen=_seen(visit),
        standings=Recognised,
        steps=DissentStep,
        **_said(visit),
    )


def save(visit: Visit) -> Response:
    """What the person says to a result; or the result deleted."""
    assert visit.kept is not None
    result, mark = visit.request.path_params["id"], ""
    if visit.text("delete") == "1":
        removed = remove_result(visit.uow, visit.kept, result, visit.now)
        visit.uow.commit()
        return visit.see(f"{visit.path('test')}?slettet={removed.id}")
    if draft := visit.text("use") or visit.text("drop"):
        settle_step(visit.uow, visit.kept, result, draft, visit.now, use="use" in visit.form)
    elif visit.text("step") in set(DissentStep):
        step = DissentStep(visit.text("step"))
        try:
            text, read = visit.text("text"), visit.text("version")
            mark = write_step(visit.uow, visit.kept, result, step, text, read, visit.now)
        except BothTexts:
            visit.uow.commit()
            return show(visit, 409)
    elif "example" in visit.form:
        link_example(visit.uow, visit.kept, result, visit.text("example"), visit.now)
    else:
        recognise_result(visit.uow, visit.kept, result, visit.text("standing"), visit.now)
    visit.uow.commit()
    return visit.kept_draft(mark) if visit.is_draft else visit.see(f"{visit.path(f'test/{result}')}?lagret=1")


def show_sheet(visit: Visit) -> Response:
    """All of it on paper, for the read-back."""
    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_assessment(visit.uow, visit.kept, preparation)
    values = {"preparation": preparation, "seen": seen, "steps": DissentStep, **_said(visit)}
    return visit.page("assessment_sheet.html", **values)


def _seen(visit: Visit) -> SeenTrait:
    assert visit.kept is not None
    result = visit.request.path_params["id"]
    return see_trait(visit.uow, visit.kept, visit.preparation(), result, visit.words.language)


def _document(visit: Visit) -> Document:
    assert visit.kept is not None
    return document_of(visit.uow, find_report(visit.uow, visit.kept, visit.request.path_params["document"]))


def _given(visit: Visit, ending: str = "", read: GivenResult | None = None) -> GivenResult:
    """A result as typed; the words it was read from stay those of the report."""
    typed = {field: visit.text(field + ending) for field in _FIELDS}
    if typed["scale"] == Scale.BAND.value:
        typed["score"] = visit.text(f"band{ending}") or typed["score"]
    return GivenResult(**typed, document=read.document if read else "", words=read.words if read else "")


def _said(visit: Visit) -> dict[str, Any]:
    """What the templates of this page say, in the visit's language."""
    language = visit.words.language
    return {
        "say": {key: texts[language] for key, texts in load_assessment_phrases().items()},
        "rights": load_assessment_rights(),
        "checklist": next(one for one in load_checklists() if one.id == "TQ"),
        "language": language,
        "scales": Scale,
        "raw_bands": RawBand,
        "draw": draw,
        "numeric": numeric,
    }


ROUTES = (
    Route("/s/{slug}/test", endpoint(show_all, save_all), methods=["GET", "POST"]),
    Route("/s/{slug}/test/ny", endpoint(show_new, save_new), methods=["GET", "POST"]),
    Route("/s/{slug}/test/ark", endpoint(show_sheet), methods=["GET"]),
    Route("/s/{slug}/test/rapport/{document}", endpoint(show_report, save_report), methods=["GET", "POST"]),
    Route("/s/{slug}/test/{id}", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/test/{id}/rett", endpoint(show_correction, save_correction), methods=["GET", "POST"]),
)
