"""Task lines of many trades, and how each stands in a question: written by hand, line by line."""

import pytest

from andregang.content import load_questions
from andregang.domain.questions import PhraseForm, task_phrase
from andregang.domain.text import Language

BANK = load_questions()

BOKMAAL = """
helse | Måle blodtrykk og dokumentere i journal | å måle blodtrykk og dokumentere i journal
helse | Observasjon og oppfølging av pasienter etter operasjon | observasjon og oppfølging av pasienter etter operasjon
helse | Du vil ha ansvar for legemiddelhåndtering på avdelingen. | legemiddelhåndtering på avdelingen
helse | Delta i tverrfaglige møter | å delta i tverrfaglige møter
helse | Stell og pleie av hjemmeboende brukere | stell og pleie av hjemmeboende brukere
helse | Pleie og omsorg til beboerne | pleie og omsorg til beboerne
tannhelse | Assistere tannlegen under behandling | å assistere tannlegen under behandling
barnehage | Planlegge, gjennomføre og evaluere aktiviteter | å planlegge, gjennomføre og evaluere aktiviteter
barnehage | • Være en trygg og tydelig voksen | å være en trygg og tydelig voksen
barnehage | Foreldresamarbeid | foreldresamarbeid
skole | Undervise i matematikk og naturfag på ungdomstrinnet | å undervise i matematikk og naturfag på ungdomstrinnet
skole | Kontaktlæreransvar for 9. trinn | kontaktlæreransvar for 9. trinn
skole | Samarbeid med foresatte, PPT og barnevern | samarbeid med foresatte, PPT og barnevern
bygg | Utføre forskaling, støping og armering | å utføre forskaling, støping og armering
bygg | Montering av vinduer, dører og listverk | montering av vinduer, dører og listverk
bygg | Lese og følge tegninger | å lese og følge tegninger
elektro | Feilsøking og reparasjon av elektriske anlegg | feilsøking og reparasjon av elektriske anlegg
elektro | Dokumentere utført arbeid i henhold til gjeldende forskrifter og interne rutiner i bedriften | å dokumentere utført arbeid
rør | Service og vedlikehold av varmepumper | service og vedlikehold av varmepumper
transport | Kjøre varer til kunder i Trøndelag | å kjøre varer til kunder i Trøndelag
transport | Lasting og lossing | lasting og lossing
lager | Plukke, pakke og sende varer | å plukke, pakke og sende varer
lager | Varemottak, plukking, pakking | varemottak, plukking og pakking
butikk | Sørge for at butikken alltid ser innbydende ut | å sørge for at butikken alltid ser innbydende ut
butikk | Salg og kundeservice | salg og kundeservice
butikk | Kassearbeid og oppgjør ved dagens slutt | kassearbeid og oppgjør ved dagens slutt
restaurant | Tilberede mat etter meny og allergener | å tilberede mat etter meny og allergener
restaurant | Ta imot bestillinger og betaling | å ta imot bestillinger og betaling
renhold | Daglig renhold av kontorer og fellesarealer | daglig renhold av kontorer og fellesarealer
renhold | Vaske gulv, toaletter og trapper | å vaske gulv, toaletter og trapper
vaktmester | Drift og vedlikehold av kommunale bygg | drift og vedlikehold av kommunale bygg
vaktmester | Brøyte og strø gangveier om vinteren | å brøyte og strø gangveier om vinteren
økonomi | Ansvar for budsjett, regnskap og rapportering i avdelingen | budsjett, regnskap og rapportering i avdelingen
økonomi | Sikre god økonomistyring | å sikre god økonomistyring
økonomi | Avstemme konti og følge opp kundefordringer | å avstemme konti og følge opp kundefordringer
økonomi | Månedsavslutning, årsoppgjør m.m. | månedsavslutning og årsoppgjør
lønn | Være ansvarlig for lønnskjøring for 400 ansatte | lønnskjøring for 400 ansatte
HR | Rådgivning til ledere i personalsaker | rådgivning til ledere i personalsaker
HR | Utvikle og forvalte vår lønnspolitikk | å utvikle og forvalte vår lønnspolitikk
HR | HMS-arbeid og internkontroll | HMS-arbeid og internkontroll
ledelse | Du vil lede et team på åtte | å lede et team på åtte
ledelse | Personalansvar for 12 medarbeidere | personalansvar for 12 medarbeidere
ledelse | Daglig ledelse av avdelingen | daglig ledelse av avdelingen
ledelse | Ha det overordnede ansvaret for drift av anlegget | drift av anlegget
IKT | Brukerstøtte på telefon og e-post | brukerstøtte på telefon og e-post
IKT | Drifte servere, nettverk og skyløsninger | å drifte servere, nettverk og skyløsninger
IKT | Utvikling av nye tjenester i Azure (gjerne .NET) | utvikling av nye tjenester i Azure
IKT | Java-utvikling i team | Java-utvikling i team
IKT | Holde seg oppdatert på ny teknologi | å holde deg oppdatert på ny teknologi
IKT | Bidra til å forbedre våre interne verktøy | å forbedre våre interne verktøy
prosjekt | Prosjektledelse fra idé til overlevering | prosjektledelse fra idé til overlevering
prosjekt | Stå for framdrift, økonomi og kvalitet i prosjektene | framdrift, økonomi og kvalitet i prosjektene
innkjøp | Forhandle avtaler med leverandører | å forhandle avtaler med leverandører
innkjøp | Være kontaktpunkt for leverandører | å være kontaktpunkt for leverandører
salg | Oppsøkende salg mot bedrifter | oppsøkende salg mot bedrifter
salg | Du skal bygge og pleie relasjoner til kunder | å bygge og pleie relasjoner til kunder
salg | Booke møter og følge opp tilbud | å booke møter og følge opp tilbud
markedsføring | Produsere innhold til nettsider, sosiale medier og nyhetsbrev for våre medlemmer over hele landet | å produsere innhold til nettsider, sosiale medier og nyhetsbrev
markedsføring | Ansvarlig for merkevaren | merkevaren
sosialt arbeid | Følge opp ungdom og familier i tett samarbeid med skole, helse og politi i hele kommunen | å følge opp ungdom og familier
sosialt arbeid | Vurdere søknader og fatte vedtak | å vurdere søknader og fatte vedtak
saksbehandling | Saksbehandling etter plan- og bygningsloven | saksbehandling etter plan- og bygningsloven
saksbehandling | Forberede saker for politisk behandling | å forberede saker for politisk behandling
jus | Juridisk rådgivning internt og eksternt | juridisk rådgivning internt og eksternt
forskning | Innsamling, analyse og formidling av data | innsamling, analyse og formidling av data
landbruk | Stelle dyr, melke kyr og holde fjøset rent | å stelle dyr, melke kyr og holde fjøset rent
fiskeri | Røkting av laks i merd | røkting av laks i merd
havbruk | Overvåke fiskehelse, herunder telle lus og rapportere til myndighetene hver uke | å overvåke fiskehelse
industri | Operere og vedlikeholde maskiner i produksjonen | å operere og vedlikeholde maskiner i produksjonen
industri | Du er ansvarlig for omstilling av produksjonslinjen | omstilling av produksjonslinjen
sveising | Sveise rør og plater | å sveise rør og plater
verksted | Diagnostisere feil på personbiler | å diagnostisere feil på personbiler
verksted | Mottak av kunder, feilsøking og service | mottak av kunder, feilsøking og service
frisør | Klippe, farge og style hår | å klippe, farge og style hår
frisør | Klippe og farge hår | å klippe og farge hår
hotell | Innsjekk og utsjekk av gjester | innsjekk og utsjekk av gjester
hotell | Jobbe med konferanser og arrangementer | konferanser og arrangementer
kultur | Planlegge og arrangere konserter, utstillinger og foredrag | å planlegge og arrangere konserter, utstillinger og foredrag
bibliotek | Veilede lånere og holde arrangementer for barn | å veilede lånere og holde arrangementer for barn
vakt | Vakthold og sikring av område | vakthold og sikring av område
politi | Etterforske saker om vold i nære relasjoner | å etterforske saker om vold i nære relasjoner
energi | Planlegging av egne arbeider og samarbeide i team | planlegging av egne arbeider
energi | Utarbeide tegninger, beregninger og anbudsgrunnlag | å utarbeide tegninger, beregninger og anbudsgrunnlag
arkitektur | Prosjektering av skoler, barnehager og helsebygg | prosjektering av skoler, barnehager og helsebygg
sekretær | Arkivering, møtebooking og referatskriving | arkivering, møtebooking og referatskriving
sekretær | Sekretær for styret | rollen som sekretær for styret
koordinering | Koordinator for frivillige | rollen som koordinator for frivillige
forening | Du leder og utvikler lokallaget | å lede og utvikle lokallaget
forsikring | Behandling av skadesaker fra melding til oppgjør | behandling av skadesaker fra melding til oppgjør
eiendom | Oppfølging av leietakere og utleie av lokaler | oppfølging av leietakere og utleie av lokaler
stor skrift | DRIFT AV SVØMMEHALL | drift av svømmehall
uklart | Noe reising må påregnes | «Noe reising må påregnes»
uklart | En hverdag der du aldri vet hva som skjer | «En hverdag der du aldri vet hva som skjer»
uklart | Vi er et lite team som gjør det meste | «Vi er et lite team som gjør det meste»
uklart | Plassering av pasienter? | plassering av pasienter
engelsk | Work with our customers in the Nordics to improve the product | «Work with our customers in the Nordics to improve the product»
"""
NYNORSK = """
helse | Gjere sjukepleiefaglege vurderingar | å gjere sjukepleiefaglege vurderingar
helse | Du skal følgje opp pasientar og pårørande | å følgje opp pasientar og pårørande
helse | Ansvar for legemiddelhandtering | legemiddelhandtering
skule | Leie og utvikle det pedagogiske arbeidet | å leie og utvikle det pedagogiske arbeidet
skule | Undervisning i norsk og samfunnsfag | undervisning i norsk og samfunnsfag
skule | Følgje opp elevar og halde kontakt med føresette | å følgje opp elevar og halde kontakt med føresette
barnehage | Leggje til rette for leik og læring | å leggje til rette for leik og læring
kommune | Saksførebuing til politiske utval | saksførebuing til politiske utval
kommune | Utarbeide planar og høyringsfråsegner | å utarbeide planar og høyringsfråsegner
kommune | Rettleiing av innbyggjarar og næringsliv | rettleiing av innbyggjarar og næringsliv
økonomi | Bidra til god økonomistyring i eininga | god økonomistyring i eininga
økonomi | Rekneskap, budsjett og rapportering | rekneskap, budsjett og rapportering
landbruk | Stelle dyr og køyre traktor | å stelle dyr og køyre traktor
landbruk | Rådgiving til bønder om jord og planter | rådgiving til bønder om jord og planter
reinhald | Reinhald av klasserom og gangar | reinhald av klasserom og gangar
fiskeri | Drift av mottak og produksjonslinje | drift av mottak og produksjonslinje
IKT | Du vil arbeide med brukarstøtte og opplæring | brukarstøtte og opplæring
IKT | Utvikle og vedlikehalde nettsider | å utvikle og vedlikehalde nettsider
bygg | Byggje og vedlikehalde kaier | å byggje og vedlikehalde kaier
HR | Vere rådgivar for leiarar i personalsaker | å vere rådgivar for leiarar i personalsaker
kultur | Planleggje og gjennomføre arrangement | å planleggje og gjennomføre arrangement
kultur | Kontaktperson for lag og organisasjonar | rolla som kontaktperson for lag og organisasjonar
energi | Tilsyn med kraftverk og dammar | tilsyn med kraftverk og dammar
vegvesen | Halde seg oppdatert på regelverket | å halde deg oppdatert på regelverket
a-infinitiv | Utvikla nye tilbod til unge | å utvikla nye tilbod til unge
uklart | Andre oppgåver må påreknast | «Andre oppgåver må påreknast»
"""
ENGLISH = """
IT | Design and build APIs for our platform | designing and building APIs for our platform
IT | You will plan, run and document penetration tests | planning, running and documenting penetration tests
IT | Design of control systems | design of control systems
IT | Maintain and improve CI/CD pipelines | maintaining and improving CI/CD pipelines
IT | Support users in three offices | supporting users in three offices
leadership | Lead a team of eight | leading a team of eight
leadership | Responsible for budgeting and reporting | budgeting and reporting
leadership | Be responsible for the daily operation of the plant | the daily operation of the plant
finance | Prepare monthly reports and reconcile accounts | preparing monthly reports and reconciling accounts
finance | Month-end closing | month-end closing
research | Research, implement and evaluate new methods | researching, implementing and evaluating new methods
research | Supervise PhD students | supervising PhD students
energy | Subsea engineering in early phase projects | subsea engineering in early phase projects
shipping | Coordinate port calls with agents and crew | coordinating port calls with agents and crew
sales | Grow our customer base in Norway | growing our customer base in Norway
sales | Manage key accounts, including contract renewals | managing key accounts
HR | Onboarding of new colleagues | onboarding of new colleagues
HR | Handle recruitment from advert to contract | handling recruitment from advert to contract
support | First line support for retail customers | first line support for retail customers
quality | Ensure that all deviations are closed in time | ensuring that all deviations are closed in time
health | Provide care for patients with dementia | providing care for patients with dementia
teaching | Teach Norwegian to adults | teaching Norwegian to adults
logistics | Contribute to the development of our warehouse | development of our warehouse
unclear | We are a small team that does most things | «We are a small team that does most things»
unclear | Other duties may be assigned | «Other duties may be assigned»
"""


def rows(table: str) -> list[tuple[str, str]]:
    """Line of the ad and expected words; the trade before them only says where the line is from."""
    return [(line, expected) for _, line, expected in (row.split(" | ") for row in table.strip().splitlines())]


def said(line: str, language: Language) -> str:
    phrase = task_phrase(line, language, language, BANK.lexicons[language])
    return phrase.complement if phrase.form is not PhraseForm.QUOTED else f"«{phrase.quotation}»"


@pytest.mark.parametrize(("line", "expected"), rows(BOKMAAL))
def test_a_bokmaal_task_stands_in_a_question_as_a_native_would_say_it(line: str, expected: str) -> None:
    assert said(line, Language.NB) == expected


@pytest.mark.parametrize(("line", "expected"), rows(NYNORSK))
def test_a_nynorsk_task_stands_in_a_question_as_a_native_would_say_it(line: str, expected: str) -> None:
    assert said(line, Language.NN) == expected


@pytest.mark.parametrize(("line", "expected"), rows(ENGLISH))
def test_an_english_task_stands_in_a_question_as_a_native_would_say_it(line: str, expected: str) -> None:
    assert said(line, Language.EN) == expected


def test_the_tables_cover_many_trades_and_lines() -> None:
    lines = [row.split(" | ") for table in (BOKMAAL, NYNORSK, ENGLISH) for row in table.strip().splitlines()]
    assert len(lines) >= 120
    assert len({trade for trade, *_ in lines}) >= 30
