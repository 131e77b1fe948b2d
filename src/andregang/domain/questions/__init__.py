"""The questions most worth preparing, and the ones worth asking."""

from andregang.domain.questions.compose import compose_questions, hv_drill
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
from andregang.domain.questions.own import propose_own_questions, role_of
from andregang.domain.questions.phrase import PhraseForm, TaskPhrase, task_phrase
from andregang.domain.questions.wording import question_id

__all__ = [
    "Hv",
    "Lexicon",
    "OwnQuestion",
    "OwnQuestionBank",
    "OwnQuestionTemplate",
    "PhraseForm",
    "Question",
    "QuestionBank",
    "QuestionTemplate",
    "TaskPhrase",
    "When",
    "compose_questions",
    "hv_drill",
    "propose_own_questions",
    "question_id",
    "role_of",
    "task_phrase",
]
