"""Word documents built by hand or with python-docx. Every person and firm is invented."""

import io
import zipfile

import docx

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def raw(body: str, prologue: str = "", **parts: str) -> bytes:
    """A document with this body, and other parts by name (header1 → word/header1.xml)."""
    buffer = io.BytesIO()
    names = f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    names += ' xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml"'
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", f"{prologue}<w:document {names}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:hdr {names}>{content}</w:hdr>")
    return buffer.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph; tabs in the text become tab elements."""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in text.split("\t"))
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{pieces}</w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells are given as paragraphs."""
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def text_box(content: str) -> str:
    """A text box as Word writes it: once as a drawing, once as VML for old programs."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def styled_cv() -> bytes:
    """A CV with Word's own styles for headings and lists."""
    document = docx.Document()
    document.add_heading("Jorunn Teig", 0)
    document.add_heading("Arbeidserfaring", 1)
    document.add_paragraph("Lagerleder\tmars 2019 – d.d.")
    document.add_paragraph("Leder fjorten medarbeidere på to skift", style="List Bullet")
    document.add_paragraph("Forhandler fraktavtaler", style="List Bullet")
    document.sections[0].header.paragraphs[0].text = "Curriculum vitae"
    document.sections[0].footer.paragraphs[0].text = "jorunn.teig@postboks.example"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
