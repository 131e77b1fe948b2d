"""Connections to checked numbers only, none of which outlives its deadline."""

# ruff: noqa: ARG002 - what the client hands over for each step is overruled by the deadline of the whole

import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from andregang.registers.refusal import NotFetched, Obstacle


def checked_backend(
    resolve: Callable[[str, int], Sequence[str]], allows: Callable[[str], bool], deadline: float, address: str
) -> httpcore.NetworkBackend:
    """What opens the connections of one request: it looks a name up once and refuses when any answer is refused."""
    return _Checked(resolve, allows, deadline, address)


class _Checked(httpcore.NetworkBackend):
    def __init__(
        self, resolve: Callable[[str, int], Sequence[str]], allows: Callable[[str], bool], deadline: float, address: str
    ) -> None:
        self._resolve, self._allows, self._deadline, self._address = resolve, allows, deadline, address
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = self._numbers(host, port)
        for number in numbers[:-1]:
            try:
                return self._connect(number, port)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(numbers[-1], port)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise NotFetched(self._address, Obstacle.NOT_WEB)

    def _numbers(self, host: str, port: int) -> Sequence[str]:
        try:
            numbers = within(self._deadline - time.monotonic(), lambda: self._resolve(host, port))
        except TimeoutError:
            raise NotFetched(self._address, Obstacle.TOO_SLOW) from None
        except (OSError, UnicodeError):
            raise NotFetched(self._address, Obstacle.NO_SUCH_NAME) from None
        if not numbers:
            raise NotFetched(self._address, Obstacle.NO_SUCH_NAME)
        if not all(self._allows(number) for number in numbers):
            raise NotFetched(self._address, Obstacle.NOT_PUBLIC)
        return numbers

    def _connect(self, number: str, port: int) -> httpcore.NetworkStream:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ConnectTimeout
        return _Timed(self._plain.connect_tcp(number, port, timeout=left), self._deadline)


class _Timed(httpcore.NetworkStream):
    """A stream on which nothing waits beyond the deadline of the whole request."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def _left(self, error: type[httpcore.TimeoutException]) -> float:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise error
        return left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._left(httpcore.ConnectTimeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def within(seconds: float, work: Callable[[], Sequence[str]]) -> Sequence[str]:
    """What `work` gives, or TimeoutError: a name look-up cannot be told to hurry."""
    done: list[Sequence[str]] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:  # noqa: BLE001 - handed on to the one who waits
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(max(0.0, seconds))
    if failed:
        raise failed[0]
    if not done:
        raise TimeoutError
    return done[0]
