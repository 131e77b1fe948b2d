"""CVs and an ad as PDF in many layouts, made with typst. Every person and firm is invented."""

from functools import cache

import typst

_START = '#set page(paper: "a4", margin: 18mm)\n#set text(size: 10pt, lang: "nb", hyphenate: false)\n#set par(justify: false)\n'

PROFILE = (
    "Lagerleder med ti års erfaring fra kjøl og frys. Trives best der tempoet er høyt og planen endrer seg før lunsj."
)
JOBS = (
    (
        "mars 2019 – d.d.",
        "Lagerleder",
        "Havbris Kjølelager AS, Ålesund",
        (
            "Leder fjorten medarbeidere på to skift, med ansvar for turnus, opplæring og medarbeidersamtaler gjennom hele året",
            "Innførte plukk med håndterminal; feilplukk gikk ned fra 2,1 til 0,4 prosent",
            "Forhandler fraktavtaler",
        ),
    ),
    (
        "2014 – feb. 2019",
        "Skiftleder",
        "Fjellro Logistikk AS, Molde",
        (
            "Fordelte oppgaver på kveldsskift og meldte avvik i kvalitetssystemet",
            "Truckfører klasse T1–T4 ved behov",
        ),
    ),
)
STUDIES = (
    ("2011 – 2014", "Bachelor i logistikk", "Høgskolen i Vestnes"),
    ("2009 – 2011", "Fagbrev i logistikk", "Nordmøre opplæringskontor"),
)
LANGUAGES = (("Norsk", "morsmål"), ("Engelsk", "flytende"), ("Polsk", "litt muntlig"))
CONTACT = ("Storgata 4, 6002 Ålesund", "+47 400 12 345", "jorunn.teig@postboks.example")
NAME = "Jorunn Teig"


def _bullets(items: tuple[str, ...], mark: str = "•") -> str:
    return f"#set list(marker: [{mark}])\n" + "".join(f"- {item}\n" for item in items)


def _typ(text: str) -> str:
    return text.replace("@", "\\@").replace("#", "\\#")


def _heading(text: str) -> str:
    return f'#block(above: 14pt, below: 7pt, text(size: 13pt, weight: "bold")[{text}])\n'


def _right_dates(job: tuple[str, str, str, tuple[str, ...]]) -> str:
    date, title, firm, tasks = job
    return f"#strong[{title}] #h(1fr) {date} \\\n{firm}\n{_bullets(tasks)}\n"


def _plain_body(mark: str = "•") -> str:
    jobs = "".join(
        f"#strong[{title}] #h(1fr) {date} \\\n{firm}\n{_bullets(tasks, mark)}\n" for date, title, firm, tasks in JOBS
    )
    studies = "".join(f"{title}, {school} #h(1fr) {date} \\\n" for date, title, school in STUDIES)
    return f"{_heading('Profil')}{PROFILE}\n{_heading('Arbeidserfaring')}{jobs}{_heading('Utdanning')}{studies}"


def _top() -> str:
    return f'#text(size: 22pt, weight: "bold")[{NAME}] \\\n{_typ(" | ".join(CONTACT))}\n\n'


def _sidebar() -> str:
    contact = " \\\n".join(map(_typ, CONTACT))
    languages = " \\\n".join(f"{a} – {b}" for a, b in LANGUAGES)
    return f"{_heading('Kontakt')}{contact}\n{_heading('Språk')}{languages}\n{_heading('Kurs')}Truckførerbevis T1–T4 \\\nFørerkort klasse BE\n"


def _date_grid() -> str:
    rows = "".join(
        f"[{date}], [#strong[{title}], {firm}\n{_bullets(tasks, '–')}],\n" for date, title, firm, tasks in JOBS
    )
    studies = "".join(f"[{date}], [{title}, {school}],\n" for date, title, school in STUDIES)
    grid = "#grid(columns: (32mm, 1fr), row-gutter: 8pt, column-gutter: 6mm,\n"
    return f"{_heading('Arbeidserfaring')}{grid}{rows})\n{_heading('Utdanning')}{grid}{studies})\n"


def one_column() -> str:
    return _START + _top() + _plain_body() + _heading("Språk") + " \\\n".join(f"{a}: {b}" for a, b in LANGUAGES)


def date_column() -> str:
    return (
        _START + _top() + _heading("Profil") + PROFILE + _date_grid() + _heading("Referanser") + "Oppgis på forespørsel"
    )


def left_sidebar() -> str:
    main = f'#text(size: 24pt, weight: "bold")[{NAME}]\n\n{_plain_body()}'
    return _START + f"#grid(columns: (52mm, 1fr), column-gutter: 8mm, [{_sidebar()}], [{main}])\n"


def right_sidebar() -> str:
    return _START + _top() + f"#grid(columns: (1fr, 50mm), column-gutter: 8mm, [{_plain_body()}], [{_sidebar()}])\n"


def newspaper() -> str:
    body = _plain_body().replace("#h(1fr)", "\\\n")
    return (
        _START
        + _top()
        + f"#set page(columns: 1)\n#columns(2, gutter: 9mm)[{body}{_heading('Språk')}{' / '.join(a for a, _ in LANGUAGES)}]\n"
    )


def ruled_table() -> str:
    rows = "".join(f"[{date}], [{title}], [{firm}], [{tasks[0]}],\n" for date, title, firm, tasks in JOBS)
    table = f"#table(columns: (26mm, 28mm, 38mm, 1fr), [*Periode*], [*Stilling*], [*Arbeidsgiver*], [*Oppgaver*],\n{rows})\n"
    return _START + _top() + _heading("Arbeidserfaring") + table


def rows_of_two() -> str:
    """A two-column page laid row by row, as Word tables are: the file's own order jumps between the columns."""
    left = [
        "*Kontakt*",
        *map(_typ, CONTACT),
        "*Språk*",
        *(f"{a} – {b}" for a, b in LANGUAGES),
        "*Kurs*",
        "Truckførerbevis T1–T4",
    ]
    right = ["*Arbeidserfaring*"]
    for date, title, firm, tasks in JOBS:
        right += [f"{title}, {date}", firm, *(f"• {task[:60]}" for task in tasks)]
    cells = []
    for number in range(max(len(left), len(right))):
        cells.append(
            f"[{left[number] if number < len(left) else ''}], [{right[number] if number < len(right) else ''}],"
        )
    return _START + _top() + "#grid(columns: (55mm, 1fr), row-gutter: 5pt,\n" + "\n".join(cells) + ")\n"


def timeline() -> str:
    rows = "".join(
        f"[{date}], [#circle(radius: 3pt, fill: blue)], [#strong[{title}] \\\n{firm}\n{_bullets(tasks)}],\n"
        for date, title, firm, tasks in JOBS
    )
    return (
        _START + _top() + _heading("Arbeidserfaring") + f"#grid(columns: (34mm, 8mm, 1fr), row-gutter: 10pt,\n{rows})\n"
    )


def label_headings() -> str:
    """Section names in the left margin beside their text."""

    def section(name: str, body: str) -> str:
        return f'[#text(size: 11pt, weight: "bold", fill: blue)[{name}]], [{body}],\n'

    jobs = "".join(f"#strong[{title}], {firm} #h(1fr) {date}\n{_bullets(tasks)}\n" for date, title, firm, tasks in JOBS)
    studies = " \\\n".join(f"{title}, {school}, {date}" for date, title, school in STUDIES)
    grid = "#grid(columns: (36mm, 1fr), row-gutter: 14pt, column-gutter: 5mm,\n"
    return (
        _START
        + _top()
        + grid
        + section("Profil", PROFILE)
        + section("Arbeidserfaring", jobs)
        + section("Utdanning", studies)
        + ")\n"
    )


def spaced_headings() -> str:
    return (
        one_column()
        .replace('weight: "bold")[Arbeidserfaring]', "tracking: 4pt)[ARBEIDSERFARING]")
        .replace('weight: "bold")[Utdanning]', "tracking: 4pt)[UTDANNING]")
    )


def drawn_dots() -> str:
    """List marks that are small pictures, as browsers print them."""
    return one_column().replace("[•]", "[#circle(radius: 1.4pt, fill: black)]")


def label_table() -> str:
    rows = "".join(
        f"[{label}], [{_typ(value)}],\n"
        for label, value in (
            ("Navn", NAME),
            ("Adresse", CONTACT[0]),
            ("Mobil", CONTACT[1]),
            ("E-post", CONTACT[2]),
            ("Født", "1988"),
        )
    )
    tongues = "".join(f"[{a}], [{b}],\n" for a, b in LANGUAGES)
    grid = "#grid(columns: (30mm, 1fr), row-gutter: 6pt,\n"
    return (
        _START
        + _heading("Personalia")
        + grid
        + rows
        + ")\n"
        + _heading("Profil")
        + PROFILE
        + _heading("Språk")
        + grid
        + tongues
        + ")\n"
    )


def referees_abreast() -> str:
    one = "Sigrun Aas \\\nDriftssjef, Havbris Kjølelager AS \\\n934 00 111 \\\nsigrun.aas\\@havbris.example"
    two = "Bjarte Moe \\\nDaglig leder, Fjellro Logistikk AS \\\n934 00 222 \\\nbjarte.moe\\@fjellro.example"
    return _START + _top() + _plain_body() + _heading("Referanser") + f"#grid(columns: (1fr, 1fr), [{one}], [{two}])\n"


def soft_hyphens() -> str:
    body = one_column().replace("hyphenate: false", "hyphenate: true").replace("justify: false", "justify: true")
    return body.replace("margin: 18mm", "margin: (left: 18mm, right: 105mm, y: 14mm)").replace("#h(1fr)", ",")


def two_pages() -> str:
    head = "#set page(header: context { if counter(page).get().first() > 1 [Jorunn Teig – søknad på stilling] }, footer: context [Side #counter(page).display() av 2])\n"
    return (
        _START
        + head
        + _top()
        + _plain_body()
        + "#pagebreak()\n"
        + _heading("Språk")
        + " \\\n".join(f"{a}: {b}" for a, b in LANGUAGES)
    )


def ad() -> str:
    """A municipality's ad: prose, bullets over several lines, contact persons."""
    return (
        _START
        + """#text(size: 20pt, weight: "bold")[Vil du lede kjøkkenet på Solbakken sykehjem?]

Solbakken sykehjem har 64 beboere og eget produksjonskjøkken. Vi lager mat fra bunnen av, hver dag, og søker nå en kjøkkensjef som vil utvikle både maten og laget.

== Arbeidsoppgaver
- Planlegge menyer sammen med ernæringsfysiolog og beboernes råd, med vekt på ønskekost og årstidens råvarer
- Følge opp internkontroll (IK-mat)
- Lede seks kokker

== Kvalifikasjoner
- Fagbrev som institusjonskokk
- Ønskelig med erfaring fra ledelse

Kontakt: Tordis Vik, virksomhetsleder, tlf. 930 00 555
"""
    )


LAYOUTS = (one_column, date_column, left_sidebar, right_sidebar, newspaper, ruled_table, rows_of_two, timeline, label_headings,
           spaced_headings, drawn_dots, label_table, referees_abreast, soft_hyphens, two_pages, ad)  # fmt: skip


@cache
def pdf(source: str) -> bytes:
    """The typst source as a PDF."""
    made: bytes = typst.compile(source.encode("utf-8"))
    return made
