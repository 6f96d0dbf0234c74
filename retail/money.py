"""Amounts of money as whole minor units of one currency."""

import re
from dataclasses import dataclass

from retail.shortening import TYPED_MAX, shorten

DECIMALS = {
    "BHD": 3, "CLP": 0, "ISK": 0, "JPY": 0, "JOD": 3, "KRW": 0, "KWD": 3, "OMR": 3, "TND": 3, "VND": 0,
}  # fmt: skip
"""Minor-unit digits of the currencies that do not have 2. Source: ISO 4217."""

MINOR_MAX = 10**12
"""No single amount is larger: far below 2**53, so that every JSON reader keeps it exact."""


def decimals(currency: str) -> int:
    """Say how many digits the minor unit of `currency` has: 2 for most."""
    return DECIMALS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount that knows its currency; used where amounts meet people.

    >>> str(Money(-123450, "USD")), str(Money(500, "JPY"))
    ('-1234.50', '500')
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError(f"amount {self.minor!r} is not a whole number of minor units")

    def __str__(self) -> str:
        digits = decimals(self.currency)
        sign, units = ("-" if self.minor < 0 else ""), abs(self.minor)
        if digits == 0:
            return f"{sign}{units}"
        return f"{sign}{units // 10**digits}.{units % 10**digits:0{digits}d}"


class AmountUnreadable(ValueError):
    """What was typed is not an amount of this currency; the text says why."""


_AMOUNT = re.compile(r"([+-]?)(\d{1,12}|\d{1,3}(?: \d{3}){1,3})(?:\.(\d*))?")


_TYPED = str.maketrans({"\u2212": "-", "\u00a0": " ", "\u202f": " ", ",": "."})


def parse_amount(text: str, currency: str) -> int:
    """Read a typed amount as minor units.

    Takes `.` and `,` as decimal mark, both minus signs, and spaces between thousands.

    Raises:
        AmountUnreadable: not a number, too many decimals for the currency, or over the limit.

    >>> parse_amount("12,5", "USD"), parse_amount("\u22123", "JPY")
    (1250, -3)
    """
    shown = shorten(text, TYPED_MAX)
    plain = text.strip().translate(_TYPED)
    match = _AMOUNT.fullmatch(plain)
    if match is None or not plain.isascii():
        raise AmountUnreadable(f"'{shown}' is not an amount")
    sign, whole, fraction = match[1], match[2], (match[3] or "")
    digits = decimals(currency)
    if len(fraction.rstrip("0")) > digits:
        raise AmountUnreadable(f"'{shown}' has too many decimals: {currency} has {digits}")
    minor = int(whole.replace(" ", "") + fraction[:digits].ljust(digits, "0"))
    if minor > MINOR_MAX:
        raise AmountUnreadable(f"'{shown}' is over the limit of {Money(MINOR_MAX, currency)}")
    return -minor if sign == "-" else minor
