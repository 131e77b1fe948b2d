"""Cutting a phrase where it may be cut: at a clause, between conjuncts, before a trailing prepositional phrase."""

from collections.abc import Sequence

from andregang.domain.questions.model import Lexicon
from andregang.domain.questions.tidy import bare

LONGEST = 9
_LONGEST_UNCUT = 12
_LONGEST_QUOTATION = 12
_LONGEST_LISTED = 3
_LEAST_QUOTED = 4


def shorten(tokens: Sequence[str], head: int, lexicon: Lexicon, longest: int = LONGEST) -> tuple[str, ...] | None:
    """The longest beginning of at most `longest` words that keeps its meaning; None when there is none.

    `head` is how many tokens the first run of conjuncts takes ("drift, vedlikehold og utvikling"); nothing is cut
    inside it or right after it. Asides ("herunder …", "for example …") go in any case.
    """
    tokens = _without_aside(tokens, head, lexicon)
    while tokens and lexicon.has("links", bare(tokens[-1])):
        tokens = tokens[:-1]
    if len(tokens) <= longest:
        return tuple(tokens) or None
    phrases, conjuncts = _phrases(tokens, lexicon), _conjuncts(tokens, lexicon)
    norwegian = lexicon.has("links", "og")
    for places in (_clauses(tokens, lexicon), sorted({*phrases, *conjuncts}) if norwegian else phrases):
        if kept := _cut(tokens, places, head, longest, lexicon):
            return kept
    return tuple(tokens) if len(tokens) <= _LONGEST_UNCUT else _cut(tokens, conjuncts, head, longest, lexicon)


def cut_quotation(line: str, lexicon: Lexicon) -> str:
    """The line's first words for a quotation, verbatim, with “…” when something is left out."""
    tokens = line.translate({ord(mark): None for mark in '«»“”"„'}).split()
    if len(tokens) <= _LONGEST_QUOTATION:
        return " ".join(tokens)
    places = [place for find in (_clauses, _conjuncts, _phrases) for place in find(tokens, lexicon)]
    end = max((p for p in places if _LEAST_QUOTED < p <= _LONGEST_QUOTATION), default=_LONGEST_QUOTATION)
    kept = tokens[:end]
    while len(kept) > 1 and _dangles(bare(kept[-1]), lexicon):
        kept.pop()
    return " ".join(kept).rstrip(",;:–-. ") + " …"


def listed(tokens: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """A bare list with "og" before its last word: "salg, lager, kasse" is "salg, lager og kasse"."""
    words = list(tokens)
    commas = [index for index, word in enumerate(words) if word.endswith(",") and index + 1 < len(words)]
    if not commas or any(lexicon.has("links", bare(word)) for word in words[commas[-1] + 1 :]):
        return tuple(words)
    if any(_qualifies(bare(words[index]), lexicon) for index in commas):
        return tuple(words)
    if len(words) - 1 - commas[-1] > _LONGEST_LISTED:
        return (*words[: commas[0]], words[commas[0]].rstrip(","))
    last = commas[-1]
    return (*words[:last], words[last].rstrip(","), "and" if lexicon.has("links", "and") else "og", *words[last + 1 :])


def head_of(tokens: Sequence[str], lexicon: Lexicon) -> int:
    """How many tokens the first run of single conjuncts takes."""
    index = 0
    while index < len(tokens):
        if tokens[index].endswith((",", "-")):
            index += 1
        elif index + 1 < len(tokens) and lexicon.has("links", bare(tokens[index + 1])):
            index += 2
        else:
            return index + 1
    return index


def has_finite(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a finite verb or a subject stands before any relative clause, so that this is no phrase."""
    for word in map(bare, tokens):
        if lexicon.has("relative", word):
            return False
        if lexicon.has("finite", word):
            return True
    return False


def _without_aside(tokens: Sequence[str], head: int, lexicon: Lexicon) -> Sequence[str]:
    for index in range(max(head, 1), len(tokens)):
        if _opens(tokens, index, lexicon.words["aside"]):
            kept = _closed(tokens[:index], lexicon)
            return kept if _is_whole(kept, lexicon) else tokens
    return tokens


def _cut(
    tokens: Sequence[str], places: Sequence[int], head: int, longest: int, lexicon: Lexicon
) -> tuple[str, ...] | None:
    for place in reversed([place for place in places if max(head, 1) < place <= longest]):
        if _inside_span(tokens, place):
            continue
        kept = listed(_closed(tokens[:place], lexicon), lexicon)
        if len(kept) > head and _is_whole(kept, lexicon):
            return kept
    return None


def _inside_span(tokens: Sequence[str], place: int) -> bool:
    """Whether a cut would leave "fra forprosjekt" without its "til overtakelse"."""
    begun = {bare(token) for token in tokens[max(0, place - 5) : place]}
    return bare(tokens[place]) in ("til", "to") and not begun.isdisjoint(("fra", "frå", "from"))


def _opens(tokens: Sequence[str], index: int, words: frozenset[str]) -> bool:
    word = bare(tokens[index])
    pair = f"{word}_{bare(tokens[index + 1])}" if index + 1 < len(tokens) else word
    return word in words or pair in words or tokens[index] in words


def _clauses(tokens: Sequence[str], lexicon: Lexicon) -> list[int]:
    openers = lexicon.words["clause"] | lexicon.words["aside"]
    return [index for index in range(1, len(tokens)) if _opens(tokens, index, openers)]


def _conjuncts(tokens: Sequence[str], lexicon: Lexicon) -> list[int]:
    return [
        index
        for index in range(1, len(tokens))
        if lexicon.has("links", bare(tokens[index])) or tokens[index - 1].endswith(",") or tokens[index] == "/"
    ]


def _phrases(tokens: Sequence[str], lexicon: Lexicon) -> list[int]:
    return [index for index in range(3, len(tokens)) if lexicon.has("cut_before", bare(tokens[index]))]


def _dangles(word: str, lexicon: Lexicon) -> bool:
    return not word or any(lexicon.has(name, word) for name in ("dangling", "prepositions", "cut_before", "links"))


def _closed(kept: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Without loose words and marks at the end."""
    words = list(kept)
    while words and _dangles(bare(words[-1]), lexicon):
        words.pop()
    if words and not words[-1].endswith("-"):
        words[-1] = words[-1].rstrip(",;:–")
    return tuple(words)


def _is_whole(kept: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether nothing in the kept words waits for a second half."""
    words = [bare(word) for word in kept]
    if not words or kept[-1].endswith("-") or _qualifies(words[-1], lexicon):
        return False
    for opener in lexicon.words["paired"]:
        if opener in words and not any(lexicon.has("links", word) for word in words[words.index(opener) :]):
            return False
    return True


def _qualifies(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is an adjective that has lost its noun."""
    adjective = lexicon.has("qualifiers", word) or lexicon.ends("qualifier_endings", word)
    return adjective and not lexicon.has("no_qualifiers", word)
