"""Each page in each language: nothing is said in another language than the one chosen."""

import gettext
import re

import httpx
import pytest
from babel.messages.pofile import read_po

from andregang.i18n.words import CATALOGUES

from .conftest import every_page, listed

SHOWN = """() => { const said = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) { const node = walker.currentNode, parent = node.parentElement;
    // What says which language it is in may be in that.
    const named = parent.closest("[lang]");
    if (named === document.documentElement && !parent.closest("script, style, blockquote, textarea, code, .quote, [data-given]") && parent.checkVisibility()) said.add(node.data); }
  for (const e of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
    for (const name of ["aria-label", "title", "placeholder", "alt"]) if (e.hasAttribute(name)) said.add(e.getAttribute(name));
  for (const e of document.querySelectorAll("[data-draft-state], [data-copied]"))
    for (const value of Object.values(e.dataset)) said.add(value);
  said.add(document.title.split(" – ")[0]);
  return [...said].map(text => text.replace(/\\s+/g, " ").trim()).filter(text => /\\p{L}{2}/u.test(text)); }"""


def msgids(language: str) -> set[str]:
    """What would be said if a sentence had no words in this language."""
    with (CATALOGUES / language / "LC_MESSAGES" / "andregang.po").open("rb") as file:
        catalogue = read_po(file)
    pairs = [(m.id, m.string) for m in catalogue if m.id]
    flat = [(i, s) for ids, strings in pairs for i, s in zip(_tuple(ids), _tuple(strings), strict=False)]
    said = {string for _, string in flat}
    return {msgid for msgid, string in flat if msgid != string and msgid not in said}


def _tuple(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (tuple, list)) else (str(value),)


@pytest.fixture(scope="module")
def shown(serve, browser) -> dict[str, dict[str, set[str]]]:
    """Language → page → what is shown on it. One store, read in each language."""
    told: dict[str, dict[str, set[str]]] = {}
    server = serve("nb")
    full = f"/s/{server.slugs[0]}/"
    pages = [
        found.address for found in every_page(server) if found.address.startswith(full) or "/s/" not in found.address
    ]
    pages.append(f"/s/{server.slugs[2]}/")
    for language in ("nb", "nn", "en"):
        with httpx.Client(base_url=server.origin, headers={"Sec-Fetch-Site": "same-origin"}, timeout=60) as client:
            client.get(server.entrance)
            chosen = client.post("/innstillinger", data={"language": language, "theme": "auto"})
            assert chosen.status_code == 303
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.entrance)
        told[language] = {}
        for address in pages:
            page.goto(server.origin + address, wait_until="domcontentloaded")
            assert page.locator("html").get_attribute("lang") == language, address
            told[language][address] = set(page.evaluate(SHOWN))
        context.close()
    return told


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_sentence_stands_untranslated(shown, language):
    bare = msgids(language)
    assert len(bare) > 300
    left = {address: sorted(said & bare) for address, said in shown[language].items() if said & bare}
    assert left == {}, listed(left)


def test_no_sentence_is_written_into_a_template(shown):
    """What is the same in all three languages is what the person gave, a name, or a word spelt alike."""
    nb = gettext.translation("andregang", CATALOGUES, languages=["nb"])
    with (CATALOGUES / "en" / "LC_MESSAGES" / "andregang.po").open("rb") as file:
        alike = {nb.gettext(m.id) for m in read_po(file) if m.id and isinstance(m.id, str)}
    given = _given()
    left = {}
    for address, said in shown["nb"].items():
        same = said & shown["nn"].get(address, set()) & shown["en"].get(address, set())
        loose = sorted(text for text in same if text not in alike and not _is_given(text, given))
        if loose:
            left[address] = loose
    assert left == {}, listed(left)


def _given() -> str:
    """All the person gave or wrote, folded."""
    import inspect

    from andregang.readers import read_document
    from web import filled

    texts = [
        read_document(path.name, path.read_bytes()).text for path in filled.SHIPPED.iterdir() if path.suffix != ".typ"
    ]
    names = "Andregang Bokmål Nynorsk English nb nn en Uten noe Intervjuet i går annonse.html cv.pdf innkalling.eml pdf html eml"
    names += " oppgave.txt presentasjon.md testrapport.txt arbeidsavtale.txt Daglig leder Signe Hauge http localhost v1"
    return _folded(" ".join([*texts, inspect.getsource(filled), names]))


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def _is_given(text: str, given: str) -> bool:
    return all(_folded(part) in given for part in re.split(r"[,…·:|]", text))


def test_the_check_notices_a_sentence_of_another_language(shown):
    bare = msgids("nb")
    assert "Skip to the content" in bare
    assert "Hopp til innholdet" not in bare
    assert not _is_given("Her står noe ingen har gitt", _given())
