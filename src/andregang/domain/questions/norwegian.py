"""Reading a bokmål or nynorsk task: lead-ins off, then an infinitive or a noun phrase."""

import re
from collections.abc import Sequence

from andregang.domain.questions.model import Lexicon
from andregang.domain.questions.shorten import shorten
from andregang.domain.questions.tidy import bare, lower_first

_ADVERB = "(?:også|i tillegg|blant annet|blant anna|mellom anna|bl\\.a\\.|hovedsakelig|hovudsakleg|primært|dermed|aktivt|alltid|i hovedsak|i hovudsak|normalt|gjerne|særlig|særleg|først og fremst|kontinuerlig|kontinuerleg|derfor|jevnlig|jamleg|regelmessig|da|då|ellers|elles|sammen med teamet|daglig) "
_LEAD_INS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:som [\w\-]+ )?(?:du|dere|vi|man|ein|kandidaten|den ansatte|medarbeideren|vedkommende|stillingen|stillinga|rollen|rolla|den som ansettes)? ?(?:vil|skal|må|bør|kan|vil kunne|kommer til å|kjem til å) (?:du |dere )?",
        r"vi (?:trenger|søker|ønsker|treng|søkjer|ønskjer) (?:deg|en|noen|ein|nokon) (?:til å|som kan|som vil|som skal) ",
        r"(?:dine |de viktigste |viktige |sentrale )?(?:arbeidsoppg[aå]vene?|oppg[aå]vene?|arbeidet|arbeidsdagen|hverdagen|kvardagen|stillingen|stillinga|jobben|rollen|rolla|ansvaret)(?: din| ditt| dine)? (?:vil (?:hovedsakelig |i hovedsak |blant annet |også )?(?:bestå|innebære|omfatte|være|vere|handle)|består|består|innebærer|inneber|omfatter|omfattar|inkluderer|er|handler|dreier seg)(?: også| i hovedsak| hovedsakelig| blant annet| mellom anna| primært)?(?: i| av| om)?(?: å)? ",
        r"i (?:stillingen|stillinga|rollen|jobben) (?:inngår|ligger|ligg)(?: også| det)? ",
        r"(?:få|får|ha|har|ta|tar|tek|inneha|du får|du har|du tar|du tek) (?:(?:et|eit|en|hoved|det|ei) )?(?=(?:(?!og )[\wæøå]+ ){0,2}(?:hoved|hovud|med|del|total)?ansvar)",
        r"(?:(?:du|dere) )?(?:er|blir|være|vere|bli|å være) (?=(?:[\wæøå]+ )?(?:hoved|hovud|med)?ansvarl)",
        r"(?:(?!og |for )[\wæøå]+ ){0,2}(?:hoved|hovud|med|del|total)?ansvar(?:et|lig|leg)? (?:for|knyttet til|knytt til|innen|innenfor) (?:å )?(?:at )?",
        r"(?:å )?(?:bidra|bidrar|bidreg|medvirke|medvirker|medverke|medverkar|være pådriver|være en pådriver)(?: aktivt| positivt| sterkt)? (?:til|for)(?: å)? (?!at )",
        r"(?:å )?(?:være|er|vere|bli|får være|få være) med (?:på )?(?:å )?",
        r"(?:å )?(?:jobbe|arbeide|jobber|arbeider|arbeidar|jobbar|arbeid|jobbing) (?:aktivt )?med (?:å )?",
        r"(?:å )?(?:stå|står|stå på) for ",
        r"du ",
        r"å ",
        _ADVERB,
    )
)
_AFTER_MARK = re.compile(r"^(?:å )", re.I)
_FINITE = frozenset(
    [
        "er",
        "var",
        "har",
        "hadde",
        "må",
        "kan",
        "skal",
        "vil",
        "blir",
        "ble",
        "bør",
        "består",
        "krever",
        "innebærer",
        "omfatter",
        "inngår",
        "finnes",
        "kommer",
        "gjelder",
        "får",
        "trenger",
        "ønsker",
        "søker",
        "påregnes",
        "påberegnes",
        "krev",
        "inneber",
        "omfattar",
        "kjem",
        "gjeld",
        "finst",
        "treng",
        "påreknast",
        "vi",
        "vår_er",
        "jeg",
        "eg",
        "du",
        "dere",
        "han",
        "hun",
        "hen",
        "det",
    ]
) - {"det"}
_RELATIVE = frozenset(["som", "der", "hvor", "kor", "når", "at", "slik", "hva", "hvordan", "korleis", "kva"])
_PREPOSITIONS = frozenset(
    [
        "av",
        "til",
        "for",
        "med",
        "i",
        "på",
        "mot",
        "om",
        "ved",
        "fra",
        "frå",
        "under",
        "innen",
        "innenfor",
        "hos",
        "mellom",
        "blant",
        "etter",
        "rundt",
        "overfor",
        "over",
        "langs",
        "per",
        "ut",
        "inn",
        "opp",
        "knyttet",
        "knytt",
    ]
)
_LINKS = frozenset(["og", "eller", "samt", "/"])
_NOUN_ENDINGS = [
    "ing",
    "inga",
    "ingen",
    "ingar",
    "inger",
    "else",
    "elsen",
    "elser",
    "sjon",
    "sjonen",
    "sjoner",
    "sjonar",
    "het",
    "heten",
    "skap",
    "skapet",
    "ment",
    "tet",
    "teten",
    "arbeid",
    "arbeidet",
    "kontakt",
    "drift",
    "driften",
    "drifta",
    "kontroll",
    "ansvar",
    "ansvaret",
    "salg",
    "sal",
    "support",
    "hjelp",
    "møter",
    "rapport",
    "kommunikasjon",
    "dialog",
    "vakt",
    "vakter",
    "tilsyn",
    "oppgaver",
    "oppgåver",
    "oppdrag",
    "prosjekt",
    "prosjekter",
    "rutiner",
    "hold",
    "kjøp",
    "mottak",
    "opphold",
    "tjenester",
    "tenester",
    "bistand",
    "design",
    "logistikk",
    "økonomi",
    "transport",
    "renhold",
    "reinhald",
    "stell",
    "tiltak",
    "saker",
    "oppgjør",
    "forvaltning",
    "tilbud",
    "tilbod",
    "kurs",
    "lag",
    "styring",
    "ordning",
    "virksomhet",
    "verksemd",
    "analyse",
    "støtte",
    "pleie",
    "service",
    "ledelse",
    "leiing",
    "planer",
    "planar",
    "relasjoner",
    "relasjonar",
    "samarbeid",
    "bruk",
    "vask",
    "lesing",
    "gang",
    "yting",
    "tegninger",
    "system",
    "systemer",
    "utstyr",
    "forhold",
]
_ADJECTIVE_ENDINGS = tuple(
    ["lige", "lege", "ige", "ske", "ende", "erte", "ive", "elle", "ale", "bare", "løse", "rige", "iske", "ane", "rte"]
)
_AGENTS = tuple(["ikere", "arbeidere", "verkere", "borgere", "takere", "sjonærer"])
_PREFIXES = tuple(
    [
        "sam",
        "videre",
        "vidare",
        "om",
        "over",
        "under",
        "opp",
        "ut",
        "inn",
        "av",
        "på",
        "til",
        "for",
        "fram",
        "frem",
        "gjen",
        "etter",
        "mellom",
        "kvalitets",
        "hoved",
        "prosjekt",
        "risiko",
        "mot",
        "ned",
        "tverr",
        "selv",
        "sjølv",
        "an",
        "be",
        "mis",
        "høy",
        "spesial",
        "ferdig",
        "vel",
        "rå",
        "ny",
        "bi",
        "fri",
        "løs",
        "råd",
        "markeds",
        "drifts",
        "prøve",
        "bære",
        "dag",
    ]
)
_REFLEXIVE = {"seg": "deg", "sin": "din", "sitt": "ditt", "sine": "dine", "si": "di"}
_SECOND_PERSON_AFTER = _PREPOSITIONS | _LINKS


def read_norwegian(line: str, lexicon: Lexicon, lower_case: frozenset[str]) -> tuple[bool, str] | None:
    """Whether the task is an infinitive, and its words without "å"; None when it cannot be told."""
    said, sentence, marked = _without_lead_in(line)
    said = lower_first(said, lexicon.names, lower_case)
    tokens = said.split()
    if not tokens or any(mark in said for mark in '?!@"«»“”()|') or "://" in said:
        return None
    run = _verb_run(tokens, lexicon, present=sentence or not marked)
    if run:
        return _as_verb(run, lexicon)
    if marked:
        return None
    return _as_noun(tokens, lexicon)


def _without_lead_in(line: str) -> tuple[str, bool, bool]:
    """The line's own part, whether it was a sentence about "du", and whether "å" stood before it."""
    sentence = marked = False
    for _ in range(4):
        for pattern in _LEAD_INS:
            found = pattern.match(line)
            if found and found.end() and len(line) > found.end() + 2:
                head = found[0].lower()
                sentence = sentence or head == "du "
                marked = head.endswith("å ")
                line = line[found.end() :]
                break
        else:
            break
    return line, sentence, marked


def is_infinitive(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is an infinitive and no noun: listed, made from a listed one, or in -ere."""
    if len(word) > 2 and word.endswith("a") and word not in lexicon.verbs:
        word = f"{word[:-1]}e"
    if word in lexicon.verbs:
        return True
    if word.endswith("ere") and len(word) > 5:
        return f"{word[:-3]}e" not in lexicon.verbs and word[:-3] not in lexicon.verbs and not word.endswith(_AGENTS)
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            rest = word[len(prefix) :]
            if rest in lexicon.verbs and rest not in lexicon.either:
                return True
    return False


def _infinitive_of(word: str, lexicon: Lexicon) -> str:
    """The infinitive of a present form, or ""."""
    if word in lexicon.present:
        return lexicon.present[word]
    if word.endswith("r"):
        stem = word[:-1]
        for candidate in (stem, f"{stem[:-1]}e"):
            if is_infinitive(candidate, lexicon):
                return candidate
    return ""


def _verb_run(tokens: Sequence[str], lexicon: Lexicon, present: bool) -> list[str]:
    """The tokens with the leading verbs as infinitives, or nothing when no verb leads."""
    words = list(tokens)
    index, verbs = 0, 0
    while index < len(words):
        word = bare(words[index])
        parts = [part for part in word.split("/") if part]
        if parts and all(_leads_as_verb(part, words, index, lexicon) for part in parts):
            verbs += 1
        elif present and (infinitive := _infinitive_of(word, lexicon)) and _has_object(words, index):
            words[index] = words[index].lower().replace(word, infinitive)
            verbs += 1
        else:
            break
        if index + 1 < len(words) and bare(words[index + 1]) in _LINKS:
            index += 2
        elif words[index].endswith(","):
            index += 1
        else:
            break
    return words if verbs else []


def _leads_as_verb(word: str, words: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    base = f"{word[:-1]}e" if word.endswith("a") and len(word) > 2 else word
    if base in lexicon.either or word in lexicon.either:
        following = bare(words[index + 1]) if index + 1 < len(words) else ""
        if not following or following in _PREPOSITIONS:
            return False
        if following in _LINKS or words[index].endswith(","):
            after = index + 2 if following in _LINKS else index + 1
            later = bare(words[after]) if after < len(words) else ""
            return is_infinitive(later, lexicon) and later not in lexicon.either
        return not words[index].endswith(",")
    return is_infinitive(word, lexicon)


def _has_object(words: Sequence[str], index: int) -> bool:
    """Whether a present form has something after it that no noun would have."""
    if index + 1 >= len(words):
        return False
    following = bare(words[index + 1])
    return following not in _PREPOSITIONS and following not in {"som"}


def _head(tokens: Sequence[str]) -> int:
    """How many tokens the first run of single conjuncts takes."""
    index = 0
    while index < len(tokens):
        if tokens[index].endswith((",", "-")):
            index += 1
        elif index + 1 < len(tokens) and bare(tokens[index + 1]) in _LINKS:
            index += 2
        else:
            return index + 1
    return index


def _as_verb(words: list[str], lexicon: Lexicon) -> tuple[bool, str] | None:
    kept = shorten(_second_person(words), _head(words))
    if kept is None or _has_finite(kept) or _ends_open(kept):
        return None
    return True, _clean(kept)


def _as_noun(tokens: list[str], lexicon: Lexicon) -> tuple[bool, str] | None:
    if bare(tokens[0]) in {"en", "et", "ei", "ein", "eit"} and len(tokens) > 1:
        tokens = tokens[1:]
    tokens = _before_verb(tokens, lexicon)
    if not tokens or not _may_lead(tokens, lexicon):
        return None
    kept = shorten(tokens, _head(tokens))
    if kept is None or _has_finite(kept) or _ends_open(kept):
        return None
    return False, _clean(kept)


def _before_verb(tokens: list[str], lexicon: Lexicon) -> list[str]:
    """The noun phrase without an infinitive set beside it ("planlegging av arbeid og samarbeide i team")."""
    for index in range(1, len(tokens)):
        word = bare(tokens[index])
        before = bare(tokens[index - 1])
        beside = before in _LINKS or tokens[index - 1].endswith(",")
        if beside and is_infinitive(word, lexicon) and word not in lexicon.either:
            return list(
                tokens[: index - 1] if before in _LINKS else [*tokens[: index - 1], tokens[index - 1].rstrip(",")]
            )
    return tokens


def _may_lead(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the first word can begin a noun phrase for certain."""
    word = bare(tokens[0])
    if not word or word in _PREPOSITIONS or word in _RELATIVE or word in _LINKS or not word[0].isalpha():
        return False
    if word.endswith(tuple(_NOUN_ENDINGS)) or word in lexicon.either:
        return True
    if word.endswith("e") or (word.endswith("a") and len(word) > 3):
        plural = word in lexicon.adjectives or word.endswith(_ADJECTIVE_ENDINGS)
        return plural and len(tokens) > 1 and bare(tokens[1]) not in _PREPOSITIONS
    if _infinitive_of(word, lexicon) and len(tokens) > 1 and _has_object(tokens, 0):
        return False
    return len(tokens) <= 4 or any(bare(token) in _PREPOSITIONS | _LINKS for token in tokens[1:])


def _has_finite(kept: Sequence[str]) -> bool:
    for token in kept:
        word = bare(token)
        if word in _RELATIVE:
            return False
        if word in _FINITE:
            return True
    return False


def _ends_open(kept: Sequence[str]) -> bool:
    return bare(kept[-1]) in _LINKS | {"av", "for", "med", "å", "som", "at", "en", "et", "til"}


def _second_person(words: Sequence[str]) -> list[str]:
    """The one spoken to does it: "holde seg oppdatert" is said "holde deg oppdatert"."""
    said = list(words)
    for index in range(1, len(said)):
        word = bare(said[index])
        if word == "seg" and index <= 4:
            said[index] = said[index].replace("seg", "deg")
        elif word in _REFLEXIVE and word != "seg" and (index == 1 or bare(said[index - 1]) in _SECOND_PERSON_AFTER):
            said[index] = said[index].replace(word, _REFLEXIVE[word])
    return said


def _clean(kept: Sequence[str]) -> str:
    return " ".join(kept).strip(" ,;:.–-")
