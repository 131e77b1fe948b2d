"""How a pair is held together: two sources, read as the product reads them."""

from andregang.content import load_vocabulary
from andregang.domain.consistency import Contradiction, Held, Statement, find_contradictions
from andregang.domain.dates import PartialDate


def statement(source: str, words: str) -> Statement:
    """A statement; "CV: title | employer | from | to" is a post."""
    if not words.startswith("CV: "):
        return Statement(source, words)
    title, employer, begins, ends = (part.strip() for part in words[4:].split("|"))
    held = Held(employer, title, _date(begins), _date(ends), ongoing=ends == "nå")
    return Statement(source, f"{title}, {employer}, {begins} – {ends}", held=held)


def _date(text: str) -> PartialDate | None:
    year, _, month = text.partition("-")
    return PartialDate(int(year), int(month or 0)) if year.isdigit() else None


def between(one: str, other: str) -> tuple[Contradiction, ...]:
    """What differs between two places."""
    return find_contradictions([statement("answer", one), statement("cv", other)], load_vocabulary())
