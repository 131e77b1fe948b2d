"""Nothing is ever connected to that is not of the open network: literals, names, mixed answers, rebinding, redirects."""

import socket

import pytest

from andregang.registers import Door, Limits, NotFetched
from andregang.registers.addresses import is_public

from .conftest import OPEN, Attempts, Names, reply
from .test_addresses import CLOSED_NUMBERS

KINDS = ("text/html",)

LITERALS = """http://127.0.0.1/ http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/ http://0x7f.1/
http://0x7f.0x0.0x0.0x1/ http://0177.0.0.1/ http://0177.1/ http://017700000001/ http://127.0.0.1./ http://127.0.0.1:80/
http://%31%32%37.0.0.1/ http://127。0。0。1/ http://１２７.０.０.１/ http://①②⑦.⓪.⓪.①/ http://0/ http://0.0.0.0/ http://00000000/
http://10.0.0.5/ http://167772165/ http://169.254.169.254/latest/meta-data/ http://0xa9fea9fe/ http://2852039166/
http://100.64.0.1/ http://192.168.0.1/ http://172.16.0.1/ http://224.0.0.1/ http://255.255.255.255/ http://93.184.216.34/
http://[::1]/ http://[::]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[0:0:0:0:0:ffff:127.0.0.1]/
http://[64:ff9b::7f00:1]/ http://[64:ff9b:1::7f00:1]/ http://[2002:7f00:1::]/ http://[2001:0:7f00:1::]/ http://[::127.0.0.1]/
http://[fe80::1%25eth0]/ http://[fc00::1]/ http://[ff02::1]/ http://[2a00:1450:400f:80d::200e]/ http://[v1.127.0.0.1]/
http://localhost/ http://localhost./ http://LOCALHOST/ http://localhost:80/ http://x.localhost/ http://ip6-localhost/
http://printer.local/ http://wiki.intranet/ http://db.internal/ http://router.lan/ http://nas.home/ http://1.0.0.127.in-addr.arpa/
http://open.example@127.0.0.1/ http://127.0.0.1@open.example/ http://open.example:80@127.0.0.1/ http://open.example%40127.0.0.1/
http://127.0.0.1%2523@open.example/ http://127.0.0.1#@open.example/ http://127.0.0.1?@open.example/
http://127.0.0.1\\@open.example/ http:\\\\127.0.0.1\\ http:/127.0.0.1/ http:127.0.0.1/ http:///127.0.0.1/ //127.0.0.1/ 127.0.0.1
http://open.example:22/ http://open.example:8080/ http://open.example:0/ http://open.example:65536/ http://open.example:x/
https://open.example:80443/ ftp://open.example/ file:///etc/passwd gopher://127.0.0.1:6379/_x data:text/html,x
javascript:alert(1) jar:http://open.example!/ ldap://open.example/ unix:///var/run/docker.sock http+unix://%2Frun/x
http://.example/ http://open..example/ http://-x.example/
http://x_y.example/ http://[ http://]/ http:// https:// : @ . .. /""".split()

LITERALS += [
    "http://open.example\t.localhost/",
    "http://open.example/\r\nHost:x",
    "http://open.example /",
    " ",
    "http://\0/",
]

NAMES = {
    "loop.example": ["127.0.0.1"],
    "private.example": ["10.0.0.5"],
    "meta.example": ["169.254.169.254"],
    "cgnat.example": ["100.64.0.1"],
    "multicast.example": ["224.0.0.251"],
    "reserved.example": ["240.0.0.1"],
    "zero.example": ["0.0.0.0"],
    "v6loop.example": ["::1"],
    "linklocal.example": ["fe80::1%eth0"],
    "ula.example": ["fd00::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "nat64.example": ["64:ff9b::7f00:1"],
    "sixtofour.example": ["2002:7f00:1::"],
    "teredo.example": ["2001:0:7f00:1::"],
    "mixed-first.example": ["127.0.0.1", OPEN],
    "mixed-last.example": [OPEN, "127.0.0.1"],
    "mixed-six.example": [OPEN, "::1"],
    "mixed-many.example": [OPEN, "8.8.8.8", "1.1.1.1", "192.168.4.4"],
    "nothing.example": [],
    "nonsense.example": ["open"],
}


def door(**known: list[list[str]]) -> Door:
    names = Names({"open.example": [[OPEN]], **known})
    return Door(resolve=names)


def test_there_are_enough_of_them():
    assert len(set(LITERALS)) + len(NAMES) + len(CLOSED_NUMBERS) >= 120


@pytest.mark.parametrize("address", LITERALS)
def test_nothing_is_connected_to_for(address, attempts):
    with pytest.raises(NotFetched):
        door().fetch(address, KINDS)
    assert attempts.made == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_name_with_a_closed_number_among_its_answers_is_not_connected_to(name, scheme, attempts):
    with pytest.raises(NotFetched):
        Door(resolve=Names({name: [NAMES[name]]})).fetch(f"{scheme}://{name}/", KINDS)
    assert attempts.made == []


@pytest.mark.parametrize("number", CLOSED_NUMBERS)
def test_no_name_leads_to_a_closed_number(number, attempts):
    with pytest.raises(NotFetched):
        Door(resolve=Names({"navn.example": [[number]]})).fetch("http://navn.example/", KINDS)
    assert attempts.made == []


def test_an_open_name_is_connected_to_so_that_the_count_can_count(attempts):
    with pytest.raises(NotFetched):
        door().fetch("http://open.example/", KINDS)
    assert attempts.made == [(OPEN, 80)]


@pytest.mark.parametrize("later", ["127.0.0.1", "10.0.0.1", "::1", "169.254.169.254"])
def test_a_name_that_changes_its_answer_is_asked_once_and_its_first_answer_connected_to(later, attempts):
    names = Names({"skifter.example": [[OPEN], [later]]})
    with pytest.raises(NotFetched):
        Door(resolve=names).fetch("http://skifter.example/", KINDS)
    assert attempts.made == [(OPEN, 80)]
    assert names.asked == ["skifter.example"]


def test_the_number_checked_is_the_number_connected_to_whatever_the_system_says(attempts, monkeypatch):
    real = socket.getaddrinfo
    looked_up = []

    def lying(host, *rest, **more):
        looked_up.append(host)
        return real("127.0.0.1" if host == "open.example" else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", lying)
    with pytest.raises(NotFetched):
        door().fetch("http://open.example/", KINDS)
    assert "open.example" not in looked_up
    assert attempts.made == [(OPEN, 80)]


def loopback_is_open(number: str) -> bool:
    """For the server of our own only: 127.0.0.1 passes for open, and nothing else closed does."""
    return number == "127.0.0.1" or is_public(number)


ONWARD = [
    "http://127.0.0.2/",
    "http://[::1]/",
    "http://2130706434/",
    "http://localhost/",
    "http://loop2.example/",
    "http://mixed.example/",
    "http://start.example:22/",
    "file:///etc/passwd",
    "gopher://start.example/",
    "http://start.example@127.0.0.2/",
    "//169.254.169.254/latest/",
    "http://skifter.example:{port}/",
]


@pytest.mark.parametrize("onward", ONWARD)
@pytest.mark.parametrize("status", ["301 x", "302 x", "303 x", "307 x", "308 x"])
def test_a_redirect_to_a_closed_place_is_not_followed(onward, status, loopback, monkeypatch):
    target = []
    server = loopback(lambda _, wire: wire.sendall(reply(b"", "text/html", status, f"Location: {target[0]}")))
    target.append(onward.format(port=server.port))
    names = Names(
        {
            "start.example": [["127.0.0.1"]],
            "loop2.example": [["127.0.0.2"]],
            "mixed.example": [["127.0.0.1", "127.0.0.2"]],
            "skifter.example": [["127.0.0.3"]],
        }
    )
    made = []
    connect = socket.socket.connect

    def counted(one, address):
        made.append(address[0])
        return connect(one, address)

    monkeypatch.setattr(socket.socket, "connect", counted)
    it = Door(resolve=names, allows=loopback_is_open, ports=frozenset({80, server.port}))
    with pytest.raises(NotFetched):
        it.fetch(f"http://start.example:{server.port}/", KINDS)
    assert made == ["127.0.0.1"]


def test_redirects_end_after_five(loopback):
    server = loopback(lambda _, wire: wire.sendall(reply(b"", "text/html", "302 x", "Location: /igjen")))
    it = Door(resolve=Names({"ring.example": [["127.0.0.1"]]}), allows=loopback_is_open, ports=frozenset({server.port}))
    with pytest.raises(NotFetched) as refused:
        it.fetch(f"http://ring.example:{server.port}/", KINDS, Limits())
    assert refused.value.obstacle == "too_many_redirects"
    assert len(server.heard) == 6


def test_a_name_that_is_rebound_between_two_hops_is_refused_at_the_second(loopback):
    server = loopback(lambda _, wire: wire.sendall(reply(b"", "text/html", "302 x", "Location: /igjen")))
    names = Names({"skifter.example": [["127.0.0.1"], ["127.0.0.9"]]})
    it = Door(resolve=names, allows=loopback_is_open, ports=frozenset({server.port}))
    with pytest.raises(NotFetched) as refused:
        it.fetch(f"http://skifter.example:{server.port}/", KINDS)
    assert refused.value.obstacle == "not_public"
    assert len(server.heard) == 1


def test_attempts_are_refused_here_in_any_case(attempts: Attempts):
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((OPEN, 80))
