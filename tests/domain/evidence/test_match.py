"""Matching as a whole: what is matched, in which order, and what may never happen."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from evidence_making import TODAY, make_ad, make_cv
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.domain.cv import Cv
from andregang.domain.evidence import Basis, Match, Strength, match_evidence
from andregang.domain.evidence.candidates import candidates_of
from andregang.domain.job_ad import JobAd
from andregang.domain.source import Stated, stands_in
from andregang.domain.vocabulary import Vocabulary

ORDER = {Strength.NONE: 0, Strength.TRANSFERABLE: 1, Strength.DIRECT: 2}


def by_shared_letters(queries: Sequence[str], passages: Sequence[str]) -> list[list[float]]:
    """A likeness anyone can check: the share of the query's words that stand in the passage."""
    return [
        [len(set(q.lower().split()) & set(p.lower().split())) / max(1, len(set(q.split()))) for p in passages]
        for q in queries
    ]


def test_a_quality_asks_for_an_example_and_an_offer_is_left_out(
    ad: Callable[..., JobAd], cv: Callable[..., Cv]
) -> None:
    matches = match_evidence(
        ad("task: Vaske gulv", "quality: Blid", "offer: God lønn"), cv("@Renholder"), None, load_vocabulary(), TODAY
    )
    assert [(m.item.quote.words, m.asks_for_example) for m in matches] == [("Vaske gulv", False), ("Blid", True)]


def test_without_a_cv_nothing_is_found_and_nothing_fails(ad: Callable[..., JobAd], cv: Callable[..., Cv]) -> None:
    for nothing in (None, cv()):
        (match,) = match_evidence(ad("must: Førerkort"), nothing, None, load_vocabulary(), TODAY)
        assert (match.strength, match.evidence) == (Strength.NONE, ())


def test_words_alone_find_inflected_and_compound_words(judge: Callable[..., Match]) -> None:
    match = judge("task: Reparasjon av sykler", "@Montør, Hjul AS", "Reparerte sykkelhjul og sykler", "Solgte is")
    assert match.evidence[0].quote.words == "Reparerte sykkelhjul og sykler"
    assert match.evidence[0].basis is Basis.WORDS
    assert match.evidence[0].context is not None
    assert match.evidence[0].context.words == "Montør, Hjul AS"


def test_relevant_experience_means_what_the_tasks_are() -> None:
    ad = make_ad("task: Klippe sauer", "task: Reparere gjerder", "must: Relevant erfaring")
    cv = make_cv("@Gjeter, Fjellgard", "Klippe sauer", "@Selger, Butikken", "Solgte sko")
    *_, last = match_evidence(ad, cv, by_shared_letters, load_vocabulary(), TODAY)
    assert last.evidence[0].quote.words == "Klippe sauer"


def test_a_claim_about_oneself_comes_after_what_was_done() -> None:
    lines = ("^Vant med å selge biler til kunder", "@Selger, Bilhuset", "Solgte biler til kunder")
    (match,) = match_evidence(
        make_ad("task: selge biler til kunder"), make_cv(*lines), by_shared_letters, load_vocabulary(), TODAY
    )
    assert match.evidence[0].quote.words == "Solgte biler til kunder"


def test_where_interest_is_asked_for_a_claim_may_come_first() -> None:
    lines = ("^interesse for biler", "@Selger, Bilhuset", "Solgte biler")
    (match,) = match_evidence(
        make_ad("should: interesse for biler"), make_cv(*lines), by_shared_letters, load_vocabulary(), TODAY
    )
    assert match.evidence[0].quote.words == "interesse for biler"


def test_dates_say_nothing_of_what_was_done() -> None:
    cv = make_cv("@Selger, Bilhuset mars 2019 – mai 2024", "Solgte biler")
    role = cv.work[0]
    named = replace(role, position=Stated("Selger", role.quote), organisation=Stated("Bilhuset", role.quote))
    dated = replace(cv, work=(named,), lines=tuple(replace(line, role=named) for line in cv.lines))
    head, bullet = candidates_of(dated, TODAY)
    assert (head.said, bullet.above) == ("Selger, Bilhuset", "Selger, Bilhuset")
    assert (head.text, bullet.said) == ("Selger, Bilhuset mars 2019 – mai 2024", "Solgte biler")


def test_it_works_without_any_word_list() -> None:
    matches = match_evidence(
        make_ad("must: Førerkort klasse B", "task: Male hus"), make_cv("Male hus"), None, Vocabulary({}), TODAY
    )
    assert matches[1].strength is not Strength.NONE


def test_likeness_in_meaning_is_used_where_it_is_given() -> None:
    (match,) = match_evidence(
        make_ad("task: selge biler"),
        make_cv("@Jobb", "selge biler", "male hus"),
        by_shared_letters,
        load_vocabulary(),
        TODAY,
    )
    assert [e.quote.words for e in match.evidence] == ["selge biler"]
    assert match.evidence[0].basis is Basis.MEANING


ASKED = st.sampled_from(
    [
        "task: Selge biler til kunder",
        "task: Vedlikehold av maskiner",
        "must: Førerkort klasse B",
        "must: Bachelor i økonomi",
        "must: God muntlig og skriftlig norsk",
        "must: Minst tre års erfaring som selger",
        "should: Relevant erfaring",
        "must: Autorisasjon som lege",
        "should: Truckførerbevis og kurs i varme arbeider",
    ]
)
LINE = st.sampled_from(
    [
        "@Selger, Bil og Båt",
        "Solgte biler til faste kunder",
        "Vedlikeholdt maskiner og biler",
        "&Bachelor i økonomi",
        "&Master i økonomi",
        "&Fagbrev som selger",
        "%Førerkort klasse C",
        "%Truckførerbevis T1",
        "~Norsk: grunnleggende",
        "~Norsk: morsmål",
        "^Selger med erfaring fra bil",
        "#Excel, SAP",
        ">Kasserer, Bilklubben",
        "Kjørte buss i Vadsø",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(ASKED, min_size=1, max_size=4, unique=True), st.lists(LINE, min_size=1, max_size=7), LINE)
def test_a_line_more_never_lowers_what_the_others_showed(asked: list[str], lines: list[str], more: str) -> None:
    ad = make_ad(*asked)
    for similarity in (None, by_shared_letters):
        before = match_evidence(ad, make_cv(*lines), similarity, load_vocabulary(), TODAY)
        after = match_evidence(ad, make_cv(*lines, more), similarity, load_vocabulary(), TODAY)
        for one, other in zip(before, after, strict=True):
            assert ORDER[other.strength] >= ORDER[one.strength]
            assert max((e.score for e in other.evidence), default=0) >= max((e.score for e in one.evidence), default=0)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=4), st.lists(st.text(max_size=80), max_size=5))
def test_no_text_is_too_strange_and_every_quote_stands(asked: list[str], lines: list[str]) -> None:
    ad = make_ad(*(f"must: {' '.join(text.split())}" for text in asked))
    cv = make_cv(*(" ".join(line.split()) for line in lines))
    for match in match_evidence(ad, cv, None, load_vocabulary(), dt.date(2026, 1, 1)):
        assert all(stands_in(evidence.quote, cv.document) for evidence in match.evidence)
        assert len(match.evidence) <= 5


def test_what_one_did_in_a_job_stands_before_its_name_unless_years_are_asked_for() -> None:
    def by_words(queries: Sequence[str], passages: Sequence[str]) -> list[list[float]]:
        likeness = {"Selger av biler, Bilhuset": 0.9, "Solgte biler til faste kunder": 0.8}
        return [[likeness.get(passage, 0.0) for passage in passages] for _ in queries]

    cv = make_cv("@Selger av biler, Bilhuset", "Solgte biler til faste kunder", "Vasket gulv")
    ad = make_ad("must: Erfaring med salg av biler", "must: Minst tre års erfaring med salg av biler")
    plain, years = match_evidence(ad, cv, by_words, load_vocabulary(), TODAY)
    assert [e.quote.words for e in plain.evidence] == ["Solgte biler til faste kunder", "Selger av biler, Bilhuset"]
    assert years.evidence[0].quote.words == "Selger av biler, Bilhuset"
