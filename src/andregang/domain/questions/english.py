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
    own, last = without_lead_in(line, ENGLISH)
    said = lower_first(own, lexicon.words["names"], lower_case)
    tokens = said.split()
    if len(tokens) > 1 and tokens[0].endswith("ly") and lexicon.has("verbs", bare(tokens[1])):
        tokens = tokens[1:]
    if not tokens or unsayable(said):
        return None
    verbal = _in_ing(tokens, lexicon, must=last.startswith("you "))
    if not verbal and not _may_lead(tokens, lexicon):
        return None
    kept = shorten(listed(verbal or tokens, lexicon), head_of(tokens, lexicon), lexicon)
    if kept is None or has_finite(kept, lexicon) or _has_third_person(kept, lexicon):
        return None
    return bool(verbal), " ".join(kept).rstrip(" ,;:.–-").lstrip(" ,;:–-")


def gerund(verb: str, lexicon: Lexicon) -> str:
    """The -ing form of a verb."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if lexicon.has("doubling", verb):
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def _in_ing(tokens: Sequence[str], lexicon: Lexicon, *, must: bool) -> list[str]:
    """The tokens with leading and linked verbs in -ing, or nothing when no verb leads.

    `must` says that a verb has to come here, so that a word that could be a noun is none.
    """
    words = list(tokens)
    if bare(words[0]).endswith("ing") and lexicon.has("verbs", _verb_of(bare(words[0]), lexicon)):
        return _linked(words, lexicon)
    index, verbs = 0, 0
    while index < len(words):
        word = bare(words[index])
        parts = word.split("/")
        sure = (must or verbs) and index + 1 < len(words) and lexicon.has("verbs", word)
        if not sure and not all(_is_verb(part, words, index, lexicon) for part in parts):
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
    following = bare(tokens[1]) if len(tokens) > 1 else ""
    if following in _DETERMINERS or (word.endswith(("ed", "sting", "ding")) and lexicon.has("prepositions", following)):
        return False
    return len(tokens) <= _SHORT or any(lexicon.has("prepositions", bare(token)) for token in tokens[1 : _SHORT + 1])


def _has_third_person(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a verb in -s stands where only a sentence has one ("Your team works on …")."""
    words = [bare(token) for token in tokens]
    end = next((index for index, word in enumerate(words) if lexicon.has("relative", word)), len(words))
    return any(_is_third_person(word, lexicon) for word in words[1:end])


def _is_third_person(word: str, lexicon: Lexicon) -> bool:
    plain = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return word.endswith("s") and lexicon.has("verbs", plain) and not lexicon.has("either", plain)


def _is_certain_verb(word: str, lexicon: Lexicon) -> bool:
    plain = lexicon.has("verbs", word) and not lexicon.has("either", word)
    return plain or _is_third_person(word, lexicon)
