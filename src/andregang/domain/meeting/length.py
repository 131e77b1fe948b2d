"""How long the meeting is: its stated length and when it ends."""

import datetime as dt
import re

from andregang.domain.dates import find_durations, find_moments
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Letter, Sentence
from andregang.domain.meeting.parts import Plan
from andregang.domain.source import Quote, Stated

_NOT_LENGTH = re.compile(
    r"\W{0,3}(?:før|etter|tidligere|tidlegare|senere|seinare|i forveien|before|early|earlier|in advance|gange|siden|sidan|ago|unna|walk|gå)\b",  # noqa: E501
    re.I,
)


def stated_finish(mail: Correspondence, letter: Letter, start: dt.datetime) -> Stated[dt.datetime] | None:
    """ "Vi regner med å være ferdige til 19.30.\""""
    clock = re.compile(
        r"(?:kl\.?\s?|rundt\s|ca\.?\s|til\s|at\s|by\s|around\s|about\s|innen\s|senest\s)+(?P<h>[01]?\d|2[0-3])(?:[.:](?P<m>[0-5]\d))?\s?(?P<p>pm)?(?!\d|[.:]\d)",
        re.I,
    )
    for sentence in letter.sentences:
        for word in mail.phrases["time.finish"].finditer(sentence.text):
            found = clock.search(sentence.text, word.start(), min(len(sentence.text), word.end() + 30))
            if not found:
                continue
            hour = int(found["h"]) + (12 if found["p"] and int(found["h"]) < 12 else 0)
            hour += 12 if hour < 7 else 0
            until = start.replace(hour=hour, minute=int(found["m"] or 0))
            if start < until <= start + dt.timedelta(hours=10):
                return Stated(until, mail.quote(sentence.start + found.start(), sentence.start + found.end()))
    return None


def stated_length(mail: Correspondence, plan: Plan) -> tuple[int, Quote] | None:
    """The meeting's stated length in minutes: of the newest letter that gives one."""
    for letter in mail.letters:
        for sentence in letter.sentences:
            parts = [p.words.start for p in plan.parts if sentence.start <= p.words.start < sentence.end]
            for found in find_durations(sentence.text):
                if parts and sentence.start + found.end > min(parts):
                    # A part's own length.
                    continue
                if 10 <= found.minutes <= 600 and _is_length(mail, sentence, found.start, found.end):
                    return found.minutes, mail.quote(sentence.start + found.start, sentence.start + found.end)
    return None


def _is_length(mail: Correspondence, sentence: Sentence, start: int, end: int) -> bool:
    phrases, words = mail.phrases, sentence.text
    if _NOT_LENGTH.match(words, end):
        return False
    before = words[:start]
    clause = re.split(r"[,;:(]\s?", before)[-1]
    task = re.split(r"[.;]\s", before[-80:])[-1]
    if phrases.in_("case.strong", task) or phrases.in_("test.noun", task) or (sentence.item and not clause.strip()):
        return False
    if (
        re.match(r"[\s\w]{0,25}", words[end:])
        and phrases.in_("case.strong", words[end : end + 30])
        and "," not in words[end : end + 30]
    ):
        return False
    label = re.match(r"(?:varighet|varigheit|lengde|lengd|duration|length|tid)\w*\W", words.lower())
    if label and start - label.end() < 12:
        return True
    if not before.strip(" ("):
        return True
    near = before[-30:]
    if any(len(near[m.end() :].split()) <= 3 for m in phrases["time.length"].finditer(near)):
        return True
    moments = find_moments(words, mail.newest.base, mail.near)
    return any(m.begins and 0 <= start - m.end <= 6 for m in moments)
