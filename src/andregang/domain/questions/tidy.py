"""A line of an ad without its marks: bullets, numbers, lead-ins before a colon, second sentences, end marks."""

import re

_LONGEST = 600
_LONGEST_ABBREVIATION = 6
_LETTER_WORDS = frozenset("IÅA")
_TAIL_REACH = 40
_BULLET = re.compile(r"^(?:[\s•·▪◦*\-–—−>»✓✔]|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))+")
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_SECOND_SENTENCE = re.compile(
    r"(?<=[^\W\d_]{3})[.!?](?=\s+[A-ZÆØÅ«\"])|(?<=[a-zæøå]{3})\.(?=[A-ZÆØÅ][a-zæøå])|;|\s[•·▪*]|(?<=\S)[!?](?=\s)"
)
_TAIL = re.compile(
    r"(?:[\s,.:;!?…–—\-/&+]|\b(?:etc|osv|mm|mv|m\. ?m|m\. ?v|o\.l|e\.l|ol|bl\.a|med mer|med meir|og lignende|"
    r"og liknande|and more)\b)+$",
    re.I,
)
_ENGLISH = frozenset(["the", "and", "of", "with", "to", "in", "our", "your", "on", "as", "by", "is", "are", "from"])
_NORWEGIAN = frozenset(["av", "og", "på", "til", "om", "som", "en", "et"])
_INNER_STOP = re.compile(r"[^\W\d_]\.\s")
_WORD = re.compile(r"[^\W_]+", re.U)
_GENERAL_LEAD = re.compile(
    r"^(?:(?:dine|viktigste|sentrale|aktuelle|andre|your|main|key|våre|hoved)\s*)*"
    r"(?:arbeidsoppg[aå]ver|oppg[aå]ver|ansvarsområde[rt]?|ansvar|tasks|duties|responsibilities|stillingen|stillinga)\b"
)
_OPEN_END = re.compile(r"\b(?:med|av|for|som|å|i|på|til|with|of|to|include|includes|including|være|vere|be)$", re.I)


def tidy(words: str) -> str:
    """The line's own sentence: no bullet, no brackets, no end mark, white space folded. May be empty."""
    line = " ".join(words[:_LONGEST].split()).replace("\u00ad", "")
    line = _BULLET.sub("", line)
    line = _BRACKETS.sub("", line)
    line = _after_lead_in(line)
    if second := _SECOND_SENTENCE.search(line):
        line = line[: second.start()]
    return _trim_end(line)


def _after_lead_in(line: str) -> str:
    before, colon, after = line.partition(": ")
    if not colon or not after.strip():
        return line
    if _GENERAL_LEAD.match(before.lower()) or _OPEN_END.search(before) or len(before.split()) > 8:
        return after.strip()
    return before


def _trim_end(line: str) -> str:
    while found := _TAIL.search(line[-_TAIL_REACH:]):
        line = line[: max(0, len(line) - _TAIL_REACH) + found.start()]
    return line.strip()


def looks_english(line: str) -> bool:
    """Whether a line in a Norwegian ad is written in English."""
    tokens = [token.lower() for token in _WORD.findall(line)]
    english = sum(token in _ENGLISH for token in tokens)
    return english >= 2 and english > sum(token in _NORWEGIAN for token in tokens)


def unsayable(line: str) -> bool:
    """Whether a line holds marks no spoken phrase has: a question, an address, quotation marks, loose brackets."""
    return "://" in line or _INNER_STOP.search(line) is not None or any(mark in line for mark in '?!@"«»“”()|[]{}')


def bare(token: str) -> str:
    """A token in lower case without the marks around it."""
    return token.strip(",.;:()\"'«»“”/").lower()


def lower_first(line: str, names: frozenset[str], lower_case: frozenset[str]) -> str:
    """The line with its first word in lower case, unless that is a name or an abbreviation.

    A word the ad also writes small is no name; two capitals in a row are taken for one ("Statens vegvesen" is not).
    """
    if line.isupper() and len(line) > _LONGEST_ABBREVIATION:
        line = line.lower()
    first, space, rest = line.partition(" ")
    core = first.strip(",.;:()\"'«»“”")
    small = core[:1].lower() + core[1:]
    if small not in lower_case and (core.split("-")[0] in names or core in names):
        return line
    if len(core) == 1 and core.isupper() and core not in _LETTER_WORDS:
        return line
    if any(letter.isupper() for letter in core[1:].split("-")[0]) or any(letter.isdigit() for letter in core):
        return line
    return first[:1].lower() + first[1:] + space + rest
