"""What a stretch of talk is about: its stems, the names in it, and which of two words mean the same."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from andregang.domain.vocabulary import Vocabulary

WORD = re.compile(r"[^\W\d_][\w.&'’-]*[\w]|[^\W\d_]")
_ENDINGS = (
    "anes", "enes", "ane", "ene", "ens", "ets", "ers", "ing", "ies", "ar", "er", "en", "et", "es", "ed", "or", "a", "e",
    "s", "t",
)  # fmt: skip
_SHORTEST = 4
_ALIKE_FROM = 5
_BREAK = re.compile(r"(?:(?<=[.!?…])\s|\n(?=[ \t]{0,8}(?:\n|[A-ZÆØÅ•*–-]|\d))|;\s)")
_SHORTENED = re.compile(r"(?:\b(?:ca|kl|mill|nr|bl\.a|jf|evt|f\.eks|pr|inkl|ass|adm|kr|mr|mrs|ms|dr|approx|\d{1,2}))\.\Z", re.I)  # fmt: skip  # noqa: E501


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its ending; never shorter than four letters."""
    low = word.casefold().strip(".'’-")
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            return low[: -len(ending)]
    return low


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two stems are of one word, or one is the first or last part of the other ("svinn", "svinnreduksjon")."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(one) >= _ALIKE_FROM and (other.startswith(one) or other.endswith(one)):
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 6 and shared >= 0.7 * len(other)


@lru_cache(maxsize=128)
def sentences_in(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text by their offsets, in order."""
    spans, start = [], 0
    for found in _BREAK.finditer(text):
        if "\n" not in found[0] and _SHORTENED.search(text, max(0, found.start() - 8), found.start()):
            continue
        if not text[start : found.start()].isspace() and start < found.start():
            spans.append((start, found.start()))
        start = found.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The column's word lists, made ready for asking."""

    stop: frozenset[str]
    concepts: Mapping[str, str]
    long_concepts: tuple[tuple[str, str], ...]
    lists: Mapping[str, re.Pattern[str]]
    groups: Mapping[str, tuple[str, ...]]
    positions: frozenset[str]
    position_endings: tuple[str, ...]
    titles: Mapping[str, str]
    fields: tuple[tuple[str, str], ...]

    def says(self, name: str, words: str) -> bool:
        """Whether words of the list `name` stand there."""
        return self.lists[name].search(words) is not None

    def concept(self, word: str) -> str:
        """What the word means when that is listed, as `=waste`; else its stem, or "" for a word that says nothing."""
        low = word.casefold().strip(".'’-")
        if low in self.concepts:
            return "=" + self.concepts[low]
        if low in self.stop:
            return ""
        return stem(low)

    def meanings(self, words: str) -> frozenset[str]:
        """The stems and concepts of a stretch; a compound also has what its first or last part means."""
        found: set[str] = set()
        for match in WORD.finditer(words):
            meaning = self.concept(match[0])
            if not meaning:
                continue
            found.add(meaning)
            if not meaning.startswith("="):
                low = match[0].casefold()
                for part, concept in self.long_concepts:
                    if low.startswith(part) or low.endswith(part):
                        found.add("=" + concept)
        for phrase, concept in self.groups_in(words):
            found.add("=" + concept)
            found -= {stem(part) for part in phrase.split()}
        return frozenset(found)

    def groups_in(self, words: str) -> Iterator[tuple[str, str]]:
        """Concepts of more than one word."""
        low = " ".join(words.casefold().split())
        for concept, phrases in self.groups.items():
            for phrase in phrases:
                if phrase in low:
                    yield phrase, concept


def _pattern(entries: Iterable[str]) -> re.Pattern[str]:
    written = []
    for entry in entries:
        if entry.startswith("re:"):
            written.append(entry.removeprefix("re:"))
        elif entry.endswith("*"):
            written.append(re.escape(entry[:-1]))
        else:
            written.append(re.escape(entry) + r"(?!\w)")
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(written, key=len, reverse=True)) + ")", re.IGNORECASE)


@lru_cache(maxsize=4)
def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary."""

    def entries(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(vocabulary.entries(name)))

    def under(prefix: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name in vocabulary.lists:
            if name.startswith(prefix) and "." not in name[len(prefix) :]:
                yield name[len(prefix) :], entries(name)

    concepts = {word: concept for concept, words in under("consistency.concept.") for word in words if " " not in word}
    metric = [(word, concept) for word, concept in concepts.items() if len(word) >= _ALIKE_FROM + 1]
    lists = {
        name.removeprefix("consistency."): _pattern(entries(name))
        for name in vocabulary.lists
        if name.startswith("consistency.")
        and not name.startswith(("consistency.concept.", "consistency.title.field", "consistency.stop"))
    }
    lists["goal"] = _pattern(entries("consistency.concept.goal"))
    fields = [tuple(entry.split("=")) for entry in entries("consistency.title.field")]
    groups = {concept: tuple(word for word in words if " " in word) for concept, words in under("consistency.concept.")}
    titles = {
        word: kind for kind, words in under("consistency.title.") if kind not in ("field", "rank") for word in words
    }
    return Lexicon(
        frozenset(entries("consistency.stop")),
        concepts,
        tuple(sorted(metric, key=lambda pair: -len(pair[0]))),
        lists,
        {concept: words for concept, words in groups.items() if words},
        frozenset(entries("cv.position.word")) | frozenset(word for word in titles if " " not in word),
        (*entries("cv.position.ending"), *(word for word in titles if " " not in word and len(word) > 3)),
        titles,
        tuple((pair[0], pair[1]) for pair in sorted(fields, key=lambda pair: -len(pair[0]))),
    )


_NAME = re.compile(r"[A-ZÆØÅÄÖÉ][\w&’'-]*(?:\s(?:&\s|og\s|and\s)?[A-ZÆØÅÄÖÉ][\w&’'-]*){0,4}")
_NO_NAME_WORDS = (
    "jeg eg vi i me we de da når etter før som hos mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar "
    "mars april mai juni juli august september oktober november desember january february march may june july october "
    "december monday tuesday wednesday thursday friday saturday sunday as asa ba ks nok kr excel english norsk engelsk "
    "nynorsk the a an he she it they our my his her ceo cto hr norge noreg norway"
)
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


def names_in(text: str, start: int, end: int) -> frozenset[str]:
    """The proper names in a stretch, each word by itself and folded; what only opens a sentence is none."""
    found: set[str] = set()
    for match in _NAME.finditer(text, start, end):
        words = match[0].split()
        opens = _opens(text, match.start())
        for place, word in enumerate(words):
            low = word.casefold().strip("'’-.")
            low = low[:-2] if low.endswith(("'s", "’s")) else low
            if low in _NO_NAME or len(low) < 2 or (opens and place == 0 and len(words) == 1):
                continue
            if opens and place == 0 and not words[1][0].isupper():
                continue
            found.add(low.removesuffix("s") if len(low) > 4 else low)
    return frozenset(found)


def _opens(text: str, place: int) -> bool:
    before = text[max(0, place - 3) : place].rstrip(" \"«“'(")
    return not before or before[-1] in ".!?:\n-–•" or text[max(0, place - 1) : place] == "\n"


def names_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether any name stands in both, and no common noun after it tells the two apart."""
    kinds = [{name for name in names if name[0] == "~"} for names in (one, other)]
    one, other = one - kinds[0], other - kinds[1]
    if kinds[0] and kinds[1] and not kinds[0] & kinds[1] and not any(alike(a, b) for a in kinds[0] for b in kinds[1]):
        return False
    return bool(one & other) or any(
        len(a) >= 4 and len(b) >= 4 and (a.startswith(b) or b.startswith(a)) for a in one for b in other
    )
