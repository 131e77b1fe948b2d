"""Åpenhet: what I choose to tell, what I must tell, what they may not ask, and what one may see of others."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.content.contract import load_contract
from andregang.content.law import load_law
from andregang.services.openness import LONGEST_QUESTION, duty_of, see_openness, see_topic, settle_topic, write_topic
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint

_ASKED = ("forbidden", "asked", "matters")


def show(visit: Visit) -> Response:
    """All topics and rules; with `sporsmal` in the address, what that question touches."""
    assert visit.kept is not None
    preparation = visit.preparation()
    question = visit.request.query_params.get("sporsmal", "")
    vocabulary = visit.context.knowledge.vocabulary
    answers = {name: visit.request.query_params.get(name, "") for name in _ASKED}
    return visit.page(
        "openness.html",
        preparation=preparation,
        seen=see_openness(visit.uow, visit.kept, preparation, vocabulary, question),
        language=visit.words.language,
        longest=LONGEST_QUESTION,
        answers=answers,
        duty=duty_of(answers),
        disclaimer=load_contract().advice["disclaimer"].words[visit.words.language],
    )


def show_topic(visit: Visit) -> Response:
    """One topic with the rules beside it, calm replies, whom to ask, and one's own text."""
    return _topic(visit)


def save_topic(visit: Visit) -> Response:
    """What one would say."""
    assert visit.kept is not None
    topic = visit.request.path_params["topic"]
    if draft := visit.text("use") or visit.text("drop"):
        settle_topic(visit.uow, visit.kept, topic, draft, visit.now, use="use" in visit.form)
        visit.uow.commit()
        return visit.see(visit.path(f"apenhet/{topic}"))
    try:
        note = write_topic(visit.uow, visit.kept, topic, visit.text("text"), visit.version_read, visit.now)
    except BothTexts:
        visit.uow.commit()
        return _topic(visit, 409)
    visit.uow.commit()
    if visit.is_draft:
        return visit.kept_draft(note.version if note else 0)
    return visit.see(f"{visit.path(f'apenhet/{topic}')}?lagret=1")


def _topic(visit: Visit, status: int = 200) -> Response:
    from andregang.output.rules import age_words, sureness_words

    assert visit.kept is not None
    preparation = visit.preparation()
    vocabulary = visit.context.knowledge.vocabulary
    seen = see_topic(visit.uow, visit.kept, preparation, vocabulary, visit.request.path_params["topic"])
    today = visit.now.date()
    return visit.page(
        "openness_topic.html",
        status,
        preparation=preparation,
        seen=seen,
        law=load_law(),
        language=visit.words.language,
        ages={item.id: age_words(item.stands, today, visit.words) for item in seen.rules},
        sure={item.id: sureness_words(item.stands, visit.words) for item in seen.rules},
        disclaimer=load_contract().advice["disclaimer"].words[visit.words.language],
    )


ROUTES = (
    Route("/s/{slug}/apenhet", endpoint(show)),
    Route("/s/{slug}/apenhet/{topic}", endpoint(show_topic, save_topic), methods=["GET", "POST"]),
)
