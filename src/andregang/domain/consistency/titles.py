"""Titles: what the person says they were, and where; "leder for avdelingen" and "avdelingsleder" are one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.consistency.model import Statement, Topic
from andregang.domain.consistency.subjects import Stretch, Subject, stretch_around, subject_of
from andregang.domain.consistency.words import WORD, Lexicon, alike, names_alike, stem

_LEAD_IN = re.compile(
    r"\b(?:(?P<as>som|as)|(?P<was>var|er|ble|blei|vart|was|am|became|been|vært|vore)|"
    r"(?P<called>(?:tittel\w*|title)\s(?:min\s|my\s)?(?:var|er|was|is)|stilling\w*\s(?:min\s)?(?:var|er))|"
    r"(?P<have>har|hadde|have|had)\sstilling\w*\ssom)\s(?:(?:en|ein|ei|et|a|an|the|den|deres|their)\s)?",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:jeg|eg|i|i’ve|i've|min|mi|my)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:jeg|eg|i)\b", re.IGNORECASE)
_THEN = re.compile(
    r",?\s(?:(?:og|and)\s)?(?:så|deretter|siden|sidan|senere|seinare|then|later)\s(?:(?:en|ein|a|an)\s)?", re.IGNORECASE
)
_OF_ANOTHER = re.compile(r"\b(?:med|with|han|hun|ho|she|he|sjefen|kollega\w*)\s[^.]{0,20}\Z", re.IGNORECASE)
_THEIRS = re.compile(r"(?:min|mi|mitt|my|our|vår|hans|hennar|hennes|his|her|their|sin)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:var|er|ble|vart|blei|was|is|har|hadde)\b", re.IGNORECASE)
_OBJECT = re.compile(r"\s(?:for|av|of)\s(?:den\s|det\s|the\s)?(?=[a-zæøå])([a-zæøå][\w-]*)")
_WORDS_OF_A_TITLE = 4
_OR = re.compile(r"\s?(?:/|\bog\b|\band\b|,|&)\s?", re.IGNORECASE)
_GENERIC_HEADS = frozenset({"worker"})
_RANKS = ("deputy", "senior", "junior", "acting")
_LEADERS = frozenset({"leader", "foreman", "chief"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart: what kind of post (`leader`, `nurse`), of what, and its rank."""

    head: str
    fields: frozenset[str]
    ranks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Post:
    """A title as it was said about the person, with where they had it."""

    statement: int
    start: int
    end: int
    stretch: Stretch
    subject: Subject
    titles: tuple[Title, ...]


def posts_in(statement: Statement, index: int, lexicon: Lexicon) -> Iterator[Post]:
    """Every title a statement gives the person."""
    text = statement.text
    if statement.held:
        if statement.held.title:
            start = max(0, text.find(statement.held.title))
            yield _post(statement, index, start, start + len(statement.held.title), lexicon, statement.held.title)
        return
    if statement.asked is Topic.TITLE:
        span = _title_at(text, 0, lexicon)
        if span:
            yield _post(statement, index, *span, lexicon)
            return
    for match in _LEAD_IN.finditer(text):
        if not _is_mine(text, match):
            continue
        span = _title_at(text, match.end(), lexicon)
        while span:
            yield _post(statement, index, *span, lexicon)
            then = _THEN.match(text, span[1])
            span = _title_at(text, then.end(), lexicon) if then else None


def _is_mine(text: str, match: "re.Match[str]") -> bool:
    """Whether the title is the speaker's: "jeg var …", "som …" after nobody else's name."""
    if match["as"] and _RELATIVE.match(text, match.end()):
        return False
    before = text[max(0, match.start() - 40) : match.start()]
    before = re.split(r"[.!?;\n]", before)[-1]
    if match["called"]:
        return bool(_FIRST_PERSON.search(match[0]) or _FIRST_PERSON.search(before))
    if match["as"]:
        return not _OF_ANOTHER.search(before)
    after = text[match.end() : match.end() + 5]
    nearby = " ".join(before.split()[-3:])
    return bool(_I.search(nearby)) or bool(_I.match(after)) or not before.strip(" -–•,")


def _title_at(text: str, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The title that begins at `start`, up to its last word that names a post; None when none does."""
    if _THEIRS.match(text, start):
        return None
    end = None
    place = begins = start
    for number in range(_WORDS_OF_A_TITLE):
        match = WORD.match(text, place)
        if match is None:
            break
        low = match[0].casefold()
        if number and low in lexicon.stop and low not in ("ass.",):
            break
        if low in ("jeg", "eg", "i") and number == 0:
            begins = place = match.end() + 1
            continue
        if _names_a_post(low, lexicon):
            end = match.end()
        place = match.end() + 1
        if text[match.end() : place] not in (" ", "-"):
            break
    if end is None:
        return None
    rest = _OBJECT.match(text, end)
    return begins, rest.end() if rest else end


def _names_a_post(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.positions or (len(word) > 3 and word.endswith(lexicon.position_endings))


def _post(statement: Statement, index: int, start: int, end: int, lexicon: Lexicon, words: str = "") -> Post:
    stretch = stretch_around(statement.text, start, end)
    subject = subject_of(statement, stretch, (start, end), lexicon)
    said = words or statement.text[start:end]
    parts = [part for part in _OR.split(said) if part.strip()]
    return Post(index, start, end, stretch, subject, tuple(_title(part, lexicon) for part in parts or [said]))


def _title(said: str, lexicon: Lexicon) -> Title:
    low = " ".join(said.casefold().split())
    for words, kind in lexicon.titles.items():
        if " " in words and low.startswith(words):
            return Title(kind, frozenset(), frozenset())
    tokens = [match[0].casefold() for match in WORD.finditer(low)]
    ranks = {rank for rank in _RANKS if lexicon.says(f"title.rank.{rank}", low) and len(tokens) > 1}
    tokens = [token for token in tokens if not any(lexicon.lists[f"title.rank.{r}"].fullmatch(token) for r in ranks)]
    head, fields = "", set()
    for token in reversed(tokens):
        if token in ("for", "av", "of", "den", "the"):
            continue
        rest, kind = ("", "") if head and head != "leader" else _head(token, lexicon)
        if kind and not head:
            head = kind
            token = rest
        token, rank = _without_rank(token)
        if rank:
            ranks.add(rank)
        if token:
            fields.add(_field(token, lexicon))
    return Title(head or (stem(tokens[-1]) if tokens else low), frozenset(fields), frozenset(ranks))


def _head(token: str, lexicon: Lexicon) -> tuple[str, str]:
    best = max((word for word in lexicon.titles if " " not in word and token.endswith(word)), key=len, default="")
    if best:
        return token[: -len(best)].rstrip("s-") if len(token) > len(best) else "", lexicon.titles[best]
    ending = max((e for e in lexicon.position_endings if token.endswith(e)), key=len, default="")
    return (token[: -len(ending)].rstrip("s-"), ending) if ending else ("", "")


def _without_rank(token: str) -> tuple[str, str]:
    for rank, prefixes in (("senior", ("senior", "spesial", "sjef", "hoved", "hovud")), ("deputy", ("vise", "nest")),
                           ("junior", ("junior",))):  # fmt: skip
        for prefix in prefixes:
            if token.startswith(prefix):
                return token[len(prefix) :].lstrip("s-"), rank
    return token, ""


def _field(token: str, lexicon: Lexicon) -> str:
    return next((meaning for word, meaning in lexicon.fields if token.startswith(word)), stem(token))


def comparable(one: Post, other: Post) -> bool:
    """Whether two titles are of a post with the same employer."""
    return bool(one.subject.places) and names_alike(one.subject.places, other.subject.places)


def differ(one: Post, other: Post) -> bool:
    """Whether two titles are two posts: no way of saying the one is a way of saying the other."""
    return all(_differ(a, b) for a in one.titles for b in other.titles)


def _differ(a: Title, b: Title) -> bool:
    if (a.head in _GENERIC_HEADS and not a.fields) or (b.head in _GENERIC_HEADS and not b.fields):
        return False
    if a.ranks != b.ranks:
        return True
    if a.head != b.head and not alike(a.head, b.head):
        bare = (not a.fields and a.head == "leader") or (not b.fields and b.head == "leader")
        return not (bare and {a.head, b.head} <= _LEADERS)
    if not a.fields or not b.fields:
        return False
    return not any(alike(x, y) for x in a.fields for y in b.fields)
