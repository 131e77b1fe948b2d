"""A whole preparation as JSON values: what `preparation.json` holds."""

from collections import Counter

from andregang.domain.plan import Plan, PlanDay
from andregang.domain.preparation import Notice, Preparation
from andregang.domain.questions import OwnQuestion, Question
from andregang.domain.readiness import standing_of
from andregang.output.reading_json import Json, ad_json, cv_json, meeting_json, one_match_json, quoted

FORMAT = 1
"""Raised when a key is renamed, removed or changes its meaning; new keys do not raise it."""


def preparation_json(preparation: Preparation, plan: Plan | None = None) -> Json:
    """Everything known, every claim with its quote; with the plan when it is given.

    The shape is described by `preparation.schema.json` beside this module.
    """
    standings = [standing_of(match, cv_given=preparation.cv is not None) for match in preparation.matches]
    return {
        "format": FORMAT,
        "id": preparation.id,
        "name": preparation.slug,
        "language": preparation.language.value,
        "made": preparation.now.isoformat(),
        "start": preparation.start.isoformat() if preparation.start else None,
        "start_given_by_person": preparation.given_start is not None,
        "ad": ad_json(preparation.ad) if preparation.ad else None,
        "cv": cv_json(preparation.cv) if preparation.cv else None,
        "meeting": meeting_json(preparation.meeting) if preparation.meeting else None,
        "messages": [meeting_json(message) for message in preparation.messages],
        "matches": [
            {**one_match_json(match), "standing": standing.value}
            for match, standing in zip(preparation.matches, standings, strict=True)
        ],
        "matched_by_words_only": preparation.matched_by_words_only,
        "standing": dict(sorted(Counter(standing.value for standing in standings).items())),
        "questions": [_question(question) for question in preparation.questions],
        "own_questions": [_own_question(question) for question in preparation.own_questions],
        "plan": [_day(day) for day in plan.days] if plan else None,
        "notices": [_notice(notice) for notice in preparation.notices],
    }


def _question(question: Question) -> Json:
    return {
        "id": question.id,
        "template": question.template,
        "group": question.group,
        "hv": question.hv.value if question.hv else None,
        "words": question.words,
        "measures": question.measures,
        "about": quoted(question.item.quote) if question.item else None,
        "value": round(question.value, 4),
    }


def _own_question(question: OwnQuestion) -> Json:
    return {
        "id": question.id,
        "to": question.to,
        "person": question.person,
        "words": question.words,
        "informs": question.informs,
    }


def _day(day: PlanDay) -> Json:
    return {
        "date": day.date.isoformat(),
        "minutes": day.minutes,
        "tasks": [
            {
                "id": task.id,
                "action": task.action.value,
                "minutes": task.minutes,
                "about": [quoted(item.quote) for item in task.items],
                "questions": list(task.questions),
            }
            for task in day.tasks
        ],
    }


def _notice(notice: Notice) -> Json:
    return {
        "kind": notice.kind.value,
        "name": notice.name,
        "detail": notice.detail,
        "quotes": [quoted(place) for place in notice.quotes],
    }
