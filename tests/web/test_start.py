"""Ny: from three documents to a preparation, one question a page, and nothing typed is lost."""

import time

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.preparation import Preparation
from andregang.web import taking

from .conftest import AD, CV, INVITATION, Site, text_of


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch):
    """A loaded machine may read slowly; the form waits so that each trial sees the quick way unless it says not."""
    monkeypatch.setattr(taking, "PATIENCE", 60.0)


def reading(site: Site) -> Preparation:
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        return site.context.preparation(uow, uow.preparations.in_order()[0])


def files(**given: str) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (f"{name}.txt", text.encode())) for name, text in given.items()]


def give(site: Site, page: str, **form) -> str:
    """Post to a page; where the answer leads."""
    answer = site.client.post(page, data={k: v for k, v in form.items() if k != "files"}, files=form.get("files"))
    assert answer.status_code == 303, text_of_answer(answer)
    return answer.headers["location"]


def text_of_answer(answer) -> str:
    return answer.text[:4000]


def test_the_front_page_of_an_empty_house_asks_for_the_ad(site):
    assert site.client.get("/").headers["location"] == "/ny"
    page = site.see("/ny")
    assert page.css_first("h1").text() == "Stillingsannonsen"
    assert "Del 1 av 3" in text_of(page)
    assert page.css_first("input[type=file][multiple]") is not None


def test_three_files_at_once_are_told_apart_and_read_back_one_by_one(site):
    address = give(site, "/ny", files=files(annonse=AD, cv=CV, innkalling=INVITATION))
    for end, part in [("annonsen-lest", "Del 1 av 3"), ("cv-lest", "Del 2 av 3"), ("motet-lest", "Del 3 av 3")]:
        assert address.endswith(f"/ny/{end}")
        assert part in text_of(site.see(address))
        address = give(site, address)
    assert address.count("/") == 3
    kept = reading(site)
    assert kept.ad is not None
    assert kept.cv is not None
    assert kept.start is not None


def test_one_document_at_a_time_leads_through_all_questions(site):
    address = give(site, "/ny", pasted=AD)
    assert address.endswith("annonsen-lest")
    address = give(site, address)
    assert address.endswith("/ny/cv")
    address = give(site, address, pasted=CV)
    assert address.endswith("/ny/cv-lest")
    address = give(site, address)
    assert address.endswith("/ny/innkalling")
    address = give(site, address, start="2026-12-03T13:00")
    assert not address.endswith("innkalling")
    assert reading(site).start.isoformat() == "2026-12-03T13:00:00+01:00"


def test_what_one_does_not_have_can_be_skipped(site):
    address = give(site, give(site, "/ny", pasted=AD))
    address = give(site, address, skip="1")
    assert address.endswith("/ny/innkalling")
    assert site.see(give(site, address, skip="1")) is not None


def test_every_page_but_the_first_leads_back(site):
    address = give(site, "/ny", files=files(annonse=AD, cv=CV, innkalling=INVITATION))
    base = address.rsplit("/", 1)[0]
    seen, page = [], f"{base}/motet-lest"
    while page:
        seen.append(page.rsplit("/", 1)[1])
        link = site.see(page).css_first('main a[href*="/ny/"]')
        page = link.attributes["href"] if link and link.text() == "Tilbake" else ""
    assert seen == ["motet-lest", "innkalling", "cv-lest", "cv", "annonsen-lest", "annonse"]


def test_the_lines_of_the_ad_can_be_struck_and_get_another_kind_and_be_added(site):
    address = give(site, "/ny", pasted=AD)
    give(
        site,
        address,
        **{
            "line:Føre timer og avvik hver uke": "",
            "line:Erfaring med robotsveising er en fordel": "must",
            "field:title": "Verksmester, plate",
            "new": "Truckførerbevis T4",
            "new_kind": "must",
        },
    )
    ad = reading(site).ad
    kinds = {item.quote.words: item.kind.value for item in ad.items}
    assert "Føre timer og avvik hver uke" not in kinds
    assert kinds["Erfaring med robotsveising er en fordel"] == "must"
    assert kinds["Truckførerbevis T4"] == "must"
    assert ad.title.value == "Verksmester, plate"


def test_roles_and_lines_of_the_cv_can_be_corrected_and_struck(site):
    address = give(site, "/ny", files=files(annonse=AD, cv=CV))
    address = give(site, address)
    assert address.endswith("cv-lest")
    role = reading(site).cv.work[0].quote.words
    lines = [line.quote.words for line in reading(site).cv.lines]
    struck = "Bestilte stål fra fire leverandører"
    form = {"line": lines, "keep": [one for one in lines if one != struck], f"role:start:{role}": "2017-05"}
    assert site.client.post(address, data={**form, f"role:position:{role}": "Verksformann"}).status_code == 303
    cv = reading(site).cv
    assert struck not in [line.quote.words for line in cv.lines]
    assert len(cv.lines) == len(lines) - 1
    assert (str(cv.work[0].start), cv.work[0].position.value) == ("2017-05", "Verksformann")


def test_a_date_that_cannot_be_read_is_told_at_its_field_and_what_was_typed_stays(site):
    address = give(site, give(site, "/ny", files=files(annonse=AD, cv=CV)))
    role = reading(site).cv.work[0].quote.words
    answer = site.client.post(address, data={f"role:start:{role}": "vår 2017", "field:name": "Eskil N."})
    assert answer.status_code == 422
    assert 'value="vår 2017"' in answer.text
    assert 'value="Eskil N."' in answer.text
    assert 'href="#role-0-start"' in answer.text
    assert reading(site).cv.name.value == "Eskil Nordbø"


def test_one_more_preparation_can_be_begun_and_left_again(prepared):
    assert prepared.see("/ny").css_first("main a").attributes["href"] == "/"
    give(prepared, "/ny", pasted=AD.replace("Fjordlys", "Nordlys"))
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        assert len(uow.preparations.in_order()) == 2


def test_nothing_given_is_told_and_the_error_links_to_the_field(site):
    answer = site.client.post("/ny", data={"pasted": "   "})
    assert answer.status_code == 422
    assert 'href="#files"' in answer.text
    assert "<title>Feil:" in answer.text


def test_what_cannot_be_read_is_told_by_name_and_the_pasted_text_stays(site):
    address = give(site, give(site, "/ny", pasted=AD))
    answer = site.client.post(address, files=[("files", ("cv.pdf", b"%PDF-1.7 torn"))])
    assert answer.status_code == 422
    assert "cv.pdf" in answer.text


def test_a_file_too_big_is_told_and_what_was_pasted_beside_it_is_used(site):
    answer = site.client.post("/ny", files=[("files", ("stor.pdf", b"%PDF-1.7" + b"0" * 20_000_000))])
    assert answer.status_code == 422
    assert "stor.pdf er for stor" in answer.text
    address = give(site, "/ny", pasted=AD, files=[("files", ("stor.pdf", b"%PDF-1.7" + b"0" * 20_000_000))])
    assert "stor.pdf" in text_of(site.see(address), ".hint")
    assert reading(site).ad is not None


def test_what_was_left_out_is_told_on_the_next_page(site):
    given = [*files(annonse=AD), ("files", ("cv.pdf", b"%PDF-1.7 torn"))]
    address = give(site, "/ny", files=given)
    assert "cv.pdf" in text_of(site.see(address), ".hint")


def test_a_new_ad_takes_the_place_of_the_old_one(site):
    address = give(site, "/ny", pasted=AD)
    base = address.rsplit("/", 1)[0]
    assert "annonse.txt" in text_of(site.see(f"{base}/annonse"))
    give(site, f"{base}/annonse", pasted=AD.replace("Verksmester", "Formann"))
    kept = reading(site)
    assert kept.ad.title.value == "Formann"
    assert not [notice for notice in kept.notices if notice.kind.value == "two_ads"]


def test_a_cv_given_where_the_ad_is_asked_for_is_kept_as_a_cv_and_the_ad_is_asked_for_again(site):
    address = give(site, "/ny", pasted=CV)
    assert "/ny/annonse?" in address
    assert "ser ut som" in text_of(site.see(address), ".hint")
    assert reading(site).cv is not None


def test_a_slow_reading_can_be_left_and_is_kept(site, monkeypatch):
    monkeypatch.setattr(taking, "PATIENCE", 0.0)
    address = give(site, "/ny", files=files(annonse=AD, cv=CV))
    assert address.startswith("/leser/")
    page = site.client.get(address)
    until = time.monotonic() + 60
    while page.status_code == 200 and time.monotonic() < until:
        assert "annonse.txt" in page.text
        time.sleep(0.05)
        page = site.client.get(address)
    assert page.headers["location"].endswith("/ny/annonsen-lest")
    assert reading(site).cv is not None
    by_script = site.client.get(address, headers={"HX-Request": "true"})
    assert by_script.headers["HX-Redirect"] == page.headers["location"]


def test_a_slow_reading_that_fails_says_why_and_hands_the_pasted_text_back(site, monkeypatch):
    monkeypatch.setattr(taking, "PATIENCE", 0.0)
    given = [("files", ("en.pdf", b"%PDF-1.7 torn")), ("files", ("to.pdf", b"%PDF-1.7 torn"))]
    address = give(site, "/ny", files=given)
    until = time.monotonic() + 60
    first = site.client.get(address).text
    assert "Prøv igjen" in first or '<noscript><meta http-equiv="refresh"' in first
    text = site.client.get(address).text
    while "Prøv igjen" not in text and time.monotonic() < until:
        time.sleep(0.05)
        text = site.client.get(address).text
    assert "en.pdf" in text
    assert "to.pdf" in text
    assert site.client.get(address, headers={"HX-Request": "true"}).headers["HX-Redirect"] == address


def test_a_reading_nobody_knows_leads_home(site):
    assert site.client.get("/leser/ukjent").headers["location"] == "/"


def test_an_unknown_question_is_not_found(prepared):
    assert prepared.client.get(prepared.address("ny/tull")).status_code == 404


def test_the_address_cannot_put_other_words_on_the_page(prepared):
    page = prepared.see("ny/cv?utelatt=unreadable.nonsense.x&utelatt=splendid..x&utelatt=x")
    assert page.css_first(".hint[role=status]") is None
