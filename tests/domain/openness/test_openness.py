"""What a question touches, what must be told, and how old a text is."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.domain.job_ad import JobAd, parse_job_ad
from andregang.domain.openness import Age, Duty, Light, age_of, duty_to_tell, is_public_employer, named_in_ad, topics_of
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import DocumentText, Language, fold

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("question", "law", "light"),
    [
        ("Planlegger du flere barn?", "LA1", Light.NOT),
        ("Er du gift?", "LA1", Light.REASON),
        ("Hva gjør partneren din?", "LA1", Light.REASON),
        ("Hvordan tar dere permisjonen?", "LA1", Light.NOT),
        ("Har du tenkt å stifte familie snart?", "LA1", Light.NOT),
        ("Tenkjer du å få born?", "LA1", Light.NOT),
        ("Are you planning to start a family?", "LA1", Light.NOT),
        ("Hvilken tro har du?", "LA2", Light.NOT),
        ("Hvor kommer du egentlig fra?", "LA2", Light.NOT),
        ("Hvilke språk behersker du?", "LA2", Light.ALLOWED),
        ("Har du noen diagnose?", "LA3", Light.NOT),
        ("Hva trenger du av tilrettelegging?", "LA3", Light.REASON),
        ("Er du skeiv?", "LA4", Light.NOT),
        ("Er du organisert?", "LA5", Light.NOT),
        ("Hva stemte du?", "LA5", Light.NOT),
        ("Er du medlem av en fagforening?", "LA5", Light.NOT),
        ("Hvordan er helsa?", "LA6", Light.NOT),
        ("Hvor mye har du vært sykmeldt?", "LA6", Light.NOT),
        ("Tar du medisiner?", "LA6", Light.NOT),
        ("Drikker du?", "LA6", Light.NOT),
        ("Er det noe helsemessig som gjør at du ikke kan løfte tungt hver dag?", "LA6", Light.REASON),
        ("Can you lift 25 kilos all day?", "LA6", Light.REASON),
        ("Kan vi ta en rustest?", "LA7", Light.NOT),
        ("Kan du legge frem politiattest?", "LA8", Light.NOT),
        ("Har du vore straffa?", "LA8", Light.NOT),
        ("Har du betalingsanmerkninger?", "LA9", Light.REASON),
        ("Hva tjener du i dag?", "LA10", Light.ALLOWED),
        ("Har du hatt konflikter på jobb?", "LA11", Light.ALLOWED),
        ("Når er du født?", "LA12", Light.ALLOWED),
    ],
)
def test_a_question_touches_its_rule(question, law, light):
    assert (law, light) in [(one.law, one.light) for one in topics_of(question, VOCABULARY)]


@pytest.mark.parametrize(
    "question",
    [
        "Hvorfor vil du jobbe her?",
        "Hva er din største styrke?",
        "Fortell om en gang du var uenig med en kunde.",
        "Hvordan planlegger du arbeidsuka?",
        "Hva vet du om oss?",
        "Korleis ser du på å leie andre?",
        "What would you do in the first month?",
        "Hvilket system har du brukt?",
    ],
)
def test_an_ordinary_question_touches_no_rule(question):
    assert topics_of(question, VOCABULARY) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Har du jobbet med barn før?",
        "Har du erfaring fra barnevernet?",
        "Hvordan vil du følge opp sykefravær i avdelingen?",
    ],
)
def test_what_belongs_to_the_work_is_allowed(question):
    assert {one.light for one in topics_of(question, VOCABULARY)} == {Light.ALLOWED}


@given(st.text(max_size=300))
def test_any_question_is_looked_at(question):
    topics_of(question, VOCABULARY)


@pytest.mark.parametrize("piece", ["noe ", "barn ", "anything can't ", "a", "kan du "])
def test_a_long_question_takes_no_long_time(piece):
    topics_of(piece * 30_000, VOCABULARY)


@pytest.mark.parametrize(
    ("forbidden", "asked", "matters", "duty"),
    [
        (True, True, True, Duty.NO_NEED),
        (True, False, False, Duty.NO_NEED),
        (False, True, False, Duty.TELL),
        (False, False, True, Duty.TELL),
        (False, False, False, Duty.CHOOSE),
    ],
)
def test_three_questions_decide_whether_it_must_be_told(forbidden, asked, matters, duty):
    assert duty_to_tell(forbidden=forbidden, asked=asked, matters=matters) is duty


@pytest.mark.parametrize(
    ("as_of", "age"),
    [
        (dt.date(2024, 6, 30), Age(2, 4)),
        (dt.date(2024, 11, 23), Age(2, 0)),
        (dt.date(2024, 11, 24), Age(1, 11)),
        (dt.date(2026, 11, 23), Age(0, 0)),
        (dt.date(2027, 1, 1), Age(0, 0)),
    ],
)
def test_the_age_of_a_text_is_whole_years_and_months(as_of, age):
    assert age_of(as_of, dt.date(2026, 11, 23)) == age


def ad(text: str) -> JobAd:
    return parse_job_ad(Document("d", "a.txt", DocumentKind.AD, Language.NB, DocumentText(text)), VOCABULARY)


def test_what_the_ad_says_it_will_ask_for_is_quoted():
    text = "Vi søker miljøterapeut\n\nArbeidsgiver: Bø skole\n\nDu må legge fram politiattest før du begynner.\nKredittvurdering kan bli gjort.\n"
    found = named_in_ad(ad(text), VOCABULARY)
    assert [one.law for one in found] == ["LA8", "LA9"]
    assert found[0].quote.words == "Du må legge fram politiattest før du begynner."
    for one in found:
        assert fold(text[one.quote.start : one.quote.end]) == one.quote.words


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Saksbehandler\nArbeidsgiver: Lillevik kommune\nOppgaver\n- Behandle søknader", True),
        ("Rådgiver\nSøkerliste: Opplysninger kan bli offentliggjort etter offentleglova § 25.", True),
        ("Selger\nArbeidsgiver: Lillevik Sko AS\nOppgaver\n- Selge sko", False),
        ("Prosjektleder\nVi leverer til kommuner i hele landet.\nArbeidsgiver: Broleggeren AS", False),
    ],
)
def test_a_public_employer_is_seen(text, public):
    assert is_public_employer(ad(text), VOCABULARY) is public


def test_without_an_ad_nothing_is_named():
    assert named_in_ad(None, VOCABULARY) == ()
    assert not is_public_employer(None, VOCABULARY)
