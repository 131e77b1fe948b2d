"""Composition root: settings become a store, knowledge and a clock, each made when first asked for."""

import datetime as dt
import os
import threading
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from andregang.settings import Settings

if TYPE_CHECKING:
    from andregang.domain.preparation import Knowledge, Preparation
    from andregang.domain.rehearsal import AnswerClassifier
    from andregang.domain.schedule import Forecast
    from andregang.registers import Registers
    from andregang.store import Store, StoredPreparation, UnitOfWork

OWNER = "local"
"""The one owner of a local installation."""

Clock = Callable[[], dt.datetime]

_KEPT_OPEN = 8
_REMEMBERED = 32
T = TypeVar("T")


class _Memory:
    """What was read last, by what it was read from."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}

    def __call__(self, key: Hashable, make: Callable[[], T]) -> T:
        if key not in self._kept:
            while len(self._kept) >= _REMEMBERED:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = make()
        made: T = self._kept[key]
        return made


@dataclass
class AppContext:
    """What a command or page works with. `language` is the one the person is spoken to in."""

    settings: Settings
    language: str
    clock: Clock
    _opened: list["Store"] = field(default_factory=list)
    _assembled: dict[str, tuple[object, "Preparation"]] = field(default_factory=dict)
    _starts: dict[object, dt.datetime | None] = field(default_factory=dict)
    _reading: threading.RLock = field(default_factory=threading.RLock)

    @cached_property
    def store(self) -> "Store":
        """The store, opened and brought to the current schema."""
        from andregang.store import open_store

        store = open_store(self.settings.database)
        self._opened.append(store)
        return store

    @cached_property
    def knowledge(self) -> "Knowledge":
        """What readings rest on, with the comparison of meanings when this machine can and the settings let it."""
        from andregang.content import load_own_questions, load_questions, load_vocabulary
        from andregang.domain.preparation import Knowledge

        remember = _Memory()
        if not self.settings.meanings:
            bank = load_vocabulary(), load_questions(), load_own_questions()
            return Knowledge(*bank, by_words_only=True, remember=remember)
        from andregang.language import load_embedder, load_similarity
        from andregang.language.ad_lines import load_ad_line_classifier

        vectors: dict[str, bytes] = {}
        loaded = load_similarity(vectors)
        return Knowledge(
            vocabulary=load_vocabulary(),
            questions=load_questions(),
            own_questions=load_own_questions(),
            similarity=loaded.similarity,
            ranker=loaded.ranker,
            by_words_only=loaded.by_words_only,
            classify=load_ad_line_classifier(load_embedder(vectors)),
            remember=remember,
        )

    @cached_property
    def answers(self) -> "AnswerClassifier | None":
        """The trained head for answers; None where meanings are not compared, and rules decide alone."""
        if self.knowledge.by_words_only:
            return None
        from andregang.language.answers import load_answer_classifier

        return load_answer_classifier()

    @cached_property
    def forecast(self) -> "Forecast":
        """What will be remembered, as `fsrs` has it."""
        from andregang.domain.schedule import Forecast
        from andregang.memory import FsrsMemory

        return Forecast(FsrsMemory())

    @cached_property
    def registers(self) -> "Registers":
        """The one door to the network for facts. Nothing goes through it before the person asks."""
        from andregang.registers import Registers

        return Registers()

    def warm_up(self) -> None:
        """Load what a preparation needs, so that nothing waits for it later."""
        with self._reading:
            _ = self.knowledge, self.store

    def preparation(self, uow: "UnitOfWork", kept: "StoredPreparation") -> "Preparation":
        """A preparation as its documents read now; read again only when a document, a correction or the day changed."""
        from andregang.services.preparation import open_preparation, state_of

        now = self.now()
        state = (kept, now.date(), state_of(uow, kept))
        # Two pages asked for at once wait for one reading.
        with self._reading:
            known = self._assembled.get(kept.id)
            if known is not None and known[0] == state:
                return replace(known[1], now=now)
            preparation = open_preparation(uow, kept, self.knowledge, now)
            while len(self._assembled) >= _KEPT_OPEN:
                self._assembled.pop(next(iter(self._assembled)))
            self._assembled[kept.id] = (state, preparation)
            return preparation

    def starts(self, uow: "UnitOfWork", several: "Sequence[StoredPreparation]") -> "dict[str, dt.datetime | None]":
        """When the interview of each preparation is, by its id; only invitations are read."""
        from andregang.content import load_vocabulary
        from andregang.services.preparation import starts_of

        return starts_of(uow, several, load_vocabulary(), self.now(), self._starts)

    def now(self) -> dt.datetime:
        """The present moment, in the settings' zone."""
        return self.clock().astimezone(self.settings.zone)

    def close(self) -> None:
        """Let go of the store."""
        while self._opened:
            self._opened.pop().close()


def open_context(settings: Settings, language: str, clock: Clock | None = None) -> AppContext:
    """The context of one run. Nothing is opened yet. `ANDREGANG_NOW` (ISO 8601) stops the clock, for examples."""
    return AppContext(settings, language, clock or _clock(settings))


def _clock(settings: Settings) -> Clock:
    stopped = os.environ.get("ANDREGANG_NOW", "").strip()
    if stopped:
        moment = dt.datetime.fromisoformat(stopped)
        fixed = moment if moment.tzinfo else moment.replace(tzinfo=settings.zone)
        return lambda: fixed
    return lambda: dt.datetime.now(dt.UTC)
