"""Bedriften: what is known with source and date, and nothing fetched before it is asked for."""


def test_page(prepared):
    page = prepared.see("bedriften")
    assert page.css_first("#known")
