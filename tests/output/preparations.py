"""Invented preparations to print: an ordinary one, and those that strain the page."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field, replace

from andregang.domain.cv import Cv, CvLine, CvSection, Education, LanguageSkill, NamedReferee, Role, SkillGroup
from andregang.domain.dates import PartialDate
from andregang.domain.evidence import Basis, Evidence, Match, Strength
from andregang.domain.job_ad import AdContact, AdItem, ItemKind, JobAd
from andregang.domain.meeting import (
    AgendaItem,
    Assessment,
    AssessmentTime,
    CaseTask,
    Gap,
    Meeting,
    MeetingContact,
    MessageKind,
    Participant,
    Side,
)
from andregang.domain.plan import Plan, PlanAction, PlanDay, PlanTask
from andregang.domain.preparation import Preparation
from andregang.domain.questions import Hv, OwnQuestion, Question
from andregang.domain.source import Document, DocumentKind, Quote, Stated
from andregang.domain.text import DocumentText, Language, fold

OSLO_WINTER = dt.timezone(dt.timedelta(hours=1))
NOW = dt.datetime(2026, 11, 23, 9, 30, tzinfo=OSLO_WINTER)
START = dt.datetime(2026, 11, 26, 10, 0, tzinfo=OSLO_WINTER)


@dataclass
class Writing:
    """A document that grows by what is quoted from it, so that every quote stands in it."""

    name: str
    kind: DocumentKind
    language: Language = Language.NB
    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)

    def says(self, words: str) -> Quote:
        start = len(self.text)
        self.text += words + "\n"
        return Quote(self.digest, start, start + len(words), fold(words))

    def states(self, value: object, words: str) -> Stated:  # type: ignore[type-arg]
        return Stated(value, self.says(words))

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.name.encode()).hexdigest()

    def document(self) -> Document:
        return Document(self.digest, self.name, self.kind, self.language, DocumentText(self.text))


def an_ad(
    tasks: tuple[str, ...],
    musts: tuple[str, ...] = (),
    shoulds: tuple[str, ...] = (),
    qualities: tuple[str, ...] = (),
    *,
    employer: str = "Fjellvann Energi",
    title: str = "Prosjektleder nettutbygging",
    language: Language = Language.NB,
) -> JobAd:
    ad = Writing("annonse.html", DocumentKind.AD, language)
    stated_title, stated_employer = ad.states(title, title), ad.states(employer, employer)
    deadline = ad.states(dt.date(2026, 10, 30), "Søknadsfrist 30. oktober 2026")
    contact = AdContact(
        "Terje Bakkane",
        "avdelingsleder nett",
        "400 12 345",
        None,
        ad.says("Terje Bakkane, avdelingsleder nett, 400 12 345"),
    )
    heading = ad.says("Arbeidsoppgaver")
    items = [AdItem(ItemKind.TASK, ad.says(words), heading) for words in tasks]
    items += [AdItem(ItemKind.MUST, ad.says(words)) for words in musts]
    items += [AdItem(ItemKind.SHOULD, ad.says(words)) for words in shoulds]
    items += [AdItem(ItemKind.QUALITY, ad.says(words)) for words in qualities]
    items.append(AdItem(ItemKind.OFFER, ad.says("God pensjonsordning og fleksibel arbeidstid")))
    return JobAd(ad.document(), stated_title, stated_employer, deadline, contacts=(contact,), items=tuple(items))


def a_cv(*highlights: str, name: str = "Ingrid Solvik", language: Language = Language.NB) -> Cv:
    cv = Writing("cv.pdf", DocumentKind.CV, language)
    person = cv.states(name, name)
    email, phone = (
        cv.states("ingrid.solvik@post.example", "ingrid.solvik@post.example"),
        cv.states("+47 900 11 222", "+47 900 11 222"),
    )
    job = cv.says("Prosjektleder, Skagerak Linjebygg, 2017–")
    role = Role(
        job,
        Stated(
            "Skagerak Linjebygg", replace(job, start=job.start + 15, end=job.start + 33, words="Skagerak Linjebygg")
        ),
        Stated("Prosjektleder", replace(job, end=job.start + 13, words="Prosjektleder")),
        PartialDate(2017),
        None,
        ongoing=True,
        highlights=tuple(cv.says(words) for words in highlights),
    )
    school = cv.says("Master i energi og miljø, Vestfold tekniske høgskole, 2008–2010")
    return Cv(
        name=person,
        email=email,
        phone=phone,
        work=(role,),
        education=(
            Education(
                school,
                Stated(
                    "Vestfold tekniske høgskole",
                    replace(school, start=school.start + 26, end=school.start + 52, words="Vestfold tekniske høgskole"),
                ),
                Stated(
                    "Master i energi og miljø", replace(school, end=school.start + 24, words="Master i energi og miljø")
                ),
                None,
                PartialDate(2008),
                PartialDate(2010, 6),
            ),
        ),
        languages=(LanguageSkill(cv.states("Norsk", "Norsk"), cv.states("morsmål", "morsmål")),),
        certificates=(cv.states("Førerkort klasse B", "Førerkort klasse B"),),
        skills=(SkillGroup("Verktøy", (cv.says("Primavera"), cv.says("SAP"))),),
        referees=(NamedReferee(cv.states("Liv Aasen", "Liv Aasen"), None),),
        lines=tuple(CvLine(words, CvSection.WORK, role) for words in role.highlights),
        document=cv.document(),
    )


def matched(ad: JobAd, cv: Cv | None) -> tuple[Match, ...]:
    """Lines and CV lines paired in turn: every third line is found thin, every fourth not at all."""
    found = []
    for number, item in enumerate(ad.items):
        if item.kind is ItemKind.OFFER:
            continue
        if cv is None or not cv.lines or item.kind is ItemKind.QUALITY or number % 4 == 3:
            found.append(Match(item, Strength.NONE, asks_for_example=item.kind is ItemKind.QUALITY))
            continue
        line = cv.lines[number % len(cv.lines)]
        strength = Strength.TRANSFERABLE if number % 3 == 2 else Strength.DIRECT
        evidence = Evidence(line.quote, line.section, 0.7, Basis.MEANING, line.role.quote if line.role else None)
        found.append(Match(item, strength, (evidence,)))
    return tuple(found)


def questions_about(ad: JobAd, wording: str = "Hvordan vil du løse oppgaven «{task}»?") -> tuple[Question, ...]:
    return tuple(
        Question(
            f"IQ-K{number:02}-{item.quote.start}",
            f"IQ-K{number:02}",
            "K",
            Hv.HVORDAN,
            wording.format(task=item.quote.words),
            "om du har gjort noe lignende selv",
            item,
            1.0 / number,
        )
        for number, item in enumerate(ad.items, 1)
        if item.kind is not ItemKind.OFFER
    )


def an_invitation(
    people: tuple[tuple[str, str | None, Side, bool | None], ...],
    agenda: tuple[tuple[str, int | None], ...] = (),
    bring: tuple[str, ...] = (),
    case: tuple[str, int | None] | None = None,
    tests: tuple[tuple[str, AssessmentTime], ...] = (),
    missing: tuple[Gap, ...] = (),
    *,
    place: str | None = "Kraftgata 4, 3. etasje, Porsgrunn",
    link: str | None = None,
    minutes: int | None = 90,
    language: Language = Language.NB,
    contact: str = "Kari Moen",
) -> Meeting:
    mail = Writing("innkalling.eml", DocumentKind.INVITATION, language)
    return Meeting(
        kind=MessageKind.INVITATION,
        round=mail.states(2, "andregangsintervju"),
        start=mail.states(START, "torsdag 26. november kl. 10.00"),
        end=mail.states(START + dt.timedelta(minutes=minutes), "11.30") if minutes else None,
        place=mail.states(place, place) if place else None,
        video_link=mail.states(link, link) if link else None,
        participants=tuple(Participant(name, role, side, mail.says(name), first) for name, role, side, first in people),
        agenda=tuple(AgendaItem(what, length, mail.says(what)) for what, length in agenda),
        tests=tuple(Assessment(what, when, mail.says(what)) for what, when in tests),
        case=CaseTask(case[0], case[1], mail.says(case[0])) if case else None,
        bring=tuple(mail.says(words) for words in bring),
        reply_by=mail.states(dt.date(2026, 11, 24), "Svar innen 24. november"),
        contact=MeetingContact(contact, "911 22 333", "kari.moen@impuls.example", mail.says(f"{contact}, 911 22 333")),
        missing=missing,
        sent=dt.datetime(2026, 11, 19, 14, 5, tzinfo=OSLO_WINTER),
        document=mail.document(),
    )


def a_plan(ad: JobAd | None, days: int = 3) -> Plan:
    items = ad.items if ad else ()
    tasks = (
        (
            PlanTask("ask", PlanAction.ASK_UNKNOWN, 10, 5.0),
            PlanTask("story", PlanAction.STORY, 15, 4.0),
            PlanTask("example-1", PlanAction.EXAMPLE, 20, 3.0, items[:1]),
        ),
        (PlanTask("recall-1", PlanAction.RECALL, 20, 3.0, items[1:2]), PlanTask("case", PlanAction.CASE_WORK, 25, 2.0)),
        (PlanTask("full", PlanAction.FULL_RUN, 45, 2.0),),
        (PlanTask("light", PlanAction.LIGHT_REVIEW, 15, 1.0), PlanTask("pack", PlanAction.PACK, 10, 1.0)),
    )
    return Plan(tuple(PlanDay(NOW.date() + dt.timedelta(days=day), tasks[day % 4]) for day in range(days)), 45)


def own_questions(*people: str | None, each: int = 3) -> tuple[OwnQuestion, ...]:
    asked = (
        "Hva må jeg ha fått til det første halvåret for at du skal si at ansettelsen var riktig?",
        "Hva er det vanskeligste i denne stillingen?",
        "Hvem får jeg mest å gjøre med, og hva trenger de av meg?",
        "Hvorfor er stillingen ledig?",
    )
    return tuple(
        OwnQuestion(f"CQ{13 + at}", "ROLE_LE", person, asked[at], "D1") for person in people for at in range(each)
    )


def a_preparation(ad: JobAd | None, cv: Cv | None, meeting: Meeting | None, **more: object) -> Preparation:
    values: dict[str, object] = {
        "id": "7f3b1c",
        "slug": "fjellvann",
        "language": Language.NB,
        "now": NOW,
        "ad": ad,
        "cv": cv,
        "messages": (meeting,) if meeting else (),
        "meeting": meeting,
        "matches": matched(ad, cv) if ad else (),
        "questions": questions_about(ad) if ad else (),
        "own_questions": own_questions("Terje Bakkane", "Siv Aune", each=2),
    }
    return Preparation(**(values | more))  # type: ignore[arg-type]


TASKS = (
    "Lede nettprosjekter fra idé til idriftsettelse",
    "Søke konsesjon og føre dialogen med grunneiere",
    "Forhandle rammeavtaler med entreprenører",
    "Rapportere fremdrift og økonomi til styringsgruppen",
)
MUSTS = (
    "Minst fem års erfaring fra prosjektledelse",
    "Mastergrad innen elkraft eller tilsvarende",
    "Førerkort klasse B",
)
SHOULDS = ("Erfaring med kontraktsformen NS 8407 er en fordel",)
QUALITIES = ("Du bygger tillit og holder hodet kaldt", "God skriftlig og muntlig framstillingsevne på norsk")
HIGHLIGHTS = (
    "Ledet fornyelsen av 42 km linje i Bamble, tolv uker før plan og sju millioner under rammen",
    "Avklarte 61 grunneieravtaler før konsesjon, én gikk til skjønn",
    "Forhandlet tre rammeavtaler som holder prisen i fire år",
)
PEOPLE = (
    ("Kari Moen", "rekrutteringsrådgiver", Side.AGENCY, False),
    ("Terje Bakkane", "avdelingsleder nett", Side.EMPLOYER, True),
    ("Siv Aune", "HR-rådgiver", Side.EMPLOYER, True),
)
AGENDA = (
    ("Velkommen og presentasjon", 10),
    ("Erfaring og oppgaver", 30),
    ("Tilbakelesing av test", 15),
    ("Case", 20),
    ("Dine spørsmål", 15),
)


def ordinary() -> Preparation:
    """Ad, CV and a full invitation."""
    ad, cv = an_ad(TASKS, MUSTS, SHOULDS, QUALITIES), a_cv(*HIGHLIGHTS)
    meeting = an_invitation(
        PEOPLE,
        AGENDA,
        ("Vitnemål og attester", "Navn på to referanser"),
        ("Legg fram hvordan du ville fått fram en ny linje gjennom et område med mange hytteeiere", 15),
        (("Personlighetstest", AssessmentTime.READ_BACK),),
        (Gap.NEXT_STEPS,),
    )
    return a_preparation(ad, cv, meeting)


def crowded() -> Preparation:
    """Forty demands, long ones among them, eleven people, fourteen parts, everything asked for."""
    stretch = " i tett samarbeid med linjeledere, tillitsvalgte, innleide spesialister og myndigheter i inn- og utland"
    ad = an_ad(
        tuple(f"{TASKS[n % 4]}, område {n + 1}{stretch if n % 2 else ''}" for n in range(16)),
        tuple(f"{MUSTS[n % 3]} ({n + 1}){stretch if n % 3 == 0 else ''}" for n in range(12)),
        tuple(f"Kjennskap til verktøy nummer {n + 1} er ønskelig" for n in range(6)),
        tuple(f"Egenskap nummer {n + 1}: {QUALITIES[n % 2].lower()}" for n in range(6)),
        employer="Interkommunalt selskap for fornybar energi, nett og beredskap i indre og ytre Vestfjordregion IKS",
        title="Seniorprosjektleder for nettutbygging, konsesjonssøknader og grunneierkontakt (to stillinger)",
    )
    cv = a_cv(*(f"{words}{stretch}" for words in HIGHLIGHTS), name="Anne-Margrethe Kristoffersen Bjørnstjerne-Haaland")
    people = tuple(
        (f"{name} {n + 1}", f"{role}, seksjon for langsiktig nettplanlegging og anskaffelser", side, first)
        for n, (name, role, side, first) in enumerate((PEOPLE * 4)[:11])
    )
    meeting = an_invitation(
        people,
        tuple((f"{what}, del {n + 1}", length) for n, (what, length) in enumerate((AGENDA * 3)[:14])),
        tuple(
            f"{words}, eksemplar {n + 1}"
            for n, words in enumerate(("Vitnemål og attester", "Politiattest", "Helseattest") * 3)
        ),
        ("Legg fram hvordan du ville fått fram en ny linje" + stretch * 4, 15),
        tuple((f"Test nummer {n + 1}", AssessmentTime.READ_BACK) for n in range(6)),
        tuple(Gap),
        place="Kraftgata 4, inngang fra bakgården ved lasteramp 7, deretter heis B til 3. etasje, møterom Storegga, Porsgrunn næringspark, bygg C",
        link="https://moter.example/rom/" + "a1b2c3d4" * 20,
    )
    names = [f"{name} {n + 1}" for n, (name, *_) in enumerate(PEOPLE * 2)]
    return a_preparation(ad, cv, meeting, own_questions=own_questions(*names))


def single() -> Preparation:
    """One demand, one CV line, one person."""
    return a_preparation(
        an_ad(TASKS[:1]),
        a_cv(HIGHLIGHTS[0]),
        an_invitation(PEOPLE[1:2], missing=(Gap.AGENDA, Gap.PREPARATION, Gap.NEXT_STEPS)),
        own_questions=own_questions("Terje Bakkane", each=1),
    )


def ad_only() -> Preparation:
    return a_preparation(an_ad(TASKS, MUSTS, SHOULDS, QUALITIES), None, None, own_questions=own_questions(None, each=3))


def invitation_only() -> Preparation:
    return a_preparation(None, None, an_invitation(PEOPLE, AGENDA), own_questions=own_questions("Terje Bakkane"))


def nothing() -> Preparation:
    return a_preparation(None, None, None, own_questions=())


HOSTILE = (
    '#panic("x") *fet* $x^2$ ` @ref <label> \\',
    "<script>alert(1)</script>&amp;<img src=x onerror=alert(1)>",
    "=cmd|'/c calc'!A1",
    "Ola\r\nATTENDEE:mailto:x@x.example\r\nBEGIN:VALARM",
    "{{ 7*7 }} {% raw %} {minutes} %s %(name)s",
    'tab\there "quoted"; comma, back\\slash',
    "\u202egnp.exe\u202c \x00\x07\ue000 nul",
)


def hostile() -> Preparation:
    """Every free text is something some file format would take for an order."""
    ad = an_ad(HOSTILE, HOSTILE, HOSTILE[:2], HOSTILE[:2], employer=HOSTILE[1], title=HOSTILE[0])
    meeting = an_invitation(
        tuple((words, words, Side.EMPLOYER, True) for words in HOSTILE),
        tuple((words, 10) for words in HOSTILE),
        HOSTILE,
        (HOSTILE[0], 15),
        ((HOSTILE[1], AssessmentTime.BEFORE),),
        tuple(Gap),
        place=HOSTILE[3],
        link="javascript:alert(1)",
        contact=HOSTILE[3],
    )
    return a_preparation(
        ad, a_cv(*HOSTILE, name=HOSTILE[3]), meeting, own_questions=own_questions(HOSTILE[0], HOSTILE[1])
    )


def with_emoji() -> Preparation:
    """A participant who signs with a picture."""
    meeting = an_invitation((("Kari 😀 Moen", "rådgiver 🚀", Side.AGENCY, None), *PEOPLE[1:]), AGENDA)
    return a_preparation(an_ad(TASKS), a_cv(*HIGHLIGHTS), meeting)


def sami() -> Preparation:
    """Names with all the letters of Northern Sami."""
    meeting = an_invitation(
        (
            ("Áilu Čearretnjárga Đoŋa", "šef for fiŋga ja ŧeassu", Side.EMPLOYER, True),
            ("Žarre Šuorbmu", None, Side.EMPLOYER, None),
        ),
        AGENDA,
    )
    return a_preparation(an_ad(TASKS, employer="Sámi Dáidda ja Čehppodat"), a_cv(*HIGHLIGHTS), meeting)


def wordy() -> Preparation:
    """Words that no line can hold, and an ad written in one breath."""
    word = "Menneskerettighetsorganisasjonskonferansedeltakerlisteansvarlig" * 3
    breath = " ".join(["samordne tjenestene til brukere og pårørende i hele regionen"] * 12)
    ad = an_ad((word, breath, breath), (word,), (), (breath,), employer=word, title=breath)
    meeting = an_invitation(
        ((word, breath, Side.EMPLOYER, True),), ((word, 10), (breath, None)), (breath,), (breath, 20), place=breath
    )
    return a_preparation(ad, a_cv(word, breath), meeting, own_questions=own_questions(word))


def bare_ad() -> Preparation:
    """An ad in which nothing was found, with a CV."""
    return a_preparation(an_ad(()), a_cv(*HIGHLIGHTS), an_invitation(()), own_questions=())
