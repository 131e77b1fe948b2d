"""The days to the interview: what to do, how long it takes, never more than three things a day."""

from andregang.domain.plan.make import make_plan
from andregang.domain.plan.model import Plan, PlanAction, PlanDay, PlanTask

__all__ = ["Plan", "PlanAction", "PlanDay", "PlanTask", "make_plan"]
