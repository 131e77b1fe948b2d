"""Slide decks: each slide with its title, text, tables and notes, in the order they are shown."""

import pytest

from andregang.domain.text import BlockKind
from andregang.readers.refusal import Reason, RefusedError
from readers.pptx_samples import body, chart, deck, paragraph, relations, shape, slide, table, talk, title
from readers.reading import field, read, words


def test_each_slide_is_a_field_with_its_notes_beside_it():
    document = read("tale.pptx", talk())
    assert document.format == "pptx"
    assert document.properties["slides"] == "3"
    assert field(document, "slide[1]") == "Kortere køer\n• Marit Hol"
    assert field(document, "slide[2].notes") == "Jeg har stått i køen selv."
    assert "køen selv" not in (field(document, "slide[2]") or "")


def test_titles_are_headings_and_body_lines_bullets():
    document = read("tale.pptx", talk())
    assert words(document, BlockKind.HEADING) == ["Kortere køer", "Årsakene", "Skjult"]
    assert "To luker er stengt" in words(document, BlockKind.BULLET)


def test_a_table_is_read_row_by_row():
    assert "Luke\tMinutter\nA\t14" in read("tale.pptx", talk()).text


def test_a_hidden_slide_keeps_its_number():
    document = read("tale.pptx", talk())
    assert field(document, "slide[3]") is None
    assert field(document, "slide[3].hidden") == "Skjult\n• Reserve"


def test_slides_come_in_the_order_they_are_shown_and_not_by_their_files():
    document = read("a.pptx", deck(slide(title("Sist")), slide(title("Først")), order=(2, 1)))
    assert words(document, BlockKind.HEADING) == ["Først", "Sist"]


def test_without_a_title_placeholder_the_largest_short_text_is_the_title():
    boxes = (
        shape(paragraph("Brødtekst her", size="1800"), place=(0, 900)),
        shape(paragraph("Køen", size="3600"), place=(0, 100)),
    )
    assert words(read("a.pptx", deck(slide(*boxes))), BlockKind.HEADING) == ["Køen"]


def test_free_boxes_are_read_down_and_then_across():
    boxes = [
        shape(paragraph(text), place=place) for text, place in (("tre", (0, 900)), ("to", (500, 100)), ("en", (0, 100)))
    ]
    assert field(read("a.pptx", deck(slide(title("T"), *boxes))), "slide[1]") == "T\nen\nto\ntre"


def test_groups_are_opened_and_page_numbers_and_footers_left_out():
    inside = f"<p:grpSp>{shape(paragraph('I gruppa'))}</p:grpSp>"
    document = read(
        "a.pptx",
        deck(slide(title("T"), inside, shape(paragraph("7"), kind="sldNum"), shape(paragraph("Firma AS"), kind="ftr"))),
    )
    assert document.text == "T\nI gruppa"


def test_the_words_of_a_chart_belong_to_its_slide():
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": relations(("chart", "../charts/chart1.xml")),
        "ppt/charts/chart1.xml": chart("Frakt", "Lønn", "12"),
    }
    assert field(read("a.pptx", deck(slide(title("Kostnader")), **parts)), "slide[1]") == "Kostnader\nFrakt\nLønn"


def test_an_empty_slide_counts():
    document = read("a.pptx", deck(slide(title("En")), slide(), slide(title("Tre"))))
    assert document.properties["slides"] == "3"
    assert field(document, "slide[3]") == "Tre"


def test_a_link_out_of_the_archive_is_not_followed():
    outside = relations(("notesSlide", "../../../../etc/hostname"))
    document = read("a.pptx", deck(slide(title("En")), **{"ppt/slides/_rels/slide1.xml.rels": outside}))
    assert document.text == "En"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (deck(slide(title("En"))).replace(b"PK\x05\x06", b"PK\x09\x09"), Reason.DAMAGED),
        (deck('<!DOCTYPE x [<!ENTITY a "b">]><p:sld/>'), Reason.BOMB),
        (deck("<p:sld"), Reason.DAMAGED),
        (deck(), Reason.DAMAGED),
        (deck(slide(), **{"ppt/media/image1.png": "x"}), Reason.SCANNED),
        (deck(*([slide(title("En"))] * 201)), Reason.TOO_LARGE),
        (deck(slide("<p:grpSp>" * 230 + "</p:grpSp>" * 230)), Reason.BOMB),
    ],
    ids=["cut", "entities", "broken xml", "no slides", "pictures only", "too many", "deep"],
)
def test_a_deck_that_cannot_be_read_gives_a_reason(data, reason):
    with pytest.raises(RefusedError) as refused:
        read("a.pptx", data)
    assert refused.value.reason is reason


def test_the_pages_of_a_pdf_are_marked():
    import typst

    source = "#set page(width: 20cm, height: 11cm)\n= Køen\n- To luker er stengt\n#pagebreak()\n= Tiltakene\n- Åpne luke tre\n"
    document = read("a.pdf", typst.compile(source.encode()))
    begins = [int(place) for place in document.properties["pages"].split()]
    assert len(begins) == 2
    assert document.text[begins[1] :].lstrip().startswith("Tiltakene")
    assert "Tiltakene" not in document.text[: begins[1]]


def test_markdown_with_comments_and_tags_is_text():
    assert read("tale.md", "<!-- marp: true -->\n<br>\n<div>\n# Køen\n").format == "plain"


def test_rows_and_body_of_one_slide_do_not_run_into_the_next():
    document = read("a.pptx", deck(slide(title("En"), table(("a", "b"))), slide(title("To"), body("c"))))
    first, second = (document.fields(f"slide[{n}]")[0] for n in (1, 2))
    assert first.end <= second.start
