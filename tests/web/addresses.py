"""Every page there is, found by following links from the front page, so that a new page needs no mention in a test."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser
from starlette.routing import Match, Route

from andregang.domain.start import Step
from andregang.web.routes import ROUTES

Fetched = tuple[int, str, str]
"""Status, media type with charset (or where a redirection leads), body."""

_MOST = 400


@dataclass(frozen=True)
class Found:
    """An answer of the site: the route it matched, and the names in its query."""

    address: str
    route: Route | None
    query: tuple[str, ...]
    status: int
    kind: str
    body: str

    @property
    def is_page(self) -> bool:
        return self.status == 200 and self.kind.startswith("text/html") and "/fil/" not in self.address

    @property
    def name(self) -> str:
        """The route and its query, as one reads them in the name of a test."""
        path = self.route.path if self.route else self.address
        return path + ("?" + "&".join(self.query) if self.query else "")


def route_of(address: str) -> Route | None:
    """The route an address matches."""
    scope = {"type": "http", "method": "GET", "path": urlsplit(address).path, "root_path": ""}
    return next((route for route in ROUTES if route.matches(scope)[0] is Match.FULL), None)


def filled_in(slug: str = "x") -> list[tuple[str, str]]:
    """Every method and address the routes answer, parameters filled with something."""
    known = {"{slug}": slug, "{step}": "cv", "{name}": "brief.pdf"}
    answered = []
    for route in ROUTES:
        parts = [known.get(part, "1") if part.startswith("{") else part for part in route.path.split("/")]
        answered += [(method, "/".join(parts)) for method in sorted(route.methods or ())]
    return answered


def starts(slugs: Iterable[str]) -> list[str]:
    """Where a walk begins: what needs no more than a preparation's name, and the questions of the start."""
    simple = [route.path for route in ROUTES if route.path.count("{") == 1 and "{slug}" in route.path]
    readable = {route.path for route in ROUTES if "GET" in (route.methods or ())}
    pages = [path for path in simple if path in readable]
    free = ["/", *(route.path for route in ROUTES if "{" not in route.path and route.path in readable)]
    ways = [path.replace("{slug}", slug) for slug in slugs for path in pages]
    return [*dict.fromkeys(free), *ways, *(f"/s/{slug}/ny/{step.value}" for slug in slugs for step in Step)]


def links(html: str, at: str) -> Iterator[str]:
    """Where a page leads on this site."""
    for anchor in LexborHTMLParser(html).css("a[href]"):
        address = urldefrag(urljoin(at, anchor.attributes["href"] or ""))[0]
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith("/static/"):
            yield address


def crawl(fetch: Callable[[str], Fetched], starts: Iterable[str]) -> list[Found]:
    """One answer for each route, preparation and set of query names that links lead to, broken links too."""
    found: dict[tuple[object, ...], Found] = {}
    waiting, seen = list(starts), set()
    while waiting:
        address = waiting.pop(0)
        route = route_of(address)
        query = tuple(sorted({name for name, _ in parse_qsl(urlsplit(address).query, keep_blank_values=True)}))
        preparation = address.split("/")[2] if address.startswith("/s/") else ""
        shape = (route.path if route else address, _step(address, route), preparation, query)
        if address in seen or shape in found:
            continue
        seen.add(address)
        assert len(seen) < _MOST, "the site leads ever on"
        status, kind, body = fetch(address)
        if status == 303:
            waiting.append(kind)
            continue
        found[shape] = Found(address, route, query, status, kind, body)
        if found[shape].is_page:
            waiting.extend(links(body, address))
    return list(found.values())


def _step(address: str, route: Route | None) -> str:
    """The last part of an address where it names one of few pages (a step, a file), not a thing of the person's."""
    last = route.path.rsplit("/", 1)[-1] if route else ""
    return urlsplit(address).path.rsplit("/", 1)[-1] if last in ("{step}", "{name}", "{part}", "{key:str}") else ""
