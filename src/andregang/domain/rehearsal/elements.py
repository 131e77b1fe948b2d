"""Which elements a clause carries: rules over its signs, and a trained head's opinion where there is one."""

from collections.abc import Sequence

from andregang.domain.rehearsal.model import AnswerClassifier, Clause, Element

_SELF = frozenset({"self", "we", "bare_did"})
_DEEDS = frozenset({"self_did", "we_did", "bare_did"})
_OUTCOMES = frozenset({"result.change", "result.end", "result.after", "result.reaction"})
# What the head must say by itself, and what a rule adds to it: a rule and a head that does not speak against it are
# enough. Five folds of the written answers said where, long answers (more clauses to be wrong about) how strictly.
_ENOUGH = 0.6
_RULE_ADDS = 0.4


def imagined(clauses: Sequence[Clause]) -> tuple[bool, ...]:
    """Which clauses tell what would be done. The frame of a sentence holds until something is told as done."""
    answers = []
    frame, sentence = False, -1
    for clause in clauses:
        if clause.sentence != sentence:
            frame, sentence = False, clause.sentence
        said_so = "hypothetical" in clause.signs and bool(clause.signs & {"self", "we"})
        if said_so or ("condition" in clause.signs and "self_did" not in clause.signs):
            frame = True
        elif clause.signs & {"self_did", "we_did"}:
            frame = False
        answers.append(frame)
    return tuple(answers)


def carried(
    clauses: Sequence[Clause], asked: frozenset[Element], classify: AnswerClassifier | None
) -> list[frozenset[Element]]:
    """The elements of each clause. `asked` are those the question itself asks for: a bare answer to it counts."""
    unreal = imagined(clauses)
    by_rule = [_by_rule(clause) for clause in clauses]
    if classify is None:
        told = by_rule
    else:
        told = [
            {e for e in Element if chances[e] + _RULE_ADDS * (e in ruled) >= _ENOUGH}
            for chances, ruled in zip(classify(clauses), by_rule, strict=True)
        ]
    return [
        _allowed(clause, each | _bare(clause, asked), away=away)
        for clause, each, away in zip(clauses, told, unreal, strict=True)
    ]


def _by_rule(clause: Clause) -> set[Element]:
    signs = clause.signs
    rules = {
        Element.CONTEXT: _context(signs),
        Element.PLANNED: _planned(signs),
        Element.DID: bool(signs & _DEEDS) and not signs & {"vague_deed", "duty", "evasive"},
        Element.RESULT: _result(signs),
        Element.PEOPLE: _people(signs),
        Element.LEARNED: "learned" in signs and "learned.not" not in signs,
        Element.BRIDGE: signs >= {"bridge.you", "bridge.tie"} and not signs & {"praise"},
    }
    return {element for element, told in rules.items() if told}


def _allowed(clause: Clause, told: set[Element], *, away: bool) -> frozenset[Element]:
    """What is imagined was neither planned, done nor achieved."""
    if away:
        told = told - {Element.PLANNED, Element.DID, Element.RESULT, Element.PEOPLE, Element.CONTEXT}
    if "plan.none" in clause.signs:
        told = told - {Element.PLANNED}
    return frozenset(told)


def _bare(clause: Clause, asked: frozenset[Element]) -> set[Element]:
    """What the first words say when the question asked for it and they answer with a fact."""
    told: set[Element] = set()
    if clause.sentence == 0 and not clause.signs & {"evasive", "description", "habit", "result.vague"}:
        if Element.RESULT in asked and "number" in clause.signs and "target" not in clause.signs:
            told.add(Element.RESULT)
        if Element.PEOPLE in asked and clause.signs & {"role", "first_name", "name"}:
            told.add(Element.PEOPLE)
    return told


def _context(signs: frozenset[str]) -> bool:
    if signs & {"learned", "bridge.tie", "duty", "description"}:
        return False
    return "time" in signs or ("problem" in signs and not signs & {"self_did", "self_state"} and "number" in signs)


def _planned(signs: frozenset[str]) -> bool:
    if not signs & _SELF or signs & {"habit", "learned"}:
        return False
    if "plan.word" in signs:
        return True
    return signs >= {"plan.order", "plan.reason"} and bool(signs & _DEEDS)


def _result(signs: frozenset[str]) -> bool:
    if signs & {"result.vague", "target", "duty", "learned", "bridge.tie"}:
        return False
    kinds = len(signs & _OUTCOMES)
    if kinds >= 2:
        return True
    return kinds == 1 and (bool(signs & {"number", "outsider"}) or not signs & (_DEEDS | {"self_state"}))


def _people(signs: frozenset[str]) -> bool:
    someone = signs & {"first_name", "role"}
    if not someone or ("outsider" in signs and "role" not in signs):
        return False
    if signs >= {"role", "first_name"}:
        return True
    return bool(signs & {"together", "one_did", "other_did"}) or ("took" in signs and not signs & {"self_did"})
