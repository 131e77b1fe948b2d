"""The interview and the practice as calendar files (RFC 5545).

By default a colleague who sees the calendar learns nothing: titles are plain, and there is no place, link, person or
text. `full` puts them in.
"""

import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from andregang.domain.brief import Brief
from andregang.domain.plan import PlanDay
from andregang.domain.preparation import Preparation
from andregang.i18n import Words
from andregang.output.lines import one_line, shorten
from andregang.output.sheet_words import interview_name, task_words, web_address

OSLO = ZoneInfo("Europe/Oslo")
USUAL_LENGTH = dt.timedelta(minutes=90)
BEFORE_INTERVIEW = (dt.timedelta(days=-1), dt.timedelta(minutes=-90))
BEFORE_PRACTICE = (dt.timedelta(minutes=-10),)
EVENING = dt.time(18, 0)


def interview_ics(brief: Brief, words: Words, *, full: bool = False, sequence: int | None = None) -> bytes | None:
    """The interview as one event with alarms a day and ninety minutes before; None when its start is not known.

    `sequence` counts changes of the event; without it, it grows with time, so that a later file always wins.
    """
    preparation = brief.preparation
    start = preparation.start
    if start is None:
        return None
    begins = _in_oslo(start)
    length = dt.timedelta(minutes=brief.minutes) if brief.minutes else USUAL_LENGTH
    event = _event(preparation, "interview", begins, begins + length, sequence)
    title = words._("Appointment (discreet)")
    if full:
        title = _full_title(preparation, words)
        _add_details(event, brief, words)
    event.add("summary", title)
    _add_alarms(event, title, BEFORE_INTERVIEW)
    return _calendar([event])


def plan_ics(brief: Brief, words: Words, *, full: bool = False, sequence: int | None = None) -> bytes | None:
    """A practice block a day of the plan, in the evening, or before an interview the same day; None without days."""
    events = []
    for day in brief.plan.days:
        if not day.tasks:
            continue
        begins = practice_start(day, brief.preparation)
        ends = begins + dt.timedelta(minutes=day.minutes)
        event = _event(brief.preparation, f"practice-{day.date.isoformat()}", begins, ends, sequence)
        title = words._("Practice (discreet)")
        if full:
            tasks = [f"{task_words(task, words)} ({task.minutes} min)" for task in day.tasks]
            title = words._("Practice: {what}", what=task_words(day.tasks[0], words))
            event.add("description", "\n".join(one_line(task) for task in tasks))
        event.add("summary", title)
        _add_alarms(event, title, BEFORE_PRACTICE)
        events.append(event)
    return _calendar(events) if events else None


def practice_start(day: PlanDay, preparation: Preparation) -> dt.datetime:
    """When the practice of a day begins: at six, or two hours before the interview has to be left for, never past."""
    begins = dt.datetime.combine(day.date, EVENING, OSLO)
    start = _in_oslo(preparation.start) if preparation.start else None
    if start and start.date() == day.date:
        begins = min(begins, start - dt.timedelta(hours=2, minutes=day.minutes))
    now = _in_oslo(preparation.now)
    if begins < now and day.date == now.date():
        # The next quarter of an hour, a little ahead.
        ahead = now + dt.timedelta(minutes=20)
        begins = ahead.replace(minute=ahead.minute // 15 * 15, second=0, microsecond=0)
    return begins


def _in_oslo(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(OSLO) if moment.tzinfo else moment.replace(tzinfo=OSLO)


def _event(preparation: Preparation, name: str, begins: dt.datetime, ends: dt.datetime, sequence: int | None) -> Event:
    event = Event()
    event.add("uid", f"{preparation.id}-{name}@andregang")
    event.add("dtstamp", preparation.now.astimezone(dt.UTC))
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("sequence", int(preparation.now.timestamp()) // 60 if sequence is None else sequence)
    event.add("class", "PRIVATE")
    return event


def _full_title(preparation: Preparation, words: Words) -> str:
    name = interview_name(preparation.meeting, words)
    employer = shorten(preparation.employer or "", 80)
    return f"{name}: {employer}" if employer else name


def _add_details(event: Event, brief: Brief, words: Words) -> None:
    meeting = brief.preparation.meeting
    if meeting is None:
        return
    link = one_line(meeting.video_link.value) if meeting.video_link else ""
    if meeting.place or link:
        event.add("location", one_line(meeting.place.value) if meeting.place else link)
    if web_address(link):
        event.add("url", link)
    lines = [_person(person.name, person.role) for person in meeting.participants]
    if meeting.contact:
        lines.append(f"{words._('Contact')}: {_person(meeting.contact.name, meeting.contact.phone)}")
    if link:
        lines.append(link)
    if lines:
        event.add("description", "\n".join(lines))


def _person(name: str, rest: str | None) -> str:
    return ", ".join(part for part in (one_line(name), one_line(rest or "")) if part)


def _add_alarms(event: Event, title: str, before: tuple[dt.timedelta, ...]) -> None:
    for trigger in before:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", trigger)
        event.add_component(alarm)


def _calendar(events: list[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Andregang//NONSGML//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_oslo_rules())
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _oslo_rules() -> Timezone:
    """Summer time as every calendar program writes it: two rules, with no end date and no list of years."""
    zone = Timezone()
    zone.add("tzid", OSLO.key)
    summer, winter = dt.timedelta(hours=2), dt.timedelta(hours=1)
    for part, name, begins, before, after in (
        (TimezoneDaylight(), "CEST", dt.datetime(1970, 3, 29, 2), winter, summer),  # noqa: DTZ001
        (TimezoneStandard(), "CET", dt.datetime(1970, 10, 25, 3), summer, winter),  # noqa: DTZ001
    ):
        part.add("dtstart", begins)
        part.add("rrule", {"freq": "yearly", "bymonth": begins.month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone
