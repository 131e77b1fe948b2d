"""One request to an OpenAI-compatible endpoint: no redirects, no proxies, bounded in time and size."""

import json
import queue
import threading
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

    from andregang.domain.second_reader import Chosen

SECONDS = 180.0
"""The longest an answer may take, from the first byte sent to the last received."""
BYTES = 400_000
"""The most an answer may hold."""
_CONNECT = 10.0


class Obstacle(StrEnum):
    """Why there is no answer. Its words stand in the page."""

    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    REDIRECTED = "redirected"
    KEY_REFUSED = "key_refused"
    NOT_THERE = "not_there"
    OUT_OF_ORDER = "out_of_order"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(unsafe_hash=True)
class ModelFailed(Exception):
    """The model gave no answer that can be used. `detail` is a status code or ""; nothing the endpoint said."""

    reason: Obstacle
    detail: str = ""


def complete(chosen: "Chosen", body: str, *, seconds: float = SECONDS, most: int = BYTES) -> str:
    """What the model says to exactly this body. Raises ModelFailed, and nothing else."""
    done: queue.Queue[bytes | ModelFailed] = queue.Queue(1)

    def work() -> None:
        try:
            done.put(_fetch(chosen, body, seconds, most))
        except ModelFailed as failed:
            done.put(failed)

    # An endpoint can feed one byte at a time for ever; it is waited for so long and no longer.
    threading.Thread(target=work, daemon=True, name="model").start()
    try:
        outcome = done.get(timeout=seconds + 1)
    except queue.Empty:
        raise ModelFailed(Obstacle.TOO_SLOW) from None
    if isinstance(outcome, ModelFailed):
        raise outcome
    return _content(outcome)


def _fetch(chosen: "Chosen", body: str, seconds: float, most: int) -> bytes:
    import httpx

    headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
    if chosen.key:
        headers["Authorization"] = f"Bearer {chosen.key}"
    until = time.monotonic() + seconds
    timeout = httpx.Timeout(seconds, connect=min(seconds, _CONNECT))
    try:
        with (
            httpx.Client(follow_redirects=False, trust_env=False, timeout=timeout) as client,
            client.stream("POST", chosen.completions, content=body.encode(), headers=headers) as response,
        ):
            return _read(response, until, most)
    except httpx.TimeoutException:
        raise ModelFailed(Obstacle.TOO_SLOW) from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError, OSError):
        # What went wrong may hold the address or a header: it is not passed on.
        raise ModelFailed(Obstacle.UNREACHABLE) from None


def _read(response: "httpx.Response", until: float, most: int) -> bytes:
    status = response.status_code
    if 300 <= status < 400:
        raise ModelFailed(Obstacle.REDIRECTED, str(status))
    if status in (401, 403):
        raise ModelFailed(Obstacle.KEY_REFUSED, str(status))
    if status == 404:
        raise ModelFailed(Obstacle.NOT_THERE, str(status))
    if status != 200:
        raise ModelFailed(Obstacle.OUT_OF_ORDER, str(status))
    if response.headers.get("content-encoding", "identity").lower() not in ("", "identity"):
        raise ModelFailed(Obstacle.NOT_UNDERSTOOD)
    had = bytearray()
    for piece in response.iter_raw():
        had += piece
        if len(had) > most:
            raise ModelFailed(Obstacle.TOO_LARGE)
        if time.monotonic() > until:
            raise ModelFailed(Obstacle.TOO_SLOW)
    return bytes(had)


def _content(raw: bytes) -> str:
    """The words of the first choice."""
    try:
        value = json.loads(raw.decode("utf-8"))
        content = value["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise ModelFailed(Obstacle.NOT_UNDERSTOOD) from None
    if not isinstance(content, str):
        raise ModelFailed(Obstacle.NOT_UNDERSTOOD)
    return content
