"""Reading an English task: lead-ins off, then what one does in -ing, or a noun phrase."""

from collections.abc import Sequence

from andregang.domain.questions.lead_ins import ENGLISH, without_lead_in
from andregang.domain.questions.model import Lexicon
from andregang.domain.questions.shorten import has_finite, head_of, listed, shorten
from andregang.domain.questions.tidy import bare, lower_first, unsayable

_SHORT = 5
_DETERMINERS = frozenset(["the", "a", "an", "our", "your", "their", "its", "all", "that", "this", "these"])


def read_english(line: str, lexicon: Lexicon, lower_case: frozenset[str]) -> tuple[bool, str] | None:
    """Whether the task is what one does, said in -ing, and its words; None when it cannot be told."""
    said = lower_first(without_lead_in(line, ENGLISH)[0], lexicon.words["names"], lower_case)
    tokens = said.split()
    if not tokens or unsayable(said):
        return None
    verbal = _in_ing(tokens, lexicon)
    if not verbal and not _may_lead(tokens, lexicon):
        return None
    kept = shorten(listed(verbal or tokens, lexicon), head_of(tokens, lexicon), lexicon)
    if kept is None or has_finite(kept, lexicon):
        return None
    return bool(verbal), " ".join(kept).strip(" ,;:.–-")


def gerund(verb: str, lexicon: Lexicon) -> str:
    """The -ing form of a verb."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if lexicon.has("doubling", verb):
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def _in_ing(tokens: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The tokens with leading and linked verbs in -ing, or nothing when no verb leads."""
    words = list(tokens)
    if bare(words[0]).endswith("ing") and lexicon.has("verbs", _verb_of(bare(words[0]), lexicon)):
        return _linked(words, lexicon)
    index, verbs = 0, 0
    while index < len(words):
        word = bare(words[index])
        parts = word.split("/")
        if not all(_is_verb(part, words, index, lexicon) for part in parts):
            break
        words[index] = words[index].replace(word, "/".join(gerund(part, lexicon) for part in parts))
        verbs += 1
        if index + 1 < len(words) and lexicon.has("links", bare(words[index + 1])):
            index += 2
        elif words[index].endswith(","):
            index += 1
        else:
            break
    return _linked(words, lexicon) if verbs else []


def _verb_of(word: str, lexicon: Lexicon) -> str:
    stem = word[:-3]
    return next((verb for verb in (stem, f"{stem}e", stem[:-1]) if lexicon.has("verbs", verb)), "")


def _is_verb(word: str, words: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    if not lexicon.has("either", word):
        return lexicon.has("verbs", word)
    following = bare(words[index + 1]) if index + 1 < len(words) else ""
    linked = lexicon.has("links", following)
    if linked or words[index].endswith(","):
        after = index + 2 if linked else index + 1
        return after < len(words) and _is_verb(bare(words[after]), words, after, lexicon)
    if not following or lexicon.has("prepositions", following):
        return False
    return not _is_compound(words, index + 1, lexicon)


def _is_compound(words: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """Whether an abstract noun ends the phrase here, so that the word before it only qualifies it."""
    if not lexicon.ends("abstract_endings", bare(words[index])):
        return False
    following = bare(words[index + 1]) if index + 1 < len(words) else ""
    ends = not following or words[index].endswith(",")
    return ends or lexicon.has("links", following) or following in {"for", "in"}


def _linked(words: list[str], lexicon: Lexicon) -> list[str]:
    """Verbs that follow "and" or a comma said in -ing too."""
    for index in range(1, len(words)):
        word = bare(words[index])
        beside = lexicon.has("links", bare(words[index - 1])) or words[index - 1].endswith(",")
        if beside and lexicon.has("verbs", word) and not lexicon.has("either", word):
            words[index] = words[index].replace(word, gerund(word, lexicon))
    return words


def _may_lead(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the first word can begin a noun phrase for certain."""
    word = bare(tokens[0])
    closed = any(lexicon.has(name, word) for name in ("prepositions", "relative", "finite", "links"))
    if not word or not word[0].isalpha() or closed or _is_certain_verb(word, lexicon):
        return False
    if len(tokens) > 1 and bare(tokens[1]) in _DETERMINERS:
        return False
    return len(tokens) <= _SHORT or any(lexicon.has("prepositions", bare(token)) for token in tokens[1 : _SHORT + 1])


def _is_certain_verb(word: str, lexicon: Lexicon) -> bool:
    plain = lexicon.has("verbs", word) and not lexicon.has("either", word)
    third = word.endswith("s") and lexicon.has("verbs", word[:-1]) and not lexicon.has("either", word[:-1])
    return plain or third
