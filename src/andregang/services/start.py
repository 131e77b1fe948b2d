"""Starting a preparation: what is asked, and the person's own word on the time."""

import datetime as dt

from andregang.store import StoredPreparation, UnitOfWork


def set_start(uow: UnitOfWork, kept: StoredPreparation, start: dt.datetime) -> None:
    """The person's own word on when the interview is."""
    uow.preparations.change(kept.id, given_start=start)
