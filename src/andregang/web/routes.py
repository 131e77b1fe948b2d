"""Every address there is."""

from starlette.routing import Route

from andregang.web.assets import serve_asset
from andregang.web.pages import (
    contribution,
    documents,
    evidence,
    examples,
    meeting,
    plan,
    process,
    questions,
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
    *meeting.ROUTES,
    *plan.ROUTES,
    *process.ROUTES,
    *settings.ROUTES,
]
