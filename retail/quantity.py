"""Quantities as whole thousandths: 1.5 kg is 1500."""

import re

from retail.shortening import TYPED_MAX, shorten

ONE = 1000
QUANTITY_MAX_THOUSANDTHS = 99_999 * ONE
"""A cart line holds at most 99,999 pieces: a barcode has more digits and is never taken for a quantity."""


class QuantityUnreadable(ValueError):
    """What was typed is not a quantity; the text says why."""


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
        raise QuantityUnreadable(f"'{shown}' is not a quantity")
    fraction = (match[2] or "").rstrip("0")
    if len(fraction) > 3:
        raise QuantityUnreadable(f"'{shown}' has more than three decimals")
    return int(match[1]) * ONE + int(fraction.ljust(3, "0") or "0")


def show_quantity(thousandths: int) -> str:
    """Write a quantity the shortest way: 3, 0.5, 1.125."""
    sign, rest = ("-" if thousandths < 0 else ""), abs(thousandths)
    whole, part = divmod(rest, ONE)
    return f"{sign}{whole}" if part == 0 else f"{sign}{whole}.{part:03d}".rstrip("0")
