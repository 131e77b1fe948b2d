"""The questions most worth preparing, and the ones worth asking."""

from andregang.domain.questions.model import Hv, OwnQuestion, OwnQuestionTemplate, Question, QuestionTemplate

__all__ = ["Hv", "OwnQuestion", "OwnQuestionTemplate", "Question", "QuestionTemplate"]
