"""The same facts set in the ways CVs are set: pasted text, Word and PDF."""

import io
import textwrap
from collections.abc import Callable

import docx
import typst
from cv_dating import period
from cv_lives import Job, Life, Study

HEADINGS = {
    "nb": {
        "profile": ("Profil", "Om meg", "Kort om meg", "SAMMENDRAG"),
        "work": ("Arbeidserfaring", "Yrkeserfaring", "Relevant erfaring", "PRAKSIS"),
        "education": ("Utdanning", "Utdannelse", "Utdanning", "UTDANNELSE"),
        "certificates": ("Kurs og sertifikater", "Sertifiseringer og kurs", "Kurs", "KURS OG SERTIFISERINGER"),
        "skills": ("Ferdigheter", "IT-kunnskaper", "Kjernekompetanse", "DATAKUNNSKAPER"),
        "languages": ("Språk", "Språkkunnskaper", "Språk", "SPRÅK"),
        "volunteer": ("Verv", "Tillitsverv", "Verv og frivillig arbeid", "FRIVILLIG ARBEID"),
        "references": ("Referanser", "Referanser", "Referansepersoner", "REFERANSER"),
        "contact": ("Kontakt", "Kontaktinformasjon", "Personalia", "PERSONALIA"),
    },
    "nn": {
        "profile": ("Profil", "Om meg", "Kort om meg", "SAMANDRAG"),
        "work": ("Arbeidsrøynsle", "Yrkesrøynsle", "Relevant røynsle", "PRAKSIS"),
        "education": ("Utdanning", "Utdanning", "Utdanning", "UTDANNING"),
        "certificates": ("Kurs og sertifikat", "Kurs og sertifiseringar", "Kurs", "KURS OG FØRARKORT"),
        "skills": ("Ferdigheiter", "Datakunnskapar", "Kjerneområde", "DATAKUNNSKAPAR"),
        "languages": ("Språk", "Språkkunnskapar", "Språk", "SPRÅK"),
        "volunteer": ("Verv", "Tillitsverv", "Verv og frivillig arbeid", "FRIVILLIG ARBEID"),
        "references": ("Referansar", "Referansar", "Referansar", "REFERANSAR"),
        "contact": ("Kontakt", "Kontaktinformasjon", "Personalia", "PERSONALIA"),
    },
    "en": {
        "profile": ("Profile", "Summary", "About me", "PROFESSIONAL SUMMARY"),
        "work": ("Experience", "Work Experience", "Relevant experience", "EMPLOYMENT HISTORY"),
        "education": ("Education", "Education", "Academic background", "EDUCATION"),
        "certificates": ("Certifications", "Courses & certifications", "Training", "CERTIFICATES"),
        "skills": ("Skills", "Technical skills", "Key skills", "CORE COMPETENCIES"),
        "languages": ("Languages", "Language skills", "Languages", "LANGUAGES"),
        "volunteer": ("Volunteering", "Voluntary work", "Other roles", "VOLUNTEER EXPERIENCE"),
        "references": ("References", "Referees", "References", "REFERENCES"),
        "contact": ("Contact", "Contact details", "Personal details", "CONTACT"),
    },
}
AT = {"nb": "hos", "nn": "hos", "en": "at"}


def heading(life: Life, key: str, number: int = 0) -> str:
    return HEADINGS[life.lang][key][number]


def place_of(job: Job) -> str:
    return f"{job.organisation}, {job.place}" if job.place else job.organisation


def title_of(job: Job) -> str:
    return f"{job.position} ({job.share} %)" if job.share else job.position


def text_with(
    life: Life,
    job_lines: Callable[[Life, Job], list[str]],
    study_lines: Callable[[Life, Study], list[str]],
    *,
    number: int = 0,
    mark: Callable[[str], str] = lambda name: name,
    language: str = "{} – {}",
    contact: str = "{address} | {phone} | {email}",
    gap_between: str = "",
    skills_first: bool = False,
) -> str:
    """A pasted CV; `mark` decorates headings, `job_lines` and `study_lines` set one entry."""
    out = [life.name, life.headline, contact.format(address=life.address, phone=life.phone, email=life.email), ""]
    out += [mark(heading(life, "profile", number)), life.profile, ""]
    small = [mark(heading(life, "languages", number)), *(language.format(*pair) for pair in life.languages), ""]
    if life.certificates:
        small += [mark(heading(life, "certificates", number)), *life.certificates, ""]
    if life.skills:
        small += [mark(heading(life, "skills", number)), ", ".join(life.skills), ""]
    if skills_first:
        out += small
    out += [mark(heading(life, "work", number))]
    for index, job in enumerate(life.work):
        out += job_lines(life, job) + ([gap_between] if gap_between != "none" else [])
        if index == 1 and life.gap:
            out += [life.gap, *([""] if gap_between != "none" else [])]
    out += ["", mark(heading(life, "education", number))]
    for study in life.education:
        out += study_lines(life, study)
    out += [""]
    if not skills_first:
        out += small
    if life.volunteer:
        out += [mark(heading(life, "volunteer", number))]
        for job in life.volunteer:
            out += job_lines(life, job)
        out += [""]
    if life.referees:
        out += [mark(heading(life, "references", number)), *(f"{name}, {rest}" for name, rest in life.referees)]
    return "\n".join(out) + "\n"


def text_caps(life: Life) -> str:
    """Capital headings, everything about a job on one line, hyphens."""
    return text_with(
        life,
        lambda _, job: [
            f"{title_of(job)}, {place_of(job)} ({period(job.start, job.end, life.lang)})",
            *(f"- {h}" for h in job.highlights),
        ],
        lambda _, s: [
            f"{s.degree}, {s.institution} ({period(s.start, s.end, life.lang, 'year')})",
            *(f"- {n}" for n in s.notes),
        ],
        number=3,
    )


def text_date_first(life: Life) -> str:
    """The date on a line of its own, then employer, then position; round bullets."""
    return text_with(
        life,
        lambda _, job: [
            period(job.start, job.end, life.lang, "full", now=1),
            place_of(job),
            title_of(job),
            *(f"• {h}" for h in job.highlights),
        ],
        lambda _, s: [period(s.start, s.end, life.lang, "year", "–"), s.institution, s.degree, *s.notes],
        language="{}: {}",
        number=1,
    )


def text_plain_sentences(life: Life) -> str:
    """A tab between date and position, the employer below, duties without bullets."""
    return text_with(
        life,
        lambda _, job: [
            f"{period(job.start, job.end, life.lang, 'dotted', '–')}\t{title_of(job)}",
            place_of(job),
            *job.highlights,
        ],
        lambda _, s: [f"{period(s.start, s.end, life.lang, 'year', '–')}\t{s.degree}", s.institution, *s.notes],
        language="{} ({})",
        mark=lambda name: name + ":",
    )


def text_pipes(life: Life) -> str:
    """Employer first, parts between pipes, stars, hard-wrapped."""
    text = text_with(
        life,
        lambda _, job: [
            f"{place_of(job)} | {title_of(job)} | {period(job.start, job.end, life.lang, 'slash', ' - ')}",
            *(f"* {h}" for h in job.highlights),
        ],
        lambda _, s: [
            f"{s.institution} | {s.degree} | {period(s.start, s.end, life.lang, 'year', ' - ')}",
            *(f"* {n}" for n in s.notes),
        ],
        mark=str.upper,
        contact="{email}\n{phone}\n{address}",
    )
    rows: list[str] = []
    for row in text.split("\n"):
        rows += textwrap.wrap(
            row, 72, subsequent_indent="  " if row.startswith("* ") else "", break_on_hyphens=False
        ) or [""]
    return "\n".join(rows)


def text_at(life: Life) -> str:
    """'Position hos employer', date at the end, dashes, open end."""
    return text_with(
        life,
        lambda _, job: [
            f"{title_of(job)} {AT[life.lang]} {job.organisation}, {period(job.start, job.end, life.lang, 'short', '–', -1)}",
            *(f"– {h}" for h in job.highlights),
        ],
        lambda _, s: [
            f"{s.degree}, {s.institution}, {period(s.start, s.end, life.lang, 'year', '–', -1)}",
            *(f"– {n}" for n in s.notes),
        ],
        language="{}, {}",
        mark=lambda name: " ".join(name.upper()),
        contact="{address}\n{phone} / {email}",
    )


def text_groups(life: Life) -> str:
    """An employer's name once, its positions under it; no empty rows."""
    seen: list[str] = []

    def lines(_: Life, job: Job) -> list[str]:
        head = [] if seen and seen[-1] == job.organisation else [place_of(job)]
        seen.append(job.organisation)
        return [
            *head,
            f"{title_of(job)}, {period(job.start, job.end, life.lang, 'full', ' – ')}",
            *(f"• {h}" for h in job.highlights),
        ]

    return text_with(
        life,
        lines,
        lambda _, s: [
            s.institution,
            f"{s.degree}, {period(s.start, s.end, life.lang, 'year')}",
            *(f"• {n}" for n in s.notes),
        ],
        gap_between="none",
        skills_first=True,
        number=2,
    )


def text_labels(life: Life) -> str:
    """A label before each value."""
    words = {
        "nb": ("Periode", "Arbeidsgiver", "Stilling", "Arbeidsoppgaver", "Skole", "Grad"),
        "nn": ("Periode", "Arbeidsgjevar", "Stilling", "Arbeidsoppgåver", "Skule", "Grad"),
        "en": ("Period", "Employer", "Position", "Responsibilities", "School", "Degree"),
    }[life.lang]
    return text_with(
        life,
        lambda _, job: [
            f"{words[0]}: {period(job.start, job.end, life.lang, 'full')}",
            f"{words[1]}: {job.organisation}",
            f"{words[2]}: {title_of(job)}",
            f"{words[3]}:",
            *(f"- {h}" for h in job.highlights),
        ],
        lambda _, s: [
            f"{words[0]}: {period(s.start, s.end, life.lang, 'year')}",
            f"{words[4]}: {s.institution}",
            f"{words[5]}: {s.degree}",
            *(f"- {n}" for n in s.notes),
            "",
        ],
    )


def text_years(life: Life) -> str:
    """Years only, the date first on the line, two spaces, employer last."""
    return text_with(
        life,
        lambda _, job: [
            f"{period(job.start, job.end, life.lang, 'year', '–', -1)}  {title_of(job)}, {place_of(job)}",
            *(f"   o {h}" for h in job.highlights),
        ],
        lambda _, s: [
            f"{period(s.start, s.end, life.lang, 'year', '–', -1)}  {s.degree}, {s.institution}",
            *(f"   {n}" for n in s.notes),
        ],
        gap_between="none",
        number=1,
        mark=lambda name: name + "\n" + "-" * len(name),
    )


def text_markdown(life: Life) -> str:
    """Headings with hashes, position – employer, the date below with months in words."""
    return text_with(
        life,
        lambda _, job: [
            f"{title_of(job)} – {place_of(job)}",
            period(job.start, job.end, life.lang, "short", " til " if life.lang != "en" else " to ", 2),
            *(f"- {h}" for h in job.highlights),
        ],
        lambda _, s: [
            f"{s.degree} – {s.institution}",
            period(s.start, s.end, life.lang, "year"),
            *(f"- {n}" for n in s.notes),
        ],
        mark=lambda name: "## " + name,
    )


TEXTS: dict[str, tuple[Callable[[Life], str], str]] = {
    "caps": (text_caps, "short"), "date first": (text_date_first, "full"), "plain sentences": (text_plain_sentences, "dotted"),
    "pipes": (text_pipes, "slash"), "at": (text_at, "short"), "groups": (text_groups, "full"), "labels": (text_labels, "full"),
    "years": (text_years, "year"), "markdown": (text_markdown, "short"),
}  # fmt: skip


def _bytes(document: "docx.document.Document") -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _small(life: Life, add: Callable[[str], object], title: Callable[[str], object]) -> None:
    title(heading(life, "languages"))
    for pair in life.languages:
        add("{} – {}".format(*pair))
    for key, rows in (("certificates", life.certificates), ("skills", life.skills)):
        if rows:
            title(heading(life, key))
            for row in rows:
                add(row)


def word_styles(life: Life) -> bytes:
    """Title, Heading 1 for parts, Heading 2 for each job, an italic date below, list bullets."""
    d = docx.Document()
    d.add_heading(life.name, 0)
    d.add_paragraph(life.headline)
    d.add_paragraph(f"{life.address}\n{life.phone}\n{life.email}")
    d.add_heading(heading(life, "profile"), 1)
    d.add_paragraph(life.profile)
    for key, jobs in (("work", life.work), ("volunteer", life.volunteer)):
        if jobs:
            d.add_heading(heading(life, key, 1), 1)
        for index, job in enumerate(jobs):
            d.add_heading(f"{title_of(job)}, {job.organisation}", 2)
            d.add_paragraph().add_run(period(job.start, job.end, life.lang, "full")).italic = True
            for line in job.highlights:
                d.add_paragraph(line, style="List Bullet")
            if key == "work" and index == 1 and life.gap:
                d.add_paragraph(life.gap)
    d.add_heading(heading(life, "education", 1), 1)
    for study in life.education:
        d.add_heading(f"{study.degree}, {study.institution}", 2)
        d.add_paragraph(period(study.start, study.end, life.lang, "year"))
        for note in study.notes:
            d.add_paragraph(note, style="List Bullet")
    _small(life, d.add_paragraph, lambda name: d.add_heading(name, 1))
    if life.referees:
        d.add_heading(heading(life, "references"), 1)
        for name, rest in life.referees:
            d.add_paragraph(f"{name}, {rest}")
    return _bytes(d)


def word_table(life: Life) -> bytes:
    """A row a job: the date in the left cell; position, employer and bullets in the right one."""
    d = docx.Document()
    d.add_paragraph("CURRICULUM VITAE")
    table = d.add_table(0, 2)
    labels = {
        "nb": ("Navn", "Adresse", "Telefon", "E-post"),
        "nn": ("Namn", "Adresse", "Telefon", "E-post"),
        "en": ("Name", "Address", "Phone", "Email"),
    }[life.lang]
    for label, value in zip(labels, (life.name, life.address, life.phone, life.email), strict=True):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value

    def rows(name: str, entries: list[tuple[str, list[str], tuple[str, ...]]]) -> None:
        if not entries:
            return
        d.add_paragraph().add_run(name.upper()).bold = True
        grid = d.add_table(0, 2)
        for date, heads, lines in entries:
            left, right = grid.add_row().cells
            left.text, right.text = date, heads[0]
            for head in heads[1:]:
                right.add_paragraph(head)
            for line in lines:
                right.add_paragraph(line, style="List Bullet")

    d.add_paragraph().add_run(heading(life, "profile").upper()).bold = True
    d.add_paragraph(life.profile)
    for key, jobs in (("work", life.work), ("volunteer", life.volunteer)):
        rows(
            heading(life, key),
            [(period(j.start, j.end, life.lang, "dotted"), [title_of(j), place_of(j)], j.highlights) for j in jobs],
        )
        if key == "work" and life.gap:
            d.add_paragraph(life.gap)
    rows(
        heading(life, "education"),
        [(period(s.start, s.end, life.lang, "year"), [s.degree, s.institution], s.notes) for s in life.education],
    )
    _small(life, d.add_paragraph, lambda name: setattr(d.add_paragraph().add_run(name.upper()), "bold", True))
    if life.referees:
        d.add_paragraph().add_run(heading(life, "references").upper()).bold = True
        for name, rest in life.referees:
            d.add_paragraph(f"{name}, {rest}")
    return _bytes(d)


def word_sidebar(life: Life) -> bytes:
    """One table of two cells: contact, languages, courses at the left; the rest at the right. Bold headings."""
    d = docx.Document()
    left, right = d.add_table(1, 2).rows[0].cells

    def title(cell: "docx.table._Cell") -> Callable[[str], None]:
        def add(name: str) -> None:
            cell.add_paragraph().add_run(name).bold = True

        return add

    title(left)(heading(life, "contact"))
    for line in (life.address, life.phone, life.email):
        left.add_paragraph(line)
    _small(life, left.add_paragraph, title(left))
    right.paragraphs[0].add_run(life.name).bold = True
    right.add_paragraph(life.headline)
    title(right)(heading(life, "profile"))
    right.add_paragraph(life.profile)
    for key, jobs in (("work", life.work), ("volunteer", life.volunteer)):
        if jobs:
            title(right)(heading(life, key, 1))
        for index, job in enumerate(jobs):
            right.add_paragraph(f"{title_of(job)}\t{period(job.start, job.end, life.lang, 'slash')}")
            right.add_paragraph(place_of(job))
            for line in job.highlights:
                right.add_paragraph("- " + line)
            if key == "work" and index == 1 and life.gap:
                right.add_paragraph(life.gap)
    title(right)(heading(life, "education", 1))
    for study in life.education:
        right.add_paragraph(f"{study.degree}\t{period(study.start, study.end, life.lang, 'year')}")
        right.add_paragraph(study.institution)
        for note in study.notes:
            right.add_paragraph("- " + note)
    if life.referees:
        title(right)(heading(life, "references"))
        for name, rest in life.referees:
            right.add_paragraph(f"{name}, {rest}")
    return _bytes(d)


WORDS: dict[str, tuple[Callable[[Life], bytes], str]] = {
    "word styles": (word_styles, "full"), "word table": (word_table, "dotted"), "word sidebar": (word_sidebar, "slash"),
}  # fmt: skip


def _q(text: str) -> str:
    """Text as a typst string, so that nothing in it is markup."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _list(lines: tuple[str, ...]) -> str:
    return "".join(f"- {_q(line)}\n" for line in lines)


def _typst_small(life: Life, keys: tuple[str, ...] = ("languages", "certificates", "skills")) -> str:
    rows = {
        "languages": tuple("{}: {}".format(*p) for p in life.languages),
        "certificates": life.certificates,
        "skills": life.skills,
    }
    return "".join(
        f"== {_q(heading(life, key))}\n" + "".join(f"{_q(row)}\\\n" for row in rows[key]) + "\n"
        for key in keys
        if rows[key]
    )


def _typst_references(life: Life) -> str:
    return (
        f"== {_q(heading(life, 'references'))}\n" + "".join(f"{_q(n)}, {_q(r)}\\\n" for n, r in life.referees)
        if life.referees
        else ""
    )


def pdf_right_dates(life: Life) -> str:
    """One column, dates flush right, two pages with page numbers."""
    page = "Page" if life.lang == "en" else "Side"
    out = f'#set page("a5", margin: 1.6cm, footer: context align(center)[{page} #counter(page).display()])\n#set text(9pt)\n= {_q(life.name)}\n{_q(life.headline)}\n\n{_q(life.phone)} · {_q(life.email)} · {_q(life.address)}\n\n'
    out += f"== {_q(heading(life, 'profile'))}\n{_q(life.profile)}\n\n"
    for key, jobs in (("work", life.work), ("volunteer", life.volunteer)):
        out += f"== {_q(heading(life, key))}\n" if jobs else ""
        for index, job in enumerate(jobs):
            out += f"*{_q(title_of(job))}* #h(1fr) {_q(period(job.start, job.end, life.lang))}\\\n_{_q(place_of(job))}_\n{_list(job.highlights)}\n"
            out += _q(life.gap) + "\n\n" if key == "work" and index == 1 and life.gap else ""
    out += f"== {_q(heading(life, 'education'))}\n"
    for s in life.education:
        out += f"*{_q(s.degree)}* #h(1fr) {_q(period(s.start, s.end, life.lang, 'year'))}\\\n_{_q(s.institution)}_\n{_list(s.notes)}\n"
    return out + _typst_small(life) + _typst_references(life)


def pdf_left_sidebar(life: Life) -> str:
    """A dark side column at the left, read first or last; dates under the employer."""
    side = (
        f"== {_q(heading(life, 'contact'))}\n{_q(life.address)}\\\n{_q(life.phone)}\\\n{_q(life.email)}\n\n"
        + _typst_small(life)
    )
    main = f"= {_q(life.name)}\n{_q(life.headline)}\n\n== {_q(heading(life, 'profile', 1))}\n{_q(life.profile)}\n\n== {_q(heading(life, 'work', 1))}\n"
    for job in life.work:
        main += f"*{_q(title_of(job))}*\\\n{_q(place_of(job))}\\\n{_q(period(job.start, job.end, life.lang, 'full'))}\n{_list(job.highlights)}\n"
    main += f"== {_q(heading(life, 'education', 1))}\n"
    for s in life.education:
        main += f"*{_q(s.degree)}*\\\n{_q(s.institution)}\\\n{_q(period(s.start, s.end, life.lang, 'year'))}\n{_list(s.notes)}\n"
    if life.volunteer:
        main += f"== {_q(heading(life, 'volunteer', 1))}\n"
        for job in life.volunteer:
            main += f"*{_q(title_of(job))}*\\\n{_q(place_of(job))}\\\n{_q(period(job.start, job.end, life.lang, 'full'))}\n{_list(job.highlights)}\n"
    main += _typst_references(life)
    return f"#set page(margin: 1.2cm)\n#set text(9pt)\n#grid(columns: (5.2cm, 1fr), column-gutter: 0.8cm, [\n{side}\n], [\n{main}\n])\n"


def pdf_date_column(life: Life) -> str:
    """Dates in a narrow left column, all else right of it; small capital headings."""

    def row(date: str, body: str) -> str:
        return f"#grid(columns: (3.2cm, 1fr), column-gutter: 0.4cm, [{_q(date)}], [\n{body}\n])\n"

    out = f"#set page(margin: 2cm)\n#set text(10pt)\n#align(center)[= {_q(life.name)}\n{_q(life.email)} | {_q(life.phone)}]\n\n== {_q(heading(life, 'profile').upper())}\n{_q(life.profile)}\n\n"
    for key, jobs in (("work", life.work), ("volunteer", life.volunteer)):
        out += f"== {_q(heading(life, key).upper())}\n" if jobs else ""
        for job in jobs:
            out += row(
                period(job.start, job.end, life.lang, "dotted", "–"),
                f"*{_q(title_of(job))}*, {_q(place_of(job))}\n{_list(job.highlights)}",
            )
    out += f"== {_q(heading(life, 'education').upper())}\n"
    for s in life.education:
        out += row(
            period(s.start, s.end, life.lang, "year", "–"), f"*{_q(s.degree)}*, {_q(s.institution)}\n{_list(s.notes)}"
        )
    return out + _typst_small(life) + _typst_references(life)


def pdf(source: str) -> bytes:
    compiled = typst.compile(source.encode(), format="pdf")
    assert isinstance(compiled, bytes)
    return compiled


PDFS: dict[str, tuple[Callable[[Life], str], str]] = {
    "right dates": (pdf_right_dates, "short"), "left sidebar": (pdf_left_sidebar, "full"), "date column": (pdf_date_column, "dotted"),
}  # fmt: skip


def _body(life: Life, job_block: Callable[[Job], str], study_block: Callable[[Study], str], number: int = 0) -> str:
    """Profile, jobs, studies, posts and referees in typst, each entry set by a function."""
    out = f"== {_q(heading(life, 'profile', number))}\n{_q(life.profile)}\n\n== {_q(heading(life, 'work', number))}\n"
    for index, job in enumerate(life.work):
        out += job_block(job)
        out += _q(life.gap) + "\n\n" if index == 1 and life.gap else ""
    out += f"== {_q(heading(life, 'education', number))}\n" + "".join(study_block(s) for s in life.education)
    if life.volunteer:
        out += f"== {_q(heading(life, 'volunteer', number))}\n" + "".join(job_block(j) for j in life.volunteer)
    return out + _typst_references(life)


def pdf_right_sidebar(life: Life) -> str:
    """A tinted side column at the right with icons; 'position – employer' above the date."""
    side = (
        f"= {_q(heading(life, 'contact'))}\n☎ {_q(life.phone)}\\\n✉ {_q(life.email)}\\\n⌂ {_q(life.address)}\n\n"
        + _typst_small(life)
    )
    main = _body(
        life,
        lambda j: (
            f"*{_q(title_of(j))}* – {_q(place_of(j))}\\\n#text(gray)[{_q(period(j.start, j.end, life.lang, 'short'))}]\n{_list(j.highlights)}\n"
        ),
        lambda s: (
            f"*{_q(s.degree)}* – {_q(s.institution)}\\\n#text(gray)[{_q(period(s.start, s.end, life.lang, 'year'))}]\n{_list(s.notes)}\n"
        ),
    )
    return (
        f'#set page(margin: 1.4cm)\n#set text(9.5pt)\n#text(22pt, weight: "bold")[{_q(life.name)}]\n\n{_q(life.headline)}\n\n'
        f"#grid(columns: (1fr, 5cm), column-gutter: 0.9cm, [\n{main}\n], block(fill: luma(235), inset: 8pt)[\n{side}\n])\n"
    )


def pdf_two_columns(life: Life) -> str:
    """Two newspaper columns, hyphenated, justified."""
    main = _body(
        life,
        lambda j: (
            f"*{_q(title_of(j))}*\\\n{_q(place_of(j))}\\\n{_q(period(j.start, j.end, life.lang, 'full'))}\n{_list(j.highlights)}\n"
        ),
        lambda s: (
            f"*{_q(s.degree)}*\\\n{_q(s.institution)}, {_q(period(s.start, s.end, life.lang, 'year'))}\n\n{_list(s.notes)}\n"
        ),
        number=1,
    )
    return (
        f'#set page(margin: 1.6cm)\n#set text(10pt, lang: "{life.lang}", hyphenate: true)\n#set par(justify: true)\n= {_q(life.name)}\n'
        f"{_q(life.headline)}\\\n{_q(life.address)} | {_q(life.phone)} | {_q(life.email)}\n\n#columns(2)[\n{main}\n{_typst_small(life)}\n]\n"
    )


def pdf_ruled_tables(life: Life) -> str:
    """Tables with rules and a head row: period, position, employer; duties in a row of their own."""
    words = {
        "nb": ("Periode", "Stilling", "Arbeidsgiver"),
        "nn": ("Periode", "Stilling", "Arbeidsgjevar"),
        "en": ("Period", "Position", "Employer"),
    }[life.lang]
    studies = {
        "nb": ("Periode", "Grad", "Lærested"),
        "nn": ("Periode", "Grad", "Institusjon"),
        "en": ("Period", "Degree", "Institution"),
    }[life.lang]

    def table(head: tuple[str, str, str], rows: list[tuple[str, str, str, tuple[str, ...]]]) -> str:
        cells = "".join(f"[*{_q(name)}*], " for name in head)
        for one, two, three, lines in rows:
            cells += f"[{_q(one)}], [{_q(two)}], [{_q(three)}], "
            if lines:
                cells += f"[], table.cell(colspan: 2)[\n{_list(lines)}\n], "
        return f"#table(columns: (3.4cm, 1fr, 1fr), {cells})\n\n"

    out = f"#set page(margin: 2cm)\n#set text(10pt)\n= Curriculum vitae\n\n#table(columns: 2, [Navn], [{_q(life.name)}], [Adresse], [{_q(life.address)}], [Telefon], [{_q(life.phone)}], [E-post], [{_q(life.email)}])\n\n"
    out += f"== {_q(heading(life, 'profile'))}\n{_q(life.profile)}\n\n== {_q(heading(life, 'work'))}\n"
    out += table(
        words,
        [(period(j.start, j.end, life.lang, "dotted"), title_of(j), place_of(j), j.highlights) for j in life.work],
    )
    out += f"== {_q(heading(life, 'education'))}\n" + table(
        studies, [(period(s.start, s.end, life.lang, "year"), s.degree, s.institution, s.notes) for s in life.education]
    )
    if life.volunteer:
        out += f"== {_q(heading(life, 'volunteer'))}\n" + table(
            words,
            [
                (period(j.start, j.end, life.lang, "dotted"), title_of(j), j.organisation, j.highlights)
                for j in life.volunteer
            ],
        )
    return out + _typst_small(life) + _typst_references(life)


def pdf_timeline(life: Life) -> str:
    """A rule with dots; employer first, date in the column left of the rule; small pages with a running head."""

    def entry(date: str, one: str, two: str, lines: tuple[str, ...]) -> str:
        return (
            f"#grid(columns: (2.6cm, 8pt, 1fr), column-gutter: 0.3cm, align(right)[{_q(date)}], circle(radius: 2.5pt, fill: black), "
            f"[*{_q(one)}*\\\n_{_q(two)}_\n{_list(lines)}])\n"
        )

    return (
        f'#set page("a5", margin: 1.4cm, header: align(right)[{_q(life.name)}], footer: context align(center)[#counter(page).display("1 / 1", both: true)])\n'
        f"#set text(9pt)\n#text(18pt)[{_q(life.name)}]\n\n{_q(life.headline)}\n\n✉ {_q(life.email)}   ☎ {_q(life.phone)}\n\n"
        + _body(
            life,
            lambda j: entry(period(j.start, j.end, life.lang, "year"), place_of(j), title_of(j), j.highlights),
            lambda s: entry(period(s.start, s.end, life.lang, "year"), s.institution, s.degree, s.notes),
        )
        + _typst_small(life)
    )


PDFS |= {
    "right sidebar": (pdf_right_sidebar, "short"), "two columns": (pdf_two_columns, "full"), "ruled tables": (pdf_ruled_tables, "dotted"),
    "timeline": (pdf_timeline, "year"),
}  # fmt: skip


def word_four_columns(life: Life) -> bytes:
    """An experience table of four columns with a head row; duties in the last cell, a paragraph each."""
    d = docx.Document()
    d.add_heading(life.name, 0)
    d.add_paragraph(f"{life.address} | {life.phone} | {life.email}")
    d.add_heading(heading(life, "profile"), 1)
    d.add_paragraph(life.profile)
    heads = {
        "nb": ("Tidsrom", "Arbeidsgiver", "Stilling", "Arbeidsoppgaver"),
        "nn": ("Tid", "Arbeidsgjevar", "Stilling", "Arbeidsoppgåver"),
        "en": ("Dates", "Employer", "Title", "Duties"),
    }[life.lang]
    for key, jobs in (("work", life.work), ("volunteer", life.volunteer)):
        if not jobs:
            continue
        d.add_heading(heading(life, key), 1)
        table = d.add_table(1, 4)
        for cell, name in zip(table.rows[0].cells, heads, strict=True):
            cell.text = name
        for job in jobs:
            cells = table.add_row().cells
            cells[0].text, cells[1].text, cells[2].text = (
                period(job.start, job.end, life.lang, "slash"),
                place_of(job),
                title_of(job),
            )
            cells[3].text = job.highlights[0]
            for line in job.highlights[1:]:
                cells[3].add_paragraph(line)
        if key == "work" and life.gap:
            d.add_paragraph(life.gap)
    d.add_heading(heading(life, "education"), 1)
    for study in life.education:
        d.add_paragraph(f"{period(study.start, study.end, life.lang, 'year')}\t{study.degree}, {study.institution}")
        for note in study.notes:
            d.add_paragraph("\t" + note)
    _small(life, d.add_paragraph, lambda name: d.add_heading(name, 1))
    if life.referees:
        d.add_heading(heading(life, "references"), 1)
        for name, rest in life.referees:
            d.add_paragraph(name).add_run("\n" + rest.replace(", ", "\n"))
    return _bytes(d)


def word_typed(life: Life) -> bytes:
    """No styles at all: capital headings, typed hyphens, tabs."""
    d = docx.Document()
    for row in text_with(
        life,
        lambda _, j: [
            f"{period(j.start, j.end, life.lang, 'short')}\t{place_of(j)}",
            f"\t{title_of(j)}",
            *(f"\t- {h}" for h in j.highlights),
        ],
        lambda _, s: [
            f"{period(s.start, s.end, life.lang, 'year')}\t{s.institution}",
            f"\t{s.degree}",
            *(f"\t- {n}" for n in s.notes),
        ],
        mark=str.upper,
        language="{}\t{}",
    ).split("\n"):
        d.add_paragraph(row)
    return _bytes(d)


WORDS |= {"four columns": (word_four_columns, "slash"), "typed": (word_typed, "short")}
