"""Text a person writes in order to say it: its words, its sentences, how long it takes, and which writing it is."""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

SLOW, FAST = 120, 132
"""Words a minute, as told in an interview (substance AC1)."""

SHORTEST, LONGEST = 90, 150
"""The seconds an answer should take (substance AC1)."""

_SENTENCE_END = re.compile(r"(?:[.!?…]+[»”\")\]]*)(?=\s|\Z)|\n")
_BEGINS_LOW = re.compile(r"\s*[a-zæøåäöéáčđŋšŧž]")
_SHORTENED = re.compile(
    r"bl\.a|ca|dvs|ev|evt|f\.eks|f\.o\.m|fr|hr|jf|kl|m\.fl|m\.m|mv|m\.v|nr|obs|osv|o\.l|o\.a|pga|p\.g\.a|pr|s\.k|tlf"
    r"|t\.o\.m|vs|dr|prof|e\.g|i\.e|mr|mrs"
)


class Length(StrEnum):
    """How a spoken length stands to the time there is."""

    SHORT = "short"
    FITTING = "fitting"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Spoken:
    """How long a text takes to say: `quickest` and `slowest` in seconds, and one figure between them."""

    words: int

    @property
    def quickest(self) -> int:
        return round(self.words * 60 / FAST)

    @property
    def slowest(self) -> int:
        return round(self.words * 60 / SLOW)

    @property
    def seconds(self) -> int:
        """The middle, to the nearest five seconds."""
        return 5 * round(self.words * 60 / ((SLOW + FAST) / 2) / 5)

    def within(self, shortest: int, longest: int) -> Length:
        """Short when even the slow teller ends before `shortest`, long when even the quick one passes `longest`."""
        if self.words * 60 < shortest * SLOW:
            return Length.SHORT
        return Length.LONG if self.words * 60 > longest * FAST else Length.FITTING


def spoken(*texts: str) -> Spoken:
    """How long the texts take, said one after another."""
    return Spoken(sum(1 for text in texts for word in text.split() if any(letter.isalnum() for letter in word)))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, verbatim and in order; a line break ends one, a shortened word ("ca.") does not."""
    found, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        if not _ends(text, start, end):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def _ends(text: str, start: int, end: "re.Match[str]") -> bool:
    if end[0] != ".":
        return True
    tail = text[max(start, end.start() - 12) : end.start()].split()
    last = tail[-1].lower().strip('(«"') if tail else ""
    if _SHORTENED.fullmatch(last) or (len(last) == 1 and last.isalpha()):
        return False
    # "2. linje", "3. desember": an ordinal goes on in lower case.
    return not (last.isdigit() and _BEGINS_LOW.match(text, end.end(), end.end() + 8))


def mark_of(text: str) -> str:
    """Which writing of a text this is: a form carries the mark of what was read, and another mark means it changed."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
