"""Makes the report files beside it: three layouts of our own, with invented people. Run it again after a change."""

import io
import struct
import tempfile
import zlib
from pathlib import Path

import typst
from docx import Document

HERE = Path(__file__).parent

TABLE = """
#set page(margin: 2cm)
= Personlighetsprofil: OPTO
Kandidat: Ine Solvang #h(2cm) Dato: 4. november 2026

Normgruppe: Norske ledere og spesialister, 2023 (n = 2 140)

#table(columns: (5cm, 2cm, 2.5cm, 3cm, auto),
  [*Skala*], [*Sten*], [*Prosentil*], [*Reliabilitet*], [*Beskrivelse*],
  [Utadvendthet], [7], [79], [0,86], [noe høyere],
  [Planmessighet], [4], [24], [0,81], [noe lavere],
  [Åpenhet for nye ideer], [9], [96], [0,79], [klart høyere],
  [Emosjonell balanse], [6], [60], [0,88], [omtrent som de fleste],
  [Gjennomslagskraft], [2], [4], [0,74], [klart lavere])

Side 1 av 4. Rapporten er laget 5. november 2026 og gjelder i 24 måneder.
"""

PROFILE = """
#set page(margin: 2cm)
= Profil
Deltakar: Eivind Tveito

Skalaene går frå 1 til 10 (sten). Samanlikna med yrkesaktive i Noreg.

#set text(font: "DejaVu Sans Mono", size: 9pt)
Utoverventheit 1 2 3 4 [5] 6 7 8 9 10

Varme 1 2 3 4 5 6 7 [8] 9 10

Innadvend 1 2 [3] 4 5 6 7 8 9 10 Utadvend

Struktur ○ ○ ○ ○ ○ ● ○ ○ ○ ○

Uthald ○ ○ ○ ○ ○ ○ ○ ○ ○ ●

#pagebreak()
Side 2
"""

PROSE = [
    ("Feedback report", 1),
    ("Candidate: Lowri Penhale, 12 October 2026, OPQ32r", 0),
    (
        "Your answers were compared with UK professionals 2021. Cronbach's alpha is .84 for all scales. "
        "On Outspokenness you scored at sten 8, which is higher than most. Your result on Detail conscious "
        "corresponds to sten 3. For Emotional control, your score lies at sten 6, and on Achieving at sten 5.",
        0,
    ),
    ("Worrying", 2),
    ("Your score here is a sten of 4. You answered 104 questions in 26 minutes.", 0),
]

PROSE_NB = [
    ("Tilbakemelding på evnetest", 1),
    ("Kandidat: Sondre Vikmo, 29 år. Testen er Matrigma.", 0),
    (
        "Skåren din på logisk resonnering ligger på 62. prosentil sammenlignet med norske yrkesaktive. "
        "På tallforståelse ligger du på 31. prosentil. Reliabiliteten er 0,85. Du svarte på 28 av 35 oppgaver.",
        0,
    ),
]

UNKNOWN = [
    ("Talentprofil", 1),
    ("Kandidat: Mira Aasheim", 0),
    ("Målrettet\t6", 0),
    ("Samarbeid\t3", 0),
    ("Fleksibilitet\t7", 0),
]

SCANNED = """
#set page(margin: 0pt)
#image("page.png", width: 100%, height: 100%)
"""


def png(width: int, height: int) -> bytes:
    """A grey page with dark stripes where lines of text would be."""
    rows = b"".join(
        b"\0" + bytes([60 if y % 40 < 12 and 80 < x < width - 80 else 235 for x in range(width)]) for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def docx(lines: list[tuple[str, int]]) -> bytes:
    made = Document()
    for words, level in lines:
        made.add_heading(words, level) if level else made.add_paragraph(words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def make() -> None:
    (HERE / "table.pdf").write_bytes(typst.compile(TABLE.encode()))
    (HERE / "profile.pdf").write_bytes(typst.compile(PROFILE.encode()))
    (HERE / "prose-en.docx").write_bytes(docx(PROSE))
    (HERE / "prose-nb.docx").write_bytes(docx(PROSE_NB))
    (HERE / "unknown.docx").write_bytes(docx(UNKNOWN))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.png").write_bytes(png(620, 877))
        (Path(folder) / "scan.typ").write_text(SCANNED)
        (HERE / "image-only.pdf").write_bytes(typst.compile(Path(folder) / "scan.typ"))


if __name__ == "__main__":
    make()
