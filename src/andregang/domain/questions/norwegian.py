"""Reading a bokmål or nynorsk task: lead-ins off, then an infinitive or a noun phrase."""

from collections.abc import Sequence

from andregang.domain.questions.lead_ins import NORWEGIAN, without_lead_in
from andregang.domain.questions.model import Lexicon
from andregang.domain.questions.shorten import has_finite, head_of, listed, shorten
from andregang.domain.questions.tidy import bare, lower_first, unsayable

_REFLEXIVE = {"seg": "deg", "sin": "din", "sitt": "ditt", "sine": "dine", "si": "di"}
_ARTICLES = frozenset(["en", "et", "ei", "ein", "eit"])
_NEAR = 4


def read_norwegian(line: str, lexicon: Lexicon, lower_case: frozenset[str]) -> tuple[bool, str] | None:
    """Whether the task is an infinitive, and its words without "å"; None when it cannot be told."""
    bared, last = without_lead_in(line, NORWEGIAN)
    said = _lowered(bared, lexicon, lower_case)
    tokens = said.split()
    if not tokens or unsayable(said):
        return None
    if run := _verb_run(tokens, lexicon, may_be_present=last in ("", "du ")):
        return _as_verb(run, lexicon)
    return None if last.endswith("å ") else _as_noun(tokens, lexicon)


def is_infinitive(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is an infinitive and no noun: listed, made from a listed one, or in -ere."""
    if len(word) > 2 and word.endswith("a") and not lexicon.has("verbs", word):
        word = f"{word[:-1]}e"
    if lexicon.has("verbs", word):
        return True
    if word.endswith("ere") and len(word) > 5:
        made_from = lexicon.has("verbs", f"{word[:-3]}e") or lexicon.has("verbs", word[:-3])
        return not made_from and not lexicon.ends("agent_endings", word)
    return any(
        word.startswith(prefix) and _is_sure_verb(word[len(prefix) :], lexicon)
        for prefix in lexicon.endings["prefixes"]
    )


def _is_sure_verb(word: str, lexicon: Lexicon) -> bool:
    return len(word) > 2 and lexicon.has("verbs", word) and not lexicon.has("either", word)


def _lowered(line: str, lexicon: Lexicon, lower_case: frozenset[str]) -> str:
    """The line with a small first letter, but for a name: two capitals in a row are one ("Statens vegvesen" is not)."""
    words = line.split(" ", 2)
    first = bare(words[0])
    known = first in lower_case or is_infinitive(first, lexicon) or lexicon.ends("noun_endings", first)
    if len(words) > 1 and lexicon.has("bodies", bare(words[1])) and words[0][:1].isupper():
        return line
    if len(words) > 1 and words[1][:1].isupper() and words[1][1:2].islower() and not known:
        return line
    return lower_first(line, lexicon.words["names"], lower_case)


def _infinitive_of(word: str, lexicon: Lexicon) -> str:
    """The infinitive of a present form, or ""."""
    if word in lexicon.present:
        return lexicon.present[word]
    if word.endswith("r"):
        for candidate in (word[:-1], f"{word[:-2]}e"):
            if is_infinitive(candidate, lexicon):
                return candidate
    return ""


def _verb_run(tokens: Sequence[str], lexicon: Lexicon, *, may_be_present: bool) -> list[str]:
    """The tokens with the leading verbs as infinitives, or nothing when no verb leads."""
    words = list(tokens)
    index, verbs = 0, 0
    while index < len(words):
        word = bare(words[index])
        parts = [part for part in word.split("/") if part]
        if parts and all(_leads_as_verb(part, words, index, lexicon) for part in parts):
            verbs += 1
        elif may_be_present and (infinitive := _infinitive_of(word, lexicon)) and _has_object(words, index, lexicon):
            words[index] = words[index].lower().replace(word, infinitive)
            verbs += 1
        else:
            break
        if index + 1 < len(words) and lexicon.has("links", bare(words[index + 1])):
            index += 2
        elif words[index].endswith(","):
            index += 1
        else:
            break
    return words if verbs else []


def _leads_as_verb(word: str, words: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    base = f"{word[:-1]}e" if word.endswith("a") and len(word) > 2 else word
    if not (lexicon.has("either", base) or lexicon.has("either", word)):
        return is_infinitive(word, lexicon)
    following = bare(words[index + 1]) if index + 1 < len(words) else ""
    linked = lexicon.has("links", following)
    if linked or words[index].endswith(","):
        after = index + 2 if linked else index + 1
        later = bare(words[after]) if after < len(words) else ""
        return is_infinitive(later, lexicon) and not lexicon.has("either", later)
    return bool(following) and not lexicon.has("prepositions", following)


def _has_object(words: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a present form has something after it that no noun would have."""
    following = bare(words[index + 1]) if index + 1 < len(words) else ""
    return bool(following) and following != "som" and not lexicon.has("prepositions", following)


def _as_verb(words: list[str], lexicon: Lexicon) -> tuple[bool, str] | None:
    head = head_of(words, lexicon)
    kept = shorten(_second_person(_one_clause(words, head, lexicon), lexicon), head, lexicon)
    return _finished(kept, lexicon, is_verb=True)


def _one_clause(words: list[str], head: int, lexicon: Lexicon) -> list[str]:
    """The words before a comma that no list explains: "holde siden oppdatert, diverse arbeid"."""
    for index in range(head, len(words) - 1):
        if not words[index].endswith(","):
            continue
        rest = [bare(word) for word in words[index + 1 :]]
        if lexicon.has("links", rest[0]) or not any(lexicon.has("links", word) for word in rest):
            return [*words[:index], words[index].rstrip(",")]
    return words


def _as_noun(tokens: list[str], lexicon: Lexicon) -> tuple[bool, str] | None:
    if bare(tokens[0]) in _ARTICLES and len(tokens) > 1:
        tokens = tokens[1:]
    tokens = _before_verb(tokens, lexicon)
    if not tokens or _is_clause(tokens, lexicon):
        return None
    is_role = lexicon.ends("role_endings", bare(tokens[0]))
    if not is_role and not _may_lead(tokens, lexicon):
        return None
    kept = shorten(listed(tokens, lexicon), head_of(tokens, lexicon), lexicon)
    if kept is not None and is_role:
        kept = (lexicon.role, *kept)
    return _finished(kept, lexicon, is_verb=False)


def _finished(kept: tuple[str, ...] | None, lexicon: Lexicon, *, is_verb: bool) -> tuple[bool, str] | None:
    if kept is None or has_finite(kept, lexicon):
        return None
    return is_verb, " ".join(kept).rstrip(" ,;:.–-").lstrip(" ,;:–-")


def _before_verb(tokens: list[str], lexicon: Lexicon) -> list[str]:
    """The noun phrase without an infinitive set beside it ("planlegging av arbeid og samarbeide i team")."""
    for index in range(1, len(tokens)):
        word = bare(tokens[index])
        if not is_infinitive(word, lexicon) or lexicon.has("either", word):
            continue
        if lexicon.has("links", bare(tokens[index - 1])):
            return tokens[: index - 1]
        if tokens[index - 1].endswith(","):
            return [*tokens[: index - 1], tokens[index - 1].rstrip(",")]
    return tokens


def _is_clause(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a finite verb follows the first noun, so that this is a sentence ("Veilederen tar ansvar for …")."""
    words = [bare(token) for token in tokens]
    subject = words[0].endswith(("en", "et", "ene", "ane", "a")) and len(words[0]) > _NEAR
    if subject and len(words) > 1 and _infinitive_of(words[1], lexicon):
        return True
    end = next((index for index, word in enumerate(words) if lexicon.has("relative", word)), len(words))
    return any(word in lexicon.present for word in words[:end])


def _may_lead(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the first word can begin a noun phrase for certain."""
    word = bare(tokens[0])
    closed = any(lexicon.has(name, word) for name in ("prepositions", "relative", "links", "finite"))
    if not word or not word[0].isalpha() or closed or _infinitive_of(word, lexicon):
        return False
    if lexicon.ends("noun_endings", word) or lexicon.has("either", word):
        return True
    if word.endswith("e") or (word.endswith("a") and len(word) > _NEAR):
        plural = lexicon.has("adjectives", word) or lexicon.ends("adjective_endings", word)
        return plural and len(tokens) > 1 and not lexicon.has("prepositions", bare(tokens[1]))
    rest = [bare(token) for token in tokens[1:]]
    joined = any(lexicon.has("prepositions", token) or lexicon.has("links", token) for token in rest)
    return len(tokens) <= _NEAR or joined


def _second_person(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The one spoken to does it: "holde seg oppdatert" is said "holde deg oppdatert"."""
    said = list(words)
    for index in range(1, len(said)):
        word, before = bare(said[index]), bare(said[index - 1])
        near = index == 1 or lexicon.has("prepositions", before) or lexicon.has("links", before)
        if word in _REFLEXIVE and (index <= _NEAR if word == "seg" else near):
            said[index] = said[index].replace(word, _REFLEXIVE[word])
    return said
