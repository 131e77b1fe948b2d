"""Whatever is done in whatever order, the store holds what a plain dictionary would hold."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests_store import NOW

from andregang.store import BothTexts, open_store

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
keys = st.sampled_from(["draft", "who", "æøå"])


class Model(RuleBasedStateMachine):
    """One owner's preparations and notes, beside a second owner who must never be touched."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = open_store(self.folder)
        self.notes: dict[str, dict[str, str]] = {}
        self.removed: dict[str, tuple[str, dict[str, str]]] = {}
        self.lost: set[str] = set()
        with self.store.unit_of_work("ola") as work:
            work.choices.choose("theme", "dark")
            work.commit()

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def some(self, of: dict[str, object], pick: int) -> str | None:
        return sorted(of)[pick % len(of)] if of else None

    @rule(commit=st.booleans())
    def begin_a_preparation(self, commit: bool) -> None:
        with self.store.unit_of_work("kari") as work:
            made = work.preparations.create("fjordvik", "Fjordvik", NOW)
            if commit:
                work.commit()
                self.notes[made.id] = {}

    @rule(pick=st.integers(0, 9), key=keys, text=texts, commit=st.booleans(), stale=st.booleans())
    def write_a_note(self, pick: int, key: str, text: str, commit: bool, stale: bool) -> None:
        preparation = self.some(self.notes, pick)
        if preparation is None:
            return
        with self.store.unit_of_work("kari") as work:
            note = work.notes.read(preparation, key)
            version = (note.version if note else 0) - (1 if stale else 0)
            try:
                work.notes.write(preparation, key, text, version, NOW)
            except BothTexts as both:
                assert stale
                assert both.theirs == self.notes[preparation][key] != text
                self.lost.add(text)
                return
            if commit:
                work.commit()
                self.notes[preparation][key] = text

    @rule(pick=st.integers(0, 9))
    def remove_a_preparation(self, pick: int) -> None:
        preparation = self.some(self.notes, pick)
        if preparation:
            with self.store.unit_of_work("kari") as work:
                gone = work.undo.remove("preparations", preparation, NOW + dt.timedelta(seconds=len(self.removed)))
                work.commit()
            self.removed[gone.id] = (preparation, self.notes.pop(preparation))

    @rule(pick=st.integers(0, 9))
    def bring_one_back(self, pick: int) -> None:
        gone = self.some(self.removed, pick)
        if gone:
            with self.store.unit_of_work("kari") as work:
                work.undo.restore(gone)
                work.commit()
            preparation, notes = self.removed.pop(gone)
            self.notes[preparation] = notes

    @rule()
    def empty_the_undo(self) -> None:
        self.store.empty_undo("kari")
        self.removed.clear()
        self.keep_the_drafts_that_are_there()

    @rule(pick=st.integers(0, 9))
    def forget_a_preparation(self, pick: int) -> None:
        preparation = self.some(self.notes, pick)
        if preparation:
            with self.store.unit_of_work("kari", read_only=True) as work:
                slug = work.preparations.get(preparation).slug
            self.store.forget("kari", slug)
            del self.notes[preparation]
            self.keep_the_drafts_that_are_there()

    @rule()
    def open_anew(self) -> None:
        self.store.close()
        self.store = open_store(self.folder)

    def keep_the_drafts_that_are_there(self) -> None:
        with self.store.unit_of_work("kari", read_only=True) as work:
            self.lost &= {draft.text for draft in work.drafts.all()}

    @invariant()
    def the_store_holds_what_the_model_holds(self) -> None:
        with self.store.unit_of_work("kari", read_only=True) as work:
            found = {p.id: {n.key: n.text for n in work.notes.of(p.id)} for p in work.preparations.all()}
            assert found == self.notes
            assert {gone.id for gone in work.undo.all()} == self.removed.keys()
            slugs = [p.slug for p in work.preparations.all()]
            assert len(set(slugs)) == len(slugs)
            waiting = {raw["text"] for gone in work.undo.all() for raw in gone.rows.get("drafts", [])}
            assert self.lost <= {draft.text for draft in work.drafts.all()} | waiting
        with self.store.unit_of_work("ola", read_only=True) as work:
            assert work.choices.read("theme") == "dark"


Model.TestCase.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
TestModel = Model.TestCase
