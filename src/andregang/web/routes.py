"""Every address there is."""

from starlette.routing import Route

from andregang.web.assets import serve_asset
from andregang.web.pages import (
    assessment,
    company,
    contribution,
    decision,
    documents,
    evidence,
    examples,
    interview,
    meeting,
    openness,
    people,
    plan,
    process,
    questions,
    recording,
    referees,
    rehearsal,
    settings,
    start,
    story,
    today,
)

ROUTES: list[Route] = [
    Route("/static/{name}", serve_asset),
    *start.ROUTES,
    *today.ROUTES,
    *evidence.ROUTES,
    *documents.ROUTES,
    *examples.ROUTES,
    *story.ROUTES,
    *contribution.ROUTES,
    *questions.ROUTES,
    *interview.ROUTES,
    *rehearsal.ROUTES,
    *company.ROUTES,
    *people.ROUTES,
    *meeting.ROUTES,
    *plan.ROUTES,
    *process.ROUTES,
    *assessment.ROUTES,
    *decision.ROUTES,
    *referees.ROUTES,
    *openness.ROUTES,
    *recording.ROUTES,
    *settings.ROUTES,
]
