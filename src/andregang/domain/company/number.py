"""Organisation numbers: nine digits of which the last checks the others (modulus 11)."""

from andregang.domain.errors import InvalidInput

_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def read_number(text: str) -> str:
    """The nine digits of a number as people write it ("NO 974 760 673 MVA"). Raises InvalidInput."""
    digits = "".join(sign for sign in text if sign in "0123456789")
    left = "".join(sign for sign in text if sign not in "0123456789 .\u00a0-").upper()
    if len(digits) != 9 or left not in ("", "NO", "MVA", "NOMVA", "ORGNR", "ORGNR:"):
        raise InvalidInput("number", "not_a_number")
    if not is_number(digits):
        raise InvalidInput("number", "check_digit")
    return digits


def is_number(digits: str) -> bool:
    """Whether nine digits are an organisation number."""
    if len(digits) != 9 or not (digits.isascii() and digits.isdigit()):
        return False
    rest = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11
    return (11 - rest) % 11 == int(digits[8])
