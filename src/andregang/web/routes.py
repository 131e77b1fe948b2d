"""Every address there is."""

from starlette.routing import Route

from andregang.web.assets import serve_asset
from andregang.web.pages import (
    company,
    contribution,
    decision,
    documents,
    evidence,
    examples,
    meeting,
    plan,
    process,
    questions,
    recording,
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
    *rehearsal.ROUTES,
    *company.ROUTES,
    *meeting.ROUTES,
    *plan.ROUTES,
    *process.ROUTES,
    *decision.ROUTES,
    *recording.ROUTES,
    *settings.ROUTES,
]
