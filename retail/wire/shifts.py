"""A shift that was closed, as it travels to headquarters: what its Z report says, and which transactions it has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from retail.journal import Head
from retail.shift import Count as Counted
from retail.shift import Shift, ShiftSum
from retail.tender import TenderType
from retail.till import Movement, MovementKind, change
from retail.wire.base import LATER, Part
from retail.wire.parts import Count, Minor, Moment, Text, Uuid

RANGES_MAX = 1000
KINDS_MAX = 20
MOVEMENTS_MAX = 10_000
_KINDS = Field(max_length=KINDS_MAX)


class ShiftSumPart(Part):
    """The transactions of one kind on the shift: how many, what they come to, and their tax."""

    type: Literal["sale", "order", "quote", "payment", "pickup", "cancellation", "return"]
    count: Count
    total_minor: Minor
    tax_minor: Minor


class ShiftCountPart(Part):
    """What one tender type of the shift should have held, and what was counted."""

    type: TenderType
    expected_minor: Minor
    declared_minor: Minor


class MovementPart(Part):
    """Cash that went into the till or out of it without a sale, when, by whom and who had the right to it."""

    id: Uuid
    kind: MovementKind
    amount_minor: Annotated[int, Field(gt=0, le=10**15)]
    reason: Text
    bag: Text
    made_at: Moment
    made_by: Text
    approved_by: Text

    @property
    def change_minor(self) -> int:
        """By how much the till holds more (above zero) or less."""
        return change(self.kind, self.amount_minor)


class ShiftDocument(Part):
    """One closed shift; its id is the shift's, `made_at` and `made_by` say when and by whom it was closed.

    `numbers` are those of its transactions, first and last of each range without a gap. `voided` sales took no number.
    `journal_number` and `journal_hash` are the entry of the register's journal that closed it. A shift that was
    closed blind ended at `blind_closed_at` and was counted later. `movements` are those of its till.
    """

    kind: Literal["shift"] = "shift"
    id: Uuid
    register_name: Text
    store: Text
    number: Count
    business_date: date
    opened_at: Moment
    opened_by: Text
    made_at: Moment
    made_by: Text
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    start_minor: Minor
    sums: Annotated[tuple[ShiftSumPart, ...], _KINDS]
    counts: Annotated[tuple[ShiftCountPart, ...], _KINDS]
    voided: Count
    first_receipt: Text
    last_receipt: Text
    numbers: Annotated[tuple[tuple[Count, Count], ...], Field(max_length=RANGES_MAX)]
    journal_number: Count
    journal_hash: Text
    movements: Annotated[tuple[MovementPart, ...], Field(max_length=MOVEMENTS_MAX), LATER] = ()
    blind_closed_at: Annotated[Moment | None, LATER] = None


@dataclass(frozen=True, slots=True)
class ShiftPlace:
    """Where a shift was worked, and in which currency."""

    register: str
    store: str
    currency: str


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """What the journal of a register holds of a shift, but for what was counted."""

    sums: Sequence[ShiftSum]
    numbers: Sequence[int]
    first_receipt: str
    last_receipt: str
    voided: int
    movements: Sequence[Movement] = ()


def shift_document(
    shift: Shift,
    place: ShiftPlace,
    closed: tuple[str, str],
    facts: ShiftFacts,
    counts: Iterable[Counted],
    head: Head,
) -> ShiftDocument:
    """The document of a shift that is being closed; `closed` says when (a stamp) and by whom."""
    at, by = closed
    return ShiftDocument(
        id=shift.id, register_name=place.register, store=place.store, number=shift.number,
        business_date=shift.business_date, opened_at=shift.opened_at, opened_by=shift.opened_by, made_at=at, made_by=by,
        currency=place.currency, start_minor=shift.start_minor,
        sums=tuple([
            ShiftSumPart.model_validate({"type": each.type, "count": each.count, "total_minor": each.total_minor,
                                         "tax_minor": each.tax_minor})
            for each in facts.sums
        ]),
        counts=tuple([
            ShiftCountPart(type=each.type, expected_minor=each.expected_minor, declared_minor=each.declared_minor)
            for each in counts
        ]),
        voided=facts.voided, first_receipt=facts.first_receipt, last_receipt=facts.last_receipt,
        numbers=tuple(ranges_of(facts.numbers)), journal_number=head.number, journal_hash=head.hash,
        movements=tuple([
            MovementPart(id=each.id, kind=each.kind, amount_minor=each.amount_minor, reason=each.reason, bag=each.bag,
                         made_at=each.made_at, made_by=each.made_by, approved_by=each.approved_by)
            for each in facts.movements
        ]),
        blind_closed_at=shift.blind_closed_at,
    )  # fmt: skip


def ranges_of(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as ranges without a gap, first and last of each.

    >>> ranges_of([4, 5, 6, 9])
    [(4, 6), (9, 9)]
    """
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found
