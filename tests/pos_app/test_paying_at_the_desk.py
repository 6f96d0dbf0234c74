"""A further payment on an order through the real desk: from the order in sight to the money, and what is owed first."""

from dataclasses import replace

from pos_app.ui.sheets.paying import PaySheet
from retail.orders.order import Invoice, InvoiceKind
from tests.pos_app.acting_till import Till
from tests.pos_app.test_acting_at_the_desk import SHOE, SOCK


def test_a_further_payment_begins_with_all_that_is_left_and_shows_what_stays(till: Till) -> None:
    till.make(SHOE)
    till.hands.scan("L-HOUSTON-1-00001")

    till.tap("Pay on order")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, PaySheet)
    left = sheet.amount.text()
    sheet.amount.setText("40")
    sheet.show_preview(till.binder.desk.preview("order.pay", sheet.params()))
    consequence = sheet.consequence.text()
    till.hands.key("Enter")
    due, caption = till.due, till.caption
    till.hands.key("F12")

    assert left == "90.00"
    assert consequence == "To pay 40.00 · 90.00 is left to pay of the order, 50.00 after it."
    assert (due, caption) == (("To pay", "40.00"), "Payment on 1001")
    assert till.orders()[0].state.balance_minor == 5000
    till.binder.request("order.pay", {"id": till.orders()[0].id})
    till.hands.key("Enter")
    till.hands.key("F12")
    till.binder.request("order.pay", {"id": till.orders()[0].id})
    assert till.words == "All of this order is paid. Nothing more is taken for it."


def test_goods_that_went_unpaid_are_what_a_payment_begins_with(till: Till) -> None:
    till.make(SHOE, SOCK)
    [order] = till.orders()
    shipped = Invoice("d9", InvoiceKind.SHIPMENT, 4000, 400, order.made_at)
    till.register.line.books.change(order.id, lambda known: replace(known, invoices=(shipped,)))

    till.binder.request("order.pay", {"id": order.id})

    sheet = till.window.sale.sheet
    assert isinstance(sheet, PaySheet)
    assert sheet.amount.text() == "36.00"
    assert (
        sheet.sentence.text() == "The card on file was declined: 36.00 of goods that have gone is not paid."
    )
    with till.register.session.journal.unit_of_work() as work:
        work.keep_order(replace(order.state, invoices=(shipped,)))
    facts = [(each.label, each.value) for each in till.binder.desk.order_detail(order.id).facts]
    assert ("Not paid: the card was declined. Use Pay on order", "36.00") in facts
