"""What a careful candidate still has to ask for (CLA1–CLA5)."""

import re

from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.model import AgendaItem, Assessment, CaseTask, Gap, MessageKind, Participant
from andregang.domain.meeting.names import is_name
from andregang.domain.meeting.when import When
from andregang.domain.source import Quote

_SET_UP = {MessageKind.INVITATION, MessageKind.RESCHEDULE}


def read_gaps(
    mail: Correspondence,
    kind: MessageKind,
    when: When,
    participants: tuple[Participant, ...],
    agenda: tuple[AgendaItem, ...],
    tests: tuple[Assessment, ...],
    case: CaseTask | None,
    bring: tuple[Quote, ...],
    *,
    has_place: bool,
) -> tuple[Gap, ...]:
    """The gaps in the order they are asked; none for messages that set up no meeting."""
    if kind not in _SET_UP:
        return ()
    words = " ".join(mail.view[letter.body.start : letter.body.end] for letter in mail.letters)
    prepared = bool(case or bring or tests) or _says(mail, words, "bring.nothing", "prepare.word")
    lacking = {
        Gap.WHO: not participants or _unnamed(mail),
        Gap.AGENDA: not agenda and not _says(mail, words, "agenda.known"),
        Gap.DURATION: not when.has_length,
        Gap.PLACE: not has_place and not _says(mail, words, "place.later", "place.phone"),
        Gap.PREPARATION: not prepared,
        Gap.NEXT_STEPS: not _says(mail, words, "next.steps"),
    }
    return tuple(gap for gap in Gap if lacking[gap])


def _says(mail: Correspondence, words: str, *names: str) -> bool:
    return any(mail.phrases.in_(name, words) for name in names)


def _unnamed(mail: Correspondence) -> bool:
    """Somebody is mentioned as coming, but not by name."""
    for letter in mail.letters:
        for sentence in letter.sentences:
            for match in mail.phrases["people.unnamed"].finditer(sentence.text):
                after = sentence.text[match.end() : match.end() + 28]
                before = sentence.text[max(0, match.start() - 40) : match.start()]
                named = re.match(r"[,:\s(–-]{0,3}(?:\w+,?\s){0,1}[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+)?", after)
                last = re.search(
                    r"(?P<name>[A-ZÆØÅ][\w-]+(?:\s[A-ZÆØÅ][\w-]+)*)(?:,\s|\s\(|\s[–-]\s)(?:vår\s|our\s|som er\s)?\Z",
                    before,
                )
                named_before = last is not None and is_name(last["name"])
                if _SUBJECT.search(before):
                    continue
                if re.match(r"\s(?:role|position|job|post|vacancy|stilling)", after):
                    continue
                if not named and not named_before and not _is_elsewhere(mail, sentence.text):
                    return True
    return False


# "an introduction to the platform team" is what is talked about, not who comes.
_SUBJECT = re.compile(
    r"\b(?:introduction to|introduksjon (?:til|av)|tour of|overview of|about|om|part of|join|in)\s\Z", re.IGNORECASE
)


def _is_elsewhere(mail: Correspondence, words: str) -> bool:
    """Whether the sentence is about asking, deciding or having met rather than about the meeting."""
    return any(
        mail.phrases.in_(name, words)
        for name in ("next.steps", "people.not_met", "people.absent", "time.answer", "kind.conditional")
    )
