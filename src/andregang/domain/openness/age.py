"""How old the text of a rule is."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years and months; never below nought."""

    years: int
    months: int

    @property
    def old(self) -> bool:
        """Whether two years have passed: long enough for most laws to have been changed somewhere."""
        return self.years >= 2


def age_of(as_of: dt.date, today: dt.date) -> Age:
    """How long ago a text stood as it was read."""
    months = (today.year - as_of.year) * 12 + today.month - as_of.month - (today.day < as_of.day)
    return Age(*divmod(max(0, months), 12))
