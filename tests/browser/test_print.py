"""The brief on paper: two pages, in each language, without what only a screen has."""

import pypdfium2
import pytest


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_sheet_is_two_pages_of_paper(serve, window, language):
    server = serve(language)
    here = window(server)
    page = here.tab()
    for slug in server.slugs[:1]:
        here.go(page, f"/s/{slug}/motet/ark")
        printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        texts = [sheet.get_textpage().get_text_range() for sheet in printed]
        printed.close()
        assert len(texts) == 2
        assert all(len(text.strip()) > 300 for text in texts)
        assert "Havgløtt" in texts[0]
        assert here.server.origin not in "".join(texts)
