"""What a request must show before a page sees it, and what every answer carries."""

import hmac
import secrets
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
ENTRANCE = "/inn"

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self' blob:",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def new_token() -> str:
    """A launch token of 256 random bits."""
    return secrets.token_urlsafe(32)


class Gate:
    """Lets a request through when it names this very host and port, comes from our own pages, and holds the token.

    The launch address carries the token once; it is exchanged for a cookie so that it stands in no later address.
    """

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset(f"{name}:{port}" for name in LOOPBACK_NAMES)
        self._cookie = f"andregang-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        answer = _Answer(send, scope["path"])
        send = answer.send
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await PlainTextResponse(refusal[1], status_code=refusal[0])(scope, receive, send)
        elif scope["path"] == ENTRANCE:
            await self._enter(scope, receive, send)
        elif not self._holds_token(headers):
            text = (
                "Åpne adressen som står i terminalen der du startet Andregang.\n"
                "Open the address printed where you started Andregang.\n"
            )
            await PlainTextResponse(text, status_code=403)(scope, receive, send)
        else:
            try:
                await self._app(scope, receive, send)
            except Exception:
                # A fault that was answered was also logged, without the words it happened on; a traceback holds them.
                if not answer.begun:
                    raise

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return 400, "Unknown host.\n"
        site = headers.get("sec-fetch-site")
        ours = site in (None, "same-origin", "none")
        if scope["method"] in SAFE_METHODS:
            # Others may lead here by a link, but not load our answers into a page of theirs.
            led = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
            return None if ours or led else (403, "This request came from another page.\n")
        origin = headers.get("origin")
        if not ours or (origin is not None and origin.lower() != f"http://{hosts[0].lower()}"):
            return 403, "This request came from another page.\n"
        if site is None and origin is None:
            return 403, "This request does not say where it came from.\n"
        return None

    def _holds_token(self, headers: Headers) -> bool:
        # Cookies know no ports: other programs on this machine put theirs in the same header, well formed or not.
        crumb = cookie_parser("; ".join(headers.getlist("cookie"))).get(self._cookie, "")
        return hmac.compare_digest(crumb.encode("utf-8", "replace"), self._token.encode())

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        given = parse_qs(scope["query_string"].decode("ascii", "ignore")).get("t", [""])[0]
        if scope["method"] != "GET" or not hmac.compare_digest(given.encode(), self._token.encode()):
            await PlainTextResponse("This address is no longer valid.\n", status_code=403)(scope, receive, send)
            return
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
        await answer(scope, receive, send)


class _Answer:
    """An answer on its way out: given the headers all answers carry, and known to have begun."""

    def __init__(self, send: Send, path: str) -> None:
        self._send, self._path = send, path
        self.begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if not self._path.startswith("/static/"):
                headers.setdefault("Cache-Control", "no-store")
        await self._send(message)
