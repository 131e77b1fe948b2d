"""Lines as vectors: centred by language, kept by digest, and the way out where the engine cannot run."""

import numpy as np
import pytest

from andregang.domain.evidence import FEATURES, Pairs
from andregang.language import embedding, load_embedder, load_similarity, ranking
from andregang.language.embedding import DIMENSIONS, Embedder


class CountingModel:
    """Stands in for the engine: a vector of letter counts, and how many lines were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def passage(self, lines: list[str]) -> np.ndarray:
        self.asked += lines
        return np.array([[float(line.count(chr(97 + n % 26)) + n % 3) for n in range(DIMENSIONS)] for line in lines])

    query = passage


@pytest.fixture
def model() -> CountingModel:
    return CountingModel()


@pytest.fixture
def embedder(model: CountingModel) -> Embedder:
    return Embedder(model, np.zeros((2, 2, DIMENSIONS), np.float32))


def test_a_line_is_computed_once_for_each_side(embedder: Embedder, model: CountingModel) -> None:
    first = embedder.passages(["malte hus", "malte hus", "kjørte buss"])
    again = embedder.passages(["kjørte buss", "malte hus"])
    assert sorted(model.asked) == ["kjørte buss", "malte hus"]
    assert np.array_equal(first[2], again[0])
    embedder.queries(["malte hus"])
    assert len(model.asked) == 3


def test_what_is_kept_outside_is_used(model: CountingModel) -> None:
    kept: dict[str, bytes] = {}
    means = np.zeros((2, 2, DIMENSIONS), np.float32)
    Embedder(model, means, kept).passages(["bakte brød"])
    other = CountingModel()
    Embedder(other, means, kept).passages(["bakte  brød "])
    assert len(kept) == 1
    assert other.asked == []


def test_an_empty_line_is_near_nothing(embedder: Embedder) -> None:
    rows = embedder.passages(["", "\0", "stelte hester"])
    assert not rows[:2].any()
    assert np.linalg.norm(rows[2]) == pytest.approx(1.0, abs=1e-5)
    assert embedder.queries([]).shape == (0, DIMENSIONS)


def test_the_language_of_a_line_is_taken_away(model: CountingModel) -> None:
    means = np.zeros((2, 2, DIMENSIONS), np.float32)
    means[1, 1] = 5.0
    rows = Embedder(model, means).passages(
        ["Worked as a baker and sold the bread", "Jobbet som baker og solgte brødet"]
    )
    assert rows[0].sum() < 0 < rows[1].sum()


def test_without_the_engine_the_domain_goes_by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("andregang.language.similarity.load_embedder", lambda _: None)
    loaded = load_similarity()
    assert loaded.by_words_only
    assert loaded.similarity is None
    assert loaded.ranker is None


def test_a_processor_without_the_instructions_is_not_asked_to_run_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_processor_can", lambda: False)
    embedding.load_model.cache_clear()
    try:
        assert load_embedder() is None
    finally:
        embedding.load_model.cache_clear()


needs_engine = pytest.mark.skipif(load_embedder() is None, reason="the embedder does not run on this machine")


@needs_engine
def test_a_norwegian_demand_finds_the_english_line_that_meets_it() -> None:
    similarity = load_similarity().similarity
    assert similarity is not None
    (row,) = similarity(
        ["Lage mat fra bunnen av til mange gjester"],
        ["Drove a delivery van", "Cooked every dish from scratch for two hundred guests", "Repaired roofs in winter"],
    )
    assert row.index(max(row)) == 1


@needs_engine
def test_the_weights_belong_to_the_model_and_the_features() -> None:
    embedder = load_embedder()
    assert embedder is not None
    ranker = ranking.load_ranker(embedder)
    assert ranker is not None
    features = tuple((0.0,) * len(FEATURES) for _ in range(2))
    pairs = Pairs(
        ("Undervise i matematikk",), ("Lærer i realfag på åttende trinn", "Skiftet takrenner"), ("", ""), (features,)
    )
    (row,) = ranker(pairs)
    assert row[0] > row[1]
    assert all(0.0 <= value <= 1.0 for value in row)


@needs_engine
def test_a_cv_of_the_ads_trade_fits_it_better_and_a_line_more_never_makes_it_fit_less() -> None:
    embedder = load_embedder()
    assert embedder is not None
    ranker = ranking.load_ranker(embedder)
    assert ranker is not None
    asked = ("Stelle og fôre sauer", "Lamming om våren", "Reparere gjerder")
    own = ("Passet tre hundre søyer i lamminga", "Gjerdet inn beitet", "Klippet ull")
    other = ("Førte regnskap for tolv kunder", "Leverte skattemeldinger", "Sendte fakturaer")

    def of_pair(line: str) -> tuple[float, ...]:
        known = {"asks_concepts": 1.0, "concepts": 0.5 if line in own else 0.0}
        return tuple(known.get(name, 0.0) for name in FEATURES)

    def fits(offered: tuple[str, ...]) -> tuple[float, ...]:
        features = tuple(tuple(map(of_pair, offered)) for _ in asked)
        pairs = Pairs(asked, offered, ("",) * len(offered), features, "Gjeter", offered[:1])
        meaning = ranking.meaning_features(embedder, ranker._weights.projection, pairs)
        return ranking.fits_of(embedder, ranker._weights.projection, pairs, meaning)

    assert all(mine > theirs for mine, theirs in zip(fits(own), fits(other), strict=True))
    assert all(more >= less - 1e-6 for more, less in zip(fits((*own, *other)), fits(own), strict=True))
