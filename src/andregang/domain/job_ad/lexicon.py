"""The word lists of a job ad, compiled once for one vocabulary."""

import re
from functools import lru_cache

from andregang.domain.vocabulary import Vocabulary

_MARKS = " \t:;.,!?–—-•·*#_|/…»«\"'()[]►▪●>"
_YOU = re.compile(r"\b(?:du|deg|you)\b", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_ORDER = ("none", "should", "demand", "quality", "must", "task", "offer", "other", "about")
_LEAD_ORDER = ("should", "quality", "offer", "must", "task", "demand", "other", "about")


def folded(text: str) -> str:
    """Lower case, single spaces, no marks at the ends: how a heading is compared."""
    return _SPACES.sub(" ", text.casefold()).strip(_MARKS)


class Lexicon:
    """Headings, lead-ins and cues of `ad.*`, as compiled patterns."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._plain: dict[str, str] = {}
        self._whole: list[tuple[str, re.Pattern[str]]] = []
        for section in _ORDER:
            patterns = []
            for entry in vocabulary.entries(f"ad.heading.{section}"):
                if entry.startswith("re:"):
                    patterns.append(entry[3:])
                else:
                    self._plain.setdefault(entry, section)
            self._whole.append((section, re.compile("|".join(f"(?:{p})" for p in patterns) or "(?!)")))
        self._leads = [(section, self.pattern(f"lead.{section}")) for section in _LEAD_ORDER]
        cues = (
            "softener",
            "demanded",
            "formal",
            "skill",
            "named",
            "trait",
            "task",
            "offer",
            "furniture",
            "strict",
            "about",
        )
        self.cues = {name: self.pattern(f"cue.{name}") for name in cues}
        self.strips = {
            name: re.compile(self._joined(f"strip.{name}"), re.IGNORECASE) for name in ("demand", "offer", "task")
        }
        verbs = "|".join(sorted(map(re.escape, vocabulary.entries("ad.verb")), key=len, reverse=True))
        self.verb = re.compile(rf"(?:å |to )?(?:{verbs})\b", re.IGNORECASE)
        weak = "ha|være|vere|gi|ta|jobbe|arbeide|arbeida|jobba|holde|halde|samarbeide|like"
        self._duty = re.compile(rf"(?!(?:{weak})\b)(?:{verbs})\b")
        self._about_you = re.compile(self._joined("opening.you"))
        self.agencies = tuple(entry.casefold() for entry in vocabulary.entries("ad.agency"))
        self.words = {
            name: frozenset(vocabulary.entries(f"ad.word.{name}")) for name in ("not_name", "no_person", "before_role")
        }
        self.roles = tuple(vocabulary.entries("ad.role"))

    def _joined(self, name: str) -> str:
        entries = self._vocabulary.entries(f"ad.{name}")
        return "|".join(e[3:] if e.startswith("re:") else re.escape(e) for e in entries) or "(?!)"

    def pattern(self, name: str) -> re.Pattern[str]:
        """All entries of a list as one pattern, to search with in lower-case text."""
        return re.compile(self._joined(name))

    def heading(self, text: str) -> str | None:
        """The section a whole heading opens, or None when the words are no known heading."""
        key = folded(text)
        if not key or len(key) > 90:
            return None
        if key in self._plain:
            return self._plain[key]
        return next((section for section, pattern in self._whole if pattern.fullmatch(key)), None)

    def begins_with_duty(self, text: str) -> bool:
        """Whether a line begins with an infinitive of work ("Følge opp brukere")."""
        return self._duty.match(text.lstrip()) is not None

    def about_you(self, text: str) -> bool:
        """Whether a sentence opens with what the reader is or has ("Du er", "I tillegg bør du")."""
        return self._about_you.match(text.lstrip()) is not None

    def gives(self, text: str) -> bool:
        """Whether a sentence opens with what the reader will get ("Hos oss får du")."""
        found = self.strips["offer"].match(text.lstrip())
        return found is not None and _YOU.search(found.group()) is not None

    def seeks(self, text: str) -> bool:
        """Whether a sentence opens with words that look for someone ("Vi ser etter deg som")."""
        return self.strips["demand"].match(text.lstrip()) is not None

    def lead(self, text: str) -> str | None:
        """The section a lead-in or a heading of the page opens by the words in it, or None."""
        key = folded(text)
        return next((section for section, pattern in self._leads if pattern.search(key)), None)

    def count(self, cue: str, text: str) -> int:
        """How many different stretches of a line speak for a cue; `text` in lower case."""
        return sum(1 for _ in self.cues[cue].finditer(text))


@lru_cache(maxsize=4)
def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary, built once."""
    return Lexicon(vocabulary)
