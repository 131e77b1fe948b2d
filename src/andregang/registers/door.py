"""The one door to the network for facts: every connection goes to an address that was looked up and checked here.

The connection is opened to the checked number itself, so that a name which answers otherwise the next time it is asked
changes nothing. No cookies, no proxies, no credentials; every redirect is judged as a new address.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from andregang.registers.addresses import WEB_PORTS, Address, follow, is_public, read_address
from andregang.registers.refusal import NotFetched, Obstacle

if TYPE_CHECKING:
    import httpcore

Resolver = Callable[[str, int], Sequence[str]]
"""A host and port → numeric addresses. Raises OSError when the name is not known or nobody can be asked."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long everything may take together (seconds, name look-up and redirects too), bytes of the answer, and
    redirects followed."""

    seconds: float = 10.0
    size: int = 2_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: `address` is where it came from in the end, `kind` its media type in lower case."""

    address: str
    kind: str
    data: bytes


@dataclass(frozen=True)
class Door:
    """How the network is reached. Trials of our own hand over another `resolve`, `allows` and `ports`."""

    resolve: Resolver | None = None
    allows: Callable[[str], bool] = is_public
    ports: frozenset[int] = WEB_PORTS
    trust: Callable[[], ssl.SSLContext] | None = None

    def fetch(self, address: str, kinds: Iterable[str], limits: Limits | None = None) -> Fetched:
        """What stands at an address, when it is of one of these media types. Raises NotFetched and nothing else."""
        limits = limits or Limits()
        deadline = time.monotonic() + limits.seconds
        wanted = frozenset(kinds)
        at = read_address(address, ports=self.ports)
        for _ in range(limits.redirects + 1):
            answer = self._ask(at, wanted, limits, deadline)
            if isinstance(answer, Fetched):
                return answer
            at = follow(at, answer, ports=self.ports)
        raise NotFetched(str(at), Obstacle.TOO_MANY_REDIRECTS)

    def _ask(self, at: Address, wanted: frozenset[str], limits: Limits, deadline: float) -> Fetched | str:
        """The answer of one address, or where it points on to."""
        import httpcore

        from andregang.registers.connection import checked_backend

        backend = checked_backend(self.resolve or resolve_by_system, self.allows, deadline, str(at))
        try:
            with (
                httpcore.ConnectionPool(
                    ssl_context=(self.trust or trusted)(), network_backend=backend, max_connections=1, retries=0
                ) as pool,
                pool.stream("GET", str(at), headers=_headers(at, wanted), extensions=_timeouts(limits)) as response,
            ):
                return _taken(response, at, wanted, limits)
        except httpcore.TimeoutException:
            raise NotFetched(str(at), Obstacle.TOO_SLOW) from None
        except httpcore.ConnectError as error:
            untrusted = isinstance(error.__cause__ or error.__context__, ssl.SSLError)
            raise NotFetched(str(at), Obstacle.NOT_TRUSTED if untrusted else Obstacle.NO_ANSWER) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError):
            raise NotFetched(str(at), Obstacle.NO_ANSWER) from None


def _headers(at: Address, wanted: frozenset[str]) -> list[tuple[str, str]]:
    usual = at.port == {"http": 80, "https": 443}[at.scheme]
    return [
        ("Host", at.host if usual else f"{at.host}:{at.port}"),
        ("User-Agent", "Andregang"),
        ("Accept", ", ".join(sorted(wanted))),
        ("Accept-Encoding", "identity"),
        ("Connection", "close"),
    ]


def _timeouts(limits: Limits) -> dict[str, Any]:
    return {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), limits.seconds)}


def _taken(response: "httpcore.Response", at: Address, wanted: frozenset[str], limits: Limits) -> Fetched | str:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1").strip() for name, value in response.headers}
    status = response.status
    if status in _REDIRECTS and headers.get("location"):
        return headers["location"]
    if status != 200:
        raise NotFetched(str(at), _obstacle(status), str(status))
    kind = headers.get("content-type", "").split(";")[0].strip().lower()
    if not _is_wanted(kind, wanted) or headers.get("content-encoding", "identity").lower() not in ("", "identity"):
        raise NotFetched(str(at), Obstacle.OTHER_KIND, kind)
    stated = headers.get("content-length", "")
    if stated.isdigit() and len(stated) < 19 and int(stated) > limits.size:
        raise NotFetched(str(at), Obstacle.TOO_LARGE)
    had = bytearray()
    for piece in response.iter_stream():
        had += piece
        if len(had) > limits.size:
            raise NotFetched(str(at), Obstacle.TOO_LARGE)
    return Fetched(str(at), kind, bytes(had))


def _is_wanted(kind: str, wanted: frozenset[str]) -> bool:
    """Whether a media type is one of those wanted; any kind of JSON is JSON (RFC 6839)."""
    return kind in wanted or (kind.endswith("+json") and "application/json" in wanted)


def _obstacle(status: int) -> Obstacle:
    if status in (404, 410):
        return Obstacle.NOT_THERE
    return Obstacle.OUT_OF_ORDER if status == 429 or status >= 500 else Obstacle.NOT_GIVEN


def resolve_by_system(host: str, port: int) -> tuple[str, ...]:
    """All numbers of a name, as the system knows them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


def trusted() -> ssl.SSLContext:
    """Certificates are checked against the system's list and the one that comes with the client."""
    import httpx

    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    return context
