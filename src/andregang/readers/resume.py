"""A CV that comes as data (JSON Resume, LinkedIn, Europass) → readable text with a field for every value.

All three are brought to JSON Resume's names first, so that a path such as `work[0].position` means one thing.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from andregang.domain.text import BlockKind
from andregang.readers.scribe import Scribe, clean, one_line

_SECTIONS = (
    "work", "volunteer", "education", "certificates", "awards", "publications", "projects", "skills", "languages",
    "interests", "references",
)  # fmt: skip
_HEADINGS = {
    "nb": "Arbeidserfaring|Frivillig arbeid|Utdanning|Sertifikater|Utmerkelser|Publikasjoner|Prosjekter|Ferdigheter"
    "|Språk|Interesser|Referanser",
    "nn": "Arbeidserfaring|Frivillig arbeid|Utdanning|Sertifikat|Utmerkingar|Publikasjonar|Prosjekt|Ferdigheiter|Språk"
    "|Interesser|Referansar",
    "en": "Work experience|Volunteering|Education|Certificates|Awards|Publications|Projects|Skills|Languages|Interests"
    "|References",
}
_TELLING = {
    "en": frozenset(("the", "and", "of", "with", "to", "from", "as", "in")),
    "nn": frozenset(("og", "eg", "ikkje", "frå", "ein", "eit", "av", "på", "med", "til", "som", "vart", "dei")),
    "nb": frozenset(("og", "jeg", "ikke", "fra", "en", "et", "av", "på", "med", "til", "som", "ble", "de")),
}
_TITLES = {
    "work": ("position", "name"), "volunteer": ("position", "organization"),
    "education": ("studyType", "area", "institution"),
    "certificates": ("name", "issuer"), "awards": ("title", "awarder"), "publications": ("name", "publisher"),
    "projects": ("name", "entity"), "skills": ("name", "level"), "languages": ("language", "fluency"),
    "interests": ("name",), "references": ("name",),
}  # fmt: skip
_DATES = ("startDate", "endDate", "date", "releaseDate")
_LISTS = ("highlights", "courses", "keywords", "roles")
_DEPTH = 6

Resume = Mapping[str, Any]


def write_resume(scribe: Scribe, resume: Resume) -> None:
    """Write every value once, in the order a person reads a CV: name, contact, summary, then section by section.

    The data has no headings; they are given in the language most of its words are in. Dates stand as written. Keys
    this schema does not know follow at the end of their entry.
    """
    basics = resume.get("basics")
    if isinstance(basics, Mapping):
        _basics(scribe, basics)
    headings = dict(zip(_SECTIONS, _HEADINGS[_language(resume)].split("|"), strict=True))
    for section, heading in headings.items():
        entries = resume.get(section)
        if isinstance(entries, Mapping):
            entries = [entries]
        if not isinstance(entries, list) or not any(entries):
            continue
        scribe.line(BlockKind.HEADING, heading, 1)
        for number, entry in enumerate(entries):
            _entry(scribe, section, f"{section}[{number}]", entry)
    for section, value in resume.items():
        if section not in headings and section not in ("basics", "meta", "$schema"):
            _value(scribe, section, value, 0)


def _language(resume: Resume) -> str:
    words = [word for text in _strings(resume, 0) for word in text.lower().split()]
    counts = {language: sum(word in telling for word in words) for language, telling in _TELLING.items()}
    return max(("nb", "nn", "en"), key=lambda language: counts[language])


def _strings(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth < _DEPTH:
        inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
        for item in inner:
            yield from _strings(item, depth + 1)


def _basics(scribe: Scribe, basics: Resume) -> None:
    for key in ("name", "label"):
        _lines(scribe, f"basics.{key}", basics.get(key))
    for key in ("email", "phone", "url"):
        _lines(scribe, f"basics.{key}", basics.get(key))
    location = basics.get("location")
    if isinstance(location, Mapping):
        _row(scribe, [(f"basics.location.{key}", value) for key, value in location.items()], ", ")
    elif location:
        _lines(scribe, "basics.location", location)
    for number, profile in enumerate(_list(basics.get("profiles"))):
        if isinstance(profile, Mapping):
            _row(
                scribe,
                [(f"basics.profiles[{number}].{key}", profile.get(key)) for key in ("network", "username", "url")],
                " ",
            )
    if basics.get("summary"):
        scribe.gap()
        _lines(scribe, "basics.summary", basics["summary"])
    known = {"name", "label", "email", "phone", "url", "location", "profiles", "summary", "image", "picture"}
    for key, value in basics.items():
        if key not in known:
            _value(scribe, f"basics.{key}", value, 0)


def _entry(scribe: Scribe, section: str, path: str, entry: object) -> None:
    if not isinstance(entry, Mapping):
        _lines(scribe, path, entry)
        return
    if section in ("work", "volunteer", "education", "projects"):
        scribe.gap()
    titles = _TITLES[section]
    _row(scribe, [(f"{path}.{key}", entry.get(key)) for key in titles], ", ")
    dates = [(f"{path}.{key}", entry.get(key)) for key in _DATES]
    if (
        section in ("work", "volunteer", "education", "projects")
        and entry.get("startDate")
        and not entry.get("endDate")
    ):
        dates.insert(1, ("", "–"))
    _row(scribe, dates, " – ")
    for key, value in entry.items():
        if key in titles or key in _DATES:
            continue
        if key in _LISTS and section in ("skills", "interests"):
            _row(scribe, [(f"{path}.{key}[{i}]", item) for i, item in enumerate(_list(value))], ", ")
        elif key in _LISTS:
            for number, item in enumerate(_list(value)):
                _bullet(scribe, f"{path}.{key}[{number}]", item)
        else:
            _value(scribe, f"{path}.{key}", value, 0)


def _value(scribe: Scribe, path: str, value: object, depth: int) -> None:
    if isinstance(value, Mapping) and depth < _DEPTH:
        for key, inner in value.items():
            _value(scribe, f"{path}.{one_line(str(key))[:60]}", inner, depth + 1)
    elif isinstance(value, list) and depth < _DEPTH:
        for number, inner in enumerate(value):
            _value(scribe, f"{path}[{number}]", inner, depth + 1)
    else:
        _lines(scribe, path, value)


def _bullet(scribe: Scribe, path: str, value: object) -> None:
    text = one_line(_text(value))
    if text:
        scribe.start_line()
        scribe.say("• ")
        start = scribe.position
        scribe.block(BlockKind.FIELD, text, path=path)
        scribe.mark(BlockKind.BULLET, start, scribe.position)
        scribe.start_line()


def _lines(scribe: Scribe, path: str, value: object) -> None:
    text = clean(_text(value)).strip()
    if text:
        scribe.start_line()
        scribe.block(BlockKind.FIELD, text, path=path)
        scribe.start_line()


def _row(scribe: Scribe, values: Sequence[tuple[str, object]], joint: str) -> None:
    shown = [(path, one_line(_text(value))) for path, value in values]
    shown = [(path, text) for path, text in shown if text]
    if not shown:
        return
    scribe.start_line()
    for number, (path, text) in enumerate(shown):
        if not path:
            scribe.say(f" {text}")
            continue
        if number:
            scribe.say(joint)
        scribe.block(BlockKind.FIELD, text, path=path)
    scribe.start_line()


def _text(value: object) -> str:
    if isinstance(value, bool) or value is None or isinstance(value, Mapping | list):
        return ""
    return str(value)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
