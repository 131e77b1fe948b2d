"""The pages over a preparation of 1,000 lines, beside a bare Starlette answer: `python bench/web.py [seconds]`.

Both servers run as processes of their own and answer in turn, at 1 and at 16 connections. The heaviest page is the one
with the slowest median alone. A page is kept until something is stored or the minute has passed; what the same pages
take when they are made anew stands last. Ratios travel; milliseconds are of this machine.
"""

import asyncio
import contextlib
import datetime as dt
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from andregang.bootstrap import AppContext

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
NOW = "2026-11-23T09:00"
LINES = 1000
WORDS = (
    "lager",
    "rute",
    "vakt",
    "plan",
    "kunde",
    "avvik",
    "rapport",
    "kurs",
    "innkjøp",
    "bemanning",
    "lasting",
    "drift",
)
VERBS = ("Lede", "Planlegge", "Følge", "Bestille", "Kontrollere", "Føre", "Veilede", "Samordne")


def long_documents() -> tuple[str, str]:
    """An ad and a CV of 1,000 lines each, no two alike."""
    lines = [f"{VERBS[n % 8]} {WORDS[n % 12]} og {WORDS[(n // 12) % 12]} for område {n}" for n in range(LINES)]
    ad = "\n".join(["Driftsleder", "", "Nordlys Drift AS søker driftsleder.", "", "Arbeidsoppgaver"])
    ad += "\n" + "\n".join(f"- {line}" for line in lines) + "\n\nSøknadsfrist: 20. november 2026\n"
    cv = "Kim Vik\n\nArbeidserfaring\nFormann, Eng AS, 2018 - 2026\n"
    return ad, cv + "\n".join(f"- {line.replace('e ', 'et ', 1)}" for line in lines) + "\n"


def context_of(home: Path) -> "AppContext":
    """The product over a data folder; ad and CV compared by words, for no page waits for more than that once."""
    from andregang.bootstrap import AppContext
    from andregang.settings import Settings
    from web.conftest import knowledge

    zone = ZoneInfo("Europe/Oslo")
    now = dt.datetime.fromisoformat(NOW).replace(tzinfo=zone)
    context = AppContext(Settings(home, f"sqlite:///{home / 'andregang.db'}", "nb", zone), "nb", lambda: now)
    context.__dict__["knowledge"] = knowledge()
    return context


def fill(home: Path) -> str:
    """A data folder with that preparation and 1,000 examples in it; its slug."""
    from andregang.bootstrap import OWNER
    from andregang.domain.source import DocumentKind
    from andregang.domain.text import Language
    from andregang.services.preparation import keep_documents
    from web.conftest import INVITATION, document
    from web.filled import write_everywhere

    context = context_of(home)
    now = context.now()
    ad, cv = long_documents()
    kinds = (DocumentKind.AD, DocumentKind.CV, DocumentKind.INVITATION)
    given = [document(f"{kind.value}.txt", text, kind) for kind, text in zip(kinds, (ad, cv, INVITATION), strict=True)]
    with context.store.unit_of_work(OWNER) as uow:
        kept = keep_documents(uow, given, now, language=Language.NB, slug="stor")
        items = [line.removeprefix("- ") for line in ad.splitlines() if line.startswith("- ")]
        write_everywhere(uow, kept, now, items[:2], "")
        for number in range(LINES):
            did = f"Jeg gjorde jobb nummer {number} på en ny måte."
            uow.examples.create(kept.id, now, items=items[number : number + 1], title=f"Jobb {number}", did=did)
        uow.commit()
    context.close()
    return kept.slug


def ours(home: Path) -> None:
    """The product's own server over a data folder."""
    from andregang.web.server import Server

    server = Server(context_of(home))
    print(server.address, flush=True)
    server.run()


def bare() -> None:
    """A server with one plain answer, as small as Starlette makes it."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}/", flush=True)

    async def answer(_: object) -> PlainTextResponse:
        return PlainTextResponse("ok")

    app = Starlette(routes=[Route("/", answer)])
    config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listening])


def begin(command: list[str]) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().split()[-1]


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> int:
    """One answer on a kept connection; its bytes."""
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n", 1)[0]:
        raise SystemExit(head.decode())
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
    length = int(fields.get(b"content-length", b"0"))
    await reader.readexactly(length)
    return length


async def load(port: int, request: bytes, connections: int, seconds: float) -> list[float]:
    """Milliseconds of each answer while so many connections ask as fast as they are answered."""
    times: list[float] = []
    until = time.perf_counter() + seconds

    async def one() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
        while time.perf_counter() < until:
            began = time.perf_counter()
            await ask(reader, writer, request)
            times.append((time.perf_counter() - began) * 1000)
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()

    await asyncio.gather(*(one() for _ in range(connections)))
    return times


def figures(times: list[float]) -> tuple[float, float]:
    """Median and 99th percentile."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def requests(entrance: str, slug: str) -> dict[str, tuple[int, bytes]]:
    """Every page of the preparation by name: its size and the request for it."""
    import httpx

    from web.addresses import crawl, starts

    with httpx.Client(headers={"Sec-Fetch-Site": "same-origin"}, timeout=300) as client:
        client.get(entrance)
        cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        origin, _, _ = entrance.partition("/inn")

        def fetch(address: str) -> tuple[int, str, str]:
            answer = client.get(origin + address)
            kind = answer.headers.get("location", answer.headers.get("content-type", ""))
            return answer.status_code, kind, answer.text if kind.startswith("text/html") else ""

        found = [one for one in crawl(fetch, starts([slug])) if one.is_page]
    host = origin.removeprefix("http://")
    return {
        one.name: (
            len(one.body),
            f"GET {one.address} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nAccept-Encoding: gzip\r\n\r\n".encode(),
        )
        for one in found
    }


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 4.0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        slug = fill(home)
        product, entrance = begin([__file__, "--ours", str(home)])
        other, plain = begin([__file__, "--bare"])
        try:
            compare(entrance, plain, slug, seconds)
        finally:
            for process in (product, other):
                process.send_signal(signal.SIGTERM)
                process.wait()


def compare(entrance: str, plain: str, slug: str, seconds: float) -> None:
    pages = requests(entrance, slug)
    port, plain_port = (int(address.split(":")[2].split("/")[0]) for address in (entrance, plain))
    alone = {name: figures(asyncio.run(load(port, request, 1, 0.3)))[0] for name, (_, request) in pages.items()}
    print(f"{len(pages)} pages over a preparation of {LINES} lines, load {os.getloadavg()[0]:.1f}")
    ranked = sorted(alone, key=lambda name: -alone[name])
    for name in ranked:
        print(f"{alone[name]:8.2f} ms {pages[name][0] / 1000:7.1f} kB  {name}", flush=True)
    plain_request = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{plain_port}\r\n\r\n".encode()
    heaviest = ranked[0]
    print(f"\nheaviest: {heaviest}\n{'connections':>12} {'':>6} {'p50 ms':>9} {'p99 ms':>9} {'ratio p50':>10}")
    for connections in (1, 16):
        mine: list[float] = []
        bare_times: list[float] = []
        for _ in range(4):
            bare_times += asyncio.run(load(plain_port, plain_request, connections, seconds / 4))
            mine += asyncio.run(load(port, pages[heaviest][1], connections, seconds / 4))
        (p50, p99), (bare50, bare99) = figures(mine), figures(bare_times)
        print(f"{connections:>12} {'page':>6} {p50:9.2f} {p99:9.2f} {p50 / bare50:10.1f}")
        print(f"{connections:>12} {'bare':>6} {bare50:9.2f} {bare99:9.2f}")
    anew = made_anew(port, pages)
    slowest = sorted(anew, key=lambda name: -anew[name])
    print(f"\nmade anew: median of all {statistics.median(anew.values()):.1f} ms, slowest")
    for name in slowest[:8]:
        print(f"{anew[name]:8.2f} ms  {name}")


def made_anew(port: int, pages: dict[str, tuple[int, bytes]]) -> dict[str, float]:
    """Median milliseconds of each page at addresses never asked before."""

    async def three(request: bytes) -> list[float]:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
        times = []
        for number in range(3):
            address = request.split(b" ", 2)[1]
            fresh = address + (b"&" if b"?" in address else b"?") + b"anew=%d" % number
            began = time.perf_counter()
            await ask(reader, writer, request.replace(address, fresh, 1))
            times.append((time.perf_counter() - began) * 1000)
        writer.close()
        return times

    return {name: statistics.median(asyncio.run(three(request))) for name, (_, request) in pages.items()}


if __name__ == "__main__":
    if "--bare" in sys.argv:
        bare()
    elif "--ours" in sys.argv:
        ours(Path(sys.argv[-1]))
    else:
        main()
