"""Pasted text: any encoding, bullets of every kind, lines broken by force."""

import pytest

from andregang.domain.text import BlockKind
from readers.reading import read, words

TEXT = "Kjøkkensjef på Værøy\n\nVi søker en som liker fart.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_gives_the_same_text(encoding):
    assert read("a.txt", TEXT.encode(encoding)).text == TEXT.strip()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_do_not_matter(ending):
    assert read("a.txt", TEXT.replace("\n", ending)).text == TEXT.strip()


@pytest.mark.parametrize("mark", ["-", "–", "•", "*", "·", "▪", "◦", "➢", "✓", "o  ", "1.", "a)"])
def test_every_usual_mark_makes_a_bullet_without_the_mark(mark):
    assert words(read("a.txt", f"Oppgaver:\n{mark} Lede seks kokker\n"), BlockKind.BULLET) == ["Lede seks kokker"]


@pytest.mark.parametrize("line", ["1. mars 2027", "-5 grader ute", "– 2019"])
def test_dates_and_numbers_are_no_bullets(line):
    document = read("a.txt", f"Frist\n{line}\n")
    assert line in document.text
    if line[0] in "1-":
        assert words(document, BlockKind.BULLET) == []


def test_a_bullet_broken_by_force_is_one_block():
    text = (
        "Arbeidsoppgaver\n\n"
        "- planlegge og gjennomføre undervisning i små grupper sammen med\n  andre lærere og assistenter på trinnet, og følge opp den enkelte\n"
        "- vurdere elevenes arbeid og holde samtaler med dem og med foresatte\n  hvert halvår\n"
        "- delta i teamet\n"
    )
    assert [" ".join(b.split()) for b in words(read("a.txt", text), BlockKind.BULLET)] == [
        "planlegge og gjennomføre undervisning i små grupper sammen med andre lærere og assistenter på trinnet, og følge opp den enkelte",
        "vurdere elevenes arbeid og holde samtaler med dem og med foresatte hvert halvår",
        "delta i teamet",
    ]


def test_short_lines_over_text_are_headings():
    text = "OM STILLINGEN\nVi søker en kokk som kan mye.\n\nKvalifikasjoner:\n- Fagbrev\n\nPersonlige egenskaper\n- Rolig\n"
    assert words(read("a.txt", text), BlockKind.HEADING) == [
        "OM STILLINGEN",
        "Kvalifikasjoner:",
        "Personlige egenskaper",
    ]


def test_invisible_characters_go_and_odd_spaces_are_plain():
    assert (
        read("a.txt", "Tlf.\u00a0930\u202f00\u2009555\u200b\ufeff\u00ad a\u0308rlig ﬁnt").text
        == "Tlf. 930 00 555 ärlig fint"
    )
