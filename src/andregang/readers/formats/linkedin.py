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


def read(data: bytes) -> DocumentText:
    """The export's tables under JSON Resume's paths; texts keep the person's own words."""
    archive = Archive(data)
    members = {name.rsplit("/", 1)[-1].lower(): name for name in reversed(archive.names)}
    tables = {
        key: _rows(archive.member(name) or b"")
        for key, name in members.items()
        if key.endswith(".csv") and key[:-4] in _WANTED
    }
    scribe = Scribe()
    write_resume(scribe, _resume(tables), _language(tables))
    return scribe.finish("linkedin")


_WANTED = frozenset(("profile", "positions", "education", "skills", "languages", "certifications", "volunteering", "email addresses", "phonenumbers", "phone numbers", "whatsapp phone numbers", "courses", "projects", "honors", "publications"))  # fmt: skip


def _rows(data: bytes) -> list[Row]:
    text = decode_text(data).replace("\0", "")
    lines = text.split("\n", 12)
    start = next(
        (n for n, line in enumerate(lines[:12]) if line.count(",") >= 1 and not line.lower().startswith("notes")), 0
    )
    if lines and lines[0].lower().startswith("notes"):
        text = "\n".join(lines[start:])
    rows: list[Row] = []
    try:
        for row in csv.DictReader(io.StringIO(text, newline="")):
            rows.append({one_line(key or "").lower(): (value or "").strip() for key, value in row.items() if isinstance(value, str | None)})  # fmt: skip
            if len(rows) >= _ROWS:
                break
    except csv.Error:
        pass
    return rows


def _language(tables: dict[str, list[Row]]) -> str:
    words = " ".join(" ".join(row.values()) for row in tables.get("positions.csv", ())).lower().split()
    english = sum(word in ("the", "and", "of", "with", "for", "to") for word in words)
    norwegian = sum(word in ("og", "i", "på", "med", "av", "til", "som", "for") for word in words)
    return "en" if english > norwegian else "nb"


def _resume(tables: dict[str, list[Row]]) -> dict[str, Any]:
    def rows(name: str) -> list[Row]:
        return tables.get(f"{name}.csv", [])

    profile = rows("profile")[0] if rows("profile") else {}
    return {
        "basics": {
            "name": " ".join(part for part in (profile.get("first name"), profile.get("last name")) if part),
            "label": profile.get("headline"),
            "email": _main_address(rows("email addresses")),
            "phone": next(
                (
                    row["number"]
                    for name in ("phonenumbers", "phone numbers", "whatsapp phone numbers")
                    for row in rows(name)
                    if row.get("number")
                ),
                "",
            ),  # fmt: skip
            "location": {
                "address": profile.get("address", ""),
                "postalCode": profile.get("zip code", ""),
                "region": profile.get("geo location", ""),
            },  # fmt: skip
            "summary": profile.get("summary"),
        },
        "work": [
            {
                "position": r.get("title"),
                "name": r.get("company name"),
                "startDate": r.get("started on"),
                "endDate": r.get("finished on"),
                "location": r.get("location"),
                **_told(r.get("description")),
            }  # fmt: skip
            for r in rows("positions")
        ],
        "volunteer": [
            {
                "position": r.get("role"),
                "organization": r.get("company name") or r.get("organization name"),
                "startDate": r.get("started on"),
                "endDate": r.get("finished on"),
                **_told(r.get("description")),
            }  # fmt: skip
            for r in rows("volunteering")
        ],
        "education": [
            {
                "studyType": r.get("degree name"),
                "institution": r.get("school name"),
                "startDate": r.get("start date"),
                "endDate": r.get("end date"),
                "activities": r.get("activities"),
                **_told(r.get("notes")),
            }  # fmt: skip
            for r in rows("education")
        ],
        "certificates": [
            {
                "name": r.get("name"),
                "issuer": r.get("authority"),
                "date": r.get("started on"),
                "endDate": r.get("finished on"),
                "url": r.get("url"),
            }  # fmt: skip
            for r in rows("certifications")
        ],
        "projects": [
            {
                "name": r.get("title"),
                "startDate": r.get("started on"),
                "endDate": r.get("finished on"),
                "url": r.get("url"),
                **_told(r.get("description")),
            }  # fmt: skip
            for r in rows("projects")
        ],
        "publications": [
            {
                "name": r.get("name"),
                "publisher": r.get("publisher"),
                "releaseDate": r.get("published on"),
                "summary": r.get("description"),
            }
            for r in rows("publications")
        ],  # fmt: skip
        "awards": [
            {"title": r.get("title"), "date": r.get("issued on"), "summary": r.get("description")}
            for r in rows("honors")
        ],  # fmt: skip
        "skills": [{"name": r.get("name")} for r in rows("skills")],
        "languages": [{"language": r.get("name"), "fluency": r.get("proficiency")} for r in rows("languages")],
        "courses": [r.get("name") for r in rows("courses")],
    }


def _main_address(rows: list[Row]) -> str:
    ordered = sorted(rows, key=lambda row: row.get("primary", "").lower() not in ("yes", "ja"))
    return next((row["email address"] for row in ordered if row.get("email address")), "")


def _told(description: str | None) -> dict[str, Any]:
    """A description's bulleted lines as highlights; other lines stay together as the summary.

    An export without bullets keeps one statement a line; there every line is a highlight.
    """
    lines = [line.strip() for line in (description or "").splitlines() if line.strip()]
    marked = [line.lstrip("-–—•*·▪◦‣ \t") for line in lines if line[0] in "-–—•*·▪◦‣"]
    if marked:
        other = [line for line in lines if line[0] not in "-–—•*·▪◦‣"]
        return {"summary": "\n".join(other), "highlights": marked}
    if len(lines) > 1:
        return {"highlights": lines}
    return {"summary": lines[0] if lines else ""}
