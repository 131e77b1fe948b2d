"""Reading a job ad: what is asked and what is given, told apart line by line, in bokmål, nynorsk and English."""

import datetime as dt

import pytest

from andregang.content import load_vocabulary
from andregang.domain.job_ad import ItemKind, JobAd, parse_job_ad
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import Block, BlockKind, DocumentText, Language

TASK, MUST, SHOULD, QUALITY, OFFER = ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD, ItemKind.QUALITY, ItemKind.OFFER


def read(text: str, *blocks: Block) -> JobAd:
    content = DocumentText(text, blocks)
    return parse_job_ad(Document("d" * 64, "annonse", DocumentKind.AD, Language.NB, content), load_vocabulary())


def items(text: str) -> list[tuple[ItemKind, str]]:
    return [(item.kind, item.quote.words) for item in read(text).items]


def kinds(text: str) -> dict[str, ItemKind]:
    return {words: kind for kind, words in items(text)}


def test_headings_decide_what_their_lists_are() -> None:
    ad = """Driftstekniker
Solvik Energi AS

Arbeidsoppgaver
- Overvåke pumper og ventiler
- Føre logg

Kvalifikasjoner
- Fagbrev i prosessfag
- Førerkort klasse B

Personlige egenskaper
- Nøyaktig

Vi tilbyr
- Turnus med lange friperioder
"""
    assert items(ad) == [
        (TASK, "Overvåke pumper og ventiler"),
        (TASK, "Føre logg"),
        (MUST, "Fagbrev i prosessfag"),
        (MUST, "Førerkort klasse B"),
        (QUALITY, "Nøyaktig"),
        (OFFER, "Turnus med lange friperioder"),
    ]


@pytest.mark.parametrize(
    ("task", "must", "quality", "offer"),
    [
        ("Arbeidsoppgåver", "Kvalifikasjonar", "Personlege eigenskapar", "Me tilbyr"),
        ("Dine oppgaver:", "Krav til kompetanse:", "Hvem du er", "Hva kan vi tilby deg?"),
        ("Kva skal du gjere?", "Kvalifikasjonskrav", "Kven du er", "Kva tilbyr vi?"),
        ("Your responsibilities", "Requirements", "Personal qualities", "We offer"),
        ("DETTE SKAL DU GJØRE", "FORMELLE KRAV", "EGENSKAPER", "DET FÅR DU HOS OSS:"),
        ("What you will do", "Qualifications:", "Who you are", "What's in it for you?"),
    ],
)
def test_headings_are_known_in_three_languages(task: str, must: str, quality: str, offer: str) -> None:
    ad = f"Stilling\n\n{task}\n- Aaa bbb\n\n{must}\n- Ccc ddd\n\n{quality}\n- Eee fff\n\n{offer}\n- Ggg hhh\n"
    assert kinds(ad) == {"Aaa bbb": TASK, "Ccc ddd": MUST, "Eee fff": QUALITY, "Ggg hhh": OFFER}


def test_a_language_or_program_among_qualities_is_a_demand() -> None:
    ad = "Stilling\n\nPersonlige egenskaper\n- Rolig og tålmodig\n- Skriver godt tysk\n- Rask i Tripletex og Excel\n"
    assert kinds(ad) == {"Rolig og tålmodig": QUALITY, "Skriver godt tysk": MUST, "Rask i Tripletex og Excel": MUST}


def test_who_are_you_asks_for_requirements_and_who_you_are_for_qualities() -> None:
    demand = kinds("Stilling\n\nHvem er du?\n- Utdannet agronom\n- Rolig og tålmodig\n")
    assert demand == {"Utdannet agronom": MUST, "Rolig og tålmodig": QUALITY}
    assert kinds("Stilling\n\nHvem du er\n- Rolig med dyr\n") == {"Rolig med dyr": QUALITY}


@pytest.mark.parametrize(
    "line",
    [
        "Truckførerbevis er en fordel",
        "Gjerne erfaring fra kornmottak",
        "Det er ønskelig med kjennskap til melkerobot",
        "Røynsle frå skogbruk er ein føremon",
        "Det er ynskjeleg med fagbrev",
        "Experience with drones is an advantage",
        "Preferably knowledge of soil science",
        "Kunnskap om gjødselplaner, men ikke et krav",
    ],
)
def test_a_softener_makes_a_demand_a_wish(line: str) -> None:
    assert kinds(f"Stilling\n\nKvalifikasjoner\n- Agronom\n- {line}\n")[line] is SHOULD


def test_a_lead_in_speaks_for_every_line_below_it() -> None:
    ad = (
        "Stilling\n\nKvalifikasjoner\n- Fagbrev\n\nDet er en fordel med:\n- erfaring fra sag\n- kurs i varme arbeider\n"
    )
    assert kinds(ad) == {"Fagbrev": MUST, "erfaring fra sag": SHOULD, "kurs i varme arbeider": SHOULD}


def test_each_line_of_a_mixed_list_is_judged_alone() -> None:
    ad = (
        "Stilling\n\nØnskede kvalifikasjoner:\n• Erfaring som snekker\n• Serviceinnstilt\n"
        "• Må kunne lese norsk\n• Selvstendig og fleksibel\n"
    )
    assert kinds(ad) == {
        "Erfaring som snekker": SHOULD,
        "Serviceinnstilt": QUALITY,
        "Må kunne lese norsk": MUST,
        "Selvstendig og fleksibel": QUALITY,
    }


def test_a_wish_after_a_comma_is_an_item_of_its_own() -> None:
    assert items("Stilling\n\nKvalifikasjoner\n- Solid erfaring fra murerfaget, gjerne med fagbrev\n") == [
        (MUST, "Solid erfaring fra murerfaget"),
        (SHOULD, "gjerne med fagbrev"),
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Du må ha sveisekompetanse og gode norskkunnskaper", ["Du må ha sveisekompetanse", "gode norskkunnskaper"]),
        ("Erfaring fra kai, kunnskap om kran", ["Erfaring fra kai", "kunnskap om kran"]),
        ("God erfaring og kjennskap til Navision", ["God erfaring og kjennskap til Navision"]),
        ("Erfaring med C#, XP, SOLID etc", ["Erfaring med C#, XP, SOLID etc"]),
    ],
)
def test_demands_are_parted_unless_one_complement_serves_both(line: str, parts: list[str]) -> None:
    assert [words for _, words in items(f"Stilling\n\nVi krever\n- {line}\n")] == parts


def test_what_one_has_and_how_one_is_are_parted_in_one_breath() -> None:
    line = "Blid og tålmodig, relevant erfaring og evne til å lede seg selv"
    assert items(f"Stilling\n\nKvalifikasjoner\n- {line}\n") == [
        (QUALITY, "Blid og tålmodig"),
        (MUST, "relevant erfaring"),
        (QUALITY, "evne til å lede seg selv"),
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Renhold og oppfølging av rutiner", ["Renhold", "oppfølging av rutiner"]),
        ("Opplæring av lærlinger og dokumentasjon av arbeid", ["Opplæring av lærlinger", "dokumentasjon av arbeid"]),
        ("Montering og tilpasning av listverk", ["Montering og tilpasning av listverk"]),
        ("Planlegge, gjennomføre og evaluere kurs", ["Planlegge, gjennomføre og evaluere kurs"]),
        (
            "Oppfølging av regnskap, samt utarbeidelse av budsjett",
            ["Oppfølging av regnskap", "utarbeidelse av budsjett"],
        ),
        (
            "Sikre trygg drift av kaia, samt planlegging og oppfølging av anløp",
            ["Sikre trygg drift av kaia", "planlegging og oppfølging av anløp"],
        ),
        (
            "Følge opp leietakere i byggene, opplæring av nye vaktmestere",
            ["Følge opp leietakere i byggene", "opplæring av nye vaktmestere"],
        ),
        (
            "Hjelpe skolene med ny plan, og bidra til felles kurs",
            ["Hjelpe skolene med ny plan", "bidra til felles kurs"],
        ),
        ("Innkjøp, kontroll og oppfølging av varer", ["Innkjøp, kontroll og oppfølging av varer"]),
    ],
)
def test_duties_are_parted_unless_they_share_a_complement(line: str, parts: list[str]) -> None:
    assert [words for _, words in items(f"Stilling\n\nArbeidsoppgaver\n- {line}\n")] == parts


def test_prose_under_a_lead_in_is_quoted_without_it() -> None:
    ad = (
        "Stilling\n\nVi ser etter deg som er blid og strukturert. Vi tilbyr godt arbeidsmiljø og gode pensjonsvilkår.\n"
    )
    assert items(ad) == [(QUALITY, "blid og strukturert"), (OFFER, "godt arbeidsmiljø"), (OFFER, "gode pensjonsvilkår")]


def test_an_ad_of_prose_alone_is_read() -> None:
    ad = (
        "Røkter til ytre anlegg\nHavgull Laks AS\n"
        "Havgull Laks AS er et familieeid selskap med tolv ansatte. Som røkter vil du følge opp fôring og telle lus. "
        "Du må ha båtførerbevis, og det er en fordel med fagbrev i akvakultur. "
        "Du er en praktisk og omgjengelig person. Send søknad til post@havgull.example."
    )
    read_as = {words: kind for kind, words in items(ad)}
    assert [k for w, k in read_as.items() if "fôring" in w] == [TASK]
    assert [k for w, k in read_as.items() if "båtførerbevis" in w and "fagbrev" not in w] == [MUST]
    assert [k for w, k in read_as.items() if "fagbrev" in w] == [SHOULD]
    assert [k for w, k in read_as.items() if "omgjengelig" in w] == [QUALITY]
    assert not any("familieeid" in w or "Send søknad" in w for w in read_as)


@pytest.mark.parametrize(
    "line",
    [
        "Personlig egnethet vektlegges",
        "Personleg eignaheit vil bli vektlagt",
        "Relevant erfaring kan kompensere for manglende utdanning",
        "Søknad sendes innen fristen",
        "Søkere kan bli ført opp på offentlig søkerliste",
    ],
)
def test_furniture_is_no_item_even_in_a_list_of_demands(line: str) -> None:
    assert items(f"Stilling\n\nKvalifikasjoner\n- Fagbrev som gartner\n- {line}\n") == [(MUST, "Fagbrev som gartner")]


def test_a_demanded_police_certificate_counts_wherever_it_stands() -> None:
    ad = "Stilling\n\nVi tilbyr\n- God lønn\n\nAndre opplysninger\nPolitiattest må legges fram før tiltredelse.\n"
    assert (MUST, "Politiattest må legges fram før tiltredelse") in items(ad)


def test_a_list_under_an_unknown_heading_is_told_by_its_lines() -> None:
    ad = "Stilling\n\nPakken vår:\n- Konkurransedyktig lønn\n- God pensjon\n- Hyggelige kolleger\n"
    assert {kind for kind, _ in items(ad)} == {OFFER}


def test_the_same_line_twice_is_one_item() -> None:
    block = "Arbeidsoppgaver\n- Plukke bær\n- Kjøre traktor\n\n"
    assert items("Stilling\n\n" + block + block) == [(TASK, "Plukke bær"), (TASK, "Kjøre traktor")]


def test_several_posts_on_a_page_are_counted() -> None:
    post = "Arbeidsoppgaver\n- Føre båt\n\nKvalifikasjoner\n- Skippersertifikat\n\n"
    assert read("Ledige stillinger\n\nSkipper\n" + post + "Matros\n" + post).posts == 2


FACTS = """Fagansvarlig gartner, 80 % fast stilling
Solbakken kommune

Arbeidssted: Nordre gartneri

Kontakt
Kari Elvestad, avdelingsleder, tlf. 91 23 45 67, kari.elvestad@solbakken.example
Søknadsfrist: 14. februar 2027
"""


def test_facts_of_the_post_are_stated_with_their_words() -> None:
    ad = read(FACTS)
    assert ad.title and ad.title.value.startswith("Fagansvarlig gartner")
    assert ad.employer and ad.employer.value == "Solbakken kommune"
    assert ad.deadline and ad.deadline.value == dt.date(2027, 2, 14)
    assert ad.place and ad.place.value == "Nordre gartneri"
    assert ad.percentage and ad.percentage.value == 80
    assert ad.permanent and ad.permanent.value is True


def test_a_contact_has_name_role_phone_and_address() -> None:
    (contact,) = read(FACTS).contacts
    assert (contact.name, contact.role) == ("Kari Elvestad", "avdelingsleder")
    assert (contact.phone, contact.email) == ("91 23 45 67", "kari.elvestad@solbakken.example")


@pytest.mark.parametrize(
    ("text", "name", "role", "phone"),
    [
        ("For spørsmål, ring daglig leder Per Myhre på tlf. 417 22 333.", "Per Myhre", "daglig leder", "417 22 333"),
        ("Navn: Liv Aune\nTittel: Rektor\nTelefon: (+47) 40 50 60 70", "Liv Aune", "Rektor", "40 50 60 70"),
        ("Contact: Professor Anna Berg, phone +47 99887766", "Anna Berg", "Professor", "99887766"),
        ("Kontaktperson: Einingsleiar Tor Vik, mobil 90 11 22 33", "Tor Vik", "Einingsleiar", "90 11 22 33"),
    ],
)
def test_contacts_are_found_in_many_forms(text: str, name: str, role: str, phone: str) -> None:
    (contact,) = read(f"Stilling\nFirma AS\n\n{text}\n").contacts
    assert (contact.name, contact.phone) == (name, phone)
    assert contact.role and role.casefold() in contact.role.casefold()


@pytest.mark.parametrize("words", ["snarest", "fortløpende", "asap", "22. januar"])
def test_a_deadline_without_a_full_date_is_none(words: str) -> None:
    assert read(f"Stilling\n\nSøknadsfrist: {words}\n").deadline is None


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Søknadsfrist: 01.03.2027", dt.date(2027, 3, 1)),
        ("Frist: onsdag 3. mars 2027", dt.date(2027, 3, 3)),
        ("Søk innan 15. mai 2027", dt.date(2027, 5, 15)),
        ("Application deadline: 2 June 2027", dt.date(2027, 6, 2)),
        ("Deadline: June 2, 2027", dt.date(2027, 6, 2)),
    ],
)
def test_deadlines_are_read_in_three_languages(words: str, date: dt.date) -> None:
    deadline = read(f"Stilling\n\n{words}\n").deadline
    assert deadline and deadline.value == date


def test_the_client_is_the_employer_when_an_agency_advertises() -> None:
    ad = "Montør til Fjelltind\nManpower\n\nFjelltind Heis AS er en ledende leverandør av heiser. Fjelltind Heis AS vokser.\n"
    employer = read(ad).employer
    assert employer and employer.value.startswith("Fjelltind")


def test_a_posting_in_fields_stands_above_the_page() -> None:
    text = "Bli med oss\nSkogstjerna Barnehage SA\n2027-01-31T23:59\nStyrer\nHopp til innhold\n"
    fields = {
        "hiringOrganization.name": "Skogstjerna Barnehage SA",
        "validThrough": "2027-01-31T23:59",
        "title": "Styrer",
    }
    blocks = [
        Block(BlockKind.FIELD, text.index(value), text.index(value) + len(value), path=f"JobPosting.{path}")
        for path, value in fields.items()
    ]
    ad = read(text, *blocks)
    assert ad.title and ad.employer and ad.deadline
    assert (ad.title.value, ad.employer.value) == ("Styrer", "Skogstjerna Barnehage SA")
    assert ad.deadline.value == dt.date(2027, 1, 31)


def test_lines_that_fit_nothing_are_kept_as_unread() -> None:
    ad = read("Stilling\nFirma AS\n\nBlåbærskogen hvisker stille bortenfor myra.\n")
    assert [line.words for line in ad.unread] == ["Blåbærskogen hvisker stille bortenfor myra"]


def test_a_second_opinion_is_asked_only_where_no_heading_tells() -> None:
    asked: list[str] = []

    def opinion(lines: "list[str] | tuple[str, ...]") -> list[dict[str, float]]:
        asked.extend(lines)
        return [
            {"task": 0.95, "must": 0.01, "should": 0.01, "quality": 0.01, "offer": 0.01, "none": 0.01} for _ in lines
        ]

    text = "Stilling\nFirma AS\n\nHolde skogsveien åpen hele vinteren.\n\nVi tilbyr\n- God lønn\n"
    document = Document("d" * 64, "annonse", DocumentKind.AD, Language.NB, DocumentText(text))
    ad = parse_job_ad(document, load_vocabulary(), opinion)
    assert asked == ["Holde skogsveien åpen hele vinteren"]
    assert (TASK, "Holde skogsveien åpen hele vinteren") in [(item.kind, item.quote.words) for item in ad.items]


def test_a_row_whose_first_cell_is_a_heading_opens_that_section() -> None:
    text = "Reingjeter\nArbeidsgiver\tGuovssu Reinlag\nDette skal du gjøre\tGjete flokken\nMerke kalver\nVi krever\tSnøscooterbevis"
    ad = read(text)
    assert ad.employer is not None and ad.employer.value == "Guovssu Reinlag"
    assert [(item.kind, item.quote.words) for item in ad.items] == [
        (TASK, "Gjete flokken"),
        (TASK, "Merke kalver"),
        (MUST, "Snøscooterbevis"),
    ]


def test_a_common_noun_that_begins_a_sentence_is_no_employer() -> None:
    assert read("Vaktmester\n\nAvdelingen har tolv ansatte. Konseptet har vokst hvert år.").employer is None


def test_an_employer_named_again_is_found_by_what_it_does() -> None:
    ad = read("Fisker\n\nHavbris har levert torsk siden 1988. Det er Havbris som eier båten.")
    assert ad.employer is not None and ad.employer.value == "Havbris"


def test_offers_told_in_a_row_are_offers_each() -> None:
    assert items("Vakt\n\nHos oss får du god opplæring, tariffestet lønn og et godt arbeidsmiljø.") == [
        (OFFER, "god opplæring"),
        (OFFER, "tariffestet lønn"),
        (OFFER, "et godt arbeidsmiljø"),
    ]


def test_a_second_duty_after_a_comma_stands_alone_but_verbs_that_share_one_do_not() -> None:
    apart = items("Montør\n\nArbeidsoppgaver\n- Rykke ut ved driftsstans i bygget, dokumentere arbeidet i nettbrettet")
    assert [words for _, words in apart] == ["Rykke ut ved driftsstans i bygget", "dokumentere arbeidet i nettbrettet"]
    assert len(items("Lærer\n\nArbeidsoppgaver\n- Planlegge, gjennomføre og evaluere undervisning")) == 1


def test_the_later_of_two_words_about_a_deadline_may_hold_the_date() -> None:
    ad = read("Kokk\n\nSøknadsfristen nærmer seg. Søknad sendast elektronisk innan 5. november 2026.")
    assert ad.deadline is not None and ad.deadline.value == dt.date(2026, 11, 5)
