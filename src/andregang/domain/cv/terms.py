"""The CV's word lists, made ready for asking: what a word or a line is likely to be."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from andregang.domain.vocabulary import Vocabulary

HEADING_KEYS = (
    "profile", "work", "volunteer", "education", "languages", "certificates", "skills", "references", "contact",
    "other",
)  # fmt: skip
_WORD = re.compile(r"[^\W_](?:[\w.&'’/-]*[\w.])?")
_BEFORE_PLACE_OF_WORK = re.compile(r"\s(?:hos|ved|at|@|for|i|in|of|på|med|with|innen|og|and)\s", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The words of a line as written, with inner dots, hyphens and slashes kept."""
    return _WORD.findall(plain(text))


def plain(text: str) -> str:
    """A text for looking words up: ligatures as letters, without soft hyphens."""
    return unicodedata.normalize("NFKC", text).replace("\u00ad", "")


@dataclass(frozen=True, slots=True)
class Terms:
    """Look-ups over `cv.*` lists. Scores are small numbers: 0 nothing known, 1 a hint, 2 and more likely."""

    headings: dict[str, str]
    qualifiers: frozenset[str]
    columns: frozenset[str]
    position_words: frozenset[str]
    position_endings: tuple[str, ...]
    organisation_words: frozenset[str]
    organisation_endings: tuple[str, ...]
    institution_words: frozenset[str]
    institution_endings: tuple[str, ...]
    degrees: frozenset[str]
    degree_endings: tuple[str, ...]
    gaps: tuple[str, ...]
    reference_notes: tuple[str, ...]
    furniture: tuple[str, ...]
    name_labels: frozenset[str]
    languages: frozenset[str]
    levels: frozenset[str]
    shares: frozenset[str]
    places: frozenset[str]

    def position(self, text: str) -> float:
        """How much a stretch looks like the name of a position. The words before 'hos', 'ved', 'for' … weigh most."""
        head = _BEFORE_PLACE_OF_WORK.split(text, maxsplit=1)[0]
        if any(self._is_position(word) for word in words_of(head)):
            return 2.0
        return 1.0 if any(self._is_position(word) for word in words_of(text)) else 0.0

    def _is_position(self, word: str) -> bool:
        low = word.lower().strip(".,")
        return low in self.position_words or low.endswith(self.position_endings)

    def organisation(self, text: str) -> float:
        """How much a stretch looks like the name of an employer or a society."""
        return self._named(text, self.organisation_words, self.organisation_endings)

    def institution(self, text: str) -> float:
        """How much a stretch looks like the name of a place of learning."""
        score = self._named(text, self.institution_words, self.institution_endings)
        first = next(iter(words_of(text)), "").lower()
        # 'Grunnskole for voksne' and 'Folkehøgskole, friluftsliv' name what one took, not where.
        return score - 2.0 if first in self.degrees and score >= 2.0 else score

    @staticmethod
    def _named(text: str, names: frozenset[str], endings: tuple[str, ...]) -> float:
        score = 0.0
        words = words_of(text)
        for index, word in enumerate(words):
            low = word.lower()
            if low in names and (len(low) > 3 or not word.islower()):
                score += 3.0 if low in _LEGAL and index else 2.0
            elif low.rstrip(".").endswith(endings):
                score += 2.0 if word[:1].isupper() or index else 1.0
        return score

    def degree(self, text: str) -> float:
        """How much a stretch looks like a degree or a course of study."""
        words = [word.lower().strip("., ") for word in words_of(text)]
        return 2.0 * sum(word in self.degrees or word + "." in self.degrees for word in words) + float(
            any(word.endswith(self.degree_endings) for word in words)
        )

    def is_place(self, text: str) -> bool:
        """Whether a stretch is nothing but known places ('Oslo', 'Oslo, Norge')."""
        names = [name.strip(" .()").lower() for name in re.split(r"[,/·•|]| og | and ", text)]
        return all(re.sub(r"^\d{4} ", "", name) in self.places for name in names)

    def is_share(self, text: str) -> bool:
        """Whether a stretch only says how much of a full post, or how long, the post is."""
        return all(part.strip().lower() in self.shares for part in re.split(r"[,/]| og | and ", text))

    def is_reference_note(self, text: str) -> bool:
        """Whether a line says that referees are named later."""
        low = text.lower()
        return len(low) < 160 and any(note in low for note in self.reference_notes)

    def starts_gap(self, text: str) -> bool:
        """Whether a line is about a leave or a break, by how it begins."""
        low = text.lower().lstrip(" (")
        return any(low.startswith(gap) and not low[len(gap) : len(gap) + 1].isalpha() for gap in self.gaps)


_LEGAL = frozenset({"as", "asa", "sa", "ba", "da", "ans", "enk", "hf", "kf", "iks", "nuf", "a/s", "ab", "ltd", "inc"})
_DEGREE_ENDINGS = ("studium", "utdanning", "studiet", "grad", "faget", "programmet", "linje", "linja", "education")


def _endings(entries: Iterable[str]) -> tuple[str, ...]:
    """The entries long enough to tell a compound by its end; shorter ones count as whole words only."""
    return tuple(sorted({entry for entry in entries if len(entry) > 3}))


@lru_cache(maxsize=4)
def make_terms(vocabulary: Vocabulary) -> Terms:
    """The look-ups of one vocabulary."""

    def entries(*names: str) -> Iterable[str]:
        return (entry.replace("\u00ad", "") for name in names for entry in vocabulary.entries(f"cv.{name}"))

    headings: dict[str, str] = {}
    for key in HEADING_KEYS:
        for entry in entries(f"heading.{key}"):
            headings.setdefault(entry, key)
    return Terms(
        headings=headings,
        qualifiers=frozenset(entries("heading.qualifier")),
        columns=frozenset(entries("column")),
        position_words=frozenset(entries("position.word", "position.ending")),
        position_endings=_endings(entries("position.ending")),
        organisation_words=frozenset(entries("organisation.word", "organisation.ending")),
        organisation_endings=_endings(entries("organisation.ending")),
        institution_words=frozenset(entries("institution.word", "institution.ending")),
        institution_endings=_endings(entries("institution.ending")),
        degrees=frozenset(entries("degree")),
        degree_endings=_DEGREE_ENDINGS,
        gaps=tuple(sorted(set(entries("gap")))),
        reference_notes=tuple(set(entries("references.note"))),
        furniture=tuple(sorted(set(entries("furniture")), key=len, reverse=True)),
        name_labels=frozenset(entries("label.name")),
        languages=frozenset(entries("language")),
        levels=frozenset(entries("level")),
        shares=frozenset(entries("share")),
        places=frozenset(entries("place")),
    )
