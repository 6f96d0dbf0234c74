"""Which invoice is meant by a number, and how much of a line is left on one as goods come back."""

from dataclasses import replace

from retail.cart import deliver
from retail.orders.invoices import has_number, invoices_of_goods, is_named, returnable, with_returned
from retail.orders.order import Invoice, InvoicedLine, InvoiceKind
from tests.retail.orders.lives import Life
from tests.retail.shop import SETTINGS, cart_with, pickup

OLD = Invoice("d0", InvoiceKind.PICKUP, 100, 0, "t", number="INV-000001")
FIRST = Invoice(
    "d1", InvoiceKind.PICKUP, 100, 0, "t", "INV-000002", "HOUSTON-1-000003", (InvoicedLine(1, 2000),)
)
SECOND = Invoice(
    "d2", InvoiceKind.SHIPMENT, 100, 0, "t", "INV-000003", "", (InvoicedLine(1, 1000), InvoicedLine(2, 5000))
)
CREDIT = Invoice("d3", InvoiceKind.RETURN, -100, 0, "t", "CRN-000001")


def order() -> Life:
    life = Life()
    life.conclude(deliver(cart_with(2000, 500), [1, 2], pickup(), SETTINGS))
    life.conclude(life.pickup({1: 1000, 2: 1000}))
    return life


def test_an_invoice_is_called_by_its_number_its_receipt_or_its_document() -> None:
    assert [is_named(FIRST, name) for name in (" inv-000002 ", "HOUSTON-1-000003", "d1", "", "INV-000003")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert not is_named(SECOND, " ")


def test_an_order_is_called_by_any_number_on_its_papers() -> None:
    state = replace(order().order, number="SO-000007")
    receipt = state.invoices[0].receipt

    assert [has_number(state, name) for name in ("so-000007", state.confirmation_number, receipt, "", "7")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert invoices_of_goods(replace(state, invoices=(FIRST, CREDIT))) == (FIRST,)


def test_an_invoice_that_names_no_lines_lets_come_back_what_the_line_says() -> None:
    line = order().order.lines[0]

    assert [returnable(line), returnable(line, OLD), returnable(line, FIRST), returnable(line, CREDIT)] == [
        1000, 1000, 1000, 1000,
    ]  # fmt: skip
    assert returnable(line, replace(FIRST, lines=(InvoicedLine(1, 2000, 1500),))) == 500
    assert returnable(line, replace(FIRST, lines=(InvoicedLine(2, 2000),))) == 0


def test_what_comes_back_is_taken_off_the_invoice_it_came_by_and_then_off_the_oldest() -> None:
    def back(document: str, quantity: int) -> list[int]:
        after = with_returned((OLD, FIRST, SECOND, CREDIT), {1: quantity}, document)
        return [line.returned_thousandths for invoice in after for line in invoice.lines]

    assert back("", 1000) == [1000, 0, 0]
    assert back("d2", 1000) == [0, 1000, 0]
    assert back("d2", 2500) == [1500, 1000, 0]
