"""What a scanned or typed code is: its check digit, the codes it may be known by, what to say if unknown."""

import re
from enum import StrEnum

from retail.messages import Message, say

CODE_MAX = 80
"""Longer text is no code of a product or an order."""

_CHECKED_LENGTHS = (8, 12, 13, 14)
_ORDER = re.compile(r"L-.+-[0-9]{5,}")


class CodeKind(StrEnum):
    """Where a code belongs."""

    ITEM = "item"
    ORDER = "order"
    UNREADABLE = "unreadable"


def check_digit(digits: str) -> str:
    """The check digit that belongs behind these digits: weights 3 and 1 from the right, up to the next ten.

    Source: GS1 General Specifications, 7.9.

    >>> check_digit("400638133393")
    '1'
    """
    weighed = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    return str(-weighed % 10)


def is_right(code: str) -> bool:
    """A code of 8, 12, 13 or 14 digits whose last one is the check digit of the others."""
    if not _is_digits(code) or len(code) not in _CHECKED_LENGTHS:
        return False
    return check_digit(code[:-1]) == code[-1] or expand_upc_e(code) is not None


def expand_upc_e(code: str) -> str | None:
    """The UPC-A that a UPC-E of 8 digits stands for; None where it is no UPC-E.

    >>> expand_upc_e("01234565")
    '012345000065'
    """
    if not _is_digits(code) or len(code) != 8 or code[0] not in "01":
        return None
    system, six, check = code[0], code[1:7], code[7]
    last = six[5]
    if last in "012":
        body = f"{six[:2]}{last}0000{six[2:5]}"
    elif last == "3":
        body = f"{six[:3]}00000{six[3:5]}"
    elif last == "4":
        body = f"{six[:4]}00000{six[4]}"
    else:
        body = f"{six[:5]}0000{last}"
    return f"{system}{body}{check}" if check_digit(system + body) == check else None


def candidates(code: str) -> tuple[str, ...]:
    """The codes to look up, in this order; the first that is known counts. Letters keep their case.

    An EAN-13 that begins with 0 and the UPC-A without it are the same code; a UPC-E is its UPC-A.

    >>> candidates("036000291452"), candidates("AB-1")
    (('036000291452', '0036000291452'), ('AB-1',))
    """
    if not _is_digits(code):
        return (code,)
    if len(code) == 13 and code[0] == "0":
        return (code, code[1:])
    if len(code) == 12:
        return (code, "0" + code)
    expanded = expand_upc_e(code)
    return (code,) if expanded is None else (code, expanded, "0" + expanded)


def kind_of(code: str) -> CodeKind:
    """Say where a code belongs: to an order (its confirmation number), or to an item."""
    if not code or len(code) > CODE_MAX or not code.isprintable():
        return CodeKind.UNREADABLE
    return CodeKind.ORDER if _ORDER.fullmatch(code) else CodeKind.ITEM


def confirmation_number(register: str, sequence: int) -> str:
    """The register's own number of an order: known at once, findable for ever (decision 48).

    >>> confirmation_number("HOUSTON-1", 45)
    'L-HOUSTON-1-00045'
    """
    return f"L-{register}-{sequence:05d}"


def why_unknown(code: str) -> Message:
    """What to tell the cashier about a code that finds nothing."""
    if kind_of(code) is CodeKind.UNREADABLE:
        return say("That is not a code. Scan again or type it.")
    if _is_digits(code) and len(code) in _CHECKED_LENGTHS and not is_right(code):
        return say("{code} was misread: its check digit is wrong. Scan again or type it.", code=code)
    return say("Unknown code {code}. Search for the item by name.", code=code)


def _is_digits(code: str) -> bool:
    return code.isascii() and code.isdigit()
