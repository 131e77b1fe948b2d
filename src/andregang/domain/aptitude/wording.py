"""Tasks in words: what a cell shows, what a table asks, what a sentence says. The words themselves are handed in."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from andregang.domain.aptitude.model import Cell, MatrixTask, NumberTask, Sentence, Slip, VerbalTask, Verdict

Phrases = Mapping[str, Any]
FIRST_YEAR = 2022


def cell_in_words(cell: Cell, say: Phrases) -> str:
    """«3 stripete trekanter»: what somebody hears who does not see the drawing."""
    one, singular, plural, gender = say[f"shape.{cell.shape.value}"]
    fill = say[f"fill.{cell.fill.value}"]
    if cell.count == 1:
        return f"{one} {fill[gender]} {singular}"
    return f"{cell.count} {fill[2]} {plural}"


def rules_in_words(task: MatrixTask, say: Phrases) -> tuple[str, ...]:
    """Each rule of a grid as a sentence."""
    said = (say[f"rule.{rule.value}"].replace("{feature}", say[f"feature.{f.value}"]) for f, rule in task.rules)
    return tuple(f"{text[:1].upper()}{text[1:]}." for text in said)


def wrong_in_words(task: MatrixTask, option: int, say: Phrases) -> tuple[str, ...]:
    """Which features of an option break a rule."""
    return tuple(say[f"feature.{feature.value}"] for feature in task.wrong[option])


def years(task: NumberTask) -> tuple[str, ...]:
    """The heads of the columns."""
    return tuple(str(FIRST_YEAR + place) for place in range(len(task.values[0])))


def table_names(task: NumberTask, say: Phrases) -> tuple[str, ...]:
    """What the table counts, then its rows."""
    return tuple(say[f"table.{task.labels}"])


def asked_in_words(task: NumberTask, say: Phrases, part: str = "asked") -> str:
    """The question; with `how`, the way to the answer."""
    names, heads = table_names(task, say), years(task)
    text: str = say[f"{part}.{task.asked.value}"]
    filled = {"row": names[1 + task.row], "other": names[1 + task.other], "first": heads[task.first]}
    for placeholder, value in {**filled, "last": heads[task.last]}.items():
        text = text.replace(f"{{{placeholder}}}", value)
    return text


def slip_in_words(slip: Slip, say: Phrases) -> str:
    """How one comes to a wrong number."""
    return str(say[f"slip.{slip.value}"])


def shown_number(number: Fraction) -> float:
    """An option as a number with at most one decimal."""
    return round(float(number), 1)


def sentence_in_words(sentence: Sentence, task: VerbalTask, say: Phrases) -> str:
    """What a sentence says of two people or groups."""
    if task.of_order:
        words, text = say["names"], say[f"order.{task.setting}"][0]
    else:
        words, text = say[f"group.{task.setting}"], say[f"says.{sentence.says.value}"]
    first, second = words[task.names[sentence.first]], words[task.names[sentence.second]]
    return str(text).replace("{a}", first).replace("{b}", second)


def assumed_in_words(task: VerbalTask, say: Phrases) -> str:
    """What holds besides the sentences."""
    return str(say[f"order.{task.setting}"][1] if task.of_order else say["nobody_empty"])


def chain_in_words(task: VerbalTask, say: Phrases) -> str:
    """The way from one to the other: «Aina – Birk – Dina»; "" when there is none."""
    return " – ".join(say["names"][task.names[thing]] for thing in task.chain)


def verdict_in_words(verdict: int, say: Phrases) -> str:
    return str(say[f"verdict.{verdict}"])


def why_in_words(answer: Verdict, chosen: int, say: Phrases) -> str:
    """Why an answer is wrong; "" when it is right."""
    return "" if chosen == answer else str(say[f"why.{int(answer)}_{chosen}"])
