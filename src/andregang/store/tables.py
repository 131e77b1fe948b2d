"""The tables, in plain text, numbers and nothing a database would understand differently.

Every key begins with the owner, so that a row can only belong to a preparation of the same owner. Each column says in
`info["as"]` how a value of `records` is written; `seal` is the digest of the row's other values (see `rows`).
"""

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

schema = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False, info={"as": "text"})


def _later_text(name: str) -> Column[Any]:
    """A text that rows of an earlier schema do not have."""
    return Column(name, Text, nullable=False, server_default="", info={"as": "text"})


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False, info={"as": "number"})


def _instant(name: str, *, optional: bool = False) -> Column[Any]:
    """A moment in UTC, so that text order is time order."""
    return Column(name, Text, nullable=optional, info={"as": "instant"})


def _local_time(name: str) -> Column[Any]:
    """A moment as it was given, with its own offset; may be empty."""
    return Column(name, Text, nullable=True, info={"as": "local_time"})


def _day(name: str) -> Column[Any]:
    return Column(name, Text, nullable=True, info={"as": "day"})


def _flag(name: str, *, optional: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=optional, info={"as": "flag"})


def _words(name: str) -> Column[Any]:
    """Several texts in order, as JSON."""
    return Column(name, Text, nullable=False, info={"as": "words"})


def _values(name: str) -> Column[Any]:
    """Named values, as JSON."""
    return Column(name, Text, nullable=False, info={"as": "values"})


def _preparation(*, optional: bool = False) -> Column[Any]:
    return Column("preparation", Text, nullable=optional, info={"as": "text"})


def _owned(name: str, *columns: Column[Any], unique: tuple[str, ...] = ()) -> Table:
    """A table of one owner's rows; one with a `preparation` belongs to it and goes with it."""
    rules: list[Any] = [PrimaryKeyConstraint("owner", "id")]
    names = [column.name for column in columns]
    if unique:
        rules.append(UniqueConstraint("owner", *unique))
    if "preparation" in names:
        rules.append(ForeignKeyConstraint(["owner", "preparation"], ["preparations.owner", "preparations.id"]))
        rules.append(Index(f"ix_{name}_preparation", "owner", "preparation"))
    owner = Column("owner", Text, nullable=False)
    return Table(name, schema, owner, _text("id"), *columns, Column("seal", Text, nullable=False), *rules)


preparations = _owned(
    "preparations",
    _text("slug"),
    _text("title"),
    _text("language"),
    _local_time("given_start"),
    _number("minutes_per_day"),
    _instant("created"),
    _instant("archived", optional=True),
    unique=("slug",),
)

originals = Table(
    "originals",
    schema,
    Column("owner", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("owner", "digest"),
)

documents = _owned(
    "documents",
    _preparation(),
    _text("digest"),
    _text("name"),
    _text("kind"),
    _instant("added"),
    _number("position"),
    _text("source"),
    _text("address"),
    _number("size"),
    unique=("preparation", "digest"),
)
documents.append_constraint(ForeignKeyConstraint(["owner", "digest"], ["originals.owner", "originals.digest"]))

readings = Table(
    "readings",
    schema,
    Column("owner", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("seal", Text, nullable=False),
    PrimaryKeyConstraint("owner", "digest", "reader"),
)

corrections = _owned(
    "corrections",
    _text("document"),
    _text("words"),
    _text("action"),
    _text("field"),
    _text("value"),
    _text("other_document"),
    _text("other_words"),
    _instant("made"),
)
Index("ix_corrections_document", corrections.c.owner, corrections.c.document)

examples = _owned(
    "examples",
    _preparation(),
    _text("title"),
    _text("frame"),
    _text("planned"),
    _text("did"),
    _text("result"),
    _text("people"),
    _text("learned"),
    _text("bridge"),
    _words("items"),
    _number("position"),
    _instant("changed"),
)

stories = _owned(
    "stories",
    _preparation(),
    _text("key"),
    _text("text"),
    _words("items"),
    _words("examples"),
    _instant("changed"),
    unique=("preparation", "key"),
)

notes = _owned(
    "notes",
    _preparation(optional=True),
    _text("key"),
    _text("text"),
    _number("version"),
    _instant("changed"),
)
Index("ix_notes_key", notes.c.owner, notes.c.key)

drafts = _owned("drafts", _preparation(optional=True), _text("about"), _text("text"), _instant("kept"))

people = _owned(
    "people",
    _preparation(),
    _text("name"),
    _text("role"),
    _text("side"),
    _flag("met", optional=True),
    _flag("heard"),
    _text("note"),
    _number("position"),
    _later_text("contact"),
)

plan_marks = _owned(
    "plan_marks",
    _preparation(),
    _text("task"),
    _instant("done", optional=True),
    _day("moved_to"),
    unique=("preparation", "task"),
)

rounds = _owned(
    "rounds",
    _preparation(),
    _number("number"),
    _local_time("begins"),
    _local_time("ends"),
    _text("place"),
    _text("side"),
    _text("said"),
    _day("answer_by"),
    _text("outcome"),
    unique=("preparation", "number"),
)

events = _owned("events", _preparation(), _instant("at"), _text("kind"), _values("detail"))

attempts = _owned(
    "attempts",
    _preparation(),
    _text("question"),
    _text("asked"),
    _text("answer"),
    _text("language"),
    _text("grade"),
    _text("recording"),
    _text("run"),
    _values("measures"),
    _instant("at"),
)

recordings = _owned(
    "recordings",
    _preparation(),
    _text("question"),
    _text("mime"),
    _text("state"),
    _values("measures"),
    _instant("begun"),
    _day("keep_until"),
)

recording_pieces = Table(
    "recording_pieces",
    schema,
    Column("owner", Text, nullable=False),
    Column("recording", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("owner", "recording", "number"),
)

runs = _owned(
    "runs",
    _preparation(),
    _text("kind"),
    _values("state"),
    _instant("begun"),
    _instant("changed"),
    _instant("ended", optional=True),
)

heard = _owned(
    "heard",
    _preparation(),
    _text("person"),
    _text("what"),
    _text("key"),
    _text("words"),
    _day("at"),
    _number("round"),
)

results = _owned(
    "results",
    _preparation(),
    _text("instrument"),
    _text("trait"),
    _text("scale"),
    _text("score"),
    _text("norm"),
    _text("reliability"),
    _text("document"),
    _text("words"),
    _text("standing"),
    _text("example"),
    _text("said"),
    _number("position"),
    _instant("changed"),
)

facts = _owned(
    "facts",
    _preparation(),
    _text("field"),
    _text("text"),
    _text("source"),
    _text("address"),
    _text("words"),
    _day("read_on"),
    _number("position"),
    _instant("changed"),
)

referees = _owned(
    "referees",
    _preparation(),
    _text("name"),
    _text("role"),
    _text("relation"),
    _text("contact"),
    _words("claims"),
    _instant("asked", optional=True),
    _flag("agreed", optional=True),
    _text("call_at"),
    _text("said"),
    _number("position"),
)

offers = _owned("offers", _preparation(), _text("name"), _values("terms"), _number("position"), _instant("changed"))

standings = _owned(
    "standings",
    _preparation(),
    _text("offer"),
    _text("decision"),
    _text("known"),
    _number("weight"),
    _text("standing"),
    _text("note"),
    _instant("changed"),
    unique=("preparation", "offer", "decision"),
)

choices = _owned("choices", _text("key"), _text("value"), unique=("key",))

# No foreign key: what was removed may be the preparation itself.
removed = Table(
    "removed",
    schema,
    Column("owner", Text, nullable=False),
    _text("id"),
    Column("preparation", Text, nullable=True, info={"as": "text"}),
    _text("kind"),
    _text("name"),
    _instant("at"),
    _values("rows"),
    Column("seal", Text, nullable=False),
    PrimaryKeyConstraint("owner", "id"),
)

PARTS = (
    documents,
    examples,
    stories,
    notes,
    drafts,
    people,
    plan_marks,
    rounds,
    events,
    attempts,
    recordings,
    runs,
    heard,
    results,
    facts,
    referees,
    offers,
    standings,
)
"""The tables whose rows belong to a preparation and go with it."""
