"""What is so about this meeting and this ad, as far as it decides which questions are likely."""

import re
from collections.abc import Iterable, Sequence

from andregang.domain.evidence import Match, Strength
from andregang.domain.job_ad import ItemKind, JobAd
from andregang.domain.meeting import AssessmentTime, Meeting, Side
from andregang.domain.questions.model import When
from andregang.domain.text import Language
from andregang.domain.vocabulary import Vocabulary

_ASKED = (ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD)
_BY_WORDS = {
    When.BUDGET: "budget",
    When.CUSTOMERS: "customers",
    When.SYSTEMS: "systems",
    When.TRAVEL: "travel",
}


def circumstances_of(
    ad: JobAd | None, matches: Sequence[Match], meeting: Meeting | None, vocabulary: Vocabulary
) -> frozenset[When]:
    """Every condition that holds, so that a question may rest on it."""
    holds = {When.ALWAYS}
    if meeting is None or meeting.round is None or meeting.round.value != 1:
        holds.add(When.LATER_ROUND)
    if meeting is None or not meeting.participants or any(p.first_time is not False for p in meeting.participants):
        holds.add(When.SOMEONE_NEW)
    if meeting is not None and any(person.side is Side.AGENCY for person in meeting.participants):
        holds.add(When.AGENCY)
    if meeting is not None and any(test.when is not AssessmentTime.IN_MEETING for test in meeting.tests):
        holds.add(When.TESTS)
    if any(match.strength is Strength.NONE and match.item.kind in _ASKED for match in matches):
        holds.add(When.OPEN_ITEMS)
    return frozenset(holds | (_of_ad(ad, vocabulary) if ad is not None else set()))


def _of_ad(ad: JobAd, vocabulary: Vocabulary) -> set[When]:
    title = ad.title.value.lower() if ad.title else ""
    asked = " \n".join(item.quote.words.lower() for item in ad.of_kind(*_ASKED))
    holds = {when for when, name in _BY_WORDS.items() if speaks_of(asked, vocabulary, f"questions.{name}")}
    if speaks_of(ad.document.content.text.lower(), vocabulary, "questions.remote"):
        holds.add(When.REMOTE)
    leads = speaks_of(title, vocabulary, "questions.leader") and not speaks_of(
        title, vocabulary, "questions.not_leader"
    )
    if leads or speaks_of(asked, vocabulary, "questions.leads_people"):
        holds.add(When.LEADER)
    return holds


def assessments_of(meeting: Meeting | None, vocabulary: Vocabulary) -> frozenset[str]:
    """The groups of questions (`PT`, `ET`) the read-back calls for; both when the message does not say which test."""
    tests = (
        [] if meeting is None else [t.what.lower() for t in meeting.tests if t.when is not AssessmentTime.IN_MEETING]
    )
    groups = set()
    for what in tests:
        ability = speaks_of(what, vocabulary, "questions.assessment.ability")
        personality = speaks_of(what, vocabulary, "questions.assessment.personality")
        groups |= {"ET"} if ability and not personality else {"PT"} if personality and not ability else {"PT", "ET"}
    return frozenset(groups)


def speaks_of(text: str, vocabulary: Vocabulary, name: str, languages: Iterable[Language] = ()) -> bool:
    """Whether the lower-case text holds any entry of a list, at the beginning of a word or as the pattern it is."""
    for entry in vocabulary.entries(name, *languages):
        if entry.startswith("re:"):
            if re.search(entry[3:], text):
                return True
        elif entry in text:
            return True
    return False
