"""Every address there is."""

from starlette.routing import Route

from andregang.web.assets import serve_asset
from andregang.web.pages import today

ROUTES: list[Route] = [
    Route("/static/{name}", serve_asset),
    *today.ROUTES,
]
