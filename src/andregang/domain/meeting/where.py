"""Where the meeting is: a place, a joining link, or neither."""

import re

from andregang.domain.dates import find_moments
from andregang.domain.dates.words import MONTHS, WEEKDAYS, alternatives
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Letter
from andregang.domain.source import Stated
from andregang.domain.text import Span, trim

_URL = re.compile(r"https?://[^\s<>\"«»]{4,900}")
_JOINS = re.compile(
    r"meetup-join|teams\.[\w.]+/(?:l/|meet)|/j/\d|/wc/join|meet\.google|whereby\.|webex\.|/join\b|meet\.jit|zoom\.\w+/|skype|gotomeet|/meeting/|meet\.",
    re.I,
)
_NO_JOIN = re.compile(
    r"meetingoptions|dialin|jointeamsmeeting|/help|calendar\.|unsubscribe|personvern|privacy|linkedin|maps\.|/kart|finn\.no",
    re.I,
)
_STREET = re.compile(
    r"(?<![\w])(?:[A-ZÆØÅ][\wé'.-]{1,30}\s){0,3}[A-ZÆØÅ]?[\w-]{0,30}(?:gata|gaten|gate|gt\.?|veien|vegen|veg|vei|vn\.?|plass|plassen|torg|[Tt]orget|[Tt]orvet|torv|[Pp]arken|park|allé|alléen"
    r"|bakken|brygge|brygga|kaia|kai|kaien|stien|svingen|tunet|haugen|terrasse|smauet|street|road|lane|avenue|square|allmenning|allmenningen)\s\d{1,4}\s?[A-Z]?\b(?!\w)"
)
_AFTER_STREET = re.compile(
    r"(?:,\s(?:\d{1,2}\.\s?(?:etasje|etg\.?|floor)|(?:møte)?rom(?:met)?\s[\wæøåÆØÅ.-]{1,20}|(?:\d{4}\s)?[A-ZÆØÅ][\wæøåé-]{1,24}(?:\s[A-ZÆØÅ][\w]{1,20})?|inngang\s\w{1,10}|oppgang\s\w{1,4}"
    r"|(?:first|second|third|ground|top|\d\w{2})\sfloor|i\s\d{1,2}\.\s(?:etasje|etg\.?))|\si\s\d{1,2}\.\setasje|\s\d{4}\s[A-ZÆØÅ][\wæøå-]{1,24}){0,4}"
)
_TAIL_NOTE = re.compile(
    r"\s\((?!\d{1,2}\.\s?et)[^)]{3,120}\)\s{0,2}\Z|[.;]\s.{0,200}\Z|,\s(?:oppmøte|møt opp|meld deg|ring på|gratis park|parkering|spør etter|bruk inngang|see map)\b.{0,160}\Z",  # noqa: E501
    re.I | re.S,
)
_PROSE = re.compile(
    r"\b(?:hos oss (?:i|på|ved)|(?:i|på) (?:våre|vårt|vår)(?: nye)? (?:lokaler|kontorer|hovedkontor|kontor|lokale)(?:er)? (?:i|på|ved)|kontoret vårt (?:i|på|ved)|på hovedkontoret (?:i|på|ved)"  # noqa: E501
    r"|(?:at|in) our (?:\w+ )?(?:offices?|premises|headquarters|site|building) (?:at|in|on)|here at|kontorlokalene våre (?:i|på|ved)|i lokala våre (?:i|på|ved))\s(?P<place>[^\n.!?]{3,90})",  # noqa: E501
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:her på|kom (?:innom|til|bakveien til)|til|på|i|ved|at|in)\s(?P<place>(?:(?:vår|vårt|our|the)\s)?(?:[A-ZÆØÅ][\wæøåÆØÅ-]{1,24}\s){0,3}(?P<head>[\wæøåÆØÅ-]{0,24}(?:rommet|rom|huset|hallen|bygget|kontoret|butikken|kafeen|kaféen|kafeteriaen|kjøkkenet|brakka|brakken"  # noqa: E501
    r"|verksted|verft|bibliotek|museum|skole|skule|sykehus|sjukehus|barnehage|hotell|omsorgssenter|sykehjem|sjukeheim|legesenter|kulturhus|kommunehus|rådhus|terminal|kafé|bakeriet|foajeen|vaktrommet|kassa|stasjonen|hovedkontoret|museet|kantina|kantinen|brannstasjonen|hytta|hytten|porten|gardsbutikken|stallen|fjøset|fødeavdelinga|sengepost|sengeposten|poliklinikken|poliklinikk|brakkerigg|brakkeriggen|verkstedet|verkstaden|lageret|skolen|skulen|sykehuset|sjukehuset|avdelinga|avdelingen|rådhuset|resepsjonen|biblioteket|barnehagen|kirka|gården|garden|fabrikken|terminalen|salongen|klinikken|legekontoret|hotellet|senteret|anlegget|laben|verftet|verksemda"
    r"|hall|room|building|campus|office|reception|library|shop|hotel|warehouse|lab|yard|clinic|school))\b"
    r"(?P<more>(?:,\s(?:room|meeting room|rom|møterom|auditorium|auditoriet)\s[\w.-]{1,20}|(?:,)?\s(?:på|i|ved|at|in|on|of)\s(?:(?-i:[A-ZÆØÅ\d])[\wæøåÆØÅ.-]{0,24}\s?){1,4}|,\s[A-ZÆØÅ][\wæøå]{1,24}(?:\s[\wæøå]{2,24}){0,2}(?=[.,\n]|\Z)|\s\d{1,4}|\s(?-i:[A-ZÆØÅ])[\w-]{1,20}|\s(?:at|in|on)\sthe(?:\s[A-Z]\w{1,20}){1,3}|,\s\d{1,2}\.\s(?:etasje|etg)\b|,\s(?:porten|inngang|resepsjonen|hovedinngangen)(?:\s(?:ved|på|i|til)\s\w+(?:\s\d+)?)?){0,3}))",  # noqa: E501
    re.IGNORECASE,
)
_SAME_PLACE = re.compile(
    r"\b(?:sted|stad|adresse|lokale|møterom|venue|location|place|address)(?:et|en|a|ne)?\s(?:er|blir|is|remains|stays)\s(?:fortsatt\s|framleis\s|still\s)?(?:den\s|det\s|the\s)?(?:samme|same|uendret|uendra|unchanged)(?:\s(?:som før|som sist|as before))?\s?[:,–-]\s(?P<place>[^\n.!?]{3,90})"  # noqa: E501
    r"|\b(?:samme|same) (?:sted|plass|stad|place|venue|office)(?: som sist| som før)?[,:–-] (?P<again>(?!sam[em]e|same|og |med |men |bare |berre |kl|and |but |with )[^\n.!?,]{3,60})",  # noqa: E501
    re.IGNORECASE,
)
_BARE_LINE = re.compile(r"[A-ZÆØÅ][^\n.!?:@]{3,70}\Z")


def read_link(mail: Correspondence) -> Stated[str] | None:
    """The joining link, complete."""
    best: tuple[int, int, Span] | None = None
    for match in _URL.finditer(mail.text):
        end = match.end()
        while mail.text[end - 1] in ".,;:!?)>]'*" and not (mail.text[end - 1] == ")" and "(" in match.group()):
            end -= 1
        url = mail.text[match.start() : end]
        line = mail.text[mail.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        above = mail.text[max(0, match.start() - 90) : match.start()]
        if _NO_JOIN.search(url):
            continue
        score = (
            2 * bool(_JOINS.search(url))
            + mail.phrases.in_("place.remote", line)
            + bool(re.search(r"\b(?:bli med|join|lenke|lenkje|link|delta)", above, re.I))
        )
        if score and (best is None or score > best[0]):
            best = (score, match.start(), Span(match.start(), end))
    if best is None:
        return None
    claim = mail.quote(best[2].start, best[2].end)
    return Stated(claim.words, claim)


def read_place(mail: Correspondence) -> Stated[str] | None:
    """The physical place, verbatim; None for a video or telephone meeting."""
    span = _in_calendar(mail)
    remote = _is_held_remotely(mail)
    for letter in mail.letters if span is None else ():
        span = _labelled(mail, letter) or _street(mail, letter)
        if span is None and not remote:
            span = _beside_time(mail, letter) or _at_ours(mail) or _told(mail, letter)
        if span:
            break
    if span is None:
        return None
    claim = mail.quote(span.start, span.end)
    return Stated(claim.words, claim) if claim.words else None


def _is_held_remotely(mail: Correspondence) -> bool:
    """Whether the newest letter holds the meeting on a screen or by telephone."""
    words = mail.view[mail.newest.body.start : mail.newest.body.end]
    told = re.search(
        r"\b(?:på|via|over|on|by|per)\s(?:microsoft\s)?(?:teams|zoom|google meet|meet|whereby|webex|video|telefon|phone|skype)\b"  # noqa: E501
        r"|\b(?:held|hold|holdes|haldast|blir|vert|is|be|foregår|skjer|take place|tas)\s(?:\w+\s){0,2}(?:online|digitalt|virtually|remotely|på nett)\b",  # noqa: E501
        words,
        re.I,
    )
    return mail.phrases.in_("place.phone", words) or (told is not None and read_link(mail) is not None)


def _in_calendar(mail: Correspondence) -> Span | None:
    location = mail.event.spans.get("location") if mail.event else None
    if location is None:
        return None
    position = location.start
    kept: list[Span] = []
    for piece in re.split(r"(;|\s\|\s|\s/\s)", mail.text[location.start : location.end]):
        span = trim(mail.text, position, position + len(piece), ",")
        position += len(piece)
        if span.end - span.start > 2 and not _is_remote(mail, span):
            kept.append(span)
    return kept[0] if kept else None


def _is_remote(mail: Correspondence, span: Span) -> bool:
    words = mail.text[span.start : span.end]
    if _STREET.search(words):
        return False
    bare = mail.phrases["place.remote"].sub(" ", _URL.sub(" ", words))
    left = [
        w
        for w in re.findall(r"\w+", bare)
        if w.lower()
        not in {
            "møte",
            "meeting",
            "via",
            "på",
            "on",
            "call",
            "the",
            "en",
            "a",
            "microsoft",
            "se",
            "nedenfor",
            "under",
            "lenke",
        }
    ]
    return not left or (mail.phrases.in_("place.remote", words) and len(left) <= 2) or bool(_URL.search(words))


def _labelled(mail: Correspondence, letter: Letter) -> Span | None:
    lines = letter.lines
    for number, line in enumerate(lines):
        head, colon, rest = line.text.partition(":")
        if colon and mail.phrases.is_("place.label", head.strip(" *")) and not rest.startswith("//"):
            start = line.start + len(head) + 1
            span = trim(mail.view, start, line.end, "*")
            if span.end == span.start and number + 1 < len(lines):
                span = Span(lines[number + 1].start, lines[number + 1].end)
            elif number + 1 < len(lines) and _goes_on(
                lines[number + 1].text, same_paragraph=lines[number + 1].paragraph == line.paragraph
            ):
                span = Span(span.start, lines[number + 1].end)
        elif "\t" in line.text and mail.phrases.is_("place.label", line.text.partition("\t")[0]):
            span = trim(mail.view, line.start + line.text.index("\t"), line.end)
        elif (
            mail.phrases.is_("place.label", line.text)
            and number + 1 < len(lines)
            and not line.item
            and len(lines) > number + 1
        ):
            span = Span(lines[number + 1].start, lines[number + 1].end)
        else:
            continue
        if cleaned := _clean(mail, span):
            return cleaned
    return None


_MEET_AT = re.compile(
    r"\b(?:møt(?:er)? (?:opp|meg|oss)(?: hos oss)?|oppmøte|kom(?:me|mer)?(?: til oss)?|møtes|møtest|sees|ses|sjåast|holder til|held til|sitter|sit|møtet (?:er|blir|holdes|finner sted)|intervjuet (?:er|blir|holdes|finner sted)|samtalen (?:er|blir|holdes)|set oss|setter oss"  # noqa: E501
    r"|takes? place|we are (?:located )?(?:at|in)|meet(?: us| me)?|come to)\s(?:inn\s)?(?:(?:på|i|ved|til|innom|hos|at|in|bakveien til)\s)?(?P<place>(?!(?:et|en|ein|eit|ei|a|an|det|samme|same|intervju|samtale|andre|neste|prat)\b)(?:(?<=på )|(?<=innom )|(?<=i )|(?<=ved )|(?<=til )|(?<=at )|(?<=in ))[\wæøåÆØÅ][^.!?\n;:]{2,70})",  # noqa: E501
    re.IGNORECASE,
)


def _goes_on(text: str, *, same_paragraph: bool) -> bool:
    """Whether an address goes on in the line below."""
    return same_paragraph and (bool(_STREET.match(text)) or bool(re.fullmatch(r"\d{4} [A-ZÆØÅ][\wæøå -]{2,25}", text)))


def _clean(mail: Correspondence, span: Span) -> Span | None:
    words = mail.view[span.start : span.end]
    if note := _TAIL_NOTE.search(words):
        span = trim(mail.view, span.start, span.start + note.start(), ".,;")
    span = trim(mail.view, span.start, span.end, ".,;")
    if span.end - span.start < 2 or _is_remote(mail, span):
        return None
    return span


def _street(mail: Correspondence, letter: Letter) -> Span | None:
    for match in _STREET.finditer(mail.view, letter.body.start, letter.body.end):
        more = _AFTER_STREET.match(mail.view, match.end())
        return trim(mail.view, match.start(), more.end() if more else match.end(), ",")
    return None


_DATED = re.compile(rf"\b(?:{alternatives(MONTHS)}|{alternatives(WEEKDAYS)})\b|\d{{1,2}}\.\d{{1,2}}\.", re.IGNORECASE)


def _beside_time(mail: Correspondence, letter: Letter) -> Span | None:
    """A short line right under the line that gives the time."""
    for above, line in zip(letter.lines, letter.lines[1:], strict=False):
        clocked = re.search(r"\d{1,2}[.:]\d{2}|\bkl\b", above.text) and _DATED.search(above.text)
        if clocked and line.paragraph == above.paragraph and len(above.text) < 60 and not line.item and not above.item:  # noqa: SIM102
            if (
                _BARE_LINE.match(line.text)
                and not re.match(r"\d|kl", line.text)
                and not mail.phrases.in_("people.meets", line.text)
            ):
                capitals = re.match(r"[A-ZÆØÅ][\wæøå-]+\s[\wæøåÆØÅ-]+", line.text)
                if capitals and not re.search(
                    r"\b(?:vi|du|jeg|eg|we|you|er|har|is|time|tid|cet|zone)\b", line.text, re.I
                ):
                    return _clean(mail, Span(line.start, line.end))
    return None


def _told(mail: Correspondence, letter: Letter) -> Span | None:
    body = mail.view[letter.body.start : letter.body.end].replace("\n", " ")
    if match := _SAME_PLACE.search(body):
        group = "place" if match["place"] else "again"
        return _clean(mail, Span(letter.body.start + match.start(group), letter.body.start + match.end(group)))
    if match := _PROSE.search(body):
        place = match["place"]
        cut = re.search(r",\s(?![A-ZÆØÅ\d])|\s(?:kl|klokka|og|der|hvor|where|on|from|fra|så|for å|–|-)\b", place)
        end = match.start("place") + (cut.start() if cut else len(place))
        if place[:1].isupper() or place[:1].isdigit():
            return _clean(mail, Span(letter.body.start + match.start("place"), letter.body.start + end))
    if match := _MEET_AT.search(body):
        cut = re.search(
            r"(?:,\s(?![A-ZÆØÅ\d]|oppgang|inngang|porten|rom)|\s(?:kl|klokka|og|så|der|hvor|where|and|(?:på )?(?:mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag)|en tur|en gang|ein tur|ein gong|–|-)\b|\s\().*",  # noqa: E501
            match["place"],
        )
        end = match.start("place") + (cut.start() if cut else len(match["place"]))
        if span := _clean(mail, Span(letter.body.start + match.start("place"), letter.body.start + end)):  # noqa: SIM102
            if not find_moments(mail.view[span.start : span.end], letter.base, mail.near):
                return span
    best: Span | None = None
    for found in _AT.finditer(body):
        sentence = next(
            (s.text for s in letter.sentences if s.start <= letter.body.start + found.start("place") < s.end), ""
        )
        if mail.phrases.in_("time.other", sentence) and not mail.phrases.in_("kind.meeting", sentence):
            continue
        if re.search(
            r"(?:jobb|stilling|ansvar|rolle|søk\\w*|leder|sjef|arbeid|henter deg|vis\w* deg|position|role)\w*\s(?:\w+\s){0,3}\Z",  # noqa: E501
            body[max(0, found.start() - 40) : found.start("place")],
            re.I,
        ):
            continue
        if re.match(r"\s(?:her|here)\b", body[found.end() :], re.IGNORECASE):
            # "Tuva på Fjellhotellet her" tells who writes.
            continue
        span = trim(mail.view, letter.body.start + found.start("place"), letter.body.start + found.end("place"), " ,")
        timed = find_moments(mail.view[span.start : span.end], letter.base, mail.near)
        weekday = _DATED.search(mail.view, span.start, span.end)
        limit = min(span.start + timed[0].start if timed else span.end, weekday.start() if weekday else span.end)
        span = trim(mail.view, span.start, limit, " ,")
        if mail.phrases.in_("kind.meeting", sentence) or mail.phrases.in_("kind.invites", sentence):
            return span
        best = best or span
    return best


def _at_ours(mail: Correspondence) -> Span | None:
    """ "Here at our place": the visiting address in the signature."""
    for letter in mail.letters:
        if not mail.phrases.in_("place.ours", mail.view[letter.body.start : letter.body.end]):
            continue
        for tail in (letter.tail, mail.newest.tail):
            label = re.compile(
                r"(?:besøks?adresse|besøk|visiting address|adresse|address)\s?:\s{0,3}(?P<place>[^\n|]{4,80})", re.I
            )
            if match := label.search(mail.view, tail.start, tail.end):
                return trim(mail.view, match.start("place"), match.end("place"), ".,")
            if match := _STREET.search(mail.view, tail.start, tail.end):
                more = _AFTER_STREET.match(mail.view, match.end())
                return trim(mail.view, match.start(), more.end() if more else match.end(), ",")
    return None
