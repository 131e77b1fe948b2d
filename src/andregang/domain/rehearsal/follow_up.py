"""The one question that follows: for the first part that was not found (substance 3.3)."""

from collections.abc import Collection

from andregang.domain.questions import QuestionBank, QuestionTemplate
from andregang.domain.rehearsal.model import AnswerAnalysis, Element

_GROUPS = {
    Element.PLANNED: "P",
    Element.DID: "G",
    Element.RESULT: "R",
    Element.PEOPLE: "M",
    Element.LEARNED: "L",
}
_OWN_PART = "IQ-G02"
_REAL_EVENT = (Element.DID, Element.PLANNED, Element.RESULT, Element.PEOPLE, Element.LEARNED)


def follow_up_group(analysis: AnswerAnalysis) -> str:
    """P, G, R, M or L for the first part not found; what was done comes first when nothing real was told."""
    order = _REAL_EVENT if not analysis.elements[Element.DID] and not analysis.specific_event else tuple(_GROUPS)
    return next((_GROUPS[element] for element in order if not analysis.elements[element]), "")


def choose_follow_up(
    analysis: AnswerAnalysis, bank: QuestionBank, asked: Collection[str] = ()
) -> QuestionTemplate | None:
    """The question of the bank to ask next, none of the ids in `asked`; None when every part was found.

    When the speaker's own part could not be seen, that is asked before anything else.
    """
    if analysis.elements[Element.DID] and not analysis.own_part_visible and _OWN_PART not in asked:
        return bank.template(_OWN_PART)
    group = follow_up_group(analysis)
    fitting = (t for t in bank.templates if t.group == group and t.follow_up and t.id not in asked)
    return next(fitting, None) if group else None
