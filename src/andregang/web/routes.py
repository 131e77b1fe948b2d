"""Every address there is."""

from starlette.routing import Route

from andregang.web.assets import serve_asset
from andregang.web.pages import documents, evidence, examples, meeting, plan, process, start, today

ROUTES: list[Route] = [
    Route("/static/{name}", serve_asset),
    *start.ROUTES,
    *today.ROUTES,
    *evidence.ROUTES,
    *documents.ROUTES,
    *examples.ROUTES,
    *meeting.ROUTES,
    *plan.ROUTES,
    *process.ROUTES,
]
