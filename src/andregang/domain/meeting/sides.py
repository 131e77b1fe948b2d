"""Agency or employer: whom somebody speaks for."""

import re
from dataclasses import dataclass

from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.model import Side
from andregang.domain.meeting.names import same_person

_FREE_MAIL = re.compile(r"@(?:gmail|hotmail|outlook|live|icloud|yahoo|online|mail|post|me)\.", re.IGNORECASE)
_GUEST_FIRM = re.compile(
    r"(?:\b[Ff]ra|\b[Ff]rå|\b[Ff]rom|\b[Hh]os|\b[Aa]t)\s(?P<firm>[A-ZÆØÅ][\wæøåÆØÅ&-]{2,30}(?:\s[A-ZÆØÅ][\wæøå&-]{1,30}){0,3})"
)
_OURS = re.compile(
    r"\b(?:fra oss|frå oss|from us|hos oss|our side|vår side|kollegaen? min|min kollega|my colleague|våre konsulenter)\b",  # noqa: E501
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sides:
    """`writer` is the side of who writes; `home` holds the words of the writer's firm, lower-case."""

    mail: Correspondence
    writer: Side
    home: str

    def of(self, name: str, role: str | None, context: str) -> Side:
        """The side of somebody met, by what stands beside the name."""
        phrases = self.mail.phrases
        if role and phrases.in_("people.outside", role):
            return Side.UNKNOWN
        if role and phrases.in_("agency.firm", role):
            return Side.AGENCY
        if self.writer is not Side.AGENCY:
            return Side.EMPLOYER
        signer = self.mail.signer
        if signer and same_person(name, signer.name):
            return Side.AGENCY
        address = self._address(name)
        if address:
            return Side.AGENCY if address == self._own_domain() else Side.EMPLOYER
        if context and _OURS.search(context) and not _GUEST_FIRM.search(context):
            return Side.AGENCY
        return Side.EMPLOYER

    def _own_domain(self) -> str:
        signer = self.mail.signer
        span = signer.email if signer else None
        return self.mail.text[span.start : span.end].rpartition("@")[2].lower() if span else ""

    def _address(self, name: str) -> str:
        event = self.mail.event
        for guest in event.guests if event else ():
            if guest.email and same_person(guest.name or " ", name):
                return guest.email.rpartition("@")[2].lower()
        return ""


def read_sides(mail: Correspondence) -> Sides:
    """Whether the writer recruits for somebody else: by the firm's words, or by a client told apart from it."""
    signer = mail.signer
    address = (
        mail.text[signer.email.start : signer.email.end]
        if signer and signer.email
        else mail.newest.fields.get("from", "")
    )
    domain = address.rpartition("@")[2] if not _FREE_MAIL.search(address) else ""
    sender = mail.newest.fields.get("from", "").partition("<")[0]
    tail = mail.view[mail.newest.tail.start : mail.newest.tail.end][:400] or _after_name(mail)
    home = " ".join((domain.replace("-", " "), tail, sender)).lower()
    body = " ".join(mail.view[letter.body.start : letter.body.end] for letter in mail.letters)
    firm = _is_agency_firm(mail, domain, tail)
    client = mail.phrases.in_("agency.client", body)
    third = _guest_firm(mail, body, domain, tail)
    agency = (
        (firm and (client or third is not None or not sender))
        or _CLIENT.search(body) is not None
        or (client and third is not None)
        or (third is not None and _leads(body))
    )
    return Sides(mail, Side.AGENCY if agency or (firm and _signs_as_firm(mail, tail)) else Side.EMPLOYER, home)


# A client spoken of as one's own is somebody else's vacancy.
_CLIENT = re.compile(
    r"\b(?:(?:hos |til |med )?kunden vår|[Vv]år kunde|[Vv]år oppdragsgiver|oppdragsgiver(?:en)? vår|[Oo]ppdragsgiver ønsker"  # noqa: E501
    r"|oppdragsgjevaren vår|[Oo]ur client|[Mm]y client),?\s(?:[A-ZÆØÅ]|ønsk|vil\b|har\b|would|is\b|has\b|i [A-ZÆØÅ])"
)


def _after_name(mail: Correspondence) -> str:
    """What stands after the writer's name where the message has no signature ("Hilsen Kine i Fjord Bemanning")."""
    signer, body = mail.signer, mail.newest.body
    if signer is None or not body.start <= signer.span.start < body.end:
        return ""
    words = mail.view[signer.span.end : min(body.end, signer.span.end + 90)]
    return re.sub(r"\A,?\s(?:i|fra|frå|from|at|på|hos|ved)\s", "", re.split(r"[.!(\n]", words)[0])


def _is_agency_firm(mail: Correspondence, domain: str, tail: str) -> bool:
    """The firm's name, not the writer's title: "HR og rekruttering" is a department."""
    label = domain.rpartition(".")[0]
    if mail.phrases.in_("agency.firm", label.replace(".", " ").replace("-", " ")) and not label.startswith(
        ("rekruttering.", "jobb.", "recruitment.")
    ):
        return True
    return _signs_as_firm(mail, tail)


_OWN_DEPARTMENT = re.compile(
    r"@|rådgiver|rådgjevar|leder|leiar|ansvarlig|ansvarleg|avdeling|\bHR\b|manager|department|konsulent", re.I
)


def _signs_as_firm(mail: Correspondence, tail: str) -> bool:
    """Whether a part of the signature is an agency's name ("Seniorrådgiver, Fjell Rekruttering")."""
    for line in tail.split("\n"):
        for words in re.split(r"\s?[|,·/]\s?|\s[–-]\s", line.strip()):
            named = mail.phrases.in_("agency.firm", words) and not _OWN_DEPARTMENT.search(words)
            if named and words[:1].isupper() and len(words.split()) >= 2:
                return True
    return False


def _guest_firm(mail: Correspondence, body: str, domain: str, tail: str) -> str | None:
    """A firm the candidate will meet people from, that is not the writer's own."""
    own = re.sub(r"\W", "", (domain.rpartition(".")[0] + tail).lower())
    for match in _GUEST_FIRM.finditer(body):
        words = match["firm"].split()
        plain = re.sub(r"\W", "", words[0].lower())
        folded = plain.replace("å", "a").replace("ø", "o").replace("æ", "ae")
        aa = plain.replace("å", "aa").replace("ø", "oe")
        if (
            words[0].lower() in {"teams", "zoom", "vår", "din", "norge", "oslo", "oss", "us", "google", "microsoft"}
            or len(plain) < 3
        ):
            continue
        if any(form in own for form in (plain, folded, aa)):
            continue
        if mail.is_candidate(match["firm"]) or (own and len(own) < 4):
            continue
        return match["firm"]
    return None


def _leads(body: str) -> bool:
    """The writer leads a meeting with another firm's people."""
    return bool(
        re.search(
            r"\b(?:jeg|eg|i)\s(?:leder|leier|will lead|lead|deltar|deltek|blir (?:også |òg )?med|er (?:også |òg )?med|går gjennom)\b",  # noqa: E501
            body,
            re.I,
        )
    ) and bool(
        re.search(
            r"\b(?:fra|frå|from)\s[A-ZÆØÅ][\wæøå]+[\wæøåÆØÅ ]{0,30}\s(?:deltar|deltek|møter|kommer|stiller|will|join)",
            body,
        )
    )
