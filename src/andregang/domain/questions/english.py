"""Reading an English task: lead-ins off, then what one does in -ing, or a noun phrase."""

import re
from collections.abc import Sequence

from andregang.domain.questions.model import Lexicon
from andregang.domain.questions.shorten import shorten
from andregang.domain.questions.tidy import bare, lower_first

_LEAD_INS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:as an? [\w\- ]{3,40}?,? )?(?:you|we|the (?:successful )?candidate|the employee|this person)(?:'ll| will| shall| must| should| can| are expected to)(?: also| mainly| primarily| actively| get to| be able to| have the opportunity to)? ",
        r"(?:your |the |main |key )*(?:tasks|duties|responsibilities|role|position|job|work)(?: will)? (?:include|includes|be|consists? of|involves?|entails?)(?: to)? ",
        r"(?:be |you are |you're |being |taking |take |have |having |hold |with )?(?:the )?(?:overall |main |mainly |full |shared |daily |technical |primary )*responsib(?:le|ility) (?:for|of) ",
        r"(?:help )?(?:contribute|contributing|contributes)(?: actively)? to (?:the )?(?=\w+(?:ment|tion|ing|ance|al|sis)\b)",
        r"(?:work|working|works)(?: closely)? (?:on|with) (?=\w+(?:ment|tion|ing|ance|sis)\b)",
        r"you ",
        r"be involved in (?:the )?",
        r"to ",
        r"(?:also|actively|continuously|regularly|independently|daily|effectively|proactively|successfully) (?!\w+ of\b)",
    )
)
_FINITE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "will",
        "can",
        "must",
        "has",
        "have",
        "had",
        "should",
        "may",
        "shall",
        "you",
        "we",
        "i",
        "they",
        "he",
        "she",
    ]
)
_RELATIVE = frozenset(["that", "which", "who", "where", "when", "how", "what", "whose"])
_PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "to",
        "with",
        "in",
        "on",
        "from",
        "by",
        "at",
        "as",
        "into",
        "within",
        "across",
        "between",
        "and",
        "or",
        "&",
        "regarding",
    ]
)
_LINKS = frozenset(["and", "or", "&", "/"])
_VOWELS = "aeiou"


def read_english(line: str, lexicon: Lexicon, lower_case: frozenset[str]) -> tuple[bool, str] | None:
    """Whether the task is what one does, said in -ing, and its words; None when it cannot be told."""
    said = lower_first(_without_lead_in(line), lexicon.names, lower_case)
    tokens = said.split()
    if not tokens or any(mark in said for mark in '?!@"“”«»()|') or "://" in said:
        return None
    verbal = _in_ing(tokens, lexicon)
    if not verbal and not _may_lead(tokens, lexicon):
        return None
    kept = shorten(verbal or tokens, _head(tokens))
    if kept is None or _has_finite(kept):
        return None
    return bool(verbal), " ".join(kept).strip(" ,;:.–-")


def _without_lead_in(line: str) -> str:
    for _ in range(4):
        for pattern in _LEAD_INS:
            found = pattern.match(line)
            if found and found.end() and len(line) > found.end() + 2:
                line = line[found.end() :]
                break
        else:
            break
    return line


def gerund(verb: str, lexicon: Lexicon) -> str:
    """The -ing form of a verb."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb in lexicon.doubling:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def _in_ing(tokens: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The tokens with leading and linked verbs in -ing, or nothing when no verb leads."""
    first = bare(tokens[0])
    if first.endswith("ing") and first[:-3] and len(first) > 4:
        return _linked(list(tokens), lexicon)
    words = list(tokens)
    index, verbs = 0, 0
    while index < len(words):
        word = bare(words[index])
        parts = word.split("/")
        if not all(_is_verb(part, words, index, lexicon) for part in parts):
            break
        words[index] = words[index].replace(word, "/".join(gerund(part, lexicon) for part in parts))
        verbs += 1
        if index + 1 < len(words) and bare(words[index + 1]) in _LINKS:
            index += 2
        elif words[index].endswith(","):
            index += 1
        else:
            break
    return _linked(words, lexicon) if verbs else []


def _is_verb(word: str, words: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    if word not in lexicon.verbs:
        return False
    if word not in lexicon.either:
        return True
    following = bare(words[index + 1]) if index + 1 < len(words) else ""
    if not following:
        return False
    if following in _LINKS or words[index].endswith(","):
        after = index + 2 if following in _LINKS else index + 1
        if following in _LINKS and words[index].endswith(","):
            after = index + 2
        return after < len(words) and _is_verb(bare(words[after]), words, after, lexicon)
    return following not in _PREPOSITIONS


def _linked(words: list[str], lexicon: Lexicon) -> list[str]:
    """Verbs that follow "and" or a comma said in -ing too."""
    for index in range(1, len(words)):
        word = bare(words[index])
        beside = bare(words[index - 1]) in _LINKS or words[index - 1].endswith(",")
        if beside and word in lexicon.verbs and word not in lexicon.either:
            words[index] = words[index].replace(word, gerund(word, lexicon))
    return words


def _head(tokens: Sequence[str]) -> int:
    index = 0
    while index < len(tokens):
        if tokens[index].endswith((",", "-")):
            index += 1
        elif index + 1 < len(tokens) and bare(tokens[index + 1]) in _LINKS:
            index += 2
        else:
            return index + 1
    return index


def _may_lead(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    word = bare(tokens[0])
    if not word or word in _PREPOSITIONS | _RELATIVE | _FINITE or not word[0].isalpha():
        return False
    if word in lexicon.verbs and word not in lexicon.either:
        return False
    return len(tokens) <= 5 or any(bare(token) in _PREPOSITIONS for token in tokens[1:6])


def _has_finite(kept: Sequence[str]) -> bool:
    for token in kept:
        word = bare(token)
        if word in _RELATIVE:
            return False
        if word in _FINITE:
            return True
    return False
