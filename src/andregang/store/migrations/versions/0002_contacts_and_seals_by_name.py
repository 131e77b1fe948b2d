"""People have a contact; a row's seal goes by the names of its columns, so that a new column changes none.

A row whose old seal does not hold keeps it, and so stays known as damaged.
"""

import hashlib
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# The tables as revision 0001 has them, in the order the old seal goes by.
_COLUMNS = {
    "preparations": "id slug title language given_start minutes_per_day created archived",
    "documents": "id preparation digest name kind added position source address size",
    "corrections": "id document words action field value other_document other_words made",
    "examples": ("id preparation title frame planned did result people learned bridge items position changed"),
    "stories": "id preparation key text items examples changed",
    "notes": "id preparation key text version changed",
    "drafts": "id preparation about text kept",
    "people": "id preparation name role side met heard note position",
    "plan_marks": "id preparation task done moved_to",
    "rounds": "id preparation number begins ends place side said answer_by outcome",
    "events": "id preparation at kind detail",
    "choices": "id key value",
    "removed": "id preparation kind name at rows",
}


def upgrade() -> None:
    op.add_column("people", sa.Column("contact", sa.Text(), nullable=False, server_default=""))
    op.execute(sa.text("DELETE FROM readings"))
    connection = op.get_bind()
    for name, columns in _COLUMNS.items():
        _seal_anew(connection, name, columns.split())


def _seal_anew(connection: sa.Connection, name: str, columns: list[str]) -> None:
    table = sa.table(name, sa.column("owner"), sa.column("seal"), *(sa.column(column) for column in columns))
    query = sa.select(table.c.owner, table.c.seal, *(table.c[column] for column in columns))
    for owner, seal, *values in connection.execute(query).all():
        if _old(values) == seal:
            row = sa.and_(table.c.owner == owner, table.c.id == values[0])
            connection.execute(sa.update(table).where(row).values(seal=_new(dict(zip(columns, values, strict=True)))))


def _old(values: list[Any]) -> str:
    marked = "".join("-;" if v is None else f"{len(str(v))}:{v};" for v in values)
    return hashlib.sha256(marked.encode("utf-8", "surrogatepass")).hexdigest()


def _new(raw: dict[str, Any]) -> str:
    marked = "".join(f"{name}={len(str(v))}:{v};" for name, v in sorted(raw.items()) if v not in (None, ""))
    return hashlib.sha256(marked.encode("utf-8", "surrogatepass")).hexdigest()
