"""The questions most worth preparing, and the ones worth asking."""

from andregang.domain.questions.model import (
    Hv,
    Lexicon,
    OwnQuestion,
    OwnQuestionBank,
    OwnQuestionTemplate,
    Question,
    QuestionBank,
    QuestionTemplate,
    When,
)

__all__ = [
    "Hv",
    "Lexicon",
    "OwnQuestion",
    "OwnQuestionBank",
    "OwnQuestionTemplate",
    "Question",
    "QuestionBank",
    "QuestionTemplate",
    "When",
]
