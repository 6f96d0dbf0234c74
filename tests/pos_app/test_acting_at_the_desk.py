"""What a cashier does with an order that exists, through the real desk on real files, from the scan to the receipt."""

from dataclasses import replace

import pytest

from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.creating import CreateSheet
from pos_app.ui.sheets.delivery import PickUpSheet
from pos_app.ui.sheets.ending import CancelSheet
from pos_app.ui.sheets.money import PaymentSheet
from pos_app.ui.sheets.orders import FindOrderSheet
from pos_app.ui.sheets.parts import PartsSheet
from pos_app.ui.sheets.questions import VoidSaleSheet
from pos_app.ui.sheets.returning import ReturnSheet
from retail.orders.order import OrderState
from tests.fixtures.fix_register import ANNA, Shop
from tests.pos_app.acting_till import Opened, Till

SHOE, SOCK = "4006381333931", "7038010009457"


def test_scanned_order_is_handed_out_with_two_enters_and_its_balance(till: Till) -> None:
    till.make(SHOE, SOCK)

    till.hands.scan("L-HOUSTON-1-00001")
    till.hands.key("Enter")
    asked = till.window.sale.sheet
    till.hands.key("Enter")
    due, caption = till.due, till.caption
    till.hands.key("F12")

    assert isinstance(asked, PartsSheet)
    assert (due, caption) == (("Balance at pickup", "126.00"), "Pickup of 1001")
    assert till.orders()[0].state.invoices[-1].total_minor == 14000
    assert till.caption == ""
    assert "goods handed out" in till.words


def test_scans_count_what_is_handed_out(till: Till) -> None:
    till.make(SHOE, SOCK, SOCK)
    till.binder.request("order.pick_up", {"id": till.orders()[0].id})

    till.hands.scan(SOCK)
    till.hands.scan(SOCK)
    till.hands.scan(SOCK)
    refused = till.words
    till.hands.key("Enter")

    assert refused == "All of this is counted already. Go on, or press None to count again."
    assert [line.name for line in till.window.sale.receipt.table.lines] == ["Merino sock", "Merino sock"]
    assert till.due == ("Balance at pickup", "72.00")


def test_editing_frames_the_cart_locks_what_was_agreed_and_is_discarded(till: Till) -> None:
    till.make(SHOE)
    before = till.orders()[0].state
    till.hands.scan("L-HOUSTON-1-00001")

    till.tap("Edit")
    caption, lines = till.caption, till.window.sale.receipt.table.lines
    till.hands.tap(till.window.sale.customer)
    keeps = till.words
    till.binder.request("transaction.void", {})
    sheet = till.window.sale.sheet
    till.hands.tap(sheet.close_button if sheet else till.window.sale.customer)
    kept = till.caption
    till.binder.request("transaction.void", {})
    till.hands.key("Enter")
    till.hands.key("Enter")

    assert caption == kept == "Editing order 1001"
    assert [line.locked for line in lines] == [True]
    assert keeps.startswith("An order keeps its customer.")
    assert isinstance(sheet, VoidSaleSheet)
    assert sheet.title.text() == "Discard changes"
    assert (till.caption, till.orders()[0].state) == ("", before)
    assert till.words == "Discarded. Order 1001 stays as it was before."


def test_edited_order_is_concluded_with_what_its_new_line_asks_for(till: Till) -> None:
    till.make(SHOE)
    till.binder.request("order.edit", {"id": till.orders()[0].id})
    till.hands.scan(SOCK)
    till.hands.key("F7")
    till.hands.key("Enter")
    due = till.due

    till.hands.key("F12")

    assert due == ("Due now", "4.00")
    assert till.orders()[0].total_minor == 14000
    assert till.orders()[0].state.revision == 2


def test_cancelling_takes_a_reason_key_and_gives_the_rest_of_the_deposit_back(till: Till) -> None:
    till.make(SHOE)
    till.hands.scan("L-HOUSTON-1-00001")

    till.tap("Cancel order")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, CancelSheet)
    till.hands.key("Enter")
    without_reason = till.words
    till.hands.type("2")
    till.hands.key("Enter")
    due, caption = till.due, till.caption
    till.hands.key("F12")

    assert without_reason == "Say why: choose a reason first."
    assert (due, caption) == (("Refund", "5.00"), "Cancelling 1001")
    assert till.orders()[0].status == "cancelled"
    assert till.orders()[0].paid_minor == 500


def test_another_cancellation_charge_is_worked_out_and_approved(till: Till, window: MainWindow) -> None:
    till.make(SHOE)
    till.binder.request("order.cancel", {"id": till.orders()[0].id})
    sheet = window.sale.sheet
    assert isinstance(sheet, CancelSheet)

    sheet.charge.setText("2.50")
    sheet.show_preview(till.binder.desk.preview("order.cancel", sheet.params()))
    shown = sheet.result.text()
    till.hands.type("1")
    till.hands.key("Enter")
    approval = window.sale.sheet
    till.binder.dispatch("order.cancel", sheet.params())

    assert shown == "7.50 USD"
    assert approval is not None
    assert approval.name == "approval"
    assert till.caption == ""


def test_return_needs_a_reason_and_offers_the_last_one_again(till: Till) -> None:
    till.make(SHOE, SOCK)
    order = till.orders()[0].id
    till.binder.request("order.pick_up", {"id": order})
    till.hands.key("Enter")
    till.hands.key("F12")
    till.hands.scan("L-HOUSTON-1-00001")

    till.hands.key("Enter")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, ReturnSheet)
    till.hands.scan(SHOE)
    till.hands.key("Enter")
    without_reason = till.words
    till.hands.type("2")
    till.hands.scan(SOCK)
    till.hands.key("Enter")
    due, lines = till.due, till.window.sale.receipt.table.lines
    till.hands.key("F12")

    assert without_reason == "Say why it comes back: choose a reason."
    assert due == ("Refund", "140.00")
    assert [line.detail for line in lines] == ["Damaged", "Damaged"]
    assert [line.returned_thousandths for line in till.orders()[0].lines] == [1000, 1000]


def test_new_goods_in_exchange_are_sold_with_the_return(till: Till) -> None:
    till.make(SHOE)
    order = till.orders()[0].id
    till.binder.request("order.pick_up", {"id": order})
    till.hands.key("Enter")
    till.hands.key("F12")
    till.binder.dispatch(
        "order.return", {"id": order, "items": [{"line": 1, "quantity": "1", "reason": "x"}]}
    )

    till.hands.scan(SOCK)

    assert till.due == ("Refund", "60.00")
    view = till.binder.view
    assert view is not None
    assert view.act is not None
    assert view.act.no_goods == ""


def test_nothing_is_added_while_goods_are_handed_out(till: Till) -> None:
    till.make(SHOE)
    till.binder.dispatch("order.pick_up", {"id": till.orders()[0].id})

    till.hands.scan(SOCK)
    scanned = till.words
    till.hands.tap(till.window.sale.numpad.key("times"))

    assert scanned.startswith("Goods of an order are being handed out.")
    assert till.words == scanned
    assert len(till.window.sale.receipt.table.lines) == 1


def test_order_begins_only_where_no_sale_is_open(till: Till) -> None:
    till.make(SHOE)
    till.hands.scan(SOCK)

    till.binder.request("order.cancel", {"id": till.orders()[0].id})

    assert till.window.sale.sheet is None
    assert till.words == "There is an open sale. Conclude, suspend or void it first."


def test_order_of_headquarters_alone_is_found_and_handed_out_here(
    till: Till, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    till.make(SHOE)
    state = till.orders()[0].state
    elsewhere = f"{state.id[:-4]}ffff"
    shop.line.books.orders[elsewhere] = _as_of_headquarters(state, elsewhere)
    values = shop.line.order(elsewhere, 1.0)
    monkeypatch.setattr(shop.line, "find_orders", lambda text, seconds, narrowed: [values])

    till.hands.scan("L-HOUSTON-9-00007")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, FindOrderSheet)
    found = [row.number for row in sheet.found]
    till.hands.key("Enter")
    till.hands.key("Enter")

    assert found == ["4711"]
    assert till.caption == "Pickup of 4711"


def _as_of_headquarters(state: OrderState, id: str) -> OrderState:
    return replace(state, id=id, number="4711", confirmation_number="L-HOUSTON-9-00007")


def test_quote_is_made_moved_and_becomes_an_order(till: Till) -> None:
    till.binder.dispatch("customer.set", {"id": ANNA})
    till.hands.scan(SHOE)
    till.hands.key("F5")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, CreateSheet)
    sheet.kind.choose("quote")
    till.hands.key("Enter")
    till.hands.key("F7")
    till.hands.key("Enter")
    till.hands.key("F12")
    quote = till.orders()[0]

    till.binder.request("order.convert", {"id": quote.id})
    caption, due = till.caption, till.due
    till.hands.key("F12")

    assert (quote.status, quote.expires is not None) == ("quote", True)
    assert caption == f"Quote {quote.reference} becomes an order"
    assert due == ("Due now", "10.00")
    assert till.orders()[0].status == "open"


def test_order_type_is_preselected_as_the_store_says(opened: Opened) -> None:
    till = opened(default_order_type="quote")
    till.hands.scan(SHOE)

    till.hands.key("F5")
    asked = till.window.sale.sheet
    till.binder.dispatch("customer.set", {"id": ANNA}, asked, lambda: till.binder.request("order.create", {}))
    sheet = till.window.sale.sheet

    assert asked is not None
    assert asked.name == "customer-search"
    assert isinstance(sheet, CreateSheet)
    assert sheet.kind.value == "quote"


def test_how_much_of_an_overridden_deposit_is_used_is_chosen_at_payment(till: Till) -> None:
    till.binder.dispatch("customer.set", {"id": ANNA})
    till.hands.scan(SHOE)
    till.hands.scan(SOCK)
    till.hands.key("F7")
    till.hands.key("Enter")
    till.register.do("deposit.override", amount="50.00", reason="Staff", approved_by="manager")
    till.binder.dispatch("tender.cash", {})
    order = till.orders()[0].id
    till.binder.dispatch("order.pick_up", {"id": order, "quantities": {"2": "1"}})
    before = till.due

    till.hands.key("F10")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, PaymentSheet)
    offered = [button.text() for button in sheet.arrangements]
    till.hands.tap(sheet.arrangements[2])

    assert before == ("Balance at pickup", "40.00")
    assert offered == ["None", "Its part 4.00", "All that fits 40.00", "Another amount …"]
    assert till.due == ("Balance at pickup", "0.00")


def test_scanned_receipt_opens_the_order_it_is_about(till: Till) -> None:
    till.make(SHOE)
    till.binder.request("order.pick_up", {"id": till.orders()[0].id})
    till.hands.key("Enter")
    till.hands.key("F12")

    for receipt in ("HOUSTON-1-000001", "HOUSTON-1-000002"):
        till.hands.scan(receipt)
        sheet = till.window.sale.sheet
        assert isinstance(sheet, FindOrderSheet)
        assert [row.number for row in sheet.found] == ["1001"]
        till.hands.key("Esc")


def test_code_that_only_looks_like_a_receipt_is_an_item(till: Till) -> None:
    till.hands.scan("AB-123456")

    assert [line.name for line in till.window.sale.receipt.table.lines] == ["Hook"]
    till.hands.scan("HOUSTON-1-000099")
    assert till.window.sale.sheet is None


def test_sheet_that_delivers_asks_order_or_quote_as_the_store_preselects(opened: Opened) -> None:
    till = opened(default_order_type="quote")
    till.binder.dispatch("customer.set", {"id": ANNA})
    till.hands.scan(SHOE)

    till.hands.key("F7")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, PickUpSheet)
    chosen = sheet.kind.value
    till.hands.key("Enter")
    quote = till.due
    till.hands.key("F7")
    again = till.window.sale.sheet
    assert isinstance(again, PickUpSheet)
    again.kind.choose("order")
    till.hands.key("Enter")

    assert chosen == again.view.kind == "quote"
    assert quote == ("Due now (deposit)", "0.00")
    assert till.due == ("Due now (deposit)", "10.00")


def test_order_that_exists_is_not_asked_what_it_is(till: Till) -> None:
    till.make(SHOE)
    till.binder.request("order.edit", {"id": till.orders()[0].id})

    till.hands.key("F7")
    sheet = till.window.sale.sheet

    assert isinstance(sheet, PickUpSheet)
    assert sheet.kind.params() == {}


def test_somebody_else_who_collects_is_written_down(till: Till) -> None:
    till.make(SHOE)
    till.binder.request("order.pick_up", {"id": till.orders()[0].id})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, PartsSheet)
    expected = sheet.collector.placeholderText()

    sheet.collector.setFocus()
    till.hands.type("Ole")
    till.hands.key("Enter")

    assert expected == "Anna Berg"
    assert "pickup.collector" in till.register.kinds()
