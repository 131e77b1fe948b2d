"""Templates: autoescaped, strict about names, with the words of the visit's language."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from andregang.domain.evidence import item_key
from andregang.domain.plan import PlanAction, PlanTask
from andregang.domain.source import Quote
from andregang.i18n import Words
from andregang.i18n.terms import N_
from andregang.web.assets import asset

PLACES: tuple[tuple[str, str, str], ...] = (
    ("today", "", N_("Today")),
    ("examples", "belegg", N_("Evidence")),
    ("practice", "ov", N_("Practise")),
    ("company", "bedriften", N_("The company")),
    ("meeting", "motet", N_("Meeting")),
)
"""The words of the navigation, where they lead, and what they are called; a word stands here when its page exists."""

MORE: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (N_("Today"), (("plan", N_("The plan")), ("prosessen", N_("The process")), ("dokumenter", N_("Documents")))),
    (
        N_("Evidence"),
        (
            ("krav", N_("What the ad asks for")),
            ("historien", N_("The story about me")),
            ("bidraget", N_("My main contribution")),
            ("referanser", N_("Referees")),
        ),
    ),
    (
        N_("Practise"),
        (
            ("sporsmal", N_("Questions")),
            ("test", N_("Tests")),
            ("case", N_("The case")),
            ("opptak", N_("Recordings")),
            ("annen-leser", N_("A second reader")),
        ),
    ),
    (N_("The company"), (("folk", N_("People")), ("sporsmal/egne", N_("What you will ask")))),
    (
        N_("Meeting"),
        (
            ("fortalt", N_("Who has heard what")),
            ("apenhet", N_("Openness")),
            ("beslutning", N_("The decision")),
            ("avtalen", N_("The contract")),
        ),
    ),
)
"""The pages behind each word of the navigation, as the foot of a page lists them."""

DESTINATIONS = {
    PlanAction.ASK_UNKNOWN: "motet#ukjent",
    PlanAction.EXAMPLE: "belegg/ny",
    PlanAction.STORY: "historien",
    PlanAction.CONTRIBUTION: "bidraget",
    PlanAction.READ_BACK: "test",
    PlanAction.RECALL: "ov",
    PlanAction.FULL_RUN: "ov/prove",
    PlanAction.COMPANY: "bedriften",
    PlanAction.CASE_WORK: "case",
    PlanAction.CASE_RUN: "case/gjennomforing",
    PlanAction.OWN_QUESTIONS: "sporsmal/egne",
    PlanAction.REFEREES: "referanser",
    PlanAction.PACK: "motet#med",
    PlanAction.LIGHT_REVIEW: "motet/ark",
}
"""Where a task of the plan is done."""


@cache
def environment() -> Environment:
    """The template environment, made once."""
    made = Environment(
        loader=PackageLoader("andregang.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    made.globals.update(asset=asset, destination=destination)
    made.filters["clock"] = clock
    made.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]
    made.tests["quote"] = lambda value: isinstance(value, Quote)
    return made


def clock(seconds: float) -> str:
    """A length as a clock shows it: "0:34"."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    return f"{minutes}:{rest:02}"


def destination(task: PlanTask) -> str:
    """The page a task is done on."""
    if task.action is PlanAction.EXAMPLE and task.items:
        return f"belegg/ny?krav={item_key(task.items[0])}"
    return DESTINATIONS.get(task.action, "plan")


def render(template: str, words: Words, **values: object) -> str:
    """A template with the words of a language. Raises on a name that is not there."""
    places = [(place, page, words._(word)) for place, page, word in PLACES]
    rooms = [(words._(place), [(page, words._(word)) for page, word in pages]) for place, pages in MORE]
    said = {"words": words, "_": words._, "n_": words.n_, "of": words.of, "places": places, "rooms": rooms}
    return environment().get_template(template).render(**said, **values)
