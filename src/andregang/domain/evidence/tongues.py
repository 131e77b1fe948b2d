"""Languages: which are asked for, how well, and what the CV says of them."""

import re

from andregang.domain.cv import CvSection
from andregang.domain.evidence.candidates import Candidate
from andregang.domain.evidence.lexicon import finder, groups, groups_in
from andregang.domain.evidence.model import Strength
from andregang.domain.evidence.ruling import Case, Ruling
from andregang.domain.job_ad import ItemKind

GOOD = 4
_LITTLE = re.compile(r"(?<!\w)(?:noe|noko|litt|grunnleggende|grunnleggjande|basic|some|enkel\w*)(?!\w)", re.IGNORECASE)
_UNSAID = 4


def rule_on_tongues(case: Case) -> Ruling | None:
    """A demand to master a language, against language lines first, then lines that show it in use."""
    if case.item.kind not in (ItemKind.MUST, ItemKind.SHOULD):
        return None
    words = case.vocabulary
    text = finder(words, "evidence.tongue_no_demand").sub(lambda hit: " " * len(hit[0]), case.text)
    asked = groups_in(text, words, "evidence.tongue")
    foreign = any(name not in ("norwegian", "english") for name in asked)
    if not asked or not (foreign or finder(words, "evidence.tongue_demand").search(text)):
        return None
    level = 2 if _LITTLE.search(text) else GOOD
    lines: list[tuple[int, int, int]] = []
    answered: dict[str, int] = {}
    for name in asked:
        for candidate in case.candidates:
            how_well = _level_in(candidate, name, case)
            if how_well:
                stated = candidate.section is CvSection.LANGUAGES
                lines.append((list(asked).index(name) if stated else 9, -how_well, candidate.index))
                answered[name] = max(answered.get(name, 0), how_well)
    found = "; ".join(dict.fromkeys(case.candidates[index].text for _, _, index in sorted(lines)[:3]))
    order = tuple(dict.fromkeys(index for _, _, index in sorted(lines)))
    first = next(iter(asked))
    alternatives = re.search(r"(?<!\w)(?:eller|or)(?!\w)|/", text) is not None
    best = max(answered.values(), default=0) if alternatives else answered.get(first, 0)
    if not order or (not best and not answered):
        return Ruling("language", Strength.NONE, (), case.text, "")
    strength = Strength.DIRECT if best >= level else Strength.TRANSFERABLE
    return Ruling("language", strength, order, case.text, found)


def _level_in(candidate: Candidate, name: str, case: Case) -> int:
    """How well the line says the language is known, 1–6; 0 when it does not speak of it."""
    words = case.vocabulary
    hit = finder(words, f"evidence.tongue.{name}").search(candidate.text)
    if hit is None:
        return 0
    if candidate.section not in (CvSection.LANGUAGES, CvSection.SKILLS, CvSection.PROFILE, CvSection.CERTIFICATES):
        # Used at work: "presented to boards in Norwegian and English".
        return GOOD if re.search(r"(?<!\w)(?:på|in|til|from|fra)\s+[^.;]{0,40}$", candidate.text[: hit.start()]) else 0
    rest = _about(candidate.text, hit, case)
    for level, pattern in groups(words, "evidence.fluency"):
        if pattern.search(rest):
            return int(level)
    return _UNSAID if candidate.section is not CvSection.PROFILE else 0


def _about(text: str, hit: re.Match[str], case: Case) -> str:
    """The part of a line of several languages that is about this one: up to the next language."""
    others = [
        other.start()
        for _, pattern in groups(case.vocabulary, "evidence.tongue")
        for other in pattern.finditer(text)
        if other.start() >= hit.end()
    ]
    after = text[hit.end() : min(others, default=len(text))]
    return after if re.search(r"\w", after.replace(" og ", " ").replace(" and ", " ")) else text
