"""One owner's piece of work: all of it is stored by `commit`, or none."""

from functools import cached_property
from types import TracebackType

from andregang.store.attempts import Attempts
from andregang.store.choices import Choices
from andregang.store.corrections import Corrections
from andregang.store.documents import Documents
from andregang.store.drafts import Drafts
from andregang.store.events import Events
from andregang.store.examples import Examples
from andregang.store.facts import Facts
from andregang.store.heard import HeardThings
from andregang.store.notes import Notes
from andregang.store.offers import Offers
from andregang.store.people import People
from andregang.store.plan_marks import PlanMarks
from andregang.store.preparations import Preparations
from andregang.store.readings import Readings
from andregang.store.recordings import Recordings
from andregang.store.referees import Referees
from andregang.store.results import Results
from andregang.store.rounds import Rounds
from andregang.store.rows import Mine
from andregang.store.runs import Runs
from andregang.store.standings import Standings
from andregang.store.stories import Stories
from andregang.store.undo import Undo


class UnitOfWork:
    """The repositories of one owner inside one transaction, rolled back unless committed.

    A class and not a generator, because errors are frozen values and must pass through unchanged.
    """

    def __init__(self, mine: Mine, *, read_only: bool = False) -> None:
        self.mine, self._read_only = mine, read_only

    def __enter__(self) -> "UnitOfWork":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        connection = self.mine.connection
        if connection.closed:
            return
        try:
            connection.rollback()
            if self.drafts.pending:
                self.drafts.write_pending()
                connection.commit()
        finally:
            connection.close()

    def commit(self) -> None:
        """Stores everything done so far; the unit can go on and commit again."""
        self.drafts.write_pending()
        self.mine.connection.commit()

    def close(self) -> None:
        """Ends the unit before its block does."""
        self.__exit__(None, None, None)

    @property
    def owner(self) -> str:
        return self.mine.owner

    @cached_property
    def preparations(self) -> Preparations:
        return Preparations(self.mine)

    @cached_property
    def documents(self) -> Documents:
        return Documents(self.mine)

    @cached_property
    def readings(self) -> Readings:
        return Readings(self.mine)

    @cached_property
    def corrections(self) -> Corrections:
        return Corrections(self.mine)

    @cached_property
    def drafts(self) -> Drafts:
        return Drafts(self.mine)

    @cached_property
    def examples(self) -> Examples:
        return Examples(self.mine, self.drafts)

    @cached_property
    def stories(self) -> Stories:
        return Stories(self.mine, self.drafts)

    @cached_property
    def notes(self) -> Notes:
        return Notes(self.mine, self.drafts)

    @cached_property
    def people(self) -> People:
        return People(self.mine)

    @cached_property
    def plan_marks(self) -> PlanMarks:
        return PlanMarks(self.mine)

    @cached_property
    def rounds(self) -> Rounds:
        return Rounds(self.mine)

    @cached_property
    def events(self) -> Events:
        return Events(self.mine)

    @cached_property
    def attempts(self) -> Attempts:
        return Attempts(self.mine)

    @cached_property
    def recordings(self) -> Recordings:
        return Recordings(self.mine)

    @cached_property
    def runs(self) -> Runs:
        return Runs(self.mine)

    @cached_property
    def heard(self) -> HeardThings:
        return HeardThings(self.mine)

    @cached_property
    def results(self) -> Results:
        return Results(self.mine)

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.mine)

    @cached_property
    def referees(self) -> Referees:
        return Referees(self.mine)

    @cached_property
    def offers(self) -> Offers:
        return Offers(self.mine)

    @cached_property
    def standings(self) -> Standings:
        return Standings(self.mine)

    @cached_property
    def choices(self) -> Choices:
        return Choices(self.mine)

    @cached_property
    def undo(self) -> Undo:
        return Undo(self.mine)
