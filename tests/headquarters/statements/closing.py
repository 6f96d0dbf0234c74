"""Closed shifts as their registers tell of them, on paper."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from retail.journal import Head
from retail.shift import Shift, ShiftSum, count, expected
from retail.tender import Tender, TenderType
from retail.till import Movement, MovementKind
from retail.wire.shifts import ShiftDocument, ShiftFacts, ShiftPlace, shift_document
from retail.wire.uploads import TransactionDocument
from tests.headquarters.shop import PaperRegister

SHIFT = "01900000-0000-7000-8000-0000000000f0"
CLOSED_AT = "2026-11-02T18:00:00.000+01:00"


DROPPED = Movement(
    "01900000-0000-7000-8000-0000000000e1", MovementKind.BANK_DROP, 3000, "evening", "4711",
    "2026-11-02T17:00:00.000+01:00", "cashier", "manager",
)  # fmt: skip
ENTERED = Movement(
    "01900000-0000-7000-8000-0000000000e2", MovementKind.FLOAT, 500, "", "", "2026-11-02T09:00:00.000+01:00", "cashier",
    "cashier",
)  # fmt: skip


def closed(
    paper: PaperRegister,
    documents: Sequence[TransactionDocument],
    counted: dict[TenderType, int] | None = None,
    *,
    start_minor: int = 10000,
    day: date = date(2026, 11, 2),
    number: int = 1,
    moved: Sequence[Movement] = (),
    **more: Any,
) -> ShiftDocument:
    """A shift of these transactions; what is not said to be counted is as expected."""
    shift = Shift(SHIFT, number, "2026-11-02T08:00:00.000+01:00", "cashier", start_minor, day, CLOSED_AT)
    tenders = [
        Tender(each.number, TenderType(each.type), each.tendered_minor, each.change_minor, each.rounding_minor,
               each.settled_minor)
        for document in documents
        for each in document.tenders
    ]  # fmt: skip
    held = expected(start_minor, tenders, moved)
    sums: dict[str, list[int]] = {}
    for each in documents:
        so_far = sums.get(each.type, [0, 0, 0])
        sums[each.type] = [so_far[0] + 1, so_far[1] + each.total_minor, so_far[2] + each.tax_minor]
    facts = ShiftFacts(
        [ShiftSum(name, *figures) for name, figures in sums.items()], [each.number for each in documents],
        documents[0].receipt_number if documents else "", documents[-1].receipt_number if documents else "", 0,
        moved,
    )  # fmt: skip
    place = ShiftPlace(paper.register, paper.store, "USD")
    told = shift_document(
        shift,
        place,
        (CLOSED_AT, "cashier"),
        facts,
        count({**held, **(counted or {})}, held),
        Head(9, "f" * 64),
    )
    return told.model_copy(update=more)
