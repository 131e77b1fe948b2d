"""Names of people in running text, told from firms, titles, places and weekdays."""

import re

_LETTER = "A-ZÆØÅÄÖÉÁŠŽČĐŊŦÜ"
CAPITAL = rf"[{_LETTER}][\w'’]*(?:-[{_LETTER}][\w'’]*){{0,2}}"
_PARTICLE = r"(?:von|van|der|den|de|da|di|af|el|al|bin|la|le|ten|zu)"
FULL_NAME = re.compile(
    rf"(?<![\w@.])(?P<name>{CAPITAL}(?: (?:{_PARTICLE} ){{0,2}}(?:{CAPITAL}|[{_LETTER}]\.)){{1,4}})(?![\w@])"
)
SINGLE_NAME = re.compile(rf"(?<![\w@.])(?P<name>{CAPITAL})(?![\w@])")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
PHONE = re.compile(
    r"(?<![\w/:.-])(?:(?:\+|00)\d{2}[ .]?(?:\(0\))?)?(?:\d{3}[ .]\d{2}[ .]\d{3}|\d{2}[ .]\d{2}[ .]\d{2}[ .]\d{2}|\d{8}|\d{4}[ .]\d{4}"
    r"|\d{3}[ .]\d{3}[ .]\d{2,4}|\d{5}[ .]\d{6})(?![\w]|[ .]\d|[.:]\d)"
)
_NO_NAME = frozenset(
    ["hei", "takk", "vi", "du", "jeg", "eg", "det", "den", "de", "vår", "vårt", "våre", "dette", "denne", "når", "hvor", "hva", "hvem", "kan", "vil", "har", "er", "med", "fra", "frå", "til", "på", "ved", "hos", "for", "og", "eller", "men", "så", "da", "som", "ta", "gi", "svar", "send", "ring", "husk", "hugs", "sted", "tid", "dato", "stad", "kvar", "kven", "kva", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "måndag", "tysdag", "laurdag", "sundag", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "januar", "februar", "mars", "juni", "juli", "august", "september", "oktober", "november", "desember", "january", "february", "march", "june", "july", "october", "december", "teams", "microsoft", "google", "zoom", "meet", "whereby", "webex", "skype", "outlook", "exchange", "norge", "norway", "norsk", "norges", "asa", "iks", "sf", "ks", "kf", "ans", "group", "gruppen", "holding", "kommune", "fylkeskommune", "sykehus", "sjukehus", "skole", "skule", "universitet", "høgskole", "university", "college", "campus", "building", "room", "seminar", "ltd", "inc", "department", "avdeling", "seksjon", "the", "a", "an", "we", "you", "your", "our", "my", "hello", "hi", "dear", "please", "thank", "thanks", "best", "kind", "regards", "with", "yours", "sincerely", "interview", "second", "first", "third", "intervju", "andregangsintervju", "andregongsintervju", "innkalling", "invitasjon", "møte", "møterom", "rådhuset", "re", "sv", "vs", "fw", "fwd", "emne", "subject", "from", "cc", "date", "sendt", "sent", "mvh", "vh", "hilsen", "helsing", "klem", "beste", "vennlig", "vennleg", "venleg", "agenda", "program", "plan", "presentasjon", "case", "oppgave", "hms", "nsf", "lo", "cv", "etg", "stillingen", "stilling", "jobben", "påske", "excel", "word", "powerpoint", "linkedin", "finn", "webcruiter", "easycruit", "jobbportalen", "styret", "fagforbundet", "utdanningsforbundet", "tekna", "nito", "adr", "nav", "id", "ip", "it", "ikt", "opq", "shl", "mobil", "telefon", "tlf", "tel", "mob", "adresse", "besøk", "postadresse", "postboks", "her", "der", "nå", "no", "om", "at", "etter", "før", "under", "over", "also", "there", "ingen", "alle", "noen", "begge", "også", "vedlagt", "stedet", "stille", "central", "european", "professor", "committee", "panel", "team", "talent", "recruiting", "recruitment", "careers", "hr", "people", "culture", "business", "kafé", "kafe", "restaurant", "hotell", "butikk", "as", "bemanning", "rekruttering", "search", "executive", "partner", "partners", "advokatfirmaet", "senter", "center", "centre", "lab", "labs", "kunden", "kundens", "fylkeshuset", "herredshuset", "adressen", "kontoret", "lenke", "lenkje", "sjømat", "energi", "teknikk", "bygg", "verft", "logistikk", "forsikring", "aqua", "consulting", "eiendom", "transport"]
)
_PLACE_END = re.compile(
    r"(?:gata|gaten|veien|vegen|plassen|torget|bygget|huset|skole|skule|sykehus|sjukehus|kommune|rekruttering|bemanning"
    r"|terminal|kontor|kontoret|barnehage|gjestegård|campus|street|road|building)\Z",
    re.IGNORECASE,
)


def is_name(words: str) -> bool:
    """Whether capitalised words can be a person's name: no firm, street, weekday or greeting among them."""
    parts = words.split()
    return bool(parts) and not any(
        part.lower().strip(".") in _NO_NAME or _PLACE_END.search(part) or (part.isupper() and len(part) > 2)
        for part in parts
    )


def same_person(one: str, other: str) -> bool:
    """Whether two names can be the same person's: the shorter's words stand in the longer, the first name first."""
    a, b = one.lower().split(), other.lower().split()
    if len(a) > len(b):
        a, b = b, a
    return bool(a) and (a[0] == b[0] if len(a) == 1 else all(word in b for word in a) and (a[0] == b[0] or len(a) > 1))
