"""Codes a scale or a price labeller prints: an article and its price, weight or count in one EAN-13."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from retail.barcodes.equals import check_digit, is_right, price_check_digit
from retail.errors import CannotBe, RuleBroken

_SHAPE = re.compile(r"([0-9][0-9.]*)(c?)\{(N+)(D*)\}([0-9.]*)")
_LENGTHS = (8, 12, 13)


class EmbeddedKind(StrEnum):
    """What the value inside a code is: an amount of money, kilograms, or pieces."""

    PRICE = "price"
    WEIGHT = "weight"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Embedded:
    """What such a code says: the codes its article may be known by, and the value."""

    lookups: tuple[str, ...]
    kind: EmbeddedKind
    value: Decimal


@dataclass(frozen=True, slots=True)
class EmbeddedCode:
    """A layout of such codes, for example `28....c{NNNDD}.`; layouts differ by country and chain.

    In a pattern a digit stands for itself, `.` for any digit, `c` for the check digit of the value, `{NNNDD}` for
    the value with its decimals. The last place is the check digit of the whole.
    """

    kind: EmbeddedKind
    pattern: str

    def __post_init__(self) -> None:
        shape = _SHAPE.fullmatch(self.pattern)
        if shape is None or len(self.pattern) - 2 not in _LENGTHS:
            raise CannotBe(
                "pattern '{pattern}' must begin with a digit, have one value as {value}, "
                "else only digits and dots, and 8, 12 or 13 places",
                pattern=self.pattern, value="{NNNDD}",
            )  # fmt: skip
        if shape[2] and len(shape[3] + shape[4]) not in (4, 5):
            raise CannotBe(
                "pattern '{pattern}': only a value of 4 or 5 digits has a check digit", pattern=self.pattern
            )
        if self.kind is EmbeddedKind.COUNT and shape[4]:
            raise CannotBe("pattern '{pattern}': pieces have no decimals", pattern=self.pattern)
        if self.kind is EmbeddedKind.WEIGHT and len(shape[4]) > 3:
            raise CannotBe("pattern '{pattern}': a weight has at most three decimals", pattern=self.pattern)

    def read(self, code: str) -> Embedded | None:
        """What the code says; None where it is not of this layout or was misread as a whole.

        Raises:
            RuleBroken: the check digit of the value is wrong.
        """
        found = read_value(self.pattern, code)
        if found is None:
            return None
        base, whole, decimals, checked = found
        article = base[: self.pattern.index("{")]
        if checked:
            needed = price_check_digit(whole + decimals)
            if checked != needed:
                raise RuleBroken(
                    "{code} was misread: the check digit of the value {value} is {digit}, not {needed}. "
                    "Scan again or type the item.",
                    code=code, value=whole + decimals, digit=checked, needed=needed,
                )  # fmt: skip
            place = self.pattern.index("c")
            article = base[:place]
            base = _with_check_digit(f"{base[:place]}0{base[place + 1 :]}")
        return Embedded((base, article), self.kind, Decimal(f"{whole}.{decimals or 0}"))


def read_value(pattern: str, code: str) -> tuple[str, str, str, str] | None:
    """The code with its value set to zero, the value's whole digits and decimals, and the digit that checks it.

    None where the code has another layout or a wrong check digit.

    >>> read_value("1........{NND}.", "1020034051259")
    ('1020034050009', '12', '5', '')
    """
    if not is_right(code) or len(code) != len(pattern) - 2:
        return None
    start, end = pattern.index("{"), pattern.index("}") - 1
    plain = pattern.replace("{", "").replace("}", "")
    shape = plain.replace(".", "[0-9]").replace("c", "[0-9]").replace("N", "[0-9]").replace("D", "[0-9]")
    if not re.fullmatch(shape, code):
        return None
    value, whole = code[start:end], pattern.count("N")
    base = _with_check_digit(code[:start] + "0" * len(value) + code[end:])
    return base, value[:whole], value[whole:], code[plain.index("c")] if "c" in plain else ""


def _with_check_digit(code: str) -> str:
    return code[:-1] + check_digit(code[:-1])


DEFAULT_EMBEDDED = (
    EmbeddedCode(EmbeddedKind.WEIGHT, "21.....{NNDDD}."),
    EmbeddedCode(EmbeddedKind.PRICE, "23.....{NNNDD}."),
    EmbeddedCode(EmbeddedKind.PRICE, "28....c{NNNDD}."),
    EmbeddedCode(EmbeddedKind.PRICE, "29....c{NNNDD}."),
    EmbeddedCode(EmbeddedKind.PRICE, "2.....c{NNDD}."),
    EmbeddedCode(EmbeddedKind.PRICE, "02.....c{NNDD}."),
)
"""What many scales print as they are delivered; a shop whose scales print otherwise says so in its settings."""
