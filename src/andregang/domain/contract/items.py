"""Which clauses state which item (KT02 to KT17 but the ones with a date or a length of their own)."""

import re

from andregang.domain.contract import numbers
from andregang.domain.contract.clauses import Clause
from andregang.domain.contract.lengths import find_lengths
from andregang.domain.contract.model import Presence
from andregang.domain.contract.phrases import Phrases

Finding = tuple[Clause, Presence]

_SHORT_FIELD = 70
_VAGUE_UP_TO = 170
_EMPTY_TITLE = re.compile(
    r"(?:\W|\d|\b(?:prosent|fast|faste|midlertidig|mellombels|stilling|stillinga|stillingen|hel|heil|full|fulltid|heltid|heiltid|"
    r"deltid|permanent|temporary|full|part|time|position|employment|ansettelse|tilsetjing|i|på|er|en|ei|a|the)\b)*",
    re.IGNORECASE,
)
_COVERED = ("KT07", "KT08", "KT09", "KT10", "KT11")
_REFERRED = (*_COVERED, "KT14", "KT16", "KT17")
_FORMAL = re.compile(
    r"skriftlig|skriftleg|formkrav|drøft|§\s?15-4|in writing|form set out|lønnstrekk|trekk\b", re.IGNORECASE
)
_PLACE_IN_TEXT = re.compile(
    r"(?:kapittel|kap\.?|punkt|pkt\.?|§+|chapter|section|vedlegg|appendix|del)\s?\d[\d.–-]*", re.IGNORECASE
)
_NEGATED = re.compile(r"(?<!\w)(?:ikke|ikkje|ingen|inga|not|no)(?!\w)", re.IGNORECASE)


def find_item(item: str, clauses: tuple[Clause, ...], phrases: Phrases) -> Finding | None:
    """The clause that best states an item, or None."""
    stated = [clause for clause in clauses if _states(item, clause, phrases)]
    ranked = sorted(stated, key=lambda clause: _rank(item, clause, phrases))
    if not ranked:
        return None
    presence = presence_in(ranked[0], phrases)
    # An agreement that is named is stated, not pointed to.
    return ranked[0], Presence.STATED if item == "KT13" and presence is Presence.BY_REFERENCE else presence


def presence_in(clause: Clause, phrases: Phrases) -> Presence:
    """Whether a clause says something to rely on, leaves it open, or points elsewhere."""
    words = _PLACE_IN_TEXT.sub(" ", clause.words)
    if not re.search(r"\d", words) and not any(find_lengths(words)):
        if phrases.in_("vague", words) and len(words) <= _VAGUE_UP_TO:
            return Presence.VAGUE
        pointed = phrases.in_("reference.source", words) or phrases.in_("tariff.agreement", words)
        if pointed and phrases.in_("reference.points", words):
            return Presence.BY_REFERENCE
    return Presence.STATED


def referred(clauses: tuple[Clause, ...], phrases: Phrases, *, named: bool) -> dict[str, Finding]:
    """Items that stand only where the contract points: a handbook for the subjects it is named for; a collective
    agreement that governs the employment for KT07 to KT11, when the contract says which (`named`)."""
    found: dict[str, Finding] = {}
    for clause in clauses:
        words = clause.words
        agreement = phrases.in_("tariff.agreement", words) and not _NEGATED.search(words)
        if not (agreement or phrases.in_("reference.source", words)):
            continue
        if phrases.in_("reference.points", words):
            for item in _REFERRED:
                about = phrases.in_(f"reference.{item}", clause.spoken)
                if about and not (item in ("KT08", "KT09") and _FORMAL.search(words)):
                    found.setdefault(item, (clause, Presence.BY_REFERENCE))
        governs = phrases.in_("tariff.governs", words)
        if agreement and governs and (named or phrases.in_("tariff.named", words)):
            for item in _COVERED:
                found.setdefault(item, (clause, Presence.BY_REFERENCE))
    return found


def field_of(clause: Clause) -> str:
    """The label of a value; a heading is one when a short value that is no sentence stands right under it."""
    if clause.label:
        return clause.label
    short = len(clause.words) <= _SHORT_FIELD and not clause.words.endswith(".")
    return clause.heading if short else ""


def _states(item: str, clause: Clause, phrases: Phrases) -> bool:
    fields = [field_of(clause)]
    if clause.label and phrases.is_("generic.label", clause.label):
        fields.append(clause.heading)
    if phrases.has(f"{item}.label") and any(field and phrases.is_(f"{item}.label", field) for field in fields):
        if item == "KT09" and not re.search(
            r"\d|tariff|overenskomst|regulativ|scale|vedlegg|appendix|avtale", clause.words, re.IGNORECASE
        ):
            return False
        return item != "KT03" or not _EMPTY_TITLE.fullmatch(clause.words)
    if phrases.has(f"{item}.not") and phrases.in_(f"{item}.not", clause.words):
        return False
    special = _SPECIAL.get(item)
    if special is not None:
        return special(clause, phrases)
    if phrases.in_(f"{item}.says", clause.words):
        return True
    under = f"{item}.under"
    return phrases.has(under) and phrases.is_(under, clause.heading) and len(clause.words.split()) > 3


_SAYS_SOMETHING = re.compile(
    r"\b(?:er|har|skal|kan|blir|vil|må|omfatter|omfattar|innebærer|inneber|gjelder|gjeld|is|are|has|shall|will|may|must|"
    r"includes?|reguleres|følger|avtales|endres)\b",
    re.IGNORECASE,
)


def _is_bare_title(clause: Clause, phrases: Phrases) -> bool:
    """«Stilling» as a heading, and under it a title closed with a full stop: no sentence, and no mere extent."""
    words = clause.words
    stands = phrases.is_("KT03.label", clause.heading) and len(words) <= _SHORT_FIELD and words[:1].isupper()
    return stands and not _SAYS_SOMETHING.search(words) and not _EMPTY_TITLE.fullmatch(words)


def _is_task(clause: Clause, phrases: Phrases) -> bool:
    if phrases.in_("KT03.says", clause.words) or _is_bare_title(clause, phrases):
        return True
    listed = (clause.heading and "oppg" in clause.heading) or clause.heading in ("duties", "tasks", "arbeidets art")
    return bool(listed) and len(clause.words) > 3


def _is_hours(clause: Clause, phrases: Phrases) -> bool:
    if numbers.weekly_hours_of(clause, phrases) is not None or numbers.gives_yearly_hours(clause):
        return True
    if numbers.gives_clock(clause):
        return True
    if phrases.in_("KT10.says", clause.words):
        return True
    varies = phrases.is_("KT10.label", clause.heading) and phrases.in_("KT10.varies", clause.words)
    return varies and not phrases.in_("KT14.says", clause.words)


def _is_pay(clause: Clause, phrases: Phrases) -> bool:
    if phrases.in_("KT09.level", clause.words):
        return True
    if not numbers.has_amount(clause.words):
        return False
    return phrases.in_("KT09.base", clause.spoken) or phrases.is_("KT09.label", clause.heading)


def _is_training(clause: Clause, phrases: Phrases) -> bool:
    if phrases.is_("KT16.under", clause.heading) and len(clause.words.split()) > 3:
        return True
    if clause.heading and "oppg" in clause.heading:
        return False
    return phrases.in_("KT16.offers", clause.words) and phrases.in_("KT16.verb", clause.words)


_SPECIAL = {"KT03": _is_task, "KT09": _is_pay, "KT10": _is_hours, "KT16": _is_training}


def _rank(item: str, clause: Clause, phrases: Phrases) -> tuple[int, int, int, int]:
    order = (Presence.STATED, Presence.VAGUE, Presence.BY_REFERENCE)
    hours = 0 if item != "KT10" or numbers.weekly_hours_of(clause, phrases) is not None else 1
    about = 0 if item != "KT10" or phrases.is_("KT10.label", clause.topic) else 1
    return about, hours, order.index(presence_in(clause, phrases)), clause.start
