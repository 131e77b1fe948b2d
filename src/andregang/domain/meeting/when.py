"""When the meeting is: the time now valid, its end, and what makes it doubtful."""

import datetime as dt
import itertools
import re
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from andregang.domain.dates import Moment, find_moments
from andregang.domain.meeting.correspondence import HOME, Correspondence
from andregang.domain.meeting.length import stated_finish, stated_length
from andregang.domain.meeting.lines import Letter, Sentence
from andregang.domain.meeting.model import Doubt, DoubtfulTime, MessageKind
from andregang.domain.meeting.parts import Plan
from andregang.domain.source import Quote, Stated

_ZONES = {
    "cet": HOME, "cest": HOME, "norsk tid": HOME, "oslo": HOME, "norwegian time": HOME,
    "gmt": ZoneInfo("Europe/London"), "uk time": ZoneInfo("Europe/London"), "bst": ZoneInfo("Europe/London"),
    "london time": ZoneInfo("Europe/London"), "britisk tid": ZoneInfo("Europe/London"), "utc": ZoneInfo("UTC"),
    "finsk tid": ZoneInfo("Europe/Helsinki"), "finnish time": ZoneInfo("Europe/Helsinki"), "eet": ZoneInfo("Europe/Helsinki"),  # noqa: E501
    "est": ZoneInfo("America/New_York"), "edt": ZoneInfo("America/New_York"), "eastern time": ZoneInfo("America/New_York"),  # noqa: E501
}  # fmt: skip
_ZONE = re.compile(rf"[\s,(]{{1,3}}(?P<zone>{'|'.join(sorted(_ZONES, key=len, reverse=True))})\b", re.IGNORECASE)
_OR = re.compile(r"\b(?:eller|or)\b", re.IGNORECASE)


_MOST_MOMENTS = 60


@dataclass(frozen=True, slots=True)
class When:
    """The meeting's time. `has_length` is true also when the length stands without a start."""

    start: Stated[dt.datetime] | None = None
    end: Stated[dt.datetime] | None = None
    has_length: bool = False
    doubts: tuple[DoubtfulTime, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    moment: Moment
    letter: Letter
    score: int
    sentence: str

    def key(self) -> tuple[object, ...]:
        return (self.moment.date, self.moment.begins)


def read_when(mail: Correspondence, kind: MessageKind, plan: Plan) -> When:
    """The time the newest word gives; the calendar part stands above the running text."""
    if kind in {MessageKind.OFFER, MessageKind.REJECTION, MessageKind.OTHER}:
        return When()
    per_letter = [candidates(mail, letter, kind) for letter in mail.letters]
    length = stated_length(mail, plan)
    chosen, several = _choose(mail, per_letter, kind, timetable=plan.begins is not None)
    doubts: list[DoubtfulTime] = []
    if mail.event and mail.event.start and not (mail.event.whole_day and chosen and chosen.moment.begins):
        when = _by_calendar(mail, plan, chosen, doubts)
    elif several:
        quotes = tuple(mail.quote(c.moment.start, c.moment.end) for c in several)
        return When(None, None, length is not None, (DoubtfulTime(Doubt.SEVERAL_TIMES, quotes),))
    elif chosen is None:
        return When(None, None, length is not None)
    else:
        when = _by_words(mail, chosen, per_letter, length, plan, doubts)
    if (
        when.start
        and mail.now
        and mail.now.tzinfo
        and when.start.value < mail.now
        and kind is not MessageKind.CANCELLATION
    ):
        doubts.append(DoubtfulTime(Doubt.IN_THE_PAST, (when.start.quote,)))
    return When(when.start, when.end, when.has_length or length is not None, tuple(doubts))


def candidates(mail: Correspondence, letter: Letter, kind: MessageKind) -> list[Candidate]:
    """Moments that can be the meeting's, with how much speaks for each."""
    near = mail.near or _any_year(mail.view)
    regions = [letter.body]
    if subject := letter.headers.get("subject"):
        regions.append(subject)
    if letter is mail.newest and mail.event and "summary" in mail.event.spans:
        regions.append(mail.event.spans["summary"])
    found: list[Candidate] = []
    for region in regions:
        source = mail.view if region is letter.body else mail.text
        moments = find_moments(source[region.start : region.end], letter.base, near)
        for moment in moments[:_MOST_MOMENTS]:
            placed = _moved(moment, region.start)
            sentence = _sentence_at(letter, placed) if region is letter.body else source[region.start : region.end]
            if kind is MessageKind.RESCHEDULE:
                placed = _moved_to(mail, placed)
            if placed.date or placed.begins:
                found.append(Candidate(placed, letter, _score(mail, letter, placed, sentence, kind), sentence))
    return found


_FROM_TO = re.compile(
    r"\b(?:fra|frå|from)\s(?:kl\.?\s|klokka\s)?\d{1,2}(?:[.:]?\d{2})?\s(?:til|to)\s(?P<new>(?:kl\.?\s|klokka\s)?\d{1,2}(?:[.:]?\d{2})?)",
    re.I,
)


def _moved_to(mail: Correspondence, moment: Moment) -> Moment:
    """ "Flytte fra kl. 12 til kl. 13" names two beginnings, not a beginning and an end."""
    if moment.ends is None or not _FROM_TO.search(mail.view, max(0, moment.start - 8), moment.end):
        return moment
    before = mail.view[max(0, moment.start - 90) : moment.end]
    if not re.search(r"\b(?:flytt|utsett|utset|move|push|resched|endr|change)\w*\b", before, re.IGNORECASE):
        return moment
    return replace(moment, begins=moment.ends, ends=None)


def _any_year(view: str) -> dt.date | None:
    return next((m.date for m in find_moments(view, None) if m.date and m.year_given), None)


def _moved(moment: Moment, offset: int) -> Moment:
    return replace(moment, start=moment.start + offset, end=moment.end + offset)


def _sentence_at(letter: Letter, moment: Moment) -> str:
    found: list[Sentence] = [s for s in letter.sentences if s.start < moment.end and moment.start < s.end]
    return " ".join(sentence.text for sentence in found)


def _score(mail: Correspondence, letter: Letter, moment: Moment, sentence: str, kind: MessageKind) -> int:
    phrases = mail.phrases
    before = mail.text[max(letter.body.start, moment.start - 30) : moment.start] if moment.start else ""
    line_start = mail.view.rfind("\n", 0, moment.start) + 1
    line = mail.view[line_start : moment.start].strip(" \t:–-•*·")
    score = 3 * (moment.begins is not None and moment.date is not None) + (moment.date is not None)
    labelled = phrases.is_("time.label", line) or _label_above(mail, line_start, line)
    score += 4 * labelled
    score += 3 * phrases.in_("kind.meeting", sentence) + 2 * phrases.in_("kind.reschedule", sentence)
    if _ends_with(phrases["time.deadline"], before):
        score -= 6
    if phrases.in_("time.answer", sentence) and phrases.in_("time.deadline", sentence):
        score -= 3
    if phrases.in_("time.other", sentence) and not labelled:
        score -= 4
    if kind is not MessageKind.INVITATION and _ends_with(phrases["time.former"], before):
        score -= 6
    if kind is MessageKind.RESCHEDULE and _PUT_OFF.search(sentence) and not _TOWARDS.search(before):
        score -= 5
    if phrases.in_("round.one", sentence) and phrases.in_("round.elsewhere", sentence):
        score -= 4
    if phrases.in_("kind.conditional", sentence) and not moment.begins:
        score -= 3
    if moment.date and letter.base and moment.date < letter.base:
        score -= 8
    return score


# "Vi må utsette intervjuet fredag 4. desember" names the time that no longer holds.
_PUT_OFF = re.compile(r"\b(?:utsett\w*|utset\w*|avlys\w*|postpon\w*|cancel\w*|kanseller\w*)\b", re.IGNORECASE)
_TOWARDS = re.compile(
    r"\b(?:til|to|until|i ?stedet|i ?staden|instead|heller|ny(?:tt)? (?:tid|tidspunkt)(?: er| blir)?|new time(?: is)?)\W{0,3}\Z",  # noqa: E501
    re.IGNORECASE,
)


def _label_above(mail: Correspondence, line_start: int, line: str) -> bool:
    """Whether the line over this one is a label, as in forms and tables."""
    if line or line_start < 2:
        return False
    above_start = mail.view.rfind("\n", 0, line_start - 1) + 1
    return mail.phrases.is_("time.label", mail.view[above_start : line_start - 1].strip(" \t:"))


def _ends_with(pattern: re.Pattern[str], before: str) -> bool:
    return any(len(before[match.end() :].strip(" \n:")) <= 3 for match in pattern.finditer(before))


def _choose(
    mail: Correspondence, per_letter: list[list[Candidate]], kind: MessageKind, *, timetable: bool
) -> tuple[Candidate | None, list[Candidate]]:
    """The best candidate of the newest letter that has one, and all of them when one may choose."""
    for candidates in per_letter:
        dated = [c for c in candidates if c.moment.date and c.score > 0]
        whole = [c for c in dated if c.moment.begins]
        if not dated:
            continue
        if kind is MessageKind.RESCHEDULE and not whole and len(per_letter) > 1 and candidates is per_letter[0]:
            continue
        best = max(whole or dated, key=lambda c: (c.score, -c.moment.start))
        rivals = [c for c in whole if c.score >= best.score - 2]
        if len({c.key() for c in rivals}) > 1 and _may_choose(mail, rivals):
            return None, rivals
        if best.moment.begins is None and not timetable:
            best = _with_clock(best, candidates)
        return best, []
    return None, []


def _may_choose(mail: Correspondence, rivals: list[Candidate]) -> bool:
    rivals = sorted(rivals, key=lambda c: c.moment.start)
    letter = rivals[0].letter
    asked = mail.phrases.in_("time.choice", mail.view[letter.body.start : letter.body.end])
    joined = any(
        _OR.search(mail.view[a.moment.end : b.moment.start]) and b.moment.start - a.moment.end < 40
        for a, b in itertools.pairwise(rivals)
    )
    return asked or joined or len({c.key() for c in rivals}) >= 3


def _with_clock(best: Candidate, candidates: list[Candidate]) -> Candidate:
    """A date in one place and its clock time in another ("Dato: ... Kl.: ...")."""
    clocks = [c for c in candidates if c.moment.date is None and c.moment.begins and c.score > -3]
    near = [c for c in clocks if c.score > 0 or abs(c.moment.start - best.moment.end) < 160]
    if not near:
        return best
    clock = max(near, key=lambda c: (c.score, -abs(c.moment.start - best.moment.end))).moment
    day = best.moment
    joined = Moment(
        min(day.start, clock.start),
        max(day.end, clock.end),
        day.date,
        clock.begins,
        clock.ends,
        day.year_given,
        day.weekday_fits,
        day.relative,
    )
    return Candidate(joined, best.letter, best.score, best.sentence)


def _by_calendar(mail: Correspondence, plan: Plan, chosen: Candidate | None, doubts: list[DoubtfulTime]) -> When:
    event = mail.event
    if event is None or event.start is None:
        return When()
    span = event.spans["dtstart"]
    claim = mail.quote(span.start, span.end)
    start, end = event.start, event.end
    end_claim = mail.quote(event.spans["dtend"].start, event.spans["dtend"].end) if "dtend" in event.spans else claim
    if event.whole_day and plan.begins is not None and plan.parts:
        start = start.replace(hour=plan.begins // 60, minute=plan.begins % 60)
        claim = mail.quote(plan.parts[0].words.start, plan.parts[0].words.end)
        if plan.ends is not None:
            last = plan.parts[-1].words
            end, end_claim = (
                start.replace(hour=plan.ends // 60 % 24, minute=plan.ends % 60),
                mail.quote(last.start, last.end),
            )
    if chosen and chosen.moment.date and chosen.moment.begins and not event.whole_day:
        told = _at(mail, chosen.moment, chosen.moment.begins)
        if told and told != start:
            quotes = (claim, mail.quote(chosen.moment.start, chosen.moment.end))
            doubts.append(DoubtfulTime(Doubt.CALENDAR_DIFFERS, quotes))
        elif not chosen.moment.weekday_fits:
            doubts.append(DoubtfulTime(Doubt.WEEKDAY_DIFFERS, (mail.quote(chosen.moment.start, chosen.moment.end),)))
    stated_end = Stated(end, end_claim) if end and end > start else None
    return When(Stated(start, claim), stated_end, stated_end is not None)


def _at(mail: Correspondence, moment: Moment, time: dt.time) -> dt.datetime | None:
    """The moment in the zone that stands beside it, else in the candidate's own."""
    if moment.date is None:
        return None
    named = _ZONE.match(mail.view, moment.end)
    zone = _ZONES[named["zone"].lower()] if named else HOME
    return dt.datetime.combine(moment.date, time, zone)


def _by_words(
    mail: Correspondence,
    chosen: Candidate,
    per_letter: list[list[Candidate]],
    length: tuple[int, Quote] | None,
    plan: Plan,
    doubts: list[DoubtfulTime],
) -> When:
    moment = chosen.moment
    claim = mail.quote(moment.start, moment.end)
    if not moment.weekday_fits:
        doubts.append(DoubtfulTime(Doubt.WEEKDAY_DIFFERS, (claim,)))
    if not moment.year_given and not moment.relative and chosen.letter.base is None:
        doubts.append(DoubtfulTime(Doubt.YEAR_INFERRED, (claim,)))
    begins = moment.begins
    if begins is None and plan.begins is not None:
        begins = dt.time(plan.begins // 60 % 24, plan.begins % 60)
    start = _at(mail, moment, begins) if begins else None
    if start is None:
        return When(None, None, length is not None)
    end = _end(mail, chosen, start, per_letter, length, plan, claim)
    return When(Stated(start, claim), end, end is not None)


def _end(
    mail: Correspondence,
    chosen: Candidate,
    start: dt.datetime,
    per_letter: list[list[Candidate]],
    length: tuple[int, Quote] | None,
    plan: Plan,
    claim: Quote,
) -> Stated[dt.datetime] | None:
    if chosen.moment.ends:
        until = _at(mail, chosen.moment, chosen.moment.ends)
        return Stated(until, claim) if until and until > start else None
    if finish := stated_finish(mail, chosen.letter, start):
        return finish
    if length:
        return Stated(start + dt.timedelta(minutes=length[0]), length[1])
    if plan.ends is not None and plan.begins == start.hour * 60 + start.minute and plan.ends > plan.begins:
        last = plan.parts[-1].words
        return Stated(start + dt.timedelta(minutes=plan.ends - plan.begins), mail.quote(last.start, last.end))
    return _length_before(mail, chosen, start, per_letter)


def _length_before(
    mail: Correspondence, chosen: Candidate, start: dt.datetime, per_letter: list[list[Candidate]]
) -> Stated[dt.datetime] | None:
    """A moved meeting is as long as it was, when nothing else is said."""
    for candidates in per_letter:
        for old in candidates:
            moment = old.moment
            if old.letter is not chosen.letter and moment.date and moment.begins and moment.ends and old.score > 0:
                minutes = 60 * (moment.ends.hour - moment.begins.hour) + moment.ends.minute - moment.begins.minute
                if minutes > 0:
                    return Stated(start + dt.timedelta(minutes=minutes), mail.quote(moment.start, moment.end))
    return None
