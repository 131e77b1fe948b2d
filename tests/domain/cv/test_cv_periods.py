"""Periods as CVs write them."""

import pytest

from andregang.domain.cv.periods import find_periods


@pytest.mark.parametrize(
    ("text", "first", "last", "ongoing"),
    [
        ("08.2019 – d.d.", "2019-08", None, True),
        ("aug. 2019–", "2019-08", None, True),
        ("sommeren 2019", "2019", "2019", False),
        ("2016–2019", "2016", "2019", False),
        ("2013/2014", "2013", "2014", False),
        ("2013/14", "2013", "2014", False),
        ("2016–19", "2016", "2019", False),
        ("høsten 2020", "2020", "2020", False),
        ("hausten 2020 – våren 2021", "2020", "2021", False),
        ("jan 2015 til mars 2017", "2015-01", "2017-03", False),
        ("since 2018", "2018", None, True),
        ("siden 2018", "2018", None, True),
        ("fra 2020", "2020", None, True),
        ("2018–", "2018", None, True),
        ("2018 – nå", "2018", None, True),
        ("sept. 2018 – no", "2018-09", None, True),
        ("juni 2018 – nåværende", "2018-06", None, True),
        ("2018 - i dag", "2018", None, True),
        ("Feb 2020 to date", "2020-02", None, True),
        ("Mar 2020 – Present", "2020-03", None, True),
        ("03/2018 - 05/2020", "2018-03", "2020-05", False),
        ("2018-08 – 2020-06", "2018-08", "2020-06", False),
        ("08.19 – 06.21", "2019-08", "2021-06", False),
        ("01.08.2019–31.07.2021", "2019-08", "2021-07", False),
        ("1. august 2019", "2019-08", "2019-08", False),
        ("April – October 2017", "2017-04", "2017-10", False),
        ("juni–august 2017", "2017-06", "2017-08", False),
        ("Summers 2014 and 2015", "2014", "2015", False),
        ("somrane 2011, 2012 og 2013", "2011", "2013", False),
        ("mai 2013 – oktober\n2016", "2013-05", "2016-10", False),
        ("May '18 – Aug '20", "2018-05", "2020-08", False),
        ("til 2019", None, "2019", False),
    ],
)
def test_a_period_is_read_whole(text, first, last, ongoing):
    periods = find_periods(text)
    assert len(periods) == 1, periods
    period = periods[0]
    assert (period.first and str(period.first), period.last and str(period.last), period.ongoing) == (
        first,
        last,
        ongoing,
    )
    assert text[period.at : period.to] == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "12,5 til 8,2 prosent",
        "3080 Holmestrand",
        "tlf. 90 01 20 20",
        "1,8 mill.",
        "you may work",
        "40 timer",
        "915 40 226",
    ],
)
def test_numbers_are_not_taken_for_years(text):
    assert find_periods(text) == ()


def test_a_dash_before_a_title_leaves_no_open_end():
    (period,) = find_periods("2018 – Servicemann, Kranservice AS")
    assert not period.ongoing
    assert period.single
