"""Reads the written answers and renders them as typed, as speech-to-text and as halting speech, clause by clause."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from andregang.content import load_vocabulary
from andregang.domain.rehearsal import Clause, Element, split_answer
from andregang.domain.text import Language

HERE = Path(__file__).parent
CODES = {
    "c": Element.CONTEXT, "p": Element.PLANNED, "d": Element.DID, "r": Element.RESULT, "w": Element.PEOPLE,
    "l": Element.LEARNED, "b": Element.BRIDGE,
}  # fmt: skip
FILLERS = {
    "nb": ("eh", "altså", "liksom", "ja", "nei", "egentlig"), "nn": ("eh", "altså", "liksom", "ja", "sant"),
    "en": ("um", "well", "you know", "basically"),
}  # fmt: skip
LINKS = {"nb": ("og", "og så", "så", "men"), "nn": ("og", "og så", "så", "men"), "en": ("and", "and then", "so", "but")}
COVERED = 0.5


@dataclass
class Story:
    """One answer: its stretches in order, each with what it carries, and the flags of a held-out one."""

    name: str
    language: Language
    question: str
    flags: str = ""
    stretches: list[tuple[frozenset[Element], str]] = field(default_factory=list)

    @property
    def told(self) -> frozenset[Element]:
        return frozenset[Element]().union(*(elements for elements, _ in self.stretches))


def read_stories(path: Path, language: str = "") -> list[Story]:
    """The answers of a file; without `language` each header says its own, and the flags."""
    stories: list[Story] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("= "):
            head, _, question = line[2:].partition(" | ")
            name, tongue, flags = head.split() if not language else (head, language, "")
            stories.append(Story(name, Language(tongue), question, flags))
        elif line.strip() and not line.startswith("#"):
            codes, _, words = line.partition(" ")
            stories[-1].stretches.append((frozenset(CODES[c] for c in codes if c != "-"), words))
    return stories


def all_stories() -> list[Story]:
    """Everything to train on: the three languages' answers, and the near misses as answers of one stretch."""
    stories = [s for language in ("nb", "nn", "en") for s in read_stories(HERE / f"stories_{language}.txt", language)]
    for number, line in enumerate((HERE / "near_misses.txt").read_text("utf-8").splitlines()):
        if line.strip() and not line.startswith("#"):
            language, _, words = line.partition(" | ")
            stories.append(Story(f"near miss {number}", Language(language), "", "", [(frozenset(), words)]))
    return stories


def renderings(story: Story, chance: random.Random) -> Iterator[list[tuple[frozenset[Element], str]]]:
    """The answer as written, as speech-to-text gives it, and in halting speech with a part left out."""
    yield story.stretches
    yield [(elements, spoken(words)) for elements, words in story.stretches]
    language = story.language.value
    kept = [s for s in story.stretches if len(story.stretches) < 3 or chance.random() > 0.15]
    halting = []
    for number, (elements, words) in enumerate(kept):
        link = chance.choice(LINKS[language]) if number and chance.random() < 0.5 else ""
        filler = chance.choice(FILLERS[language]) if chance.random() < 0.3 else ""
        halting.append((elements, " ".join(part for part in (filler, link, spoken(words)) if part)))
    yield halting


def spoken(words: str) -> str:
    """The words as speech-to-text gives them: no punctuation, no capitals."""
    return " ".join(re.sub(r"[.,;:?!«»()+=]", " ", words).lower().split())


def labelled(
    stretches: list[tuple[frozenset[Element], str]], language: Language
) -> Iterator[tuple[Clause, frozenset[Element]]]:
    """The clauses of a rendering as the product cuts them, each with what the stretches it lies in carry."""
    spans, text = [], ""
    for elements, words in stretches:
        text += " " if text else ""
        spans.append((len(text), len(text) + len(words), elements))
        text += words
    for clause in split_answer(text, language, load_vocabulary()):
        carried: set[Element] = set()
        for start, end, elements in spans:
            shared = min(end, clause.end) - max(start, clause.start)
            if shared >= COVERED * min(clause.end - clause.start, end - start):
                carried |= elements
        yield clause, frozenset(carried)
