"""The assignment as the person says it is: demands struck and added, and the time given set."""

from collections.abc import Sequence
from dataclasses import replace

from andregang.domain.case.conditions import find_unclear_of
from andregang.domain.case.model import Assignment, Demand
from andregang.domain.meeting import CaseTask
from andregang.domain.source import Action, Correction, Stated, own_words


def correct_assignment(
    assignment: Assignment, corrections: Sequence[Correction], minutes: int | None = None
) -> Assignment:
    """Without the demands struck, with those added last, and with the minutes the person set."""
    struck = {c.words for c in corrections if c.action is Action.STRIKE}
    kept = [demand for demand in assignment.demands if demand.words not in struck]
    known = {demand.words for demand in assignment.demands}
    added = [Demand(own_words(c.words)) for c in corrections if c.action is Action.ADD and c.words not in known]
    changed = replace(assignment, demands=(*kept, *added))
    if minutes:
        set_time = Stated(minutes, own_words(str(minutes)))
        changed = replace(changed, presentation=set_time, talking=None)
    return replace(changed, unclear=find_unclear_of(changed))


def assignment_of_invitation(task: CaseTask) -> Assignment:
    """What an invitation says of a case: its task as the one demand, and the minutes it names."""
    presentation = Stated(task.minutes, task.quote) if task.minutes else None
    found = Assignment((Demand(task.quote),), presentation)
    return replace(found, unclear=find_unclear_of(found))
