"""Who gets in: the very host and port, our own pages, the holder of the token. All through HTTP, over every route."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from andregang.bootstrap import OWNER
from andregang.domain.source import DocumentKind
from andregang.web import visit
from andregang.web.security import HEADERS

from .addresses import Found, crawl, filled_in, starts
from .conftest import AD, CV, INVITATION, PORT, Site, document
from .filled import empty_preparation, fill, past_preparation

HERE = f"127.0.0.1:{PORT}"
EVERY = filled_in()
WRITING = [(method, address) for method, address in EVERY if method == "POST"]
STRANGE_HOSTS = (
    "evil.example",
    "evil.example:8765",
    f"127.0.0.1.evil.example:{PORT}",
    f"localhost.evil.example:{PORT}",
    f"evil.example#127.0.0.1:{PORT}",
    f"127.0.0.1@evil.example:{PORT}",
    f"evil.example@127.0.0.1:{PORT}",
    "127.0.0.1",
    "127.0.0.1:80",
    f"127.0.0.1:{PORT + 1}",
    f"127.0.0.1:0{PORT}",
    f"127.0.0.1:{PORT}:{PORT}",
    f"127.1:{PORT}",
    f"127.0.0.2:{PORT}",
    f"0.0.0.0:{PORT}",
    f"2130706433:{PORT}",
    f"[::ffff:127.0.0.1]:{PORT}",
    f"[::2]:{PORT}",
    f"localhost.:{PORT}",
    f"127.0.0.1:{PORT}, evil.example",
)
ORIGINS = (None, f"http://{HERE}")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}&lt;b&gt;</textarea></title>"


def fetch(site: Site) -> Callable[[str], tuple[int, str, str]]:
    def get(address: str) -> tuple[int, str, str]:
        answer = site.client.get(address)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, f"{address} lacks {name}"
        return answer.status_code, answer.headers.get("location", answer.headers.get("content-type", "")), answer.text

    return get


def walk(site: Site, marked: str = "") -> list[Found]:
    """All answers of a filled store, with `marked` in every text a person or a document can hold."""
    ad = AD.replace("Lede arbeidet", f"Lede arbeidet {marked}").replace("Verksmester\n", f"Verksmester {marked}\n", 1)
    cv = CV.replace("Ledet arbeidet", f"Ledet arbeidet {marked}").replace("Vikholm Mek AS", f"Vikholm {marked} Mek AS")
    invitation = INVITATION.replace("Signe Hauge, verftssjef", f"Signe Hauge {marked}, verftssjef {marked}")
    documents = [
        document(f"annonse{marked}.txt", ad, DocumentKind.AD),
        document(f"cv{marked}.txt", cv, DocumentKind.CV),
        document(f"innkalling{marked}.txt", invitation, DocumentKind.INVITATION),
    ]
    slugs = [fill(site.context, documents, marked)]
    slugs += [empty_preparation(site.context, f"Uten noe{marked}"), past_preparation(site.context, documents)]
    return crawl(fetch(site), starts(slugs))


@pytest.fixture
def walked(site: Site) -> list[Found]:
    return walk(site)


def digest(folder: Path) -> str:
    """A value that changes when anything stored does."""
    if not (folder / "andregang.db").exists():
        return "nothing"
    with sqlite3.connect(folder / "andregang.db") as connection:
        return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()


def test_no_route_answers_another_host_or_port(prepared):
    assert len(STRANGE_HOSTS) * len(ORIGINS) == 40
    answered = [
        (method, address, host)
        for method, address in EVERY
        for host in STRANGE_HOSTS
        for origin in ORIGINS
        if not 400
        <= prepared.client.request(
            method, address, headers={"host": host} | ({"origin": origin} if origin else {})
        ).status_code
        < 500
    ]
    assert answered == []


@pytest.mark.parametrize(
    ("site_header", "origin", "let_in"),
    [
        ("same-origin", None, True),
        ("same-origin", f"http://{HERE}", True),
        ("none", None, True),
        (None, f"http://{HERE}", True),
        (None, None, False),
        ("cross-site", None, False),
        ("same-site", None, False),
        ("cross-site", f"http://{HERE}", False),
        ("same-site", f"http://{HERE}", False),
        ("", f"http://{HERE}", False),
        ("SAME-ORIGIN", None, False),
        ("same-origin", "http://evil.example", False),
        ("same-origin", "null", False),
        ("same-origin", f"http://127.0.0.1:{PORT + 1}", False),
        ("same-origin", f"http://localhost:{PORT}", False),
        ("same-origin", f"https://{HERE}", False),
        ("same-origin", f"http://{HERE}.evil.example", False),
        ("same-origin", "http://[", False),
        (None, "null", False),
        (None, "http://evil.example", False),
    ],
)
def test_only_our_own_pages_may_write(prepared, tmp_path, site_header, origin, let_in):
    headers = {"sec-fetch-site": site_header, "origin": origin}
    prepared.client.headers.pop("sec-fetch-site")
    before = digest(tmp_path)
    refused = [
        prepared.client.post(address, headers={k: v for k, v in headers.items() if v is not None}).status_code == 403
        for _, address in WRITING
    ]
    assert refused == [not let_in] * len(WRITING)
    assert let_in or digest(tmp_path) == before


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_other_methods_do_nothing(prepared, method):
    codes = {prepared.client.request(method, address).status_code for _, address in EVERY}
    assert codes <= {403, 404, 405}


def test_without_the_cookie_or_with_another_nothing_is_shown(prepared):
    for cookie in (None, "andregang-8765=", "andregang-8765=feil", "andregang-8766=sesam", "andregang-8765=sesamsesam"):
        prepared.client.cookies.clear()
        for method, address in EVERY:
            answer = prepared.client.request(method, address, headers={"cookie": cookie} if cookie else {})
            assert answer.status_code == 403, (method, address, cookie)
            assert "Fjordlys" not in answer.text


def test_cookies_of_other_programs_on_the_same_machine_do_not_shut_the_person_out(prepared):
    prepared.client.cookies.clear()
    header = 'a@b=1; "odd; _xsrf=2|x; =; \xe6=\xf8; {json: 1}; andregang-8765=sesam; rest'
    assert prepared.client.get("/ny", headers={"cookie": header.encode("latin-1")}).status_code == 200


@pytest.mark.parametrize("given", ["", "?t=", "?t=feil", "?t=sesam2", "?T=sesam", "?t=sesa%00m", "?t=%ff", "?t=ø"])
def test_the_entrance_opens_for_its_token_alone(site, given):
    site.client.cookies.clear()
    answer = site.client.get(f"/inn{given}")
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


def test_the_token_becomes_a_cookie_no_script_and_no_other_site_sees(site):
    site.client.cookies.clear()
    answer = site.client.get("/inn?t=sesam")
    cookie = answer.headers["set-cookie"].lower()
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("kind", ["image", "script", "style", "iframe", "empty", "object"])
@pytest.mark.parametrize("whence", ["cross-site", "same-site"])
def test_another_page_cannot_load_ours_into_itself(prepared, kind, whence):
    mode = "navigate" if kind in ("iframe", "object") else "no-cors"
    headers = {"sec-fetch-site": whence, "sec-fetch-mode": mode, "sec-fetch-dest": kind}
    codes = {prepared.client.get(a, headers=headers).status_code for m, a in EVERY if m == "GET"}
    assert codes == {403}


def test_another_page_may_lead_here_by_a_link(prepared):
    led = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert prepared.client.get("/ny", headers=led).status_code == 200


def test_reading_changes_nothing(site, tmp_path):
    walked = walk(site)
    before = digest(tmp_path)
    changed = []
    for found in walked:
        for method in ("GET", "HEAD"):
            site.client.request(method, found.address)
            if digest(tmp_path) != before:
                changed.append((method, found.address))
                before = digest(tmp_path)
    assert changed == []


def test_every_link_leads_to_a_page_and_every_page_is_led_to(walked):
    from andregang.web.routes import ROUTES

    assert [(found.address, found.status) for found in walked if found.status != 200] == []
    reached = {found.route.path for found in walked if found.route}
    readable = {route.path for route in ROUTES if "GET" in (route.methods or ())}
    passing = {"/", "/static/{name}", "/leser/{name}"}  # leads on, no page, there only while something is read
    assert readable - reached - passing == set()


def test_no_page_holds_a_script_a_style_or_a_handler_of_its_own(walked):
    loose = []
    for found in walked:
        if not found.is_page:
            continue
        for node in LexborHTMLParser(found.body).css("*"):
            own = node.tag in ("style", "base", "iframe", "object", "embed") or (
                node.tag == "script" and ("src" not in node.attributes or node.text().strip())
            )
            names = [n for n in node.attributes if n == "style" or n.startswith(("on", "hx-on"))]
            far = [
                value
                for n, value in node.attributes.items()
                if n in ("src", "href", "action", "formaction", "data", "poster", "srcset", "ping")
                and (value or "").strip().lower().startswith(("javascript:", "data:", "vbscript:", "//"))
            ]
            loose += [(found.address, node.tag, names, far)] if own or names or far else []
    assert loose == []


def test_what_documents_and_people_write_is_shown_as_text(site):
    walked = walk(site, HOSTILE)
    pages = [found for found in walked if found.is_page]
    shown = 0
    for found in pages:
        page = LexborHTMLParser(found.body)
        assert [s.html for s in page.css("script") if "alert" in (s.html or "")] == [], found.address
        assert page.css("img, b, [onerror]") == [], found.address
        assert "49{%" not in page.html.replace(" ", ""), found.address
        shown += "<script>alert(1)</script>" in page.body.text() or "&lt;script&gt;" in found.body
    assert shown > len(pages) // 3


@pytest.mark.parametrize(
    "address",
    [
        "/finnes-ikke",
        "/s/finnes-ikke/",
        "/s/finnes-ikke/krav",
        "/s/x/krav/<script>",
        "/static/finnes-ikke.css",
        "/static/..%2f..%2fsettings.py",
        "/static/%2e%2e/app.py",
        "/s/%00/",
        "/s/%ff%fe/",
        "/S/X/",
        "/.git/config",
        "/" + "a" * 4000,
    ],
)
def test_an_unknown_address_is_a_page_that_leads_on(prepared, address):
    answer = prepared.client.get(address)
    assert answer.status_code == 404
    page = LexborHTMLParser(answer.text)
    assert page.css_first("h1").text().strip()
    assert page.css_first("main a[href='/']")
    assert "<script>" not in answer.text


def test_every_address_of_an_unknown_preparation_or_thing_is_not_found(prepared):
    for method, address in EVERY:
        if "/s/" in address:
            assert prepared.client.request(method, address).status_code == 404, (method, address)
    for method, address in filled_in(prepared.slug):
        assert prepared.client.request(method, address).status_code < 500, (method, address)


def test_errors_speak_the_language_chosen(prepared):
    with prepared.context.store.unit_of_work(OWNER) as uow:
        uow.choices.choose("language", "en")
        uow.choices.choose("theme", "dark")
        uow.commit()
    page = LexborHTMLParser(prepared.client.get("/finnes-ikke").text)
    assert page.css_first("html").attributes["lang"] == "en"
    assert page.css_first("html").attributes["data-color-scheme"] == "dark"


@pytest.mark.parametrize(
    "query", ["side=9999999", "side=-1", "side=0", "side=%00", "side=1e9", "forslag=٣", "status=x"]
)
def test_a_strange_query_is_no_fault(prepared, query):
    codes = {
        address: prepared.client.get(f"{address}?{query}&lagret=1&flytt=%00&ord=%ff&krav=x&minne=x").status_code
        for method, address in filled_in(prepared.slug)
        if method == "GET"
    }
    assert {address: code for address, code in codes.items() if code >= 500} == {}


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"task": "x" * 300_000, "version": "9" * 50, "day": "2026-02-30", "minutes": "1e9", "action": "x"},
        {"version": "-1", "minutes": "-5", "day": "\x00", "start": "0001-01-01T00:00", "skip": "1"},
        {"start": "9999-12-31T23:59+14:00", "evidence": "\ud7ff\x00", "action": "confirm", "items": "x", "go": "next"},
    ],
)
def test_a_strange_form_is_no_fault(prepared, form):
    codes = {}
    for _, address in [pair for pair in filled_in(prepared.slug) if pair[0] == "POST"]:
        codes[address] = prepared.client.post(address, data=form).status_code
    assert {address: code for address, code in codes.items() if code >= 500} == {}


def bomb(parts: int, named: str) -> bytes:
    one = f'--x\r\nContent-Disposition: form-data; name="files"{named}\r\n\r\na\r\n'.encode()
    return one * parts + b"--x--\r\n"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data; boundary=x", bomb(5000, "")),
        ("multipart/form-data; boundary=x", bomb(50, '; filename="a.txt"')),
        ("multipart/form-data; boundary=x", b"--x\r\n" + b"A: " + b"b" * 200_000),
        ("multipart/form-data; boundary=x", b"--x\r\n" + b"A: b\r\n" * 50_000),
        ("multipart/form-data; boundary=x", b"no such boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"),
        ("multipart/form-data", b"--x\r\n"),
        ("multipart/form-data; boundary=" + "y" * 10_000, b"--x\r\n"),
        ("application/x-www-form-urlencoded", b"a=1&" * 5000),
        ("application/x-www-form-urlencoded", b"pasted=" + b"a" * 1_100_000),
        ("application/x-www-form-urlencoded", b"%" * 1000 + b"=%ff%00&&&==&"),
        ("application/json", b'{"pasted": "x"}'),
        ("text/plain; charset=finnes-ikke", b"\xff\xfe"),
    ],
)
def test_a_form_made_to_hurt_is_refused_with_a_sentence(site, tmp_path, kind, body):
    site.see("/ny")
    before = digest(tmp_path)
    answer = site.client.post("/ny", content=body, headers={"content-type": kind})
    assert 400 <= answer.status_code < 500
    assert LexborHTMLParser(answer.text).css_first("main").text().strip()
    assert digest(tmp_path) == before


def chunks(total: int) -> Iterator[bytes]:
    yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="cv.txt"\r\n\r\n'
    for _ in range(total // 100_000):
        yield b"a" * 100_000
    yield b"\r\n--x--\r\n"


def test_more_than_can_be_read_at_once_is_answered_with_what_to_do_and_nothing_is_lost(prepared, tmp_path, monkeypatch):
    monkeypatch.setattr(visit, "BODY_BYTES", 1_000_000)
    before = digest(tmp_path)
    kind = {"content-type": "multipart/form-data; boundary=x"}
    answer = prepared.client.post("/ny", content=b"".join(chunks(3_000_000)), headers=kind)
    assert answer.status_code == 413
    assert "færre eller mindre filer" in answer.text
    assert digest(tmp_path) == before


def test_a_fault_of_ours_says_its_number_and_not_what_was_read(prepared, monkeypatch, caplog):
    secret = "Eskil Nordbø ringte"
    monkeypatch.setattr(type(prepared.context), "preparation", lambda *_: 1 / 0 if secret else None)
    answer = prepared.client.get(prepared.address(""))
    assert answer.status_code == 500
    number = answer.text.split("feil ")[-1][:8] if "feil " in answer.text else ""
    assert "fault" in caplog.text
    assert number in caplog.text
    assert "Traceback" not in answer.text
    assert "Nordbø" not in caplog.text


def test_a_damaged_store_still_answers_in_words(prepared, monkeypatch):
    from andregang.store import StoreBusy

    def busy(*_: object, **__: object) -> None:
        raise StoreBusy

    monkeypatch.setattr(type(prepared.context.store), "unit_of_work", busy)
    answer = prepared.client.get(prepared.address(""))
    assert answer.status_code == 503
    assert "i bruk" in answer.text


def test_pages_are_kept_by_no_cache_and_static_files_for_ever(prepared):
    page = prepared.client.get(prepared.address(""))
    assert page.headers["cache-control"] == "no-store"
    style = LexborHTMLParser(page.text).css_first("link[rel=stylesheet]").attributes["href"]
    assert "immutable" in prepared.client.get(style).headers["cache-control"]
