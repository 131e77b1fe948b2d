"""Which signs a stretch of an answer carries: word lists, and who does what in which form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from andregang.domain.text import Language
from andregang.domain.vocabulary import Vocabulary

COLUMN = "rehearsal"
FORMS = (
    "self_did", "we_did", "other_did", "bare_did", "one_did", "self_state", "name", "opening", "short", "no_verb",
    "english",
)  # fmt: skip
"""Signs that no list gives: who is followed by a verb of doing, and what a clause is like."""

WORD = re.compile(r"\w+(?:[-–'’]\w+)*")
_NOT_SIGNS = frozenset({"past", "state", "not_verb", "split"})
_ADVERBS_BETWEEN = 2
_NORWEGIAN_ENDINGS = ("dde", "te", "de", "et")
_LONGEST_SHORT = 4


@lru_cache(maxsize=256)
def _pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for a list; each entry whole, or beginning a word when it ends in `*`."""
    written = []
    for entry in entries:
        if entry.startswith("re:"):
            written.append(entry.removeprefix("re:"))
        elif entry.endswith("*"):
            written.append(rf"\b{re.escape(entry[:-1])}")
        else:
            written.append(rf"\b{re.escape(entry)}\b")
    return re.compile("|".join(f"(?:{part})" for part in written) or r"(?!)", re.IGNORECASE)


def languages_of(language: Language) -> tuple[Language, ...]:
    """The lists to read an answer with: English by itself, both written Norwegians together."""
    return (Language.EN,) if language is Language.EN else (Language.NB, Language.NN)


@dataclass(frozen=True)
class Lists:
    """The column's word lists for one language, ready for use."""

    vocabulary: Vocabulary
    language: Language

    def entries(self, name: str) -> tuple[str, ...]:
        return self.vocabulary.entries(f"{COLUMN}.{name}", *languages_of(self.language))

    def pattern(self, name: str) -> re.Pattern[str]:
        return _pattern(self.entries(name))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The lists that are signs of a clause."""
        own = (name.removeprefix(f"{COLUMN}.") for name in self.vocabulary.lists if name.startswith(f"{COLUMN}."))
        return tuple(n for n in own if n not in _NOT_SIGNS and not n.startswith("question."))

    @cached_property
    def _sets(self) -> Mapping[str, frozenset[str]]:
        kept = ("past", "state", "not_verb", "self", "we", "other", "thing")
        return {name: frozenset(self.entries(name)) for name in kept}

    def has(self, name: str, word: str) -> bool:
        """Whether a lower-case word stands in one of the closed lists."""
        return word in self._sets[name]

    def does(self, word: str) -> bool:
        """Whether a word is a past form of doing, as far as its ending or a list tells."""
        if self.has("past", word):
            return True
        if self.has("state", word) or self.has("not_verb", word) or len(word) < 4 or not word.isalpha():
            return False
        if self.language is Language.EN:
            return word.endswith("ed")
        return word.endswith(_NORWEGIAN_ENDINGS) or (word.endswith("a") and len(word) > 4)

    def finite(self, word: str) -> bool:
        """Whether a word may be the verb of a clause."""
        if self.has("past", word) or self.has("state", word) or word in _PRESENT:
            return True
        return self.does(word) and (self.language is Language.EN or not word.endswith(("a", "et")))

    def subject(self, word: str) -> bool:
        """Whether a word is a pronoun a clause may begin with."""
        return any(self.has(name, word) for name in ("self", "we", "other", "thing"))


_PRESENT_WORDS = (
    "er har blir vert kan skal vil må bør går kommer kjem får gjør gjer tar tek sier seier ser tror trur vet veit "
    "begynner byrjar starter prøver jobber jobbar bruker brukar tenker tenkjer spør ligger ligg står "
    "is are am has have can will must may goes comes gets does takes says sees thinks knows starts"
)
_PRESENT = frozenset(_PRESENT_WORDS.split())


def signs_of(words: str, lists: Lists, *, opening: bool) -> frozenset[str]:
    """The signs of one clause. `opening`: it opens a sentence, so that its first capital says nothing."""
    found = {name for name in lists.names if lists.pattern(name).search(words)}
    tokens = [match.group() for match in WORD.finditer(words)]
    lower = [token.lower() for token in tokens]
    found |= _deeds(tokens, lower, lists)
    if any(token[0].isupper() and len(token) > 2 for token in tokens[1 if opening else 0 :]):
        found.add("name")
    if opening:
        found.add("opening")
    if lists.language is Language.EN:
        found.add("english")
    if len(tokens) <= _LONGEST_SHORT:
        found.add("short")
    if not any(lists.finite(word) or lists.does(word) for word in lower):
        found.add("no_verb")
    return frozenset(found)


def _deeds(tokens: list[str], lower: list[str], lists: Lists) -> set[str]:
    """Who is told to have done something: oneself, we, another, someone named, or nobody said."""
    found: set[str] = set()
    for place, word in enumerate(lower):
        for who, sign in (("self", "self_did"), ("we", "we_did"), ("other", "other_did")):
            if lists.has(who, word):
                verb = _verb_beside(lower, place, lists)
                if verb == "does":
                    found.add(sign)
                elif verb == "is" and who == "self":
                    found.add("self_state")
    start = next((n for n, word in enumerate(lower[:3]) if word not in _LINKS), None)
    if start is not None and lists.has("past", lower[start]):
        after = lower[start + 1] if start + 1 < len(lower) else ""
        if not lists.subject(after):
            found.add("bare_did")
    elif start is not None and lists.does(lower[start]) and lower[start].endswith(("te", "de", "et", "ed", "a")):
        after = lower[start + 1] if start + 1 < len(lower) else ""
        if not lists.subject(after) and len(lower) > start + 1:
            found.add("bare_did")
    if any(
        lists.has("past", lower[n + 1]) and (tokens[n][0].isupper() or lists.pattern("role").fullmatch(lower[n]))
        and not lists.subject(lower[n])
        for n in range(len(lower) - 1)
    ):  # fmt: skip
        found.add("one_did")
    return found


_LINK_WORDS = "og så da då men deretter etterpå and then so but also også eh um uh ja nei altså"
_LINKS = frozenset(_LINK_WORDS.split())


def _verb_beside(lower: list[str], place: int, lists: Lists) -> str:
    """The verb of a pronoun: after it, past an adverb or two, or right before it when the order is turned."""
    before = lower[place - 1] if place else ""
    if before and lists.has("state", before):
        return "is"
    if before and before not in _LINKS and lists.does(before):
        return "does"
    for word in lower[place + 1 : place + 2 + _ADVERBS_BETWEEN]:
        if lists.has("state", word) or word in _PRESENT:
            return "is"
        if lists.does(word):
            return "does"
        if lists.subject(word):
            return ""
    return ""
