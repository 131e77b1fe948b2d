"""CVs as they get pasted, each odd in its own way, with what a careful person reads in them."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pasted:
    id: str
    text: str
    name: str
    work: tuple[tuple[str, str, str | None, str | None], ...]  # position, organisation, start, end
    education: tuple[tuple[str, str, str | None, str | None], ...] = ()  # degree, institution, start, end
    languages: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    volunteer: tuple[tuple[str, str, str | None, str | None], ...] = ()
    referees: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    gaps: tuple[str, ...] = field(default=())


PASTED = (
    Pasted(
        "unknown names",
        """CV

Embla Torvik Rønne
embla@ronnepost.example
tlf 932 00 118

Om meg
Blomsterbinder og medieviter.

Erfaring
Blomsterbinder, Kvist & Stilk (2021–)
- Binder brudebuketter og sorgbinderi
- Har nøkkel og åpner butikken tre dager i uka

Podkastvert, Radiohula (2019–2021)
- Lagde 60 episoder om byliv

Utdanning
Medievitenskap, årsstudium, Universitetet i Bergen (2018–2019)
Blomsterdekoratør, Vea fagskole (2019–2021)

Språk
Norsk og engelsk
""",
        "Embla Torvik Rønne",
        (("Blomsterbinder", "Kvist & Stilk", "2021", None), ("Podkastvert", "Radiohula", "2019", "2021")),
        (
            ("Medievitenskap, årsstudium", "Universitetet i Bergen", "2018", "2019"),
            ("Blomsterdekoratør", "Vea fagskole", "2019", "2021"),
        ),
        ("Norsk", "engelsk"),
        highlights=(
            "Binder brudebuketter og sorgbinderi",
            "Har nøkkel og åpner butikken tre dager i uka",
            "Lagde 60 episoder om byliv",
        ),
    ),
    Pasted(
        "network export pasted",
        """Oskar Vindheim
Head of Growth at Plankeland
Greater Oslo Region

Experience

Head of Growth
Plankeland · Full-time
Jan 2022 - Present · 2 yrs 11 mos
Oslo, Norway · Hybrid
Grew newsletter subscribers from 4,000 to 31,000 in eighteen months.
Runs a team of five across paid, content and CRM.

Performance Marketing Manager
Sjokobar AS · Full-time
Mar 2019 - Dec 2021 · 2 yrs 10 mos
Bergen, Vestland, Norway
Managed a yearly budget of NOK 12 million.

Education

BI Norwegian Business School
Bachelor of Science, Marketing
2015 - 2018
""",
        "Oskar Vindheim",
        (
            ("Head of Growth", "Plankeland", "2022-01", None),
            ("Performance Marketing Manager", "Sjokobar AS", "2019-03", "2021-12"),
        ),
        (("Bachelor of Science, Marketing", "BI Norwegian Business School", "2015", "2018"),),
        highlights=(
            "Grew newsletter subscribers from 4,000 to 31,000 in eighteen months.",
            "Runs a team of five across paid, content and CRM.",
            "Managed a yearly budget of NOK 12 million.",
        ),
    ),
    Pasted(
        "job portal export",
        """Marit Helland Osdal
Osdalsvegen 41, 6065 Ulsteinvik
48 00 17 22
marit.osdal@nettbrev.example

Sammendrag
Helsefagarbeider med hjerte for eldre.

Arbeidserfaring

01/2018 - nåværende
Helsefagarbeider
Ulvesund omsorgssenter
Ulsteinvik
Daglig stell, medisinutdeling etter delegering og dokumentasjon i Profil.
Primærkontakt for tre beboere.

08/2012 - 12/2017
Renholder
Havbris Eiendom AS
Hareid
Renhold av skoler og barnehager.

Utdanning

08/2010 - 06/2012
Helsefagarbeider, fagbrev
Ulstein vidaregåande skule

Fagbrev/svennebrev, mesterbrev
Fagbrev i helsearbeiderfaget

Førerkort
B - Personbil

Språk
Norsk
Muntlig: Førstespråk (morsmål)
Skriftlig: Førstespråk (morsmål)
Engelsk
Muntlig: Godt
Skriftlig: Grunnleggende
""",
        "Marit Helland Osdal",
        (
            ("Helsefagarbeider", "Ulvesund omsorgssenter", "2018-01", None),
            ("Renholder", "Havbris Eiendom AS", "2012-08", "2017-12"),
        ),
        (("Helsefagarbeider, fagbrev", "Ulstein vidaregåande skule", "2010-08", "2012-06"),),
        ("Norsk", "Engelsk"),
        ("Fagbrev i helsearbeiderfaget", "B - Personbil"),
        highlights=(
            "Daglig stell, medisinutdeling etter delegering og dokumentasjon i Profil.",
            "Primærkontakt for tre beboere.",
            "Renhold av skoler og barnehager.",
        ),
    ),
    Pasted(
        "bulleted jobs",
        """TORGRIM AASMUND LØKEN
Transportveien 7 - 2406 Elverum - torgrim.loken@skogpost.example - 908 00 452

KOMPETANSE
• Hogstmaskin og lassbærer
• Motorsag, felling ved kraftlinje

PRAKSIS
• 2019 – d.d.: Hogstmaskinfører, Østerdal Skogdrift AS
• 2015 – 2019: Lassbærerfører, Glomma Tømmer
• 2012 – 2015: Selvstendig næringsdrivende

UTDANNELSE
• 2010 – 2012: Skogbruk Vg2/Vg3, Solør videregående skole

KURS
• ADR-bevis
• Førerkort B, BE, T

SPRÅK: Norsk (morsmål), svensk (flytende)

REFERANSER: Oppgis på forespørsel
""",
        "TORGRIM AASMUND LØKEN",
        (
            ("Hogstmaskinfører", "Østerdal Skogdrift AS", "2019", None),
            ("Lassbærerfører", "Glomma Tømmer", "2015", "2019"),
            ("Selvstendig næringsdrivende", "", "2012", "2015"),
        ),
        (("Skogbruk Vg2/Vg3", "Solør videregående skole", "2010", "2012"),),
        ("Norsk", "svensk"),
        ("ADR-bevis", "Førerkort B, BE, T"),
    ),
    Pasted(
        "nynorsk employer first",
        """Solveig Vassenden Hjelle
Hjelle, 6783 Stryn
Mob. 977 00 203 • solveig.hjelle@bredband.example

KORT OM MEG
Reiselivsmenneske med tal i hovudet.

ARBEIDSRØYNSLE
Hotell Lodalen, Loen, 2017 – no
Resepsjonsleiar (90 %)
Leiar åtte tilsette i resepsjonen og set opp turnus.
Innførte sjølvbetent innsjekk sommaren 2021.

Stryn Sommarski AS, 2014 – 2017
Dagleg leiar
Budsjett, personale og marknadsføring.

Nordfjord Turistkontor, somrane 2011, 2012 og 2013
Turistvert
Rettleiing og bestilling for turistar.

UTDANNING
Høgskulen i Volda, 2011 – 2014
Bachelor i reiseliv

SPRÅK
Norsk: morsmål
Engelsk: flytande
Tysk: godt

VERV
Stryn Idrettslag, 2018 – 2022
Leiar i skigruppa

REFERANSAR
Bjarne Hopland, hotelldirektør, tlf. 951 00 774
Gro Skåden, styreleiar Stryn Sommarski AS, tlf. 916 00 312
""",
        "Solveig Vassenden Hjelle",
        (
            ("Resepsjonsleiar", "Hotell Lodalen", "2017", None),
            ("Dagleg leiar", "Stryn Sommarski AS", "2014", "2017"),
            ("Turistvert", "Nordfjord Turistkontor", "2011", "2013"),
        ),
        (("Bachelor i reiseliv", "Høgskulen i Volda", "2011", "2014"),),
        ("Norsk", "Engelsk", "Tysk"),
        (),
        (("Leiar i skigruppa", "Stryn Idrettslag", "2018", "2022"),),
        ("Bjarne Hopland", "Gro Skåden"),
        (
            "Leiar åtte tilsette i resepsjonen og set opp turnus.",
            "Innførte sjølvbetent innsjekk sommaren 2021.",
            "Budsjett, personale og marknadsføring.",
            "Rettleiing og bestilling for turistar.",
        ),
    ),
    Pasted(
        "consultant",
        """Henrik Aaby Thorne
Seniorkonsulent, Kodelaft
henrik.thorne@kodelaft.example | 405 00 619

Kompetanse
Språk: Kotlin, TypeScript, SQL
Plattform: Azure, Kubernetes
Metode: Scrum, Kanban

Utvalgte prosjekter
Pensjonsportal for et livselskap. Tech lead for et team på sju.

Yrkeserfaring
Kodelaft, seniorkonsulent                                    aug. 2018 – d.d.
• Rådgivning og utvikling for bank, forsikring og stat
• Teknologier: Kotlin, React, PostgreSQL
Tallverket, systemutvikler                                   aug. 2013 – juli 2018
• Utviklet innrapporteringsløsning brukt av 200 000 virksomheter

Utdanning
NTNU, Master i datateknologi                                 2008 – 2013

Sertifiseringer
Azure Developer Associate (2022)
Professional Scrum Master I (2019)

Språk
Norsk - morsmål
Engelsk - flytende
""",
        "Henrik Aaby Thorne",
        (("seniorkonsulent", "Kodelaft", "2018-08", None), ("systemutvikler", "Tallverket", "2013-08", "2018-07")),
        (("Master i datateknologi", "NTNU", "2008", "2013"),),
        ("Norsk", "Engelsk"),
        ("Azure Developer Associate (2022)", "Professional Scrum Master I (2019)"),
        highlights=(
            "Rådgivning og utvikling for bank, forsikring og stat",
            "Teknologier: Kotlin, React, PostgreSQL",
            "Utviklet innrapporteringsløsning brukt av 200 000 virksomheter",
        ),
    ),
    Pasted(
        "english dashes",
        """CURRICULUM VITAE — JOANNA KOWALCZYK-BERG

Email: joanna.kb@warehousemail.example
Mobile: +47 477 00 538
Address: Drammen, Norway
Date of birth: 3 May 1988

PERSONAL PROFILE
Warehouse supervisor with a forklift licence and a calm head.

EMPLOYMENT HISTORY

Lagerhuset Drammen AS — Shift Supervisor
February 2020 to date
» Plan shifts for 22 people
» Cut picking errors by half in one year

Lagerhuset Drammen AS — Order Picker
Sept 2016 – Jan 2020
» Voice picking, 180 lines an hour

Biedronka, Gdynia — Cashier
2008 – 2012
» Tills and stock

Career break 2012 – 2016: moved to Norway, raised two children, Norwegian course level B2

EDUCATION AND TRAINING
Technical Secondary School No. 3, Gdynia — Economics technician
2004 – 2008

LANGUAGES
Polish — mother tongue; English — C1; Norwegian — B2

LICENCES
Forklift T1, T4
Driving licence, category B

REFEREES
Stian Hovde — Warehouse Manager, Lagerhuset Drammen AS — +47 928 00 771
""",
        "JOANNA KOWALCZYK-BERG",
        (
            ("Shift Supervisor", "Lagerhuset Drammen AS", "2020-02", None),
            ("Order Picker", "Lagerhuset Drammen AS", "2016-09", "2020-01"),
            ("Cashier", "Biedronka", "2008", "2012"),
        ),
        (("Economics technician", "Technical Secondary School No. 3", "2004", "2008"),),
        ("Polish", "English", "Norwegian"),
        ("Forklift T1, T4", "Driving licence, category B"),
        (),
        ("Stian Hovde",),
        (
            "Plan shifts for 22 people",
            "Cut picking errors by half in one year",
            "Voice picking, 180 lines an hour",
            "Tills and stock",
        ),
        ("Career break 2012 – 2016: moved to Norway, raised two children, Norwegian course level B2",),
    ),
    Pasted(
        "cells on rows",
        """Personalia
Navn:
Bjørn-Tore Sletten
Adresse:
Myrvegen 2, 7760 Snåsa
Telefon:
452 00 910
E-post:
bts@innherred.example

Arbeidserfaring
2016–2024
Snåsa Mekaniske AS
Sveiser
Sveising av tanker i rustfritt stål, TIG og MAG
2009–2016
Grong Stål
Platearbeider
Bøying, skjæring og montasje

Utdanning
2007–2009
Fagbrev som platearbeider
Nord-Trøndelag fylkeskommune

Kurs
2021
Varme arbeider
2018
Sveisesertifikat ISO 9606-1

Språk
Norsk
Morsmål
Engelsk
Middels
""",
        "Bjørn-Tore Sletten",
        (("Sveiser", "Snåsa Mekaniske AS", "2016", "2024"), ("Platearbeider", "Grong Stål", "2009", "2016")),
        (("Fagbrev som platearbeider", "Nord-Trøndelag fylkeskommune", "2007", "2009"),),
        ("Norsk", "Engelsk"),
        ("2021 Varme arbeider", "2018 Sveisesertifikat ISO 9606-1"),
        highlights=("Sveising av tanker i rustfritt stål, TIG og MAG", "Bøying, skjæring og montasje"),
    ),
    Pasted(
        "academic",
        """Dr. Amadou Keita-Nilsen
Associate Professor of Public Health
amadou.keita@folkehelse.example

Academic positions
2020–present: Associate Professor, Department of Community Medicine, University of Nordmarka
2016–2020: Postdoctoral researcher, University of Nordmarka
2012–2016: PhD fellow, Karolinska Institutet

Education
2016: PhD, Medical Science, Karolinska Institutet
2011: MPH, University of Cape Town
2009: BSc Nursing, University of Bamako

Teaching
Course leader, Epidemiology II (10 ECTS), 2021–2024
Supervisor for four master students

Selected publications
Keita-Nilsen A, Berg T. Vaccine uptake in rural districts. Journal of Invented Health 2022;14:33–41.
Keita-Nilsen A. Cohort study of shift workers. Nordic Made-up Medicine 2019.

Grants
Research Council, young talent grant, NOK 8 million, 2021

Languages
French (native), Bambara (native), English (fluent), Norwegian (good)
""",
        "Dr. Amadou Keita-Nilsen",
        (
            ("Associate Professor", "Department of Community Medicine, University of Nordmarka", "2020", None),
            ("Postdoctoral researcher", "University of Nordmarka", "2016", "2020"),
            ("PhD fellow", "Karolinska Institutet", "2012", "2016"),
        ),
        (
            ("PhD, Medical Science", "Karolinska Institutet", "2016", "2016"),
            ("MPH", "University of Cape Town", "2011", "2011"),
            ("BSc Nursing", "University of Bamako", "2009", "2009"),
        ),
        ("French", "Bambara", "English", "Norwegian"),
    ),
    Pasted(
        "no headings",
        """Kine Marie Ullestad
21 år, Sandnes
kine.ullestad@elevpost.example
404 00 187

2023–nå Butikkmedarbeider, Sportshjørnet Kvadrat
Sommeren 2022 Isselger, Vågen Is
2021–2024 Studiespesialisering, Vågen videregående skole

Norsk (morsmål), engelsk (godt)
""",
        "Kine Marie Ullestad",
        (("Butikkmedarbeider", "Sportshjørnet Kvadrat", "2023", None), ("Isselger", "Vågen Is", "2022", "2022")),
        (("Studiespesialisering", "Vågen videregående skole", "2021", "2024"),),
        ("Norsk", "engelsk"),
    ),
    Pasted(
        "leader",
        """GUNVOR STOKKELAND
Økonomidirektør | Styremedlem | Siviløkonom
Stavanger | +47 901 00 645 | gunvor@stokkeland.example

NØKKELKOMPETANSE
Konsernregnskap · Oppkjøp · Finansiering · Endringsledelse

ERFARING

HAVGRUPPEN ASA                                   Stavanger
Konserndirektør økonomi (CFO)                    2019 – d.d.
– Ansvar for økonomi, IT og innkjøp, 64 ansatte
– Ledet børsnotering våren 2021
Økonomidirektør                                  2015 – 2019
– Slo sammen tre regnskapsavdelinger

RYFYLKE KRAFT AS                                 Jørpeland
Økonomisjef                                      2009 – 2015
– Refinansierte gjeld på 1,2 milliarder

STYREVERV
2020 – d.d.   Styremedlem, Fjordbank ASA
2016 – 2020   Styreleder, Viking Næringspark AS

UTDANNING
1999 – 2004   Siviløkonom, Norges Handelshøyskole (NHH)
2011          Solstrandprogrammet, AFF

SPRÅK
Norsk (morsmål) | Engelsk (flytende) | Tysk (noe)
""",
        "GUNVOR STOKKELAND",
        (
            ("Konserndirektør økonomi (CFO)", "HAVGRUPPEN ASA", "2019", None),
            ("Økonomidirektør", "HAVGRUPPEN ASA", "2015", "2019"),
            ("Økonomisjef", "RYFYLKE KRAFT AS", "2009", "2015"),
        ),
        (
            ("Siviløkonom", "Norges Handelshøyskole (NHH)", "1999", "2004"),
            ("Solstrandprogrammet", "AFF", "2011", "2011"),
        ),
        ("Norsk", "Engelsk", "Tysk"),
        (),
        (("Styremedlem", "Fjordbank ASA", "2020", None), ("Styreleder", "Viking Næringspark AS", "2016", "2020")),
        (),
        (
            "Ansvar for økonomi, IT og innkjøp, 64 ansatte",
            "Ledet børsnotering våren 2021",
            "Slo sammen tre regnskapsavdelinger",
            "Refinansierte gjeld på 1,2 milliarder",
        ),
    ),
    Pasted(
        "som-phrases",
        """Curriculum vitae
for
Ali Rahimi
Født: 12.04.1996
Telefon: 463 00 284
Epost: ali.rahimi@byposten.example

Arbeidserfaring:

Aug 2022 - i dag: Ansatt som bilpleier hos Glanstoppen AS, Skien
Vask, polering og rens av biler

Feb 2020 - juli 2022: Vaskehjelp på Grenland sykehjem (50 % stilling)
Renhold av rom og fellesareal

Jan 2018 - des 2019: Norskkurs og praksis, Skien voksenopplæring

Skole:

2016 - 2018: Grunnskole for voksne, Skien voksenopplæring

Språk: Dari (morsmål), Norsk (B1), Engelsk (litt)
Førerkort: B
""",
        "Ali Rahimi",
        (("bilpleier", "Glanstoppen AS", "2022-08", None), ("Vaskehjelp", "Grenland sykehjem", "2020-02", "2022-07")),
        (("Grunnskole for voksne", "Skien voksenopplæring", "2016", "2018"),),
        ("Dari", "Norsk", "Engelsk"),
        ("B",),
        highlights=("Vask, polering og rens av biler", "Renhold av rom og fellesareal"),
        gaps=("Jan 2018 - des 2019: Norskkurs og praksis, Skien voksenopplæring",),
    ),
)
