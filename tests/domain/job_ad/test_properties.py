"""What holds for any text given as a job ad."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.domain.job_ad import JobAd, parse_job_ad
from andregang.domain.source import Document, DocumentKind, stands_in
from andregang.domain.text import Block, BlockKind, DocumentText, Language

PIECES = st.sampled_from(
    [
        "Arbeidsoppgaver", "Kvalifikasjoner:", "Personlege eigenskapar", "Vi tilbyr", "Hvem er du?", "Om oss", "- ", "• ",
        "Du må ha førerkort", "gjerne fagbrev", "Vi ser etter deg som er blid", "og", "samt", "Erfaring med truck",
        "Søknadsfrist 1.2.2027", "tlf. 91234567", "Kari Nordli", "kari@firma.example", "80 % stilling", "\n", "\n\n", ". ",
        ", ", ":", "(", ")", "følge opp drift av anlegg", "godt arbeidsmiljø", "Montering av dører",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=40).map(" ".join))


def document(text: str, *blocks: Block) -> Document:
    return Document("d" * 64, "annonse", DocumentKind.AD, Language.NB, DocumentText(text, blocks))


def read(text: str) -> JobAd:
    return parse_job_ad(document(text), load_vocabulary())


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_quote_stands(text: str) -> None:
    given_document = document(text)
    ad = parse_job_ad(given_document, load_vocabulary())
    facts = (ad.title, ad.employer, ad.deadline, ad.place, ad.percentage, ad.permanent)
    quotes = [fact.quote for fact in facts if fact] + [item.quote for item in ad.items] + list(ad.unread)
    quotes += [contact.quote for contact in ad.contacts] + [item.heading for item in ad.items if item.heading]
    assert all(stands_in(claim, given_document) for claim in quotes)
    assert all(item.quote.words for item in ad.items)
    assert ad.posts >= 1


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(list(BlockKind)), st.data())
def test_any_layout_is_read(text: str, kind: BlockKind, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    given_document = document(text, Block(kind, start, end, path="JobPosting.title"))
    ad = parse_job_ad(given_document, load_vocabulary())
    assert all(stands_in(item.quote, given_document) for item in ad.items)


LINES = ["Lede vaktlaget", "Føre timelister", "Rydde lager og verksted"]


@pytest.mark.parametrize("mark", ["- ", "• ", "· ", "o ", "* ", "– ", "▪ ", ""])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n"])
def test_bullet_marks_and_line_breaks_change_nothing(mark: str, between: str) -> None:
    text = "Stilling\n\nArbeidsoppgaver:\n" + between.join(mark + line for line in LINES)
    assert [item.quote.words for item in read(text).items] == LINES


def test_a_list_in_one_line_is_a_list() -> None:
    text = "Stilling\n\nArbeidsoppgaver\n• " + " • ".join(LINES) + "\n"
    assert [item.quote.words for item in read(text).items] == LINES


@pytest.mark.parametrize("width", [50, 64, 80])
def test_hard_wrapped_prose_reads_as_unwrapped(width: int) -> None:
    sentences = (
        "Som driftsleder skal du følge opp drift og vedlikehold av alle våre anlegg i regionen. "
        "Du må ha fagbrev som byggdrifter og minst tre års erfaring fra liknende arbeid i større bygg. "
        "Det er en fordel med kjennskap til offentlige anskaffelser og rammeavtaler med leverandører. "
        "Vi tilbyr konkurransedyktig lønn og fleksibel arbeidstid i et trivelig og uformelt miljø. "
        "Du er en ryddig og omgjengelig person som liker å finne gode løsninger sammen med andre. "
    )
    words, rows, row = sentences.split(), [], ""
    for word in words:
        if len(row) + len(word) + 1 > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    wrapped = "Driftsleder\n\n" + "\n".join([*rows, row])
    flat = "Driftsleder\n\n" + sentences
    assert [(i.kind, i.quote.words) for i in read(wrapped).items] == [(i.kind, i.quote.words) for i in read(flat).items]


@pytest.mark.parametrize(
    "piece", ["og ", "Vi søker deg som ", ", ", "(", "som en ", "erfaring kan ", "o ", "12 ", "a@"]
)
def test_long_monotone_text_is_read(piece: str) -> None:
    assert read(piece * (20_000 // len(piece))).posts == 1
