"""The shift: the accountable period every transaction stands on, and what its till should hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from retail.errors import RuleBroken
from retail.money import MINOR_MAX, Money
from retail.tender import Tender, TenderType
from retail.till import Movement, moved


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift of a register. `opened_at`, `closed_at` and `blind_closed_at` are stamps; an open shift has no other.

    A shift that was closed blind takes no transaction any more and waits to be counted; it is never opened again.
    """

    id: str
    number: int
    opened_at: str
    opened_by: str
    start_minor: int
    business_date: date
    closed_at: str | None = None
    blind_closed_at: str | None = None

    @property
    def is_open(self) -> bool:
        """Transactions can stand on it."""
        return self.closed_at is None and self.blind_closed_at is None

    @property
    def is_closed(self) -> bool:
        """It was counted, and changes no more."""
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class Count:
    """What one tender type of a shift should hold, and what was counted."""

    type: TenderType
    expected_minor: int
    declared_minor: int

    @property
    def over_short_minor(self) -> int:
        """Declared less expected: above zero is over, below is short."""
        return self.declared_minor - self.expected_minor


@dataclass(frozen=True, slots=True)
class Unsent:
    """How many documents have not reached headquarters, and the first and last receipt among them."""

    count: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class ShiftSum:
    """The transactions of one kind on a shift: how many, what they come to, and their tax."""

    type: str
    count: int
    total_minor: int
    tax_minor: int


def check_start(start_minor: int, currency: str) -> int:
    """Give back a start amount that a till may begin with.

    Raises:
        RuleBroken: negative or over the limit.
    """
    if not 0 <= start_minor <= MINOR_MAX:
        raise RuleBroken(
            "{amount} cannot be a start amount. Count the till again.", amount=Money(start_minor, currency)
        )
    return start_minor


def expected(
    start_minor: int, tenders: Iterable[Tender], movements: Iterable[Movement] = ()
) -> dict[TenderType, int]:
    """What should be there per tender type: what was handed over less change; cash with the start amount, with what
    was put in and without what was taken out.

    Cash is always named; other types where they occurred.
    """
    held = {TenderType.CASH: start_minor + moved(movements)}
    for tender in tenders:
        held[tender.type] = held.get(tender.type, 0) + tender.tendered_minor - tender.change_minor
    return held


def count(declared: Mapping[TenderType, int], held: Mapping[TenderType, int]) -> tuple[Count, ...]:
    """Declared beside expected, per tender type.

    Cash that nobody counted counts as 0; of anything else the terminal's own books hold what is expected.
    """
    types = [each for each in TenderType if each in declared or each in held]
    return tuple(
        Count(
            each, held.get(each, 0), declared.get(each, 0 if each is TenderType.CASH else held.get(each, 0))
        )
        for each in types
    )


def check_declared(declared: Mapping[TenderType, int], currency: str) -> Mapping[TenderType, int]:
    """Give back counted amounts that a till can hold.

    Raises:
        RuleBroken: one is negative cash, or over the limit.
    """
    for type_, amount in declared.items():
        if abs(amount) > MINOR_MAX or (type_ is TenderType.CASH and amount < 0):
            raise RuleBroken(
                "{amount} cannot have been counted. Count again.", amount=Money(amount, currency)
            )
    return declared
