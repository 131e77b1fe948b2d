"""Referanser: who can confirm what, whom it takes, who has been asked, and what each one is told."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.examples import SERVED, ExamplePart, Telling
from andregang.domain.job_ad import ItemKind
from andregang.domain.preparation import Preparation
from andregang.domain.referees import (
    Chosen,
    Claim,
    Confirmable,
    Difference,
    Named,
    Referee,
    RefereeBrief,
    brief_for,
    claims_of,
    confirmable,
    differences,
    named_in,
    not_yet,
    relation_of,
    smallest_set,
)
from andregang.store import Draft, Example, Note, Removed, StoredPreparation, UnitOfWork
from andregang.store import Referee as StoredReferee

IMPROVE = "referee_improve"
"""The key of the note on what the person says they should be better at; the same for every referee."""

LISTED = "referees"
"""The key of the list of names an earlier version kept, one a line."""

CLAIMS = 50
REFEREES = 12
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Written:
    """A text with its version and the texts that lost a race with it."""

    text: str
    version: int
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class SeenReferees:
    """The referees, who could be one, whom it takes, and who can confirm which claim (the heaviest first)."""

    referees: tuple[Referee, ...]
    proposed: tuple[Named, ...]
    chosen: Chosen
    claims: tuple[Confirmable, ...]
    improve: Written
    full: bool
    removed: Removed | None


@dataclass(frozen=True, slots=True)
class SeenReferee:
    """One referee with all claims to tick, what differs from what the person tells, and the text to confirm."""

    referee: Referee
    claims: tuple[Claim, ...]
    differs: tuple[Difference, ...]
    said: Written
    brief: RefereeBrief


def see_referees(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, removed: str = "") -> SeenReferees:
    """All referees of a preparation, and what they can confirm together."""
    claims = _claims(uow, kept, preparation)
    referees = _referees(uow, kept)
    listed = uow.notes.read(kept.id, LISTED)
    in_cv = preparation.cv.referees if preparation.cv else ()
    named = (
        *named_in([claim.example for claim in claims]),
        *(Named(_line(one.name.value), "", relation_of(""), ()) for one in in_cv),
        *_listed(listed.text if listed else ""),
    )
    return SeenReferees(
        referees,
        not_yet(_once(named), [one.name for one in referees]),
        smallest_set(referees, claims),
        confirmable(claims[:CLAIMS], referees),
        _written(uow, kept, IMPROVE),
        len(referees) >= REFEREES,
        uow.undo.find(id=removed, kind="referees", preparation=kept.id) if removed else None,
    )


def see_referee(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, id: str) -> SeenReferee:  # noqa: A002
    """One referee. Raises NotFound, also for one of another preparation."""
    said = _written(uow, kept, _key(_mine(uow, kept, id).id))
    referee = replace(_referee(_mine(uow, kept, id)), said=said.text)
    claims = _claims(uow, kept, preparation)
    examples = [claim.example for claim in claims]
    return SeenReferee(referee, claims, differences(referee, examples), said, _brief(uow, kept, preparation, referee))


def add_referee(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, name: str, role: str, claim: str = ""
) -> str:
    """A new referee; one named in examples is part of those, and of the example `claim`. The id, of the one who is
    there already by that name too. Raises InvalidInput."""
    name, role = _line(name), _line(role)
    if not name:
        raise InvalidInput("name", "missing")
    if len(name) > LONGEST or len(role) > LONGEST:
        raise InvalidInput("name", "too_long")
    referees = uow.referees.of(kept.id)
    told = [claim.example for claim in _claims(uow, kept, preparation)]
    part_of = tuple(one.id for one in told if one.id == claim)
    there = next((one for one in referees if one.name.casefold() == name.casefold()), None)
    if there:
        return uow.referees.change(there.id, claims=tuple(dict.fromkeys((*there.claims, *part_of)))).id
    if len(referees) >= REFEREES:
        raise InvalidInput("name", "too_many")
    same = [one for one in named_in(told) if one.name.casefold() == name.casefold()]
    known = same[0] if same else Named(name, role, relation_of(""), ())
    return uow.referees.add(
        preparation=kept.id,
        name=name,
        role=role or known.role,
        relation=known.relation.value,
        contact="",
        claims=tuple(dict.fromkeys((*known.examples, *part_of))),
        asked=None,
        agreed=None,
        call_at="",
        said="",
        position=uow.referees.next_position(preparation=kept.id),
    ).id


def change_referee(
    uow: UnitOfWork,
    kept: StoredPreparation,
    id: str,  # noqa: A002
    given: Mapping[str, str],
    claims: Iterable[str],
    now: dt.datetime,
) -> None:
    """What the person says of one: fields as typed. Raises NotFound and InvalidInput."""
    stands = _mine(uow, kept, id)
    name = _line(given.get("name", ""))
    if not name:
        raise InvalidInput("name", "missing")
    if any(len(value) > LONGEST for field, value in given.items() if field != "text"):
        raise InvalidInput("name", "too_long")
    mine = {example.id for example in uow.examples.of(kept.id)}
    answer = {"yes": True, "no": False}.get(given.get("agreed", ""))
    asked = given.get("asked") == "1" or answer is not None
    uow.referees.change(
        stands.id,
        name=name,
        role=_line(given.get("role", "")),
        relation=relation_of(given.get("relation", "")).value,
        contact=_line(given.get("contact", "")),
        call_at=_line(given.get("call_at", "")),
        claims=tuple(one for one in claims if one in mine),
        asked=(stands.asked or now) if asked else None,
        agreed=answer,
    )


def write_said(
    uow: UnitOfWork,
    kept: StoredPreparation,
    id: str,  # noqa: A002
    text: str,
    version: int,
    now: dt.datetime,
) -> Note | None:
    """What the person would like this one to confirm. Raises BothTexts and NotFound."""
    return _write(uow, kept, _key(_mine(uow, kept, id).id), text, version, now)


def settle_said(uow: UnitOfWork, kept: StoredPreparation, id: str, draft: str, now: dt.datetime, *, use: bool) -> None:  # noqa: A002
    """The person chooses between the two texts. Raises NotFound."""
    uow.notes.settle(kept.id, _key(_mine(uow, kept, id).id), draft, now, use=use)


def write_improve(uow: UnitOfWork, kept: StoredPreparation, text: str, version: int, now: dt.datetime) -> Note | None:
    """What the person says they should be better at. Raises BothTexts."""
    return _write(uow, kept, IMPROVE, text, version, now)


def settle_improve(uow: UnitOfWork, kept: StoredPreparation, draft: str, now: dt.datetime, *, use: bool) -> None:
    """The person chooses between the two texts. Raises NotFound."""
    uow.notes.settle(kept.id, IMPROVE, draft, now, use=use)


def remove_referee(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> Removed:  # noqa: A002
    """Takes one off the list; it can be brought back. Raises NotFound."""
    return uow.undo.remove("referees", _mine(uow, kept, id).id, now)


def restore_referee(uow: UnitOfWork, kept: StoredPreparation, removed: str) -> None:
    """Brings one back. Raises NotFound when it can no longer be."""
    if uow.undo.find(id=removed, kind="referees", preparation=kept.id) is None:
        raise NotFound("referee", removed)
    uow.undo.restore(removed)


def _brief(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, referee: Referee) -> RefereeBrief:
    tasks = preparation.ad.of_kind(ItemKind.TASK) if preparation.ad else ()
    return brief_for(
        referee,
        _claims(uow, kept, preparation),
        position=preparation.title or "",
        employer=preparation.employer or "",
        concerns=tuple(item.quote.words for item in tasks),
        improve=_written(uow, kept, IMPROVE).text,
    )


def _claims(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> tuple[Claim, ...]:
    examples = [_telling(example) for example in uow.examples.of(kept.id)]
    return claims_of(examples, preparation.ad.of_kind(*SERVED) if preparation.ad else ())


def _telling(example: Example) -> Telling:
    parts = {part: str(getattr(example, part.value)) for part in ExamplePart}
    return Telling(example.id, example.title, parts, example.items)


def _referees(uow: UnitOfWork, kept: StoredPreparation) -> tuple[Referee, ...]:
    return tuple(_referee(row) for row in uow.referees.of(kept.id))


def _referee(row: StoredReferee) -> Referee:
    return Referee(
        row.id,
        row.name,
        row.role,
        relation_of(row.relation),
        row.contact,
        row.claims,
        row.asked,
        row.agreed,
        row.call_at,
    )


def _mine(uow: UnitOfWork, kept: StoredPreparation, id: str) -> StoredReferee:  # noqa: A002
    referee = uow.referees.get(id)
    if referee.preparation != kept.id:
        raise NotFound("referee", id)
    return referee


def _listed(text: str) -> tuple[Named, ...]:
    """Names of the older list; what stands after the name is no role."""
    names = (_line(line.split(",")[0].split("(")[0]) for line in text.splitlines())
    return tuple(Named(name, "", relation_of(""), ()) for name in names if name)


def _once(named: Iterable[Named]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for one in named:
        found.setdefault(one.name.casefold(), one)
    return tuple(found.values())


def _written(uow: UnitOfWork, kept: StoredPreparation, key: str) -> Written:
    note = uow.notes.read(kept.id, key)
    return Written(note.text if note else "", note.version if note else 0, uow.notes.lost(kept.id, key))


def _write(
    uow: UnitOfWork, kept: StoredPreparation, key: str, text: str, version: int, now: dt.datetime
) -> Note | None:
    if not text.strip() and uow.notes.read(kept.id, key) is None:
        return None
    return uow.notes.write(kept.id, key, text, version, now)


def _key(id: str) -> str:  # noqa: A002
    return f"referee:{id}"


def _line(text: str) -> str:
    return " ".join(text.split())
