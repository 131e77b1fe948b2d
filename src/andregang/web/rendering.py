"""Templates: autoescaped, strict about names, with the words of the visit's language."""

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from andregang.domain.source import Quote
from andregang.web.assets import asset

if TYPE_CHECKING:
    from andregang.web.visit import Visit

PLACES = (
    ("today", ""),
    ("examples", "belegg"),
    ("practice", "ov"),
    ("company", "bedriften"),
    ("meeting", "motet"),
)
"""The five words of the navigation and where they lead; a word stands there when its page exists."""


@cache
def environment() -> Environment:
    """The template environment, made once."""
    made = Environment(
        loader=PackageLoader("andregang.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(asset=asset)
    made.tests["quote"] = lambda value: isinstance(value, Quote)
    return made


def render(template: str, visit: "Visit", **values: object) -> str:
    """A template with the visit's words. Raises on a name that is not there."""
    words = visit.words
    return (
        environment()
        .get_template(template)
        .render(
            visit=visit,
            words=words,
            _=words._,
            n_=words.n_,
            of=words.of,
            kept=visit.kept,
            theme=visit.uow.choices.read("theme", "auto"),
            saved=visit.request.query_params.get("lagret"),
            **values,
        )
    )
