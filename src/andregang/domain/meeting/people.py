"""Whom the person will meet, with role and side."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from andregang.domain.meeting.calendar import Guest
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Letter, Line
from andregang.domain.meeting.model import Participant, Side
from andregang.domain.meeting.named_people import Found, people_in
from andregang.domain.meeting.names import FULL_NAME, SINGLE_NAME, is_name, same_person
from andregang.domain.meeting.sides import Sides
from andregang.domain.meeting.signers import Signer
from andregang.domain.text import Span

_WRITER = re.compile(
    r"(?<!\w)(?:meg|[Jj]eg|[Ee]g|undertegnede|underteikna|me|myself|I)(?!\w)(?! (?:fra|at|om|på|vite|get|know|ringer|sender))"  # noqa: E501
)
_WRITER_COMES = re.compile(
    r"(?<!\w)(?:(?:og|and|samt) (?:meg|jeg|eg|me|I|undertegnede|underteikna)(?!\w)(?! (?:tek|ser|går|vil|snakkar|møtest|ønskjer|ynskjer|startar|byrjar|set|treng|får|må|gler|har|fikk|sender|ringer|håper|skal|trenger|need|have|hope|can|kan))"  # noqa: E501
    r"|(?:meg|jeg|eg|Meg|Jeg|Eg|I|me|Me|Undertegnede|Underteikna) (?:og|and|samt) (?:\w+ ){0,3}[A-ZÆØÅ]"
    r"|(?:jeg|eg|I|Jeg|Eg|[Uu]ndertegnede|[Uu]nderteikna)(?:'ll| will| vil| kommer til å| skal)?(?: også| òg| also| be)* (?:deltar|delta|deltek|blir med|bli med|er (?:også |òg )?med|leder|lede|leier|leie|fasiliterer|tar imot|tek imot|møter deg"  # noqa: E501
    r"|ringer deg|ringjer deg|join|joining|there|attend|lead|host|call you|viser deg|står for)"
    r"|(?:[Mm]eg|[Jj]eg|[Ee]g|[Uu]ndertegnede|\bI|\b[Mm]e),\s(?:[\wæøå-]+\s){0,3}[A-ZÆØÅ]|(?:jeg|eg|Jeg|Eg) (?:blir|er) (?:også|òg) med|(?:jeg|eg) som (?:gjør|leder|leier)"  # noqa: E501
    r"|(?:[Mm]øter?|[Tt]reffer?|[Mm]øt|[Mm]eet|[Ss]ammen med|[Ss]aman med|[Ss]amtale med|joined by|[Mm]ed|i tillegg til|foruten|in addition to|as well as) (?:meg|undertegnede|underteikna|me)(?!\w)"  # noqa: E501
    r"|[Mm]ed meg har (?:jeg|eg)|[Hh]ar (?:jeg|eg) med meg|blir det (?:meg|jeg|eg)|(?:blir|er|kommer|vert) (?:også |òg )?med meg(?!\w)|\b(?:jeg|eg|I) (?:sender deg|kommer og henter|henter deg|hentar deg))",  # noqa: E501
)
_WRITER_ALONE = re.compile(
    r"(?:og |and )?(?:undertegnede|underteikna|meg(?: selv)?|jeg|eg|myself|me|the undersigned)(?:,? (?:fra|frå|from|i|at) [^.\n]{2,50})?\.?",  # noqa: E501
    re.IGNORECASE,
)
_CALENDAR_ROOM = re.compile(r"(?:\brom\b|møterom|room|\(\d{1,3}\)|resource|konferanse)", re.IGNORECASE)


def read_participants(mail: Correspondence, sides: Sides) -> tuple[Participant, ...]:
    """Everybody the newest word says the candidate will meet, in the order they are told."""
    people: list[Participant] = []
    for letter in mail.letters:
        mentioned = [*_in_letter(mail, letter)]
        for found in mentioned:
            _add(mail, sides, people, found)
        _writer(mail, sides, people, letter)
        if people:
            break
    _from_calendar(mail, sides, people)
    absent = _absent(mail)
    kept = [p for p in people if not any(same_person(p.name, name) for name in absent)]
    return tuple(_acquainted(mail, person) for person in _complete(mail, kept))


_MET = re.compile(
    r"\b(?:du (?:har )?(?:alt |allerede )?(?:møtt|møtte|hilst|hilste|snakket|snakka|traff|truffet|kjenner|kjenn)|(?:møtte|traff|hilste|snakket|snakka) du"  # noqa: E501
    r"|har du (?:alt |allerede |jo |òg )?(?:møtt|truffet|hilst på|snakket med|snakka med)|kjenner du fra før|you(?:'ve| have)? (?:already )?(?:met|spoke|spoken|know))\b",  # noqa: E501
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:har du ikk?j?e (?:møtt|truffet|hilst)|har ikk?j?e møtt deg|ikk?j?e (?:har )?(?:møtt|truffet|hilst på|møtt på) (?:deg|deg før)"  # noqa: E501
    r"|(?:du|de|dei|hun|han|ho) har (?:du )?ikk?j?e (?:møtt|truffet))\b|(?:not|n't|never) met\b|\b(?:ny|nytt) for deg\b",  # noqa: E501
    re.IGNORECASE,
)


def _acquainted(mail: Correspondence, person: Participant) -> Participant:
    """Whether they have met, where a message says so: of one person, or of all from the employer ("de")."""
    first = person.name.split()[0]
    for sentence in mail.sentences():
        at = sentence.text.find(first)
        after = sentence.text[at : at + 110] if at >= 0 else ""
        own = len(person.name) if after.startswith(person.name) else len(first)
        following = re.search(r"[,.;]\s(?=[A-ZÆØÅ])|\s(?:og|and)\s(?=[A-ZÆØÅ])", after[own:])
        after = after[: own + following.start()] if following else after
        if _NEW.search(after):
            return replace(person, first_time=True)
        if _MET.search(after):
            return replace(person, first_time=False)
        if (
            person.side is Side.EMPLOYER
            and at < 0
            and re.search(r"\b(?:de|dei|they) (?:har|have)\b", sentence.text)
            and _NEW.search(sentence.text)
        ):
            return replace(person, first_time=True)
    return person


def _add(mail: Correspondence, sides: Sides, people: list[Participant], found: Found) -> None:
    name = mail.view[found.name.start : found.name.end].replace("\n", " ")
    if mail.is_candidate(name) or any(same_person(name, p.name) for p in people):
        return
    signer = mail.signer
    role = found.role
    if role is None and signer and same_person(name, signer.name):
        role = signer.role
    claim = mail.quote(
        found.name.start,
        (found.role or found.name).end if found.role and found.role.end > found.name.end else found.name.end,
    )
    words = mail.quote(role.start, role.end).words if role else None
    people.append(
        Participant(
            mail.quote(found.name.start, found.name.end).words, words, sides.of(name, words, found.context), claim
        )
    )


def _in_letter(mail: Correspondence, letter: Letter) -> Iterator[Found]:
    taken: set[int] = set()
    for line in _listed_lines(mail, letter):
        if line.start not in taken:
            taken.add(line.start)
            yield from people_in(mail, line.start, line.end, line.text, listed=True)
    for sentence in letter.sentences:
        signed = mail.phrases["letter.closing"].match(sentence.text)
        if sentence.start in taken or signed or _not_met(mail, sentence.text):
            continue
        head, colon, _ = sentence.text.partition(":")
        labelled = bool(colon) and mail.phrases.is_("people.label", head)
        cued = mail.phrases.in_("people.meets", sentence.text)
        start = sentence.start + (len(head) + 1 if labelled else 0)
        found = list(people_in(mail, start, sentence.end, sentence.text, listed=labelled))
        # A name with a role counts also where no verb of meeting stands ("Driftsleder Ola Vik og jeg vil høre om ...").
        beside = {
            number
            for number, (one, other) in enumerate(itertools.pairwise(found), start=1)
            if one.role and _AND.fullmatch(mail.view, max(one.name.end, one.role.end), other.name.start)
        }
        yield from (p for number, p in enumerate(found) if labelled or cued or p.role or number in beside)


def _not_met(mail: Correspondence, words: str) -> bool:
    """Sentences whose people are absent, to be called or asked for, or were met before."""
    phrases = mail.phrases
    if phrases.in_("people.absent", words) or phrases.in_("people.not_met", words):
        return True
    if phrases.in_("round.one", words) and phrases.in_("round.elsewhere", words):
        return True
    asked = any(not _OWN_QUESTIONS.search(words[: m.start()]) for m in phrases["contact.lead"].finditer(words))
    return asked and not phrases.in_("people.meets", words)


_AND = re.compile(r",?\s(?:og|and|samt)\s")
# "... and finish with your questions" asks nobody to call.
_OWN_QUESTIONS = re.compile(r"\b(?:your|dine|own|med|and|og|with|til)\s\Z", re.IGNORECASE)


def _listed_lines(mail: Correspondence, letter: Letter) -> Iterator[Line]:
    """Lines under a heading that announces people, and value cells beside it."""
    lines = letter.lines
    for number, line in enumerate(lines):
        head = line.text.rstrip(" :").split(". ")[-1]
        opens = line.text.endswith(":") or len(line.text) < 45
        if not opens or not (
            mail.phrases.is_("people.label", head)
            or (line.text.endswith(":") and mail.phrases.in_("people.meets", head) and len(head) < 70)
        ):
            continue
        for below in lines[number + 1 :]:
            if below.paragraph - line.paragraph > 1 or (":" in below.text[:25] and not below.item):
                break
            if not below.item and (len(below.text) > 110 or not FULL_NAME.search(below.text)):
                break
            yield below


def _writer(mail: Correspondence, sides: Sides, people: list[Participant], letter: Letter) -> None:
    """Who writes counts when the text says that he or she attends."""
    index = mail.letters.index(letter)
    signer = mail.signers[index] or mail.signer
    if signer is None:
        return
    for sentence in letter.sentences:
        if mail.phrases.in_("people.absent", sentence.text) and _WRITER.search(sentence.text):
            return
    own = sides.writer is not Side.AGENCY and mail.event is None and _writes_alone(letter, signer.span)
    if own and not mail.phrases.in_("kind.reschedule", mail.view):
        _insert_writer(mail, sides, people, signer, signer.span.start, signer.span.end)
        return
    for sentence in letter.sentences:
        mention = _WRITER_COMES.search(sentence.text) or _WRITER_ALONE.fullmatch(sentence.text)
        if mention is None or mail.phrases.in_("people.not_met", sentence.text):
            continue
        _insert_writer(mail, sides, people, signer, sentence.start, sentence.end, mention.start())
        return


def _writes_alone(letter: Letter, span: Span) -> bool:
    """A text message with the name in its running words: whoever writes it so will be there."""
    return not letter.headers and letter.body.start <= span.start < letter.body.end


def _insert_writer(
    mail: Correspondence, sides: Sides, people: list[Participant], signer: Signer, start: int, end: int, offset: int = 0
) -> None:
    if any(same_person(signer.name, p.name) for p in people) or mail.is_candidate(signer.name):
        return
    role = mail.quote(signer.role.start, signer.role.end).words if signer.role else None
    before = sum(person.quote.start < start + offset for person in people)
    people.insert(before, Participant(signer.name, role, sides.writer, mail.quote(start, end)))


def _from_calendar(mail: Correspondence, sides: Sides, people: list[Participant]) -> None:
    """Guests of the calendar part who are people, have not declined and are not the candidate."""
    event = mail.event
    if event is None:
        return
    told = bool(people)
    for guest in event.guests:
        if not _comes(mail, guest, told=told):
            continue
        name = guest.name
        known = next((p for p in people if same_person(name, p.name)), None)
        if known and " " not in known.name:
            people[people.index(known)] = Participant(name, known.role, known.side, known.quote)
        if known is None:
            people.append(
                Participant(name, None, sides.of(name, None, ""), mail.quote(guest.span.start, guest.span.end))
            )


def _comes(mail: Correspondence, guest: Guest, *, told: bool) -> bool:
    event = mail.event
    if event is None or not guest.name or "@" in guest.name or guest.answer == "DECLINED":
        return False
    if (
        guest.sort in {"RESOURCE", "ROOM", "GROUP"}
        or guest.role == "NON-PARTICIPANT"
        or _CALENDAR_ROOM.search(guest.name)
    ):
        return False
    if mail.is_candidate(guest.name) or not re.match(r"\w+[ ,]+\w+", guest.name):
        return False
    receiver = mail.newest.fields.get("to", "")
    if guest.email and guest.email in receiver:
        return False
    if event.organizer and guest.email and guest.email == event.organizer.email and guest.role != "CHAIR":
        return False
    domain = guest.email.rpartition("@")[2]
    home = event.organizer.email.rpartition("@")[2] if event.organizer else ""
    if home and domain and domain != home and told and guest.role != "CHAIR":
        return False
    if guest.role == "CHAIR":
        return True
    strangers = [other for other in event.guests if home and other.email and other.email.rpartition("@")[2] != home]
    return not (len(strangers) == 1 and guest is strangers[0])


def _absent(mail: Correspondence) -> list[str]:
    """Those said to stay away; the writer too."""
    names: list[str] = []
    for letter, signer in zip(mail.letters, mail.signers, strict=True):
        for sentence in letter.sentences:
            away = mail.phrases["people.absent"].search(sentence.text)
            if not away:
                continue
            if mail.phrases.in_("kind.cancellation", mail.view[letter.body.start : letter.body.end]):
                continue
            before = sentence.text[: away.start()]
            named = [m["name"] for m in FULL_NAME.finditer(before) if is_name(m["name"])][-1:]
            named = named or [m["name"] for m in SINGLE_NAME.finditer(before) if is_name(m["name"])][-1:]
            names.extend(named)
            writer = signer or mail.signer
            if not named and writer and re.search(r"\b(?:jeg|eg|I)\b", sentence.text):
                names.append(writer.name)
    return names


def _complete(mail: Correspondence, people: list[Participant]) -> Iterator[Participant]:
    """A first name becomes the full name, and a missing role the signature's, where the writer gives them."""
    for person in people:
        signer = next((s for s in mail.signers if s and same_person(s.name, person.name)), None)
        if signer and len(signer.name) > len(person.name):
            role = person.role or (mail.quote(signer.role.start, signer.role.end).words if signer.role else None)
            yield Participant(signer.name, role, person.side, person.quote)
        elif signer and signer.role and person.role is None:
            yield Participant(
                person.name, mail.quote(signer.role.start, signer.role.end).words, person.side, person.quote
            )
        else:
            yield person
