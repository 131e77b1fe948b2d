"""The questions the person has chosen to ask: few, in their own order, from the bank or in their own words."""

import re
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

_ABOUT = re.compile(r" \[(D(?:[1-9]|1[0-2]))?(?:; ([^\[\]]+))?\]\Z")


def own_line(words: str, informs: str = "", person: str = "") -> str:
    """The line that keeps a question in the person's own words, with the decision it informs and whom it is for:
    "Hvem eier bygget? [D7; Kari Moe]"."""
    said, named = fold(words), re.sub(r"[\[\]]", "", fold(person))
    if not said or not (informs or named):
        return said
    return f"{said} [{informs}{f'; {named}' if named else ''}]"


def _own_question(line: str) -> OwnQuestion:
    about = _ABOUT.search(line)
    if about is None or not about.start():
        return OwnQuestion(line, "", None, line, "")
    return OwnQuestion(line, "", about[2], line[: about.start()], about[1] or "")


def chosen_questions(
    lines: Sequence[str], proposed: Sequence[OwnQuestion], bank: OwnQuestionBank, language: Language
) -> tuple[OwnQuestion, ...]:
    """The questions behind the kept lines, in their order: ids of the bank, or the person's own words.

    One that is proposed keeps the person it is for; one in the person's own words has what they said of it.
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
            found.append(_own_question(line))
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
