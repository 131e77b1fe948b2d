"""How one is employed: for good, for a time, or by an agency that hires out."""

import re

from andregang.domain.contract.clauses import Clause
from andregang.domain.contract.model import ContractKind
from andregang.domain.contract.phrases import Phrases

_TICKED = re.compile(r"(?:[☒☑✓✔✗✘]|\[[xX]\]|\([xX]\))\s{0,3}([^\W\d_]{3,30}(?: [^\W\d_]{3,30})?)")
_UNTICKED = re.compile(
    r"(?:[☐□]|\[ ?\]|\( ?\))\s{0,3}[^\W\d_]{3,30}(?: stilling\w{0,5}| ansettelse\w{0,5}| tilsetjing)?"
)
_TITLE_LENGTH = 200


def kind_of(clauses: tuple[Clause, ...], opening: str, phrases: Phrases) -> tuple[ContractKind, bool]:
    """The kind of contract, and whether it is for a time. `opening` is the text's beginning, with its title."""
    temporary = _is_temporary(clauses, opening, phrases)
    if _is_staffing(clauses, opening, phrases):
        return ContractKind.STAFFING, temporary
    return (ContractKind.TEMPORARY if temporary else ContractKind.PERMANENT), temporary


def _is_staffing(clauses: tuple[Clause, ...], opening: str, phrases: Phrases) -> bool:
    said = sum(phrases.in_("kind.staffing", f"{clause.topic}: {clause.words}") for clause in clauses)
    return said > 1 or (said > 0 and phrases.in_("kind.staffing", opening[:_TITLE_LENGTH]))


def _is_temporary(clauses: tuple[Clause, ...], opening: str, phrases: Phrases) -> bool:
    for_a_time, for_good = _weigh(opening[:_TITLE_LENGTH], phrases)
    for_a_time, for_good = 2 * for_a_time, 2 * for_good
    for clause in clauses:
        a_time, good = _weigh(clause.words, phrases)
        if clause.label and phrases.is_("kind.title", clause.label):
            a_time, good = 4 * a_time, 4 * good
        if clause.label and phrases.is_("KT05.duration_label", clause.label) and re.search(r"\d", clause.words):
            a_time += 1
        for_a_time, for_good = for_a_time + a_time, for_good + good
    return for_a_time > for_good


def _weigh(words: str, phrases: Phrases) -> tuple[int, int]:
    """How strongly words speak for employment for a time, and for good; a ticked box speaks loudest."""
    for_a_time = for_good = 0
    for ticked in _TICKED.findall(words):
        for_a_time += 9 * phrases.in_("kind.temporary", ticked)
        for_good += 9 * phrases.in_("kind.permanent", ticked)
    rest = _UNTICKED.sub(" ", words)
    rest = phrases["kind.not_temporary"].sub(" ", phrases["kind.not_permanent"].sub(" ", rest))
    for_a_time += phrases.in_("kind.temporary", rest)
    for_good += phrases.in_("kind.permanent", rest)
    return for_a_time, for_good
