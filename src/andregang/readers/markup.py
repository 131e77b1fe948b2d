"""HTML → lines and blocks: for web pages, for mails that come as HTML only, for marked-up values of other formats."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from andregang.domain.text import BlockKind
from andregang.readers.job_posting import Posting, postings_of
from andregang.readers.markup_tree import Node, is_hidden, is_inside, parse
from andregang.readers.markup_walk import Walk
from andregang.readers.scribe import Scribe, one_line


def write_page(scribe: Scribe, markup: str) -> dict[str, str]:
    """A web page: its main part without menus and banners, and its JobPosting as fields. Returns its properties."""
    tree = parse(markup)
    postings = postings_of(_structured(tree))
    properties = _properties(tree)
    roots = _main_parts(tree)
    draft = Scribe()
    for root in roots:
        Walk(draft, page=True, inside=len(roots) > 1 or root.tag != "body").walk(root)
    seen = draft.written()
    missing = [p for p in postings if not p.is_shown_in(seen)]
    described = sum(len(posting.description) for posting in missing)
    if missing and len(missing) == len(postings) and len(one_line(seen)) < 0.3 * described:
        roots = []
    for root in roots:
        Walk(scribe, page=True, inside=len(roots) > 1 or root.tag != "body").walk(root)
    for posting in missing:
        write_description(scribe, posting)
    for number, posting in enumerate(postings):
        posting.write(scribe, "JobPosting" if number == 0 else f"JobPosting[{number}]")
    return properties


def write_description(scribe: Scribe, posting: Posting) -> None:
    """The ad's text out of the JobPosting, for pages that show it only by script."""
    scribe.gap()
    if posting.title and posting.title not in scribe.written():
        scribe.line(BlockKind.HEADING, posting.title, 1)
    body = parse(posting.description).body
    if body is not None:
        Walk(scribe, page=False, inside=True).walk(body)


def write_letter(scribe: Scribe, markup: str) -> None:
    """The HTML of a mail: all of it, with the addresses behind its links, which is where the meeting is."""
    body = parse(markup).body
    if body is not None:
        Walk(scribe, page=False, inside=True, letter=True).walk(body)


def statements_of(markup: str) -> tuple[str, list[str]]:
    """A short marked-up text as a summary and its list items, for values of structured CVs."""
    scribe = Scribe()
    body = parse(markup.replace("\n", "<br>") if "<" not in markup else markup).body
    if body is not None:
        Walk(scribe, page=False, inside=True).walk(body)
    text, blocks = scribe.so_far()
    items = [text[b.start : b.end] for b in blocks if b.kind is BlockKind.BULLET]
    other = [text[b.start : b.end] for b in blocks if b.kind is not BlockKind.BULLET]
    return "\n".join(other), items


def _structured(tree: LexborHTMLParser) -> Iterator[str]:
    for script in tree.css('script[type="application/ld+json"]'):
        yield script.text(deep=True)


def _properties(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    title = tree.css_first("title")
    if title is not None:
        found["title"] = title.text()[:300]
    if tree.root is not None:
        found["language"] = (tree.root.attributes.get("lang") or "")[:20]
    for meta in tree.css("meta[property]"):
        name = meta.attributes.get("property")
        if name in ("og:site_name", "og:title", "og:url"):
            found[name.removeprefix("og:")] = (meta.attributes.get("content") or "")[:500]
    return found


def _main_parts(tree: LexborHTMLParser) -> list[Node]:
    body = tree.body
    if body is None:
        return []
    whole = len(body.text())
    for selector in ("main", '[role="main"]', "article"):
        parts = [part for part in tree.css(selector) if not is_hidden(part)]
        parts = [part for part in parts if not any(is_inside(part, other) for other in parts)]
        if parts and sum(len(part.text()) for part in parts) >= min(200, whole * 0.2):
            headings = [h for h in tree.css("h1") if not any(is_inside(h, part) for part in parts)][:1]
            return headings + parts
    return [body]
