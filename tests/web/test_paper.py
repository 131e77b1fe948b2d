"""The sheet a browser prints: as much as two pages hold, and the rest counted."""

import pytest

from andregang.i18n import use
from andregang.output.sheet import Sheet
from andregang.output.sheet_words import sheet_of
from andregang.web.paper import fit
from output import preparations
from output.briefs import brief_of

CASES = ["ordinary", "crowded", "single", "ad_only", "invitation_only", "nothing", "hostile", "sami", "wordy"]


def whole(case: str) -> Sheet:
    return sheet_of(brief_of(getattr(preparations, case)()), use("nb"))


@pytest.mark.parametrize("case", CASES)
def test_what_stands_on_paper_stood_on_the_sheet_in_the_same_order(case: str):
    sheet = whole(case)
    printed = fit(sheet)
    rows = list(printed.hypothesis.rows)
    assert rows == [row for row in sheet.hypothesis.rows if row in rows]
    assert [q.words for q in printed.questions] == [q.words for q in sheet.questions][: len(printed.questions)]
    assert printed.days == sheet.days[: len(printed.days)]
    assert printed.head == sheet.head


@pytest.mark.parametrize("case", CASES)
def test_what_was_left_out_is_counted(case: str):
    sheet, printed = whole(case), fit(whole(case))
    assert printed.room.more_agenda == sheet.room.more_agenda + len(sheet.room.agenda) - len(printed.room.agenda)
    lost = sum(len(g.lines) for g in sheet.opening.asking) - sum(len(g.lines) for g in printed.opening.asking)
    assert printed.opening.more_asking == sheet.opening.more_asking + lost
    assert printed.more_days == sheet.more_days + len(sheet.days) - len(printed.days)
    assert printed.bag.more_asked == sheet.bag.more_asked + len(sheet.bag.asked) - len(printed.bag.asked)


def test_the_lines_that_give_way_are_those_ranked_last():
    sheet = whole("crowded")
    printed = fit(sheet)
    kept = {row.rank for row in printed.hypothesis.rows}
    gone = {row.rank for row in sheet.hypothesis.rows if not row.late} - kept
    assert gone
    assert max(gone) < min(kept)


@pytest.mark.parametrize("case", ["single", "ad_only", "invitation_only", "nothing", "sami"])
def test_where_there_is_room_nothing_is_left_out(case: str):
    sheet, printed = whole(case), fit(whole(case))
    assert printed.days == sheet.days
    assert len(printed.hypothesis.rows) == sum(not row.late for row in sheet.hypothesis.rows)
