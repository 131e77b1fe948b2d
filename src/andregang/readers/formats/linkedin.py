"""LinkedIn's export of one's own data: a zip of CSV files, at the top or in a folder."""

import csv
import io
from typing import Any

from andregang.domain.text import DocumentText
from andregang.readers.archive import Archive
from andregang.readers.encoding import decode_text
from andregang.readers.resume import write_resume
from andregang.readers.scribe import Scribe, one_line

_ROWS = 2_000
Row = dict[str, str]

# Which table each section of a résumé comes from, and under which column names.
_SECTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "work": (
        "positions",
        {
            "position": "title",
            "name": "company name",
            "startDate": "started on",
            "endDate": "finished on",
            "location": "location",
        },
    ),
    "volunteer": (
        "volunteering",
        {"position": "role", "organization": "company name", "startDate": "started on", "endDate": "finished on"},
    ),
    "education": (
        "education",
        {
            "studyType": "degree name",
            "institution": "school name",
            "startDate": "start date",
            "endDate": "end date",
            "activities": "activities",
        },
    ),
    "certificates": (
        "certifications",
        {"name": "name", "issuer": "authority", "date": "started on", "endDate": "finished on", "url": "url"},
    ),
    "projects": ("projects", {"name": "title", "startDate": "started on", "endDate": "finished on", "url": "url"}),
    "publications": ("publications", {"name": "name", "publisher": "publisher", "releaseDate": "published on"}),
    "awards": ("honors", {"title": "title", "date": "issued on"}),
    "skills": ("skills", {"name": "name"}),
    "languages": ("languages", {"language": "name", "fluency": "proficiency"}),
}
_NUMBERS = ("phonenumbers", "phone numbers", "whatsapp phone numbers")
_BULLETS = "-–—•*·▪◦‣"
_WANTED = frozenset((*(table for table, _ in _SECTIONS.values()), *_NUMBERS, "profile", "email addresses", "courses"))


def read(data: bytes) -> DocumentText:
    """The export's tables under JSON Resume's paths; texts keep the person's own words."""
    archive = Archive(data)
    members = {name.rsplit("/", 1)[-1].lower(): name for name in reversed(archive.names)}
    tables = {
        key.removesuffix(".csv"): _rows(archive.member(name) or b"")
        for key, name in members.items()
        if key.endswith(".csv") and key.removesuffix(".csv") in _WANTED
    }
    scribe = Scribe()
    write_resume(scribe, _resume(tables))
    return scribe.finish("linkedin")


def _rows(data: bytes) -> list[Row]:
    """A table's rows, column names in lower case. Some tables begin with notes; the header is the line after them."""
    text = decode_text(data).replace("\0", "")
    if text.lower().startswith("notes"):
        lines = text.split("\n")
        header = next((n for n, line in enumerate(lines[:12]) if n and not lines[n - 1].strip()), 0)
        text = "\n".join(lines[header:])
    rows: list[Row] = []
    try:
        for row in csv.DictReader(io.StringIO(text, newline="")):
            rows.append(
                {one_line(key or "").lower(): value.strip() for key, value in row.items() if isinstance(value, str)}
            )
            if len(rows) >= _ROWS:
                break
    except csv.Error:
        pass
    return rows


def _resume(tables: dict[str, list[Row]]) -> dict[str, Any]:
    profile = next(iter(tables.get("profile", ())), {})
    resume: dict[str, Any] = {
        "basics": {
            "name": " ".join(part for part in (profile.get("first name"), profile.get("last name")) if part),
            "label": profile.get("headline"),
            "email": _main_address(tables.get("email addresses", [])),
            "phone": next(
                (row["number"] for name in _NUMBERS for row in tables.get(name, ()) if row.get("number")), ""
            ),
            "location": {key: profile.get(column) for key, column in _PLACE.items()},
            "summary": profile.get("summary"),
        },
    }
    for section, (table, columns) in _SECTIONS.items():
        resume[section] = [
            {
                **{key: row.get(column) for key, column in columns.items()},
                **_told(row.get("description") or row.get("notes")),
            }
            for row in tables.get(table, ())
        ]
    resume["courses"] = [row.get("name") for row in tables.get("courses", ())]
    return resume


_PLACE = {"address": "address", "postalCode": "zip code", "region": "geo location"}


def _main_address(rows: list[Row]) -> str:
    ordered = sorted(rows, key=lambda row: row.get("primary", "").lower() not in ("yes", "ja"))
    return next((row["email address"] for row in ordered if row.get("email address")), "")


def _told(description: str | None) -> dict[str, Any]:
    """A description's bulleted lines as highlights; other lines stay together as the summary.

    An export without bullets keeps one statement a line; there every line is a highlight.
    """
    lines = [line.strip() for line in (description or "").splitlines() if line.strip()]
    marked = [line.lstrip(_BULLETS + " \t") for line in lines if line[0] in _BULLETS]
    if marked:
        other = [line for line in lines if line[0] not in _BULLETS]
        return {"summary": "\n".join(other), "highlights": marked}
    if len(lines) > 1:
        return {"highlights": lines}
    return {"summary": lines[0] if lines else ""}
