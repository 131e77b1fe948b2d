"""One text told in the time there is, with its own sentences only."""

from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.story import LENGTHS, in_short, version
from andregang.domain.writing import sentences

TEXT = "Jeg lærte å sy av bestemor. Nå driver jeg systue. Vi er fire. Jeg vil lede flere, og dere er femten."


def test_the_longest_version_is_the_whole_text_until_something_else_is_chosen():
    assert version(TEXT, 180, None).told == sentences(TEXT)
    assert version(TEXT, 180, ()).told == ()
    assert version(TEXT, 30, None).told == ()


def test_a_version_tells_its_sentences_in_the_order_of_the_text():
    chosen = ["Vi er fire.", "Jeg lærte å sy av bestemor."]
    assert version(TEXT, 30, chosen).told == ("Jeg lærte å sy av bestemor.", "Vi er fire.")


def test_a_sentence_that_was_mended_a_little_is_still_told():
    mended = TEXT.replace("Jeg lærte å sy av bestemor.", "Jeg lærte å sy av bestemor Åse.")
    assert version(mended, 30, ["Jeg lærte å sy av bestemor."]).told == ("Jeg lærte å sy av bestemor Åse.",)


def test_a_sentence_taken_out_of_the_text_is_told_no_more_and_is_named():
    one = version(TEXT.replace("Vi er fire. ", ""), 30, ["Vi er fire.", "Nå driver jeg systue."])
    assert one.told == ("Nå driver jeg systue.",)
    assert one.gone == ("Vi er fire.",)


def test_the_time_left_falls_below_zero_when_it_takes_longer():
    assert version("ord " * 126, 30, ["ord " * 126]).left == -30
    assert version("ord " * 126, 90, [("ord " * 126).strip()]).left == 30


@given(st.text(max_size=300), st.data())
def test_nothing_is_told_that_does_not_stand_in_the_text(text: str, data: st.DataObject):
    standing = sentences(text)
    places = data.draw(st.sets(st.integers(0, max(0, len(standing) - 1)))) if standing else set()
    for target in LENGTHS:
        one = version(text, target, [standing[place] for place in sorted(places)])
        assert all(sentence in text for sentence in one.told)
        assert one.told == tuple(standing[place] for place in sorted(places))
        assert not one.gone


def test_in_short_is_the_shortest_version_chosen_else_all_of_it():
    assert in_short(TEXT, {90: ["Nå driver jeg systue."], 180: None}) == ("Nå driver jeg systue.",)
    assert in_short(TEXT, {}) == sentences(TEXT)
    assert in_short("", {30: ["Nå driver jeg systue."]}) == ()
