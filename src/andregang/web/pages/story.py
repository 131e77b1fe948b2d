"""Historien: one text, told in 30, 90 or 180 seconds, and who has heard it."""

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.story import LENGTHS, OPENERS
from andregang.services.story import choose_sentences, say_heard, see_story, settle_story, write_story
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint


def show(visit: Visit, status: int = 200) -> Response:
    """The text, its versions, and who hears it."""
    assert visit.kept is not None
    preparation = visit.preparation()
    story = see_story(visit.uow, visit.kept, preparation)
    return visit.page("story.html", status, preparation=preparation, story=story, openers=OPENERS)


def save(visit: Visit) -> Response:
    """What was written, or somebody who has heard it."""
    assert visit.kept is not None
    mark, back = "", "?lagret=1"
    if name := visit.text("person"):
        say_heard(visit.uow, visit.kept, visit.preparation(), name, heard=visit.text("heard") == "1")
        back = "#hvem"
    elif draft := visit.text("use") or visit.text("drop"):
        settle_story(visit.uow, visit.kept, draft, visit.now, use="use" in visit.form)
    else:
        try:
            mark = write_story(visit.uow, visit.kept, visit.text("text"), visit.text("version"), visit.now)
        except BothTexts:
            visit.uow.commit()
            return show(visit, 409)
    visit.uow.commit()
    return visit.kept_draft(mark) if visit.is_draft else visit.see(visit.path("historien") + back)


def show_version(visit: Visit) -> Response:
    """The sentences, to choose those told in this many seconds."""
    assert visit.kept is not None
    story = see_story(visit.uow, visit.kept, visit.preparation())
    version = next(one for one in story.versions if one.target == _target(visit))
    return visit.page("story_version.html", version=version)


def save_version(visit: Visit) -> Response:
    """The sentences chosen."""
    assert visit.kept is not None
    target = _target(visit)
    given = [str(place) for place in visit.form.getlist("sentences")]
    places = [int(place) for place in given if place.isascii() and place.isdigit() and len(place) < 6]
    choose_sentences(visit.uow, visit.kept, target, places, visit.now)
    visit.uow.commit()
    return visit.see(f"{visit.path(f'historien/{target}')}?lagret=1")


def _target(visit: Visit) -> int:
    target = {str(length): length for length in LENGTHS}.get(visit.request.path_params["seconds"])
    if target is None:
        raise HTTPException(404)
    return target


ROUTES = (
    Route("/s/{slug}/historien", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/historien/{seconds}", endpoint(show_version, save_version), methods=["GET", "POST"]),
)
