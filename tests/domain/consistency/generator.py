"""Seeded pairs in three languages: the same thing told in two places, with one value changed or none.

`training` and `held_out` take their subjects, employers and wordings from lists that share nothing, so that what was
tuned on the one is measured on the other.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

NB_TENS = {20: "tjue", 30: "tretti", 40: "førti", 50: "femti", 60: "seksti", 70: "sytti", 80: "åtti", 90: "nitti"}
EN_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
NB_ONES = (
    "_ en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten".split()
)
EN_ONES = (
    "_ one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()


def spelled(number: int, language: str) -> str:
    """A number from 2 to 99 in words."""
    ones, tens = (EN_ONES, EN_TENS) if language == "en" else (NB_ONES, NB_TENS)
    if number < 20:
        return ones[number]
    rest = number % 10
    return tens[number - rest] + (("-" if language == "en" else "") + ones[rest] if rest else "")


@dataclass(frozen=True)
class Pair:
    """Two places and what differs between them; no topic when nothing does."""

    topic: str
    language: str
    one: str
    other: str


TRAINING = {
    "rate": {
        "nb": ["svinnet", "sykefraværet", "energiforbruket", "antall avvik", "feilprosenten", "omløpstiden", "papirbruken"],
        "nn": ["svinnet", "sjukefråværet", "energibruken", "talet på avvik", "feilprosenten", "papirbruken", "vassforbruket"],
        "en": ["waste", "sick leave", "energy use", "the error rate", "paper use", "water consumption", "overtime"],
    },
    "count": {
        "nb": ["kunder", "lærlinger", "leverandører", "kommuner", "maskiner", "fartøy", "vikarer"],
        "nn": ["kundar", "lærlingar", "leverandørar", "kommunar", "maskiner", "fartøy", "vikarar"],
        "en": ["customers", "apprentices", "suppliers", "municipalities", "machines", "vessels", "temps"],
    },
    "employer": ["Nordvik Fisk", "Haugland Bygg", "Vestlys Energi", "Solheim Regnskap", "Kystverk Data"],
    "titles": {
        "nb": [("avdelingsleder", "teamleder"), ("prosjektleder", "anleggsleder"), ("sykepleier", "helsefagarbeider"),
               ("innkjøper", "selger"), ("seniorrådgiver", "rådgiver")],
        "nn": [("avdelingsleiar", "teamleiar"), ("prosjektleiar", "anleggsleiar"), ("sjukepleiar", "helsefagarbeidar"),
               ("innkjøpar", "seljar"), ("seniorrådgjevar", "rådgjevar")],
        "en": [("department manager", "team leader"), ("project manager", "site manager"), ("nurse", "healthcare assistant"),
               ("buyer", "salesperson"), ("senior adviser", "adviser")],
    },
    "reasons": {
        "nb": ["det ble nedbemanning", "jeg ville ha nye utfordringer", "vikariatet gikk ut", "vi flyttet", "jeg ville studere"],
        "nn": ["det vart nedbemanning", "eg ville ha nye utfordringar", "vikariatet gjekk ut", "vi flytta", "eg ville studere"],
        "en": ["there were redundancies", "I wanted a new challenge", "the contract ended", "we moved to Bergen", "I wanted to study"],
    },
}  # fmt: skip

HELD_OUT = {
    "rate": {
        "nb": ["skadefrekvensen", "strømforbruket", "reisekostnadene", "svartiden", "returandelen", "kvotetapet", "oppsigelsesraten"],
        "nn": ["skadefrekvensen", "straumforbruket", "reisekostnadene", "svartida", "returdelen", "fôrspillet", "oppseiingsraten"],
        "en": ["the accident rate", "electricity consumption", "travel costs", "response time", "the return rate", "feed loss", "churn"],
    },
    "count": {
        "nb": ["sauer", "medlemmer", "elever", "skranker", "biblioteker", "oppdrag", "turister"],
        "nn": ["sauer", "medlemmer", "elevar", "skrankar", "bibliotek", "oppdrag", "turistar"],
        "en": ["sheep", "members", "pupils", "counters", "libraries", "assignments", "tourists"],
    },
    "employer": ["Bergvik Trelast", "Fonnheim Museum", "Orbit Media", "Lumen Optikk", "Skarven Reiser"],
    "titles": {
        "nb": [("kjøkkensjef", "servitør"), ("driftsleder", "lagerleder"), ("tømrer", "murer"), ("regnskapsfører", "controller"),
               ("nestleder", "daglig leder")],
        "nn": [("kjøkkensjef", "servitør"), ("driftsleiar", "lagerleiar"), ("tømrar", "murar"), ("rekneskapsførar", "controller"),
               ("nestleiar", "dagleg leiar")],
        "en": [("head chef", "waiter"), ("operations manager", "warehouse manager"), ("carpenter", "electrician"),
               ("accountant", "auditor"), ("junior developer", "senior developer")],
    },
    "reasons": {
        "nb": ["bedriften gikk konkurs", "jeg ville ha mer ansvar", "engasjementet var tidsbegrenset", "reiseveien ble for lang",
               "jeg fikk vondt i ryggen"],
        "nn": ["verksemda gjekk konkurs", "eg ville ha meir ansvar", "engasjementet var tidsavgrensa", "reisevegen vart for lang",
               "eg fekk vondt i ryggen"],
        "en": ["the firm went bankrupt", "I wanted more responsibility", "it was a fixed-term post", "the commute was too long",
               "of my health"],
    },
}  # fmt: skip

RATE_TOLD = {
    "nb": ["Vi fikk ned {s} med {v} prosent.", "Etter ett år var {s} redusert med {v} prosent.", "Jeg planla nye rutiner. Da gikk {s} ned {v} prosent, og alle merket det.",
           "Resultatet var at {s} sank {v} prosent."],
    "nn": ["Vi fekk ned {s} med {v} prosent.", "Etter eitt år var {s} redusert med {v} prosent.", "Eg planla nye rutinar. Då gjekk {s} ned {v} prosent, og alle merka det.",
           "Resultatet var at {s} sokk {v} prosent."],
    "en": ["We reduced {s} by {v} percent.", "After a year {s} was down {v} percent.", "I planned new routines. Then {s} fell {v} percent, and everyone noticed.",
           "The result was that {s} dropped by {v} percent."],
}  # fmt: skip
RATE_WRITTEN = {
    "nb": ["Reduserte {s} med {v} %", "Fikk {s} ned {v} prosent gjennom nye rutiner", "{s} ned {v} prosent på ett år"],
    "nn": ["Reduserte {s} med {v} %", "Fekk {s} ned {v} prosent gjennom nye rutinar", "{s} ned {v} prosent på eitt år"],
    "en": [
        "Reduced {s} by {v}%",
        "Cut {s} by {v} percent through new routines",
        "Brought {s} down {v} per cent in a year",
    ],
}
COUNT_TOLD = {
    "nb": ["Jeg fulgte opp {v} {s} hver uke.", "Da hadde jeg ansvar for {v} {s}."],
    "nn": ["Eg følgde opp {v} {s} kvar veke.", "Då hadde eg ansvar for {v} {s}."],
    "en": ["I followed up {v} {s} every week.", "I was responsible for {v} {s} then."],
}
COUNT_WRITTEN = {
    "nb": ["Oppfølging og ansvar: {v} {s} hver uke", "Ansvar for oppfølging av {v} {s}"],
    "nn": ["Oppfølging og ansvar: {v} {s} kvar veke", "Ansvar for oppfølging av {v} {s}"],
    "en": ["Responsible for weekly follow-up of {v} {s}", "Follow-up of and responsible for {v} {s} every week"],
}
TITLE_TOLD = {
    "nb": ["Jeg jobbet som {t} i {e}.", "I {e} var jeg {t}.", "Jeg var {t} hos {e} den gangen."],
    "nn": ["Eg jobba som {t} i {e}.", "I {e} var eg {t}.", "Eg var {t} hos {e} den gongen."],
    "en": ["I worked as a {t} at {e}.", "At {e} I was a {t}.", "I was the {t} at {e} back then."],
}
REASON_TOLD = {
    "nb": ["Jeg sluttet fordi {r}.", "Grunnen til at jeg sa opp i {e}, var at {r}."],
    "nn": ["Eg slutta fordi {r}.", "Grunnen til at eg sa opp i {e}, var at {r}."],
    "en": ["I left because {r}.", "The reason I quit my job at {e} was that {r}."],
}
BEGAN = {
    "nb": ["Jeg begynte i {e} i {y}.", "Jeg ble ansatt hos {e} i {y}.", "I {y} fikk jeg jobb i {e}."],
    "nn": ["Eg byrja i {e} i {y}.", "Eg vart tilsett hos {e} i {y}.", "I {y} fekk eg jobb i {e}."],
    "en": ["I joined {e} in {y}.", "I started at {e} in {y}.", "In {y} I was hired by them at {e}."],
}
WISH = {
    "nb": ["Jeg ønsker {v} i lønn.", "Lønnskravet mitt er {v}.", "Jeg sa at jeg ser for meg en lønn på {v}."],
    "nn": ["Eg ønskjer {v} i løn.", "Lønskravet mitt er {v}.", "Eg sa at eg ser for meg ei løn på {v}."],
    "en": ["I hope for a salary of {v}.", "My salary expectation is {v}.", "I said I would like a salary of {v}."],
}


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _amount(thousands: int, language: str, random_: random.Random) -> str:
    if language == "en":
        forms = [f"{thousands},000 kroner", f"NOK {thousands} 000", f"{thousands}k", f"{thousands} thousand"]
    else:
        forms = [
            f"{thousands} 000",
            f"{thousands} 000 kroner",
            f"{thousands}k",
            f"{thousands} tusen",
            f"kr {thousands} 000",
        ]
    return random_.choice(forms)


def _number(value: int, language: str, random_: random.Random) -> str:
    return spelled(value, language) if random_.random() < 0.4 else str(value)


def pairs(words: dict, seed: int, count: int) -> Iterator[Pair]:
    """`count` pairs with one value changed, then as many without; topics and languages in turn."""
    chance = random.Random(seed)
    topics = ("figure", "date", "title", "reason", "pay")
    for clean in (False, True):
        for number in range(count):
            topic, language = topics[number % 5], ("nb", "nn", "en")[number // 5 % 3]
            yield _pair(topic, language, words, chance, clean=clean)


def _pair(topic: str, language: str, words: dict, chance: random.Random, *, clean: bool) -> Pair:
    made = {"figure": _figures, "date": _dates, "title": _titles, "reason": _reasons, "pay": _pay}[topic]
    one, other = made(language, words, chance, clean)
    if chance.random() < 0.5:
        one = _padded(one, language, chance)
    return Pair("" if clean else topic, language, one, other)


PADDING = {
    "nb": ["Jeg likte å jobbe der.", "Det var en travel tid.", "Vi var en fin gjeng.", "Etterpå snakket vi om det."],
    "nn": ["Eg likte å jobbe der.", "Det var ei travel tid.", "Vi var ein fin gjeng.", "Etterpå snakka vi om det."],
    "en": ["I liked working there.", "It was a busy time.", "We were a good crew.", "We talked about it afterwards."],
}


def _padded(words: str, language: str, chance: random.Random) -> str:
    return f"{chance.choice(PADDING[language])} {words} {chance.choice(PADDING[language])}"


def _figures(language: str, words: dict, chance: random.Random, clean: bool) -> tuple[str, str]:
    told, written, kind = (
        (RATE_TOLD, RATE_WRITTEN, "rate") if chance.random() < 0.6 else (COUNT_TOLD, COUNT_WRITTEN, "count")
    )
    subjects = words[kind][language]
    subject = chance.choice(subjects)
    value = chance.randint(3, 60)
    other = value
    also = subject
    if not clean:
        while abs(other - value) < 2:
            other = chance.randint(3, 60)
    elif chance.random() < 0.6:
        also = chance.choice([one for one in subjects if one != subject])
        other = chance.randint(3, 60)
    one = chance.choice(told[language]).format(s=subject, v=_number(value, language, chance))
    two = chance.choice(written[language]).format(s=also, v=_number(other, language, chance))
    return _sentence(one), _sentence(two)


def _dates(language: str, words: dict, chance: random.Random, clean: bool) -> tuple[str, str]:
    employer = chance.choice(words["employer"])
    year = chance.randint(2008, 2022)
    other, also = year, employer
    if not clean:
        other = year + chance.choice([-3, -2, -1, 1, 2, 3])
    elif chance.random() < 0.5:
        also = chance.choice([one for one in words["employer"] if one != employer])
        other = chance.randint(2000, 2007)
    one = chance.choice(BEGAN[language]).format(e=employer, y=year)
    title = chance.choice(words["titles"][language])[0]
    return one, f"CV: {_sentence(title)} | {also} | {other} | {other + 4}"


def _titles(language: str, words: dict, chance: random.Random, clean: bool) -> tuple[str, str]:
    employer, (title, lesser) = chance.choice(words["employer"]), chance.choice(words["titles"][language])
    also = employer
    stated = title if clean else lesser
    if clean and chance.random() < 0.5:
        also, stated = chance.choice([one for one in words["employer"] if one != employer]), lesser
    one = chance.choice(TITLE_TOLD[language]).format(t=title, e=employer)
    return one, f"CV: {_sentence(stated)} | {also} | 2015 | 2019"


def _reasons(language: str, words: dict, chance: random.Random, clean: bool) -> tuple[str, str]:
    reasons = words["reasons"][language]
    reason = chance.choice(reasons)
    other = reason if clean else chance.choice([one for one in reasons if one != reason])
    employer = chance.choice(words["employer"])
    one = chance.choice(REASON_TOLD[language]).format(r=reason, e=employer)
    return one, chance.choice(REASON_TOLD[language]).format(r=other, e=employer)


def _pay(language: str, words: dict, chance: random.Random, clean: bool) -> tuple[str, str]:
    value = 10 * chance.randint(45, 95)
    other = value if clean else value + chance.choice([-80, -60, -40, 40, 60, 80])
    one = chance.choice(WISH[language]).format(v=_amount(value, language, chance))
    return one, chance.choice(WISH[language]).format(v=_amount(other, language, chance))
