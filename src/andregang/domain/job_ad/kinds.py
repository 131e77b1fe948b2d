"""What one clause of an ad is, by the words in it and by what it stands under."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.job_ad.lexicon import Lexicon
from andregang.domain.job_ad.model import ItemKind

_REACH = 600
_OUGHT = re.compile(
    r"\bbør (?:du )?(?:også |òg )?(?:ha|kunne|inneha|beherske|kjenne|vere|være)\b|\bshould (?:also )?have\b"
)
# A question in Norwegian and English begins with its verb; pasted text may have lost the mark at its end.
_ASKS = re.compile(
    r"(?:er|har|ønsker|ønskjer|vil|liker|likar|trives|trivst|kjenner|brenner|brenn|drømmer|drøymer|søker|søkjer|lurer|"
    r"are|do|would) (?:du|dette|you|this)\b(?!.*,)"
)
# A whole sentence with another subject than the reader, the post or an infinitive of work.
_SENTENCE = re.compile(
    r"(?:vi|me|i dag|hos oss|her|we|our|våre?|det|dette|hvis|dersom|om du|if|velkommen|the company|"
    r"(?:\S+ ){0,3}\S+(?<!du) (?:er|har|ble|vart|består|ligger|ligg|is|are|has|was) (?!ansvar|oppgav|oppgåv))\b"
)
_NONE = "none"
# How far the second opinion weighs against the cues; more makes items of sentences about the employer.
_TRUST = 0.5
_BESIDE = 0.25
_FRAGMENT = 12
Likely = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Cues:
    """How many words of a clause speak for what; `seeks` and `about_you` say how its sentence opens."""

    softener: int
    demanded: int
    formal: int
    skill: int
    named: int
    trait: int
    task: int
    offer: int
    furniture: int
    strict: int
    about: int
    question: bool
    seeks: bool
    about_you: bool
    gives: bool
    sentence: bool
    words: int

    @property
    def hard(self) -> int:
        """How much speaks for something one has or has not, rather than for a way of being."""
        return 2 * self.formal + self.skill

    @property
    def paper(self) -> bool:
        """Whether a paper is demanded outright; such a line counts wherever it stands."""
        return bool(self.formal and self.demanded)


def cues_of(text: str, lexicon: Lexicon, employer: str = "") -> Cues:
    """The cues of a clause or sentence (its first 600 characters); one that opens with the employer is about it."""
    low = " ".join(text[:_REACH].casefold().split())
    counts = {name: lexicon.count(name, low) for name in lexicon.cues}
    if _OUGHT.search(low) and (counts["formal"] or counts["skill"]):
        counts["softener"] += 1
    you, seeks = lexicon.about_you(low), lexicon.seeks(low)
    if you or seeks:
        counts["about"] = 0
    counts["task"] += 2 * lexicon.begins_with_duty(low)
    if employer and low.startswith(employer) and not counts["offer"]:
        counts["about"] += 1
    return Cues(
        **counts,
        question=low.rstrip().endswith("?") or _ASKS.match(low) is not None,
        seeks=seeks,
        about_you=you,
        gives=lexicon.gives(low),
        sentence=_SENTENCE.match(low) is not None,
        words=len(low.split()),
    )


def kind_in_section(section: str, cues: Cues, likely: Likely | None, *, prose: bool = False) -> ItemKind | None:
    """The kind of a clause under a telling heading; None when it is no item."""
    if (cues.strict or cues.furniture > (0 if prose else 1)) and not cues.paper:
        return None
    if prose and not _belongs(section, cues):
        return kind_alone(cues, likely, leaning=section)
    if section == "offer":
        return _in_offers(cues)
    if section == "task":
        return _in_tasks(cues, likely, prose=prose)
    if cues.softener and not (cues.about and prose):
        return ItemKind.SHOULD
    if _strays(cues, likely):
        return ItemKind.OFFER
    if section == "should":
        return _in_wishes(cues)
    if section == "quality":
        # A language or a program known is no way of being, whatever list it stands in.
        hard = cues.formal or cues.named or (cues.skill and cues.demanded)
        return ItemKind.MUST if hard and not cues.trait else ItemKind.QUALITY
    return _in_demands(section, cues, likely)


def in_doubt(section: str, cues: Cues) -> bool:
    """Whether a second opinion could change what a clause under this heading is."""
    if cues.furniture or cues.question:
        return False
    if section == "task":
        return bool(cues.offer and not cues.task)
    if section in ("must", "demand", "should"):
        return bool(cues.offer and not cues.hard) or (section == "demand" and not cues.hard and not cues.trait)
    return False


def _belongs(section: str, cues: Cues) -> bool:
    """Whether a full sentence under a heading has anything that speaks for the heading."""
    if section == "offer":
        return bool(cues.offer)
    if section == "task":
        return bool(cues.task) or not (cues.about or cues.seeks or cues.about_you or cues.offer or cues.sentence)
    if cues.softener and section in ("must", "should", "demand"):
        return not cues.about
    return cues.seeks or (bool(cues.hard or cues.trait or cues.demanded) and cues.task <= cues.hard + cues.trait)


def _strays(cues: Cues, likely: Likely | None) -> bool:
    """An offer in a list of demands: the list went on without a heading."""
    return bool(cues.offer and not cues.hard and not cues.trait and likely and likely.get("offer", 0.0) > 0.8)


def _in_offers(cues: Cues) -> ItemKind:
    if cues.softener and cues.hard and not cues.offer:
        return ItemKind.SHOULD
    return ItemKind.MUST if cues.paper and not cues.offer else ItemKind.OFFER


def _in_tasks(cues: Cues, likely: Likely | None, *, prose: bool) -> ItemKind:
    if cues.softener and cues.hard:
        return ItemKind.SHOULD
    if cues.paper:
        return ItemKind.MUST
    if cues.offer and not cues.task and likely and likely.get("offer", 0.0) > 0.8:
        return ItemKind.OFFER
    return ItemKind.QUALITY if prose and cues.about_you and cues.trait and not cues.task else ItemKind.TASK


def _in_wishes(cues: Cues) -> ItemKind:
    if cues.demanded:
        return ItemKind.MUST
    return ItemKind.QUALITY if cues.trait > cues.hard else ItemKind.SHOULD


def _in_demands(section: str, cues: Cues, likely: Likely | None) -> ItemKind:
    if section == "must":
        if cues.trait and not cues.hard:
            return ItemKind.QUALITY
        if cues.demanded and cues.trait < 2:
            return ItemKind.MUST
        return ItemKind.QUALITY if cues.trait >= 2 and cues.trait > cues.hard and not cues.formal else ItemKind.MUST
    if (cues.hard and cues.hard >= cues.trait) or (cues.demanded and not cues.trait):
        return ItemKind.MUST
    if cues.trait:
        return ItemKind.QUALITY
    if likely is not None:
        return ItemKind.QUALITY if likely.get("quality", 0.0) >= likely.get("must", 0.0) else ItemKind.MUST
    return ItemKind.QUALITY


def weights(cues: Cues, likely: Likely | None) -> dict[str, float]:
    """How much speaks for each kind and for none, from the words and from the second opinion."""
    given: Likely = likely or {}
    you = 0.35 if cues.seeks or cues.about_you else 0.0
    soft = bool(cues.softener)
    must = (
        0.25 * min(cues.hard, 2)
        + (0.3 if cues.demanded and (cues.hard or (cues.about_you and not cues.trait)) else 0.0)
        + (you if cues.hard else 0.0)
    )
    weighed = {
        "task": 0.45 * min(cues.task, 2),
        "must": must,
        "should": 0.3 + must if soft and (cues.hard or cues.trait) else 0.0,
        "quality": 0.2 * min(cues.trait, 3) + (you if cues.trait else 0.0),
        "offer": 0.35 * min(cues.offer, 2) + (0.35 if cues.gives else 0.0),
        _NONE: (0.2 if likely else 0.3) + 0.3 * min(cues.about, 2) + (0.2 if cues.words < 3 else 0.0),
    }
    for kind in weighed:
        weighed[kind] += _TRUST * given.get(kind, 0.0)
    if soft:
        weighed["should"] += weighed["must"] * 0.5
        weighed["must"] *= 0.5
    return weighed


def kind_alone(cues: Cues, likely: Likely | None, *, leaning: str = "", beside: Sequence[Cues] = ()) -> ItemKind | None:
    """The kind of a sentence that no heading tells about; None when it is no item or cannot be told.

    `leaning` is a heading the sentence stands under without fitting it; `beside` are the cues of the lines before and
    after, which speak for a short line in a list that lost its heading.
    """
    if cues.furniture or cues.strict:
        return ItemKind.MUST if cues.paper else None
    if cues.question:
        return None
    weighed = weights(cues, likely)
    if leaning in weighed:
        weighed[leaning] += 0.15
    if cues.words <= _FRAGMENT:
        for other in beside:
            for kind, weight in weights(other, None).items():
                weighed[kind] += _BESIDE * weight * (kind != _NONE)
    best = max(weighed, key=lambda kind: weighed[kind])
    return None if best == _NONE else ItemKind(best)
