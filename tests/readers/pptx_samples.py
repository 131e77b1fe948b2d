"""Decks built by hand, part by part. Every person and firm is invented."""

import io
import zipfile

_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(text: str, properties: str = "", size: str = "") -> str:
    sized = f'<a:rPr sz="{size}"/>' if size else ""
    return f"<a:p><a:pPr {properties}/><a:r>{sized}<a:t>{text}</a:t></a:r></a:p>"


def shape(*paragraphs: str, kind: str = "", place: tuple[int, int] | None = None) -> str:
    """A shape; `kind` is its placeholder's, "" for a free text box; `place` is x and y."""
    holder = f'<p:ph type="{kind}"/>' if kind else ""
    corner = f'<p:spPr><a:xfrm><a:off x="{place[0]}" y="{place[1]}"/></a:xfrm></p:spPr>' if place else "<p:spPr/>"
    return f"<p:sp><p:nvSpPr><p:cNvPr id='1' name=''/><p:cNvSpPr/><p:nvPr>{holder}</p:nvPr></p:nvSpPr>{corner}<p:txBody>{''.join(paragraphs)}</p:txBody></p:sp>"


def title(text: str) -> str:
    return shape(paragraph(text), kind="title")


def body(*texts: str) -> str:
    return shape(*(paragraph(text) for text in texts), kind="body")


def table(*rows: tuple[str, ...]) -> str:
    cells = "".join(
        "<a:tr>" + "".join(f"<a:tc><a:txBody>{paragraph(cell)}</a:txBody></a:tc>" for cell in row) + "</a:tr>"
        for row in rows
    )
    return (
        f"<p:graphicFrame><a:graphic><a:graphicData><a:tbl>{cells}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def slide(*shapes: str, hidden: bool = False) -> str:
    shown = ' show="0"' if hidden else ""
    return f"<p:sld {_NAMES}{shown}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def deck(*slides: str, order: tuple[int, ...] = (), notes: dict[int, str] | None = None, **parts: str) -> bytes:
    """A presentation of these slides (numbers from 1 in `order` and `notes`), with further parts by path."""
    order = order or tuple(range(1, len(slides) + 1))
    entries = {
        "ppt/presentation.xml": f"<p:presentation {_NAMES}><p:sldIdLst>"
        + "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in order)
        + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            *(("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1))
        ),
    }
    for number, content in enumerate(slides, 1):
        entries[f"ppt/slides/slide{number}.xml"] = content
    for number, text in (notes or {}).items():
        entries[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(
            ("notesSlide", f"../notesSlides/notesSlide{number}.xml")
        )
        page = shape(paragraph("3"), kind="sldNum") + shape(paragraph(text), kind="body")
        entries[f"ppt/notesSlides/notesSlide{number}.xml"] = (
            f"<p:notes {_NAMES}><p:cSld><p:spTree>{page}</p:spTree></p:cSld></p:notes>"
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in {**entries, **parts}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def chart(*categories: str) -> str:
    points = "".join(f"<c:pt><c:v>{category}</c:v></c:pt>" for category in categories)
    return f"<c:chartSpace {_NAMES}><c:chart><c:strCache>{points}</c:strCache></c:chart></c:chartSpace>"


def talk() -> bytes:
    """A short deck with a table, notes and a hidden slide."""
    return deck(
        slide(title("Kortere køer"), body("Marit Hol")),
        slide(
            title("Årsakene"),
            body("To luker er stengt", "Skjemaet har ni sider"),
            table(("Luke", "Minutter"), ("A", "14")),
        ),
        slide(title("Skjult"), body("Reserve"), hidden=True),
        notes={2: "Jeg har stått i køen selv."},
    )
