"""Licences, certificates, authorisations and papers: things one has or has not, whatever the lines resemble."""

import re

from andregang.domain.cv import CvSection
from andregang.domain.evidence.candidates import Candidate
from andregang.domain.evidence.lexicon import finder, groups_in
from andregang.domain.evidence.model import Strength
from andregang.domain.evidence.ruling import Case, Ruling
from andregang.domain.job_ad import ItemKind

_EITHER = re.compile(r"(?<!\w)(?:med eller uten|med eller utan|with or without)(?!\w)", re.IGNORECASE)
_CLASS = re.compile(r"(?<!\w)(?<![a-zæøå]-)(BE|B|C1E|C1|CE|C|D1E|D1|DE|D|A1|A2|A|M146|M147|S|T)(?![\w+#])(?!-\s*fag)")
_TRAILER = re.compile(r"(?<!\w)(C1|C|D1|D|B)\s*[,/+og ]{0,4}\s*E(?![\w])")
# Who holds the class on the left holds those on the right (førerkortforskriften kapittel 3).
_COVERS = {
    "BE": "B",
    "C1": "B",
    "C1E": "C1 BE B",
    "C": "C1 B",
    "CE": "C C1 C1E BE B",
    "D1": "B",
    "D1E": "D1 BE B",
    "D": "D1 B",
    "DE": "D D1 D1E BE B",
}


def rule_on_papers(case: Case) -> Ruling | None:
    """Police certificates, vaccinations, clearances: only there when the CV says so."""
    return _named(case, "evidence.paper", "paper")


def _named(case: Case, name: str, rule: str) -> Ruling | None:
    pattern = finder(case.vocabulary, name)
    hit = pattern.search(case.text)
    if hit is None:
        return None
    wanted = hit[0].casefold()[:7]
    lines = tuple(
        c.index for c in case.candidates for other in pattern.finditer(c.text) if other[0].casefold()[:7] == wanted
    )
    return Ruling(
        rule,
        Strength.DIRECT if lines else Strength.NONE,
        tuple(dict.fromkeys(lines)),
        hit[0],
        case.candidates[lines[0]].text if lines else "",
    )


def rule_on_age(case: Case) -> Ruling | None:
    """Grown up: a date of birth, else anything one is an adult to have."""
    hit = finder(case.vocabulary, "evidence.age").search(case.text)
    if hit is None or len(case.text) > 60 + len(hit[0]):
        return None
    born = finder(case.vocabulary, "evidence.born")
    lines = [c.index for c in case.candidates if born.search(c.text) and re.search(r"(?:19|20)\d\d", c.text)]
    lines += [c.index for c in case.candidates if c.section is CvSection.EDUCATION and _adult_study(c, case)]
    lines += [c.index for c in case.candidates if c.heads and _long_ago(c, case)]
    strength = Strength.DIRECT if lines else Strength.NONE
    return Ruling("age", strength, tuple(lines), hit[0], case.candidates[lines[0]].text if lines else "")


def _adult_study(candidate: Candidate, case: Case) -> bool:
    return any(int(name[0]) >= 5 for name in groups_in(candidate.text, case.vocabulary, "evidence.level"))


def _long_ago(candidate: Candidate, case: Case) -> bool:
    role = candidate.role
    return role is not None and role.start is not None and case.today.year - role.start.year >= 5


def licence_classes(text: str) -> frozenset[str]:
    """The driving licence classes a line names: "kl. B og BE", "C1-C,E", "CE"."""
    found = {hit[1] for hit in _CLASS.finditer(text)}
    found |= {hit[1] + "E" for hit in _TRAILER.finditer(text)}
    return frozenset(found)


def rule_on_licence(case: Case) -> Ruling | None:
    """Driving licence with its classes; the first class asked for decides between direct and transferable."""
    pattern = finder(case.vocabulary, "evidence.licence")
    if case.item.kind not in (ItemKind.MUST, ItemKind.SHOULD) or not pattern.search(case.text):
        return None
    asked = licence_classes(case.text) or frozenset({"B"})
    holding = [(c, licence_classes(c.text)) for c in case.candidates if pattern.search(c.text)]
    lines: list[tuple[int, int]] = []
    held: set[str] = set()
    for candidate, classes in holding:
        covered = set(classes or {"B"})
        for name in classes:
            covered.update(_COVERS.get(name, "").split())
        held |= covered
        lines.append((-len(covered & asked), candidate.index))
    lines = sorted(line for line in lines if line[0]) or sorted(lines)
    rest = _certificates(case)
    if not held & asked:
        lines = []
    order = (*(index for _, index in lines), *(index for index in rest if index not in {i for _, i in lines}))
    if not order:
        return Ruling("licence", Strength.NONE, (), " ".join(sorted(asked)), "")
    strength = Strength.DIRECT if held & asked else Strength.TRANSFERABLE
    if len(asked) > 1 and asked - held and "eller" not in case.text:
        strength = Strength.DIRECT if len(held & asked) * 2 >= len(asked) else Strength.TRANSFERABLE
    return Ruling("licence", strength, order, " ".join(sorted(asked)), " ".join(sorted(held)))


def rule_on_certificates(case: Case) -> Ruling | None:
    """Named certificates and courses: forklift, hot work, crane, machine, sea, guard …"""
    if case.item.kind not in (ItemKind.MUST, ItemKind.SHOULD):
        return None
    asked = groups_in(case.text, case.vocabulary, "evidence.certificate")
    if not asked:
        return None
    lines = tuple(_certificates(case))
    held = {name for index in lines for name in _groups(case.candidates[index], case) if name in asked}
    if not lines:
        return Ruling("certificate", Strength.NONE, (), case.text, "")
    first = next(iter(asked))
    strength = Strength.DIRECT if first in held or len(held) * 2 >= len(asked) else Strength.TRANSFERABLE
    return Ruling("certificate", strength, lines, case.text, case.candidates[lines[0]].text)


def _certificates(case: Case) -> list[int]:
    """Lines with a certificate the ad line names, in the order it names them."""
    asked = list(groups_in(case.text, case.vocabulary, "evidence.certificate"))
    hits = [
        (asked.index(name), candidate.index)
        for candidate in case.candidates
        for name in _groups(candidate, case)
        if name in asked
    ]
    return list(dict.fromkeys(index for _, index in sorted(hits)))


def _groups(candidate: Candidate, case: Case) -> dict[str, int]:
    if candidate.section in (CvSection.WORK, CvSection.VOLUNTEER) and not candidate.heads:
        # "Kjørte truck" is practice, not a certificate.
        return {}
    return groups_in(candidate.text, case.vocabulary, "evidence.certificate")


def rule_on_authorisation(case: Case) -> Ruling | None:
    """Authorisation or licence for a profession; the degree behind it is near, a job under the title is enough."""
    words = case.vocabulary
    pattern = finder(words, "evidence.authorisation")
    hit = pattern.search(case.text)
    if case.item.kind not in (ItemKind.MUST, ItemKind.SHOULD) or hit is None or _EITHER.search(case.text):
        return None
    wanted = set(groups_in(case.text, words, "evidence.profession"))
    if not wanted and case.ad.title:
        wanted = set(groups_in(case.ad.title.value, words, "evidence.profession"))
    stated, practised, studied = [], [], []
    for candidate in case.candidates:
        professions = set(groups_in(candidate.text, words, "evidence.profession"))
        if wanted and not wanted & professions:
            continue
        if pattern.search(candidate.text):
            stated.append(candidate.index)
        elif wanted and candidate.heads and candidate.section is CvSection.WORK:
            practised.append(candidate.index)
        elif wanted and candidate.section is CvSection.EDUCATION:
            studied.append(candidate.index)
    lines = (*stated, *practised, *studied)
    if not lines:
        return Ruling("authorisation", Strength.NONE, (), hit[0], "")
    strength = Strength.DIRECT if stated or (practised and studied) else Strength.TRANSFERABLE
    return Ruling("authorisation", strength, lines, hit[0], case.candidates[lines[0]].text)
