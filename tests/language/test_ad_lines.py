"""The trained head for ad lines, where the embedder can run."""

import numpy as np
import pytest

from andregang.language.ad_lines import KINDS, load_ad_line_classifier, weights_digest

classify = load_ad_line_classifier()
needs_embedder = pytest.mark.skipif(classify is None, reason="the embedder cannot run here")


@needs_embedder
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Klippe plener og stelle bed gjennom sommeren", "task"),
        ("Fagbrev som anleggsgartner", "must"),
        ("Det er ein føremon med erfaring frå hagearbeid", "should"),
        ("You are patient and good with people", "quality"),
        ("Pensjon og forsikring fra første dag", "offer"),
        ("Søknadsfristen er 1. mai", "none"),
    ],
)
def test_a_plain_line_of_each_kind_is_told(line: str, kind: str) -> None:
    assert classify is not None
    (likely,) = classify([line])
    assert max(likely, key=lambda name: likely[name]) == kind


@needs_embedder
def test_the_kinds_of_a_line_share_one_whole() -> None:
    assert classify is not None
    for likely in classify(["", "Sveise rør", "x" * 5000]):
        assert tuple(likely) == KINDS
        assert sum(likely.values()) == pytest.approx(1.0)
    assert classify([]) == []


def test_a_changed_number_changes_the_digest() -> None:
    zeros, ones = np.zeros((6, 4), dtype=np.float32), np.ones(6, dtype=np.float32)
    assert weights_digest(zeros, ones) != weights_digest(zeros, ones * 2)
