"""What the person says about the plan: done, or moved to another day."""

import datetime as dt

from andregang.store import tables
from andregang.store.records import PlanMark
from andregang.store.rows import Mine, Rows


class PlanMarks(Rows[PlanMark]):
    """Marks by the stable id of a task."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.plan_marks, PlanMark, "plan_mark")

    def of(self, preparation: str) -> tuple[PlanMark, ...]:
        return self.all("task", preparation=preparation)

    def mark_done(self, preparation: str, task: str, now: dt.datetime | None) -> PlanMark:
        """The task is done; with None it is open again."""
        return self._mark(preparation, task, done=now)

    def move(self, preparation: str, task: str, day: dt.date | None) -> PlanMark:
        """The task is moved to a day; with None the plan decides again."""
        return self._mark(preparation, task, moved_to=day)

    def _mark(self, preparation: str, task: str, **values: dt.date | None) -> PlanMark:
        known = self.find(preparation=preparation, task=task)
        if known:
            return self.change(known.id, **values)
        return self.add(**{"preparation": preparation, "task": task, "done": None, "moved_to": None, **values})
