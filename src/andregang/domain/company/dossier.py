"""The dossier: every fact with its source and date, the newest accounts with what they mean, and the worksheet."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.company.facts import accounts_in
from andregang.domain.company.figures import Caution, Derived, cautions_of, derive, year_before
from andregang.domain.company.model import Accounts, CompanyFact, FactField, FactSource, Scope
from andregang.domain.company.saying import LINES, sayings
from andregang.domain.job_ad import JobAd
from andregang.domain.source import Quote
from andregang.domain.vocabulary import Vocabulary

_FROM_AD = 6


@dataclass(frozen=True, slots=True)
class YearOfAccounts:
    """One year's accounts as a fact, with what is drawn from them and what to know first."""

    fact: CompanyFact
    accounts: Accounts
    derived: tuple[Derived, ...]
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known: `facts` in the order they are read, accounts apart, the newest first."""

    facts: tuple[CompanyFact, ...]
    accounts: tuple[YearOfAccounts, ...] = ()

    def of(self, *sources: FactSource) -> tuple[CompanyFact, ...]:
        """The facts from these sources, accounts left out."""
        return tuple(f for f in self.facts if f.source in sources and f.field is not FactField.ACCOUNTS)

    def groups(self, *sources: FactSource) -> tuple[tuple[CompanyFact, ...], ...]:
        """The same, held together by where and when they were read, so that it is said once for each."""
        found: dict[tuple[object, ...], list[CompanyFact]] = {}
        for fact in self.of(*sources):
            named = fact.words if fact.source in (FactSource.PAGE, FactSource.FILE) else ""
            found.setdefault((fact.source, fact.read_on, fact.address, named), []).append(fact)
        return tuple(tuple(facts) for facts in found.values())

    def value(self, field: FactField) -> str:
        """The newest value of a field, "" when it is not known."""
        known = [fact for fact in self.facts if fact.field is field]
        return (
            max(known, key=lambda fact: (fact.source is not FactSource.AD, fact.read_on or dt.date.min)).text
            if known
            else ""
        )

    @property
    def employees(self) -> int | None:
        """How many are employed, when a register says so."""
        said = [f.text for f in self.facts if f.field is FactField.EMPLOYEES and f.source is FactSource.UNITS]
        return int(said[-1]) if said and said[-1].isdecimal() else None


def facts_of_ad(ad: JobAd | None, vocabulary: Vocabulary, read_on: dt.date | None) -> tuple[CompanyFact, ...]:
    """What the ad says of the employer, each fact with its quote: name, place, and what they say about themselves."""
    if ad is None:
        return ()
    stated = ((FactField.NAME, ad.employer), (FactField.PLACE, ad.place))
    facts = [_said(field, one.quote, read_on, one.value) for field, one in stated if one]
    employer = ad.employer.value if ad.employer else ""
    taken = [item.quote.span for item in ad.items]
    for said in sayings(ad.document, vocabulary, employer, taken, _FROM_AD):
        facts.append(_said(FactField.SAID, said.quote, read_on, said.quote.words, LINES[said.saying]))
    return tuple(facts)


def _said(field: FactField, quote: Quote, read_on: dt.date | None, text: str, line: str = "") -> CompanyFact:
    return CompanyFact(field, text, FactSource.AD, read_on, words=quote.words, line=line, quote=quote)


def compile_dossier(from_ad: Sequence[CompanyFact], kept: Sequence[CompanyFact], today: dt.date) -> Dossier:
    """The dossier of what the ad says and what is kept."""
    facts = (*from_ad, *kept)
    dossier = Dossier(facts)
    read = [(fact, one) for fact in facts if fact.field is FactField.ACCOUNTS and (one := accounts_in(fact.text))]
    scopes = list(Scope)
    read.sort(key=lambda pair: (-(pair[1].year or 0), scopes.index(pair[1].scope)))
    years = [one for _, one in read]
    told = []
    for fact, one in read:
        derived = derive(one, year_before(one, years), dossier.employees)
        told.append(YearOfAccounts(fact, one, derived, cautions_of(one, today)))
    return Dossier(facts, tuple(told))
