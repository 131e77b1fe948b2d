"""Runs the migrations on the connection given, inside its transaction. Nothing is configured from files."""

from alembic import context

from andregang.store.tables import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema,
    render_as_batch=True,
    transactional_ddl=False,  # The transaction is the caller's.
)
context.run_migrations()
