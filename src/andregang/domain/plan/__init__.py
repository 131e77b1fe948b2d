"""The days to the interview: what to do, how long it takes, never more than three things a day."""

from andregang.domain.plan.make import make_plan
from andregang.domain.plan.marks import MINUTES, days_to_choose, fewer_minutes, move_tasks
from andregang.domain.plan.model import Plan, PlanAction, PlanDay, PlanTask

__all__ = [
    "MINUTES",
    "Plan",
    "PlanAction",
    "PlanDay",
    "PlanTask",
    "days_to_choose",
    "fewer_minutes",
    "make_plan",
    "move_tasks",
]
