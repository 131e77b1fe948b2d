"""What was found in an answer, on the terminal."""

from andregang.domain.rehearsal import AnswerAnalysis, Element, choose_follow_up
from andregang.domain.text import Language
from andregang.i18n import Words
from andregang.i18n.answers import part, remarks


def say_found(analysis: AnswerAnalysis, words: Words, follow_up: str = "", *, story: bool = True) -> None:
    """The parts with the words that carried them, what was not found, what was counted, and the question that follows.

    `story`: the question asks for something one did, so that the parts are looked for.
    """
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    console.print(Text(words._("Found in the answer"), "bold"))
    for element in Element:
        for number, found in enumerate(analysis.elements[element]):
            if number == 0:
                console.print(Text(f"  {part(element, words)}"))
            console.print(Padding(Text(f"«{' '.join(found.words.split())}»", "dim"), (0, 0, 0, 4)))
    if not any(analysis.elements.values()):
        console.print(Text(f"  {words._('None of the parts.')}"))
    if story and analysis.missing:
        console.print()
        console.print(Text(words._("Did not find in the answer"), "bold"))
        for element in analysis.missing:
            console.print(Text(f"  {part(element, words)}"))
    console.print()
    for sentence in remarks(analysis, words, story=story):
        console.print(Text(sentence))
    if follow_up:
        console.print()
        console.print(Text(words._("They may ask next"), "bold"))
        console.print(Text(f"  {follow_up}"))


def question_after(analysis: AnswerAnalysis) -> str:
    """The next question, in the answer's own language; "" when every part was found."""
    from andregang.content import load_questions

    template = choose_follow_up(analysis, load_questions())
    if template is None:
        return ""
    return template.wording.get(analysis.language, template.wording[Language.NB])
