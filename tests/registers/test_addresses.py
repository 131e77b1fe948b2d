"""Which addresses may be asked, by their words and by their numbers."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.registers import NotFetched
from andregang.registers.addresses import follow, is_public, read_address

CLOSED_NUMBERS = """127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254
169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.254
198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1
::ffff:10.0.0.1 ::ffff:93.184.216.34 64:ff9b::7f00:1 64:ff9b::5db8:d822 64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1::1 2001:10::1
2001:20::1 2001:db8::1 2002:7f00:1:: 2002:5db8:d822::1 3fff::1 5f00::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1
ff0e::1 2a00:1450::5efe:7f00:1 2a00:1450::200:5efe:a00:1 not-a-number 1.2.3 ::g""".split()


@pytest.mark.parametrize("number", CLOSED_NUMBERS)
def test_a_number_outside_the_open_network_is_refused(number):
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "8.8.8.8", "2a00:1450:400f:80d::200e", "2606:4700::1111"])
def test_a_number_of_the_open_network_is_allowed(number):
    assert is_public(number)


@given(st.integers(0, 2**32 - 1))
def test_no_number_that_carries_a_closed_one_inside_is_allowed(inside):
    carried = [
        IPv6Address(inside),
        IPv6Address(0xFFFF << 32 | inside),
        IPv6Address(0x64FF9B << 96 | inside),
        IPv6Address(0x2002 << 112 | inside << 80),
        IPv6Address(0x20010000 << 96 | inside),
    ]
    assert not any(is_public(str(address)) for address in carried)
    if not IPv4Address(inside).is_global:
        assert not is_public(str(IPv4Address(inside)))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("havgløtt.example", "https://xn--havgltt-u1a.example/"),
        ("www.verft.example/om-oss", "https://www.verft.example/om-oss"),
        ("HTTP://Verft.Example.:80/Å?q=æ ø".replace(" ", "%20"), "http://verft.example/%C3%85?q=%C3%A6%20%C3%B8"),
        ("https://verft.example:443/rapport.pdf#side=4", "https://verft.example/rapport.pdf"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed, read):
    assert str(read_address(typed)) == read


@pytest.mark.parametrize(
    ("onward", "read"),
    [("/om", "https://verft.example/om"), ("https://andre.example/x", "https://andre.example/x")],
)
def test_a_redirect_leads_on(onward, read):
    assert str(follow(read_address("https://verft.example/start"), onward)) == read


@pytest.mark.parametrize("onward", ["http://verft.example/", "//127.0.0.1/", "file:///etc/passwd", "//x@verft.example"])
def test_a_redirect_is_judged_as_any_other_address(onward):
    with pytest.raises(NotFetched):
        follow(read_address("https://verft.example/start"), onward)


@given(st.text(max_size=200))
def test_any_text_is_an_address_or_refused(text):
    try:
        address = read_address(text)
    except NotFetched:
        return
    assert address.scheme in ("http", "https")
    assert address.port in (80, 443)
    assert str(read_address(str(address))) == str(address)
    assert "@" not in address.host and "." in address.host
