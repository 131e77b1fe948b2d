"""The people an ad names for questions, with role, phone and address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from andregang.domain.job_ad.lexicon import Lexicon
from andregang.domain.job_ad.lines import Line
from andregang.domain.job_ad.model import AdContact
from andregang.domain.source import Document, quote
from andregang.domain.text import Span, fold

_PHONE = re.compile(r"(?<![\d.-])(?:\(?(?:\+|00)47\)?[ \u00a0]?)?(?P<n>\d(?:[ \u00a0]?\d){7})(?![\d-])")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_WORD = re.compile(r"[A-ZÆØÅÁČĐŊŠŽÄÖÜÉ][\w'’-]*\.?|\b(?:van|von|de|der|av|el|al)(?= [A-ZÆØÅ])")
_LABEL = re.compile(
    r"^(?P<label>navn|name|kontaktperson(?:er)?|kontakt|contact(?: person)?|tittel|title|stilling|rolle|role|"
    r"telefon\w*|tlf\.?(?:nr\.?)?|mobil\w*|mob\.?|phone|mobile|tel\.?|e-?post\w*|e-?mail|mail)\s*[:.]?\s*(?=\S|$)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"kontakt|spørsmål|opplysning|opplysing|informasjon|henvendelse|henvend|ring\b|question|inquir|enquir|information|tlf|telefon|mobil|mob\.|phone",
    re.IGNORECASE,
)


_INITIAL = 3
_AFTER_ROLE = re.compile(r"[,;()]|\b(?:tlf|telefon|mob|mobil|på|tel|phone|e-?post|e-?mail)\b|\d|\.\s")


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    role: str | None
    span: Span


def find_contacts(document: Document, lines: list[Line], lexicon: Lexicon) -> tuple[AdContact, ...]:
    """Everyone named near a phone number or an address, or after a label; one entry a person."""
    text = document.content.text
    found: list[AdContact] = []
    current: AdContact | None = None
    last_line = -10
    for number, line in enumerate(lines):
        words = text[line.start : line.end]
        if len(words) > 3000:
            continue
        for event in _events(document, line, lexicon, near=number - last_line <= 3 and current is not None):
            if event.name and (current is None or current.name != event.name):
                current = event
                found.append(current)
            elif current is not None and number - last_line <= 3 and _fits(current, event):
                merged = replace(
                    current,
                    role=current.role or event.role,
                    phone=current.phone or event.phone,
                    email=current.email or event.email,
                )
                found[found.index(current)] = merged
                current = merged
            elif event.email and _personal(event.email):
                current = event
                found.append(event)
            last_line = number
    return _merged(found)


def _fits(current: AdContact, event: AdContact) -> bool:
    return not ((event.phone and current.phone) or (event.email and current.email))


def _personal(email: str) -> bool:
    return "." in email.split("@")[0]


def _merged(found: list[AdContact]) -> tuple[AdContact, ...]:
    by_name: dict[str, AdContact] = {}
    for contact in found:
        if not (contact.phone or contact.email or contact.role):
            continue
        key = (contact.name or contact.email or "").casefold()
        known = by_name.get(key)
        by_name[key] = (
            contact
            if known is None
            else replace(
                known,
                role=known.role or contact.role,
                phone=known.phone or contact.phone,
                email=known.email or contact.email,
            )
        )
    return tuple(by_name.values())


def _events(document: Document, line: Line, lexicon: Lexicon, *, near: bool) -> Iterator[AdContact]:
    """Names, roles, phones and addresses of one line in order, each as a contact with what is known."""
    text = document.content.text
    claim = quote(document, line.start, line.end)
    words = text[line.start : line.end]
    label = _LABEL.match(words)
    kind = label["label"].casefold() if label else ""
    phones = [(m.start(), "phone", fold(m["n"]), m.end()) for m in _PHONE.finditer(words)]
    emails = [(m.start(), "email", m.group().rstrip("."), m.end()) for m in _EMAIL.finditer(words)]
    if kind in ("tittel", "title", "stilling", "rolle", "role") and label and near:
        role = words[label.end() :].strip(" .,:")
        if role:
            yield AdContact(None, role, None, None, claim)
        return
    people = []
    if (
        phones
        or emails
        or kind in ("navn", "name")
        or kind.startswith("kontakt")
        or kind.startswith("contact")
        or (len(words) < 60 and _ASKS.search(words))
    ):
        people = [(p.span.start, "name", p, p.span.end) for p in _people(words, lexicon)]
    if not people and not phones and not emails:
        return
    for _, what, value, _ in sorted([*people, *phones, *emails], key=lambda e: e[0]):
        if what == "name" and isinstance(value, _Person):
            yield AdContact(value.name, value.role, None, None, claim)
        elif isinstance(value, str):
            yield AdContact(None, None, value if what == "phone" else None, value if what == "email" else None, claim)


def _people(words: str, lexicon: Lexicon) -> Iterator[_Person]:
    """Runs of two to five capitalised words that are no common words, with the role that stands beside them."""
    blanked = _EMAIL.sub(lambda m: " " * len(m.group()), words)
    run: list[re.Match[str]] = []
    for match in [*_WORD.finditer(blanked), None]:
        joined = match is not None and (not run or blanked[run[-1].end() : match.start()] in (" ", "  "))
        if match is not None and joined and not _stops(match.group(), lexicon) and not _ended(run):
            run.append(match)
            continue
        yield from _person(words, run, lexicon)
        run = [match] if match is not None and not _stops(match.group(), lexicon) else []


def _ended(run: list[re.Match[str]]) -> bool:
    """Whether the run ends with a full stop that is not an initial's."""
    return bool(run) and run[-1].group().endswith(".") and len(run[-1].group()) > _INITIAL


def _stops(word: str, lexicon: Lexicon) -> bool:
    low = word.casefold().rstrip(".")
    return low in lexicon.words["no_person"] or _is_role(low, lexicon) or (word.isupper() and len(low) > 1)


def _is_role(word: str, lexicon: Lexicon) -> bool:
    low = word.casefold()
    return any(low.endswith(role) if len(role) > 4 else low == role for role in lexicon.roles)


def _person(words: str, run: list[re.Match[str]], lexicon: Lexicon) -> Iterator[_Person]:
    while run and run[0].group()[0].islower():
        run = run[1:]
    if not 2 <= len(run) <= 5:
        return
    start, end = run[0].start(), run[-1].end()
    name = words[start:end].rstrip(".")
    yield _Person(
        name, _role_before(words[:start], lexicon) or _role_after(words[end:], lexicon), Span(start, start + len(name))
    )


def _role_before(before: str, lexicon: Lexicon) -> str | None:
    """The function named right before a person, with the words that belong to it ("daglig leder")."""
    tokens = [token.strip(",.:") for token in before.rstrip(" ,:(–-").split()[-4:]]
    if not tokens or not _is_role(tokens[-1], lexicon):
        return None
    taken = [tokens[-1]]
    for token in reversed(tokens[:-1]):
        if token.casefold() not in lexicon.words["before_role"]:
            break
        taken.insert(0, token)
    return " ".join(taken)


def _role_after(after: str, lexicon: Lexicon) -> str | None:
    head = _AFTER_ROLE.split(after.lstrip(" ,(–-")[:60], maxsplit=1)[0].strip(" ,.:")
    tokens = head.split()
    if tokens and len(tokens) <= 5 and any(_is_role(token, lexicon) for token in tokens):
        return head
    return None
