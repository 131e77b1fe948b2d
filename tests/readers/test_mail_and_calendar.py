"""Mails and calendar files as Outlook, Exchange, Google and others write them."""

import base64

import pytest

from andregang.domain.text import BlockKind
from andregang.readers.refusal import Reason, RefusedError
from readers.reading import field, in_order, read, words

EVENT = """BEGIN:VCALENDAR
METHOD:REQUEST
VERSION:2.0
PRODID:x
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:1
SEQUENCE:2
STATUS:CONFIRMED
DTSTAMP:20261120T080000Z
SUMMARY;LANGUAGE=nb-NO:Andregangsintervju – lagerle
 der
DTSTART;TZID=W. Europe Standard Time:20261204T093000
DTEND;TZID=W. Europe Standard Time:20261204T110000
LOCATION:Møterom Skagerrak\\, 2. etasje
ORGANIZER;CN="Vik, Tordis":mailto:tordis@solbakken.example
ATTENDEE;CN=Bjarte Moe;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:bjarte@solbakken.example
DESCRIPTION:Hei\\nTa med attester\\; gjerne på papir.
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def mail(
    body: str, headers: str = "Content-Type: text/plain; charset=utf-8", subject: str = "Andregangsintervju"
) -> str:
    return f"From: Tordis Vik <tordis@solbakken.example>\nTo: jorunn.teig@postboks.example\nDate: Fri, 20 Nov 2026 09:00:00 +0100\nSubject: {subject}\nMIME-Version: 1.0\n{headers}\n\n{body}"


def multipart(kind: str, *parts: tuple[str, str]) -> str:
    body = "".join(f"--b\n{headers}\n\n{content}\n" for headers, content in parts) + "--b--\n"
    return mail(body, f'Content-Type: multipart/{kind}; boundary="b"')


def test_a_calendar_file_is_labelled_lines_with_fields():
    document = read("a.ics", EVENT)
    assert field(document, "event[0].method") == "REQUEST"
    assert field(document, "event[0].summary") == "Andregangsintervju – lagerleder"
    assert field(document, "event[0].dtstart") == "2026-12-04T09:30:00+01:00"
    assert field(document, "event[0].dtend") == "2026-12-04T11:00:00+01:00"
    assert field(document, "event[0].dtstamp") == "2026-11-20T08:00:00+00:00"
    assert field(document, "event[0].location") == "Møterom Skagerrak, 2. etasje"
    assert field(document, "event[0].organizer") == "Vik, Tordis"
    assert field(document, "event[0].attendee[0]") == "Bjarte Moe"
    assert field(document, "event[0].attendee[0].email") == "bjarte@solbakken.example"
    assert field(document, "event[0].attendee[0].partstat") == "ACCEPTED"
    assert field(document, "event[0].description") == "Hei\nTa med attester; gjerne på papir."
    assert field(document, "event[0].sequence") == "2"


@pytest.mark.parametrize("zone", ["../../../../etc/passwd", "/etc/passwd", "x" * 280, "Fantasia Standard Time"])
def test_a_zone_nobody_defines_is_told_and_never_looked_up_on_disk(zone, monkeypatch):
    opened = []
    monkeypatch.setattr("zoneinfo._common.load_tzdata", lambda key: opened.append(key))
    data = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;TZID={zone}:20261204T093000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    document = read("a.ics", data)
    assert field(document, "event[0].dtstart") == "2026-12-04T09:30:00"
    assert field(document, "event[0].tzid") == zone
    assert zone not in opened


def test_a_length_gives_the_end_also_over_a_change_of_clocks():
    data = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Oslo:20270328T013000\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    assert field(read("a.ics", data), "event[0].dtend") == "2027-03-28T03:30:00+02:00"


def test_an_endless_recurrence_is_not_unrolled():
    data = EVENT.replace("SEQUENCE:2", "RRULE:FREQ=SECONDLY;UNTIL=99991231T000000Z")
    assert field(read("a.ics", data), "event[0].rrule").startswith("FREQ=SECONDLY")


def test_one_broken_event_leaves_the_others():
    broken = EVENT.replace(
        "BEGIN:VEVENT", "BEGIN:VEVENT\r\nDTSTART:nonsense\r\nEND:VTODO\r\nEND:VEVENT\r\nBEGIN:VEVENT", 1
    )
    assert "Andregangsintervju – lagerleder" in read("a.ics", broken).text


def test_headers_are_fields_and_stand_in_the_text():
    document = read("a.eml", mail("Hei Jorunn\n\nVelkommen.", subject="=?utf-8?q?Velkommen_til_Lyngv=C3=A6r?="))
    assert field(document, "header.from") == "Tordis Vik <tordis@solbakken.example>"
    assert field(document, "header.subject") == "Velkommen til Lyngvær"
    assert field(document, "header.date") == "Fri, 20 Nov 2026 09:00:00 +0100"
    assert document.text.endswith("Hei Jorunn\n\nVelkommen.")


@pytest.mark.parametrize(
    ("charset", "encoding", "said"),
    [("iso-8859-1", "8bit", "latin-1"), ("windows-1252", "8bit", "cp1252"), ("us-ascii", "8bit", "latin-1"), ("utf-8", "base64", "utf-8"), ("x-nonsense", "8bit", "utf-8")],
)  # fmt: skip
def test_any_charset_gives_norwegian_letters(charset, encoding, said):
    body = "Møt i skranken på Værøy".encode(said)
    content = base64.encodebytes(body) if encoding == "base64" else body
    head = mail("", f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}")
    assert "Møt i skranken på Værøy" in read("a.eml", head.encode() + content).text


def test_a_charset_with_a_null_in_it_is_survived():
    assert "Velkommen" in read("a.eml", mail("Velkommen", "Content-Type: text/plain; charset*=utf-8''utf%00-8")).text


def test_plain_text_is_preferred_and_said_once():
    text = read("a.eml", multipart("alternative", ("Content-Type: text/plain; charset=utf-8", "Velkommen onsdag"), ("Content-Type: text/html; charset=utf-8", "<p>Velkommen <b>onsdag</b></p>"))).text  # fmt: skip
    assert text.count("Velkommen") == 1


def test_a_hollow_plain_part_gives_way_to_the_html():
    page = "<p>Vi ønsker deg velkommen til andre samtale onsdag klokka ni i Storgata 4.</p><p>Ta med attester.</p>"
    text = read("a.eml", multipart("alternative", ("Content-Type: text/plain", "Vis i nettleser"), ("Content-Type: text/html; charset=utf-8", page))).text  # fmt: skip
    assert "Storgata 4" in text


def test_the_link_behind_words_in_an_html_mail_is_kept():
    page = '<div>Hei<br>Møt <a href="https://meet.example/abc?x=1&amp;y=2">her</a></div>'
    document = read("a.eml", mail(page, "Content-Type: text/html; charset=utf-8"))
    assert field(document, "link") == "https://meet.example/abc?x=1&y=2"


def test_a_calendar_part_is_read_like_a_calendar_file_whatever_its_charset():
    document = read("a.eml", multipart("mixed", ("Content-Type: text/plain; charset=utf-8", "Se innkalling."), ("Content-Type: text/calendar; method=REQUEST\nContent-Transfer-Encoding: 8bit", EVENT.replace("\r\n", "\n"))))  # fmt: skip
    assert in_order(document.text, ["Se innkalling.", "Møterom Skagerrak"])
    assert field(document, "event[0].dtstart") == "2026-12-04T09:30:00+01:00"


def test_a_forwarded_mail_follows_with_its_own_headers():
    inner = mail("Den gamle tiden gjelder ikke.", subject="Ny tid")
    document = read(
        "a.eml", multipart("mixed", ("Content-Type: text/plain", "Se under."), ("Content-Type: message/rfc822", inner))
    )
    assert field(document, "forwarded[0].header.subject") == "Ny tid"
    assert in_order(document.text, ["Se under.", "Ny tid", "Den gamle tiden"])


def test_attachments_are_named():
    part = 'Content-Type: application/pdf; name="x.pdf"\nContent-Disposition: attachment; filename="=?utf-8?q?Bes=C3=B8k.pdf?="'
    assert (
        field(read("a.eml", multipart("mixed", ("Content-Type: text/plain", "Hei"), (part, "AAAA"))), "attachment[0]")
        == "Besøk.pdf"
    )


def test_flowed_text_is_joined_and_quotes_keep_their_depth():
    body = "Vi ser fram til å møte deg \nonsdag.\n> Passer det \n> klokka ni?\n-- \nTordis"
    text = read("a.eml", mail(body, "Content-Type: text/plain; charset=utf-8; format=flowed")).text
    assert "møte deg onsdag." in text
    assert "> Passer det klokka ni?" in text
    assert "-- \nTordis" in text


def test_a_short_line_in_a_letter_is_no_heading():
    assert words(read("a.eml", mail("Hei Jorunn\n\nVelkommen\n\nHilsen Tordis")), BlockKind.HEADING) == []


@pytest.mark.parametrize(
    "data",
    [
        mail("", "") + "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(500)),
        "From: a@b.example\nMIME-Version: 1.0\nTo: "
        + ", ".join(f"<a{i}@x.example>" for i in range(20_000))
        + "\n\nhei",
    ],
    ids=["nested", "headers"],
)
def test_a_mail_made_to_choke_a_parser_is_refused(data):
    with pytest.raises(RefusedError) as refused:
        read("a.eml", data)
    assert refused.value.reason is Reason.BOMB
