"""The printed brief: two pages in every case, whole words, tags, and text that stays text."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outloud import check

from andregang.domain.brief import Cut
from andregang.domain.meeting import Side
from andregang.i18n import use
from andregang.output import pdf
from andregang.output.pdf import PdfFile, brief_pdf
from andregang.output.phone import brief_html
from andregang.output.wording import OPENERS

from . import preparations
from .briefs import brief_of, compare

CASES = (
    "ordinary",
    "crowded",
    "single",
    "ad_only",
    "invitation_only",
    "nothing",
    "hostile",
    "sami",
    "wordy",
    "bare_ad",
)


def printed(case: str, language: str = "nb") -> PdfFile:
    return brief_pdf(brief_of(getattr(preparations, case)()), use(language))


def pages_of(made: PdfFile) -> list[str]:
    document = pypdfium2.PdfDocument(made.data)
    return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def words_of(made: PdfFile) -> str:
    """The words of both pages without the places where a line was broken."""
    text = "\n".join(pages_of(made)).replace("\u200b", "")
    return re.sub(r"\s+", " ", re.sub(r"[\u00ad\ufffe\u0002-]\n", "", text))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("case", CASES)
def test_a_brief_is_two_accessible_pages_whatever_it_holds(case: str, language: str):
    made = printed(case, language)
    assert len(pages_of(made)) == 2
    assert made.accessible
    assert made.missing == ""


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_an_ordinary_brief_reads_as_expected(language: str):
    compare(f"ordinary.{language}.pdf.txt", "\n\f\n".join(pages_of(printed("ordinary", language))) + "\n")


@pytest.mark.parametrize("case", ["crowded", "single", "ad_only", "invitation_only", "nothing"])
def test_an_unusual_brief_reads_as_expected(case: str):
    compare(f"{case}.nb.pdf.txt", "\n\f\n".join(pages_of(printed(case))) + "\n")


@pytest.mark.parametrize("case", ["ordinary", "crowded", "nothing", "ad_only"])
def test_a_screen_reader_checker_finds_nothing_to_say(case: str, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(printed(case).data)
    result = check(str(path))
    assert (result.verdict, result.errors, result.warnings) == ("pass", 0, 0)


def test_nothing_is_printed_outside_the_margins():
    for case in ("crowded", "hostile", "wordy"):
        for page in pypdfium2.PdfDocument(printed(case).data):
            width, height = page.get_size()
            text = page.get_textpage()
            boxes = [text.get_rect(at) for at in range(text.count_rects())]
            assert min(left for left, _, _, _ in boxes) > 40
            assert max(right for _, _, right, _ in boxes) < width - 40
            assert min(bottom for _, bottom, _, _ in boxes) > 25
            assert max(top for _, _, _, top in boxes) < height - 30


def test_what_does_not_fit_is_counted():
    words = words_of(printed("crowded"))
    shown = len(re.findall(r"Godt belagt|Tynt belagt|Fant ikke i CV-en|Ha et eksempel klart", words))
    left_out = [int(count) for count in re.findall(r"\+ (\d+) til", words)]
    assert 8 <= shown < 40
    assert 40 - shown in left_out


def test_orders_to_the_typesetter_are_printed_as_words():
    words = words_of(printed("hostile"))
    for order in (
        '#panic("x") *fet* $x^2$ ` @ref <label>',
        "<script>alert(1)</script>",
        "=cmd|'/c calc'!A1",
        "{{ 7*7 }}",
    ):
        assert order in words


def test_a_link_that_does_not_lead_to_the_web_is_no_link():
    assert b"javascript:" not in printed("hostile").data
    assert b"https://moter.example/rom/" in printed("crowded").data


def test_all_sami_letters_are_set():
    words = words_of(printed("sami"))
    for name in ("Áilu Čearretnjárga Đoŋa", "fiŋga ja ŧeassu", "Žarre Šuorbmu", "Sámi Dáidda ja Čehppodat"):
        assert name in words


def test_a_sign_without_a_glyph_is_told_and_costs_only_the_standard():
    made = printed("with_emoji")
    assert not made.accessible
    assert "😀" in made.missing
    assert len(pages_of(made)) == 2
    assert "Moen" in words_of(made)


def test_the_same_brief_gives_the_same_bytes():
    assert printed("ordinary").data == printed("ordinary").data


def test_right_to_left_names_are_set_without_their_points():
    meeting = preparations.an_invitation(
        (("\u0641\u064e\u0627\u0637\u0650\u0645\u064e\u0629 Fatima", None, Side.EMPLOYER, True),)
    )
    made = brief_pdf(brief_of(replace(preparations.ordinary(), meeting=meeting)), use("nb"))
    assert len(pages_of(made)) == 2
    assert "Fatima" in words_of(made)


def test_a_breakdown_of_the_typesetter_costs_the_foreign_letters_only(monkeypatch):
    class PanicException(BaseException):
        pass

    honest = pdf.typst_compiler

    class Fragile:
        def __init__(self, *given, sys_inputs, **more):
            self.sheet, self.honest = sys_inputs["sheet"], honest()(*given, sys_inputs=sys_inputs, **more)

        def compile(self, **options):
            if "中" in self.sheet:
                raise PanicException
            return self.honest.compile(**options)

    monkeypatch.setattr(pdf, "typst_compiler", lambda: Fragile)
    meeting = preparations.an_invitation((("中村 Ken", None, Side.EMPLOYER, True),))
    made = brief_pdf(brief_of(replace(preparations.ordinary(), meeting=meeting)), use("nb"))
    assert not made.accessible
    assert "… Ken" in words_of(made)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=300), min_size=6, max_size=6))
def test_any_text_makes_two_pages(texts: list[str]):
    name, role, what, place, task, line = (text or "x" for text in texts)
    meeting = preparations.an_invitation(
        ((name, role, Side.EMPLOYER, None),), ((what, 5),), (line,), (task, None), place=place
    )
    ad = preparations.an_ad((line, task), (what,), employer=name, title=role)
    made = brief_pdf(brief_of(preparations.a_preparation(ad, preparations.a_cv(line), meeting)), use("nb"))
    assert len(pages_of(made)) == 2


def test_what_the_person_has_written_takes_the_place_of_prompts():
    preparation = preparations.ordinary()
    brief = brief_of(preparation)
    told = replace(brief, story=Cut(("Jeg lærte faget på verftet.",)), contribution=Cut(("Køen er halvert.",)))
    for words in (words_of(brief_pdf(told, use("nb"))), brief_html(told, use("nb"))):
        assert "Jeg lærte faget på verftet." in words
        assert "Køen er halvert." in words
        assert use("nb")._(OPENERS[0]) not in words
    assert use("nb")._(OPENERS[0]) in words_of(brief_pdf(brief, use("nb")))
