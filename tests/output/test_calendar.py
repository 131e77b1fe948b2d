"""The calendar files: right hours, alarms, the same event every time, and nothing a colleague should read."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import icalendar
import pytest

from andregang.i18n import use
from andregang.output.calendar import interview_ics, plan_ics

from . import preparations
from .briefs import brief_of, compare

OSLO = ZoneInfo("Europe/Oslo")


def interview(preparation, **options):
    made = interview_ics(brief_of(preparation), use("nb"), **options)
    assert made is not None
    return next(iter(icalendar.Calendar.from_ical(made).walk("VEVENT")))


def practice(preparation, **options):
    made = plan_ics(brief_of(preparation), use("nb"), **options)
    assert made is not None
    return list(icalendar.Calendar.from_ical(made).walk("VEVENT"))


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_calendar_files_are_as_expected(language: str, full: bool):
    brief, kind = brief_of(preparations.ordinary()), "full" if full else "discreet"
    for name, made in (
        ("interview", interview_ics(brief, use(language), full=full)),
        ("plan", plan_ics(brief, use(language), full=full)),
    ):
        assert made is not None
        compare(f"{name}.{kind}.{language}.ics", made.decode())


def test_the_interview_is_at_its_hour_in_oslo():
    event = interview(preparations.ordinary())
    assert event.start == dt.datetime(2026, 11, 26, 10, 0, tzinfo=OSLO)
    assert event.end - event.start == dt.timedelta(minutes=90)
    assert [alarm.TRIGGER for alarm in event.walk("VALARM")] == [dt.timedelta(days=-1), dt.timedelta(minutes=-90)]


def test_an_hour_said_in_another_zone_is_told_in_oslo_time():
    preparation = replace(preparations.ordinary(), given_start=dt.datetime(2026, 7, 1, 8, 0, tzinfo=dt.UTC))
    assert interview(preparation).start == dt.datetime(2026, 7, 1, 10, 0, tzinfo=OSLO)


def test_by_default_a_colleague_learns_nothing():
    for name, made in (
        ("interview", interview_ics(brief_of(preparations.ordinary()), use("nb"))),
        ("plan", plan_ics(brief_of(preparations.ordinary()), use("nb"))),
    ):
        text = (made or b"").decode()
        for word in ("intervju", "Fjellvann", "Kraftgata", "Terje", "LOCATION", "URL", "Case", "fjellvann"):
            assert word not in text.replace("-interview@andregang", ""), (name, word)


def test_full_titles_say_who_and_where():
    event = interview(preparations.ordinary(), full=True)
    assert event["summary"] == "Andregangsintervju: Fjellvann Energi"
    assert event["location"] == "Kraftgata 4, 3. etasje, Porsgrunn"
    assert "Terje Bakkane, avdelingsleder nett" in event["description"]


def test_the_same_event_comes_back_with_a_higher_number():
    before = preparations.ordinary()
    after = replace(before, now=before.now + dt.timedelta(hours=1))
    assert interview(before)["uid"] == interview(after)["uid"]
    assert interview(after)["sequence"] > interview(before)["sequence"]
    assert interview(after, sequence=3)["sequence"] == 3


def test_no_interview_file_without_a_time_and_no_plan_file_without_days():
    assert interview_ics(brief_of(preparations.ad_only()), use("nb")) is None
    assert plan_ics(brief_of(preparations.ad_only()), use("nb")) is None


def test_practice_is_in_the_evening_and_well_before_the_interview_on_its_day():
    events = practice(preparations.ordinary())
    assert [event.start.hour for event in events[:3]] == [18, 18, 18]
    assert events[3].end <= dt.datetime(2026, 11, 26, 8, 0, tzinfo=OSLO)
    assert {alarm.TRIGGER for event in events for alarm in event.walk("VALARM")} == {dt.timedelta(minutes=-10)}


def test_practice_late_in_the_day_begins_soon_and_never_in_the_past():
    late = replace(preparations.ordinary(), now=dt.datetime(2026, 11, 23, 20, 10, tzinfo=OSLO))
    assert practice(late)[0].start == dt.datetime(2026, 11, 23, 20, 30, tzinfo=OSLO)


def test_line_breaks_in_names_start_no_new_property():
    for event in (interview(preparations.hostile(), full=True), *practice(preparations.hostile(), full=True)):
        assert "attendee" not in event
        assert len(list(event.walk("VALARM"))) in (1, 2)
    made = interview_ics(brief_of(preparations.hostile()), use("nb"), full=True) or b""
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_summer_time_is_known():
    made = icalendar.Calendar.from_ical(interview_ics(brief_of(preparations.ordinary()), use("nb")))
    zone = next(iter(made.walk("VTIMEZONE"))).to_tz()
    for month in range(1, 13):
        noon = dt.datetime(2027, month, 28, 12)
        assert noon.replace(tzinfo=zone).utcoffset() == noon.replace(tzinfo=OSLO).utcoffset()
