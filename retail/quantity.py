"""Quantities as whole thousandths: 1.5 kg is 1500."""

import re
from decimal import Decimal
from typing import Any

from retail.messages import Message
from retail.shortening import TYPED_MAX, shorten

ONE = 1000
QUANTITY_MAX_THOUSANDTHS = 99_999 * ONE
"""A cart line holds at most 99,999 pieces: a barcode has more digits and is never taken for a quantity."""


class QuantityUnreadable(ValueError):
    """What was typed is not a quantity; the message says why, as the beginning of a sentence."""

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


_QUANTITY = re.compile(r"(\d{1,9})(?:\.(\d{1,9}))?")


def parse_quantity(text: str) -> int:
    """Read a typed quantity as thousandths.

    Raises:
        QuantityUnreadable: not a number, or more than three decimals.

    >>> parse_quantity("1,25")
    1250
    """
    shown = shorten(text, TYPED_MAX)
    plain = text.strip().replace(",", ".")
    match = _QUANTITY.fullmatch(plain)
    if match is None or not plain.isascii():
        raise QuantityUnreadable("'{typed}' is not a quantity", typed=shown)
    fraction = (match[2] or "").rstrip("0")
    if len(fraction) > 3:
        raise QuantityUnreadable("'{typed}' has more than three decimals", typed=shown)
    return int(match[1]) * ONE + int(fraction.ljust(3, "0") or "0")


def pieces(thousandths: int) -> Decimal:
    """A quantity as the number that people read; each language writes it in its own way.

    >>> str(pieces(3000)), str(pieces(1250))
    ('3', '1.25')
    """
    return Decimal(thousandths) / ONE


def show_quantity(thousandths: int) -> str:
    """Write a quantity the shortest way: 3, 0.5, 1.125."""
    sign, rest = ("-" if thousandths < 0 else ""), abs(thousandths)
    whole, part = divmod(rest, ONE)
    return f"{sign}{whole}" if part == 0 else f"{sign}{whole}.{part:03d}".rstrip("0")
