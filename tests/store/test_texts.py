"""Two windows write the same text, and no word is lost; corrections stand by the words they are about."""

import datetime as dt

import pytest

from andregang.domain.errors import ChangedMeanwhile
from andregang.store import BothTexts, Store


def test_a_note_counts_its_versions(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        assert work.notes.read(preparation, "draft") is None
        assert work.notes.write(preparation, "draft", "en", 0, now).version == 1
        assert work.notes.write(preparation, "draft", "to", 1, now).version == 2
        assert work.notes.write(preparation, "draft", "to", 1, now).version == 2


def test_a_lost_race_keeps_both_texts(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        read = work.notes.write(preparation, "draft", "grunnlag", 0, now).version
        work.commit()
    with store.unit_of_work("kari") as first:
        first.notes.write(preparation, "draft", "fra det ene vinduet", read, now)
        first.commit()
    with pytest.raises(ChangedMeanwhile) as both, store.unit_of_work("kari") as second:
        second.notes.write(preparation, "draft", "fra det andre vinduet", read, now)
        second.commit()
    assert both.value == BothTexts("note", "draft", "fra det ene vinduet", "fra det andre vinduet")
    with store.unit_of_work("kari") as work:
        assert work.notes.read(preparation, "draft").text == "fra det ene vinduet"
        (kept,) = work.drafts.of("note:draft")
        assert kept.text == "fra det andre vinduet"
        work.drafts.discard(kept.id)
        assert work.drafts.of("note:draft") == ()


def test_two_first_writes_keep_both_texts(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        work.notes.write(preparation, "draft", "en", 0, now)
        with pytest.raises(BothTexts):
            work.notes.write(preparation, "draft", "to", 0, now)
        work.commit()
        assert [d.text for d in work.drafts.of("note:draft")] == ["to"]


def test_a_draft_outlives_the_preparation_it_was_for(store: Store, preparation: str, now: dt.datetime):
    with pytest.raises(BothTexts), store.unit_of_work("kari") as work:
        work.notes.write(preparation, "draft", "en", 0, now)
        work.commit()
        with store.unit_of_work("kari") as other:
            other.undo.remove("preparations", preparation, now)
            other.commit()
        work.drafts.keep("note:draft", "to", now, preparation)
        raise BothTexts("note", "draft", "en", "to")
    with store.unit_of_work("kari") as work:
        assert [(d.text, d.preparation) for d in work.drafts.of("note:draft")] == [("to", None)]


def test_parts_of_an_example_can_be_written_in_two_windows(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        made = work.examples.create(preparation, now, title="Lageret")
        work.examples.write(made.id, now, {"did": "Ryddet"}, read={"did": ""})
        work.examples.write(made.id, now, {"result": "Orden"}, read={"result": ""})
        with pytest.raises(BothTexts) as both:
            work.examples.write(
                made.id, now, {"did": "Sorterte", "learned": "Å spørre"}, read={"did": "", "learned": ""}
            )
        assert (both.value.theirs, both.value.yours) == ("Ryddet", "Sorterte")
        work.commit()
        stands = work.examples.get(made.id)
        assert (stands.title, stands.did, stands.result, stands.learned) == ("Lageret", "Ryddet", "Orden", "")
        assert [d.text for d in work.drafts.of(f"example:{made.id}:did")] == ["Sorterte"]


def test_every_part_of_a_lost_example_is_kept(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        made = work.examples.create(preparation, now, did="a", result="b")
        with pytest.raises(BothTexts):
            work.examples.write(made.id, now, {"did": "c", "result": "d"}, read={"did": "", "result": "b"})
        work.commit()
        assert [d.text for d in work.drafts.all("about")] == ["c", "d"]


def test_a_story_keeps_what_it_leans_on(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        work.stories.write(preparation, "contribution", "Først", now, items=["Drifte lageret"], examples=["e1"])
        story = work.stories.write(preparation, "contribution", "Så", now, read="Først")
        assert (story.text, story.items, story.examples) == ("Så", ("Drifte lageret",), ("e1",))
        with pytest.raises(BothTexts):
            work.stories.write(preparation, "contribution", "Til slutt", now, read="Først")


def test_the_last_word_on_the_same_thing_stands(store: Store, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        link = {"other_document": "cv", "other_words": "Ryddet lageret"}
        work.corrections.say("ad", "Orden på lageret", "confirm", now, **link)
        work.corrections.say("ad", "Orden på lageret", "reject", now + dt.timedelta(minutes=1), **link)
        work.corrections.say("ad", "Orden på lageret", "kind", now, field="kind", value="must")
        said = work.corrections.of("ad", "cv", "ad")
        assert [(c.action, c.value) for c in said] == [("kind", "must"), ("reject", "")]
        work.corrections.take_back(said[0].id)
        assert len(work.corrections.of("ad")) == 1


def test_plan_marks_and_rounds_are_written_over(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        work.plan_marks.move(preparation, "t1", dt.date(2026, 12, 1))
        work.plan_marks.mark_done(preparation, "t1", now)
        (mark,) = work.plan_marks.of(preparation)
        assert (mark.done, mark.moved_to) == (now, dt.date(2026, 12, 1))
        assert work.plan_marks.mark_done(preparation, "t1", None).done is None
        work.rounds.write(preparation, 2, begins=now, place="Møterom 4")
        work.rounds.write(preparation, 2, said="De ringer fredag", answer_by=dt.date(2026, 12, 4))
        (second,) = work.rounds.of(preparation)
        assert (second.begins, second.place, second.said) == (now, "Møterom 4", "De ringer fredag")


def test_people_and_events_stand_in_order(store: Store, preparation: str, now: dt.datetime):
    with store.unit_of_work("kari") as work:
        for name in ("Åse", "Bjørn", "Ada"):
            work.people.name(preparation, name)
            work.events.log(preparation, "named", now, name=name)
            now += dt.timedelta(seconds=1)
        assert [p.name for p in work.people.of(preparation)] == ["Åse", "Bjørn", "Ada"]
        assert [e.detail["name"] for e in work.events.of(preparation)] == ["Åse", "Bjørn", "Ada"]
