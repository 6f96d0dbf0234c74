"""What a code belongs to: an item, an order, a person; decided by a table that headquarters can change."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from retail.barcodes.equals import has_checked_length, is_right
from retail.errors import CannotBe
from retail.messages import Message, say

CODE_MAX = 400
"""Longer text is no code; the longest that GS1 allows have fewer characters."""

SEPARATOR = "\x1d"
"""What a scanner sends for FNC1 between two elements of a GS1 code (ASCII's group separator)."""

_ORDER = re.compile(r"L-.+-[0-9]{5,}")
_RECEIPT = re.compile(r"[^-].*-[0-9]{6,}")


class CodeKind(StrEnum):
    """Where a code belongs."""

    ITEM = "item"
    ORDER = "order"
    RECEIPT = "receipt"
    SUSPENDED = "suspended"
    CUSTOMER = "customer"
    BADGE = "badge"
    COUPON = "coupon"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class CodePattern:
    """A row of the table: codes that look like `pattern` are of this kind.

    In a pattern `.` is any digit and a `*` at its end any further characters; the rest stands for itself.
    """

    kind: CodeKind
    pattern: str

    def __post_init__(self) -> None:
        if self.kind is CodeKind.UNREADABLE:
            raise CannotBe("pattern '{pattern}': no code is unreadable on purpose", pattern=self.pattern)
        if not self._fixed or "*" in self.pattern[:-1]:
            raise CannotBe(
                "pattern '{pattern}' must begin with a letter or digit of its own, and a * may only end it",
                pattern=self.pattern,
            )

    def value(self, code: str) -> str | None:
        """What the code says behind its beginning; None where it does not look like this."""
        shape = "".join("[0-9]" if sign == "." else re.escape(sign) for sign in self.pattern.rstrip("*"))
        rest = ".+" if self.pattern.endswith("*") else ""
        return code[len(self._fixed) :] if re.fullmatch(shape + rest, code) else None

    @property
    def _fixed(self) -> str:
        return re.split(r"[.*]", self.pattern, maxsplit=1)[0]


DEFAULT_PATTERNS = (
    CodePattern(CodeKind.BADGE, "STAFF-*"),
    CodePattern(CodeKind.CUSTOMER, "CUSTOMER-*"),
    CodePattern(CodeKind.SUSPENDED, "SUSPENDED-*"),
    CodePattern(CodeKind.COUPON, "COUPON-*"),
    CodePattern(CodeKind.COUPON, "981.........."),
    CodePattern(CodeKind.COUPON, "982.........."),
    CodePattern(CodeKind.COUPON, "983.........."),
    CodePattern(CodeKind.COUPON, "984.........."),
    CodePattern(CodeKind.COUPON, "99..........."),
)
"""Our own words, which no maker of goods puts on them, and the prefixes GS1 keeps for coupons."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Where a code belongs; `value` is what it says there: the user of a badge, the account of a card."""

    kind: CodeKind
    value: str


def recognise(code: str, patterns: Iterable[CodePattern] = DEFAULT_PATTERNS) -> Recognised:
    """Say where a code belongs. The table goes first, then the numbers that registers give out themselves.

    >>> recognise("STAFF-000160"), recognise("L-HOUSTON-1-00045").kind
    (Recognised(kind=<CodeKind.BADGE: 'badge'>, value='000160'), <CodeKind.ORDER: 'order'>)
    """
    if not code or len(code) > CODE_MAX or not code.replace(SEPARATOR, "").isprintable():
        return Recognised(CodeKind.UNREADABLE, code)
    for each in patterns:
        value = each.value(code)
        if value is not None:
            return Recognised(each.kind, value)
    if _ORDER.fullmatch(code):
        return Recognised(CodeKind.ORDER, code)
    return Recognised(CodeKind.RECEIPT if _RECEIPT.fullmatch(code) else CodeKind.ITEM, code)


def confirmation_number(register: str, sequence: int) -> str:
    """The register's own number of an order: known at once, findable for ever (decision 48).

    >>> confirmation_number("HOUSTON-1", 45)
    'L-HOUSTON-1-00045'
    """
    return f"L-{register}-{sequence:05d}"


def receipt_number(register: str, number: int) -> str:
    """The gap-free number a customer reads.

    >>> receipt_number("HOUSTON-1", 42)
    'HOUSTON-1-000042'
    """
    return f"{register}-{number:06d}"


def why_unknown(code: str) -> Message:
    """What to tell the cashier about a code that finds nothing."""
    if recognise(code, ()).kind is CodeKind.UNREADABLE:
        return say("That is not a code. Scan again or type it.")
    if has_checked_length(code) and not is_right(code):
        return say("{code} was misread: its check digit is wrong. Scan again or type it.", code=code)
    return say("Unknown code {code}. Search for the item by name.", code=code)
