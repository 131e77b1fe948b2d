"""What holds for any answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.domain.rehearsal import Element, analyse_answer, split_answer
from andregang.domain.text import Language

VOCABULARY = load_vocabulary()
LANGUAGES = st.sampled_from([Language.NB, Language.NN, Language.EN, Language.OTHER])
PIECES = [
    "jeg ringte sjefen", "I fjor sto bilen på verkstedet", "vi delte jobben i to", "og så", "men", "da", ",", ".", "\n", "?",
    "hvis det skjer", "ville jeg spurt", "salget økte med 12 prosent", "eg lærte at ein må spørje", "Kari tok nattevakta",
    "hos dere ville jeg begynt med lageret", "12.", "kl. 12", "and then I called them", "we lost 3 of 40", "eh", "…", "«nei»",
    "jeg er strukturert", "som regel", "Next time I will ask first", "kunden ble fornøyd",
]  # fmt: skip
ANSWERS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
SENTENCES = [
    "Jeg snakket med Kari om det.", "Salget økte med 12 prosent.", "Det var i mars 2021.", "We moved the desk.",
    "Neste gang spør jeg først.", "Været var fint.", "Eg laga ei liste.", "Kunden takket oss.",
]  # fmt: skip


@given(question=st.text(max_size=40), answer=ANSWERS, language=LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_any_text_is_taken_and_every_quote_stands_in_it(question: str, answer: str, language: Language) -> None:
    analysis = analyse_answer(question, answer, language, VOCABULARY)
    assert set(analysis.elements) == set(Element)
    quoted = [found for stretches in analysis.elements.values() for found in stretches]
    quoted += [found for check in analysis.checks for found in check.found]
    for found in quoted:
        assert found.words
        assert answer[found.start : found.end] == found.words
    assert analysis.seconds >= 0


@given(answer=ANSWERS, language=LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_clauses_stand_in_order_and_never_overlap(answer: str, language: Language) -> None:
    end = 0
    for clause in split_answer(answer, language, VOCABULARY):
        assert end <= clause.start < clause.end
        assert answer[clause.start : clause.end] == clause.words
        end = clause.end


@given(answer=ANSWERS, language=LANGUAGES, sentence=st.sampled_from(SENTENCES))
@settings(max_examples=200, deadline=None)
def test_one_more_sentence_takes_nothing_away(answer: str, language: Language, sentence: str) -> None:
    before = analyse_answer("", answer + ".", language, VOCABULARY)
    after = analyse_answer("", f"{answer}. {sentence}", language, VOCABULARY)
    if not after.hypothetical:
        for element in Element:
            assert {f.words for f in before.elements[element]} <= {f.words for f in after.elements[element]}
