"""A second reading of an answer: what would be sent, and what may be shown of what comes back. Nothing is stored."""

from dataclasses import dataclass
from pathlib import Path

from andregang.content.second_reader import load_remarks
from andregang.domain.errors import NotFound
from andregang.domain.evidence import item_key
from andregang.domain.preparation import Preparation
from andregang.domain.second_reader import (
    Chosen,
    Material,
    SecondReading,
    compose_request,
    read_reply,
    stamp,
)
from andregang.llm import complete, forget_chosen, keep_chosen, kept_chosen
from andregang.store import Attempt, StoredPreparation, UnitOfWork

PAGE = 20
_CV_LINES = 3


@dataclass(frozen=True, slots=True)
class Offered:
    """An answer that can be read, with the keys and words of the ad lines it may be read against."""

    attempt: Attempt
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What would be sent, to the letter; `stamp` is what a confirmation carries."""

    attempt: Attempt
    line: str
    material: Material
    text: str
    stamp: str


def chosen_model(folder: Path) -> Chosen | None:
    """The model that is set up, if any."""
    return kept_chosen(folder)


def choose_model(folder: Path, chosen: Chosen) -> None:
    """Set it up."""
    keep_chosen(folder, chosen)


def forget_model(folder: Path) -> None:
    """Address and key are erased."""
    forget_chosen(folder)


def answers_of(uow: UnitOfWork, kept: StoredPreparation) -> tuple[Attempt, ...]:
    """The answers there are words for, the newest first; of each question the last."""
    latest = {one.question: one for one in uow.attempts.of(kept.id) if one.answer.strip()}
    return tuple(sorted(latest.values(), key=lambda one: one.at, reverse=True))


def offer(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, attempt: str) -> Offered:
    """One answer, with the ad's lines. Raises NotFound for an answer that is none of this preparation's."""
    found = uow.attempts.get(attempt)
    if found.preparation != kept.id or not found.answer.strip():
        raise NotFound("attempt", attempt)
    return Offered(found, tuple((item_key(m.item), m.item.quote.words) for m in preparation.matches))


def show_request(offered: Offered, preparation: Preparation, line: str, chosen: Chosen) -> Shown:
    """The text that would be sent to this model: question and answer, and the ad line when one is chosen."""
    match = next((m for m in preparation.matches if line and item_key(m.item) == line), None)
    material = Material(
        offered.attempt.asked,
        offered.attempt.answer,
        match.item.quote.words if match else "",
        tuple(one.quote.words for one in match.evidence[:_CV_LINES]) if match else (),
    )
    points = {id_: remark.points_at for id_, remark in load_remarks().items()}
    text = compose_request(material, chosen.model, points)
    return Shown(offered.attempt, line if match else "", material, text, stamp(text, chosen.completions))


def read_again(shown: Shown, chosen: Chosen) -> SecondReading:
    """Send what was shown, and keep of the reply what may be shown. Raises ModelFailed."""
    return read_reply(complete(chosen, shown.text), shown.attempt.answer, tuple(load_remarks()))
