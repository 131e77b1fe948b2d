"""A document as slides: what each shows, what is only said, and what each is there for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.domain.case import SlideRole
from andregang.domain.case.roles import roles_of

from .decks import deck


def test_slides_are_parted_by_rules():
    found = deck("# En\n- a\n\n---\n\n# To\n- b\n\n---\n\n# Tre\n")
    assert [(s.number, s.title, s.lines) for s in found.slides] == [
        (1, "En", ("a",)),
        (2, "To", ("b",)),
        (3, "Tre", ()),
    ]


def test_without_rules_a_top_heading_begins_a_slide():
    assert [slide.title for slide in deck("# En\ntekst\n# To\nmer\n").slides] == ["En", "To"]


@pytest.mark.parametrize(
    "notes",
    ["<!-- notat: Si dette rolig. -->", "<!-- Si dette rolig. -->", "???\nSi dette rolig.", "Notat: Si dette rolig."],
)
def test_notes_are_said_and_not_shown(notes):
    slide = deck(f"# En\n- a\n\n{notes}\n\n---\n\n# To\n\n---\n\n# Tre").slides[0]
    assert slide.notes == "Si dette rolig."
    assert slide.shown == "En\na"


def test_front_matter_directives_and_pictures_are_no_words():
    text = "---\nmarp: true\ntheme: x\n---\n\n# En\n\n<!-- class: lead -->\n![Et kart](kart.png)\n\n---\n\n| a | b |\n|---|---|\n| 1x | 2y |\n\n---\n\n# To"
    found = deck(text)
    assert [slide.title for slide in found.slides] == ["En", "a b", "To"]
    assert found.slides[0].lines == ("Et kart",)
    assert found.slides[0].notes == ""


def test_each_slide_has_a_role():
    text = """# Friskere på jobb
Ola

---

# Agenda
- Årsaker
- Tiltak

---

# Mine forutsetninger
- Tallene er riktige

---

# Årsaker til fraværet
- To ledere på ett år gjør at ingen ser deg

---

# Tiltak
- Fast vakt

---

# Hvorfor meg
- Kåret til årets leder

---

# En drømmearbeidsplass
- Fantastiske verdier, og jeg har alltid beundret dere

---

# Slik går våren
- Uke 1: lytte
- Uke 2: prøve
- Uke 3: velge

---

# Takk
"""
    assert [role.value for role in roles_of(deck(text), load_vocabulary())] == [
        SlideRole.TITLE, SlideRole.AGENDA, SlideRole.ASSUMPTIONS, SlideRole.CONTENT, SlideRole.CONTENT, SlideRole.SELF,
        SlideRole.PRAISE, SlideRole.PLAN, SlideRole.CLOSING,
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="#-*_ <!>?|\nabc:1.", max_size=400))
def test_any_markdown_is_slides_numbered_from_one(text):
    if not text.strip():
        return
    found = deck(text + "x")
    assert [slide.number for slide in found.slides] == list(range(1, len(found.slides) + 1))
    assert roles_of(found, load_vocabulary())
