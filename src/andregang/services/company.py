"""The employer: facts kept with source and date, the worksheet, and what the registers were asked and answered."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from andregang.content import load_own_questions
from andregang.content.company import CompanySource, WorksheetQuestion, load_company_sources, load_worksheet
from andregang.domain.company import (
    LINES,
    CompanyFact,
    Dossier,
    FactField,
    FactSource,
    Said,
    Unit,
    Worksheet,
    compile_dossier,
    facts_of_ad,
    fill_worksheet,
    sayings,
)
from andregang.domain.company.saying import LINES as LINE_OF
from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.preparation import Preparation
from andregang.domain.questions.choice import CHOSEN
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import fold
from andregang.domain.vocabulary import Vocabulary
from andregang.registers import NotFetched, Obstacle
from andregang.store import Draft, Fact, Note, Removed, StoredDocument, StoredPreparation, UnitOfWork

LONGEST = 500
MOST_AT_ONCE = 12
MOST_SAYINGS = 30
SEARCH = "company:search"
OUTCOME = "company:outcome"
_TABLE = "facts"


@dataclass(frozen=True, slots=True)
class Search:
    """What a search by name gave, and when."""

    name: str
    on: dt.date
    total: int
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """Something that could not be fetched: what was asked for (a request, "search" or an address), why, and when."""

    what: str
    obstacle: Obstacle
    detail: str
    on: dt.date


@dataclass(frozen=True, slots=True)
class SeenCompany:
    """The page: the dossier, the worksheet with its words, what was fetched and what was not."""

    dossier: Dossier
    worksheet: Worksheet
    words: Mapping[str, WorksheetQuestion]
    questions: Mapping[str, str]
    documents: tuple[StoredDocument, ...]
    search: Search | None
    missed: tuple[Missed, ...]
    removed: tuple[Removed, ...]
    sources: tuple[CompanySource, ...] = field(default_factory=load_company_sources)

    @property
    def empty(self) -> bool:
        """Whether the person has written or fetched nothing yet."""
        return not self.dossier.of(*(s for s in FactSource if s is not FactSource.AD)) and not (
            self.dossier.accounts or self.worksheet.filled
        )


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of the worksheet being answered, with its version and texts that lost a race with it."""

    line: WorksheetQuestion
    text: str
    version: int
    drafts: tuple[Draft, ...]


def see_company(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, vocabulary: Vocabulary
) -> SeenCompany:
    """All that is known about the employer."""
    today = preparation.now.date()
    documents = uow.documents.of(kept.id)
    given = {one.digest: one.added.astimezone(preparation.now.tzinfo).date() for one in documents}
    ad = preparation.ad
    from_ad = facts_of_ad(ad, vocabulary, given.get(ad.document.digest) if ad else None)
    dossier = compile_dossier(from_ad, [_fact(row) for row in uow.facts.of(kept.id)], today)
    notes = {note.key: note.text for note in uow.notes.of(kept.id)}
    words = {line.id: line for line in load_worksheet()}
    worksheet = fill_worksheet(
        {line: notes.get(_key(line), "") for line in LINES},
        dossier.facts,
        {line.id: line.questions for line in words.values()},
        notes.get(CHOSEN, "").splitlines(),
    )
    bank = {template.id: template.wording for template in load_own_questions().templates}
    asked = {line.question for line in worksheet.lines if line.question}
    return SeenCompany(
        dossier,
        worksheet,
        words,
        {id: bank[id].get(preparation.language, "") or next(iter(bank[id].values())) for id in asked},  # noqa: A001
        tuple(one for one in documents if one.kind == DocumentKind.COMPANY.value),
        _search(notes.get(SEARCH, "")),
        _missed(notes.get(OUTCOME, "")),
        tuple(gone for gone in uow.undo.in_order() if gone.kind == _TABLE and gone.preparation == kept.id),
    )


def see_line(uow: UnitOfWork, kept: StoredPreparation, line: str) -> SeenLine:
    """One line of the worksheet. Raises NotFound."""
    words = next((one for one in load_worksheet() if one.id == line), None)
    if words is None:
        raise NotFound("line", line)
    note = uow.notes.read(kept.id, _key(line))
    lost = uow.notes.lost(kept.id, _key(line))
    return SeenLine(words, note.text if note else "", note.version if note else 0, lost)


def answer_line(
    uow: UnitOfWork, kept: StoredPreparation, line: str, text: str, version: int, now: dt.datetime
) -> Note | None:
    """The person's answer to a line. Raises NotFound, or BothTexts when another window wrote meanwhile."""
    if line not in LINES:
        raise NotFound("line", line)
    if not text.strip() and uow.notes.read(kept.id, _key(line)) is None:
        return None
    return uow.notes.write(kept.id, _key(line), text, version, now)


def settle_line(
    uow: UnitOfWork, kept: StoredPreparation, line: str, draft: str, now: dt.datetime, *, use: bool
) -> None:
    """The person chooses between two texts. Raises NotFound."""
    uow.notes.settle(kept.id, _key(line), draft, now, use=use)


def note_facts(uow: UnitOfWork, kept: StoredPreparation, text: str, now: dt.datetime) -> None:
    """What the person knows already: each line one fact in their own words. Raises InvalidInput."""
    lines = [words for line in text.splitlines() if (words := fold(line))]
    if not lines:
        raise InvalidInput("known", "missing")
    if len(lines) > MOST_AT_ONCE or any(len(line) > LONGEST for line in lines):
        raise InvalidInput("known", "too_long")
    keep_facts(uow, kept, [CompanyFact(FactField.NOTED, line, FactSource.OWN, now.date()) for line in lines], now)


def keep_facts(uow: UnitOfWork, kept: StoredPreparation, facts: Sequence[CompanyFact], now: dt.datetime) -> None:
    """Keep facts; one that stands there already with its source is dated anew and not written twice."""
    known = {(row.field, row.text, row.source, row.words): row for row in uow.facts.of(kept.id)}
    position = uow.facts.next_position(preparation=kept.id)
    for number, fact in enumerate(facts):
        written = f"{fact.field.value}:{fact.line}" if fact.line else fact.field.value
        same = known.get((written, fact.text, fact.source.value, fact.words))
        if same:
            uow.facts.change(same.id, read_on=fact.read_on, address=fact.address, changed=now)
            continue
        uow.facts.add(
            preparation=kept.id,
            field=written,
            text=fact.text,
            source=fact.source.value,
            address=fact.address,
            words=fact.words,
            read_on=fact.read_on,
            position=position + number,
            changed=now,
        )


def replace_facts(
    uow: UnitOfWork, kept: StoredPreparation, addresses: Sequence[str], facts: Sequence[CompanyFact], now: dt.datetime
) -> None:
    """Keep what a register answers now instead of what it answered before at the same addresses."""
    for row in uow.facts.of(kept.id):
        if row.address in addresses and row.source in (FactSource.UNITS.value, FactSource.ACCOUNTS.value):
            uow.facts.delete(id=row.id)
    keep_facts(uow, kept, facts, now)


def file_fact(uow: UnitOfWork, kept: StoredPreparation, id: str, line: str, now: dt.datetime) -> None:  # noqa: A002
    """Let a fact answer a line of the worksheet, or none (""). Raises NotFound or InvalidInput."""
    if line and line not in LINES:
        raise InvalidInput("line", "unknown_choice")
    fact = _mine(uow, kept, id)
    name = fact.field.split(":")[0]
    uow.facts.change(fact.id, field=f"{name}:{line}" if line else name, changed=now)


def remove_fact(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> Removed:  # noqa: A002
    """Take a fact away; it can be brought back. Raises NotFound."""
    return uow.undo.remove(_TABLE, _mine(uow, kept, id).id, now)


def restore_fact(uow: UnitOfWork, kept: StoredPreparation, removed: str) -> None:
    """Bring a fact back. Raises NotFound."""
    gone = uow.undo.get(removed)
    if gone.kind != _TABLE or gone.preparation != kept.id:
        raise NotFound("fact", removed)
    uow.undo.restore(removed)


def keep_search(
    uow: UnitOfWork, kept: StoredPreparation, name: str, units: Sequence[Unit], total: int, now: dt.datetime
) -> None:
    """Keep what a search by name gave, until a number is chosen."""
    rows = [
        {"number": u.number, "name": u.name, "form": u.form_words or u.form, "place": u.place, "industry": u.industry}
        for u in units
    ]
    value = {"name": name, "on": now.date().isoformat(), "total": total, "units": rows}
    _write(uow, kept, SEARCH, json.dumps(value, ensure_ascii=False), now)


def forget_search(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime) -> None:
    """A number was chosen."""
    if uow.notes.read(kept.id, SEARCH) is not None:
        _write(uow, kept, SEARCH, "", now)


def keep_missed(
    uow: UnitOfWork, kept: StoredPreparation, missed: Sequence[tuple[str, NotFetched]], now: dt.datetime
) -> None:
    """Keep what could not be fetched this time, instead of what could not the time before."""
    rows = [
        {"what": what, "obstacle": e.obstacle.value, "detail": e.detail, "on": now.date().isoformat()}
        for what, e in missed
    ]
    if rows or uow.notes.read(kept.id, OUTCOME) is not None:
        _write(uow, kept, OUTCOME, json.dumps(rows) if rows else "", now)


def mark_fetched(uow: UnitOfWork, kept: StoredPreparation, digest: str, address: str) -> StoredDocument:
    """Say of a document where it was fetched. Raises NotFound."""
    stored = uow.documents.find(preparation=kept.id, digest=digest)
    if stored is None:
        raise NotFound("document", digest)
    return uow.documents.change(stored.id, source="address", address=address) if address else stored


def company_document(uow: UnitOfWork, kept: StoredPreparation, id: str) -> StoredDocument:  # noqa: A002
    """A page or report about the employer. Raises NotFound."""
    found = uow.documents.find(id=id, preparation=kept.id, kind=DocumentKind.COMPANY.value)
    if found is None:
        raise NotFound("document", id)
    return found


def said_in(document: Document, preparation: Preparation, vocabulary: Vocabulary) -> tuple[Said, ...]:
    """Sentences of a page or report worth keeping, the most telling first."""
    return sayings(document, vocabulary, preparation.employer or "", most=MOST_SAYINGS)


def choose_sayings(
    uow: UnitOfWork,
    kept: StoredPreparation,
    stored: StoredDocument,
    said: Sequence[Said],
    chosen: Sequence[str],
    now: dt.datetime,
) -> int:
    """Keep the sentences chosen by number, each as a quote with where and when it was read; how many."""
    source = FactSource.PAGE if stored.address else FactSource.FILE
    day = stored.added.astimezone(now.tzinfo).date()
    facts = [
        CompanyFact(
            FactField.SAID,
            one.quote.words,
            source,
            day,
            address=stored.address,
            words=stored.name,
            line=LINE_OF[one.saying],
        )
        for number, one in enumerate(said)
        if str(number) in chosen
    ]
    keep_facts(uow, kept, facts, now)
    return len(facts)


def _fact(row: Fact) -> CompanyFact:
    name, _, line = row.field.partition(":")
    known = name if name in {one.value for one in FactField} else FactField.NOTED.value
    source = row.source if row.source in {one.value for one in FactSource} else FactSource.OWN.value
    fact = CompanyFact(FactField(known), row.text, FactSource(source), row.read_on, row.id, row.address, row.words)
    return replace(fact, line=line if line in LINES else "")


def _mine(uow: UnitOfWork, kept: StoredPreparation, id: str) -> Fact:  # noqa: A002
    found = uow.facts.find(id=id, preparation=kept.id)
    if found is None:
        raise NotFound("fact", id)
    return found


def _write(uow: UnitOfWork, kept: StoredPreparation, key: str, text: str, now: dt.datetime) -> None:
    note = uow.notes.read(kept.id, key)
    uow.notes.write(kept.id, key, text, note.version if note else 0, now)


def _key(line: str) -> str:
    return f"company:{line}"


def _loaded(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None


def _search(text: str) -> Search | None:
    value = _loaded(text)
    if not isinstance(value, dict):
        return None
    units = tuple(
        Unit(row["number"], row["name"], form_words=row["form"], place=row["place"], industry=row["industry"])
        for row in value["units"]
    )
    return Search(value["name"], dt.date.fromisoformat(value["on"]), value["total"], units)


def _missed(text: str) -> tuple[Missed, ...]:
    known = {one.value for one in Obstacle}
    return tuple(
        Missed(row["what"], Obstacle(row["obstacle"]), row["detail"], dt.date.fromisoformat(row["on"]))
        for row in _loaded(text) or ()
        if row["obstacle"] in known
    )
