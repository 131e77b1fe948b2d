"""JSON-LD JobPosting: what a page says about its ad to search engines."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from andregang.domain.text import BlockKind, fold
from andregang.readers import limits
from andregang.readers.scribe import Scribe, one_line

_TAG = re.compile(r"<[^<>]{0,2000}>")
_PLAIN_VALUES_NAMES = (
    "title validThrough datePosted employmentType industry occupationalCategory workHours jobStartDate "
    "totalJobOpenings jobLocationType experienceRequirements educationRequirements qualifications "
    "responsibilities skills jobBenefits url"
)
_PLAIN_VALUES = tuple(_PLAIN_VALUES_NAMES.split())
_NAMED = (
    ("hiringOrganization", ("name", "sameAs")),
    ("identifier", ("value",)),
    ("applicationContact", ("name", "telephone", "email")),
)
_VALUE_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class Posting:
    """One JobPosting: its values by path inside it, and its description as HTML."""

    values: tuple[tuple[str, str], ...]
    description: str

    @property
    def title(self) -> str:
        """The post's title, or nothing."""
        return dict(self.values).get("title", "")

    def is_shown_in(self, text: str) -> bool:
        """Whether the page's visible text already holds most of the description."""
        pieces = [one_line(unescape(piece)) for piece in _TAG.split(self.description)]
        pieces = [piece for piece in pieces if len(piece) > 3]
        if not pieces:
            return True
        shown = fold(text)
        found = sum(len(piece) for piece in pieces if piece[:60] in shown)
        return found >= 0.5 * sum(map(len, pieces))

    def write(self, scribe: Scribe, root: str) -> None:
        """The values as fields after the text, one a line."""
        scribe.gap()
        for path, value in self.values:
            scribe.field(path, f"{root}.{path}", value, BlockKind.FIELD)


def postings_of(scripts: Iterable[str]) -> tuple[Posting, ...]:
    """The job postings in the page's JSON-LD; a broken or outsized script is passed over."""
    found: list[Posting] = []
    for script in scripts:
        if len(script) > limits.STRUCTURED_DATA_BYTES:
            continue
        for node in _nodes(_load(script), 0):
            kind = node.get("@type")
            if kind == "JobPosting" or (isinstance(kind, list) and "JobPosting" in kind):
                posting = _posting(node)
                if posting not in found:
                    found.append(posting)
    return tuple(found[:20])


def _load(script: str) -> object:
    body = (
        script.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .strip()
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
    )
    try:
        return json.loads(body, strict=False, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "itemListElement", "item"):
            if key in value:
                yield from _nodes(value[key], depth + 1)


def _posting(node: dict[str, object]) -> Posting:
    values: list[tuple[str, str]] = []
    for key in _PLAIN_VALUES:
        values += [(key, text) for text in _texts(node.get(key))]
    for number, place in enumerate(_listed(node.get("jobLocation"))[:10]):
        address = place.get("address") if isinstance(place, dict) else place
        prefix = "jobLocation" if number == 0 else f"jobLocation[{number}]"
        if isinstance(address, dict):
            for key in ("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"):
                values += [(f"{prefix}.{key}", text) for text in _texts(address.get(key))]
        else:
            values += [(prefix, text) for text in _texts(address)]
    for key, parts in _NAMED:
        for item in _listed(node.get(key))[:3]:
            if isinstance(item, dict):
                for part in parts:
                    values += [(f"{key}.{part}", text) for text in _texts(item.get(part))]
            elif key == "hiringOrganization":
                values += [("hiringOrganization.name", text) for text in _texts(item)]
    unique = tuple(dict.fromkeys((path, value) for path, value in values if value))
    return Posting(unique, _description(node.get("description")))


def _description(value: object) -> str:
    if not isinstance(value, str):
        return ""
    text = value
    for _ in range(2):
        if "<" not in text and "&lt;" in text:
            text = unescape(text)
    return text if "<" in text else text.replace("\r\n", "\n").replace("\n", "<br>")


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: object) -> list[str]:
    texts = []
    for item in _listed(value)[:5]:
        if isinstance(item, dict):
            item = item.get("name") or item.get("@value") or item.get("value")
        if isinstance(item, str | int | float) and not isinstance(item, bool):
            text = one_line(_TAG.sub(" ", unescape(str(item))))
            if text:
                texts.append(text[:_VALUE_LIMIT])
    return texts
