"""Degrees, certificates of apprenticeship and courses of study: level and field, decided by rule."""

import re
from dataclasses import dataclass

from andregang.domain.cv import CvSection
from andregang.domain.evidence.candidates import Candidate
from andregang.domain.evidence.lexicon import finder, groups, groups_in
from andregang.domain.evidence.model import Strength
from andregang.domain.evidence.ruling import Case, Ruling
from andregang.domain.job_ad import ItemKind
from andregang.domain.vocabulary import Vocabulary

TRADE, COLLEGE, BACHELOR = 3, 4, 5
_EXPERIENCE = re.compile(r"(?<!\w)(?:\w*erfaring|røynsle|experience)", re.IGNORECASE)
_BROAD = frozenset({"general", "management", "economics"})
_STUDENT = re.compile(r"(?<!\w)\w*student(?!\w{5,})", re.IGNORECASE)
_RELEVANT = re.compile(
    r"(?<!\w)(?:relevant|tilsvarende|tilsvarande|lignende|similar|related|annen|anna)", re.IGNORECASE
)
_COURSE_LINE = re.compile(r"studiepoeng|credits|\bects\b|årsstudium|årsenhet|årseining|enkeltemne", re.IGNORECASE)
_OR = re.compile(r"(?<!\w)(?:eller|or|evt\.?|eventuelt|ev\.?)(?!\w)|/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Demand:
    """What an ad line asks of education: the lowest level that will do, whether a trade certificate will, fields."""

    level: int
    trade: bool
    fields: frozenset[str]
    asked: str


@dataclass(frozen=True, slots=True)
class Held:
    """What a CV line says was studied. `finished` is false for a course of study still going on."""

    candidate: Candidate
    level: int
    fields: frozenset[str]
    finished: bool


def rule_on_education(case: Case) -> Ruling | None:
    """Degree level and field, or None when the line asks for no education (substance EV: rules before likeness)."""
    demand = _demand_in(case)
    if demand is None:
        return None
    held = [degree for candidate in case.candidates if (degree := _held_in(candidate, case))]
    judged = sorted(
        ((_fit(demand, degree, case), degree) for degree in held),
        key=lambda pair: (pair[0], pair[1].level, case.closeness[pair[1].candidate.index]),
        reverse=True,
    )
    instead = finder(case.vocabulary, "evidence.instead").search(case.text) is not None
    fitting = [(fit, degree) for fit, degree in judged if fit > 0]
    rule = "degree_field" if held and not fitting else "degree_level"
    if not fitting:
        found = judged[0][1].candidate.text if judged else ""
        at_most = Strength.TRANSFERABLE if instead else None
        return Ruling(rule, Strength.NONE, (), demand.asked, found, at_most)
    degree = fitting[0][1]
    student = _STUDENT.search(case.text) is not None
    holds = any(fit >= 2 and (held.finished or student) for fit, held in fitting)
    strength = Strength.DIRECT if holds else Strength.TRANSFERABLE
    lines = tuple(degree.candidate.index for _, degree in fitting)
    return Ruling(rule, strength, lines, demand.asked, degree.candidate.text)


def _demand_in(case: Case) -> Demand | None:
    if case.item.kind not in (ItemKind.MUST, ItemKind.SHOULD):
        return None
    words = case.vocabulary
    text = finder(words, "evidence.education_no_demand").sub(lambda hit: " " * len(hit[0]), case.text)
    levels = {int(name[0]): hit for name, pattern in groups(words, "evidence.level") if (hit := pattern.search(text))}
    general = finder(words, "evidence.education").search(text)
    first = min([hit.start() for hit in levels.values()] + ([general.start()] if general else []), default=-1)
    if first < 0:
        return None
    experience = _EXPERIENCE.search(text)
    if experience and experience.start() < first and not _OR.search(text[experience.start() : first]):
        return None
    higher = [level for level in levels if level > TRADE]
    trade = TRADE in levels
    level = min(higher) if higher else 2 if set(levels) == {2} else 0
    hits = [*levels.values(), *([general] if general else [])]
    asked = text[min(hit.start() for hit in hits) :].strip(" .,;")
    return Demand(level, trade, _fields_in(text, words), asked)


def _fields_in(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(groups_in(text, vocabulary, "evidence.field"))


def _held_in(candidate: Candidate, case: Case) -> Held | None:
    """What a line of education, courses or profile says was studied; None when it says nothing of the kind."""
    if candidate.section not in (CvSection.EDUCATION, CvSection.CERTIFICATES, CvSection.PROFILE) or candidate.context:
        return None
    text, words = candidate.text, case.vocabulary
    levels = {int(name[0]) for name, pattern in groups(words, "evidence.level") if pattern.search(text)}
    if not levels and candidate.section is not CvSection.EDUCATION:
        return None
    level = max(levels, default=0)
    if level <= BACHELOR and _COURSE_LINE.search(text) and not re.search("bachelor|master", text, re.IGNORECASE):
        level = min(level, COLLEGE)
    degree = next(
        (d for d in case.cv.education if d.quote.start <= candidate.quote.start < max(d.quote.end, d.quote.start + 1)),
        None,
    )
    study, fields = text, frozenset[str]()
    if degree is not None:
        study = " ".join(part.value for part in (degree.study_type, degree.area) if part) or text
        fields = _fields_in(study, words)
        level = level or (BACHELOR if degree.study_type else 0)
    finished = not (
        degree and degree.end and (degree.end.year, degree.end.month or 6) > (case.today.year, case.today.month)
    )
    return Held(candidate, level, fields or _fields_in(text, words), finished)


def _fit(demand: Demand, degree: Held, case: Case) -> int:
    """2 when level and field are right, 1 when one of them is near, 0 when the line answers nothing."""
    field = _field_fit(demand, degree, case)
    if field == 0:
        return 0
    if demand.trade and degree.level == TRADE:
        return field
    if demand.level and degree.level >= demand.level:
        return field
    if demand.trade and not demand.level:
        return 1 if field == 2 and degree.level == 2 else 0
    if not demand.level:
        return field if degree.level >= TRADE or (degree.level == 2 and demand.fields) else 0
    return 1 if field == 2 and degree.level >= demand.level - 1 and degree.level >= COLLEGE else 0


def _field_fit(demand: Demand, degree: Held, case: Case) -> int:
    close = case.closeness[degree.candidate.index]
    wanted = demand.fields
    if not wanted:
        title = case.ad.title.value if case.ad.title else ""
        wanted = _fields_in(title, case.vocabulary)
        if demand.level and not wanted:
            return 2
        if not wanted:
            return 2 if close >= 0.5 else 1 if close >= 0.25 else 0
        return max(1 if demand.level else 0, _relation(wanted, degree.fields, relevant=True))
    fit = _relation(wanted, degree.fields, relevant=_RELEVANT.search(case.text) is not None)
    if fit == 0 and not degree.fields and close >= 0.5:
        return 1
    return fit


def _relation(wanted: frozenset[str], held: frozenset[str], *, relevant: bool) -> int:
    if wanted & held:
        return 2
    families = {name.split(".")[0] for name in wanted} & {name.split(".")[0] for name in held}
    families -= {"trade", "arts", "humanities"}
    if not families:
        return 0
    broad = any(name.split(".")[0] in families and name.split(".")[1] in _BROAD for name in wanted | held)
    return 2 if broad or relevant else 1
