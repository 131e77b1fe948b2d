"""For every line of the ad, the CV lines that speak for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from andregang.domain.cv import Cv, CvSection
from andregang.domain.evidence.candidates import Candidate, candidates_of
from andregang.domain.evidence.closeness import DIRECT, PRESENT, Ranker, closeness_of
from andregang.domain.evidence.education import rule_on_education
from andregang.domain.evidence.model import MOST, Basis, Evidence, Match, Similarity, Strength
from andregang.domain.evidence.papers import (
    rule_on_age,
    rule_on_authorisation,
    rule_on_certificates,
    rule_on_licence,
    rule_on_papers,
)
from andregang.domain.evidence.ruling import Case, Ruling
from andregang.domain.evidence.tongues import rule_on_tongues
from andregang.domain.evidence.years import rule_on_years, years_asked
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.vocabulary import Vocabulary

_SHARE = 0.6
_SPARE = 10
_NEAR = 0.6
_BESIDE_WORK = (CvSection.VOLUNTEER, CvSection.EDUCATION)
_ASKED = (ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD)
_RULES: tuple[Callable[[Case], Ruling | None], ...] = (
    rule_on_papers,
    rule_on_age,
    rule_on_licence,
    rule_on_certificates,
    rule_on_authorisation,
    rule_on_tongues,
    rule_on_education,
)


def match_evidence(
    ad: JobAd,
    cv: Cv | None,
    similarity: Similarity | None,
    vocabulary: Vocabulary,
    today: date,
    ranker: Ranker | None = None,
) -> tuple[Match, ...]:
    """One match for every task, must, should and quality of the ad, in its order; offers are left out.

    Formal requirements are decided by rules; the rest by `ranker`, else by `similarity`, else by words alone.
    Qualities are not matched: the person is asked for an example. Without CV lines everything is NONE.
    """
    items = ad.of_kind(*_ASKED)
    candidates = candidates_of(cv, today) if cv else ()
    rows = closeness_of(items, candidates, similarity, vocabulary, ranker, ad.title.value if ad.title else "")
    by_item: dict[AdItem, tuple[float, ...]] = dict(zip(items, rows, strict=True))
    matches = []
    for item in ad.of_kind(*_ASKED, ItemKind.QUALITY):
        if item.kind is ItemKind.QUALITY:
            matches.append(Match(item, Strength.NONE, asks_for_example=True))
        elif cv is None or not candidates:
            matches.append(Match(item, Strength.NONE))
        else:
            basis = Basis.WORDS if similarity is None and ranker is None else Basis.MEANING
            case = Case(ad, item, cv, candidates, by_item[item], vocabulary, today)
            matches.append(_match(case, basis))
    return tuple(matches)


def ruling_on(case: Case) -> Ruling | None:
    """What the first rule that applies says; None where no rule does, and likeness decides."""
    return next((ruling for rule in _RULES if (ruling := rule(case)) is not None), None)


def _match(case: Case, basis: Basis) -> Match:
    ruling = ruling_on(case)
    if ruling is not None and ruling.at_most is None:
        ruled = [_evidence(case.candidates[i], 1.0, Basis.RULE) for i in ruling.lines]
        return _found(case.item, ruling.strength, ruled, ruling)
    ruling = ruling or rule_on_years(case, PRESENT)
    ranked = _ranked(case)
    best = max(case.closeness, default=0.0)
    # What was done as a volunteer or student can be used as an example, but is not the work itself.
    at_work = max((r.value for r in ranked if case.candidates[r.index].section not in _BESIDE_WORK), default=0.0)
    strength = Strength.DIRECT if at_work >= DIRECT else Strength.TRANSFERABLE if best >= PRESENT else Strength.NONE
    if ruling is not None and ruling.at_most is Strength.TRANSFERABLE:
        # In place of a degree only experience that clearly is it; short of the years, what there is.
        enough = DIRECT if ruling.strength is Strength.NONE else PRESENT
        strength = Strength.TRANSFERABLE if best >= enough else Strength.NONE
    kept = [r for r in ranked if r.value >= max(PRESENT, best * _SHARE)] if strength is not Strength.NONE else []
    evidence = [_evidence(case.candidates[r.index], round(r.value, 4), basis) for r in kept]
    return _found(case.item, strength, evidence, ruling)


def _found(item: AdItem, strength: Strength, evidence: list[Evidence], ruling: Ruling | None) -> Match:
    rule, asked, found = (ruling.rule, ruling.asked, ruling.found) if ruling else ("", "", "")
    shown, spare = tuple(evidence[:MOST]), tuple(evidence[MOST : MOST + _SPARE])
    return Match(item, strength, shown, rule, asked, found, spare=spare)


@dataclass(frozen=True, slots=True)
class _Ranked:
    value: float
    index: int


def _ranked(case: Case) -> list[_Ranked]:
    rows = sorted(
        (_Ranked(value, index) for index, value in enumerate(case.closeness)), key=lambda row: (-row.value, row.index)
    )
    return rows if years_asked(case.text) else _deeds_first(rows, case)


def _deeds_first(rows: list[_Ranked], case: Case) -> list[_Ranked]:
    """The rows with a job's name after the first thing done in it, when both are evidence: what one did says more."""
    if not rows or not case.candidates[rows[0].index].heads:
        return rows
    job = case.candidates[rows[0].index].role
    deed = next((n for n, row in enumerate(rows) if n and job and case.candidates[row.index].role == job), 0)
    if not deed or rows[deed].value < max(PRESENT, _NEAR * rows[0].value):
        return rows
    return [rows[deed], *rows[:deed], *rows[deed + 1 :]]


def _evidence(candidate: Candidate, score: float, basis: Basis) -> Evidence:
    return Evidence(candidate.quote, candidate.section, score, basis, candidate.context)
