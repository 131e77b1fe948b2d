"""Whatever is given, out comes a text whose blocks fit it, or a reason."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.domain.text import BlockKind, DocumentText
from andregang.readers import wire
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import clean
from andregang.readers.worker import _answer
from readers import pdf_samples
from readers.docx_samples import styled_cv
from readers.pptx_samples import talk
from readers.test_html import AD, POSTING, page
from readers.test_mail_and_calendar import EVENT, mail, multipart
from readers.test_structured_cvs import EUROPASS, TABLES, linkedin

SEEDS = {
    "a.pdf": pdf_samples.pdf(pdf_samples.left_sidebar()),
    "a.docx": styled_cv(),
    "a.pptx": talk(),
    "a.html": page(AD, POSTING).encode(),
    "a.ics": EVENT.encode(),
    "a.eml": multipart("mixed", ("Content-Type: text/html", AD), ("Content-Type: text/calendar", EVENT)).encode(),
    "b.eml": mail("> Hei\n> - a\n\nVelkommen").encode(),
    "a.zip": linkedin(**TABLES),
    "a.xml": EUROPASS.encode(),
    "a.json": b'{"work": [{"position": "Kokk", "highlights": ["Lage mat"]}]}',
}


def check(name: str, data: bytes) -> DocumentText | Reason:
    """Read as the child does; what it answers must survive the pipe and be sound."""
    try:
        document = wire.decode(_answer(name, data))
    except RefusedError as refused:
        return refused.reason
    assert document.text.strip()
    assert "\r" not in document.text
    assert "\0" not in document.text
    assert clean(document.text) == document.text
    for kind in BlockKind:
        end = 0
        for block in (b for b in document.blocks if b.kind is kind):
            assert end <= block.start < block.end <= len(document.text)
            end = block.end
    assert list(document.blocks) == sorted(document.blocks, key=lambda b: (b.start, -b.end))
    return document


@given(
    st.binary(max_size=3000), st.sampled_from(["a.pdf", "a.docx", "a.html", "a.eml", "a.ics", "a.json", "a.txt", ""])
)
@settings(max_examples=150, deadline=None)
def test_any_bytes(data, name):
    check(name, data)


@given(st.text(max_size=3000))
@settings(max_examples=150, deadline=None)
def test_any_text(text):
    check("a.txt", text.encode("utf-8", "surrogatepass"))


PIECES = ["<p>", "</p>", "<ul><li>", "</li>", "<br>", "<table><tr><td>", "</td>", "<dl><dt>", "<dd>", "<h2>", "<b>", "</b>", "<pre>", "<a href='mailto:a@b.example'>", "<main>", " ", "\n", "•", "- x", "Kokk", "ærlig", "&lt;", "\u00ad", "<!--", "<script>"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_markup(pieces):
    check("a.html", ("<html><body>" + "".join(pieces)).encode())


@given(st.lists(st.sampled_from(["- Kokk", "• Lage mat", "", "  ", "OPPGAVER", "Kvalifikasjoner:", "x" * 80, "\tinnrykk", "1. Først", "====", "> sitat", "liten tekst"]), max_size=40))  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_any_lines(lines):
    document = check("a.txt", "\n".join(lines).encode())
    if isinstance(document, DocumentText):
        written = "\n".join(lines).split()
        assert document.text.split() == written


@pytest.mark.parametrize("name", SEEDS)
def test_a_file_with_bytes_changed(name):
    seed = SEEDS[name]
    dice = random.Random(name)
    assert isinstance(check(name, seed), DocumentText)
    for _ in range(40):
        data = bytearray(seed)
        for _ in range(dice.choice((1, 3, 30))):
            deed = dice.random()
            place = dice.randrange(len(data))
            if deed < 0.5:
                data[place] = dice.randrange(256)
            elif deed < 0.75:
                del data[place : place + dice.randrange(1, 200)]
            else:
                data[place:place] = data[place : place + dice.randrange(1, 200)]
            if not data:
                break
        check(name, bytes(data))
