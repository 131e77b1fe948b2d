"""Formal demands are decided by rule: degrees, licences, certificates, authorisation, languages, papers, years."""

from collections.abc import Callable

import pytest

from andregang.domain.evidence import Match
from andregang.domain.evidence.papers import licence_classes
from andregang.domain.evidence.years import years_asked

Judge = Callable[..., Match]

DEGREES = [
    ("must: Mastergrad i rettsvitenskap", ["&Master i rettsvitenskap, Universitetet i Bergen"], "direct"),
    ("must: Mastergrad i rettsvitenskap", ["&Bachelor i rettsvitenskap, OsloMet"], "transferable"),
    ("must: Mastergrad i rettsvitenskap", ["&Master i marinbiologi"], "none"),
    ("must: Bachelor i sykepleie", ["&Bachelor of Nursing, Glasgow"], "direct"),
    ("must: Bachelorgrad innen økonomi", ["&Siviløkonom, NHH"], "direct"),
    ("must: Høyere utdanning innen informatikk", ["&MSc Computer Science"], "direct"),
    ("must: Høgare utdanning innan informatikk", ["&Bachelor i informatikk, UiB"], "direct"),
    ("must: Fagbrev som kokk", ["&Fagbrev i kokkfaget"], "direct"),
    ("must: Fagbrev som kokk", ["&Fagbrev som tømrer"], "none"),
    ("must: Fagbrev som kokk", ["&Master i filosofi"], "none"),
    ("should: Ingeniør innen maskin er en fordel", ["&Bachelor i ingeniørfag, maskin"], "direct"),
    ("must: Doktorgrad i biologi", ["&Master i biologi"], "transferable"),
    ("must: Relevant utdanning på bachelornivå", ["&Fagbrev som frisør"], "none"),
    ("must: Bachelor's degree in engineering", ["&Sivilingeniør, NTNU"], "direct"),
]


@pytest.mark.parametrize(("line", "lines", "strength"), DEGREES)
def test_level_and_field_decide_a_degree(judge: Judge, line: str, lines: list[str], strength: str) -> None:
    match = judge(line, *lines)
    assert (match.strength, match.rule.startswith("degree")) == (strength, True)


def test_the_highest_fitting_degree_stands_first(judge: Judge) -> None:
    match = judge("must: Bachelor innen økonomi", "&Bachelor i økonomi, BI", "&Master i økonomi, NHH")
    assert match.evidence[0].quote.words == "Master i økonomi, NHH"
    assert match.asked and match.found


def test_experience_may_stand_in_for_a_certificate_when_the_ad_says_so(judge: Judge) -> None:
    lines = ("@Rørlegger, Varmt Bad AS", "Monterte varmepumper og varmekabler i leiligheter")
    strict = judge("must: Fagbrev som montør av varmepumper", *lines)
    mild = judge("must: Fagbrev som montør av varmepumper, men erfaring med varmepumper kan kompensere", *lines)
    assert strict.strength == "none"
    assert mild.strength == "transferable"


LICENCES = [
    ("must: Førerkort klasse B", ["%Førerkort B"], "direct"),
    ("must: Førarkort klasse B", ["%Førarkort klasse BE"], "direct"),
    ("must: Driver's licence", ["%Førerkort kl. B"], "direct"),
    ("must: Førerkort klasse C", ["%Førerkort CE"], "direct"),
    ("must: Førerkort klasse CE", ["%Førerkort klasse B"], "none"),
    ("must: Du må disponere bil", ["@Sjåfør, Bud og Bil"], "none"),
    ("must: Truckførerbevis", ["%Truckførerbevis T1 og T4"], "direct"),
    ("must: Truckførerbevis", ["@Lagerarbeider", "Kjørte truck hver dag"], "none"),
    ("should: Kurs i varme arbeider", ["%Sertifikat varme arbeider 2024"], "direct"),
    ("must: Yrkessjåførbevis (YSK)", ["%YSK gyldig til 2028"], "direct"),
    ("must: Du må ha politiattest", ["@Lærer, Vik skole"], "none"),
    ("must: Gyldig politiattest", ["%Politiattest fra 2025"], "direct"),
    ("must: Norsk autorisasjon som sykepleier", ["&Bachelor i sykepleie, autorisasjon 2019"], "direct"),
    ("must: Norsk autorisasjon som sykepleier", ["&Bachelor i sykepleie"], "transferable"),
    ("must: Norsk autorisasjon som sykepleier", ["&Bachelor i historie"], "none"),
    ("must: Må være fylt 18 år", ["&Bachelor i historie"], "direct"),
]


@pytest.mark.parametrize(("line", "lines", "strength"), LICENCES)
def test_papers_are_there_or_not(judge: Judge, line: str, lines: list[str], strength: str) -> None:
    assert judge(line, *lines).strength == strength


TONGUES = [
    ("must: God muntlig og skriftlig norsk", ["~Norsk: morsmål"], "direct"),
    ("must: Du må meistre norsk munnleg og skriftleg", ["~Norwegian: B2"], "direct"),
    ("must: Gode norskkunnskaper", ["~Norwegian: basic"], "transferable"),
    ("must: Gode norskkunnskaper", ["~Engelsk: flytende"], "none"),
    ("must: Fluent in English", ["~Engelsk (flytende)"], "direct"),
    ("should: Snakker tysk", ["~Norsk morsmål, engelsk godt, tysk grunnleggende"], "transferable"),
    ("should: Noe tysk er en fordel", ["~Tysk: grunnleggende"], "direct"),
]


@pytest.mark.parametrize(("line", "lines", "strength"), TONGUES)
def test_a_language_is_weighed_by_its_level(judge: Judge, line: str, lines: list[str], strength: str) -> None:
    match = judge(line, *lines)
    assert (match.strength, match.rule) == (strength, "language")


def test_a_norwegian_authorisation_is_no_demand_to_speak_norwegian(judge: Judge) -> None:
    assert judge("must: Norsk autorisasjon som lege", "~Norsk: morsmål").rule == "authorisation"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Minst 3 års erfaring fra salg", 3),
        ("2-5 års arbeidserfaring", 2),
        ("minimum fem års relevant praksis", 5),
        ("At least two years of experience", 2),
        ("5+ years' experience with Java", 5),
        ("erfaring fra verft, minst 4 år", 4),
        ("flere års erfaring", 3),
        ("fleire års røynsle", 3),
        ("Erfaring fra barnehage", None),
        ("Opplæring av elever på 5 år", None),
    ],
)
def test_years_are_read_in_figures_and_words(text: str, years: int | None) -> None:
    found = years_asked(text)
    assert (found.years if found else None) == years


def test_parallel_jobs_are_counted_once(judge: Judge) -> None:
    lines = ("@Snekker, Hus AS", "Snekker og bygde hus", "@Snekker, Hytter AS", "Snekker og bygde hytter")
    once = judge("must: Minst 4 års erfaring som snekker", *lines, years=[(2020, 2021), (2020, 2021)])
    enough = judge("must: Minst 4 års erfaring som snekker", *lines, years=[(2018, 2019), (2020, 2022)])
    assert (once.rule, once.strength) == ("years", "transferable")
    assert enough.strength == "direct"
    assert enough.found == "5.00"


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Førerkort kl. B og BE", {"B", "BE"}),
        ("Sertifikat for kl. C1-C,E", {"C1", "C", "CE"}),
        ("Klasse CE", {"CE"}),
        ("Fagbrev og Excel", set()),
    ],
)
def test_licence_classes_are_read_from_lists(text: str, classes: set[str]) -> None:
    assert licence_classes(text) == classes
