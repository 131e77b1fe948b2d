"""Pages shown again while nothing was stored in between: the same minute, the same store, the same answer."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

if TYPE_CHECKING:
    from andregang.bootstrap import AppContext

MOST = 64
_KEPT = ("/s/", "/innstillinger", "/ny")
_Moment = tuple[int, str]


class Shown:
    """The pages last shown. All are forgotten when anything is stored or the minute has passed."""

    def __init__(self) -> None:
        self._moment: _Moment | None = None
        self._pages: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    def moment(self, request: Request) -> _Moment | None:
        """The state of things, taken before a page is made; None for a request whose answer is not to be kept."""
        context: AppContext = request.app.state.context
        if request.method != "GET" or not request.url.path.startswith(_KEPT):
            return None
        version = context.store.version()
        return None if version is None else (version, context.now().strftime("%Y-%m-%dT%H:%M"))

    def find(self, request: Request, moment: _Moment | None) -> Response | None:
        """The page as it was shown before at this moment."""
        if moment != self._moment:
            self._pages.clear()
            self._moment = moment
        body = self._pages.get(_key(request))
        return None if body is None or moment is None else Response(body, media_type="text/html")

    def keep(self, request: Request, moment: _Moment | None, answer: Response) -> None:
        """Keep a whole page that went well."""
        plain = answer.status_code == 200 and answer.media_type == "text/html" and "/fil/" not in request.url.path
        if moment is None or moment != self._moment or not plain or "set-cookie" in answer.headers:
            return
        self._pages[_key(request)] = bytes(answer.body)
        while len(self._pages) > MOST:
            self._pages.popitem(last=False)


def _key(request: Request) -> tuple[str, str]:
    return f"{request.url.path}?{request.url.query}", request.headers.get("HX-Request", "")
