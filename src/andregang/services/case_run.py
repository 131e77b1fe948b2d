"""Runs through the talk of a case: kept at every change of part, so that a killed one goes on where it was."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from andregang.domain.case import OutlinePart, PartKind, RunPart, compare
from andregang.domain.errors import InvalidInput, NotFound
from andregang.store import Run, StoredPreparation, UnitOfWork

KIND = "case"

CRITERIA = ("core", "structure", "grounds", "execution", "risk", "delivery", "time", "questions")
"""The evaluation form's lines (6.3), each 1 to 5."""


@dataclass(frozen=True, slots=True)
class SeenCaseRun:
    """A run through the talk: its parts with their plans, when they changed, the limit, and how it went."""

    run: Run
    titles: tuple[str, ...]
    kinds: tuple[str, ...]
    planned: tuple[int, ...]
    changes: tuple[float, ...]
    limit: int
    ended: float | None
    scores: dict[str, int]
    parts: tuple[RunPart, ...]

    @property
    def at(self) -> int:
        """The part one is in."""
        return min(len(self.changes), len(self.planned) - 1)


def begin_run(uow: UnitOfWork, kept: StoredPreparation, outline: Sequence[OutlinePart], now: dt.datetime) -> Run:
    """A run from the start; one left open is ended where it was. Raises InvalidInput without a plan."""
    parts = [part for part in outline if part.kind is not PartKind.BUFFER]
    if not parts:
        raise InvalidInput("case", "missing")
    for run in uow.runs.of(kept.id):
        if run.kind == KIND and run.ended is None:
            _end(uow, run, _elapsed(run, run.changed), run.changed)
    state: dict[str, Any] = {
        "titles": [part.title for part in parts],
        "kinds": [part.kind.value for part in parts],
        "planned": [part.seconds for part in parts],
        "limit": sum(part.seconds for part in outline),
        "changes": [],
        "scores": {},
    }
    return uow.runs.add(preparation=kept.id, kind=KIND, state=state, begun=now, changed=now, ended=None)


def see_run(uow: UnitOfWork, kept: StoredPreparation, id: str) -> SeenCaseRun:  # noqa: A002
    """A run as it stands. Raises NotFound."""
    run = _run(uow, kept, id)
    state = run.state
    ended = state.get("seconds")
    parts = compare(state["titles"], state["planned"], state["changes"], ended or 0.0) if run.ended else ()
    return SeenCaseRun(
        run, tuple(state["titles"]), tuple(state["kinds"]), tuple(state["planned"]), tuple(state["changes"]),
        state["limit"], ended, dict(state.get("scores", {})), parts,
    )  # fmt: skip


def next_part(uow: UnitOfWork, kept: StoredPreparation, id: str, part: str, clock: str, now: dt.datetime) -> None:  # noqa: A002
    """The part is over: the next begins, or the run ends. Of a part passed already, nothing (a doubled press)."""
    run = _run(uow, kept, id)
    changes = list(run.state["changes"])
    if run.ended is not None or part != str(len(changes)):
        return
    moment = _clock(clock, _elapsed(run, now), changes[-1] if changes else 0.0)
    if len(changes) + 1 >= len(run.state["planned"]):
        _end(uow, run, moment, now)
        return
    uow.runs.change(run.id, state={**run.state, "changes": [*changes, moment]}, changed=now)


def end_run(uow: UnitOfWork, kept: StoredPreparation, id: str, clock: str, now: dt.datetime) -> None:  # noqa: A002
    """The run ends here."""
    run = _run(uow, kept, id)
    if run.ended is None:
        changes = run.state["changes"]
        _end(uow, run, _clock(clock, _elapsed(run, now), changes[-1] if changes else 0.0), now)


def score_run(uow: UnitOfWork, kept: StoredPreparation, id: str, scores: dict[str, str], now: dt.datetime) -> None:  # noqa: A002
    """The person's own marks on the evaluation form (6.3)."""
    run = _run(uow, kept, id)
    marks = {name: int(mark) for name, mark in scores.items() if name in CRITERIA and mark in {"1", "2", "3", "4", "5"}}
    uow.runs.change(run.id, state={**run.state, "scores": marks}, changed=now)


def remove_run(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> str:  # noqa: A002
    """Deletes a run; the id to bring it back by. Raises NotFound."""
    return uow.undo.remove("runs", _run(uow, kept, id).id, now).id


def restore_run(uow: UnitOfWork, kept: StoredPreparation, id: str) -> None:  # noqa: A002
    """Brings a deleted run back. Raises NotFound."""
    gone = uow.undo.get(id)
    if gone.kind != "runs" or gone.preparation != kept.id:
        raise NotFound("run", id)
    uow.undo.restore(id)


def _run(uow: UnitOfWork, kept: StoredPreparation, id: str) -> Run:  # noqa: A002
    run = uow.runs.get(id)
    if run.preparation != kept.id or run.kind != KIND:
        raise NotFound("run", id)
    return run


def _end(uow: UnitOfWork, run: Run, seconds: float, now: dt.datetime) -> None:
    uow.runs.change(run.id, state={**run.state, "seconds": round(seconds, 1)}, changed=now, ended=now)


def _elapsed(run: Run, now: dt.datetime) -> float:
    return max(0.0, (now - run.begun).total_seconds())


def _clock(given: str, otherwise: float, least: float) -> float:
    """The browser's clock, which is exact; the server's where no script counts."""
    try:
        told = float(given)
    except ValueError:
        told = otherwise
    return round(told if least <= told < 86_400 else max(least, otherwise), 1)
