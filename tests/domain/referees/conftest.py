import pytest

from andregang.domain.job_ad import AdItem, ItemKind
from andregang.domain.source import Quote


@pytest.fixture
def prepared_items() -> list[AdItem]:
    """A task and a must of an ad."""
    words = [("Bestille stål", ItemKind.TASK), ("Førerkort", ItemKind.MUST)]
    return [AdItem(kind, Quote("ad", at * 50, at * 50 + len(text), text)) for at, (text, kind) in enumerate(words)]
