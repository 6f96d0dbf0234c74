"""The X and Z reports of a shift, and the paper of a sale that was struck."""

from dataclasses import replace

from retail.journal import Head
from retail.receipt_rows import Item, Pair, Row, StoreFacts, Text, Title
from retail.receipt_shift import ShiftReport, shift_report_of
from retail.receipt_voided import VoidedSale, voided_receipt_of
from retail.shift import Count, Shift, ShiftSum, Unsent
from retail.tender import TenderType
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
