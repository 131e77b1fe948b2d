"""CVs that follow no layout."""

import pytest
from cv_pasted import PASTED
from cv_pasted_later import PASTED as LATER
from cv_reading import read_text, role, study


@pytest.mark.parametrize("case", PASTED + LATER, ids=lambda case: case.id)
def test_an_odd_cv_is_read_as_a_careful_person_would(case):
    cv = read_text(case.text)
    assert cv.name and cv.name.value == case.name
    assert [role(one) for one in cv.work] == list(case.work)
    assert [role(one) for one in cv.volunteer] == list(case.volunteer)
    assert [study(one) for one in cv.education] == list(case.education)
    assert [one.language.value for one in cv.languages] == list(case.languages)
    assert [one.value for one in cv.certificates] == list(case.certificates)
    assert [one.name.value for one in cv.referees] == list(case.referees)
    assert [one.words for one in cv.gaps] == list(case.gaps)
    if case.highlights:
        assert [q.words for one in cv.work for q in one.highlights] == list(case.highlights)
