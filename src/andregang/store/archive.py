"""All of one owner's data as one zip, and back: `andregang.json` (see docs/export.md), the documents and the sound.

What comes in was made elsewhere: it is measured before it is unpacked, and checked whole before anything is stored.
"""

import datetime as dt
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO, Any

from sqlalchemy import Column
from sqlalchemy.exc import IntegrityError

from andregang.store import tables
from andregang.store.documents import Documents
from andregang.store.errors import ArchiveRefused, StoreDamaged
from andregang.store.forgetting import forget
from andregang.store.preparations import Preparations
from andregang.store.recordings import Recordings
from andregang.store.rows import Mine, Raw, Rows, as_json, decode_value, encode_value

FORMAT, VERSION = "andregang-export", 3
CONTENTS = "andregang.json"
MAX_CONTENTS, MAX_ORIGINALS, MAX_MEMBERS, MAX_RECORDING = 64_000_000, 2_000_000_000, 20_000, 200_000_000

_TABLES = {t.name: t for t in (tables.preparations, *tables.PARTS, tables.corrections, tables.choices)}
_ORIGINAL = re.compile(r"originals/([0-9a-f]{64})")
_RECORDING = re.compile(r"recordings/([0-9A-Za-z_-]{1,64})")
_SINCE_3 = ("attempts", "recordings", "runs", "heard", "results", "facts", "referees", "offers", "standings")

Content = dict[str, list[dict[str, Any]]]


def _with_contacts(content: Content) -> Content:
    return {**content, "people": [{**person, "contact": ""} for person in content["people"]]}


def _with_what_was_rehearsed(content: Content) -> Content:
    return {**content, **{name: [] for name in _SINCE_3}}


# From each older version to the next one: what an export of any version needs to be understood here.
_UPGRADES: dict[int, Callable[[Content], Content]] = {1: _with_contacts, 2: _with_what_was_rehearsed}


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds. `damaged` names what was left out because it is not what was written."""

    digest: str
    preparations: int
    damaged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many preparations came in, and how many were here already and were left as they are."""

    preparations: int
    here_already: int


def export(mine: Mine, file: IO[bytes], now: dt.datetime) -> Exported:
    """Writes everything of one owner except what was deleted. Damaged rows and documents are left out and named."""
    damaged: list[str] = []
    content = {name: _rows_out(mine, name, damaged) for name in _TABLES}
    kept: dict[str, int] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for digest in sorted({row["digest"] for row in content["documents"]}):
            try:
                data = Documents(mine).original(digest)
            except StoreDamaged:
                damaged.append(digest)
                continue
            kept[digest] = len(data)
            archive.writestr(f"originals/{digest}", data)
        content["documents"] = [row for row in content["documents"] if row["digest"] in kept]
        sound = _sound_out(mine, archive, content, damaged)
        sealed = _digest(content, kept, sound)
        head = {"format": FORMAT, "version": VERSION, "exported": now.isoformat(), "digest": sealed}
        written = json.dumps(
            {**head, "originals": kept, "recordings": sound, "tables": content}, ensure_ascii=False, indent=1
        )
        archive.writestr(CONTENTS, written)
    return Exported(sealed, len(content["preparations"]), tuple(damaged))


def _sound_out(mine: Mine, archive: zipfile.ZipFile, content: Content, damaged: list[str]) -> dict[str, str]:
    """Writes the sound of every recording as one file; id → SHA-256. A damaged one is left out with its row."""
    sound: dict[str, str] = {}
    for row in content["recordings"]:
        try:
            data = Recordings(mine).data(row["id"])
        except StoreDamaged:
            damaged.append(row["id"])
            continue
        sound[row["id"]] = hashlib.sha256(data).hexdigest()
        archive.writestr(f"recordings/{row['id']}", data, zipfile.ZIP_STORED)
    content["recordings"] = [row for row in content["recordings"] if row["id"] in sound]
    return sound


def take_in(mine: Mine, file: IO[bytes], *, replace: bool = False) -> TakenIn:
    """Stores what an export holds; a preparation that is here already is left as it is.

    With `replace`, everything here gives way to the export. Raises ArchiveRefused, and then the unit of work must be
    rolled back.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ArchiveRefused("not_an_archive") from error
    with archive:
        try:
            content = _contents_of(archive)
        except _BROKEN as error:
            raise ArchiveRefused("damaged") from error
        if replace:
            forget(mine, None)
        try:
            return _store(mine, archive, content)
        except (IntegrityError, zipfile.BadZipFile) as error:
            raise ArchiveRefused("damaged") from error


# What a file that is not what we wrote can make the readers of zip, JSON and rows raise.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    RuntimeError,
    AttributeError,
)


def _contents_of(archive: zipfile.ZipFile) -> dict[str, list[Raw]]:
    """The rows, checked whole: nothing missing, nothing of a wrong kind, every digest right."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_ORIGINALS:
        raise ArchiveRefused("too_large")
    if CONTENTS not in archive.namelist():
        raise ArchiveRefused("not_an_archive")
    found = json.loads(_read(archive, CONTENTS, MAX_CONTENTS))
    if not isinstance(found, dict) or found.get("format") != FORMAT or not isinstance(found.get("version"), int):
        raise ArchiveRefused("not_an_archive")
    if found["version"] > VERSION:
        raise ArchiveRefused("too_new")
    content: Content = found["tables"]
    sound = found["recordings"] if found["version"] > 2 else None
    if _digest(content, found["originals"], sound) != found["digest"]:
        raise ArchiveRefused("damaged")
    for version in range(found["version"], VERSION):
        content = _UPGRADES[version](content)
    rows = {name: [_row_in(_TABLES[name].columns, row) for row in content[name]] for name in _TABLES}
    for digest, size in found["originals"].items():
        if not _ORIGINAL.fullmatch(f"originals/{digest}"):
            raise ArchiveRefused("damaged", digest)
        if hashlib.sha256(_read(archive, f"originals/{digest}", size)).hexdigest() != digest:
            raise ArchiveRefused("damaged", digest)
    for recording in rows["recordings"]:
        id_ = recording["id"]
        if not _RECORDING.fullmatch(f"recordings/{id_}"):
            raise ArchiveRefused("damaged", id_)
        if hashlib.sha256(_read(archive, f"recordings/{id_}", MAX_RECORDING)).hexdigest() != (sound or {}).get(id_):
            raise ArchiveRefused("damaged", id_)
    for document in rows["documents"]:
        if found["originals"].get(document["digest"]) != document["size"]:
            raise ArchiveRefused("damaged", document["digest"])
    return rows


def _read(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """At most `limit` bytes of a member: what its header says about its size need not be true."""
    with archive.open(name) as member:
        data = member.read(limit + 1)
    if len(data) > limit:
        raise ArchiveRefused("too_large", name)
    return data


def _store(mine: Mine, archive: zipfile.ZipFile, content: dict[str, list[Raw]]) -> TakenIn:
    preparations = Preparations(mine)
    here = {p.id for p in preparations.all()}
    coming = [raw for raw in content["preparations"] if raw["id"] not in here]
    for raw in coming:
        preparations.put([{**raw, "slug": preparations.free_slug(raw["slug"])}])
    arrived = {raw["id"] for raw in coming}
    documents = Documents(mine)
    for table in tables.PARTS:
        rows: Rows[Raw] = Rows(mine, table, dict, table.name)
        for raw in content[table.name]:
            if raw["preparation"] is None and not rows.count(id=raw["id"]):
                rows.put([raw])
            elif raw["preparation"] in arrived:
                if table is tables.documents:
                    documents.keep_original(_read(archive, f"originals/{raw['digest']}", raw["size"]))
                rows.put([raw])
                if table is tables.recordings:
                    Recordings(mine).append(raw["id"], 0, _read(archive, f"recordings/{raw['id']}", MAX_RECORDING))
            elif raw["preparation"] not in here and raw["preparation"] is not None:
                raise ArchiveRefused("damaged", table.name)
    for table, same in ((tables.corrections, _SAME_CORRECTION), (tables.choices, ("key",))):
        rows = Rows(mine, table, dict, table.name)
        for raw in content[table.name]:
            if not rows.count(id=raw["id"]) and not rows.count(**{name: raw[name] for name in same}):
                rows.put([raw])
    return TakenIn(len(coming), len(content["preparations"]) - len(coming))


_SAME_CORRECTION = ("document", "words", "field", "other_document", "other_words")


def _rows_out(mine: Mine, name: str, damaged: list[str]) -> list[dict[str, Any]]:
    rows: Rows[Raw] = Rows(mine, _TABLES[name], dict, name)
    return [{c.name: _out(c, raw[c.name]) for c in rows.columns} for raw in rows.raw(damaged=damaged)]


def _out(column: Column[Any], value: Any) -> Any:
    """A stored value as JSON: lists, objects and yes or no as such, times as ISO 8601."""
    return decode_value(column, value) if column.info["as"] in ("words", "values", "flag") else value


def _row_in(columns: Iterable[Column[Any]], row: dict[str, Any]) -> Raw:
    """A row of the export as it will be stored. Raises ValueError, LookupError or TypeError for anything else."""
    wanted = [column for column in columns if "as" in column.info]
    if row.keys() != {column.name for column in wanted}:
        raise ValueError("other columns than expected")
    return {column.name: _in(column, row[column.name]) for column in wanted}


_TYPES: dict[str, type] = {"number": int, "flag": bool, "words": list, "values": dict}


def _in(column: Column[Any], value: Any) -> Any:
    kind = column.info["as"]
    if value is None and column.nullable:
        return None
    of_kind = type(value) is _TYPES.get(kind, str)
    if kind == "words":
        of_kind = of_kind and all(isinstance(v, str) for v in value)
    if kind == "number":
        of_kind = of_kind and abs(value) < 2**53
    if not of_kind:
        raise TypeError(f"{column.name} is no {kind}")
    return encode_value(column, value if kind in _TYPES else decode_value(column, value))


def _digest(content: Any, originals: Any, sound: Any) -> str:
    """What the data is, whatever the zip around it looks like. `sound` is None in exports older than version 3."""
    parts = [content, originals] if sound is None else [content, originals, sound]
    return hashlib.sha256(as_json(parts).encode()).hexdigest()
