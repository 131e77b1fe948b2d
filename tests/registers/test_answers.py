"""What the registers answer, with their traps (substance 8.2)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.company import Accounts, RoleHolder, Scope, State
from andregang.registers import (
    Door,
    NotFetched,
    Obstacle,
    Registers,
    Request,
    read_accounts,
    read_roles,
    read_unit,
    read_units,
)

from .answers import NUMBER, OTHER, ROLES, page, role, sent, unit, year
from .conftest import Names, reply


def test_a_unit_is_read():
    read = read_unit(sent(unit()))
    assert (read.number, read.name, read.form, read.employees) == (NUMBER, "FJORDLYS VERFT AS", "AS", 84)
    assert (read.place, read.founded, read.website) == ("Ulvsund", dt.date(1997, 11, 20), "www.fjordlys.example")
    assert read.purpose == "Bygging og reparasjon av fartøyer, og det som hører til."
    assert read.states == ()


@pytest.mark.parametrize("missing", [None, "84", "", [], True])
def test_a_number_of_employees_that_is_not_given_is_not_zero(missing):
    assert read_unit(sent(unit(antallAnsatte=missing))).employees is None


def test_no_employees_is_zero_when_it_says_so():
    assert read_unit(sent(unit(antallAnsatte=0))).employees == 0


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({"konkurs": True}, State.BANKRUPT),
        ({"underAvvikling": True}, State.WINDING_UP),
        ({"underTvangsavviklingEllerTvangsopplosning": True}, State.FORCED_WINDING_UP),
        ({"slettedato": "2024-01-31"}, State.DELETED),
    ],
)
def test_what_threatens_a_unit_is_said(said, state):
    assert read_unit(sent(unit(**said))).states == (state,)


def test_a_search_gives_all_that_have_the_name_and_how_many_there_are():
    found = read_units(sent(page(unit(), unit(organisasjonsnummer=OTHER, navn="FJORDLYS HOLDING AS"), total=31)))
    assert ([one.number for one in found.units], found.total) == ([NUMBER, OTHER], 31)


def test_a_search_that_finds_nothing_is_an_answer():
    assert read_units(sent(page())).units == ()


def test_those_who_hold_a_role_now_are_read_and_nobodys_date_of_birth():
    roles = read_roles(sent(ROLES))
    assert roles[0] == RoleHolder("Daglig leder", "Signe Hauge", "DAGL", dt.date(2021, 5, 4))
    assert [one.name for one in roles] == ["Signe Hauge", "Arve Mikal Tangen", "Per Moe", "TALL OG ORD AS"]
    assert "1970" not in repr(roles)


def test_the_dead_hold_no_role():
    gone = role("LEDE", "Styrets leder", "Arve", "Tangen")
    gone["person"]["erDoed"] = True
    assert read_roles(sent({"rollegrupper": [{"roller": [gone]}]})) == ()


def test_accounts_are_read():
    assert read_accounts(sent([year()])) == (
        Accounts(
            Scope.COMPANY,
            dt.date(2025, 1, 1),
            dt.date(2025, 12, 31),
            "NOK",
            revenue=210_000_000,
            operating_result=6_300_000,
            result=4_100_000,
            assets=120_000_000,
            equity=18_000_000,
            debt=102_000_000,
        ),
    )


def test_the_newest_accounts_come_first_and_the_companys_before_the_groups():
    years = read_accounts(sent([year(2023), year(regnskapstype="KONSERN"), year(2024), year()]))
    assert [(one.year, one.scope) for one in years] == [
        (2025, Scope.COMPANY),
        (2025, Scope.GROUP),
        (2024, Scope.COMPANY),
        (2023, Scope.COMPANY),
    ]


def test_income_that_is_missing_is_not_none():
    holding = year(resultatregnskapResultat={"aarsresultat": 5, "driftsresultat": {"driftsresultat": -12}})
    (read,) = read_accounts(sent([holding]))
    assert (read.revenue, read.operating_result) == (None, -12)


@pytest.mark.parametrize("currency", ["", "valutakode", None, 7])
def test_a_currency_that_is_none_is_not_taken_for_kroner(currency):
    assert read_accounts(sent([year(valuta=currency)]))[0].currency == ""


def test_another_currency_is_kept():
    assert read_accounts(sent([year(valuta="EUR")]))[0].currency == "EUR"


READERS = (read_unit, read_units, read_roles, read_accounts)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"null", b"7", b'"x"', b"[" * 100_000, b'{"a":', b"\xff\xfe", b"[{}]"]
)
def test_what_is_no_answer_is_said_to_be_none(read, data):
    with pytest.raises(NotFetched) as refused:
        read(data)
    assert refused.value.obstacle == Obstacle.NOT_UNDERSTOOD


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=True) | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
        ["organisasjonsnummer", "navn", "rollegrupper", "roller", "person", "regnskapsperiode", "tilDato", "page",
         "_embedded", "enheter", "eiendeler", "type", "antallAnsatte", "driftsresultat"]), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@given(JSON)
def test_any_json_is_read_or_refused(value):
    for read in READERS:
        try:
            read(sent(value))
        except NotFetched as refused:
            assert refused.obstacle == Obstacle.NOT_UNDERSTOOD


@pytest.fixture
def register(loopback):
    """The registers played by a server of our own; what it answers, by the path asked."""
    answers = {
        f"/enheter/{NUMBER}/roller": sent(ROLES),
        f"/enheter/{NUMBER}": sent(unit()),
        "/enheter?": sent(page(unit(), total=1)),
        "/underenheter?": sent(page(unit(organisasjonsnummer=OTHER), total=3, name="underenheter")),
        f"/regnskap/{NUMBER}": sent([year()]),
    }

    def answer(asked, wire):
        path = asked.split(" ")[1]
        body = next((body for start, body in answers.items() if path.startswith(start)), None)
        wire.sendall(reply(body) if body else reply(b"", "application/json", "404 x"))

    server = loopback(answer)
    base = f"http://register.example:{server.port}"
    names = Names({"register.example": [["127.0.0.1"]]})
    door = Door(resolve=names, allows=lambda number: number == "127.0.0.1", ports=frozenset({server.port}))
    return Registers(door, base, base), server


def test_the_registers_are_asked_at_the_addresses_shown_before(register):
    registers, server = register
    assert registers.unit(NUMBER).name == "FJORDLYS VERFT AS"
    assert registers.search("Fjordlys & sønn").total == 1
    assert registers.roles(NUMBER)[0].name == "Signe Hauge"
    assert registers.parts(NUMBER).total == 3
    assert registers.accounts_of(NUMBER)[0].year == 2025
    asked = [heard.split(" ")[1] for heard in server.heard]
    shown = [
        registers.address(request, NUMBER) for request in (Request.UNIT, Request.ROLES, Request.PARTS, Request.ACCOUNTS)
    ]
    shown.insert(1, registers.search_address("Fjordlys & sønn"))
    assert asked == [one.removeprefix(registers.units) for one in shown]


def test_nothing_but_the_number_is_sent(register):
    registers, server = register
    registers.unit(NUMBER)
    assert server.heard[0].startswith(f"GET /enheter/{NUMBER} HTTP/1.1\r\n")
    assert server.heard[0].endswith("\r\n\r\n")


def test_a_number_nobody_has_is_said(register):
    with pytest.raises(NotFetched) as refused:
        register[0].accounts_of(OTHER)
    assert (refused.value.obstacle, refused.value.detail) == (Obstacle.NOT_THERE, "404")


def test_the_real_registers_are_asked_over_https_by_name():
    addresses = [Registers().address(request, NUMBER) for request in Request] + [Registers().search_address("x")]
    assert all(one.startswith("https://data.brreg.no/") for one in addresses)


@pytest.mark.parametrize("kind", ["application/json", "application/vnd.register.enhet.v2+json; charset=UTF-8"])
def test_any_kind_of_json_is_json(kind, loopback):
    server = loopback(lambda _, wire: wire.sendall(reply(sent(unit()), kind)))
    base = f"http://register.example:{server.port}"
    names = Names({"register.example": [["127.0.0.1"]]})
    door = Door(resolve=names, allows=lambda number: number == "127.0.0.1", ports=frozenset({server.port}))
    assert Registers(door, base, base).unit(NUMBER).number == NUMBER
