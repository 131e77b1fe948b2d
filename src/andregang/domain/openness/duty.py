"""Must it be told? Three questions decide (substance 5.3, LD6)."""

from enum import StrEnum


class Duty(StrEnum):
    """What follows: tell it, choose freely, or no need."""

    TELL = "tell"
    CHOOSE = "choose"
    NO_NEED = "no_need"


def duty_to_tell(*, forbidden: bool, asked: bool, matters: bool) -> Duty:
    """What follows from: may they not ask about it, did they ask, and does it bear directly on doing the job.

    What they may not ask need not be told. Else what they ask, and what bears on the job, is told; the rest is a
    choice. Whatever the answer, what is said must be true.
    """
    if forbidden:
        return Duty.NO_NEED
    return Duty.TELL if asked or matters else Duty.CHOOSE
