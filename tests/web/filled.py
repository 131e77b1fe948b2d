"""A store as it looks after some days of preparing: something in every table, so that every page has something."""

import datetime as dt
from functools import cache
from pathlib import Path

from andregang.bootstrap import OWNER, AppContext
from andregang.domain.aptitude import PracticeSet, write_set
from andregang.domain.assessment import DissentStep, with_step
from andregang.domain.inventory import begin_sitting, write_sitting
from andregang.domain.second_reader import Chosen
from andregang.domain.source import Document
from andregang.domain.text import Language
from andregang.services import interview, recording, rehearsal
from andregang.services.documents import GivenFile, read_files
from andregang.services.preparation import keep_documents, name_preparation
from andregang.services.second_reader import choose_model
from andregang.speech import measure_sound
from andregang.store import StoredPreparation, UnitOfWork
from speech import made_sound

SHIPPED = Path(__file__).parents[2] / "examples"
Given = tuple[Document, bytes]


def shipped(context: AppContext) -> list[Given]:
    """The three example files as they read."""
    files = [GivenFile(path.name, path.read_bytes(), None) for path in sorted(SHIPPED.glob("*.[hpe][tdm][mfl]*"))]
    data = {file.digest: file.data for file in files}
    outcome = read_files(files, context.knowledge.vocabulary)
    assert len(outcome.documents) == 3
    return [(document, data[document.digest]) for document in outcome.documents]


def fill(context: AppContext, documents: list[Given], marked: str = "") -> str:
    """Keep the documents as a preparation and write in all its places; its slug. `marked` ends every text."""
    now = context.now()
    choose_model(context.settings.data_folder, Chosen("http://localhost:11434/v1", "qwen2.5", on=True))
    with context.store.unit_of_work(OWNER) as uow:
        kept = keep_documents(uow, documents, now, language=Language(context.language))
        kept = name_preparation(uow, context.preparation(uow, kept))
        items = [match.item.quote.words for match in context.preparation(uow, kept).matches[:2]]
        write_everywhere(uow, kept, now, items, marked)
        practise_some(context, uow, kept, marked)
        decide_some(uow, kept, now, marked)
        given_a_case(uow, kept, now, marked)
        uow.commit()
    return kept.slug


def write_everywhere(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime, items: list[str], marked: str) -> None:
    """Examples, texts, people, rounds, notes and events of a preparation."""
    example = uow.examples.create(
        kept.id,
        now,
        items=items,
        title=f"Da lageret ble lagt om{marked}",
        frame=f"Sommerjobb{marked}",
        planned=f"Jeg tegnet opp lageret og spurte hva som ble plukket oftest.{marked}",
        did=f"Jeg flyttet de vanligste varene nærmest døra.{marked}",
        result=f"Plukkingen gikk på to timer i stedet for tre.{marked}",
        people=f"Randi Lie, lagersjef{marked}",
        learned=f"Spør dem som gjør jobben først.{marked}",
        bridge=f"Det samme trengs her.{marked}",
    )
    uow.examples.create(kept.id, now, planned=f"Noe jeg ikke er ferdig med.{marked}")
    story = f"Jeg begynte på lageret. Jeg likte å få ting til å gå i hop. Nå vil jeg lede.{marked}"
    uow.stories.write(kept.id, "about_me", story, now, items=items)
    first = f"Jeg vil få ned ventetiden. Jeg begynner med å spørre. Etter et halvt år vises det.{marked}"
    uow.stories.write(kept.id, "contribution", first, now, items=items, examples=[example.id])
    uow.notes.write(kept.id, "who", f"Hvem kommer?{marked}", 0, now)
    uow.people.name(kept.id, f"Ola Berg{marked}", role=f"daglig leder{marked}", side="employer", met=True, heard=True)
    uow.people.name(kept.id, f"Mona Rye{marked}", role="rådgiver", side="agency", met=False, note=f"Ringte.{marked}")
    record(uow, kept, now)
    know_the_company(uow, kept, now, marked)
    before = now - dt.timedelta(days=12)
    uow.rounds.write(kept.id, 1, begins=before, said=f"De spurte om vaktene.{marked}", answer_by=now.date())
    tested(uow, kept, now, example.id, marked)
    uow.events.log(kept.id, "given", now, name=f"annonse{marked}.html")


def practise_some(context: AppContext, uow: UnitOfWork, kept: StoredPreparation, marked: str) -> None:
    """Answers, one with a grade; a trial interview that is over and one that is not."""
    preparation, knowledge, now = context.preparation(uow, kept), context.knowledge, context.now()
    given = rehearsal.answer(
        uow, kept, preparation, knowledge, "IQ-B01", f"Jeg målte ventetiden i 2024. Den gikk ned.{marked}", now,
        guess=f"nytte{marked}",
    )  # fmt: skip
    rehearsal.grade(uow, kept, given.id, "good")
    for over in (True, False):
        run = interview.begin(uow, kept, preparation, knowledge, "Har du spørsmål?", now)
        for step, said in enumerate((f"Jeg er grundig.{marked}", f"Jeg ringte alle. Det hjalp.{marked}")):
            interview.answer_step(uow, kept, preparation, knowledge, None, run.id, str(step), said, "40", now)
        if over:
            interview.end(uow, kept, run.id, now)


def record(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime) -> None:
    """A recording that was stopped, and one that was broken off a while ago."""
    sound = _sound()
    recording.keep_file(uow, kept, "", "audio/wav", sound, measure_sound(sound), now, None)
    broken = recording.begin(uow, kept, "", "audio/wav", now - dt.timedelta(hours=2), None)
    for number in range(4):
        recording.append(uow, kept, broken.id, number, sound[number * 5000 : number * 5000 + 5000])


@cache
def _sound() -> bytes:
    return made_sound.wav(made_sound.made_up(5, rate=8000, parts=3))


def decide_some(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime, marked: str) -> None:
    """A referee asked and one not, standings here and of another offer, own words on openness, a contract."""
    examples = [example.id for example in uow.examples.of(kept.id)]
    asked = {"asked": now, "agreed": True, "contact": f"900 00 000{marked}", "call_at": f"etter kl. 15{marked}"}
    nobody = {"asked": None, "agreed": None, "contact": "", "call_at": ""}
    people = (("Randi Lie", "lagersjef", "led_me", examples[:1], asked), ("Tor Vik", "", "beside", [], nobody))
    for position, (name, role, relation, claims, more) in enumerate(people):
        uow.referees.add(
            preparation=kept.id, name=f"{name}{marked}", role=role, relation=relation, claims=tuple(claims), said="",
            position=position, **more,
        )  # fmt: skip
    terms = {"pay": f"690 000{marked}", "notice": "3 måneder"}
    offer = uow.offers.add(preparation=kept.id, name=f"Nordlys Handel{marked}", terms=terms, position=0, changed=now)
    for of, decision, known, standing in (
        ("", "D1", "well", "yes"),
        ("", "D6", "unknown", ""),
        (offer.id, "D6", "well", "no"),
    ):
        uow.standings.add(
            preparation=kept.id, offer=of, decision=decision, known=known, weight=3, standing=standing, note="",
            changed=now,
        )  # fmt: skip
    for key in ("openness:OT1", "decision:D6", "referee_improve", "round:2:promised", "round:2:doubted"):
        uow.notes.write(kept.id, key, f"Noe jeg vil huske.{marked}", 0, now)
    contract = (
        f"Arbeidsavtale\n\nStilling: Butikksjef{marked}\nAnsettelsen er fast, 80 %.\nPrøvetiden er sju måneder.\n"
    )
    uow.documents.give(kept.id, "contract", "arbeidsavtale.txt", contract.encode(), now)


def tested(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime, example: str, marked: str) -> None:
    """Results of two tests, a set of practice tasks under way, and a practice inventory answered in full."""
    rows = [
        ("OPTO (Master)", "Utadvendthet", "sten", "7", "0,86"),
        ("OPTO (Master)", "Planmessighet", "sten", "4", ""),
        ("Matrigma (Assessio)", "Logisk resonnering", "percentile", "62", "0,85"),
        ("MBTI", "Type", "type", "INTJ", ""),
    ]
    for position, (instrument, trait, scale, score, reliability) in enumerate(rows):
        uow.results.add(
            preparation=kept.id,
            instrument=instrument,
            trait=trait + marked,
            scale=scale,
            score=score,
            norm=f"Norske yrkesaktive{marked}",
            reliability=reliability,
            document="",
            words=f"{trait} {score}{marked}",
            standing="partly" if position == 0 else "",
            example=example if position == 0 else "",
            said=with_step("", DissentStep.LIMIT, f"Jeg kjenner igjen tempoet, men ikke praten.{marked}"),
            position=position,
            changed=now,
        )
    report = f"Testrapport OPTO\nSkala\tSten\nVarme\t6\nOrden: 14\nUtført på 26 minutter{marked}\n"
    uow.documents.give(kept.id, "assessment", f"testrapport{marked}.txt", report.encode(), now)
    practice = PracticeSet(4).with_answer(1, 0, 48).with_answer(5, 1, 95).with_answer(9, 2, 30)
    uow.notes.write(kept.id, "practice_tasks", write_set(practice), 0, now)
    sitting = begin_sitting("34", "N").with_answers({number: 1 + number % 5 for number in range(1, 121)})
    uow.notes.write(kept.id, "practice_inventory", write_sitting(sitting), 0, now)


def given_a_case(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime, marked: str) -> None:
    """An assignment with a presentation, a question one fears, a run that is over and one under way."""
    brief = (
        "Oppgave til neste samtale\n\nFerjene går fra folk som står i kø. Lag en presentasjon på 10 minutter der du\n"
        f"- forklarer hvorfor køen oppstår{marked}\n- foreslår to tiltak på kaia\n- anslår hva tiltakene koster\n"
    )
    deck = (
        f"# Køen på kaia{marked}\n\n---\n\n# Hvorfor det blir kø\n- Køen skyldes at to biler slippes om gangen{marked}\n\n"
        "<!-- notat: Jeg har stått der selv. -->\n\n---\n\n# Hvorfor meg\n- Kåret til årets leder\n\n---\n\n# Takk\n"
    )
    uow.documents.give(kept.id, "case", f"oppgave{marked}.txt", brief.encode(), now, source="paste")
    uow.documents.give(kept.id, "deck", f"presentasjon{marked}.md", deck.encode(), now, source="paste")
    uow.notes.write(kept.id, "case.feared.1", f"Hva om det blåser?{marked}\nDa står alle i kø likevel.", 0, now)
    state = {
        "titles": ["", f"Hvorfor køen oppstår{marked}", ""], "kinds": ["opening", "demand", "closing"],
        "planned": [60, 300, 60], "limit": 480, "changes": [70.5, 380.0], "scores": {"core": 4}, "seconds": 450.0,
    }  # fmt: skip
    uow.runs.add(preparation=kept.id, kind="case", state=state, begun=now, changed=now, ended=now)
    going = {**state, "changes": [70.5], "scores": {}}
    del going["seconds"]
    uow.runs.add(preparation=kept.id, kind="case", state=going, begun=now, changed=now, ended=None)


def empty_preparation(context: AppContext, title: str = "Uten noe") -> str:
    """A preparation nothing was given to; its slug."""
    with context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.create("uten-noe", title, context.now(), language=context.language)
        uow.commit()
    return kept.slug


def past_preparation(context: AppContext, documents: list[Given]) -> str:
    """A preparation whose interview was yesterday; its slug."""
    now = context.now()
    with context.store.unit_of_work(OWNER) as uow:
        made = uow.preparations.create("etterpa", "Intervjuet i går", now, language=context.language)
        start = now - dt.timedelta(days=1)
        ad = [given for given in documents if given[0].kind.value != "invitation"]
        kept = keep_documents(uow, ad, now, language=Language(context.language), slug=made.slug, start=start)
        uow.commit()
    return kept.slug


def know_the_company(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime, marked: str) -> None:
    """Facts from each source, a page that was fetched, an answered question about the employer, and one chosen."""
    page = f"<p>Den største utfordringen er mangel på mannskap.{marked}</p>".encode()
    uow.documents.give(kept.id, "company", "om-oss.html", page, now, source="address", address="https://om.example/")
    year = '{"currency": "NOK", "ends": "2025-12-31", "equity": 15, "assets": 100, "revenue": 210, "scope": "company"}'
    known = [
        ("noted", f"De har kjøpt to ferjer.{marked}", "own", ""),
        ("employees", "240", "register", ""),
        ("role", f"Signe Hauge{marked}", "register", "Daglig leder"),
        ("accounts", year, "accounts", ""),
        ("said:WS4", f"Den største utfordringen er mangel på mannskap.{marked}", "page", "om-oss.html"),
    ]
    for position, (field, text, source, words) in enumerate(known):
        values = {"field": field, "text": text, "source": source, "words": words, "position": position}
        uow.facts.add(preparation=kept.id, address="https://om.example/", read_on=now.date(), changed=now, **values)
    uow.notes.write(kept.id, "company:WS1", f"Ferjedrift for fylket.{marked}", 0, now)
    uow.notes.write(kept.id, "own_questions", f"Hvem eier ferjene?{marked} [D7]", 0, now)
