"""Which addresses may be asked at all: named hosts on the open network, over http or https on their own ports.

`ipaddress.is_global` alone lets NAT64, 6to4, IPv4-compatible and multicast addresses through, so IPv6 is held to
global unicast without the ranges that carry another address inside.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urljoin, urlsplit

from andregang.registers.refusal import NotFetched, Obstacle

LONGEST = 2000
"""Characters in an address."""
WEB_PORTS = frozenset({80, 443})

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
_SAFE = "/?:@!$&'()*+,;=-._~%"
_CLOSED_NAMES = frozenset(
    [
        *("localhost", "localdomain", "local", "internal", "intranet", "private", "lan", "home", "corp"),
        *("arpa", "onion", "invalid"),
    ]
)
_CLOSED_V4 = tuple(
    ip_network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16"),
        *("192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
_GLOBAL_UNICAST = ip_network("2000::/3")
_CLOSED_V6 = tuple(map(ip_network, ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]))
_ISATAP = (0x00005EFE, 0x02005EFE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be asked, as far as its words tell. `host` is lower-case ASCII without a final dot."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        usual = self.port == {"http": 80, "https": 443}[self.scheme]
        return f"{self.scheme}://{self.host}{'' if usual else f':{self.port}'}{self.target}"


def read_address(text: str, *, ports: frozenset[int] = WEB_PORTS) -> Address:
    """An address as a person types it; `https` when no scheme is given. Raises NotFetched."""
    typed = text.strip()
    if not typed or len(typed) > LONGEST or any(sign.isspace() or ord(sign) < 33 or sign in "\\\x7f" for sign in typed):
        raise NotFetched(text.strip(), Obstacle.NOT_AN_ADDRESS)
    if not _SCHEME.match(typed):
        typed = f"https://{typed.lstrip('/')}"
    try:
        parts = urlsplit(typed)
        port = parts.port
        host = parts.hostname or ""
    except ValueError:
        raise NotFetched(typed, Obstacle.NOT_AN_ADDRESS) from None
    if parts.scheme not in ("http", "https") or not typed[len(parts.scheme) :].startswith("://"):
        raise NotFetched(typed, Obstacle.NOT_WEB)
    if "@" in parts.netloc:
        raise NotFetched(typed, Obstacle.USER_INFO)
    if port is None:
        port = 80 if parts.scheme == "http" else 443
    name = _name(host, typed)
    if port not in ports:
        raise NotFetched(typed, Obstacle.ODD_PORT)
    target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return Address(parts.scheme, name, port, target)


def follow(address: Address, location: str, *, ports: frozenset[int] = WEB_PORTS) -> Address:
    """Where a redirect leads, judged anew. From https it never leads to http. Raises NotFetched."""
    try:
        joined = urljoin(str(address), location.strip())
    except ValueError:
        raise NotFetched(location, Obstacle.NOT_AN_ADDRESS) from None
    onward = read_address(joined, ports=ports)
    if address.scheme == "https" and onward.scheme == "http":
        raise NotFetched(str(onward), Obstacle.NOT_TRUSTED)
    return onward


def _name(host: str, typed: str) -> str:
    """A host's name in ASCII. Raises NotFetched for numbers in any notation and for names of closed networks."""
    if ":" in host:
        raise NotFetched(typed, Obstacle.NUMBERS)
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        raise NotFetched(typed, Obstacle.NOT_AN_ADDRESS) from None
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise NotFetched(typed, Obstacle.NOT_AN_ADDRESS)
    if _NUMBER.fullmatch(labels[-1]):
        raise NotFetched(typed, Obstacle.NUMBERS)
    if len(labels) < 2 or labels[-1] in _CLOSED_NAMES:
        raise NotFetched(typed, Obstacle.NOT_PUBLIC)
    return name


def is_public(number: str) -> bool:
    """Whether a numeric address is one of the open network, in itself and in any address it carries inside."""
    try:
        address = ip_address(number)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _open_v4(address)
    return _open_v6(address)


def _open_v4(address: IPv4Address) -> bool:
    closed = address.is_multicast or address.is_reserved or any(address in network for network in _CLOSED_V4)
    return address.is_global and not closed


def _open_v6(address: IPv6Address) -> bool:
    if address.scope_id or address not in _GLOBAL_UNICAST or any(address in network for network in _CLOSED_V6):
        return False
    inside = int(address) & 0xFFFFFFFF
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP and not _open_v4(IPv4Address(inside)):
        return False
    return address.is_global
