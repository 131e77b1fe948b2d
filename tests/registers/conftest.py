"""A network of our own: names we invent, numbers we choose, a socket that counts, and servers on loopback."""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

OPEN = "93.184.216.34"
"""A number of the open network; nothing ever gets there from here."""


@dataclass
class Attempts:
    """Where a connection was tried."""

    made: list[tuple[str, int]] = field(default_factory=list)


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> Attempts:
    """No connection leaves: each try is written down and refused."""
    seen = Attempts()

    def connect(_: socket.socket, address: tuple[str, int]) -> None:
        seen.made.append((address[0], address[1]))
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", lambda _, address: connect(_, address))
    return seen


@dataclass
class Names:
    """A name server: for each name the answers of the first, second … question; the last one stays."""

    known: dict[str, list[list[str]]]
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        answers = self.known.get(host)
        if answers is None:
            raise socket.gaierror(-2, "no such name")
        return answers.pop(0) if len(answers) > 1 else answers[0]


Answer = Callable[[str, socket.socket], None]


@dataclass
class Loopback:
    """A server on loopback that answers each request as it is told, and remembers what was sent to it."""

    answer: Answer
    port: int = 0
    heard: list[str] = field(default_factory=list)

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def _one(self, connection: socket.socket) -> None:
        with connection:
            try:
                connection.settimeout(5)
                had = b""
                while b"\r\n\r\n" not in had and (piece := connection.recv(65536)):
                    had += piece
                self.heard.append(had.decode("latin-1"))
                self.answer(had.decode("latin-1"), connection)
            except OSError:
                return


def reply(body: bytes = b"", kind: str = "application/json", status: str = "200 OK", *headers: str) -> bytes:
    """An answer as it goes over the wire."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


@pytest.fixture
def loopback() -> Iterator[Callable[[Answer], Loopback]]:
    """Starts a server on loopback."""
    open_sockets = []

    def start(answer: Answer) -> Loopback:
        listening = socket.create_server(("127.0.0.1", 0))
        open_sockets.append(listening)
        server = Loopback(answer, listening.getsockname()[1])
        threading.Thread(target=server.serve, args=(listening,), daemon=True).start()
        return server

    yield start
    for listening in open_sockets:
        listening.close()
