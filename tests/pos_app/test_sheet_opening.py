"""Sheets gather what an operation asks, with the desk's defaults, and their answers are dispatched."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pos_app.binder import Binder
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.customers import CustomerSearchSheet
from pos_app.ui.sheets.delivery import LinePicker, PickUpSheet, ShipSheet
from pos_app.ui.sheets.new_customer import NewCustomerSheet
from pos_app.ui.sheets.places_and_days import AddressSheet, CalendarSheet
from pos_app.ui.sheets.questions import ProductSearchSheet
from pos_app.views import CustomerRowView, FoundCustomersView
from tests.pos_app.small_desk import NOT_SELECTED, SmallDesk, begin, refuse
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands


def test_ship_all_is_two_keys(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)

    hands.key("F6")
    sheet = window.sale.sheet
    hands.key("Enter")

    assert isinstance(sheet, ShipSheet)
    assert small_desk.calls == [(
        "order.ship_all",
        {"mode": "ground", "date": "2026-11-24", "from": "HOUSTON", "charge": "0", "address": "a1", "type": "order"},
    )]  # fmt: skip
    assert window.sale.sheet is None


def test_refused_sheet_stays_with_its_reason(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    small_desk.answers["order.ship_all"] = refuse

    hands.key("F6")
    hands.key("Enter")

    assert isinstance(window.sale.sheet, ShipSheet)
    assert window.sale.sheet.problem.text() == "That cannot be."


def test_closed_sheet_keeps_its_draft(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.key("F6")
    assert isinstance(window.sale.sheet, ShipSheet)
    window.sale.sheet.mode.choose("express")
    window.sale.sheet.charge.setText("49.00")

    hands.key("Esc")
    hands.key("F6")

    assert isinstance(window.sale.sheet, ShipSheet)
    assert window.sale.sheet.params()["mode"] == "express"
    assert window.sale.sheet.params()["charge"] == "49.00"


def test_change_on_a_sheet_shows_what_it_would_do(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, small_desk)
    hands.key("F6")
    sheet = window.sale.sheet
    assert isinstance(sheet, ShipSheet)

    sheet.mode.choose("express")
    qtbot.wait_until(lambda: bool(small_desk.previewed))

    assert small_desk.previewed[-1][1]["mode"] == "express"
    assert sheet.consequence.text() == "Order 1,348.00 · due now 134.80"


def test_ship_selected_takes_the_selected_lines(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk, replace(examples.PLAIN, customer=examples.ANNA))

    hands.key("Shift+F6")
    hands.key("Enter")

    assert small_desk.calls[-1][0] == "order.ship_selected"
    assert small_desk.calls[-1][1]["lines"] == [2]


def test_selected_without_a_selection_asks_which_lines(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk, replace(NOT_SELECTED, customer=examples.ANNA))

    hands.key("Shift+F7")
    picker = window.sale.sheet
    assert isinstance(picker, LinePicker)
    picker.list.taken.emit(2)
    picker.list.taken.emit(0)
    hands.key("Enter")
    sheet = window.sale.sheet
    hands.key("Enter")

    assert isinstance(sheet, PickUpSheet)
    assert small_desk.calls[-1] == (
        "order.pick_up_selected", {"store": "HOUSTON", "date": "2026-11-24", "type": "order", "lines": [1, 3]}
    )  # fmt: skip


def test_order_without_a_customer_finds_one_first_and_goes_on(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk, NOT_SELECTED)
    small_desk.after["customer.set"] = replace(NOT_SELECTED, customer=examples.ANNA)

    hands.key("F6")
    search = window.sale.sheet
    hands.key("Enter")

    assert isinstance(search, CustomerSearchSheet)
    assert small_desk.calls == [("customer.set", {"id": "1"})]
    assert isinstance(window.sale.sheet, ShipSheet)


def test_carry_out_has_no_sheet(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)

    hands.key("F8")

    assert small_desk.calls == [("order.carry_out_all", {})]
    assert window.sale.strip.text == "Done: order.carry_out_all."


def test_calendar_gives_its_day_to_the_sheet_below(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.key("F7")
    below = window.sale.sheet
    assert isinstance(below, PickUpSheet)

    hands.tap(below.day.shown)
    calendar = window.sale.sheet
    assert isinstance(calendar, CalendarSheet)
    calendar.typed.setFocus()
    hands.type("0112")
    hands.key("Enter")

    assert window.sale.sheet is below
    assert below.params()["date"] == "2026-12-01"


def test_other_address_goes_with_the_shipment(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.key("F6")
    below = window.sale.sheet
    assert isinstance(below, ShipSheet)

    hands.tap(below.address)
    sheet = window.sale.sheet
    assert isinstance(sheet, AddressSheet)
    sheet.choose("once")
    hands.type("Torget 9")
    hands.key("Enter")
    hands.key("Enter")

    assert small_desk.calls[-1][1]["address"] == {"line1": "Torget 9"}


def test_a_new_address_is_given_to_the_customer_first(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.key("F6")
    below = window.sale.sheet
    assert isinstance(below, ShipSheet)
    hands.tap(below.address)
    sheet = window.sale.sheet
    assert isinstance(sheet, AddressSheet)

    sheet.choose("new")
    hands.type("Torget 9")
    hands.key("Enter")

    assert small_desk.calls[-1] == ("customer.add_address", {"address": {"line1": "Torget 9"}})
    assert window.sale.sheet is below


def test_customer_is_found_by_name_and_chosen_with_enter(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, small_desk)

    hands.key("F2")
    hands.type("berg")
    sheet = window.sale.sheet
    assert isinstance(sheet, CustomerSearchSheet)
    hands.key("Down")
    hands.key("Enter")

    assert small_desk.calls == [("customer.set", {"id": "2"})]


def test_nobody_found_says_how_to_go_on(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.type("berg 55")

    hands.key("F2")
    sheet = window.sale.sheet
    assert isinstance(sheet, CustomerSearchSheet)
    hands.key("Enter")

    assert small_desk.calls == []
    assert sheet.list.empty_text == "No match for 'berg 55'. Press New customer to add one."
    assert "Nobody is found" in window.sale.strip.text


def test_new_customer_takes_the_name_searched_for(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.key("F2")
    hands.type("Ole Moe")
    search = window.sale.sheet
    assert isinstance(search, CustomerSearchSheet)

    hands.tap(search.new)
    form = window.sale.sheet
    assert isinstance(form, NewCustomerSheet)
    form.phone.setFocus()
    hands.type("55123456")
    hands.key("Enter")

    operation, params = small_desk.calls[-1]
    assert operation == "customer.add"
    assert params["name"] == "Ole Moe"
    assert params["phone"] == "55123456"
    assert "addresses" not in params


def test_duplicate_is_offered_while_the_name_is_typed(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, small_desk)
    binder.request("customer.add", {})
    form = window.sale.sheet
    assert isinstance(form, NewCustomerSheet)

    hands.type("anna")
    qtbot.wait_until(form.match.isVisible)
    hands.tap(form.match)

    assert small_desk.calls[-1] == ("customer.set", {"id": "1"})


def test_all_stores_are_searched_when_asked_and_nothing_that_is_in_sight_moves(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.type("berg")
    hands.key("F2")
    sheet = window.sale.sheet
    assert isinstance(sheet, CustomerSearchSheet)
    sheet.list.step(1)
    before, row = sheet.list.rows, sheet.list.row

    hands.tap(sheet.everywhere)

    assert small_desk.asked_customers == ["berg"]
    assert sheet.list.rows[:-1] == before
    assert (sheet.list.rows[-1].text, sheet.list.row) == ("Berg Kari", row)
    sheet.box.setText("ber")
    hands.tap(sheet.everywhere)
    assert small_desk.asked_customers == ["berg"]
    assert "at least four characters" in window.sale.strip.text


def test_a_duplicate_says_in_what_it_is_alike(window: MainWindow, qtbot: QtBot) -> None:
    sheet = NewCustomerSheet(window.theme, examples.CUSTOMER_FORM)
    qtbot.add_widget(sheet)
    with qtbot.wait_signal(sheet.searched) as searched:
        sheet.email.textEdited.emit("anna@example.com")
    assert searched.args == [sheet.params()]

    row = CustomerRowView("1", "Anna Berg", "10021", matched="Same e-mail")
    sheet.show_found(FoundCustomersView((row,), is_alike=True))
    assert sheet.match.text() == "Same e-mail: Anna Berg 10021  \u2013  use this one"
    sheet.show_found(FoundCustomersView(()))
    assert not sheet.match.isVisibleTo(sheet)


def test_product_is_found_by_name(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, small_desk)

    hands.key("F3")
    hands.type("trail")
    sheet = window.sale.sheet
    assert isinstance(sheet, ProductSearchSheet)
    qtbot.wait_until(lambda: len(sheet.found) == 3)
    hands.key("Enter")

    assert small_desk.calls == [("product.add", {"number": "10001"})]


def test_product_that_may_not_be_sold_says_so(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.type("trail")
    hands.key("F3")

    hands.key("Down")
    hands.key("Down")
    hands.key("Enter")

    assert small_desk.calls == []
    assert window.sale.strip.text == "May not be sold. Put it aside."
