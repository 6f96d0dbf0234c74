"""Amounts of money as whole minor units of one currency."""

import re
from dataclasses import dataclass
from typing import Any

from retail.messages import Message
from retail.shortening import TYPED_MAX, shorten

_NONE = ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
         "XOF", "XPF")  # fmt: skip
_THREE = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
DECIMALS = {**dict.fromkeys(_NONE, 0), **dict.fromkeys(_THREE, 3), "CLF": 4, "UYW": 4}
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
    """What was typed is not an amount of this currency; the message says why, as the beginning of a sentence."""

    def __init__(self, template: str, **values: Any) -> None:
        self.message = Message(template, values)
        super().__init__(str(self.message))


_AMOUNT = re.compile(
    r"([+-]?)(\d{1,12}|\d{1,3}(?P<group>[ .,])\d{3}(?:(?P=group)\d{3}){0,2})(?:([.,])(\d*))?"
)


_TYPED = str.maketrans({"\u2212": "-", "\u00a0": " ", "\u202f": " "})


def apart(plain: str, mark: str, group: str, minus: str) -> str:
    """An amount in digits with its thousands apart, by the signs of a language.

    >>> apart("-1234.50", ",", ".", "-"), apart("1500", ".", ",", "-")
    ('-1.234,50', '1,500')
    """
    whole, _, fraction = plain.removeprefix("-").partition(".")
    sign = minus if plain.startswith("-") else ""
    return sign + f"{int(whole):,}".replace(",", group) + (mark + fraction if fraction else "")


def parse_amount(text: str, currency: str) -> int:
    """Read a typed amount as minor units.

    Takes `.` and `,` as decimal mark, both minus signs, and thousands apart by spaces or by the other mark.
    Three digits behind the only mark could be decimals or thousands: they are refused unless the currency decides.

    Raises:
        AmountUnreadable: not a number, too many decimals for the currency, or over the limit.

    >>> parse_amount("12,5", "USD"), parse_amount("\u22123", "JPY"), parse_amount("1.234,50", "EUR")
    (1250, -3, 123450)
    """
    shown = shorten(text, TYPED_MAX)
    plain = text.strip().translate(_TYPED)
    match = _AMOUNT.fullmatch(plain)
    if match is None or not plain.isascii() or (match[4] and match[4] == match["group"]):
        raise AmountUnreadable("'{typed}' is not an amount", typed=shown)
    whole, fraction = re.sub("[ .,]", "", match[2]), (match[5] or "")
    digits = decimals(currency)
    if digits == 0 and len(fraction) == 3 and match["group"] is None and len(whole) <= 3 and whole[0] != "0":
        whole, fraction = whole + fraction, ""
    is_unclear = len(fraction) == 3 and digits < 3 and whole != "0"
    if len(fraction.rstrip("0")) > digits or is_unclear:
        raise AmountUnreadable(
            "'{typed}' has too many decimals: {currency} has {digits}",
            typed=shown,
            currency=currency,
            digits=digits,
        )
    minor = int(whole + fraction[:digits].ljust(digits, "0"))
    if minor > MINOR_MAX:
        raise AmountUnreadable(
            "'{typed}' is over the limit of {limit}", typed=shown, limit=Money(MINOR_MAX, currency)
        )
    return -minor if match[1] == "-" else minor
