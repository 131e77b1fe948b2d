"""The questions the person has chosen to ask: few, in their own order, from the bank or in their own words."""

from collections.abc import Sequence

from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.questions.model import OwnQuestion, OwnQuestionBank
from andregang.domain.text import Language, fold

MOST = 5
"""How many one should ask (substance 3.17): more than time allows is none at all."""

CHOSEN = "own_questions"
"""The key of the note that keeps them: one line a question, an id of the bank or the person's own words."""

LONGEST = 300
"""Letters in a question of one's own."""


def chosen_questions(
    lines: Sequence[str], proposed: Sequence[OwnQuestion], bank: OwnQuestionBank, language: Language
) -> tuple[OwnQuestion, ...]:
    """The questions behind the kept lines, in their order: ids of the bank, or the person's own words.

    One that is proposed keeps the person it is for; the person's own words are for nobody and inform no decision.
    """
    by_id = {question.id: question for question in proposed}
    templates = {template.id: template for template in bank.templates}
    found = []
    for line in lines:
        template = templates.get(line)
        if line in by_id:
            found.append(by_id[line])
        elif template is not None:
            words = template.wording.get(language) or template.wording[Language.NB]
            found.append(OwnQuestion(line, template.to, None, words, template.informs))
        else:
            found.append(OwnQuestion(line, "", None, line, ""))
    return tuple(found)


def choose(lines: Sequence[str], line: str) -> tuple[str, ...]:
    """The lines with one more, last; the same when it is there. Raises InvalidInput for none, too long, or a sixth."""
    line = fold(line)
    if not line:
        raise InvalidInput("own_question", "missing")
    if len(line) > LONGEST:
        raise InvalidInput("own_question", "too_long")
    if line in lines:
        return tuple(lines)
    if len(lines) >= MOST:
        raise InvalidInput("own_question", "too_many")
    return (*lines, line)


def drop(lines: Sequence[str], line: str) -> tuple[str, ...]:
    """The lines without one."""
    return tuple(one for one in lines if one != line)


def move(lines: Sequence[str], line: str, step: int) -> tuple[str, ...]:
    """The lines with one of them `step` places later, or earlier below zero; at the ends it stays. Raises NotFound."""
    if line not in lines:
        raise NotFound("question", line)
    place = lines.index(line)
    rest = [one for one in lines if one != line]
    rest.insert(min(max(0, place + step), len(rest)), line)
    return tuple(rest)
