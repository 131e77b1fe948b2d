"""Words from documents on one line."""

from hypothesis import given
from hypothesis import strategies as st

from andregang.output.lines import one_line, sentence, shorten


@given(st.text())
def test_a_line_has_no_breaks_no_controls_and_no_white_space_at_its_ends(text: str):
    line = one_line(text)
    assert line == line.strip()
    assert "  " not in line
    assert not any(ord(c) < 32 or 0x202A <= ord(c) <= 0x202E or 0xE000 <= ord(c) <= 0xF8FF for c in line)


@given(st.text(), st.integers(min_value=10, max_value=80))
def test_a_shortened_line_fits_and_says_that_it_was_cut(text: str, room: int):
    line = shorten(text, room)
    assert len(line) <= room
    assert line == one_line(text) or line.endswith("…")


def test_a_cut_falls_between_words():
    assert shorten("Søke konsesjon og føre dialogen med grunneiere", 30) == "Søke konsesjon og føre…"
    assert shorten("Sterilforsyningsavdelingslederstilling", 20) == "Sterilforsyningsavd…"


def test_a_line_of_a_list_begins_with_a_capital():
    assert sentence("åpne brev", 40) == "Åpne brev"
