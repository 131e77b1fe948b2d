"""OpenDocument text: what LibreOffice saves."""

import io
import zipfile

import pytest

from andregang.domain.text import BlockKind
from andregang.readers.refusal import Reason, RefusedError
from readers.reading import read, words

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name if name != "draw" else "drawing"}:1.0"'
    for name in ("office", "text", "table", "draw", "style")
)


def odt(body: str, prologue: str = "", footer: str = "", manifest: str = "<manifest/>") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        document = f"<office:document-content {_NAMES}><office:body><office:text>{body}</office:text></office:body>"
        archive.writestr("content.xml", f"{prologue}{document}</office:document-content>")
        archive.writestr("styles.xml", f"<office:styles {_NAMES}><style:footer>{footer}</style:footer></office:styles>")
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def row(*cells: str) -> str:
    inner = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
    return f"<table:table><table:table-row>{inner}</table:table-row></table:table>"


def test_headings_lists_and_tabs():
    items = f"<text:list><text:list-item>{p('Leder laget')}<text:list><text:list-item>{p('på kveld')}</text:list-item></text:list></text:list-item></text:list>"
    body = f'<text:h text:outline-level="2">Arbeid</text:h>{p("Lagerleder<text:tab/>2019 –<text:s/>d.d.")}{items}'
    document = read("cv.odt", odt(body, footer=p("jorunn@x.example")))
    assert document.format == "odt"
    assert words(document, BlockKind.HEADING) == ["Arbeid"]
    assert words(document, BlockKind.CELL) == ["Lagerleder", "2019 – d.d."]
    assert [(document.slice(b), b.level) for b in document.blocks if b.kind is BlockKind.BULLET] == [
        ("Leder laget", 0),
        ("på kveld", 1),
    ]
    assert document.text.endswith("jorunn@x.example")


def test_a_date_cell_stands_beside_the_first_line_of_its_row():
    text = read("cv.odt", odt(row(p("2019"), p("Lagerleder") + p("Havbris AS")) + row(p("2014"), ""))).text
    assert text.startswith("2019\tLagerleder\nHavbris AS")
    assert text.endswith("2014")


def test_a_text_box_is_read_and_a_deleted_stretch_is_not():
    box = f"<text:p><draw:frame><draw:text-box>{p('Kontakt')}</draw:text-box></draw:frame></text:p>"
    gone = f"<text:tracked-changes><text:deletion>{p('Borte')}</text:deletion></text:tracked-changes>"
    assert read("cv.odt", odt(gone + box + p("Profil"))).text.split() == ["Kontakt", "Profil"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (odt(p("x"), manifest="<manifest><encryption-data/></manifest>"), Reason.ENCRYPTED),
        (odt(p("x"), prologue='<!DOCTYPE x [<!ENTITY a "aa">]>'), Reason.BOMB),
        (odt(""), Reason.EMPTY),
    ],
    ids=["encrypted", "entities", "empty"],
)
def test_what_cannot_be_read_gets_its_reason(data, reason):
    with pytest.raises(RefusedError) as refused:
        read("cv.odt", data)
    assert refused.value.reason is reason
