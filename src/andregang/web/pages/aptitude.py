"""Practice tasks: twelve at a time, with a target time, the answer explained at once, and always told as practice."""

import secrets
from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from andregang.content.aptitude import load_aptitude
from andregang.domain.aptitude import ORDER, TARGET, TaskKind, wording
from andregang.domain.errors import InvalidInput, NotFound
from andregang.services.aptitude import answer_task, begin_set, see_set, see_task
from andregang.web.visit import Visit, endpoint

_SEEDS = 1_000_000


def show_all(visit: Visit) -> Response:
    """What it is, how far one has come, and how it went."""
    assert visit.kept is not None
    practice = see_set(visit.uow, visit.kept)
    return visit.page("aptitude.html", practice=practice, order=ORDER, target=TARGET, kinds=list(TaskKind))


def save_all(visit: Visit) -> Response:
    """A new set; then its first task."""
    assert visit.kept is not None
    begin_set(visit.uow, visit.kept, secrets.randbelow(_SEEDS), visit.now)
    visit.uow.commit()
    return visit.see(visit.path("test/oving/1"))


def show(visit: Visit) -> Response:
    """One task; once answered, with why."""
    return _show(visit)


def save(visit: Visit) -> Response:
    """The option chosen; then the same page with why."""
    assert visit.kept is not None
    number, option = _number(visit), visit.text("option")
    chosen = int(option) if option.isascii() and option.isdigit() and len(option) == 1 else -1
    try:
        answer_task(visit.uow, visit.kept, number, chosen, _seconds(visit), visit.now)
    except InvalidInput:
        return _show(visit, [("option-0", visit.words._("Choose an answer."))])
    visit.uow.commit()
    return visit.see(visit.path(f"test/oving/{number}"))


def _show(visit: Visit, errors: list[tuple[str, str]] | None = None) -> Response:
    assert visit.kept is not None
    seen = see_task(visit.uow, visit.kept, _number(visit))
    values: dict[str, Any] = {
        "seen": seen,
        "task": seen.task,
        "say": load_aptitude(visit.words.language),
        "word": wording,
        "target": TARGET[seen.task.kind],
        "count": len(ORDER),
        "begun": visit.text("begun") or str(int(visit.now.timestamp())),
        "errors": errors or (),
    }
    return visit.page("aptitude_task.html", 422 if errors else 200, **values)


def _seconds(visit: Visit) -> int:
    """How long ago the task was shown, as the page it came from says."""
    begun = visit.text("begun")
    return int(visit.now.timestamp()) - int(begun) if begun.isascii() and begun.isdigit() and len(begun) < 12 else 0


def _number(visit: Visit) -> int:
    given = visit.request.path_params["number"]
    if not (given.isascii() and given.isdigit() and len(given) < 3):
        raise NotFound("task", given)
    return int(given)


ROUTES = (
    Route("/s/{slug}/test/oving", endpoint(show_all, save_all), methods=["GET", "POST"]),
    Route("/s/{slug}/test/oving/{number}", endpoint(show, save), methods=["GET", "POST"]),
)
