"""Static files by name, with their digest in the address so that a browser may keep them for ever."""

import hashlib
import mimetypes
from functools import cache
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("application/manifest+json", ".webmanifest")


@cache
def _known() -> dict[str, tuple[str, bytes]]:
    """Address part → (media type, bytes). `app.css` is served as `app.3f9a1c20.css`."""
    known = {}
    for entry in (files("andregang.web") / "static").iterdir():
        if entry.is_file() and entry.name != "MANIFEST.json":
            data = entry.read_bytes()
            kind = mimetypes.guess_type(entry.name)[0] or "application/octet-stream"
            known[_address(entry.name, data)] = (kind, data)
            if entry.name.endswith(".woff2"):
                # The style sheet names its fonts plainly.
                known[entry.name] = (kind, data)
    return known


@cache
def asset(name: str) -> str:
    """The address of a static file. Raises FileNotFoundError for no such file."""
    data = (files("andregang.web") / "static" / name).read_bytes()
    return f"/static/{_address(name, data)}"


def _address(name: str, data: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}.{ending}"


def serve_asset(request: Request) -> Response:
    """A static file; 404 for any address not made by `asset`."""
    found = _known().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    kind, data = found
    charset = "; charset=utf-8" if kind.startswith(("text/", "application/javascript", "text/javascript")) else ""
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Content-Type": kind + charset}
    return Response(data, headers=headers)
