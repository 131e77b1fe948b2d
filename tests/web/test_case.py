"""Case: the assignment given, its demands struck and added, the presentation held against it, and the run-through."""

import datetime as dt

import pytest

from .conftest import Site, text_of

ASSIGNMENT = """Oppgave til andre samtale

Verkstedet leverer i gjennomsnitt ni dager for sent. Lag en presentasjon på 10 minutter der du
- forklarer hvorfor leveransene blir forsinket
- foreslår tre tiltak for verkstedet
- viser hva tiltakene koster
Send filen dagen før.
"""
DECK = """# I tide
Eskil Nordbø

---

# Hvorfor vi er sene
- Forsinkelsen skyldes at stål bestilles etter at jobben er begynt
- Kranen er opptatt fordi to lag deler den

---

# Litt om meg
- Best i kullet, og stolt av det
- Trener håndball

---

# Tre tiltak på gulvet
- Stål bestilles når ordren kommer
- Kranen får en timeplan
- Ti minutter ved tavla hver morgen

---

# Takk
"""


@pytest.fixture
def case(prepared) -> Site:
    give(prepared, "case", ASSIGNMENT)
    return prepared


def give(site: Site, kind: str, text: str):
    return site.client.post(site.address("case"), data={"give": kind, "pasted": text})


def digest(site: Site) -> str:
    return site.see("case").css_first("input[name=digest]").attributes["value"] or ""


def demands(site: Site) -> list[str]:
    return [button.attributes["value"] or "" for button in site.see("case").css("button[name=strike]")]


def begin(site: Site) -> str:
    return site.client.post(site.address("case/gjennomforing")).headers["location"]


def test_without_an_assignment_the_page_asks_for_it(prepared):
    page = prepared.see("case")
    assert page.css_first("#files-case") is not None
    assert not page.css("button[name=strike]")


def test_nothing_given_comes_back_with_what_to_do(prepared):
    answer = give(prepared, "case", "  ")
    assert answer.status_code == 422
    assert "Velg en fil, eller lim inn teksten." in answer.text


def test_an_assignment_becomes_demands_minutes_and_an_outline_that_sums_to_them(case):
    assert demands(case) == [
        "forklarer hvorfor leveransene blir forsinket",
        "foreslår tre tiltak for verkstedet",
        "viser hva tiltakene koster",
    ]
    page = case.see("case")
    assert "Du har 10 minutter." in text_of(page)
    rows = [row.text() for row in page.css("section[aria-labelledby=disposisjon] ol .muted")]
    assert sum(int(m) * 60 + int(s) for m, s in (row.split(":") for row in rows)) == 600


def test_a_struck_demand_leaves_the_outline_and_can_be_brought_back(case):
    words = "viser hva tiltakene koster"
    case.client.post(case.address("case"), data={"digest": digest(case), "strike": words})
    assert words not in demands(case)
    case.client.post(case.address("case"), data={"digest": digest(case), "back": words})
    assert words in demands(case)


def test_a_demand_the_reading_missed_is_added_and_an_empty_one_is_not(case):
    data = {"digest": digest(case), "demand": "hvem som eier tiltakene"}
    assert case.client.post(case.address("case"), data=data).status_code == 303
    assert demands(case)[-1] == "hvem som eier tiltakene"
    assert case.client.post(case.address("case"), data={**data, "demand": " "}).status_code == 422


def test_another_document_is_not_corrected_through_the_case(case):
    answer = case.client.post(case.address("case"), data={"digest": "0" * 64, "strike": "noe"})
    assert answer.status_code == 404


def test_the_presentation_is_held_against_the_assignment(case):
    give(case, "deck", DECK)
    page = case.see("case")
    asked = text_of(page, "section[aria-labelledby=krav]")
    assert "forklarer hvorfor leveransene blir forsinket ✓ Lysbilde 2" in asked
    assert "viser hva tiltakene koster ○ Fant ikke noe lysbilde" in asked
    assert "Lysbilde 3: ikke en del av oppgaven" in text_of(page, "section[aria-labelledby=lysbilder]")


def test_minutes_are_set_and_a_wrong_number_comes_back(case):
    case.client.post(case.address("case"), data={"minutes": "12"})
    assert "Du har 12 minutter." in text_of(case.see("case"))
    answer = case.client.post(case.address("case"), data={"minutes": "mange"})
    assert answer.status_code == 422
    assert 'value="mange"' in answer.text


def test_the_minutes_of_a_part_are_kept_and_the_sum_stays(case):
    names = [field.attributes["value"] or "" for field in case.see("case").css("input[name=key]")]
    lengths = ["", "4,5", "", "", ""]
    case.client.post(case.address("case"), data={"outline": "1", "key": names, "length": lengths})
    page = case.see("case")
    assert page.css_first("#del-2").attributes["value"] == "4,5"
    rows = [row.text() for row in page.css("section[aria-labelledby=disposisjon] ol .muted")]
    assert rows[1] == "4:30"
    assert sum(int(m) * 60 + int(s) for m, s in (row.split(":") for row in rows)) == 600


def test_a_question_one_fears_is_saved_while_written_and_two_windows_keep_both(case):
    data = {"feared": "1", "version": "0", "text": "Hva om stålet ikke kommer?\nDa har vi ti dager på lager."}
    draft = case.client.post(case.address("case"), data=data, headers={"X-Draft": "1"})
    assert (draft.status_code, draft.headers["X-Version"]) == (204, "1")
    assert "Hva om stålet ikke kommer?" in text_of(case.see("case"), "#frykt-1 summary")
    case.client.post(case.address("case"), data={**data, "version": "1", "text": "Nytt."})
    answer = case.client.post(case.address("case"), data={**data, "version": "1", "text": "Noe annet."})
    assert answer.status_code == 409
    assert "Noe annet." in answer.text
    assert case.client.post(case.address("case"), data={**data, "feared": "9"}).status_code == 404


def test_a_run_is_kept_at_each_part_and_ends_with_plan_and_run_side_by_side(case):
    where = begin(case)
    parts = len(case.see(where).css("[data-parts] li"))
    assert parts == 5
    for part in range(parts):
        case.client.post(where, data={"part": str(part), "clock": str(100.0 * (part + 1))})
    page = case.see(where)
    assert "Du brukte 8:20 av 10:00." in text_of(page)
    assert [row.css("td")[1].text().split()[0] for row in page.css("tbody tr")] == ["1:40"] * 5


def test_a_killed_run_goes_on_in_the_part_it_was_in(case):
    where = begin(case)
    case.client.post(where, data={"part": "0", "clock": "61.5"}, headers={"X-Draft": "1"})
    page = case.see(where)
    assert "Del 2 av 5" in text_of(page)
    assert float(page.css_first("[data-run]").attributes["data-elapsed"] or 0) >= 61.5
    assert where.rsplit("/", 1)[-1] in str(case.see("case/gjennomforing").html)


def test_a_doubled_press_moves_one_part_only(case):
    where = begin(case)
    for _ in range(2):
        case.client.post(where, data={"part": "0", "clock": "30"})
    assert "Del 2 av 5" in text_of(case.see(where))


def test_without_a_script_the_servers_clock_counts(case):
    where = begin(case)
    later = case.context.clock() + dt.timedelta(seconds=75)
    case.context.clock = lambda: later
    case.client.post(where, data={"part": "0", "clock": ""})
    case.client.post(where, data={"end": "1", "clock": ""})
    assert case.see(where).css("tbody tr")[0].css("td")[1].text().startswith("1:15")


def test_the_form_is_marked_and_a_deleted_run_comes_back(case):
    where = begin(case)
    case.client.post(where, data={"end": "1", "clock": "200"})
    case.client.post(where, data={"score": "1", "core": "4", "risk": "7"})
    page = case.see(where)
    assert page.css_first("#core option[selected]").text() == "4"
    assert page.css_first("#risk option[selected]") is None
    gone = case.client.post(where, data={"remove": "1"}).headers["location"]
    assert case.client.get(where).status_code == 404
    removed = case.see(gone).css_first("button[name=restore]").attributes["value"]
    case.client.post(case.address("case/gjennomforing"), data={"restore": removed})
    assert case.client.get(where).status_code == 200


def test_what_is_unclear_becomes_a_message_to_the_contact(case):
    body = case.see("case").css_first("textarea#brev").text()
    assert "Hvem skal høre på" in body
    assert "Er spørsmål en del av tiden" in body
