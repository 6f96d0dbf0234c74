"""A closed shift travels with what its Z report says, and is worked out again from its transactions."""

import json
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from retail.journal import Head
from retail.shift import Count, Shift, ShiftSum
from retail.tender import TenderType
from retail.till import Movement, MovementKind
from retail.wire.contents import version_of
from retail.wire.shifts import ShiftDocument, ShiftFacts, ShiftPlace, ranges_of, shift_document
from retail.wire.statements import Difference, worked_out
from retail.wire.uploads import TenderPart, TransactionDocument
from tests.headquarters.shop import PaperRegister

SHIFT = "01900000-0000-7000-8000-0000000000f0"
AT = "2026-11-02T18:00:00.000+01:00"


def closed(
    expected: dict[TenderType, int], numbers: list[int], *sums: ShiftSum, moved: tuple[Movement, ...] = ()
) -> ShiftDocument:
    shift = Shift(SHIFT, 3, "2026-11-02T08:00:00.000+01:00", "ola", 10000, date(2026, 11, 2), AT)
    counts = [Count(kind, minor, minor - 5) for kind, minor in expected.items()]
    facts = ShiftFacts(sums, numbers, "first", "last", 2, moved)
    place = ShiftPlace("HOUSTON-1", "HOUSTON", "USD")
    return shift_document(shift, place, (AT, "kari"), facts, counts, Head(7, "f" * 64))


def sales(*tenders: tuple[str, int]) -> list[TransactionDocument]:
    """One sale of an apple for each of these tenders."""
    paper = PaperRegister()
    made = []
    for type, minor in tenders:
        tender = TenderPart(number=1, type=type, tendered_minor=minor + 100, change_minor=100, rounding_minor=0,
                            settled_minor=minor)  # fmt: skip
        made.append(paper.sale().model_copy(update={"tenders": (tender,), "tax_minor": 10}))
    return made


SOLD = sales(("cash", 8000), ("card", 8000))
RIGHT: dict[TenderType, int] = {TenderType.CASH: 18000, TenderType.CARD: 8000}
SUM = ShiftSum("sale", 2, 16000, 20)


def test_a_closed_shift_says_what_its_register_counted_and_needs_a_headquarters_that_reads_it() -> None:
    told = closed(RIGHT, [1, 2], SUM)

    assert ShiftDocument.read(told.written()) == told
    assert (told.number, told.opened_by, told.made_by, told.made_at) == (3, "ola", "kari", AT)
    assert [(each.type, each.expected_minor, each.declared_minor) for each in told.counts] == [
        ("cash", 18000, 17995), ("card", 8000, 7995)]  # fmt: skip
    assert (told.numbers, told.voided, told.journal_number) == (((1, 2),), 2, 7)
    assert version_of(told.written()) == 3


def test_cash_that_was_moved_travels_with_its_shift_and_is_worked_into_what_should_be_there() -> None:
    moved = (
        Movement(SHIFT, MovementKind.FLOAT, 500, "change", "", AT, "ola", "ola"),
        Movement(SHIFT, MovementKind.BANK_DROP, 9000, "", "4711", AT, "ola", "kari"),
    )
    told = closed({**RIGHT, TenderType.CASH: 9500}, [1, 2], SUM, moved=moved)

    assert ShiftDocument.read(told.written()) == told
    assert [(each.kind, each.change_minor, each.bag, each.approved_by) for each in told.movements] == [
        ("float", 500, "", "ola"), ("bank_drop", -9000, "4711", "kari")]  # fmt: skip
    assert worked_out(told, SOLD).differences == ()
    forgotten = told.model_copy(update={"movements": ()})
    assert worked_out(forgotten, SOLD).differences == (Difference("cash", "expected", 9500, 18000),)


def test_a_shift_without_moved_cash_is_written_as_it_was_before_there_was_any() -> None:
    assert not {"movements", "blind_closed_at"} & json.loads(closed(RIGHT, [1, 2], SUM).written()).keys()


def test_a_shift_that_says_more_than_we_know_is_refused() -> None:
    with pytest.raises(ValidationError):
        ShiftDocument.read(closed(RIGHT, []).written().replace('"voided":2', '"voided":2,"other":1'))


@pytest.mark.parametrize(
    ("numbers", "ranges"),
    [([], []), ([5], [(5, 5)]), ([4, 5, 6, 9], [(4, 6), (9, 9)]), ([3, 1, 2], [(1, 3)])],
)
def test_numbers_are_told_as_ranges_without_a_gap(numbers: list[int], ranges: list[tuple[int, int]]) -> None:
    assert ranges_of(numbers) == ranges


def test_a_shift_whose_transactions_come_to_what_it_said_has_no_difference() -> None:
    found = worked_out(closed(RIGHT, [1, 2], SUM), SOLD)

    assert (found.differences, found.missing) == ((), ())
    assert [(each.type, each.worked_minor, each.declared_minor) for each in found.tenders] == [
        ("cash", 18000, 17995), ("card", 8000, 7995)]  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "said", "differences"),
    [
        ({TenderType.CASH: 18000}, SUM, [("card", "expected", 0, 8000)]),
        ({**RIGHT, TenderType.CUSTOMER_ACCOUNT: 1}, SUM, [("customer_account", "expected", 1, 0)]),
        (RIGHT, ShiftSum("sale", 3, 16000, 20), [("sale", "count", 3, 2)]),
        (RIGHT, ShiftSum("sale", 2, 16001, 20), [("sale", "total", 16001, 16000)]),
        (RIGHT, ShiftSum("sale", 2, 16000, 21), [("sale", "tax", 21, 20)]),
        (RIGHT, None, [("sale", "count", 0, 2), ("sale", "total", 0, 16000), ("sale", "tax", 0, 20)]),
    ],
)
def test_each_figure_that_is_another_is_named(
    expected: dict[TenderType, int], said: ShiftSum | None, differences: list[tuple[Any, ...]]
) -> None:
    sums = () if said is None else (said,)
    found = worked_out(closed(expected, [1, 2], *sums), SOLD)

    assert found.differences == tuple([Difference(*each) for each in differences])


def test_what_has_not_come_is_missing_by_its_number_and_transactions_of_other_shifts_do_not_count() -> None:
    elsewhere = SOLD[1].model_copy(update={"shift": SHIFT.replace("f0", "f1")})

    found = worked_out(closed(RIGHT, [1, 2, 5], SUM), [SOLD[0], elsewhere])

    assert found.missing == (2, 5)
    assert [each.worked_minor for each in found.tenders] == [18000, 0]
