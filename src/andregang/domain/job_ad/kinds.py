"""What one clause of an ad is, by the words in it and by what it stands under."""

from collections.abc import Mapping
from dataclasses import dataclass

from andregang.domain.job_ad.lexicon import Lexicon
from andregang.domain.job_ad.model import ItemKind

_REACH = 600
_SURE = 0.55
Likely = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Cues:
    """How many words of a clause speak for what."""

    softener: int
    demanded: int
    formal: int
    skill: int
    trait: int
    task: int
    offer: int
    furniture: int
    about: int
    question: bool
    words: int


def cues_of(text: str, lexicon: Lexicon) -> Cues:
    """The cues of a clause or sentence (its first 600 characters)."""
    low = " ".join(text[:_REACH].casefold().split())
    counts = {name: lexicon.count(name, low) for name in lexicon.cues}
    return Cues(**counts, question=low.rstrip().endswith("?"), words=len(low.split()))


def kind_in_section(section: str, cues: Cues, likely: Likely | None) -> ItemKind | None:
    """The kind of a clause under a telling heading; None when it is no item."""
    if cues.furniture and not _demanded_paper(cues):
        return None
    if section == "offer":
        return ItemKind.MUST if cues.demanded and cues.formal and not cues.offer else ItemKind.OFFER
    if section == "task":
        return _in_tasks(cues)
    if cues.softener:
        return ItemKind.SHOULD
    if section == "should":
        return _in_wishes(cues)
    if section == "quality":
        hard = cues.formal or (cues.skill and cues.demanded)
        return ItemKind.MUST if hard and not cues.trait else ItemKind.QUALITY
    return _in_demands(section, cues, likely)


def _demanded_paper(cues: Cues) -> bool:
    return bool(cues.formal and cues.demanded)


def _in_tasks(cues: Cues) -> ItemKind:
    if cues.softener and (cues.skill or cues.formal):
        return ItemKind.SHOULD
    if cues.demanded and cues.formal:
        return ItemKind.MUST
    return ItemKind.TASK


def _in_wishes(cues: Cues) -> ItemKind:
    if cues.demanded:
        return ItemKind.MUST
    return ItemKind.QUALITY if cues.trait > cues.skill + cues.formal else ItemKind.SHOULD


def _in_demands(section: str, cues: Cues, likely: Likely | None) -> ItemKind:
    hard = 2 * cues.formal + cues.skill
    if section == "must":
        if cues.trait and not hard:
            return ItemKind.QUALITY
        if cues.demanded and cues.trait < 2:
            return ItemKind.MUST
        return ItemKind.QUALITY if cues.trait >= 2 and cues.trait > hard and not cues.formal else ItemKind.MUST
    if (hard and hard >= cues.trait) or (cues.demanded and not cues.trait):
        return ItemKind.MUST
    if cues.trait:
        return ItemKind.QUALITY
    if likely is not None:
        return ItemKind.QUALITY if likely.get("quality", 0.0) >= likely.get("must", 0.0) else ItemKind.MUST
    return ItemKind.QUALITY


def kind_alone(cues: Cues, likely: Likely | None, *, seeks: bool = False, about_you: bool = False) -> ItemKind | None:
    """The kind of a sentence that no heading tells about; None when it is no item or cannot be told.

    `seeks` is set when it opens by looking for someone, `about_you` when it says what "you" are or have.
    """
    if cues.furniture:
        return ItemKind.MUST if _demanded_paper(cues) else None
    if cues.question:
        return None
    hard = 2 * cues.formal + cues.skill
    if cues.softener and (hard or cues.trait) and not cues.about:
        return ItemKind.SHOULD
    if likely is not None:
        best = max(likely, key=lambda name: likely[name])
        if likely[best] >= _SURE:
            return None if best == "none" else ItemKind(best)
    if (seeks or about_you) and (hard or cues.trait) and not cues.task:
        return _in_demands("demand", cues, likely)
    if cues.demanded and hard:
        return ItemKind.MUST
    if cues.task and cues.task >= cues.offer:
        return ItemKind.TASK
    if cues.offer and not cues.about and cues.words > 3:
        return ItemKind.OFFER
    return ItemKind.MUST if cues.formal and not cues.about and cues.words < 10 else None
