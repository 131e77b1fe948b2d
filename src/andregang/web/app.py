"""The web application: routes behind the gate."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from andregang.bootstrap import AppContext
from andregang.domain.errors import DomainError
from andregang.store import StoreError
from andregang.web.again import Shown
from andregang.web.errors import fault, known_error
from andregang.web.routes import ROUTES
from andregang.web.security import Gate


def create_app(context: AppContext, *, token: str, port: int) -> ASGIApp:
    """The application for one launch, answering on loopback names with this port to who holds the token."""
    handlers = {
        DomainError: known_error,
        StoreError: known_error,
        HTTPException: known_error,
        Exception: fault,
    }
    # Answers are not compressed: they never leave the machine, and packing them takes longer than handing them over.
    app = Starlette(routes=ROUTES, exception_handlers=handlers)
    app.state.context = context
    app.state.shown = Shown()
    return Gate(app, token=token, port=port)
