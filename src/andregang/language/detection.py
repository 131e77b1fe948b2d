"""Which language a document is written in: bokmål, nynorsk, English, Danish and Swedish told apart."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from andregang.domain.text import Language

# A long document says the same thing many times over; its beginning and more than enough of it is read.
_READ = 40_000
_WORD = re.compile(r"[^\W\d_]+")

# Words that stand in one language, or in few. The closed classes carry a language; nouns of the job world help
# where a heading or a single line is all there is.
_ONLY = {
    Language.NB: (
        "ikke jeg hvordan hva hvem hvor hvorfor hvilke hvilken hvilket fra en et mye bare mer noe "
        "noen selv dere deres "
        "være vært ble blitt hos disse dette uten sammen annet gjøre gjør kommer skulle hjem enten mellom erfaring "
        "arbeidsoppgaver oppgaver oppgave stillingen søker søkere søkeren leder ledelse kjennskap utdanning "
        "egenskaper kvalifikasjoner virksomhet ønsker ønskelig fordel samarbeidspartnere ansatte ansatt lønn flere "
        "heter utdanning bokmål skriftlig muntlig mulighet muligheter høyskole videregående faglig "
        "daglig selvstendig uke uker siden "
        "derfor hele egne hovedoppgaver tjenester jobbet hadde jobber deg du vil"
    ),
    Language.NN: (
        "ikkje eg korleis kva kven kvar kvifor kor frå ein eit mykje berre meir noko nokon nokre "
        "sjølv me dykk dykkar "
        "vere vera vore vert vart blei hjå desse denne utan saman anna gjere gjer gjera kjem skulle heim òg anten "
        "mellom røynsle erfaringar arbeidsoppgåver oppgåver oppgåve stillinga søkjar søkjarar søkjaren søkje leiar "
        "leiing kjennskap utdanning eigenskapar kvalifikasjonar einig verksemd verksemda ønskjer ønskjeleg føremon "
        "samarbeidspartnarar tilsette tilsett løn fleire nynorsk skriftleg munnleg moglegheit moglegheiter høgskule "
        "vidaregåande heiter bur utdanning fagleg dagleg sjølvstendig kjenner likar trivst veke "
        "veker sidan difor heile eigne eiga eige "
        "hovudoppgåver kompetansen tenesta tenester hovud medverke"
    ),
    Language.EN: (
        "the and of to with is are was were you we our your will have has this that from by be as at on in or an who "
        "their they it its not which what how when where experience skills work worked responsible knowledge team "
        "requirements about us strong ability years managed led developed for must should would using through"
    ),
    Language.DA: (
        "af ikke jeg hvad hvordan hvilke meget noget nogle nogen blive bliver blev vores jeres jer "
        "jeg mig dig sig os at "
        "hvis kun efter ved igennem både samt arbejde arbejder arbejdet arbejdsopgaver opgaver erfaring uddannelse "
        "stilling stillingen ansøgning ansøger virksomhed virksomheden medarbejder medarbejdere udvikling leder ud "
        "uden sammen selv flere der mere søger gerne dygtig tilbyder hedder"
    ),
    Language.SV: (
        "och att är för inte jag till ett från dig din ditt dina även varit också mycket många några något någon "
        "vilka vilken hur vad vem när erfarenhet arbete efter "
        "arbetet arbetar arbetsuppgifter utbildning tjänst tjänsten ansökan söker sökande kunskap kunskaper "
        "kvalifikationer företag företaget medarbetare utveckling ledare tillsammans själv erbjuder heter"
    ),
    # Enough of the neighbours' small words not to take them for English.
    Language.OTHER: (
        "ich und der die das ist nicht für als einer eine mit auf dem den zu habe wurde bei jahre je les des une est "
        "dans pour avec que qui el la los las una para con por años w na się nie jest przez lat jako oraz do z il di "
        "che per het een van voor met niet"
    ),
}
_SHARED = (
    (
        (Language.NB, Language.NN, Language.DA, Language.SV),
        "i på med har vi som du kan den det om vil man under ut var",
    ),
    ((Language.NB, Language.NN, Language.DA), "og til er for ved kurs også over etter stor god gode både eller de"),
    ((Language.NB, Language.NN, Language.SV), "av"),
    ((Language.NB, Language.NN), "å innen samt gjerne arbeid ansvar år jobb fagbrev norsk muntleg skal må men seg meg"),
    ((Language.NB, Language.DA), "en et være ikke jeg hvor hvordan uden deres gennemført dansk blev"),
    ((Language.NB, Language.SV), "en vara"),
    ((Language.NN, Language.SV), "ein dei vara"),
)
_WORDS: dict[Language, frozenset[str]] = {
    language: frozenset(words.split()).union(*(shared.split() for group, shared in _SHARED if language in group))
    for language, words in _ONLY.items()
}
# What a word is worth falls with the number of the five languages that have it.
_WORTH: dict[str, float] = {
    word: 1.0 / n**2 for word, n in Counter(word for words in _WORDS.values() for word in words).items()
}
_NORDIC = (Language.NB, Language.NN, Language.DA, Language.SV)
_NORSE = (Language.NB, Language.NN, Language.DA)

# Spellings that only some of the languages have. The endings are looked for at the end of a word of five or more.
_ENDINGS = {
    Language.NN: ("ane", "leg", "lege", "ingar", "arar", "asjonar", "heitar", "heiter", "skap", "ande"),
    Language.NB: ("ene", "lig", "lige", "ingen", "inger", "ere", "asjoner", "heter", "skap", "ende"),
    Language.DA: ("elser", "hed", "heder", "erne", "tion", "tioner"),
    Language.SV: ("ade", "liga", "arna", "erna", "orna", "tion", "tioner"),
    Language.EN: ("ing", "ed", "tion", "tions", "ment", "ness", "ship", "ity", "ly", "ers"),
}
_ENDING_WORTH = 0.12
_SPELLING = (
    (re.compile(r"[ö]|ä(?!rz)"), Language.SV, 0.5),
    (re.compile(r"sjon"), Language.NB, 0.15),
    (re.compile(r"sjon"), Language.NN, 0.15),
    (re.compile(r"(?:æ|ø|ej)"), Language.DA, 0.05),
    (re.compile(r"[æø]"), Language.NB, 0.06),
    (re.compile(r"[æø]"), Language.NN, 0.06),
    (re.compile(r"^(?:kv|kj?em|gje|kj)|[^s]kje$|[aeo]ar$|øy"), Language.NN, 0.12),
    (re.compile(r"^arbejd|^hv|ejd|øj[et]|tjene"), Language.DA, 0.2),
    (re.compile(r"^hv|øy"), Language.NB, 0.1),
    (re.compile(r"(?:tt$|ck|th|wh|^w|y$|ough)"), Language.EN, 0.05),
)
_INFINITIVE = re.compile(r"(?<!\w)å(?!\w)", re.IGNORECASE)
_LANGID = {"no": Language.NB, "nb": Language.NB, "nn": Language.NN, "en": Language.EN, "da": Language.DA}
_LANGID["sv"] = Language.SV


def detect_language(text: str) -> Language:
    """The language of a whole document; OTHER when it is none of the five, or has no words.

    Short texts are judged too, a single heading mostly rightly. Never raises.
    """
    words = _WORD.findall(text[:_READ].casefold())
    if not words:
        return Language.OTHER
    scores = _scores(words, text[:_READ])
    best = max(_WORDS, key=scores.__getitem__)
    strength = scores[best] / len(words)
    if strength >= 0.15 or (best in _NORSE and strength >= 0.045 and _clearly_norse(words)):
        return best
    guess = _by_letters(" ".join(words))
    norse = guess in (Language.NB, Language.DA, Language.NN) or len(words) <= 3
    if norse and best in _NORDIC and scores[best] > 0:
        return best
    return guess


def line_languages(lines: Sequence[str], document: Language | None = None) -> list[Language]:
    """The language of each line, in two states only: EN, or NB for any Norwegian (and Danish, Swedish).

    A single line is too short for more. A line with too few cues is in the language of its `document`, or of most of
    the lines beside it; only where no line tells are its letters asked, since that model is slow to load.
    """
    told = [_told_by_cues(line) for line in lines]
    if document is None and None in told:
        clear = Counter(language for language in told if language is not None)
        document = clear.most_common(1)[0][0] if clear else None
    if document is None:
        return [language or _told_by_letters(line) for language, line in zip(told, lines, strict=True)]
    fallback = Language.EN if document is Language.EN else Language.NB
    return [language or fallback for language in told]


@lru_cache(maxsize=8_192)
def _told_by_cues(line: str) -> Language | None:
    words = _WORD.findall(line[:2_000].casefold())
    if not words:
        return None
    scores = _scores(words, line[:2_000])
    nordic = max(scores[language] for language in _NORDIC)
    english = scores[Language.EN]
    if max(nordic, english) < 0.1 or abs(nordic - english) < 0.05:
        return None
    return Language.EN if english > nordic else Language.NB


def _told_by_letters(line: str) -> Language:
    words = _WORD.findall(line[:2_000].casefold())
    return Language.EN if len(words) > 1 and _by_letters(" ".join(words)) is Language.EN else Language.NB


def _scores(words: list[str], text: str) -> dict[Language, float]:
    scores = dict.fromkeys(_WORDS, 0.0)
    for word, times in Counter(words).items():
        for language, known in _WORDS.items():
            if word in known:
                scores[language] += times * _WORTH[word]
            elif len(word) >= 5 and word.endswith(_ENDINGS.get(language, ())):
                scores[language] += times * _ENDING_WORTH
        for pattern, language, worth in _SPELLING:
            if pattern.search(word):
                scores[language] += times * worth
    infinitives = len(_INFINITIVE.findall(text))
    scores[Language.NB] += 0.4 * infinitives
    scores[Language.NN] += 0.4 * infinitives
    return scores


def _clearly_norse(words: list[str]) -> bool:
    """Whether few cues are enough: names and lists thin them out, yet in a text of some length only Faroese and
    Icelandic come as near. The letters, whose model is slow to load, need not be asked then."""
    return len(words) >= 40 and not any("ð" in word for word in words)


def _by_letters(text: str) -> Language:
    from py3langid import classify  # imported late: it reads its model when first asked

    name, _ = classify(text)
    return _LANGID.get(name, Language.OTHER)
