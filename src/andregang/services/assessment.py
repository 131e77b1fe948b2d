"""Tests: results put in by hand or from a report, shown with their error, and what the person says to them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from andregang.content import load_questions, load_vocabulary
from andregang.content.assessment import load_instruments, load_traits
from andregang.domain.assessment import (
    DissentStep,
    Placed,
    Question,
    Recognised,
    ReportReading,
    Scale,
    demands_touched,
    likely_questions,
    place_result,
    read_reliability,
    read_report,
    read_score,
    steps_of,
    surely_differ,
    with_step,
)
from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.job_ad import AdItem
from andregang.domain.meeting import Assessment
from andregang.domain.preparation import Preparation
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import Language, fold
from andregang.domain.writing import mark_of
from andregang.store import BothTexts, Draft, Example, Removed, Result, StoredDocument, StoredPreparation, UnitOfWork

MOST = 60
"""Results a preparation holds."""
_LONGEST = 160
_STEP_LIMIT = 4000
_TABLE = "results"


@dataclass(frozen=True, slots=True)
class SeenResult:
    """A kept result with its place; `touched` are the lines of the ad about the same."""

    kept: Result
    placed: Placed
    touched: tuple[AdItem, ...]

    @property
    def standing(self) -> Recognised | None:
        return Recognised(self.kept.standing) if self.kept.standing in set(Recognised) else None

    @property
    def steps(self) -> Mapping[DissentStep, str]:
        return steps_of(self.kept.said)


@dataclass(frozen=True, slots=True)
class Profile:
    """The results of one test, in the report's order. `differ`: some lie further apart than error explains."""

    instrument: str
    results: tuple[SeenResult, ...]
    norm: str
    differ: bool

    @property
    def first(self) -> SeenResult:
        return self.results[0]


@dataclass(frozen=True, slots=True)
class SeenAssessment:
    """All results, the tests the invitations announce, reports given, what can be brought back, and examples by id."""

    profiles: tuple[Profile, ...]
    announced: tuple[Assessment, ...]
    reports: tuple[StoredDocument, ...]
    removed: Removed | None
    examples: Mapping[str, Example]

    @property
    def limits(self) -> tuple[str, ...]:
        """The keys of what such scores cannot say, each once."""
        rows = (row.placed.limit for profile in self.profiles for row in profile.results)
        return tuple(dict.fromkeys(rows))


@dataclass(frozen=True, slots=True)
class SeenTrait:
    """One result in full. `questions` are what it is likely to bring; `drafts` texts that lost a race, by step."""

    one: SeenResult
    examples: tuple[Example, ...]
    linked: Example | None
    questions: tuple[str, ...]
    drafts: Mapping[DissentStep, tuple[Draft, ...]]

    def mark(self, step: DissentStep) -> str:
        return mark_of(self.one.steps[step])


@dataclass(frozen=True, slots=True)
class GivenResult:
    """A result as typed or accepted. `document` and `words` are the report's digest and the quoted line, or ""."""

    instrument: str
    trait: str
    scale: str
    score: str
    norm: str = ""
    reliability: str = ""
    document: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row read in a report, to be accepted: `usual` is what the test's scores are usually given in."""

    given: GivenResult
    question: Question | None
    usual: Scale | None


def see_assessment(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, removed: str = ""
) -> SeenAssessment:
    """Every result, test by test."""
    by_test: dict[str, list[SeenResult]] = {}
    for result in uow.results.of(kept.id):
        by_test.setdefault(result.instrument, []).append(_placed(result, preparation))
    profiles = tuple(
        Profile(name, tuple(rows), next((row.kept.norm for row in rows if row.kept.norm), ""), _differ(rows))
        for name, rows in by_test.items()
    )
    tests = tuple(test for message in preparation.messages for test in message.tests)
    reports = tuple(one for one in uow.documents.of(kept.id) if one.kind == DocumentKind.ASSESSMENT.value)
    gone = uow.undo.find(id=removed, preparation=kept.id, kind=_TABLE) if removed else None
    examples = {example.id: example for example in uow.examples.of(kept.id)} if by_test else {}
    return SeenAssessment(profiles, _once(tests), reports, gone, examples)


def see_trait(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    id: str,  # noqa: A002
    language: Language,
) -> SeenTrait:
    """One result with its questions and what the person says to it. Raises NotFound."""
    one = _placed(_mine(uow, kept, id), preparation)
    examples = uow.examples.of(kept.id)
    drafts = {step: _drafts(uow, kept, id, step) for step in DissentStep}
    linked = next((example for example in examples if example.id == one.kept.example), None)
    return SeenTrait(one, examples, linked, _questions(one, language), drafts)


def keep_result(uow: UnitOfWork, kept: StoredPreparation, given: GivenResult, now: dt.datetime) -> Result:
    """A new result. Raises InvalidInput: field `instrument`, `trait`, `scale`, `score` or `reliability`."""
    values = _checked(given)
    mine = uow.results.of(kept.id)
    if len(mine) >= MOST:
        raise InvalidInput("trait", "too_many")
    if any((row.instrument, row.trait.lower()) == (values["instrument"], values["trait"].lower()) for row in mine):
        raise InvalidInput("trait", "taken")
    return uow.results.add(
        preparation=kept.id,
        **values,
        document=given.document,
        words=given.words,
        standing="",
        example="",
        said="",
        position=uow.results.next_position(preparation=kept.id),
        changed=now,
    )


def correct_result(uow: UnitOfWork, kept: StoredPreparation, id: str, given: GivenResult, now: dt.datetime) -> None:  # noqa: A002
    """A result put right. Raises InvalidInput, NotFound."""
    _mine(uow, kept, id)
    uow.results.change(id, **_checked(given), changed=now)


def check_result(given: GivenResult) -> InvalidInput | None:
    """What is wrong with a result; None when it can be kept."""
    try:
        _checked(given)
    except InvalidInput as wrong:
        return wrong
    return None


def recognise_result(uow: UnitOfWork, kept: StoredPreparation, id: str, standing: str, now: dt.datetime) -> None:  # noqa: A002
    """Whether the person knows themselves again. Raises InvalidInput, NotFound."""
    _mine(uow, kept, id)
    if standing and standing not in set(Recognised):
        raise InvalidInput("standing", "unknown_choice")
    uow.results.change(id, standing=standing, changed=now)


def link_example(uow: UnitOfWork, kept: StoredPreparation, id: str, example: str, now: dt.datetime) -> None:  # noqa: A002
    """An own example that supports or nuances the result; "" for none. Raises NotFound."""
    _mine(uow, kept, id)
    if example and uow.examples.get(example).preparation != kept.id:
        raise NotFound("example", example)
    uow.results.change(id, example=example, changed=now)


def write_step(
    uow: UnitOfWork,
    kept: StoredPreparation,
    id: str,  # noqa: A002
    step: DissentStep,
    text: str,
    mark: str,
    now: dt.datetime,
) -> str:
    """Writes one of the four steps over the writing that was read; the new mark. Raises BothTexts, InvalidInput."""
    if len(text) > _STEP_LIMIT:
        raise InvalidInput(step.value, "too_long")
    row = _mine(uow, kept, id)
    stands = steps_of(row.said)[step]
    if stands and text != stands and mark != mark_of(stands):
        uow.drafts.keep(_about(id, step), text, now, kept.id)
        raise BothTexts("note", _about(id, step), stands, text)
    uow.results.change(id, said=with_step(row.said, step, text), changed=now)
    return mark_of(text)


def settle_step(
    uow: UnitOfWork,
    kept: StoredPreparation,
    id: str,  # noqa: A002
    draft: str,
    now: dt.datetime,
    *,
    use: bool,
) -> None:
    """The person chooses between two texts of a step: uses the one that lost the race, or lets it go."""
    row = _mine(uow, kept, id)
    for step in DissentStep:
        for one in _drafts(uow, kept, id, step):
            if one.id == draft:
                if use:
                    uow.results.change(id, said=with_step(row.said, step, one.text), changed=now)
                uow.drafts.discard(one.id)


def remove_result(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> Removed:  # noqa: A002
    """Deletes a result; it can be brought back."""
    _mine(uow, kept, id)
    return uow.undo.remove(_TABLE, id, now)


def restore_result(uow: UnitOfWork, kept: StoredPreparation, removed: str) -> None:
    """Brings a deleted result back. Raises NotFound."""
    gone = uow.undo.get(removed)
    if gone.preparation != kept.id or gone.kind != _TABLE:
        raise NotFound("removed", removed)
    uow.undo.restore(removed)


def find_report(uow: UnitOfWork, kept: StoredPreparation, id: str) -> StoredDocument:  # noqa: A002
    """A report of this preparation. Raises NotFound."""
    stored = uow.documents.get(id)
    if stored.preparation != kept.id or stored.kind != DocumentKind.ASSESSMENT.value:
        raise NotFound("document", id)
    return stored


def propose_results(document: Document) -> tuple[ReportReading, tuple[Proposal, ...]]:
    """What was read in a report, as rows to accept."""
    report = read_report(document, load_vocabulary(), load_instruments(), load_traits())
    norm = report.norm.value if report.norm else ""
    overall = report.reliability.value if report.reliability else ""
    proposals = []
    for score in report.scores:
        trait = fold(score.trait.value)
        test = score.instrument
        proposals.append(
            Proposal(
                GivenResult(
                    test.name if test else "",
                    trait[:1].upper() + trait[1:],
                    score.scale.value.value if score.scale else "",
                    score.score.value,
                    fold(norm),
                    score.reliability.value if score.reliability else overall,
                    document.digest,
                    score.line.words,
                ),
                score.question,
                test.scales[0] if test and test.scales and score.scale is None else None,
            )
        )
    return report, tuple(proposals)


def _checked(given: GivenResult) -> dict[str, str]:
    trait, instrument, norm = (fold(text)[:_LONGEST] for text in (given.trait, given.instrument, given.norm))
    if not trait:
        raise InvalidInput("trait", "missing")
    if given.scale not in set(Scale):
        raise InvalidInput("scale", "no_scale")
    score = read_score(Scale(given.scale), given.score)
    read_reliability(given.reliability)
    return {
        "instrument": instrument,
        "trait": trait,
        "scale": given.scale,
        "score": score.written,
        "norm": norm,
        "reliability": given.reliability.strip(),
    }


def _placed(result: Result, preparation: Preparation) -> SeenResult:
    placed = place_result(
        result.trait,
        result.scale,
        result.score,
        result.reliability,
        result.instrument,
        load_instruments(),
        load_traits(),
    )
    return SeenResult(result, placed, demands_touched(placed.trait, preparation.ad))


def _differ(rows: Sequence[SeenResult]) -> bool:
    return any(surely_differ(one.placed, other.placed) for at, one in enumerate(rows) for other in rows[at + 1 :])


def _questions(one: SeenResult, language: Language) -> tuple[str, ...]:
    bank = load_questions()
    score = one.kept.score
    ids = likely_questions(one.placed, demanded=bool(one.touched))
    words = (bank.template(id).wording[language] for id in ids)  # noqa: A001
    return tuple(text.replace("{trait}", one.kept.trait.lower()).replace("{score}", score) for text in words)


def _once(tests: Sequence[Assessment]) -> tuple[Assessment, ...]:
    return tuple({test.quote.words.lower(): test for test in tests}.values())


def _mine(uow: UnitOfWork, kept: StoredPreparation, id: str) -> Result:  # noqa: A002
    result = uow.results.get(id)
    if result.preparation != kept.id:
        raise NotFound("result", id)
    return result


def _about(id: str, step: DissentStep) -> str:  # noqa: A002
    return f"result:{id}:{step.value}"


def _drafts(uow: UnitOfWork, kept: StoredPreparation, id: str, step: DissentStep) -> tuple[Draft, ...]:  # noqa: A002
    return tuple(draft for draft in uow.drafts.of(_about(id, step)) if draft.preparation == kept.id)
