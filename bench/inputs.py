"""Ads as HTML pages and text, CVs as PDFs, made from the authored trades of `training`: the same files for all."""

import html
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.evidence.corpus import Line, Trade, load_trades

HEADINGS = {
    "nb": "Arbeidsoppgaver|Kvalifikasjoner|Det er en fordel om du har|Arbeidserfaring|Utdanning|Annet",
    "nn": "Arbeidsoppgåver|Kvalifikasjonar|Det er ein føremon om du har|Arbeidserfaring|Utdanning|Anna",
    "en": "Responsibilities|Qualifications|It is an advantage if you have|Work experience|Education|Other",
}
NAMES = ("Kari Nordhagen", "Jonas Eidsvik", "Amina Farah", "Oskar Lien", "Maren Tveit", "Piotr Zielinski")


@dataclass(frozen=True)
class Made:
    """A file and what was put into it: the items of an ad, or the jobs of a CV."""

    path: Path
    told: tuple[str, ...]


def make_ads(folder: Path, count: int) -> tuple[list[Made], list[Made]]:
    """The same ads twice: as pages with headings and lists, and as running text where no heading tells."""
    listed, plain = [], []
    for number, trade in enumerate(_chosen(count)):
        told = tuple(item.text for item in trade.items)
        by_kind = [[item.text for item in trade.items if item.kind == kind] for kind in ("task", "must", "should")]
        words = HEADINGS[trade.language].split("|")
        lists = "".join(
            f"<h2>{html.escape(heading)}</h2><ul>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</ul>"
            for heading, lines in zip(words, by_kind, strict=False)
        )
        page = folder / f"ad{number}.html"
        page.write_text(f"<html><body><main><h1>{html.escape(trade.title)}</h1>{lists}</main></body></html>", "utf-8")
        text = folder / f"ad{number}.txt"
        text.write_text(trade.title + "\n\n" + ". ".join(told) + ".\n", "utf-8")
        listed.append(Made(page, told))
        plain.append(Made(text, told))
    return listed, plain


def make_cvs(folder: Path, count: int) -> list[Made]:
    """CVs as one-column PDFs with a text layer, set by typst."""
    import typst

    made = []
    for number, trade in enumerate(_chosen(count)):
        lines = trade.cvs["a"]
        source = folder / f"cv{number}.typ"
        source.write_text(_typst(trade, lines, NAMES[number % len(NAMES)]), "utf-8")
        target = source.with_suffix(".pdf")
        typst.compile(str(source), output=str(target))
        made.append(Made(target, tuple(line.text for line in lines if line.heads)))
    return made


def _chosen(count: int) -> list[Trade]:
    """Trades spread over the families, those with a CV of the ad's own language."""
    trades = load_trades()
    return trades[:: max(1, len(trades) // count)][:count]


def _typst(trade: Trade, lines: list[Line], name: str) -> str:
    work, school, other = HEADINGS[trade.language].split("|")[3:]
    sections: dict[str, list[str]] = {work: [], school: [], other: []}
    year = 2026
    for line in lines:
        text = _escaped(line.text)
        if line.heads:
            year -= 4
            sections[work].append(f"*{text}* #h(1fr) {year}–{year + 4}\n")
        elif line.job:
            sections[work].append(f"- {text}\n")
        else:
            sections[school if line.section == "education" else other].append(f"- {text}\n")
    mail = name.lower().replace(" ", ".") + "\\@post.example"
    head = f"= {name}\n{mail} #h(1em) +47 900 00 {100 + len(lines)}\n"
    return head + "".join(f"\n== {heading}\n" + "\n".join(rows) for heading, rows in sections.items() if rows)


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\#$*_@<>`[]" else letter for letter in text)
