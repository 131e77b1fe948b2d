"""Traits a scale can be about, and the lines of an ad that ask for the same, by words alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from andregang.domain.assessment.error import AssessmentKind
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.text import Language

TOUCHABLE = (ItemKind.QUALITY, ItemKind.MUST, ItemKind.SHOULD, ItemKind.TASK)


@dataclass(frozen=True, slots=True)
class Trait:
    """A trait by its many names. `names` and `demands` are beginnings of words, lower-case, in all languages.

    `opposite` names call the other end of the same trait; `about` says what such a scale usually asks about.
    """

    id: str
    kind: AssessmentKind
    names: tuple[str, ...]
    demands: tuple[str, ...]
    about: Mapping[Language, str]


def trait_called(name: str, traits: Sequence[Trait]) -> Trait | None:
    """The trait a report's scale name is about; None when it is not known, or could be two."""
    folded = name.lower()
    found = [trait for trait in traits if _begins(trait.names).search(folded)]
    return found[0] if len(found) == 1 else None


def demands_touched(trait: Trait | None, ad: JobAd | None, most: int = 3) -> tuple[AdItem, ...]:
    """The lines of the ad that ask for the trait, qualities first; each is shown with the ad's own words."""
    if trait is None or ad is None or not trait.demands:
        return ()
    begins = _begins(trait.demands)
    lines = [item for kind in TOUCHABLE for item in ad.items if item.kind is kind]
    return tuple(item for item in lines if begins.search(item.quote.words.lower()))[:most]


@lru_cache(maxsize=256)
def _begins(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, stems))})")
