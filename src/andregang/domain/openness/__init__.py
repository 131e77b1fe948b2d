"""Openness: what one must tell, what they may not ask, and what one may see of others."""

from andregang.domain.openness.age import Age, age_of
from andregang.domain.openness.duty import Duty, duty_to_tell
from andregang.domain.openness.topics import (
    GROUPS,
    Light,
    NamedInAd,
    Touched,
    is_public_employer,
    named_in_ad,
    topics_of,
)

__all__ = [
    "GROUPS",
    "Age",
    "Duty",
    "Light",
    "NamedInAd",
    "Touched",
    "age_of",
    "duty_to_tell",
    "is_public_employer",
    "named_in_ad",
    "topics_of",
]
