"""The one door to the network for facts about an employer: off until the person asks, and told before it opens."""

from andregang.registers.accounts import read_accounts
from andregang.registers.door import Door, Fetched, Limits
from andregang.registers.refusal import NotFetched, Obstacle
from andregang.registers.register import Registers, Request
from andregang.registers.units import read_roles, read_unit, read_units

__all__ = [
    "Door",
    "Fetched",
    "Limits",
    "NotFetched",
    "Obstacle",
    "Registers",
    "Request",
    "read_accounts",
    "read_roles",
    "read_unit",
    "read_units",
]
