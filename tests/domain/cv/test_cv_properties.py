"""What holds for any text."""

from cv_layouts import TEXTS
from cv_lives import LIVES
from cv_reading import quotes_of, read_content, read_text, role
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.domain.source import stands_in
from andregang.domain.text import Block, BlockKind, DocumentText

PIECES = st.sampled_from(
    [
        "Arbeidserfaring",
        "Utdanning",
        "SPRÅK",
        "Verv:",
        "2016 – 2019",
        "aug. 2020 – d.d.",
        "2018–\tKokk",
        "- ",
        "• ",
        "Kokk, Kroa AS, Bodø",
        "Bachelor i jus",
        "Norsk (morsmål)",
        "Oppgis på forespørsel",
        "Foreldrepermisjon 2019",
        "x@y.example",
        "+47 900 11 222",
        "(((",
        ")",
        ",",
        ":",
        "\t",
        "\n\n",
        "   ",
        "Kari Nes Moe",
        "Periode\tStilling",
        "Språk: norsk",
        "Referanser: Per Moe, sjef",
        "og",
        "deltid",
        "100 %",
        "(80 %)",
        "'18",
        "Ansatt som",
        "–",
        "Stilling:",
        "1/2",
        "\x0b",
        "🙂",
    ]
)
TEXT = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("\n".join),
    st.lists(PIECES, max_size=30).map(" ".join),
)  # fmt: skip
KNOWN_LINES = st.sampled_from(
    [
        "- Ryddet lageret", "• Solgte is", "Per Hansen Vik, daglig leder, 900 11 223", "2003 – 2005 Avisbud, Budservice AS",
        "Glad i fjellturer.", "Førerkort klasse B", "og litt til", "2001", "Norsk – morsmål", "", "  ", "Interesser", "Referanser: Oppgis",
    ]
)  # fmt: skip


def clean(text: str) -> str:
    return text.replace("\r", " ").replace("\0", " ")


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_every_quote_stands(text):
    cv = read_text(clean(text))
    assert all(stands_in(quote, cv.document) for quote in quotes_of(cv))


@given(TEXT, st.data())
@settings(max_examples=150, deadline=None)
def test_any_layout_is_read_and_every_quote_stands(text, data):
    text = clean(text)
    blocks = []
    for kind, level in data.draw(st.lists(st.tuples(st.sampled_from(BlockKind), st.integers(0, 5)), max_size=8)):
        ends = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        path = data.draw(
            st.sampled_from(
                ["", "work[0].position", "work[0].summary", "basics.name", "skills[1].keywords[0]", "education[x]"]
            )
        )
        blocks.append(Block(kind, ends[0], ends[1], level, path if kind is BlockKind.FIELD else ""))
    cv = read_content(DocumentText(text, tuple(blocks), data.draw(st.sampled_from(["pdf", "docx", "json", "html"]))))
    assert all(stands_in(quote, cv.document) for quote in quotes_of(cv))


@given(TEXT)
@settings(max_examples=200, deadline=None)
def test_each_line_of_evidence_stands_once_and_in_order(text):
    spans = [(line.quote.start, line.quote.end) for line in read_text(clean(text)).lines]
    assert spans == sorted(set(spans))


@given(st.sampled_from(LIVES), st.sampled_from(sorted(TEXTS)), st.lists(KNOWN_LINES, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_lines_added_at_the_end_take_no_earlier_job_away(life, layout, added):
    text = TEXTS[layout][0](life)
    before, after = read_text(text), read_text(text + "\n".join(added) + "\n")
    assert {role(one) for one in before.work} <= {role(one) for one in after.work}
    assert len(after.lines) >= len(before.lines)


def test_a_hundred_kilobytes_of_one_sign_are_read():
    for sign in ("a", "(", "2019 ", "- ", "\t", "•", ", ", "1", "A B ", "d.", "20", "–"):
        read_text(sign * (100_000 // len(sign)))
        read_text((sign * 40 + "\n") * (2_000))
