"""What the person says to a result: whether they recognise it, and the four steps of disagreeing well (4.6)."""

import json
from collections.abc import Mapping
from enum import StrEnum


class Recognised(StrEnum):
    """Whether the person knows themselves again in a result."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class DissentStep(StrEnum):
    """The four steps, in the order they are said."""

    RECEIVE = "receive"
    LIMIT = "limit"
    PROVE = "prove"
    OPEN = "open"


def steps_of(said: str) -> Mapping[DissentStep, str]:
    """The four texts as kept; empty where nothing was written."""
    try:
        kept = json.loads(said) if said else {}
    except ValueError:
        kept = {}
    return {step: str(kept.get(step.value, "")) if isinstance(kept, dict) else "" for step in DissentStep}


def with_step(said: str, step: DissentStep, text: str) -> str:
    """The kept texts with one of them written anew; "" when none is left."""
    steps = {one.value: words for one, words in {**steps_of(said), step: text}.items() if words}
    return json.dumps(steps, ensure_ascii=False, sort_keys=True) if steps else ""
