"""How often a page asks the store does not grow with what is in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from andregang.bootstrap import OWNER
from andregang.domain.source import DocumentKind

from .addresses import crawl, starts
from .conftest import AD, CV, INVITATION, Site, document
from .filled import fill

MORE = 130
"""Lines, examples and people: more than two pages of each."""
AT_MOST = 24


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent to the store meanwhile."""
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def statements(site: Site, slug: str) -> dict[str, int]:
    """Statements of each page of a preparation, by its name, when its documents have been read."""

    def fetch(address: str) -> tuple[int, str, str]:
        answer = site.client.get(address)
        kind = answer.headers.get("location", answer.headers.get("content-type", ""))
        return answer.status_code, kind, answer.text if kind.startswith("text/html") else ""

    pages = [
        found for found in crawl(fetch, starts([slug])) if found.is_page and found.address.startswith(f"/s/{slug}")
    ]
    told: dict[str, int] = {}
    for page in pages:
        # An address never asked before, so that the page is made and not shown again.
        anew = page.address + ("&" if "?" in page.address else "?") + "anew=1"
        with counted() as said:
            assert site.client.get(anew).status_code == 200
        assert said, page.name
        told[page.name] = max(told.get(page.name, 0), len(said))
    return told


def given(more: int) -> list:
    """The documents, with so many lines more in the ad and the CV."""
    lines = [f"Føre oversikt nummer {number} over materiell i hall {number}" for number in range(more)]
    ad = AD.replace("- Lede", "".join(f"- {line}\n" for line in lines) + "- Lede", 1)
    cv = CV.replace("- Ledet", "".join(f"- {line.replace('Føre', 'Førte')}\n" for line in lines) + "- Ledet", 1)
    return [
        document("annonse.txt", ad, DocumentKind.AD),
        document("cv.txt", cv, DocumentKind.CV),
        document("innkalling.txt", INVITATION, DocumentKind.INVITATION),
    ]


def test_a_page_asks_as_often_of_much_as_of_little(open_site, tmp_path):
    little, much = open_site(folder=tmp_path / "little"), open_site(folder=tmp_path / "much")
    few = statements(little, fill(little.context, given(0)))
    slug = fill(much.context, given(MORE))
    with much.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(slug)
        words = [match.item.quote.words for match in much.context.preparation(uow, kept).matches]
        for number in range(MORE):
            uow.examples.create(
                kept.id, much.context.now(), title=f"Sak {number}", did="Ryddet.", items=words[number:][:2]
            )
            uow.people.name(kept.id, f"Ola Berg {number}", role="leder", side="employer", met=False)
            uow.events.log(kept.id, "given", much.context.now(), name=f"fil {number}")
            uow.notes.write(kept.id, f"own:{number}", "Noe.", 0, much.context.now())
            uow.plan_marks.mark_done(kept.id, f"task-{number}", much.context.now())
        uow.commit()
    many = statements(much, slug)
    assert len(few) > 20
    grown = {name: (few[name], many[name]) for name in few if name in many and many[name] > few[name]}
    assert grown == {}
    heavy = {name: count for name, count in many.items() if count > AT_MOST}
    assert heavy == {}


def test_the_count_notices_a_question_for_each_row(prepared):
    with counted() as said, prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        before = len(said)
        for _ in range(5):
            uow.preparations.by_slug(prepared.slug)
    assert len(said) - before >= 5
