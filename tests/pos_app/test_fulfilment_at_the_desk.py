"""The work list of a store, through the real desk on real files: accepting, picking, packing, shipping."""

from dataclasses import replace

from pos_app.ui.sheets.fulfilment import WorkListSheet
from pos_app.ui.sheets.parts import PartsSheet
from retail.orders.order import LineStatus, OrderState
from retail.receipt_rows import Item, Text
from retail.wire.orders import order_values
from tests.fixtures.fix_register import ANNA, SETTINGS, Shop, product_row
from tests.pos_app.acting_till import Till

SHOE, SOCK = "4006381333931", "7038010009457"


def test_work_list_marks_what_is_scanned_and_packs_it_with_its_slip(till: Till, shop: Shop) -> None:
    till.make(SHOE, SOCK, key="F6")
    till.hands.scan("L-HOUSTON-1-00001")

    till.tap("Pick & pack")
    sheet = till.window.sale.sheet
    assert isinstance(sheet, WorkListSheet)
    till.hands.scan(SHOE)
    till.hands.scan(SOCK)
    picked = [line.status for line in till.orders()[0].lines]
    chips = {name: button.text() for name, button in sheet.presets.items()}
    till.hands.tap(next(each for each in sheet.steps if each.text() == "Mark as packed"))

    assert picked == [LineStatus.PICKED, LineStatus.PICKED]
    assert (chips["pick"], chips["pack"]) == ("To pick 0", "To pack 2")
    assert [line.status for line in till.orders()[0].lines] == [LineStatus.PACKED, LineStatus.PACKED]
    assert till.words == "Packing slip printed."
    assert shop.printer.printed["L-HOUSTON-1-00001-packing"]


def test_work_list_ships_with_a_question_only_where_a_line_has_several(till: Till) -> None:
    till.binder.dispatch("customer.set", {"id": ANNA})
    till.hands.scan(SHOE)
    till.binder.dispatch("line.quantity", {"line": 1, "quantity": "3"})
    till.hands.key("F6")
    till.hands.key("Enter")
    till.binder.dispatch("deposit.pay_in_full", {})
    till.hands.key("F12")
    till.binder.request("fulfilment.open", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, WorkListSheet)

    sheet.list.taken.emit(0)
    till.hands.tap(next(each for each in sheet.steps if each.text() == "Ship"))
    asked = till.window.sale.sheet
    assert isinstance(asked, PartsSheet)
    till.hands.type("2")
    till.hands.key("Enter")

    assert till.window.sale.sheet is sheet
    assert till.orders()[0].lines[0].invoiced_thousandths == 2000


def test_lines_are_accepted_or_rejected_first_where_the_store_says_so(till: Till, shop: Shop) -> None:
    till.make(SHOE, SOCK, key="F6")
    order, books = till.orders()[0].id, shop.line.books
    books.change(order, _pending)
    shop.publish(SETTINGS, orders={order: order_values(books.orders[order])})
    till.binder.request("fulfilment.open", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, WorkListSheet)
    before = sheet.presets["accept"].text()

    till.hands.scan(SHOE)
    too_early = till.words
    till.hands.tap(next(each for each in sheet.steps if each.text() == "Accept"))
    sheet.list.taken.emit(0)
    sheet.list.taken.emit(1)
    till.hands.tap(next(each for each in sheet.steps if each.text() == "Reject"))

    assert before == "To accept 2"
    assert too_early == "Accept this line first."
    assert [line.status for line in till.orders()[0].lines] == [LineStatus.ACCEPTED, LineStatus.REJECTED]
    assert sheet.view is not None
    assert [row.name for row in sheet.view.rows] == ["Trail shoe"]


def _pending(order: OrderState) -> OrderState:
    return replace(order, lines=tuple(replace(line, status=LineStatus.PENDING) for line in order.lines))


def test_steps_say_why_lines_of_several_orders_or_ways_do_not_go_together(till: Till) -> None:
    till.make(SHOE, key="F6")
    till.make(SOCK)
    till.binder.request("fulfilment.open", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, WorkListSheet)
    till.hands.tap(sheet.steps[0])
    nothing = till.words

    sheet.list.taken.emit(0)
    sheet.list.taken.emit(1)
    till.hands.tap(next(each for each in sheet.steps if each.text() == "Ship"))

    assert nothing == "Nothing is chosen. Tap the lines first, or scan them."
    assert till.words == "These lines are of several orders. Choose lines of one order."


def test_what_is_collected_begins_on_the_work_list_too(till: Till) -> None:
    till.make(SHOE)
    till.binder.request("fulfilment.open", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, WorkListSheet)
    till.hands.tap(sheet.presets["collect"])

    sheet.list.taken.emit(0)
    till.hands.tap(next(each for each in sheet.steps if each.text() == "Pick up"))
    till.hands.key("Enter")

    assert till.caption == "Pickup of 1001"
    assert till.window.sale.sheets == []


def test_work_is_found_by_what_is_typed(till: Till) -> None:
    till.make(SHOE)
    till.make(SOCK)
    view = till.binder.desk.orders.work_list("", "anna sock")

    assert [row.name for row in view.rows] == ["Merino sock"]
    assert till.binder.desk.orders.work_list("", "nobody").note == "Nothing to do here now."


def test_work_list_shows_what_this_store_has_how_old_that_figure_is_and_what_orders_wait_for(
    till: Till, shop: Shop
) -> None:
    figures = {
        "A": ("HOUSTON", 6000, "2026-11-21T12:05:00.000+00:00"),
        "B": ("HOUSTON", 1500, "2026-11-20T23:00:00.000+00:00"),
        "T1": ("SEATTLE", 9000, "2026-11-21T12:05:00.000+00:00"),
    }
    shop.publish(
        SETTINGS,
        stock={
            f"{place}/{number}": {
                "product": number, "place": place, "quantity_thousandths": quantity, "as_of": as_of,
            }
            for number, (place, quantity, as_of) in figures.items()
        },
    )  # fmt: skip
    till.binder.dispatch("customer.set", {"id": ANNA})
    for number in ("A", *figures):
        till.binder.dispatch("product.add", {"number": number})
    till.hands.key("F7")
    till.hands.key("Enter")
    till.hands.key("F12")

    till.binder.request("fulfilment.open", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, WorkListSheet)
    assert sheet.view is not None
    shown = {row.product: row.stock for row in sheet.view.rows}

    assert shown == {
        "A": "6 in stock at 12:05 \u00b7 2 reserved",
        "B": "1.5 in stock on Fri 20 Nov \u00b7 1 reserved",
        "T1": "",
    }
    assert {row.note for row in sheet.list.rows} == set(shown.values())


def test_picking_list_is_printed_of_the_chosen_lines(till: Till, shop: Shop) -> None:
    till.make(SHOE, SOCK)
    till.binder.request("fulfilment.open", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, WorkListSheet)
    till.hands.tap(sheet.papers[0])
    nothing = till.words

    sheet.list.taken.emit(1)
    till.hands.tap(sheet.papers[0])

    assert nothing == "Nothing is chosen. Tap the lines first, or scan them."
    assert till.words == "Picking list printed."
    items = [row.name for row in shop.printer.printed["L-HOUSTON-1-00001-picking"] if isinstance(row, Item)]
    assert items == ["Merino sock"]


def test_paper_that_does_not_come_out_is_said(till: Till, shop: Shop) -> None:
    till.make(SHOE)
    shop.printer.is_empty = True
    order = till.orders()[0].id

    till.binder.dispatch("fulfilment.picking_list", {"id": order})

    assert till.words == "Not printed: paper out. Print it again."


def test_nothing_is_printed_of_an_order_that_is_done_here(till: Till) -> None:
    till.make(SHOE)
    order = till.orders()[0].id
    till.binder.request("order.pick_up", {"id": order})
    till.hands.key("Enter")
    till.hands.key("F12")

    till.binder.dispatch("fulfilment.picking_list", {"id": order})

    assert till.words == "Nothing of this order is left to be handled here. Choose another order."


def _work(till: Till) -> WorkListSheet:
    till.binder.request("fulfilment.open", {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, WorkListSheet)
    return sheet


def _press(till: Till, sheet: WorkListSheet, text: str) -> None:
    till.hands.tap(next(each for each in sheet.steps if each.text() == text))


def test_picking_and_packing_are_undone_where_they_were_done(till: Till) -> None:
    till.make(SHOE, key="F6")
    sheet = _work(till)
    sheet.list.taken.emit(0)
    _press(till, sheet, "Mark as picked")
    _press(till, sheet, "Mark as packed")
    till.binder.dispatch("fulfilment.unpick", {"id": till.orders()[0].id, "quantities": {"1": "1"}})
    too_early = till.words

    _press(till, sheet, "Undo packing")
    unpacked = till.orders()[0].lines[0].status
    _press(till, sheet, "Undo picking")

    assert too_early == "What was picked of this line is packed. Undo the packing first."
    assert (unpacked, till.orders()[0].lines[0].status) == (LineStatus.PICKED, LineStatus.ACCEPTED)
    assert sheet.presets["pick"].text() == "To pick 1"
    history = [row.value for row in till.binder.desk.order_detail(till.orders()[0].id).history]
    assert [words for words in history if words.startswith("put back")] == [
        "put back 1 \u00d7 Trail shoe, by cashier"
    ]


def test_steps_before_packing_are_taken_on_lines_of_several_orders(till: Till, shop: Shop) -> None:
    till.make(SHOE, key="F6")
    till.make(SOCK)
    sheet = _work(till)
    sheet.list.taken.emit(0)
    sheet.list.taken.emit(1)

    till.hands.tap(sheet.papers[0])
    begun = {line.status for order in till.orders() for line in order.lines}
    _press(till, sheet, "Mark as picked")

    paper = shop.printer.printed["2-orders-picking"]
    assert {row.name for row in paper if isinstance(row, Item)} == {"Trail shoe", "Merino sock"}
    assert begun == {LineStatus.PICKING}
    assert till.words == "2 orders are one step further."
    assert {line.status for order in till.orders() for line in order.lines} == {LineStatus.PICKED}
    assert len({each for order in till.orders() for each in order.state.acts}) == 6


def test_goods_to_be_fetched_are_ready_on_a_shelf(till: Till) -> None:
    till.make(SHOE)
    sheet = _work(till)
    sheet.list.taken.emit(0)
    _press(till, sheet, "Mark as picked")

    _press(till, sheet, "Ready for collection")
    asked = till.window.sale.sheet
    assert isinstance(asked, PartsSheet)
    asked.shelf.setText("B 4")
    till.hands.key("Enter")

    assert sheet.presets["ready"].text() == "Ready 1"
    assert sheet.view is not None
    assert sheet.view.rows[0].status == "Picked, ready for collection (B 4)"
    detail = till.binder.desk.order_detail(till.orders()[0].id)
    assert detail.lines[0].status == "Picked, ready for collection (B 4)"


def test_pieces_leave_with_their_serial_numbers(till: Till, shop: Shop) -> None:
    shop.publish(SETTINGS, products={"A": {**product_row("A"), "asks_serial": True}})
    till.make(SHOE, SOCK)
    order = till.orders()[0].id
    till.binder.request("order.pick_up", {"id": order})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, PartsSheet)
    till.hands.key("Enter")
    missing = till.words

    till.hands.scan("SN-77-01")
    till.hands.scan("SN-77-01")
    till.hands.key("Enter")
    till.hands.key("F12")

    assert missing == "Scan or type the serial number of each Trail shoe first."
    assert [line.serials for line in till.orders()[0].lines] == [("SN-77-01",), ()]
    assert shop.line.books.orders[order].lines[0].serials == ("SN-77-01",)
    receipt = next(rows for name, rows in shop.printer.printed.items() if name.endswith("000002"))
    assert "Serial number SN-77-01" in [str(row.text) for row in receipt if isinstance(row, Text)]


def test_a_shipment_asks_for_the_serial_number_of_one_piece_too(till: Till, shop: Shop) -> None:
    shop.publish(SETTINGS, products={"A": {**product_row("A"), "asks_serial": True}})
    till.make(SHOE, key="F6")
    sheet = _work(till)
    sheet.list.taken.emit(0)

    _press(till, sheet, "Ship")
    asked = till.window.sale.sheet
    assert isinstance(asked, PartsSheet)
    asked.serials.setFocus()
    till.hands.type("SN-1")
    till.hands.key("Enter")

    assert till.orders()[0].lines[0].serials == ("SN-1",)


def test_the_work_list_shows_a_page_and_counts_all(till: Till) -> None:
    till.make(SHOE, SOCK)
    desk = till.binder.desk.orders

    first = desk.work_list(most=1)

    assert (len(first.rows), first.note, first.more) == (1, "1 of 2 lines.", "Show more")
    assert next(each.text for each in first.presets if each.value == "pick") == "To pick 2"
    assert (len(desk.work_list(most=2).rows), desk.work_list(most=2).more) == (2, "")
