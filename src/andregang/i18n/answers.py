"""What was found in an answer, in words: the parts by name, and what was counted as sentences. Never a verdict."""

from andregang.domain.rehearsal import FIVE, LONGEST, SHORTEST, AnswerAnalysis, Check, CheckKind, Element
from andregang.i18n.words import Words

_MOST_QUOTED = 3


def part(element: Element, words: Words) -> str:
    """The name of a part of an answer."""
    names = {
        Element.CONTEXT: words._("The frame: which task, and when"),
        Element.PLANNED: words._("How it was planned"),
        Element.DID: words._("What you did"),
        Element.RESULT: words._("What it led to"),
        Element.PEOPLE: words._("With whom"),
        Element.LEARNED: words._("What you learnt"),
        Element.BRIDGE: words._("How you would use it there"),
    }
    return names[element]


_OF_ANY_ANSWER = frozenset({CheckKind.SELF_DESCRIPTION, CheckKind.FILLERS, CheckKind.CONFIDENTIAL})


def remarks(analysis: AnswerAnalysis, words: Words, seconds: float | None = None, *, story: bool = True) -> list[str]:
    """What was counted, as sentences: the length always, the rest when it is worth a look.

    `seconds` is how long the answer took when that was measured; without it, how long its words take. `story`: the
    question asks for something one did; others are not held to its length, its time or its parts.
    """
    taken = analysis.seconds if seconds is None else seconds
    said = [words._("About {seconds} seconds aloud. The target is 90 to 150.", seconds=round(taken))]
    if not story:
        said = [words._("About {time} aloud.", time=words.seconds(round(taken)))]
    elif taken < SHORTEST:
        said.append(words._("There is room for more."))
    if taken > LONGEST:
        said.append(words._("That is longer than most listen."))
    sentences = {
        CheckKind.BACKGROUND: words._("{percent} % is background. Two sentences are enough."),
        CheckKind.SUBSTANCE: words._("{percent} % is about what you did and what came of it. Aim for half."),
        CheckKind.OWN_PART: words._("Much “we”. What did you do yourself?"),
        CheckKind.RESULT_MARKER: words._("What could an outsider see was different?"),
        CheckKind.TIME_MARKER: words._("When was this? One particular time is stronger."),
        CheckKind.HYPOTHETICAL: words._("This is what you would do or usually do. Tell of one time you did it."),
        CheckKind.SELF_DESCRIPTION: words._("Show “{words}” with an event, or leave the word out."),
        CheckKind.FILLERS: words._("{count} filler words. Say it once more without them."),
        CheckKind.CONFIDENTIAL: words._("“{words}” is marked as confidential. A role can stand for the name."),
    }
    for check in analysis.checks:
        fits = _fits(check, analysis) if story else check.kind in _OF_ANY_ANSWER
        if check.worth_a_look and check.kind in sentences and fits:
            quoted = ", ".join(found.words for found in check.found[:_MOST_QUOTED])
            values = {"percent": round(check.value * 100), "count": round(check.value), "words": quoted}
            said.append(sentences[check.kind].format(**values))
    return said


def _fits(check: Check, analysis: AnswerAnalysis) -> bool:
    """Whether a remark adds something: of a part that was not found, that much is said already."""
    if check.kind is CheckKind.RESULT_MARKER:
        return bool(analysis.elements[Element.RESULT])
    if check.kind is CheckKind.SUBSTANCE:
        return any(analysis.elements[element] for element in FIVE)
    return True
