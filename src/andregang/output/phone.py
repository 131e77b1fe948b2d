"""The phone sheet: one HTML file that needs nothing else, to send to oneself."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from andregang.domain.brief import Brief
from andregang.i18n import Words
from andregang.output.sheet_words import sheet_of


def brief_html(brief: Brief, words: Words) -> str:
    """The brief as one page: no scripts, no requests, light and dark, and fit to print."""
    return _template().render(sheet=sheet_of(brief, words), counted=_counted)


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("andregang.output", "data"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("phone.html")


def _counted(label: str, **values: int) -> str:
    """A label of the sheet with its numbers put in."""
    for name, value in values.items():
        label = label.replace("{" + name + "}", str(value))
    return label
