"""Every address there is."""

from starlette.routing import Route

from andregang.web.assets import serve_asset
from andregang.web.pages import evidence, meeting, plan, start, today

ROUTES: list[Route] = [
    Route("/static/{name}", serve_asset),
    *start.ROUTES,
    *today.ROUTES,
    *evidence.ROUTES,
    *meeting.ROUTES,
    *plan.ROUTES,
]
