"""More CVs that follow no layout."""

from cv_pasted import Pasted

PASTED = (
    Pasted(
        "midwife two employers",
        """Guro Anett Bjerkås
Jordmor
Født 1985 | 8610 Mo i Rana | guro.bjerkas@nordbrev.example | 995 00 127

Nøkkelkvalifikasjoner
- 12 år som sykepleier og jordmor
- Erfaring fra både føde og barsel

Arbeidserfaring

2018–d.d.      Jordmor, Polarsirkelsykehuset, føde/barsel (75 %)
               Fødselshjelp, svangerskapskontroll og barselomsorg
               Fagansvarlig for ammeveiledning siden 2020
2021–d.d.      Kommunejordmor, Hemnes kommune (25 %)
               Svangerskapsomsorg og hjemmebesøk
2009–2016      Sykepleier, Polarsirkelsykehuset, medisinsk avdeling
               Turnus, medikamenter og pårørendesamtaler

Utdanning

2016–2018      Master i jordmorfag, UiT Norges arktiske universitet
2006–2009      Bachelor i sykepleie, Høgskolen i Nesna

Tillitsverv

2012–2015      Hovedtillitsvalgt, Norsk Sykepleierforbund

Språk

Norsk og samisk (morsmål), engelsk (god)
""",
        "Guro Anett Bjerkås",
        (
            ("Jordmor", "Polarsirkelsykehuset, føde/barsel", "2018", None),
            ("Kommunejordmor", "Hemnes kommune", "2021", None),
            ("Sykepleier", "Polarsirkelsykehuset, medisinsk avdeling", "2009", "2016"),
        ),
        (
            ("Master i jordmorfag", "UiT Norges arktiske universitet", "2016", "2018"),
            ("Bachelor i sykepleie", "Høgskolen i Nesna", "2006", "2009"),
        ),
        ("Norsk", "samisk", "engelsk"),
        (),
        (("Hovedtillitsvalgt", "Norsk Sykepleierforbund", "2012", "2015"),),
        (),
        (
            "Fødselshjelp, svangerskapskontroll og barselomsorg",
            "Fagansvarlig for ammeveiledning siden 2020",
            "Svangerskapsomsorg og hjemmebesøk",
            "Turnus, medikamenter og pårørendesamtaler",
        ),
    ),
    Pasted(
        "product designer",
        """MAYA LINDQVIST
Product designer

maya@lindqvist.example
github.com/mayalq
Oslo

SELECTED EXPERIENCE

Product Designer @ Bilett
2021 →
Redesigned checkout; conversion up 14 %.
Built the design system with two front-end developers.

UX Designer @ Form & Funksjon
2018 → 2021
Workshops, prototypes and usability tests for public-sector clients.

Freelance illustrator
2015 → 2018

EDUCATION

Oslo School of Architecture and Design (AHO)
Master in Interaction Design
2013 → 2018

TOOLS

Figma, Framer, HTML/CSS

LANGUAGES

Swedish (native)
Norwegian (fluent)
English (fluent)
""",
        "MAYA LINDQVIST",
        (
            ("Product Designer", "Bilett", "2021", None),
            ("UX Designer", "Form & Funksjon", "2018", "2021"),
            ("Freelance illustrator", "", "2015", "2018"),
        ),
        (("Master in Interaction Design", "Oslo School of Architecture and Design (AHO)", "2013", "2018"),),
        ("Swedish", "Norwegian", "English"),
        highlights=(
            "Redesigned checkout; conversion up 14 %.",
            "Built the design system with two front-end developers.",
            "Workshops, prototypes and usability tests for public-sector clients.",
        ),
    ),
    Pasted(
        "security guard",
        """CV for Jamal Osei

Kontaktinformasjon
Adresse: Storgata 88, 1607 Fredrikstad
Mobil: 401 00 956
E-post: jamal.osei@varpmail.example

Jobb
* Vekter, Trygg Borg Sikkerhet AS, Fredrikstad. Juni 2020 – nå.
* Dørvakt, Klubb Kaia, Fredrikstad. 2018 – 2020.
* Lagerhjelp, Elektroimport Sarpsborg. Sommeren 2017.

Skole
* Vg3 sikkerhetsfag, Kalnes videregående skole. 2015 – 2018.

Kurs
* Vekterkurs trinn 1 og 2
* Ordensvaktkurs
* Førstehjelp

Språk
* Norsk: flytende
* Twi: morsmål
* Engelsk: flytende

Referanser oppgis på forespørsel.
""",
        "Jamal Osei",
        (
            ("Vekter", "Trygg Borg Sikkerhet AS", "2020-06", None),
            ("Dørvakt", "Klubb Kaia", "2018", "2020"),
            ("Lagerhjelp", "Elektroimport Sarpsborg", "2017", "2017"),
        ),
        (("Vg3 sikkerhetsfag", "Kalnes videregående skole", "2015", "2018"),),
        ("Norsk", "Twi", "Engelsk"),
        ("Vekterkurs trinn 1 og 2", "Ordensvaktkurs", "Førstehjelp"),
    ),
    Pasted(
        "farm nynorsk",
        """Åshild Kvåle Nesbø
Gardbrukar og agronom
6887 Lærdal · tlf. 913 00 482 · aashild@kvaalegard.example

Yrkeserfaring:

Januar 2014 - d.d.
Sjølvstendig gardbrukar, Kvåle gard
- 140 vinterfôra sauer og 12 dekar moreller
- Sel direkte til 200 faste kundar

August 2008 - desember 2013
Landbruksrådgjevar, Indre Sogn Rådgjevingslag
- Gjødslingsplanar og fagdagar
- Prosjektleiar for «Meir frukt i fjorden»

Utdanning:

2005 - 2008
Bachelor i husdyrvitskap, Universitetet for miljø- og biovitskap
2003 - 2005
Agronom, Sogn jord- og hagebruksskule

Verv:

2016 - 2020
Leiar, Lærdal Bondelag
2012 - 2014
Nestleiar, Sogn Sau og Geit

Kurs og førarkort:
Traktorførarkort (T)
Plantevernsertifikat, 2021
""",
        "Åshild Kvåle Nesbø",
        (
            ("Sjølvstendig gardbrukar", "Kvåle gard", "2014-01", None),
            ("Landbruksrådgjevar", "Indre Sogn Rådgjevingslag", "2008-08", "2013-12"),
        ),
        (
            ("Bachelor i husdyrvitskap", "Universitetet for miljø- og biovitskap", "2005", "2008"),
            ("Agronom", "Sogn jord- og hagebruksskule", "2003", "2005"),
        ),
        (),
        ("Traktorførarkort (T)", "Plantevernsertifikat, 2021"),
        (("Leiar", "Lærdal Bondelag", "2016", "2020"), ("Nestleiar", "Sogn Sau og Geit", "2012", "2014")),
        (),
        (
            "140 vinterfôra sauer og 12 dekar moreller",
            "Sel direkte til 200 faste kundar",
            "Gjødslingsplanar og fagdagar",
            "Prosjektleiar for «Meir frukt i fjorden»",
        ),
    ),
    Pasted(
        "project manager with units",
        """Tone Elisabeth Rosvold
Prosjektleder bygg og anlegg

Sammendrag
Prosjektleder med ansvar for skoler og svømmehaller i offentlig regi. Har levert 1,2 milliarder kroner på tid og budsjett.

Erfaring

Bjørkelund kommune, Eiendom og byggforvaltning, 2019–nå
Prosjektleder
• Byggherre for ny barneskole, 480 elever
• Innførte totalentreprise med samspill

Veigruppen Anlegg AS, avd. Østfold, 2012–2019
Anleggsleder (2015–2019)
• Ledet bygging av 11 km gang- og sykkelvei
Prosjektingeniør (2012–2015)
• Kalkyle, HMS og kvalitet

Utdanning
Bachelor, byggingeniør, Høgskolen i Østfold, 2009–2012
Prosjektledelse, 30 stp., NTNU Videre, 2016

Sertifiseringer
PRINCE2 Practitioner, IPMA nivå C

Referanser
Arvid Nyland
Kommunalsjef, Bjørkelund kommune
Tlf. 902 00 833
Eva-Lill Strand
Distriktssjef, Veigruppen Anlegg AS
Tlf. 948 00 215
""",
        "Tone Elisabeth Rosvold",
        (
            ("Prosjektleder", "Bjørkelund kommune, Eiendom og byggforvaltning", "2019", None),
            ("Anleggsleder", "Veigruppen Anlegg AS, avd. Østfold", "2015", "2019"),
            ("Prosjektingeniør", "Veigruppen Anlegg AS, avd. Østfold", "2012", "2015"),
        ),
        (
            ("Bachelor, byggingeniør", "Høgskolen i Østfold", "2009", "2012"),
            ("Prosjektledelse, 30 stp.", "NTNU Videre", "2016", "2016"),
        ),
        (),
        ("PRINCE2 Practitioner, IPMA nivå C",),
        (),
        ("Arvid Nyland", "Eva-Lill Strand"),
        (
            "Byggherre for ny barneskole, 480 elever",
            "Innførte totalentreprise med samspill",
            "Ledet bygging av 11 km gang- og sykkelvei",
            "Kalkyle, HMS og kvalitet",
        ),
    ),
)
