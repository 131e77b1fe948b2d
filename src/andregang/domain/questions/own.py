"""Questions for the candidate to ask: few, for the person they suit, and never what the ad has answered."""

import re
from collections.abc import Iterator, Sequence

from andregang.domain.job_ad import JobAd
from andregang.domain.meeting import AssessmentTime, Meeting, Participant, Side
from andregang.domain.questions.circumstances import speaks_of
from andregang.domain.questions.model import OwnQuestion, OwnQuestionBank, OwnQuestionTemplate, When
from andregang.domain.text import Language
from andregang.domain.vocabulary import Vocabulary

PER_PERSON = 4
_TASKS = "D1"
_MUST_DECIDE = ("D1", "D2", "D6", "D10")
_NOBODY_KNOWN = ("ROLE_LE", "ROLE_HR")
_ROLES = ("ROLE_TV", "ROLE_RK", "ROLE_TL", "ROLE_HR", "ROLE_LE")


def propose_own_questions(
    meeting: Meeting | None, ad: JobAd | None, own_bank: OwnQuestionBank, language: Language
) -> tuple[OwnQuestion, ...]:
    """At most four questions for each person met, by role; at least one about the tasks (D1) in all.

    Nobody known to come: the questions for a hiring manager and for HR, for no person by name. No question is
    proposed twice, and none the ad answers (substance 3.17).
    """
    said_in = language if language in (Language.NB, Language.NN, Language.EN) else Language.NB
    usable = [one for one in own_bank.templates if _usable(one, meeting, ad, own_bank.vocabulary)]
    asked: list[OwnQuestion] = []
    taken: set[str] = set()
    for role, person in _met(meeting, own_bank.vocabulary):
        for template in _for_role(role, usable, taken):
            taken.add(template.id)
            asked.append(OwnQuestion(template.id, role, person, template.wording[said_in], template.informs))
    return _about_the_tasks(asked, usable, said_in)


def _about_the_tasks(
    asked: list[OwnQuestion], usable: Sequence[OwnQuestionTemplate], said_in: Language
) -> tuple[OwnQuestion, ...]:
    """The same, with a question about the tasks for the first person when nobody was to be asked one."""
    missing = [one for one in usable if one.informs == _TASKS and one.to == "ROLE_LE"]
    if not asked or not missing or any(one.informs == _TASKS for one in asked):
        return tuple(asked)
    first = asked[0]
    template = min(missing, key=lambda one: one.rank)
    extra = OwnQuestion(template.id, first.to, first.person, template.wording[said_in], _TASKS)
    theirs = [one for one in asked if (one.to, one.person) == (first.to, first.person)]
    return (extra, *theirs[: PER_PERSON - 1], *(one for one in asked if one not in theirs))


def role_of(participant: Participant, vocabulary: Vocabulary) -> str:
    """The role id of someone at the meeting (substance 1.3): by the words of their title, then by their side."""
    title = f" {(participant.role or '').lower()} "
    if participant.side is Side.AGENCY:
        return "ROLE_RK"
    for role in _ROLES:
        if any(_names(entry, title) for entry in vocabulary.entries(f"questions.role.{role}")):
            return role
    return "ROLE_KO" if participant.role else "ROLE_LE"


def _names(entry: str, title: str) -> bool:
    """Whether a title holds the word, alone or as the beginning or the end of a longer one."""
    if entry.startswith("re:"):
        return re.search(entry[3:], title) is not None
    return f" {entry}" in title or (len(entry) > 3 and f"{entry} " in title) or f"-{entry}" in title


def _met(meeting: Meeting | None, vocabulary: Vocabulary) -> Iterator[tuple[str, str | None]]:
    people = meeting.participants if meeting is not None else ()
    if not people:
        yield from ((role, None) for role in _NOBODY_KNOWN)
    for person in people:
        yield role_of(person, vocabulary), person.name


def _for_role(role: str, usable: Sequence[OwnQuestionTemplate], taken: set[str]) -> list[OwnQuestionTemplate]:
    """Up to four, first about what must be decided, no decision twice before each has been asked once."""
    left = sorted((one for one in usable if one.to == role and one.id not in taken), key=lambda one: one.rank)
    chosen: list[OwnQuestionTemplate] = []
    while left and len(chosen) < PER_PERSON:
        informed = [one.informs for one in chosen]
        best = min(left, key=lambda one: (informed.count(one.informs), one.informs not in _MUST_DECIDE, one.rank))
        left.remove(best)
        chosen.append(best)
    return sorted(chosen, key=lambda one: (one.informs != _TASKS, one.rank))


def _usable(template: OwnQuestionTemplate, meeting: Meeting | None, ad: JobAd | None, vocabulary: Vocabulary) -> bool:
    if template.when is When.TESTS:
        tests = meeting.tests if meeting is not None else ()
        return any(test.when is not AssessmentTime.IN_MEETING for test in tests)
    if template.answered_by == "permanent_and_percentage":
        return ad is None or ad.permanent is None or ad.percentage is None
    if template.answered_by and ad is not None:
        text = ad.document.content.text.lower()
        return not speaks_of(text, vocabulary, f"questions.answered.{template.answered_by}")
    return True
