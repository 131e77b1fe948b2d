"""Web pages: the ad's own words with their lists and headings, and what JSON-LD says of it."""

import json

import pytest

from andregang.domain.text import BlockKind
from andregang.readers.refusal import Reason, RefusedError
from readers.reading import field, in_order, read, words

POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Kjøkkensjef",
    "validThrough": "2027-01-15T23:59",
    "employmentType": ["FULL_TIME"],
    "hiringOrganization": {"@type": "Organization", "name": "Solbakken sykehjem"},
    "jobLocation": {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressLocality": "Lyngvik", "postalCode": "9999"},
    },
    "description": "&lt;p&gt;Vi søker en kjøkkensjef.&lt;/p&gt;&lt;h3&gt;Oppgaver&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Lede seks kokker&lt;/li&gt;&lt;li&gt;Planlegge menyer&lt;/li&gt;&lt;/ul&gt;",
}


def page(body: str, posting: object = None, head: str = "") -> str:
    script = f'<script type="application/ld+json">{json.dumps(posting)}</script>' if posting else ""
    return f'<!doctype html><html lang="nb"><head><title>Ledig stilling</title>{head}{script}</head><body>{body}</body></html>'


AD = """
<nav><a href="/">Forsiden</a></nav><div class="cookie-banner">Vi bruker informasjonskapsler</div>
<main><h1>Kjøkkensjef</h1><p>Solbakken sykehjem</p>
<p>Vi søker en kjøkkensjef.</p><h2>Oppgaver</h2><ul><li>Lede seks kokker<ul><li>på to skift</li></ul></li><li>Planlegge menyer</li></ul>
<p><strong>Kvalifikasjoner</strong></p><p>- Fagbrev<br>- Erfaring er <b>ønskelig</b></p>
<dl><dt>Søknadsfrist</dt><dd>15. januar 2027</dd></dl>
<table><tr><th>Sted</th><td>Lyngvik</td></tr></table></main>
<footer>Personvern</footer><script>var x = "hemmelig"</script><style>p{}</style><div style="display: none">skjult</div>
"""


def test_menus_banners_scripts_and_hidden_parts_are_left_out():
    text = read("a.html", page(AD)).text
    for junk in ("Forsiden", "informasjonskapsler", "Personvern", "hemmelig", "skjult", "p{}"):
        assert junk not in text


def test_lists_headings_and_terms_keep_their_kind():
    document = read("a.html", page(AD))
    assert words(document, BlockKind.HEADING) == ["Kjøkkensjef", "Oppgaver", "Kvalifikasjoner"]
    assert words(document, BlockKind.BULLET) == [
        "Lede seks kokker",
        "på to skift",
        "Planlegge menyer",
        "Fagbrev",
        "Erfaring er ønskelig",
    ]
    assert [b.level for b in document.blocks if b.kind is BlockKind.BULLET] == [0, 1, 0, 0, 0]
    assert words(document, BlockKind.CELL) == ["Søknadsfrist", "15. januar 2027", "Sted", "Lyngvik"]


def test_a_page_without_a_main_part_is_read_without_its_furniture():
    body = "<header><a>Logg inn</a></header><div><h1>Kjøkkensjef</h1><p>Vi søker.</p></div><footer>Kontakt oss</footer>"
    assert read("a.html", page(body)).text == "Kjøkkensjef\n\nVi søker."


def test_json_ld_becomes_fields_after_the_text():
    document = read("a.html", page(AD, POSTING))
    assert field(document, "JobPosting.title") == "Kjøkkensjef"
    assert field(document, "JobPosting.validThrough") == "2027-01-15T23:59"
    assert field(document, "JobPosting.employmentType") == "FULL_TIME"
    assert field(document, "JobPosting.hiringOrganization.name") == "Solbakken sykehjem"
    assert field(document, "JobPosting.jobLocation.addressLocality") == "Lyngvik"
    assert document.blocks[-1].path.startswith("JobPosting.")


def test_a_description_the_page_shows_is_not_said_twice():
    assert read("a.html", page(AD, POSTING)).text.count("Lede seks kokker") == 1


def test_a_page_that_shows_its_ad_by_script_only_is_read_from_json_ld():
    document = read("a.html", page("<div id='root'>Laster …</div>", {"@graph": [POSTING]}))
    assert in_order(document.text, ["Kjøkkensjef", "Vi søker en kjøkkensjef.", "Oppgaver"])
    assert words(document, BlockKind.BULLET) == ["Lede seks kokker", "Planlegge menyer"]


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type": "JobPosting", "title": "A\n<b>", "baseSalary": ' + "9" * 6000 + ",}",
        "[" * 100_000 + "]" * 100_000,
        '{"@type": "JobPosting", "title": {"a": [1, null]}, "jobLocation": 7, "description": 5}',
        "ikke json",
    ],
)
def test_broken_json_ld_never_hides_the_text(broken):
    body = f'<script type="application/ld+json">{broken}</script><p>Vi søker en kjøkkensjef.</p>'
    assert "Vi søker en kjøkkensjef." in read("a.html", page(body)).text


def test_the_address_behind_a_contact_link_is_kept():
    document = read(
        "a.html", page('<p>Tordis Vik <a href="mailto:tordis@solbakken.example?subject=x">send e-post</a></p>')
    )
    assert field(document, "link") == "tordis@solbakken.example"


def test_the_charset_of_the_page_is_heeded():
    data = '<html><head><meta charset="iso-8859-1"></head><body><p>Vi søker kjøkkensjef på Værøy</p></body></html>'
    assert read("a.html", data.encode("latin-1")).text == "Vi søker kjøkkensjef på Værøy"


@pytest.mark.parametrize(
    "bomb",
    [
        "<html>" + "<div>" * 150_000 + "x",
        "<html><a " + " ".join(f"b{i}=1" for i in range(20_000)) + ">x</a>",
        "<html>" + "<b><i>" * 30_000 + "x",
    ],
    ids=["deep", "attributes", "inline"],
)
def test_markup_made_to_choke_a_parser_is_refused(bomb):
    with pytest.raises(RefusedError) as refused:
        read("a.html", bomb)
    assert refused.value.reason is Reason.BOMB


def test_a_page_saved_as_one_file_is_a_page():
    saved = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://jobb.example/1\r\nSubject: Ledig stilling\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><h1>Kj=C3=B8kkensjef</h1></body></html>\r\n--b--\r\n"
    )
    document = read("annonse.mhtml", saved)
    assert (document.format, document.text) == ("html", "Kjøkkensjef")


def test_a_label_and_its_value_side_by_side_are_not_glued_together():
    body = "<div><span>Søknadsfrist</span><span>15. januar</span></div><div><b>Sted:</b><span>Lyngvik</span></div>"
    assert read("a.html", page(body)).text == "Søknadsfrist 15. januar\nSted: Lyngvik"


def test_a_word_in_two_types_stays_one_word():
    assert (
        read("a.html", page("<p><b>K</b>jøkken<i>sjef</i> i <span>Power</span><span>point</span></p>")).text
        == "Kjøkkensjef i Powerpoint"
    )


def test_a_long_script_is_no_huge_tag():
    script = "<script>if (a<b) { window.state = {" + '"k": "verdi", ' * 20_000 + "} }</script>"
    assert (
        read("a.html", page(f"{script}<p>Vi søker kokk.</p><style>p::after{{content: '<'}}</style>")).text
        == "Vi søker kokk."
    )


def test_a_script_that_never_ends_hides_what_follows_as_in_a_browser():
    assert read("a.html", page("<p>Vi søker kokk.</p><script>" + "<div>" * 50_000)).text == "Vi søker kokk."
