"""What the person says about time and place, checked before it stands above what a message says."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from andregang.domain.errors import InvalidInput

TIME_FIELDS = ("start", "end", "place", "video_link")
_LONGEST = dt.timedelta(hours=14)
_PLACE_LIMIT = 300
_YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True)
class GivenTime:
    """Time and place as given, and what cannot be used. A field left empty is None or ""."""

    start: dt.datetime | None
    end: dt.datetime | None
    place: str
    video_link: str
    faults: tuple[InvalidInput, ...] = ()


def read_given(fields: Mapping[str, str], zone: dt.tzinfo) -> GivenTime:
    """Times as a form writes them (2026-12-03T13:00), in `zone` when they have none. Never raises."""
    faults: list[InvalidInput] = []
    moments: dict[str, dt.datetime | None] = {}
    for name in ("start", "end"):
        try:
            moments[name] = moment_of(fields.get(name, ""), zone)
        except ValueError:
            moments[name] = None
            faults.append(InvalidInput(name, "no_time"))
    start, end = moments["start"], moments["end"]
    if start and end and not dt.timedelta() < end - start <= _LONGEST:
        faults.append(InvalidInput("end", "ends_before"))
    place = " ".join(fields.get("place", "").split())
    if len(place) > _PLACE_LIMIT:
        faults.append(InvalidInput("place", "too_long"))
    link = fields.get("video_link", "").strip()
    if link and (not link.lower().startswith(("https://", "http://")) or set(link) & set(" \n\t<>\"'`\\")):
        faults.append(InvalidInput("video_link", "no_link"))
    return GivenTime(start, end, place, link, tuple(faults))


def moment_of(value: str, zone: dt.tzinfo) -> dt.datetime | None:
    """A moment or day as a form writes it, in `zone` when it names none; None for nothing.

    Raises ValueError for anything else, and for years no interview is in.
    """
    if not value.strip():
        return None
    moment = dt.datetime.fromisoformat(value.strip())
    if moment.year not in _YEARS:
        raise ValueError(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
