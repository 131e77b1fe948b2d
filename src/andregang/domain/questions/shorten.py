"""Cutting a phrase where it may be cut: at a clause, between conjuncts, before a trailing prepositional phrase."""

from collections.abc import Sequence

from andregang.domain.questions.tidy import bare

LONGEST = 9
_LONGEST_UNCUT = 12
_LONGEST_QUOTATION = 12

_CLAUSE = frozenset(
    [
        "som",
        "der",
        "hvor",
        "kor",
        "når",
        "mens",
        "slik",
        "herunder",
        "inkludert",
        "inkl",
        "inkludere",
        "deriblant",
        "samt",
        "ved",
        "gjennom",
        "for_å",
        "i_samarbeid",
        "i_henhold",
        "i_tråd",
        "i_tett",
        "i_dialog",
        "i_forbindelse",
        "med_tanke",
        "med_mål",
        "med_fokus",
        "med_spesielt",
        "med_særlig",
        "på_vegne",
        "blant_annet",
        "bl.a",
        "både",
        "including",
        "such_as",
        "which",
        "that",
        "who",
        "in_order",
        "as_well",
        "in_accordance",
        "in_line",
        "in_cooperation",
        "in_close",
        "in_collaboration",
        "both",
        "ensuring",
        "through",
        "by",
        "to_ensure",
        "so_that",
        "under_the",
        "within_the",
        "innenfor_gjeldende",
        "etter_gjeldende",
        "mellom_anna",
        "slik_at",
        "saman_med",
        "sammen_med",
        "together_with",
        "with_focus",
        "especially",
        "particularly",
        "hovedsakelig",
        "primært",
        "eventuelt",
        "samtidig",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "i",
        "på",
        "for",
        "til",
        "med",
        "mot",
        "under",
        "ved",
        "innen",
        "innenfor",
        "fra",
        "frå",
        "hos",
        "ut",
        "overfor",
        "blant",
        "mellom",
        "across",
        "in",
        "on",
        "for",
        "with",
        "within",
        "from",
        "at",
        "to",
        "towards",
        "against",
        "between",
        "among",
        "into",
    ]
)
_AND = frozenset(["og", "eller", "samt", "and", "or", "&"])
_DANGLING = frozenset(
    [
        "og",
        "eller",
        "samt",
        "and",
        "or",
        "&",
        "av",
        "for",
        "til",
        "med",
        "i",
        "på",
        "om",
        "en",
        "et",
        "ei",
        "ein",
        "eit",
        "den",
        "det",
        "de",
        "dei",
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "with",
        "at",
        "by",
        "som",
        "vår",
        "våre",
        "vårt",
        "our",
        "sin",
        "sitt",
        "sine",
        "å",
        "mot",
        "ved",
        "fra",
        "frå",
        "din",
        "ditt",
        "dine",
        "dei",
        "både",
        "mellom",
        "between",
        "både",
        "enten",
        "from",
        "on",
    ]
)


def shorten(tokens: Sequence[str], head: int, longest: int = LONGEST) -> tuple[str, ...] | None:
    """The longest beginning of at most `longest` words that keeps its meaning; None when there is none.

    `head` is how many tokens the first run of conjuncts takes ("drift, vedlikehold og utvikling"); nothing is cut
    inside it or right after it.
    """
    if len(tokens) <= longest:
        return tuple(tokens)
    for places in (_clauses, _conjuncts, _phrases):
        cuts = [cut for cut in places(tokens) if max(head + 1, 2) < cut + 1 <= longest + 1]
        for cut in reversed(cuts):
            kept = _closed(tokens[:cut])
            if len(kept) > head and _is_whole(kept):
                return kept
    return tuple(tokens) if len(tokens) <= _LONGEST_UNCUT else None


def cut_quotation(line: str) -> str:
    """The line's first words for a quotation, with “…” when something is left out; no quotation marks inside."""
    tokens = line.translate({ord(mark): None for mark in '«»“”"„'}).split()
    if len(tokens) <= _LONGEST_QUOTATION:
        return " ".join(tokens)
    kept = shorten(tokens, 2, _LONGEST_QUOTATION) or tokens[:_LONGEST_QUOTATION]
    kept = _closed(kept[:_LONGEST_QUOTATION])
    return " ".join(kept) + " …"


def _clauses(tokens: Sequence[str]) -> list[int]:
    found = []
    for index, token in enumerate(tokens):
        word = bare(token)
        pair = f"{word}_{bare(tokens[index + 1])}" if index + 1 < len(tokens) else word
        dash = token in {"–", "—", "-", "/"}
        if word in _CLAUSE or pair in _CLAUSE or dash or (index and tokens[index - 1].endswith(";")):
            found.append(index)
    return found


def _conjuncts(tokens: Sequence[str]) -> list[int]:
    return [
        index
        for index, token in enumerate(tokens)
        if bare(token) in _AND or (index and tokens[index - 1].endswith(","))
    ]


def _phrases(tokens: Sequence[str]) -> list[int]:
    return [index for index, token in enumerate(tokens) if index >= 3 and bare(token) in _PREPOSITIONS]


def _closed(kept: Sequence[str]) -> tuple[str, ...]:
    """Without loose words at the end, and with "og" before the last of a list that lost it."""
    words = list(kept)
    while words and (bare(words[-1]) in _DANGLING or not bare(words[-1])):
        words.pop()
    if words:
        words[-1] = words[-1].rstrip(",;:–-")
    return tuple(_joined(words))


def _joined(words: list[str]) -> list[str]:
    commas = [index for index, word in enumerate(words) if word.endswith(",")]
    if not commas or len(words) - 1 - commas[-1] > 3:
        return words if not commas else words[: commas[0]] + [words[commas[0]].rstrip(",")]
    last = commas[-1]
    if any(bare(word) in _AND for word in words[last + 1 :]):
        return words
    link = "and" if _is_english(words) else "og"
    return [*words[:last], words[last].rstrip(","), link, *words[last + 1 :]]


def _is_english(words: Sequence[str]) -> bool:
    return any(
        bare(word) in {"of", "the", "and", "to", "our"} or bare(word).endswith("ing") for word in words
    ) and not (any(bare(word) in {"av", "og", "til", "på"} or set(bare(word)) & set("æøå") for word in words))


def _is_whole(kept: Sequence[str]) -> bool:
    """Whether nothing in the kept words waits for a second half."""
    words = [bare(word) for word in kept]
    if not words or kept[-1].endswith("-"):
        return False
    for opener in ("både", "mellom", "both", "between", "enten", "either"):
        if opener in words and not _AND & set(words[words.index(opener) :]):
            return False
    return True
