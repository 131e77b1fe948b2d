"""Fourteen invented lives, as facts: what a reading of any layout of them must find again."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Job:
    position: str
    organisation: str
    place: str
    start: str  # "2019-08" or "2019"
    end: str | None  # None: still there
    highlights: tuple[str, ...] = ()
    share: int | None = None


@dataclass(frozen=True)
class Study:
    degree: str
    institution: str
    start: str
    end: str | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Life:
    id: str
    lang: str  # nb, nn, en
    name: str
    headline: str
    address: str
    phone: str
    email: str
    profile: str
    work: tuple[Job, ...]
    education: tuple[Study, ...]
    languages: tuple[tuple[str, str], ...]
    certificates: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    volunteer: tuple[Job, ...] = ()
    referees: tuple[tuple[str, str], ...] = ()
    gap: str = ""
    headings: dict[str, str] = field(default_factory=dict)


LIVES = (
    Life(
        "nurse",
        "nb",
        "Ingeborg Falk Tveter",
        "Sykepleier med videreutdanning i kreftsykepleie",
        "Kirkeveien 14, 2615 Lillehammer",
        "+47 936 00 112",
        "ingeborg.tveter@posten24.example",
        "Sykepleier med ti års erfaring fra sengepost og hjemmebaserte tjenester. Trygg i akutte situasjoner.",
        (
            Job(
                "Kreftkoordinator",
                "Mjøsbygda kommune",
                "Lillehammer",
                "2020-03",
                None,
                (
                    "Følger opp rundt 60 pasienter og pårørende gjennom hele behandlingsforløpet",
                    "Samarbeider med fastleger, palliativt team og sykehusets poliklinikk",
                    "Underviser kolleger i smertelindring to ganger i halvåret",
                ),
                80,
            ),
            Job(
                "Sykepleier",
                "Innlandet sykehus, kirurgisk sengepost",
                "Gjøvik",
                "2014-08",
                "2020-02",
                (
                    "Ansvarlig for medikamenthåndtering og sårstell på en post med 24 senger",
                    "Veiledet studenter i praksis hvert semester",
                ),
            ),
            Job(
                "Hjelpepleier",
                "Solbakken sykehjem",
                "Hamar",
                "2010",
                "2014",
                ("Stell, måltider og aktiviteter for beboere med demens",),
            ),
        ),
        (
            Study("Videreutdanning i kreftsykepleie", "Høgskolen i Innlandet", "2018", "2019"),
            Study(
                "Bachelor i sykepleie",
                "Høgskolen i Gjøvik",
                "2011",
                "2014",
                ("Bacheloroppgave om kommunikasjon med pårørende",),
            ),
        ),
        (("Norsk", "morsmål"), ("Engelsk", "god")),
        ("Autorisasjon som sykepleier, 2014", "HLR og bruk av hjertestarter, 2023", "Førerkort klasse B"),
        ("Gerica", "DIPS", "Office 365"),
        (Job("Leder", "Mjøsbygda Sanitetsforening", "", "2017", "2021", ("Planla ukentlige turgrupper for eldre",)),),
        (("Halvor Nyseth", "avdelingsleder, Innlandet sykehus, 917 00 245"),),
        "Foreldrepermisjon april 2016 – januar 2017",
    ),
    Life(
        "carpenter",
        "nb",
        "Roar Bjørge Lien",
        "Tømrer",
        "Fjellveien 3, 4340 Bryne",
        "412 00 877",
        "roar.lien@treverk.example",
        "Tømrer som leverer rett og tett. Vant til å lede lag på tre til fem.",
        (
            Job(
                "Bas",
                "Jærbu Trehus AS",
                "Bryne",
                "2017-01",
                None,
                (
                    "Leder et lag på fire tømrere på eneboliger og rekkehus",
                    "Leser tegninger, bestiller materialer og holder framdriftsplanen",
                    "Innførte ukentlig vernerunde; ingen fraværsskader på tre år",
                ),
            ),
            Job(
                "Tømrer",
                "Brødrene Haga Bygg",
                "Klepp",
                "2011-08",
                "2016-12",
                ("Reisverk, tak og innredning av småhus", "Restaurerte to verneverdige låver"),
            ),
            Job("Tømrerlærling", "Brødrene Haga Bygg", "Klepp", "2009-08", "2011-08", ("Fagprøve bestått meget godt",)),
        ),
        (
            Study("Fagbrev i tømrerfaget", "Rogaland fylkeskommune", "2011", "2011"),
            Study("Vg2 byggteknikk", "Øksnevad videregående skole", "2008", "2009"),
        ),
        (("Norsk", "morsmål"), ("Engelsk", "brukbart")),
        ("Førerkort klasse B og BE", "Stillaskurs 2–9 meter", "Arbeid i høyden", "Varme arbeider"),
        (),
        (),
        (("Asbjørn Serigstad", "daglig leder, Jærbu Trehus AS, 901 00 332"),),
    ),
    Life(
        "developer",
        "en",
        "Priya Raman Solheim",
        "Senior Backend Developer",
        "0570 Oslo",
        "+47 400 11 223",
        "priya.solheim@codemail.example",
        "Backend developer who likes boring deployments. Eleven years with payments and logistics.",
        (
            Job(
                "Senior Backend Developer",
                "Kvikkbetaling AS",
                "Oslo",
                "2019-05",
                None,
                (
                    "Designed the event-driven settlement service that clears 2 million payments a day",
                    "Cut p99 latency from 900 to 140 milliseconds by moving hot paths to Go",
                    "Mentor for three junior developers and interviewer in the hiring team",
                ),
            ),
            Job(
                "Software Engineer",
                "Northbound Logistics Ltd",
                "Manchester",
                "2015-09",
                "2019-04",
                (
                    "Built the route planning API in Java and PostgreSQL",
                    "Introduced contract testing across nine services",
                ),
            ),
            Job(
                "Junior Developer",
                "Tealbyte Studio",
                "Pune",
                "2012",
                "2015",
                ("Maintained web shops in PHP and MySQL",),
            ),
        ),
        (
            Study("MSc in Computer Science", "University of Manchester", "2014", "2015"),
            Study("BEng in Information Technology", "Pune Institute of Engineering", "2008", "2012"),
        ),
        (("English", "Fluent"), ("Norwegian", "B2"), ("Hindi", "Native")),
        ("AWS Certified Solutions Architect, 2022", "Certified Kubernetes Administrator"),
        ("Go", "Java", "PostgreSQL", "Kafka", "Kubernetes", "Terraform"),
        (Job("Mentor", "Girls Can Code Oslo", "", "2020", None, ("Teach a weekly class of twelve pupils",)),),
        (("Martin Ellingbø", "CTO, Kvikkbetaling AS, martin@kvikkbetaling.example"),),
    ),
    Life(
        "teacher",
        "nn",
        "Torbjørg Myklebust Eikås",
        "Lektor i norsk og samfunnsfag",
        "6800 Førde",
        "970 00 415",
        "torbjorg.eikas@fjordpost.example",
        "Lærar som trivst best når elevane diskuterer så busta fyk. Bur i Førde.",
        (
            Job(
                "Lektor",
                "Indrefjord vidaregåande skule",
                "Førde",
                "2016-08",
                None,
                (
                    "Underviser i norsk, historie og samfunnskunnskap på Vg2 og Vg3",
                    "Kontaktlærar for 28 elevar og leiar av fagseksjonen i norsk",
                    "Utvikla eit tverrfagleg prosjekt om demokrati i lag med tre kollegaer",
                ),
            ),
            Job(
                "Lærar",
                "Hafstad ungdomsskule",
                "Førde",
                "2012-08",
                "2016-07",
                ("Norsk og KRLE på 8.–10. trinn", "Mobbekontakt og medlem av ressursteamet"),
            ),
            Job(
                "Tilkallingsvikar",
                "Gaular kommune",
                "Sande",
                "2009",
                "2012",
                ("Vikar på småtrinnet ved sida av studia",),
            ),
        ),
        (
            Study(
                "Master i nordisk språk og litteratur",
                "Universitetet i Bergen",
                "2009",
                "2011",
                ("Masteroppgåve om Olav Duun",),
            ),
            Study("Praktisk-pedagogisk utdanning", "Høgskulen på Vestlandet", "2011", "2012"),
            Study("Bachelor i historie", "Universitetet i Bergen", "2006", "2009"),
        ),
        (("Norsk", "morsmål"), ("Engelsk", "flytande"), ("Fransk", "noko")),
        ("Vurdering for læring, 15 studiepoeng", "Førarkort klasse B"),
        (),
        (Job("Kasserar", "Førde Mållag", "", "2018", None, ("Fører rekneskap og søkjer om midlar",)),),
        (("Sigrun Årdal", "rektor, Indrefjord vidaregåande skule, 952 00 118"),),
        "Foreldrepermisjon august 2014 – juni 2015",
    ),
    Life(
        "chef",
        "nb",
        "Luca Bernardi Moen",
        "Kokk",
        "Sjøgata 22, 9008 Tromsø",
        "+47 458 00 901",
        "luca.moen@kjokkenet.example",
        "Kokk med sans for fisk, svinn og orden. Har jobbet i åpne kjøkken siden 2013.",
        (
            Job(
                "Souschef",
                "Restaurant Havnatt",
                "Tromsø",
                "2019-02",
                None,
                (
                    "Leder kjøkkenet i kjøkkensjefens fravær, åtte kokker på vakt",
                    "Reduserte matsvinnet med en tredel ved å bygge om menyen rundt hele råvarer",
                    "Bestilling, varekalkyle og internkontroll",
                ),
            ),
            Job(
                "Kokk",
                "Polarhotellet",
                "Tromsø",
                "2015-06",
                "2019-01",
                ("Frokost, konferanse og selskap for inntil 300 gjester",),
            ),
            Job(
                "Kokkelærling", "Trattoria Da Enzo", "Bodø", "2013-08", "2015-06", ("Varmkjøkken og pasta fra bunnen",)
            ),
        ),
        (
            Study("Fagbrev i kokkfaget", "Nordland fylkeskommune", "2015", "2015"),
            Study("Vg2 kokk- og servitørfag", "Bodin videregående skole", "2012", "2013"),
        ),
        (("Norsk", "flytende"), ("Italiensk", "morsmål"), ("Engelsk", "godt")),
        ("Mathygiene og IK-mat, 2021", "Kunnskapsprøven i alkoholloven"),
        ("Varekalkyle", "Allergener", "Fiskebehandling"),
    ),
    Life(
        "driver",
        "nb",
        "Stein Ove Kvammen",
        "Yrkessjåfør",
        "7650 Verdal",
        "926 00 540",
        "steinove@langtransport.example",
        "Sjåfør med rent rulleblad og nitten år bak rattet.",
        (
            Job(
                "Langtransportsjåfør",
                "Verdal Spedisjon AS",
                "Verdal",
                "2014-10",
                None,
                (
                    "Kjører fisk på semitrailer til Hamburg og Calais annenhver uke",
                    "Digital fartsskriver, kjøre- og hviletid uten anmerkninger siden 2016",
                    "Lærer opp nye sjåfører på kjølebil",
                ),
            ),
            Job(
                "Distribusjonssjåfør",
                "Trøndervarer SA",
                "Levanger",
                "2008-03",
                "2014-09",
                ("Levering til 30 butikker i Innherred",),
            ),
            Job("Lagermedarbeider", "Trøndervarer SA", "Levanger", "2005", "2008", ("Plukk og pakk, reachtruck",)),
        ),
        (Study("Vg2 transport og logistikk", "Verdal videregående skole", "2003", "2005"),),
        (("Norsk", "morsmål"), ("Tysk", "litt")),
        (
            "Førerkort klasse C1, C, CE",
            "Yrkessjåførkompetanse (YSK), gyldig til 2028",
            "ADR kl. 1",
            "Truckførerbevis T1, T2 og T4",
        ),
        (),
        (),
        (("Randi Elnan", "transportleder, Verdal Spedisjon AS, 934 00 771"),),
    ),
    Life(
        "accountant",
        "nn",
        "Jorunn Hovland Sæbø",
        "Autorisert rekneskapsførar",
        "5700 Voss",
        "984 00 326",
        "jorunn.sabo@talmail.example",
        "Rekneskapsførar med handverkarar og reiseliv som spesialfelt.",
        (
            Job(
                "Rekneskapsførar",
                "Vangen Rekneskap AS",
                "Voss",
                "2013-01",
                None,
                (
                    "Ansvar for 35 kundar, mest handverkarar og overnatting",
                    "Årsoppgjer, mva-meldingar og løn for verksemder med opp til 40 tilsette",
                    "Flytta kundane over på skybasert system på to år",
                ),
                100,
            ),
            Job(
                "Økonomikonsulent",
                "Hardangertind kommune",
                "Norheimsund",
                "2008-05",
                "2012-12",
                ("Budsjett og rapportering for oppvekstsektoren",),
            ),
            Job("Sommarvikar", "Voss Sparebank", "Voss", "2006", "2006", ("Kundemottak og kasse",)),
        ),
        (
            Study("Bachelor i økonomi og administrasjon", "Høgskulen på Vestlandet", "2005", "2008"),
            Study("Studiespesialisering", "Voss gymnas", "2002", "2005"),
        ),
        (("Norsk", "morsmål"), ("Engelsk", "god munnleg og skriftleg")),
        ("Autorisasjon som rekneskapsførar, 2012", "Førarkort klasse B"),
        ("Tripletex", "PowerOffice", "Excel"),
        (Job("Styremedlem", "Voss Kulturskulelag", "", "2015", "2019", ("Ansvarleg for budsjett og søknader",)),),
    ),
    Life(
        "researcher",
        "en",
        "Dr. Helena Vartiainen",
        "Marine ecologist",
        "5006 Bergen",
        "+47 462 10 998",
        "h.vartiainen@kelplab.example",
        "Marine ecologist working on kelp forests and warming seas. Field, lab and code.",
        (
            Job(
                "Postdoctoral Fellow",
                "University of Bergen, Department of Biological Sciences",
                "Bergen",
                "2021-09",
                None,
                (
                    "Lead the field campaign on kelp recovery along 400 km of coast",
                    "Published six peer-reviewed papers, two as first author",
                    "Supervise two PhD candidates",
                ),
            ),
            Job(
                "PhD Candidate",
                "Åbo Akademi University",
                "Turku",
                "2017-01",
                "2021-06",
                (
                    "Modelled population dynamics of bladder wrack in R and Stan",
                    "Taught statistics to 60 bachelor students",
                ),
            ),
            Job(
                "Research Assistant",
                "Finnish Environment Institute",
                "Helsinki",
                "2015",
                "2016",
                ("Sorted and identified benthic samples",),
            ),
        ),
        (
            Study("PhD in Marine Biology", "Åbo Akademi University", "2017", "2021"),
            Study("MSc in Ecology", "University of Helsinki", "2012", "2015"),
        ),
        (("Finnish", "Native"), ("English", "Fluent"), ("Norwegian", "Intermediate")),
        ("Scientific diver (European Scientific Diver)", "Boat licence, 2019"),
        ("R", "Python", "Stan", "QGIS"),
        (),
        (("Knut Aasebø", "Professor, University of Bergen, knut@kelplab.example"),),
        "Parental leave, March – November 2019",
    ),
    Life(
        "shop",
        "nb",
        "Amina Yusuf Hassan",
        "Butikkmedarbeider",
        "1472 Fjellhamar",
        "466 00 219",
        "amina.hassan@minpost.example",
        "Blid og presis, vant til lange køer.",
        (
            Job(
                "Butikkmedarbeider",
                "Nærkjøp Fjellhamar",
                "Lørenskog",
                "2022-06",
                None,
                (
                    "Betjener kassa og rydder varer i hyllene",
                    "Ansvar for frukt og grønt i helgene",
                ),
                40,
            ),
            Job("Sommervikar", "Skogtun sykehjem", "Lørenskog", "2021", "2021", ("Kjøkken og servering",)),
        ),
        (
            Study("Studiespesialisering", "Mailand videregående skole", "2019", "2022"),
            Study("Grunnskole", "Fjellhamar skole", "2009", "2019"),
        ),
        (("Norsk", "flytende"), ("Somali", "morsmål"), ("Engelsk", "godt")),
        ("Kassakurs, 2022",),
        (),
        (Job("Leksehjelper", "Lørenskog Røde Kors", "", "2021", None, ("Hjelper ungdomsskoleelever med matematikk",)),),
        (("Kjetil Brenden", "butikksjef, Nærkjøp Fjellhamar, 909 00 431"),),
    ),
    Life(
        "engineer",
        "nb",
        "Vilde Marstrander Aas",
        "Sivilingeniør, konstruksjon",
        "4014 Stavanger",
        "+47 918 00 604",
        "vilde.aas@stalogbetong.example",
        "Konstruksjonsingeniør med erfaring fra offshore, bru og vindkraft.",
        (
            Job(
                "Sjefingeniør",
                "Nordvind Konstruksjon AS",
                "Stavanger",
                "2021-01",
                None,
                (
                    "Fagansvarlig for stålfundamenter til havvind, budsjett 240 millioner kroner",
                    "Leder en gruppe på elleve ingeniører i Stavanger og Gdansk",
                ),
            ),
            Job(
                "Senioringeniør",
                "Nordvind Konstruksjon AS",
                "Stavanger",
                "2016-05",
                "2020-12",
                (
                    "Utmattingsberegninger etter DNV-standarder",
                    "Prosjekterte forsterkning av tre bruer for vegmyndigheten",
                ),
            ),
            Job(
                "Ingeniør",
                "Fjellheim Offshore ASA",
                "Bergen",
                "2011-08",
                "2016-04",
                ("FEM-analyser av modulstøtter i Ansys",),
            ),
        ),
        (Study("Master i konstruksjonsteknikk", "NTNU", "2006", "2011", ("Utveksling ved TU Delft høsten 2009",)),),
        (("Norsk", "morsmål"), ("Engelsk", "flytende"), ("Polsk", "grunnleggende")),
        ("Grunnleggende sikkerhetskurs (GSK), gyldig til 2026", "Prosjektlederkurs, NHO 2019"),
        ("Ansys", "SAP2000", "Tekla", "Python"),
        (Job("Styremedlem", "Tekna Rogaland", "", "2019", "2022", ("Arrangerte fagkvelder om havvind",)),),
        (),
        "",
    ),
    Life(
        "lawyer",
        "nb",
        "Christian Aubert Løvenskiold",
        "Advokat",
        "Rådhusgata 9, 0151 Oslo",
        "+47 906 00 188",
        "christian.lovenskiold@jusmail.example",
        "Advokat med arbeidsrett og offentlige anskaffelser som fagfelt.",
        (
            Job(
                "Senioradvokat",
                "Advokatfirmaet Bragernes",
                "Oslo",
                "2018-04",
                None,
                (
                    "Prosederer arbeidsrettssaker for tingrett og lagmannsrett, 14 saker siste tre år",
                    "Rådgir kommuner om anskaffelser over terskelverdi",
                ),
            ),
            Job(
                "Advokatfullmektig",
                "Kirkerud & Co",
                "Drammen",
                "2015-01",
                "2018-03",
                ("Due diligence og kontrakter for eiendomsaktører",),
            ),
            Job(
                "Førstekonsulent",
                "Statsforvalteren i Buskerud",
                "Drammen",
                "2013-08",
                "2014-12",
                ("Klagesaker etter forvaltningsloven",),
            ),
        ),
        (
            Study(
                "Master i rettsvitenskap",
                "Universitetet i Oslo",
                "2008",
                "2013",
                ("Masteroppgave om virksomhetsoverdragelse", "Karakter A"),
            ),
        ),
        (("Norsk", "morsmål"), ("Engelsk", "forhandlingsnivå"), ("Fransk", "godt muntlig")),
        ("Advokatbevilling, 2017",),
        ("Lovdata Pro", "Karnov"),
        (Job("Saksbehandler", "Jussbuss", "", "2011", "2012", ("Ga gratis rettshjelp til innsatte",)),),
        (
            ("Anne-Grete Solli", "partner, Advokatfirmaet Bragernes, 913 00 650"),
            ("Pål Vidar Strøm", "seniorrådgiver, Statsforvalteren i Buskerud, 928 00 417"),
        ),
    ),
    Life(
        "apprentice",
        "nn",
        "Eirik Sande Otterlei",
        "Elektrikarlærling",
        "6150 Ørsta",
        "479 00 350",
        "eirik.otterlei@straum.example",
        "Lærling på siste året som vil vidare til industri.",
        (
            Job(
                "Elektrikarlærling",
                "Sunnmørsstraum AS",
                "Ørsta",
                "2022-08",
                None,
                (
                    "Installerer i nye bustader og fritidsbustader saman med montør",
                    "Feilsøking på varmepumper og elbilladarar",
                ),
            ),
            Job("Avløysar", "Otterlei gard", "Ørsta", "2018", "2022", ("Fjøsstell annankvar helg",)),
        ),
        (
            Study("Vg2 elenergi", "Ørsta vidaregåande skule", "2021", "2022"),
            Study("Vg1 elektrofag", "Ørsta vidaregåande skule", "2020", "2021"),
        ),
        (("Norsk", "morsmål"), ("Engelsk", "god")),
        ("FSE-kurs, 2023", "Førarkort klasse B"),
        (),
        (Job("Trenar", "Ørsta Idrettslag", "", "2020", None, ("Trenar gutar 12 i fotball",)),),
        (("Oddvar Brautaset", "installatør, Sunnmørsstraum AS, 958 00 266"),),
    ),
    Life(
        "kindergarten",
        "nn",
        "Ragna Steinsland Bø",
        "Barnehagelærar",
        "3890 Vinje",
        "941 00 573",
        "ragna.bo@barnepost.example",
        "Pedagogisk leiar med friluftsliv som hovudspor.",
        (
            Job(
                "Pedagogisk leiar",
                "Fjellbekken barnehage",
                "Vinje",
                "2015-08",
                None,
                (
                    "Leiar avdelinga for dei eldste, 18 born og tre tilsette",
                    "Skriv årsplan og held foreldresamtalar",
                ),
            ),
            Job(
                "Assistent",
                "Kløverenga barnehage",
                "Seljord",
                "2011-08",
                "2012-07",
                ("Garderobe, måltid og turdagar",),
                50,
            ),
        ),
        (
            Study("Barnehagelærarutdanning", "Universitetet i Søraust-Noreg", "2012", "2015"),
            Study("Folkehøgskule, friluftsliv", "Telemark folkehøgskule", "2010", "2011"),
        ),
        (("Norsk", "morsmål"),),
        ("Fyrstehjelp for born, 2022",),
    ),
    Life(
        "cleaner",
        "nb",
        "Tesfay Gebremariam",
        "Renholdsoperatør",
        "5034 Bergen",
        "+47 455 00 682",
        "tesfay.gebremariam@epostkasse.example",
        "Punktlig og nøye. Har bodd i Norge siden 2015.",
        (
            Job(
                "Renholdsoperatør",
                "Blank Eiendomsservice AS",
                "Bergen",
                "2019-11",
                None,
                (
                    "Renhold av kontorer og trapper, 14 bygg i uka",
                    "Opplæring av nyansatte i maskiner og kjemikalier",
                ),
            ),
            Job(
                "Hotellrengjører",
                "Hotell Bryggekanten",
                "Bergen",
                "2017-05",
                "2019-10",
                ("Rydding av 18 rom per vakt",),
            ),
            Job(
                "Matematikklærer",
                "Keren Secondary School",
                "Keren",
                "2009",
                "2014",
                ("Underviste klasser på 50 elever",),
            ),
        ),
        (
            Study("Fagbrev i renholdsoperatørfaget", "Vestland fylkeskommune", "2021", "2021"),
            Study("Bachelor i matematikk", "Asmara University", "2005", "2009"),
        ),
        (("Tigrinja", "morsmål"), ("Norsk", "B2, bestått norskprøve"), ("Engelsk", "god")),
        ("Førerkort klasse B",),
        (),
        (),
        (("Gunn Hjelmås", "driftsleder, Blank Eiendomsservice AS, 967 00 108"),),
        "Norskkurs, Nygård skole, september 2015 – april 2017",
    ),
)
