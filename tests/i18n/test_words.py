"""How days, times, numbers and values are said in the three languages."""

import ast
import datetime as dt
import enum
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import andregang.domain
from andregang.domain import errors as domain_errors
from andregang.domain.preparation import Notice, NoticeKind
from andregang.domain.readiness import Standing
from andregang.i18n import messages, terms, use
from andregang.readers import Reason, UnreadableDocument
from andregang.store import errors as store_errors

OSLO = ZoneInfo("Europe/Oslo")
START = dt.datetime(2026, 12, 3, 13, 0, tzinfo=OSLO)
SOURCE = Path(andregang.domain.__file__).parents[1]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "torsdag 3. desember kl. 13.00–14.30"),
        ("nn", "torsdag 3. desember kl. 13.00–14.30"),
        ("en", "Thursday 3 December, 13:00–14:30"),
    ],
)
def test_a_meeting_is_said_with_day_and_clock(language: str, words: str):
    assert use(language).when(START, START + dt.timedelta(minutes=90)) == words


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "lørdag 5. mai 2029"), ("nn", "laurdag 5. mai 2029"), ("en", "Saturday 5 May 2029")]
)
def test_a_day_can_be_said_with_its_year(language: str, words: str):
    assert use(language).day(dt.date(2029, 5, 5), year=True) == words


def test_a_time_given_elsewhere_is_told_in_oslo():
    assert use("nb").when(START.astimezone(dt.UTC)) == use("nb").when(START)
    late = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
    assert use("nb").day(late) == "onsdag 1. juli"


def test_the_hour_that_comes_twice_is_told_both_times():
    first = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
    assert [use("nb").clock(first + dt.timedelta(hours=h)) for h in (0, 1)] == ["02.30", "02.30"]


def test_a_meeting_over_midnight_names_both_days():
    assert use("nb").when(START, START + dt.timedelta(days=1)) == (
        "torsdag 3. desember kl. 13.00 – fredag 4. desember kl. 13.00"
    )


def test_an_end_before_the_start_is_not_said():
    assert use("en").when(START, START - dt.timedelta(hours=1)) == "Thursday 3 December, 13:00"


@pytest.mark.parametrize(
    ("days", "nb", "nn", "en"),
    [
        (0, "i dag", "i dag", "today"),
        (1, "i morgen", "i morgon", "tomorrow"),
        (-1, "i går", "i går", "yesterday"),
        (3, "om 3 dager", "om 3 dagar", "in 3 days"),
        (-2, "for 2 dager siden", "for 2 dagar sidan", "2 days ago"),
    ],
)
def test_near_days_have_names(days: int, nb: str, nn: str, en: str):
    today = dt.date(2026, 12, 30)
    said = [use(language).relative_day(today + dt.timedelta(days=days), today) for language in ("nb", "nn", "en")]
    assert said == [nb, nn, en]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-30, "nå"),
        (0, "nå"),
        (59, "om 59 minutter"),
        (61, "om 1 time og 1 minutt"),
        (24 * 60, "om 1 dag"),
        (4500, "om 3 dager og 3 timer"),
    ],
)
def test_the_time_left_is_told_more_closely_as_it_comes(minutes: int, words: str):
    assert use("nb").countdown(START + dt.timedelta(minutes=minutes), START) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 minutter"), (1, "1 minutt"), (60, "1 time"), (150, "2 timer og 30 minutter")]
)
def test_minutes_are_said_in_hours_when_there_are_any(minutes: int, words: str):
    assert use("nb").duration(minutes) == words


def test_seconds_years_sizes_and_lists_are_said():
    nn = use("nn")
    assert (nn.seconds(90), nn.seconds(181)) == ("90 sekund", "3 minutt og 1 sekund")
    assert (nn.years("4.02"), nn.years("0.01"), nn.years("0.00"), nn.years("?")) == (
        "4 år og 2 månader",
        "1 månad",
        "0 år",
        "0 år",
    )
    assert (nn.size(0), nn.size(12), nn.size(340_000), nn.size(1_250_000)) == ("0 kB", "1 kB", "340 kB", "1,2 MB")
    assert nn.join(["Ada"]) == "Ada"
    assert nn.join(["Ada", "Åse", "Bo"]) == "Ada, Åse og Bo"
    assert use("en").number(1250.5) == "1,250.5"


def test_what_a_person_wrote_is_never_taken_for_a_template():
    said = use("nb").explain(UnreadableDocument("{name} {0} %s.pdf", Reason.EMPTY))
    assert said == ("Det er ingen tekst i {name} {0} %s.pdf.", "Sjekk at det er riktig fil.")


def test_an_unknown_language_is_told_in_bokmaal():
    assert use("fi").of(Standing.THIN) == use("nb").of(Standing.THIN) == "Tynt belagt"


# Kinds whose words the printed sheet has for itself.
ON_THE_SHEET = {"Pack", "Telling", "Notice"}
# Kinds a person meets everywhere; a kind that is only for the program needs no words.
SAID = {
    "AssessmentTime",
    "Basis",
    "Cause",
    "CvSection",
    "DocumentKind",
    "Doubt",
    "Gap",
    "ItemKind",
    "Language",
    "MessageKind",
    "PlanAction",
    "Reason",
    "Side",
    "Standing",
    "Strength",
}


def domain_kinds() -> dict[str, type[enum.Enum]]:
    modules = [
        importlib.import_module(m.name) for m in pkgutil.walk_packages(andregang.domain.__path__, "andregang.domain.")
    ]
    values = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    return {v.__name__: v for v in values if issubclass(v, enum.StrEnum) and v.__module__.startswith("andregang")}


def test_every_value_of_the_domain_has_words():
    kinds = {**domain_kinds(), "Reason": Reason}
    promised = {name for name, kind in kinds.items() if "words stand in `i18n`" in (kind.__doc__ or "")}
    assert (SAID | promised) - ON_THE_SHEET <= terms.TERMS.keys()
    for name, said in terms.TERMS.items():
        assert {str(member.value) for member in kinds[name]} == said.keys(), name
        for member in kinds[name]:
            for language in ("nb", "nn", "en"):
                assert use(language).of(member)


def test_every_notice_has_words():
    for kind in NoticeKind:
        detail = {"unreadable": "scanned", "year_inferred": START.isoformat(), "in_the_past": ""}.get(kind.value, "ad")
        for language in ("nb", "nn", "en"):
            happened, _ = use(language).notice(Notice(kind, "fil.pdf", detail))
            assert happened
            assert "{" not in happened
    assert set(messages.NOTICES) | {"unreadable"} == {kind.value for kind in NoticeKind}


def test_a_notice_tells_its_detail_in_words():
    happened, now = use("nb").notice(Notice(NoticeKind.YEAR_INFERRED, "innkalling.eml", START.isoformat()))
    assert happened == "Året står ikke i innkalling.eml. Det er lest som torsdag 3. desember 2026 kl. 13.00."
    assert now == "Sjekk datoen."
    happened, _ = use("nn").notice(Notice(NoticeKind.LOOKS_LIKE_ANOTHER_KIND, "cv.pdf", "ad"))
    assert happened == "cv.pdf ser ut som eit anna slags dokument: annonse."


def examples_of_errors() -> list[BaseException]:
    unreadable = [UnreadableDocument("cv.pdf", reason) for reason in Reason]
    invalid = [domain_errors.InvalidInput("start", rule) for rule in (*messages.INVALID, "unheard_of")]
    missing = [domain_errors.NotFound(kind, "x") for kind in (*messages.NOT_FOUND, "unheard_of")]
    refused = [store_errors.ArchiveRefused(rule) for rule in messages.REFUSED]
    damaged = [store_errors.StoreDamaged(what, "andregang.db") for what in messages.DAMAGED]
    others = [
        domain_errors.ChangedMeanwhile("note", "x"),
        store_errors.BothTexts("note", "x", "a", "b"),
        store_errors.DiskFull(),
        store_errors.StoreBusy(),
        store_errors.StoreUnusable("/data"),
        store_errors.StoreTooNew("0009"),
        OSError(28, "No space left on device"),
    ]
    return [*unreadable, *invalid, *missing, *refused, *damaged, *others]


@pytest.mark.parametrize("error", examples_of_errors(), ids=repr)
def test_every_error_says_what_happened_and_what_to_do_now(error: BaseException):
    for language in ("nb", "nn", "en"):
        for sentence in use(language).explain(error):
            assert sentence.endswith(".")
            assert "{" not in sentence


def test_no_error_is_without_words():
    parents = {"DomainError", "StoreError"}
    for module in (domain_errors, store_errors):
        for name, kind in vars(module).items():
            if isinstance(kind, type) and issubclass(kind, Exception) and name not in parents:
                assert name in {type(error).__name__ for error in examples_of_errors()}


def test_a_fault_of_ours_has_no_explanation():
    assert use("nb").explain(KeyError("x")) is None
    assert use("nb").explain(OSError(13, "Permission denied")) is None


def keys_in(pattern: str, folder: str) -> set[str]:
    return {key for path in (SOURCE / folder).rglob("*.py") for key in re.findall(pattern, path.read_text("utf-8"))}


def test_every_rule_that_is_broken_has_words():
    assert keys_in(r'InvalidInput\(\s*[^,()]+,\s*"(\w+)"', ".") <= messages.INVALID.keys()
    assert keys_in(r'ArchiveRefused\("(\w+)"', "store") <= messages.REFUSED.keys()


def test_every_rule_that_decides_a_match_has_words():
    rules = keys_in(r'Ruling\("(\w+)"', "domain/evidence")
    assert rules
    assert rules <= terms.RULES.keys()
    assert use("nn").rule("licence") == "førarkort"
    assert use("nn").rule("") == ""


def test_everything_that_can_be_brought_back_has_a_name():
    from andregang.store import undo

    assert undo._BY_NAME.keys() == terms.THINGS.keys()
    assert [use(language).thing("examples") for language in ("nb", "nn", "en")] == [
        "eksempelet",
        "dømet",
        "the example",
    ]


def test_the_words_open_without_the_calendar():
    script = "import sys; from andregang.i18n import use; use('nb')._('Pack'); print('babel' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
    )


def test_only_the_calendar_knows_babel():
    for path in SOURCE.rglob("*.py"):
        imported = {
            name.split(".")[0]
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        assert "babel" not in imported or path.name == "calendar.py", path
