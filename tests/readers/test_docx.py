"""Word documents: every paragraph is read once, wherever it stands."""

import pytest

from andregang.domain.text import BlockKind
from andregang.readers.refusal import Reason, RefusedError
from readers.docx_samples import p, raw, styled_cv, table, text_box
from readers.reading import read, words


def test_styles_make_headings_and_bullets():
    document = read("cv.docx", styled_cv())
    assert words(document, BlockKind.HEADING) == ["Jorunn Teig", "Arbeidserfaring"]
    assert words(document, BlockKind.BULLET) == ["Leder fjorten medarbeidere på to skift", "Forhandler fraktavtaler"]


def test_header_comes_first_and_footer_last():
    lines = read("cv.docx", styled_cv()).text.split("\n")
    assert lines[0] == "Curriculum vitae"
    assert lines[-1] == "jorunn.teig@postboks.example"


def test_a_tab_keeps_the_date_on_the_line_of_its_job():
    document = read("cv.docx", styled_cv())
    assert words(document, BlockKind.CELL) == ["Lagerleder", "mars 2019 – d.d."]
    assert "Lagerleder\tmars 2019 – d.d." in document.text


def test_a_text_box_is_read_once():
    text = read("cv.docx", raw(text_box(p("Kontakt: 400 12 345")) + p("Profil"))).text
    assert text.count("400 12 345") == 1


def test_deleted_words_are_gone_and_inserted_ones_are_there():
    body = "<w:p><w:del><w:r><w:delText>Assistent</w:delText></w:r></w:del><w:ins><w:r><w:t>Lagerleder</w:t></w:r></w:ins></w:p>"
    assert read("cv.docx", raw(body)).text == "Lagerleder"


def test_a_date_cell_stands_beside_the_first_line_of_its_row():
    body = table((p("2019 – d.d."), p("Lagerleder") + p("Havbris Kjølelager AS") + p("• Leder fjorten")), (p("2014 – 2019"), p("Skiftleder") + p("Fjellro AS")))  # fmt: skip
    text = read("cv.docx", raw(body)).text
    assert (
        "2019 – d.d.\tLagerleder\nHavbris Kjølelager AS\n• Leder fjorten\n2014 – 2019\tSkiftleder\nFjellro AS" in text
    )


def test_a_plain_table_row_is_one_line_of_cells():
    document = read("cv.docx", raw(table((p("Periode"), p("Stilling")), (p("2014"), p("Skiftleder")))))
    assert document.text == "Periode\tStilling\n2014\tSkiftleder"
    assert words(document, BlockKind.CELL) == ["Periode", "Stilling", "2014", "Skiftleder"]


def test_a_sidebar_table_is_read_cell_by_cell():
    side = p("Kontakt") + p("400 12 345") + p("Språk") + p("Norsk")
    main = p("Jorunn Teig") + p("Profil") + p("Ti år på lager")
    text = read("cv.docx", raw(table((side, main)))).text
    assert text == "Kontakt\n400 12 345\nSpråk\nNorsk\n\nJorunn Teig\nProfil\nTi år på lager"


def test_numbering_without_a_list_style_makes_bullets_with_depth():
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    document = read("cv.docx", raw(p("Leder laget", numbered.format(0)) + p("På kveld", numbered.format(1))))
    assert [(document.slice(b), b.level) for b in document.blocks] == [("Leder laget", 0), ("På kveld", 1)]


def test_a_typed_hyphen_is_a_bullet_too():
    assert words(read("cv.docx", raw(p("- Kasse og varepåfylling"))), BlockKind.BULLET) == ["Kasse og varepåfylling"]


def test_hidden_words_are_not_read():
    assert read("cv.docx", raw(p("Synlig") + p("Skjult", run="<w:vanish/>"))).text == "Synlig"


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE x [<!ENTITY a "AAAA">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_a_document_type_is_refused(prologue):
    with pytest.raises(RefusedError) as refused:
        read("cv.docx", raw(p("x"), prologue=prologue))
    assert refused.value.reason is Reason.BOMB


def test_paragraphs_nested_without_end_are_refused():
    with pytest.raises(RefusedError):
        read("cv.docx", raw("<w:sdt>" * 5000 + "</w:sdt>" * 5000))
