"""What stood in the way of fetching something."""

from dataclasses import dataclass
from enum import StrEnum


class Obstacle(StrEnum):
    """What stood in the way. Those above NO_SUCH_NAME are decided before anything is sent."""

    NOT_AN_ADDRESS = "not_an_address"
    NOT_WEB = "not_web"
    USER_INFO = "user_info"
    ODD_PORT = "odd_port"
    NUMBERS = "numbers"
    NOT_PUBLIC = "not_public"
    NO_SUCH_NAME = "no_such_name"
    NO_ANSWER = "no_answer"
    TOO_SLOW = "too_slow"
    NOT_TRUSTED = "not_trusted"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    TOO_LARGE = "too_large"
    NOT_THERE = "not_there"
    NOT_GIVEN = "not_given"
    OUT_OF_ORDER = "out_of_order"
    OTHER_KIND = "other_kind"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(unsafe_hash=True)
class NotFetched(Exception):
    """`address` was not fetched, or what came could not be used. `detail` is a status, a media type or nothing."""

    address: str
    obstacle: Obstacle
    detail: str = ""
