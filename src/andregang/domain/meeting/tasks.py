"""What the candidate has to do: tests and their read-back, and the case, presentation or lecture."""

import re

from andregang.domain.meeting.case_task import is_later
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Sentence
from andregang.domain.meeting.model import Assessment, AssessmentTime, MessageKind

_DETERMINER = re.compile(
    r"(?:\b(?:en|et|ein|ei|eit|a|an|the|to|two|our|vår)\s(?:(?:kort|korte|enkel|liten|short|brief|quick|praktisk|skriftlig)\s)?)\Z",
    re.IGNORECASE,
)
_TEST_TAIL = re.compile(
    r"(?:\s\([A-ZÆØÅ][\w-]{1,14}\)|\s(?:på nett|online)\b|\s(?:from|fra|frå)\s(?-i:[A-ZÆØÅ][\w-]{1,20}|[a-zæøå]{2,12}-[\w-]{1,12})(?=[\s,;.]|\Z)|,\s(?:verbal|numerisk|verbalt|logisk|verbal and)(?:\s(?:og|and)\s\w{4,14})?)",  # noqa: E501
    re.I,
)
_NO_TEST = re.compile(r"\b(?:ingen|ikke|no|ikkje|inga)\s(?:\w+\s)?\Z", re.IGNORECASE)
_LINK_TEST = re.compile(r"(?:teste[rn]?|test)\s(?:lyd|bilde|lenken|utstyr|the link|your)", re.IGNORECASE)


def read_tests(mail: Correspondence, kind: MessageKind) -> tuple[Assessment, ...]:
    """Tests, trials, role plays and group exercises, seen from this meeting; those of a later round are left out."""
    if kind in {MessageKind.OFFER, MessageKind.REJECTION}:
        return ()
    found: list[Assessment] = []
    for letter in mail.letters:
        for number, sentence in enumerate(letter.sentences):
            if mail.phrases.in_("test.later", sentence.text) and is_later(sentence.text):
                continue
            for match in mail.phrases["test.noun"].finditer(sentence.text):
                if _NO_TEST.search(sentence.text, 0, match.start()) or _LINK_TEST.match(sentence.text, match.start()):
                    continue
                around = (
                    "" if sentence.item else " ".join(s.text for s in letter.sentences[max(0, number - 1) : number + 2])
                )
                when = _when(mail, sentence.text, around, kind)
                found.append(_test(mail, sentence, match, when))
        if found:
            break
    return _distinct(found)


def _when(mail: Correspondence, text: str, around: str, kind: MessageKind) -> AssessmentTime:
    if mail.phrases.in_("test.read_back", text) and kind is not MessageKind.OTHER:
        return AssessmentTime.READ_BACK
    if kind is MessageKind.OTHER or mail.phrases.in_("test.before", text):
        return AssessmentTime.BEFORE
    if mail.phrases.in_("test.read_back", around) and not re.search(r"\b(?:skal|tar du|vil|får du|will)\b", text):
        return AssessmentTime.READ_BACK
    return AssessmentTime.IN_MEETING


def _test(mail: Correspondence, sentence: Sentence, match: re.Match[str], when: AssessmentTime) -> Assessment:
    start, end = match.start(), match.end()
    if before := _DETERMINER.search(sentence.text, max(0, start - 20), start):
        start = before.start()
    while tail := _TEST_TAIL.match(sentence.text, end):
        end = tail.end()
    claim = mail.quote(sentence.start + start, sentence.start + end)
    return Assessment(claim.words, when, claim)


def _distinct(found: list[Assessment]) -> tuple[Assessment, ...]:
    """One entry a test; "testene" stands for the named ones where there are any."""
    named = [
        t
        for t in found
        if not re.fullmatch(r"(?:to |two |the |disse |desse )?test\w{0,3}(?: på nett| online)?", t.what, re.IGNORECASE)
    ]
    kept: list[Assessment] = []
    for test in named or found:
        stem = _stem(test.what)
        twin = next((k for k in kept if _stem(k.what) == stem), None)
        if twin is None:
            kept.append(test)
        elif len(test.what) > len(twin.what):
            kept[kept.index(twin)] = Assessment(test.what, twin.when, test.quote)
    return tuple(kept)


def _stem(what: str) -> str:
    word = re.sub(r"\s?\([^)]*\)|,.*|\b(?:en|et|ein|ei|eit|a|an|the|kort|short|på nett|online)\b", " ", what.lower())
    return re.sub(r"(?:en|ene|er|ar|ane|s)\Z", "", " ".join(word.split()))
