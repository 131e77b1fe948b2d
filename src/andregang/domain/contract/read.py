"""`read_contract`: a contract against aml. § 14-6 and the terms to ask about (substance 5.4, 5.5)."""

import datetime as dt

from andregang.domain.contract import cautions as raising
from andregang.domain.contract import dates, numbers
from andregang.domain.contract.clauses import Clause, read_clauses
from andregang.domain.contract.deadlines import is_over_half, term_length
from andregang.domain.contract.items import Finding, field_of, find_item, presence_in, referred
from andregang.domain.contract.kind import kind_of
from andregang.domain.contract.lengths import find_lengths
from andregang.domain.contract.model import (
    ITEMS,
    Caution,
    ContractKind,
    ContractReading,
    FoundCaution,
    FoundItem,
    Length,
    Pay,
    Presence,
    Terms,
)
from andregang.domain.contract.notice import Notice, find_notices
from andregang.domain.contract.parties import find_parties
from andregang.domain.contract.phrases import Phrases
from andregang.domain.source import Quote, Stated
from andregang.domain.text import DocumentText, fold
from andregang.domain.vocabulary import Vocabulary

_BY_PHRASES = ("KT02", "KT03", "KT07", "KT09", "KT10", "KT11", "KT13", "KT14", "KT15", "KT16", "KT17")
_OPENING = 400
_LONGEST_PROBATION = 6
_BEFORE = 90
# A shorter time beside the word is the notice in it.
_SHORTEST_PROBATION = 21


def read_contract(content: DocumentText, vocabulary: Vocabulary, digest: str = "") -> ContractReading:
    """Read one employment contract in bokmål, nynorsk or English. Never raises on any text.

    `vocabulary` holds the lists `contract.*`; `digest` is the document's, for the quotes.
    """
    return _Reader(content, Phrases(vocabulary), digest).read()


class _Reader:
    def __init__(self, content: DocumentText, phrases: Phrases, digest: str) -> None:
        self.text, self.phrases, self.digest = content.text, phrases, digest
        self.clauses = read_clauses(content)
        self.kind, self.temporary = kind_of(self.clauses, fold(self.text[:_OPENING]), phrases)
        self.notices = find_notices(self.clauses, phrases)
        self.probation = self._probation()
        self.start = next((clause for clause in self.clauses if dates.is_start(clause, phrases)), None)
        self.duration = self._duration() if self.temporary else None

    def read(self) -> ContractReading:
        found = self._found()
        applicable = self._applicable()
        terms = self._terms(found)
        raised = self._cautions(found, terms)
        if any(caution is Caution.HOURS_NOT_CALCULABLE for caution, _ in raised):
            found["KT10"] = (found["KT10"][0], Presence.VAGUE)
        return ContractReading(
            kind=self.kind,
            temporary=self.temporary,
            applicable=applicable,
            found=tuple(
                FoundItem(item, self._quote(found[item][0]), found[item][1]) for item in applicable if item in found
            ),
            missing=tuple(item for item in applicable if item not in found),
            cautions=tuple(
                FoundCaution(caution, self._quote(clause) if clause else None) for caution, clause in raised
            ),
            terms=terms,
        )

    def _quote(self, clause: Clause) -> Quote:
        return Quote(self.digest, clause.start, clause.end, clause.words)

    def _applicable(self) -> tuple[str, ...]:
        speaks = any(self._speaks_of_probation(clause) for clause in self.clauses)
        flexible = find_item("KT12", self.clauses, self.phrases) is not None
        left_out = {
            "KT05": not self.temporary,
            "KT06": not speaks or any(self.phrases.in_("KT06.none", clause.spoken) for clause in self.clauses),
            "KT12": not flexible,
            "KT15": self.kind is not ContractKind.STAFFING,
        }
        return tuple(item for item in ITEMS if not left_out.get(item))

    def _speaks_of_probation(self, clause: Clause) -> bool:
        return self.phrases.in_("KT06.speaks", f"{clause.topic}: {clause.words}")

    def _found(self) -> dict[str, Finding]:
        found: dict[str, Finding] = {}
        parties = find_parties(self.text, self.clauses, self.phrases)
        ordinary = next((notice.clause for notice in self.notices if not notice.in_probation), None)
        ordinary = ordinary or next((c for c in self.clauses if self._points_to_notice(c)), None)
        single = {"KT01": parties, "KT04": self.start, "KT08": ordinary}
        single["KT05"] = self.duration
        single["KT06"] = self.probation[0] if self.probation else None
        for item, clause in single.items():
            if clause is not None:
                found[item] = (clause, Presence.STATED if item != "KT08" else presence_in(clause, self.phrases))
        for item in (*_BY_PHRASES, "KT12"):
            finding = find_item(item, self.clauses, self.phrases)
            if finding is not None:
                found[item] = finding
        for item, finding in referred(self.clauses, self.phrases, named="KT13" in found).items():
            found.setdefault(item, finding)
        return found

    def _points_to_notice(self, clause: Clause) -> bool:
        words = clause.spoken
        return self.phrases.in_("KT08.by_law", words) and not self.phrases.in_("KT08.not", words)

    def _probation(self) -> tuple[Clause, Length] | None:
        phrases = self.phrases
        for clause in self.clauses:
            words = clause.words
            lengths = list(find_lengths(words))
            if not lengths:
                continue
            if phrases.is_("KT06.label", field_of(clause)) and not phrases.in_(
                "notice.says", words[: lengths[0].end + 12]
            ):
                return clause, lengths[0].length
            if not phrases.in_("KT06.speaks", words):
                continue
            for length in lengths:
                if length.length.rough_days < _SHORTEST_PROBATION:
                    continue
                before, after = words[: length.start].rstrip(" (~"), words[length.end :].lstrip(" ),")
                stated = phrases.ends("KT06.length_before", before[-_BEFORE:])
                if stated and not phrases.in_("KT06.notice_before", before):
                    return clause, length.length
                if phrases["KT06.length_after"].match(after):
                    return clause, length.length
        return None

    def _duration(self) -> Clause | None:
        phrases = self.phrases
        for clause in self.clauses:
            if (
                clause.label
                and phrases.is_("KT05.duration_label", clause.label)
                and not phrases.in_("KT05.not", clause.words)
            ):
                return clause
            if phrases.in_("KT05.not", clause.words) or not phrases.in_("KT05.duration", clause.spoken):
                continue
            if phrases.in_("KT05.about", f"{clause.topic}: {clause.words}"):
                return clause
        return None

    def _ground(self) -> bool:
        phrases = self.phrases
        if phrases.in_("KT05.ground_in_title", fold(self.text[:_OPENING])[:160]):
            return True
        about = {c.paragraph for c in self.clauses if self._is_about_term(c)}
        for clause in self.clauses:
            field = field_of(clause)
            if field and phrases.is_("KT05.ground_label", field):
                return True
            if not phrases.in_("KT05.ground", clause.words) or phrases.in_("KT05.ground_not", clause.words):
                continue
            if self._is_about_term(clause) or (clause.paragraph in about and phrases.in_("KT05.because", clause.words)):
                return True
        return False

    def _is_about_term(self, clause: Clause) -> bool:
        return clause is self.duration or self.phrases.in_("kind.temporary", f"{clause.topic}: {clause.words}")

    def _terms(self, found: dict[str, Finding]) -> Terms:
        ordinary = [notice for notice in self.notices if not notice.in_probation]
        trial = [notice for notice in self.notices if notice.in_probation]
        end = dates.end_of(self.duration) if self.duration else None
        term = dates.term_of(self.duration) if self.duration and end is None else None
        start = self.start and dates.start_of(self.start)
        hours = ((clause, numbers.weekly_hours_of(clause, self.phrases)) for clause in self.clauses)
        shares = ((clause, numbers.percentage_of(clause, self.phrases)) for clause in self.clauses)
        return Terms(
            start=Stated(start, self._quote(self.start)) if self.start and start else None,
            end=Stated(end, self._quote(self.duration)) if self.duration and end else None,
            term=Stated(term, self._quote(self.duration)) if self.duration and term else None,
            probation=Stated(self.probation[1], self._quote(self.probation[0])) if self.probation else None,
            notice=self._notice(ordinary),
            notice_in_probation=self._notice(trial),
            percentage=next((Stated(value, self._quote(c)) for c, value in shares if value is not None), None),
            weekly_hours=next((Stated(value, self._quote(c)) for c, value in hours if value is not None), None),
            pay=self._pay(found),
        )

    def _notice(self, notices: list[Notice]) -> Stated[Length] | None:
        return Stated(notices[0].length, self._quote(notices[0].clause)) if notices else None

    def _pay(self, found: dict[str, Finding]) -> Stated[Pay] | None:
        clause = found["KT09"][0] if "KT09" in found else None
        pay = numbers.pay_of(clause) if clause else None
        return Stated(pay, self._quote(clause)) if clause and pay else None

    def _cautions(self, found: dict[str, Finding], terms: Terms) -> list[raising.Raised]:
        raised: list[raising.Raised] = []
        if self.probation:
            clause, length = self.probation
            if length.rough_days > _LONGEST_PROBATION * 30 + 4:
                raised.append((Caution.PROBATION_OVER_6_MONTHS, clause))
            if self.temporary and self._is_over_half(length, terms):
                raised.append((Caution.PROBATION_OVER_HALF, clause))
        if self.temporary and not self._ground():
            raised.append((Caution.TEMPORARY_WITHOUT_GROUND, self.duration or self.start))
        short = next(
            (n for n in self.notices if not n.in_probation and not n.agreed and n.length.rough_days < 30), None
        )
        if short:
            raised.append((Caution.SHORT_NOTICE, short.clause))
        hours = found["KT10"][0] if "KT10" in found else None
        job = found["KT03"][0] if "KT03" in found else None
        raised += raising.raise_bans(self.clauses, self.phrases)
        raised += raising.raise_hours(self.clauses, hours, job, self.phrases)
        raised += raising.raise_repayment(self.clauses, self.phrases)
        raised += raising.raise_overtime(self.clauses, self.phrases)
        return sorted(raised, key=lambda one: list(Caution).index(one[0]))

    def _is_over_half(self, probation: Length, terms: Terms) -> bool:
        start = self._term_start(terms)
        if terms.end and start and start < terms.end.value:
            return is_over_half(probation, term_length(start, terms.end.value), start)
        return terms.term is not None and is_over_half(probation, terms.term.value, start)

    def _term_start(self, terms: Terms) -> dt.date | None:
        """The first of the two dates of the term, else the start of the employment."""
        stated = dates.dates_in(self.duration.words) if self.duration else []
        if len(stated) > 1:
            return stated[0][2]
        return terms.start.value if terms.start else None
