"""What the cells of an import mean. An empty cell is None: it changes nothing."""

import json
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from headquarters.importing.errors import CellRefused
from retail.messages import phrase
from retail.money import AmountUnreadable, parse_amount
from retail.texts import TEXT_MAX

Reader = Callable[[str], str | int | None]
"""Reads a cell. Raises CellRefused."""

FOREIGN_BYTES = phrase("it has bytes that are not of the file's encoding")

CODE_MAX = 80
"""Characters of a product's number, of one of its barcodes, or of an account."""
CODES_MAX = 100
"""So many barcodes of one product are taken."""

_SEPARATOR = "|"
_CONTROLS = re.compile("[\0-\x1f\x7f]")
_FOREIGN = re.compile("[\ud800-\udfff]")
_RATE_MAX = 1000
_FLAGS = dict.fromkeys(("1", "yes", "true", "y", "ja", "j", "x"), 1) | dict.fromkeys(
    ("0", "no", "false", "n", "nei", "nee"), 0
)


def read_code(cell: str) -> str:
    """A code that something is found by: kept in its case, without spaces around it."""
    code = cell.strip()
    if not code:
        raise CellRefused("it is needed and empty")
    if len(code) > CODE_MAX:
        raise CellRefused(
            "a code has at most {most} characters, this one has {length}", most=CODE_MAX, length=len(code)
        )
    if not code.isprintable():
        raise CellRefused(_unprintable(code) or phrase("a code has no invisible characters"))
    return code


def read_first_code(cell: str) -> str:
    """The first of the barcodes in a cell, for a file whose products have no other number."""
    return read_code(cell.partition(_SEPARATOR)[0])


def read_codes(cell: str) -> str | None:
    """The barcodes of a product as a JSON list: one, or several with | between them."""
    if cell.isalnum() and cell.isascii() and len(cell) <= CODE_MAX:
        return f'["{cell}"]'
    if not cell.strip():
        return None
    codes = list(dict.fromkeys(read_code(part) for part in cell.split(_SEPARATOR) if part.strip()))
    if len(codes) > CODES_MAX:
        raise CellRefused(
            "a product has at most {most} barcodes, this one has {length}", most=CODES_MAX, length=len(codes)
        )
    return json.dumps(codes)


def read_name(cell: str) -> str | None:
    """A text kept exactly as it is written, spaces around it included."""
    if len(cell) > TEXT_MAX:
        raise CellRefused("at most {most} characters fit, this has {length}", most=TEXT_MAX, length=len(cell))
    if not cell.isprintable():
        fault = _unprintable(cell)
        if fault:
            raise CellRefused(fault)
    return cell or None


@lru_cache(1 << 10)
def read_rate(cell: str) -> str | None:
    """A rate in percent, written the shortest way, so that 25, 25.0 and 25 % are one."""
    text = cell.strip().removesuffix("%").rstrip().replace(",", ".")
    if not text:
        return None
    try:
        rate = Decimal(text)
    except InvalidOperation:
        raise CellRefused("it is not a rate in percent") from None
    if not rate.is_finite() or not 0 <= rate <= _RATE_MAX:
        raise CellRefused("a rate lies between 0 and {most} percent", most=_RATE_MAX)
    if -int(rate.normalize().as_tuple().exponent) > 4:
        raise CellRefused("a rate has at most 4 decimals")
    return f"{rate.normalize():f}"


def read_flag(cell: str) -> int | None:
    """Yes or no."""
    word = cell.strip().casefold()
    if not word:
        return None
    if word not in _FLAGS:
        raise CellRefused("it is neither yes nor no")
    return _FLAGS[word]


def amounts_in(currency: str) -> Reader:
    """The reader of amounts of a currency, in minor units; none is negative."""

    @lru_cache(1 << 16)
    def read_amount(cell: str) -> int | None:
        if not cell.strip():
            return None
        try:
            minor = parse_amount(cell, currency)
        except AmountUnreadable as fault:
            raise CellRefused(fault.message) from None
        if minor < 0:
            raise CellRefused("it is negative")
        return minor

    return read_amount


def _unprintable(text: str) -> str:
    """Why a text with invisible characters cannot be kept; "" where it can."""
    if _FOREIGN.search(text):
        return FOREIGN_BYTES
    return phrase("it has a line break or another control character") if _CONTROLS.search(text) else ""


def needed(read: Reader) -> Reader:
    """The same reader for a cell that must not be empty."""

    def read_needed(cell: str) -> str | int:
        value = read(cell)
        if value is None:
            raise CellRefused("it is needed and empty")
        return value

    return read_needed
