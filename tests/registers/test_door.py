"""What comes through the door: within its size, its time and its kind, with nothing of the person's along."""

import socket
import ssl
import threading
import time
from pathlib import Path

import pytest

from andregang.registers import Door, Limits, NotFetched, Obstacle

from .conftest import Names, reply

HTML = ("text/html",)
PAGE = b"<p>Om oss</p>"


def here(server, **more) -> Door:
    """A door to servers on loopback, by the name navn.example."""
    names = Names({"navn.example": [["127.0.0.1"]]})
    return Door(resolve=names, allows=lambda number: number == "127.0.0.1", ports=frozenset({server.port}), **more)


def fetch(server, limits: Limits | None = None, path: str = "/", **more):
    return here(server, **more).fetch(f"http://navn.example:{server.port}{path}", HTML, limits)


def refusal(server, limits: Limits | None = None) -> Obstacle:
    with pytest.raises(NotFetched) as refused:
        fetch(server, limits)
    return refused.value.obstacle


def test_a_page_comes_with_its_kind_and_where_it_came_from(loopback):
    server = loopback(lambda _, wire: wire.sendall(reply(PAGE, "text/html; charset=utf-8")))
    fetched = fetch(server, path="/om?side=2")
    assert (fetched.data, fetched.kind) == (PAGE, "text/html")
    assert fetched.address == f"http://navn.example:{server.port}/om?side=2"


def test_a_redirect_is_followed_to_its_end(loopback):
    server = loopback(
        lambda asked, wire: wire.sendall(
            reply(PAGE, "text/html") if "GET /ny" in asked else reply(b"", "text/html", "301 x", "Location: ny")
        )
    )
    assert fetch(server).address.endswith("/ny")


def test_only_the_address_and_the_name_of_the_program_are_sent(loopback, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    server = loopback(lambda _, wire: wire.sendall(reply(PAGE, "text/html", "200 OK", "Set-Cookie: spor=1")))
    door = here(server)
    for _ in range(2):
        door.fetch(f"http://navn.example:{server.port}/", HTML)
    head, *lines = server.heard[1].strip().split("\r\n")
    assert head == "GET / HTTP/1.1"
    assert {line.split(":")[0].lower() for line in lines} == {
        *("host", "user-agent", "accept", "accept-encoding", "connection")
    }
    assert "User-Agent: Andregang" in lines


def test_a_cookie_of_one_hop_is_not_carried_to_the_next(loopback):
    server = loopback(
        lambda asked, wire: wire.sendall(
            reply(PAGE, "text/html")
            if "GET /ny" in asked
            else reply(b"", "text/html", "302 x", "Location: /ny", "Set-Cookie: spor=1")
        )
    )
    fetch(server)
    assert "cookie" not in server.heard[1].lower()


@pytest.mark.parametrize(
    ("status", "obstacle"),
    [
        ("404 x", "not_there"),
        ("410 x", "not_there"),
        ("401 x", "not_given"),
        ("403 x", "not_given"),
        ("429 x", "out_of_order"),
        ("500 x", "out_of_order"),
        ("503 x", "out_of_order"),
        ("304 x", "not_given"),
        ("302 x", "not_given"),
    ],
)
def test_an_answer_that_is_no_page_says_why(status, obstacle, loopback):
    assert refusal(loopback(lambda _, wire: wire.sendall(reply(b"", "text/html", status)))) == obstacle


@pytest.mark.parametrize("kind", ["application/zip", "image/png", "text/x", "", "application/json"])
def test_another_kind_is_not_taken(kind, loopback):
    assert refusal(loopback(lambda _, wire: wire.sendall(reply(PAGE, kind)))) == Obstacle.OTHER_KIND


def test_what_is_packed_is_not_unpacked(loopback):
    answer = reply(PAGE, "text/html", "200 OK", "Content-Encoding: gzip")
    assert refusal(loopback(lambda _, wire: wire.sendall(answer))) == Obstacle.OTHER_KIND


def test_what_says_it_is_too_large_is_not_read(loopback):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999999999\r\n\r\n<p>"
    assert refusal(loopback(lambda _, wire: wire.sendall(answer)), Limits(size=1000)) == Obstacle.TOO_LARGE


def test_what_never_ends_is_cut_off_at_its_size(loopback):
    sent = []

    def pour(_, wire):
        wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(10_000):
            wire.sendall(b"2000\r\n" + b"x" * 8192 + b"\r\n")
            sent.append(8192)

    assert refusal(loopback(pour), Limits(size=100_000)) == Obstacle.TOO_LARGE
    assert sum(sent) < 20_000_000


def drip(first: bytes, piece: bytes):
    def answer(_, wire):
        wire.sendall(first)
        for _ in range(200):
            wire.sendall(piece)
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x"),
    ],
)
def test_a_server_that_drips_is_left_when_the_time_is_over(first, piece, loopback):
    begun = time.monotonic()
    assert refusal(loopback(drip(first, piece)), Limits(seconds=0.5)) in (Obstacle.TOO_SLOW, Obstacle.NO_ANSWER)
    assert time.monotonic() - begun < 5


def test_a_server_that_is_silent_is_left(loopback):
    done = threading.Event()
    assert refusal(loopback(lambda _, wire: done.wait(3)), Limits(seconds=0.3)) == Obstacle.TOO_SLOW
    done.set()


def test_a_name_server_that_is_silent_is_left(loopback):
    done = threading.Event()

    def resolve(host, port):
        done.wait(3)
        return ["127.0.0.1"]

    with pytest.raises(NotFetched) as refused:
        Door(resolve=resolve).fetch("http://navn.example/", HTML, Limits(seconds=0.3))
    done.set()
    assert refused.value.obstacle == Obstacle.TOO_SLOW


@pytest.mark.parametrize(
    "noise",
    [b"", b"\0" * 100, b"HTTP/1.1 banan\r\n\r\n", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\n" + b"a" * 200_000],
)
def test_noise_is_no_answer(noise, loopback):
    assert refusal(loopback(lambda _, wire: wire.sendall(noise))) == Obstacle.NO_ANSWER


def test_an_answer_cut_short_is_no_answer(loopback):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>"
    assert refusal(loopback(lambda _, wire: wire.sendall(answer))) == Obstacle.NO_ANSWER


def test_without_a_network_it_says_that_nobody_could_be_asked():
    def resolve(host, port):
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    with pytest.raises(NotFetched) as refused:
        Door(resolve=resolve).fetch("https://navn.example/", HTML)
    assert refused.value.obstacle == Obstacle.NO_SUCH_NAME


def test_nobody_listening_is_no_answer(loopback):
    server = loopback(lambda _, wire: None)
    free = socket.create_server(("127.0.0.1", 0))
    server.port = free.getsockname()[1]
    free.close()
    assert refusal(server) == Obstacle.NO_ANSWER


def test_the_second_number_of_a_name_is_tried_when_the_first_is_silent(loopback):
    server = loopback(lambda _, wire: wire.sendall(reply(PAGE, "text/html")))
    names = Names({"navn.example": [["127.0.0.3", "127.0.0.1"]]})
    door = Door(resolve=names, allows=lambda number: number.startswith("127.0.0."), ports=frozenset({server.port}))
    assert door.fetch(f"http://navn.example:{server.port}/", HTML).data == PAGE


HERE = Path(__file__).parent
"""`navn.pem` and `annen.pem` are certificates signed by themselves for a hundred years, for these trials only."""


def secure(loopback, path):
    """A server that speaks TLS with this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    listening = socket.create_server(("127.0.0.1", 0))
    server = loopback(lambda _, wire: None)
    server.port = listening.getsockname()[1]

    def serve():
        while True:
            try:
                plain, _ = listening.accept()
                with context.wrap_socket(plain, server_side=True) as wire:
                    server.heard.append(wire.recv(65536).decode())
                    wire.sendall(reply(PAGE, "text/html"))
            except OSError:
                continue

    threading.Thread(target=serve, daemon=True).start()
    return server


@pytest.mark.parametrize(("signed_for", "known", "comes"), [("navn.example", True, True), ("navn.example", False, False), ("annen.example", True, False)])  # fmt: skip
def test_a_certificate_must_be_known_and_for_the_name_asked(signed_for, known, comes, loopback):
    path = HERE / f"{signed_for.removesuffix('.example')}.pem"
    server = secure(loopback, path)
    trust = (lambda: ssl.create_default_context(cafile=str(path))) if known else None
    door = here(server, trust=trust)
    if comes:
        assert door.fetch(f"https://navn.example:{server.port}/", HTML).data == PAGE
        return
    with pytest.raises(NotFetched) as refused:
        door.fetch(f"https://navn.example:{server.port}/", HTML)
    assert refused.value.obstacle == Obstacle.NOT_TRUSTED
    assert server.heard == []
