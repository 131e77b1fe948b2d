"""`andregang serve`: the address printed, the port it had last, and what is past its day erased when it starts."""

import datetime as dt
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from andregang.services.recording import begin, finish
from andregang.store import open_store


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., tuple[subprocess.Popen[str], int]]]:
    """Starts a server; its process and port."""
    begun = []

    def start(*arguments: str, now: str = "2026-11-23T09:00") -> tuple[subprocess.Popen[str], int]:
        around = {**os.environ, "ANDREGANG_HOME": str(tmp_path), "ANDREGANG_NOW": now, "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            [sys.executable, "-m", "andregang", "serve", "--no-browser", *arguments],
            env=around, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
        )  # fmt: skip
        begun.append(process)
        return process, urlsplit(process.stdout.readline().split()[-1]).port

    yield start
    for process in begun:
        end(process)


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    process.stdout.close()


def answers(port: int) -> bool:
    """Whether somebody answers there, which is after all that is done at the start."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        return line.recv(100).startswith(b"HTTP/1.1 400")


def test_it_comes_back_where_it_was_so_that_a_page_left_open_finds_it(serve):
    process, port = serve()
    end(process)
    process, again = serve()
    assert again == port
    # Beside one that runs, another takes a free port.
    assert serve()[1] != port


def test_a_port_that_is_given_is_used(serve):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert serve("--port", str(port))[1] == port


def test_recordings_past_their_day_are_erased_when_it_starts(serve, tmp_path):
    process, port = serve()
    assert answers(port)
    end(process)
    store = open_store(tmp_path)
    now = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
    with store.unit_of_work("local") as uow:
        kept = uow.preparations.create("mote", "Møte", now, language="nb")
        made = begin(uow, kept, "", "audio/webm", now, None)
        uow.recordings.append(made.id, 0, b"KANARI" * 20)
        finish(uow, kept, made.id, None)
        uow.commit()
    store.close()

    def on_disk() -> bool:
        return any(b"KANARIKANARI" in path.read_bytes() for path in tmp_path.iterdir() if path.is_file())

    for now_, there in (("2026-12-20T09:00", True), ("2026-12-24T09:00", False)):
        process, port = serve(now=now_)
        assert answers(port)
        end(process)
        assert on_disk() is there
