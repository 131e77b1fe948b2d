"""Dates and clock times in Norwegian and English running text."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.domain.dates import Moment, find_moments

FRIDAY = dt.date(2026, 11, 20)
NB_MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()
NB_DAYS = "mandag tirsdag onsdag torsdag fredag lørdag søndag".split()
NN_DAYS = "måndag tysdag onsdag torsdag fredag laurdag sundag".split()
EN_MONTHS = "January February March April May June July August September October November December".split()
EN_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def told(text: str, base: dt.date | None = FRIDAY) -> str:
    return "; ".join(_words(moment) for moment in find_moments(text, base))


def _words(moment: Moment) -> str:
    date = f"{moment.date} " if moment.date else ""
    begins = f"{moment.begins:%H:%M}" if moment.begins else ""
    ends = f"-{moment.ends:%H:%M}" if moment.ends else ""
    return (date + begins + ends).strip() + ("" if moment.weekday_fits else " weekday differs")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("torsdag 10. desember kl. 9–10.15", "2026-12-10 09:00-10:15"),
        ("10. des kl 17", "2026-12-10 17:00"),
        ("den 18. des. 2026 klokken 12:45", "2026-12-18 12:45"),
        ("mandag 14/12 klokka 0830", "2026-12-14 08:30"),
        ("Vi ses 17.12. kl 14", "2026-12-17 14:00"),
        ("uke 51, tirsdag kl 8", "2026-12-15 08:00"),
        ("tysdag i veke 51, klokka kvart over ni", "2026-12-15 09:15"),
        ("halv ni på fredag", "2026-11-27 08:30"),
        ("fem på halv ti mandag", "2026-11-23 09:25"),
        ("i morgen kl. 9", "2026-11-21 09:00"),
        ("i morgon klokka ti", "2026-11-21 10:00"),
        ("i overmorgen kl 12", "2026-11-22 12:00"),
        ("tomorrow at 3 pm", "2026-11-21 15:00"),
        ("neste tirsdag kl 13", "2026-11-24 13:00"),
        ("førstkommende onsdag kl. 10.30", "2026-11-25 10:30"),
        ("torsdag neste uke kl 11", "2026-11-26 11:00"),
        ("onsdag neste veke klokka eitt", "2026-11-25 13:00"),
        ("next Wednesday at 9:15 am", "2026-11-25 09:15"),
        ("December 17, 2026, 2–3 pm", "2026-12-17 14:00-15:00"),
        ("Thu Dec 17, 2026 1pm - 2:30pm", "2026-12-17 13:00-14:30"),
        ("2026-12-17T10:30", "2026-12-17 10:30"),
        ("2026-12-17 kl. 10.30", "2026-12-17 10:30"),
        ("17.12.2026 10:30", "2026-12-17 10:30"),
        ("Date: Tuesday 2 February 2027\nTime: 10:15 to 12:00", "2027-02-02 10:15-12:00"),
        ("flyttes fra onsdag 16. til torsdag 17. desember kl. 11", "2026-12-16; 2026-12-17 11:00"),
        ("mandag 7. desember kl. 10 eller 14.30", "2026-12-07 10:00; 2026-12-07 14:30"),
        ("søndag 6. desember kl. 24", "2026-12-06 23:59"),
        ("mellom kl. 10 og 11 på fredag", "2026-11-27 10:00-11:00"),
        ("kl 7 om kvelden 3. desember", "2026-12-03 19:00"),
        ("half past two on Tuesday", "2026-11-24 14:30"),
        ("tirsdag 10. desember", "2026-12-10 weekday differs"),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ring 912 34 567 eller +47 23 50 77 11",
        "org.nr. 912 345 678",
        "kr 498 600 i året, 10.50 per time",
        "versjon 4.10, kapittel 3.2 og § 14-9",
        "Storgata 12, 4. etasje",
        "2–3 års erfaring, 3/4 stilling, åpent 24/7, 100 %",
        "1-2 dager på hjemmekontor",
        "You may 10 times out of 10",
        "sak 26/01874",
    ],
)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert told(text) == ""


def test_a_missing_year_is_the_coming_one():
    (moment,) = find_moments("8. januar", dt.date(2026, 12, 18))
    assert (moment.date, moment.year_given) == (dt.date(2027, 1, 8), False)


def test_a_date_shortly_past_stays_in_its_year():
    (moment,) = find_moments("takk for samtalen 12. november", FRIDAY)
    assert moment.date == dt.date(2026, 11, 12)


def test_without_a_base_a_weekday_finds_the_year_near_a_given_day():
    (moment,) = find_moments("Friday 15 January", None, near=dt.date(2026, 11, 22))
    assert moment.date == dt.date(2027, 1, 15)


def test_relative_words_are_skipped_without_a_base():
    assert find_moments("i morgen eller på torsdag", None, near=FRIDAY) == ()


def test_offsets_cover_the_words():
    text = "Velkommen torsdag 10. desember kl. 9–10.15 på skolen"
    (moment,) = find_moments(text, FRIDAY)
    assert text[moment.start : moment.end] == "torsdag 10. desember kl. 9–10.15"


DATES = st.dates(min_value=FRIDAY, max_value=FRIDAY + dt.timedelta(days=250))
TIMES = st.times().map(lambda time: time.replace(minute=time.minute // 5 * 5, second=0, microsecond=0))


@given(DATES, TIMES.filter(lambda time: time.hour > 6))
def test_every_form_of_a_date_is_found_again(date: dt.date, time: dt.time) -> None:
    nb, en = NB_MONTHS[date.month - 1], EN_MONTHS[date.month - 1]
    forms = (
        f"{NB_DAYS[date.weekday()]} {date.day}. {nb} kl. {time:%H.%M}",
        f"{NN_DAYS[date.weekday()]} den {date.day}. {nb} {date.year} klokka {time:%H:%M}",
        f"{EN_DAYS[date.weekday()]} {date.day} {en} at {time:%H:%M}",
        f"{en} {date.day}, {date.year}, {time:%H:%M}",
        f"{date:%d.%m.%Y} kl {time:%H%M}",
        f"{date.isoformat()} {time:%H:%M}",
        f"{NB_DAYS[date.weekday()]} {date.day}/{date.month} kl {time:%H.%M}",
    )
    for form in forms:
        found = [(moment.date, moment.begins) for moment in find_moments(f"Vi møtes {form} på skolen.", FRIDAY)]
        assert found == [(date, time)], form


@given(st.text(max_size=300), st.none() | st.dates(), st.none() | st.dates())
@settings(max_examples=200)
def test_no_text_raises(text: str, base: dt.date | None, near: dt.date | None) -> None:
    for moment in find_moments(text, base, near):
        assert 0 <= moment.start < moment.end <= len(text)
        assert moment.date or moment.begins


DATE_WORDS = st.lists(
    st.sampled_from(
        "kl kl. klokka 10 10.30 1330 – - til og eller torsdag 3. des 7/12 2026 uke 50 neste halv to fem på kvart over"
        " i morgen next pm 12.1.2027 24/7 0 99 31. februar .".split()
    ),
    max_size=25,
).map(" ".join)


@given(DATE_WORDS)
def test_no_heap_of_date_words_raises_or_overlaps(text: str) -> None:
    moments = find_moments(text, FRIDAY)
    assert list(moments) == sorted(moments, key=lambda moment: (moment.start, moment.end))
