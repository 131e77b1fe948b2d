"""`andregang case`: what a person and a program get, from a deck in each of its formats."""

import json

import pytest

from readers.pptx_samples import body, deck, slide, title

BRIEF = """Oppgave til annen samtale

Kundene venter i 40 minutter. Lag et innlegg på 8 minutter og inntil fire lysbilder. Fortell oss:
- hva som er årsaken til ventetiden
- hvilke tiltak du foreslår
- hva det vil koste
Send filen innen onsdag.
"""
SLIDES = [
    ("Kortere vei", ["Ida Foss"]),
    ("Årsaken til ventetiden", ["Ventetiden skyldes at to skranker er stengt", "Skjemaet tar ni minutter"]),
    ("Hvorfor meg", ["Kåret til årets medarbeider", "Stolt av alt jeg har fått til"]),
    ("Tiltakene", ["Tiltak én: åpne skranke tre mellom ti og to", "Tiltak to: skjemaet halveres"]),
    ("Takk", []),
]


@pytest.fixture
def files(tmp_path):
    brief = tmp_path / "oppgave.txt"
    brief.write_text(BRIEF, encoding="utf-8")
    markdown = tmp_path / "tale.md"
    markdown.write_text(
        "\n---\n\n".join(f"# {head}\n\n" + "".join(f"- {line}\n" for line in lines) for head, lines in SLIDES),
        encoding="utf-8",
    )
    presentation = tmp_path / "tale.pptx"
    presentation.write_bytes(deck(*(slide(title(head), body(*lines)) for head, lines in SLIDES)))
    pdf = tmp_path / "tale.pdf"
    import typst

    pages = "#pagebreak()\n".join(f"= {head}\n" + "".join(f"- {line}\n" for line in lines) for head, lines in SLIDES)
    pdf.write_bytes(typst.compile(f"#set page(width: 25cm, height: 14cm)\n{pages}".encode()))
    return brief, {"md": markdown, "pptx": presentation, "pdf": pdf}


@pytest.mark.parametrize("format_", ["md", "pptx", "pdf"])
def test_a_program_gets_demands_coverage_and_seconds_whatever_the_format(run, files, format_):
    brief, decks = files
    ended = run("case", "--json", brief, decks[format_])
    found = json.loads(ended.out)
    assert ended.code == 0
    assert found["demands"] == ["hva som er årsaken til ventetiden", "hvilke tiltak du foreslår", "hva det vil koste"]
    assert found["uncovered"] == ["hva det vil koste"]
    assert found["off_task"] == [3]
    assert found["minutes"] == 8
    assert [(one["number"], one["title"], one["covers"]) for one in found["slides"]] == [
        (1, "Kortere vei", []),
        (2, "Årsaken til ventetiden", ["hva som er årsaken til ventetiden"]),
        (3, "Hvorfor meg", []),
        (4, "Tiltakene", ["hvilke tiltak du foreslår"]),
        (5, "Takk", []),
    ]
    assert sum(one["seconds"] for one in found["slides"]) == found["seconds"]
    assert found["conditions"]["slides"]["most"] == 4
    assert found["cuts"][0] == {"number": 3, "reason": "off_task", "seconds": found["slides"][2]["seconds"]}
    span = found["spans"]["hva det vil koste"]
    assert BRIEF[span["start"] : span["end"]] == "hva det vil koste"


def test_ones_own_pace_changes_the_seconds(run, files):
    brief, decks = files
    usual, slow = (
        json.loads(run("case", "--json", *more, brief, decks["md"]).out)["seconds"] for more in ((), ("--pace", "80"))
    )
    assert slow > 1.4 * usual


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", ["Det oppgaven ber om", "Fant ikke noe lysbilde som svarer på det", "Lysbilde 3: ikke en del av oppgaven", "1 lysbilde mer enn oppgaven tillater", "Hvem skal høre på"]),
        ("nn", ["Det oppgåva ber om", "Fann ikkje noko lysbilete", "Lysbilete 3: ikkje ein del av oppgåva", "Kven skal høyre på"]),
        ("en", ["What the assignment asks for", "Found no slide that answers it", "Slide 3: not part of the task", "Who will listen"]),
    ],
)  # fmt: skip
def test_a_person_gets_it_in_words(run, files, language, said):
    brief, decks = files
    ended = run("--lang", language, "case", brief, decks["md"])
    assert ended.code == 0
    out = " ".join(ended.out.split())
    for line in said:
        assert line in out


def test_a_file_that_is_no_deck_is_named(run, files, tmp_path):
    brief, _ = files
    broken = tmp_path / "tale.pptx"
    broken.write_bytes(b"PK\x03\x04 ikke noe")
    ended = run("case", brief, broken)
    assert ended.code == 1
    assert "tale.pptx" in ended.err
