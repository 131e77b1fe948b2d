"""Who the parties are: an employer and an employee by name (KT01)."""

import re

from andregang.domain.contract.clauses import Clause
from andregang.domain.contract.phrases import Phrases

_WORD = r"[A-ZÆØÅ][\w&.’'/-]{0,40}"
_FORM = (
    r"(?:AS|ASA|SA|ANS|DA|KF|HF|IKS|NUF|BA|ENK|SE|AB|ApS|Ltd\.?|Limited|Inc\.?|GmbH|kommune|fylkeskommune|barnehage|"
    r"sykehus|sjukehus|universitet|høgskole|høyskole|skole|skule|stiftelse|menighet|barnehager|legesenter|tannklinikk|"
    r"advokatfirma|universitetssykehus|politidistrikt|tingrett|forbund|forening|bispedømme)"
)
_FIRM = re.compile(
    rf"{_WORD}(?:\s(?:og\s|&\s|i\s|for\s)?{_WORD}){{0,6}}\s{_FORM}(?!\w)"
    rf"|(?:Universitetet|Høgskolen|Høgskulen|Høyskolen|Direktoratet|Stiftelsen|Helse|Politiet|Departementet|"
    rf"Statens(?! pensjons)|Norges|Nasjonal\w{{0,12}}|Kystverket|Skatteetaten|Kirkelig|Fylkesmannen|Statsforvalteren)\s"
    rf"(?:i\s|for\s|om\s|ved\s)?\w{{3,30}}|[A-ZÆØÅ]\w{{3,20}}(?:direktoratet|tilsynet|verket|etaten|departementet)(?!\w)"
)
_NUMBER = re.compile(
    r"(?:company registration n(?:o|umber)|"
    r"org(?:\.|anisasjons)?[ -]?(?:nr|nummer|no)|foretaksnummer|føretaksnummer|reg(?:istration|\.)?\s?n(?:o|umber)|"
    r"organi[sz]ation(?:al)? (?:no|number)|company number)\.?:?\s{0,3}(?:NO\s?)?\d{3}\s?\d{3}\s?\d{3}",
    re.IGNORECASE,
)
_PERSON = r"[A-ZÆØÅ][\w’'-]{1,30}(?:\s(?:[A-ZÆØÅ]\.|[A-ZÆØÅ][\w’'-]{1,30}|van|de|von|al|el|bin|der)){1,4}"
_A_PERSON = re.compile(_PERSON)
_AND_PERSON = re.compile(rf"(?:\bog|\band|\bmed|\bdeg,|\bdu,|\byou,)\s(?:(?:Ms|Mr|Mrs|Dr)\.?\s)?{_PERSON}")
_PERSON_IS = re.compile(
    rf"{_PERSON},?\s(?:\(?(?:heretter|hereinafter|the\s[\"“]|«|arbeidstaker|arbeidstakar|employee)"
    r"|ansettes|tilsettes|er ansatt|blir ansatt|blir tilsett|er tilsett|vert tilsett|engasjeres"
    r"|is\s(?:hereby\s)?(?:employed|engaged|"
    r"appointed)|tiltrer|har fått|will be employed|tilbys)"
)
_BETWEEN = re.compile(
    r"\b(?:mellom|between|partene|partane|parties|arbeidsgiver|arbeidsgjevar|employer|heretter|hereinafter)\b", re.I
)
_SIGNED = re.compile(rf"\b(?:[Ff]or|on behalf of)\s(?:the\s)?(?:{_FIRM.pattern})")
_ADDRESSED = re.compile(
    rf"\b(?:Ms|Mr|Mrs|Dr|Fru|Herr)\.?\s{_PERSON}"
    rf"|{_PERSON},?\s(?:bosatt|busett|residing|resident|adresse|\(?[«\"“](?:du|you))"
)
_PARTIES = re.compile(r"(?:avtale)?part(?:er|ene|ar|ane)\b|(?:the )?parties\b")
_HEAD, _TAIL = 400, 400


def find_parties(text: str, clauses: tuple[Clause, ...], phrases: Phrases) -> Clause | None:
    """The clause that names the employer, when the employee is named too."""
    employers = [clause for clause in clauses if _names_employer(clause, phrases)]
    head = " ".join(text[:_HEAD].split("\n"))
    if not employers and (_FIRM.search(head) or _SIGNED.search(text[-_TAIL:])):
        employers = [clause for clause in clauses if _FIRM.search(clause.words)] or list(clauses[:1])
    if not employers:
        return None
    named = any(_names_employee(clause, phrases) for clause in clauses) or _two_signed(text)
    return employers[0] if named else None


def _names_employer(clause: Clause, phrases: Phrases) -> bool:
    words = clause.words
    ours = phrases.is_("generic.label", clause.label) and phrases.is_("employer.heading", clause.heading)
    if clause.label and (ours or phrases.is_("employer.label", clause.label)):
        return re.search(r"[A-ZÆØÅ]\w", words) is not None and not _is_role(words, phrases)
    if _NUMBER.search(words):
        return True
    return _FIRM.search(words) is not None and _BETWEEN.search(words) is not None


def _names_employee(clause: Clause, phrases: Phrases) -> bool:
    words = clause.words
    if phrases.is_("employer.heading", clause.heading) and phrases.is_("generic.label", clause.label):
        return False
    if clause.label and phrases.is_("employee.label", clause.label):
        return _A_PERSON.search(words) is not None
    if _PERSON_IS.search(words) or (_AND_PERSON.search(words) and _BETWEEN.search(words)):
        return True
    if _A_PERSON.search(words) and phrases.in_("employee.says", words):
        return True
    if _stands_as_party(clause):
        return True
    return re.search(r"\b(?:deg|du|you),", words) is not None and _AND_PERSON.search(words) is not None


def _stands_as_party(clause: Clause) -> bool:
    """A name by itself under "Parter", or with a form of address."""
    person = _A_PERSON.search(_FIRM.sub("", clause.words))
    if person is None or person.group().isupper():
        return False
    return bool(_ADDRESSED.search(clause.words)) or bool(_PARTIES.match(clause.heading))


def _is_role(words: str, phrases: Phrases) -> bool:
    """ "Arbeidsgiver: Arbeidstaker:" over two signature lines names nobody."""
    return phrases.is_("employee.label", words.strip(" .:_").lower())


def _two_signed(text: str) -> bool:
    """Printed names under both signatures."""
    signed = [name for line in text[-_TAIL:].split("\n") for name in _A_PERSON.findall(line) if not _FIRM.search(name)]
    return len(set(signed)) > 1
