"""A brief put into words: `Brief` → `Sheet`."""

import datetime as dt
from urllib.parse import quote as percent

from andregang.domain.brief import Asking, Brief, Claim
from andregang.domain.meeting import Meeting, MeetingContact, Participant
from andregang.domain.plan import PlanDay, PlanTask
from andregang.domain.preparation import Preparation
from andregang.domain.readiness import Standing
from andregang.domain.text import Language
from andregang.i18n import Words
from andregang.output import wording
from andregang.output.letters import letter_to_contact
from andregang.output.lines import one_line, sentence, shorten
from andregang.output.sheet import (
    Asked,
    Bag,
    Count,
    Day,
    Draft,
    Fact,
    Group,
    Head,
    Hypothesis,
    Opening,
    Part,
    Person,
    Room,
    Row,
    Sheet,
)

# Characters a piece of text may take: about what two lines of its column hold.
NAME, DETAIL, PLACE, TITLE, CLAIM, EVIDENCE, CONTEXT, QUESTION, TASK = 60, 90, 160, 90, 150, 150, 60, 200, 320


def sheet_of(brief: Brief, words: Words) -> Sheet:
    """What the sheets say, in the language of `words`."""
    labels = {key: words._(msgid) for key, msgid in wording.LABELS.items()}
    labels["minutes"] = words._("{minutes} min", minutes="{minutes}")
    labels["more"] = words._("+ {count} more", count="{count}")
    labels["page"] = words._("Page {page} of {pages}", page="{page}", pages="{pages}")
    return Sheet(
        words.language,
        _head(brief, words),
        _room(brief, words),
        _bag(brief, words),
        _opening(brief, words),
        _hypothesis(brief, words),
        _questions(brief),
        _days(brief, words),
        brief.days.left_out,
        labels,
        _spoken(brief.preparation, words.language),
    )


def _spoken(preparation: Preparation, otherwise: Language) -> dict[str, Language]:
    sources = {"ad": preparation.ad, "cv": preparation.cv, "meeting": preparation.meeting}
    found = {name: source.document.language if source else otherwise for name, source in sources.items()}
    found["questions"] = preparation.language
    return {name: otherwise if language is Language.OTHER else language for name, language in found.items()}


def meeting_end(brief: Brief) -> dt.datetime | None:
    """When the interview ends, unless the person gave another start than the invitation's."""
    meeting = brief.preparation.meeting
    return meeting.end.value if meeting and meeting.end and not brief.preparation.given_start else None


def interview_name(meeting: Meeting | None, words: Words) -> str:
    """ "Second interview", or the round the invitation states."""
    stated = meeting.round.value if meeting and meeting.round else 2
    return words._(wording.ROUND.get(stated, wording.ROUND[2]))


def _head(brief: Brief, words: Words) -> Head:
    ad, start = brief.preparation.ad, brief.preparation.start
    name = interview_name(brief.preparation.meeting, words)
    employer = shorten(ad.employer.value, TITLE) if ad and ad.employer else ""
    position = sentence(ad.title.value, TITLE) if ad and ad.title else ""
    title = employer or position or name
    when = words.when(start, meeting_end(brief)) if start else ""
    return Head(
        name=f"{name}: {title}" if title != name else name,
        meeting=name if title != name else "",
        title=title,
        position=position if employer else "",
        facts=_facts(brief, words, when),
        notices=tuple(one_line(" ".join(words.notice(notice))) for notice in brief.notices),
        footer=" · ".join(part for part in (shorten(title, NAME), when) if part),
    )


def _facts(brief: Brief, words: Words, when: str) -> tuple[Fact, ...]:
    meeting = brief.preparation.meeting
    facts = [Fact(words._("When"), when or words._("not known yet"))]
    place = shorten(meeting.place.value, PLACE) if meeting and meeting.place else ""
    link = one_line(meeting.video_link.value) if meeting and meeting.video_link else ""
    if place or not link:
        facts.append(Fact(words._("Where"), place or words._("not known yet")))
    if link:
        facts.append(Fact(words._("Link"), shorten(link, PLACE), web_address(link)))
    if meeting and meeting.contact:
        facts.append(_contact(meeting.contact, words._("Contact")))
    if meeting and meeting.reply_by and meeting.reply_by.value >= brief.preparation.now.date():
        facts.append(Fact(words._("Reply by"), words.day(meeting.reply_by.value)))
    return tuple(facts)


def web_address(link: str) -> str:
    """The link when it leads to the web, else "": no other scheme of a message is made clickable."""
    return link if link.lower().startswith(("https://", "http://")) and not set(link) & set(" <>\"'`\\") else ""


def _contact(contact: MeetingContact, label: str) -> Fact:
    phone, email = one_line(contact.phone or ""), one_line(contact.email or "")
    number = "".join(c for c in phone if c.isdigit() or c == "+")
    address = f"tel:{number}" if number else f"mailto:{percent(email, safe='@')}" if email else ""
    parts = (shorten(contact.name, NAME), shorten(phone, NAME) or shorten(email, NAME))
    return Fact(label, ", ".join(part for part in parts if part), address)


def _room(brief: Brief, words: Words) -> Room:
    title = words._("Agenda, {minutes} minutes", minutes=brief.minutes) if brief.minutes else words._("Agenda")
    return Room(
        tuple(_person(person, words) for person in brief.people.shown),
        brief.people.left_out,
        title,
        tuple(Part(sentence(part.what, DETAIL), part.minutes or 0) for part in brief.agenda.shown),
        brief.agenda.left_out,
        _tasks(brief, words),
        brief.assessments.left_out,
    )


def _person(person: Participant, words: Words) -> Person:
    side = words._(wording.SIDE[person.side]) if person.side in wording.SIDE else ""
    detail = ", ".join(part for part in (shorten(person.role or "", DETAIL), side) if part)
    met = {True: words._("new to you"), False: words._("met before"), None: ""}[person.first_time]
    return Person(shorten(person.name, NAME), detail, met, person.first_time is True)


def _tasks(brief: Brief, words: Words) -> tuple[Fact, ...]:
    case = brief.preparation.meeting.case if brief.preparation.meeting else None
    facts: list[Fact] = []
    if case:
        label = words._("Case, {minutes} minutes", minutes=case.minutes) if case.minutes else words._("Case")
        facts.append(Fact(label, sentence(case.task, TASK)))
    facts += [
        Fact(words._(wording.ASSESSMENT[test.when]), sentence(test.what, DETAIL)) for test in brief.assessments.shown
    ]
    return tuple(facts)


def _bag(brief: Brief, words: Words) -> Bag:
    meeting = brief.preparation.meeting
    contact = meeting.contact if meeting and brief.unknown else None
    return Bag(
        tuple(sentence(thing.words, CLAIM) for thing in brief.bring.shown),
        brief.bring.left_out,
        tuple(words._(wording.PACK[thing]) for thing in brief.pack),
        tuple(words.of(gap) for gap in brief.unknown),
        _contact(contact, words._("Ask")) if contact else None,
        _draft(brief, words),
    )


def _draft(brief: Brief, words: Words) -> Draft | None:
    letter = letter_to_contact(brief.preparation, words)
    return Draft(letter.subject, letter.body, letter.mailto) if letter else None


def _opening(brief: Brief, words: Words) -> Opening:
    new = ", ".join(shorten(person.name, NAME) for person in brief.new_faces)
    return Opening(
        words._(wording.TELLING[brief.telling], people=new),
        () if brief.story.all else tuple(words._(opener) for opener in wording.OPENERS),
        tuple(shorten(sentence, QUESTION) for sentence in brief.story.shown),
        brief.story.left_out,
        tuple(sentence(item.quote.words, CLAIM) for item in brief.contributions),
        tuple(shorten(sentence, QUESTION) for sentence in brief.contribution.shown),
        tuple(
            Group(_to(asking, words), tuple(shorten(q.words, QUESTION) for q in asking.questions))
            for asking in brief.asking
        ),
        brief.asking_left_out,
    )


def _to(asking: Asking, words: Words) -> str:
    person = shorten(asking.person, NAME) if asking.person else words._(wording.ROLE.get(asking.to, wording.ANYONE))
    return words._("To {person}", person=person)


def _hypothesis(brief: Brief, words: Words) -> Hypothesis:
    assessed = any(claim.standing is not Standing.NOT_ASSESSED for claim in brief.claims.all)
    assessed = assessed or brief.preparation.cv is not None
    title = words._("What the ad asks for, and what speaks for you") if assessed else words._("What the ad asks for")
    if brief.preparation.ad:
        empty = words._("No demands were found in the ad.")
    else:
        empty = words._("No job ad was read, so there is nothing to compare with.")
    shown, rest = brief.claims.shown, brief.claims.rest
    return Hypothesis(
        title,
        assessed,
        _counts(brief, words) if assessed else (),
        tuple(_row(claim, words, late=late) for part, late in ((shown, False), (rest, True)) for claim in part),
        "" if shown else empty,
    )


def _counts(brief: Brief, words: Words) -> tuple[Count, ...]:
    numbers = {
        Standing.WELL: brief.readiness.well,
        Standing.THIN: brief.readiness.thin,
        Standing.NOT_FOUND: brief.readiness.not_found,
        Standing.NOT_ASSESSED: brief.readiness.not_assessed,
    }
    return tuple(
        Count(standing.value, count, words._(wording.STANDING_COUNT[standing], count=count))
        for standing, count in numbers.items()
        if count
    )


def _row(claim: Claim, words: Words, *, late: bool) -> Row:
    best, item = claim.best, claim.match.item
    status = words.of(claim.standing)
    if claim.match.asks_for_example and claim.standing is Standing.NOT_ASSESSED:
        status = words._("Have an example ready")
    return Row(
        words._(wording.KIND[item.kind]),
        sentence(item.quote.words, CLAIM),
        claim.standing.value,
        status,
        shorten(best.quote.words, EVIDENCE) if best else "",
        shorten(best.context.words, CONTEXT) if best and best.context else "",
        claim.rank,
        late,
    )


def _questions(brief: Brief) -> tuple[Asked, ...]:
    return tuple(
        Asked(shorten(question.words, QUESTION), one_line(question.measures), late)
        for part, late in ((brief.questions.shown, False), (brief.questions.rest, True))
        for question in part
    )


def _days(brief: Brief, words: Words) -> tuple[Day, ...]:
    days = [_day(brief.today, words._("Today"), words)] if brief.today else []
    return (*days, *(_day(day, words.day(day.date), words) for day in brief.days.shown))


def _day(day: PlanDay, name: str, words: Words) -> Day:
    """A day; two tasks said in the same words are one line."""
    minutes: dict[str, int] = {}
    for task in day.tasks:
        said = task_words(task, words)
        minutes[said] = minutes.get(said, 0) + task.minutes
    return Day(sentence(name, NAME), day.minutes, tuple(Part(what, length) for what, length in minutes.items()))


def task_words(task: PlanTask, words: Words) -> str:
    """What one thing on the plan is, with the first ad line it is about."""
    what = words.of(task.action)
    return f"{what}: {shorten(task.items[0].quote.words, DETAIL)}" if task.items else what
