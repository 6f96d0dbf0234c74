"""The X and Z reports of a shift, the slip of moved cash, and the paper of a sale that was struck."""

from dataclasses import replace

from retail.journal import Head
from retail.receipt_rows import Item, Pair, Row, StoreFacts, Text, Title
from retail.receipt_shift import ShiftReport, shift_report_of
from retail.receipt_till import Moved, movement_slip_of
from retail.receipt_voided import VoidedSale, voided_receipt_of
from retail.shift import Count, Shift, ShiftSum, Unsent
from retail.tender import TenderType
from retail.till import Movement, MovementKind
from tests.retail.shop import NOW, TODAY, cart_with

OPEN = Shift("s1", 1, NOW.isoformat(), "cashier", 10_000, TODAY)
REPORT = ShiftReport(
    "HOUSTON-1", OPEN, NOW, (ShiftSum("sale", 3, 30_000, 1500),),
    (Count(TenderType.CASH, 40_000, 39_500),), Head(17, "ab" * 32), Unsent(0, "", ""), "USD",
)  # fmt: skip
CLOSED = replace(REPORT, shift=replace(OPEN, closed_at=NOW.isoformat()))
STORE = StoreFacts("Houston", ("Main Street 1",))


def said(rows: tuple[Row, ...]) -> list[str]:
    """The rows as one reads them."""
    lines = []
    for row in rows:
        if isinstance(row, Pair):
            lines.append(f"{row.left}: {row.right}")
        elif isinstance(row, Title | Text):
            lines.append(str(row.text))
        elif isinstance(row, Item):
            lines.append(f"{row.name} {row.quantity} {row.price} {row.amount}")
    return lines


def test_an_x_report_says_what_the_till_should_hold_and_proves_nothing() -> None:
    rows = said(shift_report_of(REPORT, STORE))

    assert rows[:3] == ["Houston", "Main Street 1", "X report"]
    assert "3 × Sales: 300.00" in rows
    assert "Tax: 15.00" in rows
    assert rows[-2:] == ["Start amount: 100.00", "Cash, expected: 400.00"]
    hidden = replace(REPORT, shows_tenders=False)
    assert said(shift_report_of(hidden, STORE))[-1] == "Start amount: 100.00"


def test_a_z_report_says_what_was_counted_and_ends_with_the_head_of_the_journal() -> None:
    rows = said(shift_report_of(CLOSED, STORE))

    assert "Z report" in rows
    assert [row for row in rows if row.startswith("Cash")] == [
        "Cash, expected: 400.00", "Cash, counted: 395.00", "Cash, over or short: -5.00",
    ]  # fmt: skip
    assert rows[-3:] == ["Journal entry: 17", "ab" * 16, "ab" * 16]
    assert said(shift_report_of(CLOSED, STORE, copy=True))[0] == "COPY"


def test_both_reports_say_what_was_put_in_and_taken_out_and_name_the_bags() -> None:
    moved = tuple([
        Movement("m", kind, amount, "", bag, NOW.isoformat(), "cashier", "cashier")
        for kind, amount, bag in ((MovementKind.SAFE_DROP, 500, ""), (MovementKind.BANK_DROP, 700, "4711"),
                                  (MovementKind.FLOAT, 200, ""), (MovementKind.SAFE_DROP, 300, ""))
    ])  # fmt: skip
    told = [
        "Start amount: 100.00",
        "1 × Float entry: 2.00",
        "2 × Safe drop: 8.00",
        "1 × Bank drop: 7.00",
        "Bag 4711: 7.00",
    ]

    for report in (REPORT, CLOSED):
        rows = said(shift_report_of(replace(report, movements=moved), STORE))
        first = rows.index(told[0])
        assert rows[first : first + 5] == told


def test_a_shift_closed_blind_has_an_x_report_until_it_was_counted() -> None:
    blind = replace(OPEN, blind_closed_at=NOW.isoformat())

    rows = said(shift_report_of(replace(REPORT, shift=blind), STORE))
    assert "X report" in rows
    assert rows[-1] == "Cash, expected: 400.00"
    assert "Closed blind: 2026-11-21 14:32" in rows
    later = said(shift_report_of(replace(REPORT, shift=replace(blind, closed_at=NOW.isoformat())), STORE))
    assert "Z report" in later


def test_the_slip_of_moved_cash_says_who_moved_it_who_approved_and_where_to_sign() -> None:
    moved = Movement("m", MovementKind.BANK_DROP, 70_000, "evening", "4711", NOW.isoformat(), "ann", "bo")

    rows = said(movement_slip_of(Moved(moved, "HOUSTON-1", 3, "USD"), STORE))

    assert rows[:4] == ["NOT A RECEIPT", "Houston", "Main Street 1", "Bank drop"]
    assert rows[5:] == [
        "Register: HOUSTON-1", "Shift: 3", "Moved by: ann", "Approved by bo", "Amount: 700.00", "Bag: 4711",
        "Reason: evening", f"Signature: {'_' * 24}",
    ]  # fmt: skip
    copy = said(movement_slip_of(Moved(moved, "HOUSTON-1", 3, "USD"), STORE, copy=True))
    assert copy == ["COPY", *rows]
    alone = replace(moved, kind=MovementKind.FLOAT, approved_by="ann", reason="", bag="")
    rows = said(movement_slip_of(Moved(alone, "HOUSTON-1", 3, "USD"), STORE))
    assert rows[7:] == ["Moved by: ann", "Amount: 700.00", f"Signature: {'_' * 24}"]


def test_a_z_report_says_what_has_not_arrived() -> None:
    told = said(shift_report_of(replace(CLOSED, unsent=Unsent(2, "H-1", "H-2")), STORE))
    of_no_receipt = said(shift_report_of(replace(CLOSED, unsent=Unsent(1, "", "")), STORE))

    assert told[-5:-3] == ["Not at headquarters yet: 2", "Receipts H-1 to H-2"]
    assert of_no_receipt[-4] == "Not at headquarters yet: 1"


def test_the_paper_of_a_struck_sale_is_no_receipt() -> None:
    cart = cart_with(1000, 2500)
    two = replace(cart.lines[1], quantity_thousandths=2000)
    rows = said(
        voided_receipt_of(
            VoidedSale(replace(cart, lines=(cart.lines[0], two)), 6000, "HOUSTON-1", "ann", NOW), STORE
        )
    )

    assert rows[0] == "NOT A RECEIPT"
    assert "Voided by: ann" in rows
    assert rows[-1] == "Total, not taken: 60.00"
    assert len([row for row in rows if row.endswith(("10.00 10.00", "25.00 50.00"))]) == 2
