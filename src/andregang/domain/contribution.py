"""The main contribution: what is different after half a year, in three sentences tied to the tasks of the ad."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from andregang.domain.evidence import item_key
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.writing import Spoken, sentences, spoken

SENTENCES = 3
STRESSED = 6
"""How many of the tasks an ad stresses are offered to tie the contribution to."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """The text, with the words of the ad lines and the ids of the examples it leans on."""

    text: str = ""
    items: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        return sentences(self.text)

    @property
    def spoken(self) -> Spoken:
        return spoken(self.text)


def stressed_tasks(ad: JobAd | None, asked_about: Iterable[AdItem], tied: Iterable[str] = ()) -> tuple[AdItem, ...]:
    """The tasks worth tying a contribution to: those already tied, those most asked about, then the ad's first.

    The musts of an ad that names no task.
    """
    if ad is None:
        return ()
    items = ad.of_kind(ItemKind.TASK) or ad.of_kind(ItemKind.MUST)
    keys = set(tied)
    mine = [item for item in items if item_key(item) in keys]
    asked = [item for item in dict.fromkeys(asked_about) if item in items]
    chosen = list(dict.fromkeys([*mine, *asked, *items]))[: max(STRESSED, len(mine))]
    return tuple(item for item in items if item in chosen)


def tie(items: Sequence[AdItem], chosen: Iterable[str]) -> tuple[str, ...]:
    """The words of the lines with these keys."""
    keys = set(chosen)
    return tuple(item.quote.words for item in items if item_key(item) in keys)
