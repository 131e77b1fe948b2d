"""Files that mean harm: the child may die, the program gets a reason."""

import io
import subprocess
import sys
import zipfile
import zlib

import pytest

from andregang.readers import Reason, UnreadableDocument, guard, limits, read_document, read_documents
from readers import pdf_samples
from readers.docx_samples import p, raw
from readers.pptx_samples import deck, slide, title

OK_MAIL = b"From: a@b.example\nSubject: Hei\nMIME-Version: 1.0\n\nVelkommen"


def pdf(*objects: bytes) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(out)


def page(
    stream: bytes, filters: bytes = b"/FlateDecode", resources: bytes = b"/Font<</F1 5 0 R>>", extra: bytes = b""
) -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>>>" % resources,
        b"<</Length %d/Filter %s>>stream\n%s\nendstream" % (len(stream), filters, stream),
        extra or b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def locked_pdf() -> bytes:
    """A page nobody opens without its password: the check value fits no empty one."""
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (b"11" * 32, b"22" * 32)
    return page(zlib.compress(b"BT ET")).replace(b"/Root 1 0 R", b"/Root 1 0 R" + lock)


def zip_bomb(name: str = "word/document.xml") -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open(name, "w") as member,
    ):
        for _ in range(60):
            member.write(b"a" * 1_000_000)
    return buffer.getvalue()


def many_members() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(limits.ARCHIVE_MEMBERS + 1):
            archive.writestr(f"word/x{number}.xml", "")
    return buffer.getvalue()


def lying_header() -> bytes:
    """A member that says it is small and is not."""
    data = bytearray(raw(p("a" * 3_000_000)))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = 0
        while (start := data.find(signature, start)) >= 0:
            data[start + offset : start + offset + 4] = (10).to_bytes(4, "little")
            start += 4
    return bytes(data)


def picture() -> bytes:
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\x00\nendstream"
    return page(zlib.compress(b"q 500 0 0 700 0 0 cm /I Do Q"), resources=b"/XObject<</I 5 0 R>>", extra=image)


def encrypted_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512


HARM = {
    "empty": ("a.pdf", b"", {Reason.EMPTY}),
    "white space": ("a.txt", b" \n\t\r\n", {Reason.EMPTY}),
    "large": ("a.txt", b"a" * (limits.FILE_BYTES + 1), {Reason.TOO_LARGE}),
    "long text": ("a.txt", b"ord og " * 200_000, {Reason.TOO_LARGE}),
    "noise": ("a.txt", bytes(range(256)) * 40, {Reason.UNKNOWN_FORMAT}),
    "noise called pdf": ("a.pdf", bytes(range(256)) * 40, {Reason.DAMAGED}),
    "renamed picture": ("cv.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, {Reason.SCANNED}),
    "scanned": ("cv.pdf", picture(), {Reason.SCANNED}),
    "encrypted pdf": ("cv.pdf", locked_pdf(), {Reason.ENCRYPTED}),
    "encrypted word": ("cv.docx", encrypted_word(), {Reason.ENCRYPTED}),
    "old word": ("cv.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, {Reason.UNKNOWN_FORMAT}),
    "cut pdf": ("cv.pdf", b"%PDF-1.4\n1 0 obj\n<</Type/Cat", {Reason.DAMAGED}),
    "cut zip": ("cv.docx", raw(p("hei"))[:120], {Reason.DAMAGED}),
    "other zip": ("cv.zip", zip_bomb()[:0] + b"PK\x05\x06" + b"\0" * 18, {Reason.UNKNOWN_FORMAT}),
    "zip bomb": ("cv.docx", zip_bomb(), {Reason.BOMB}),
    "zip bomb of slides": ("tale.pptx", zip_bomb("ppt/slides/slide1.xml"), {Reason.BOMB}),
    "slides with entities": ("tale.pptx", deck('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><p:sld>&a;</p:sld>'), {Reason.BOMB}),
    "cut slides": ("tale.pptx", deck(slide(title("En")))[:300], {Reason.DAMAGED}),
    "many members": ("cv.docx", many_members(), {Reason.BOMB}),
    "lying header": ("cv.docx", lying_header(), {Reason.BOMB, Reason.DAMAGED}),
    "inflating pdf": ("cv.pdf", page(zlib.compress(zlib.compress(b" " * 300_000_000, 9), 9), b"[/FlateDecode/FlateDecode]"), {Reason.BOMB, Reason.EMPTY, Reason.DAMAGED}),
    "page tree loop": ("cv.pdf", pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"), {Reason.DAMAGED, Reason.EMPTY}),
    "nested arrays": ("cv.pdf", b"%PDF-1.4\n1 0 obj\n" + b"[" * 200_000 + b"]" * 200_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\n", {Reason.DAMAGED, Reason.BOMB}),
    "events in events": ("a.ics", b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 50_000 + b"END:VEVENT\r\n" * 50_000, {Reason.BOMB}),
    "folded calendar": ("a.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:" + b"\r\n a" * 100_000 + b"\r\nEND:VEVENT\r\nEND:VCALENDAR", {Reason.BOMB}),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "reasons"), HARM.values(), ids=HARM.keys())
def test_a_harmful_file_gives_a_reason(name, data, reasons):
    with pytest.raises(UnreadableDocument) as refused:
        read_document(name, data)
    assert refused.value.reason in reasons
    assert refused.value.name == name


def test_the_content_decides_the_format_and_not_the_name():
    assert read_document("annonse.txt", pdf_samples.pdf(pdf_samples.one_column())).format == "pdf"
    assert read_document("cv.pdf", raw(p("Jorunn Teig"))).format == "docx"
    assert read_document("cv.docx", OK_MAIL).format == "eml"


def test_the_program_itself_never_loads_a_parser():
    code = (
        "import sys; from andregang.readers import read_document\n"
        f"read_document('a.eml', {OK_MAIL!r})\n"
        "bad = {'pypdfium2', 'lxml', 'selectolax', 'icalendar'} & {m.split('.')[0] for m in sys.modules}\n"
        "sys.exit(repr(bad) if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_one_document_that_kills_its_reader_leaves_the_others(monkeypatch):
    harmful = page(zlib.compress(zlib.compress(b" " * 300_000_000, 9), 9), b"[/FlateDecode/FlateDecode]")
    found = read_documents(
        [("a.eml", OK_MAIL), ("b.pdf", harmful), ("c.eml", OK_MAIL), ("d.docx", b""), ("e.eml", OK_MAIL)]
    )
    assert [isinstance(item, UnreadableDocument) for item in found] == [False, True, False, True, False]
    assert [item.name for item in found if isinstance(item, UnreadableDocument)] == ["b.pdf", "d.docx"]


def test_no_documents_give_no_texts():
    assert read_documents([]) == []


def test_a_reader_that_does_not_come_back_is_stopped(monkeypatch):
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.3)
    monkeypatch.setattr(guard, "_START", "import time; time.sleep(60)")
    with pytest.raises(UnreadableDocument) as refused:
        read_document("a.eml", OK_MAIL)
    assert refused.value.reason is Reason.TOO_SLOW


def test_an_answer_that_makes_no_sense_is_damage(monkeypatch):
    monkeypatch.setattr(
        guard,
        "_START",
        "import sys; sys.stdin.buffer.read(8); sys.stdout.buffer.write(b'\\0\\0\\0\\4nope'); sys.stdout.flush()",
    )
    with pytest.raises(UnreadableDocument) as refused:
        read_document("a.eml", OK_MAIL)
    assert refused.value.reason is Reason.DAMAGED


@pytest.mark.parametrize(
    "deed",
    ["open('/etc/hostname')", "open('x.txt', 'w')", "__import__('socket').socket().connect(('127.0.0.1', 9))", "__import__('os').system('true')", "__import__('os').listdir('/') and __import__('os').remove('/nowhere')"],
    ids=["read", "write", "network", "program", "delete"],
)  # fmt: skip
def test_a_taken_over_reader_finds_the_doors_shut(deed):
    code = f"from andregang.readers import worker; worker._shut_doors()\ntry:\n    {deed}\nexcept PermissionError:\n    print('shut')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "shut\n"
