"""`andregang feedback`: what an answer tells, with the words that tell it, and what was not found."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from andregang.bootstrap import AppContext
from andregang.cli.exits import Exit
from andregang.cli.found import question_after, say_found
from andregang.domain.rehearsal import (
    AnswerAnalysis,
    Check,
    Element,
    analyse_answer,
)
from andregang.domain.text import Language
from andregang.i18n import Words


def build(words: Words, context: AppContext) -> click.Command:  # noqa: ARG001 - nothing is kept, no clock is read
    """The command, its help in the person's language."""

    @click.command(
        "feedback",
        help=words._(
            "Say what was found in an answer and what was not. The answer is read from standard input, typed or as "
            "speech-to-text gave it."
        ),
    )
    @click.option("--question", "-q", default="", help=words._("The question that was answered."))
    @click.option(
        "--jsonl",
        "lines",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=words._("Read answers from a file of JSON lines (id, language, question, answer) and print JSON lines."),
    )
    def feedback(question: str, lines: Path | None) -> int:
        from andregang.content import load_vocabulary
        from andregang.language.answers import load_answer_classifier

        vocabulary = load_vocabulary()
        classify = load_answer_classifier()
        if lines is not None:
            rows = _rows(lines, words)
            for row in rows:
                language = _language(row)
                analysis = analyse_answer(row["question"], row["answer"], language, vocabulary, classify)
                click.echo(json.dumps({"id": row.get("id"), **feedback_json(analysis)}, ensure_ascii=False))
            return Exit.ALL_USED if rows else Exit.NOTHING_DONE
        if sys.stdin.isatty():
            click.echo(words._("Write the answer and end with Ctrl-D on a line of its own."), err=True)
        answer = sys.stdin.buffer.read().decode("utf-8", "replace")
        if not answer.strip():
            raise click.UsageError(words._("There is no answer here. Write it, or pipe it in."))
        language = _language({"question": question, "answer": answer})
        analysis = analyse_answer(question, answer, language, vocabulary, classify)
        say_found(analysis, words, question_after(analysis))
        return Exit.ALL_USED

    return feedback


def feedback_json(analysis: AnswerAnalysis) -> dict[str, Any]:
    """The analysis as JSON: quotes by element, the four flags, and every count with the words it rests on."""
    return {
        "elements": {element.value: [found.words for found in analysis.elements[element]] for element in Element},
        "own_part_visible": analysis.own_part_visible,
        "specific_event": analysis.specific_event,
        "quantified_result": analysis.quantified_result,
        "hypothetical": analysis.hypothetical,
        "spans": {e.value: [[found.start, found.end] for found in analysis.elements[e]] for e in Element},
        "missing": [element.value for element in analysis.missing],
        "words": analysis.words,
        "seconds": round(analysis.seconds),
        "checks": {check.kind.value: _check_json(check) for check in analysis.checks},
    }


def _check_json(check: Check) -> dict[str, Any]:
    return {
        "worth_a_look": check.worth_a_look,
        "value": round(check.value, 3),
        "quotes": [found.words for found in check.found],
    }


def _rows(path: Path, words: Words) -> list[Mapping[str, Any]]:
    """The answers of a file. Raises UsageError naming the first line that is none."""
    rows: list[Mapping[str, Any]] = []
    for number, line in enumerate(path.read_text("utf-8", errors="replace").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("answer"), str):
            raise click.UsageError(words._("Line {number} is no JSON object with an answer.", number=number))
        rows.append({**row, "question": row["question"] if isinstance(row.get("question"), str) else ""})
    return rows


def _language(row: Mapping[str, Any]) -> Language:
    """The language a line states, or the one its words are in."""
    from andregang.language import detect_language

    try:
        return Language(row.get("language", ""))
    except ValueError:
        return detect_language(f"{row['question']}\n{row['answer']}")
