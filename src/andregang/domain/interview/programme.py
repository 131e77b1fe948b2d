"""How this meeting may go: the agenda of the invitation, else the usual parts, with questions that fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.interview.model import OWN, Part, Programme, Stage, Step
from andregang.domain.meeting import Meeting, Participant
from andregang.domain.questions import Question, role_of
from andregang.domain.vocabulary import Vocabulary

USUAL_MINUTES = 60
MOST_MINUTES = 240
_EACH = {Part.STORY: 4, Part.TERMS: 2, Part.CLOSING: 3, Part.CONTRIBUTION: 4}
_USUALLY = 4
"""Minutes for a question with what follows it up."""

GROUPS: Mapping[Part, tuple[str, ...]] = {
    Part.STORY: ("FØ",),
    Part.TASKS: ("K", "KR", "SI"),
    Part.CONTRIBUTION: ("B",),
    Part.TESTS: ("PT", "ET"),
    Part.CASE: ("CA",),
    Part.WORKING: ("SA", "LE", "KO", "MO"),
    Part.TERMS: ("LØ", "RE"),
    Part.CLOSING: ("AV",),
}
_ASKED_BY = {
    Part.STORY: ("ROLE_RK", "ROLE_LE", "ROLE_TL"),
    Part.TASKS: ("ROLE_LE", "ROLE_KO", "ROLE_TL"),
    Part.CONTRIBUTION: ("ROLE_LE", "ROLE_TL"),
    Part.TESTS: ("ROLE_RK", "ROLE_HR"),
    Part.CASE: ("ROLE_LE", "ROLE_TL", "ROLE_KO"),
    Part.WORKING: ("ROLE_KO", "ROLE_LE", "ROLE_HR", "ROLE_TV"),
    Part.OWN: ("ROLE_LE", "ROLE_RK", "ROLE_HR"),
    Part.TERMS: ("ROLE_HR", "ROLE_RK", "ROLE_LE"),
    Part.CLOSING: ("ROLE_RK", "ROLE_HR", "ROLE_LE"),
}
_TAKE_TURNS = 2


@dataclass(frozen=True, slots=True)
class Usual:
    """A part as it usually is: what it is called, and its minutes by those of the whole meeting."""

    part: Part
    title: str
    minutes: Mapping[int, int]


def make_programme(
    meeting: Meeting | None,
    people: Sequence[Participant],
    questions: Sequence[Question],
    usual: Sequence[Usual],
    vocabulary: Vocabulary,
    own: str,
    minutes: int | None = None,
) -> Programme:
    """The parts of this meeting in order, each with the questions it has time for and who asks them.

    `questions` are the worthiest first; none is asked twice. `own` are the words with which the candidate is asked for
    questions. `minutes` are those of the whole meeting when they are known. A part nothing can be asked in has no
    minutes when it is one of the usual, and stands as it is when the invitation names it.
    """
    groups = {question.group for question in questions}
    stages = _agreed(meeting, vocabulary, minutes) or [(s, [s.part]) for s in _usual(usual, minutes, groups)]
    roles = [(role_of(person, vocabulary), person) for person in people]
    left = list(questions)
    steps: list[Step] = []
    for place, (stage, parts) in enumerate(stages):
        for part in parts:
            askers = _askers(part, roles)
            if part is Part.OWN and not any(step.key == OWN for step in steps):
                steps.append(Step(OWN, own, place, askers[0]))
            chosen = _chosen(part, stage.minutes // len(parts), left)
            left = [question for question in left if question not in chosen]
            steps += [Step(q.id, q.words, place, askers[n % len(askers)]) for n, q in enumerate(chosen)]
    return Programme(tuple(stage for stage, _ in stages), tuple(steps))


def parts_of(what: str, vocabulary: Vocabulary) -> list[Part]:
    """Which parts an item of an agenda is, in the order it names them; the tasks when it names none."""
    words = what.lower()
    named: list[tuple[int, int, Part]] = []
    for part in Part:
        for entry in vocabulary.entries(f"interview.part.{part.value}"):
            if (at := words.find(entry)) >= 0:
                named.append((at, at + len(entry), part))
    # What lies inside a longer name is none of its own: "tilbakemelding på test" names the tests, "om oss" no story.
    whole = [one for one in named if not any(a <= one[0] and one[1] <= b and (a, b) != one[:2] for a, b, _ in named)]
    return list(dict.fromkeys(part for *_, part in sorted(whole))) or [Part.TASKS]


def _agreed(meeting: Meeting | None, vocabulary: Vocabulary, minutes: int | None) -> list[tuple[Stage, list[Part]]]:
    """The parts as the invitation gives them; none when it names fewer than two."""
    agenda = meeting.agenda if meeting else ()
    if len(agenda) < 2:
        return []
    told = sum(item.minutes or 0 for item in agenda)
    untold = sum(item.minutes is None for item in agenda)
    whole = min(minutes or max(USUAL_MINUTES, told), MOST_MINUTES)
    share = max(_USUALLY, (whole - told) // untold) if untold else 0
    named = [(item, parts_of(item.what, vocabulary)) for item in agenda]
    return [(Stage(parts[0], item.what, item.minutes or share), parts) for item, parts in named]


def _usual(usual: Sequence[Usual], minutes: int | None, groups: set[str]) -> list[Stage]:
    """The usual parts of a meeting of this length; the minutes of parts there is nothing for go to the tasks."""
    whole = min(minutes or USUAL_MINUTES, MOST_MINUTES)
    stages = []
    for one in usual:
        pattern = min(one.minutes, key=lambda length: (abs(length - whole), length))
        fits = one.part in (Part.WELCOME, Part.OWN) or groups.intersection(GROUPS[one.part])
        room = one.minutes[pattern] * whole // pattern
        if fits and (room or one.part in (Part.TESTS, Part.CASE)):
            stages.append(Stage(one.part, one.title, room or 2 * _USUALLY))
    over = whole - sum(stage.minutes for stage in stages)
    return [
        Stage(stage.part, stage.title, max(_USUALLY, stage.minutes + over)) if stage.part is Part.TASKS else stage
        for stage in stages
    ]


def _chosen(part: Part, minutes: int, questions: Sequence[Question]) -> list[Question]:
    """The worthiest questions of a part, as many as it has time for; those about one task beside each other."""
    groups = GROUPS.get(part, ())
    most = max(1, minutes // _EACH.get(part, _USUALLY)) if groups else 0
    chosen = [question for question in questions if question.group in groups][:most]
    first = {question.item: place for place, question in reversed(list(enumerate(chosen)))}
    return sorted(chosen, key=lambda question: first[question.item] if question.item else chosen.index(question))


def _askers(part: Part, roles: Sequence[tuple[str, Participant]]) -> list[str]:
    """Who asks in a part, one after another; someone who has not met the candidate asks for the story."""
    wanted = _ASKED_BY.get(part, ())
    ranked = sorted(
        enumerate(roles),
        key=lambda one: (
            part is Part.STORY and one[1][1].first_time is not True,
            wanted.index(one[1][0]) if one[1][0] in wanted else len(wanted),
            one[0],
        ),
    )
    fitting = [person.name for _, (role, person) in ranked if role in wanted] or [p.name for _, (_, p) in ranked]
    turns = _TAKE_TURNS if part in (Part.TASKS, Part.WORKING, Part.CASE) else 1
    return fitting[:turns] or [""]
