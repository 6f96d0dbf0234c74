"""Intents become operations, and outcomes become words, sheets and what is drawn."""

# ruff: noqa: F811 -- fixtures are imported by their names

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pos_app.binder import Binder
from pos_app.lanes import InlineLane, WorkerLane
from pos_app.operations.registry import (
    Approval,
    Ask,
    Asks,
    Choice,
    Done,
    Kind,
    NeedsApproval,
    Outcome,
    Refused,
)
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.customers import CustomerSearchSheet, NewCustomerSheet
from pos_app.ui.sheets.delivery import LinePicker, PickUpSheet, ShipSheet
from pos_app.ui.sheets.money import DepositSheet, PaymentSheet
from pos_app.ui.sheets.orders import FindOrderSheet
from pos_app.ui.sheets.places_and_days import AddressSheet, CalendarSheet
from pos_app.ui.sheets.questions import ChoiceSheet, ProductSearchSheet, QuestionSheet, VoidSaleSheet
from pos_app.views import HeadquartersAnswer, SaleView, Screen, StepView, Values
from retail.messages import say
from tests.pos_app.small_desk import SmallDesk
from tests.pos_app.ui import examples
from tests.pos_app.ui.conftest import hands, theme, window  # noqa: F401 -- the window's fixtures
from tests.pos_app.ui.hands import Hands

NOT_SELECTED = replace(
    examples.PLAIN, lines=tuple(replace(line, selected=False) for line in examples.PLAIN.lines)
)
EMPTIED = replace(examples.CONCLUDED, strip=None)


@pytest.fixture
def desk() -> SmallDesk:
    return SmallDesk()


@pytest.fixture
def binder(window: MainWindow, desk: SmallDesk) -> Binder:
    return Binder(window, desk, InlineLane(), InlineLane())


def begin(binder: Binder, desk: SmallDesk, view: SaleView = examples.HYBRID) -> None:
    desk.shown = view
    binder.start()
    desk.calls.clear()


def refuse(params: Values, approval: Approval | None) -> Outcome:
    return Refused(say("That cannot be."))


# ---------------------------------------------------------------- what is typed and scanned


def test_scan_adds_a_product(binder: Binder, desk: SmallDesk, hands: Hands) -> None:
    begin(binder, desk)

    hands.scan("7038010009457")

    assert desk.calls == [("product.add", {"code": "7038010009457"})]


def test_multiplier_goes_with_the_scan(binder: Binder, desk: SmallDesk, hands: Hands) -> None:
    begin(binder, desk)

    hands.type("3*")
    hands.scan("7038010009457")

    assert desk.calls == [("product.add", {"code": "7038010009457", "quantity": "3"})]


def test_digits_typed_before_a_scan_are_kept_and_named(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)

    hands.type("12")
    hands.scan("7038010009457")

    assert desk.calls == [("product.add", {"code": "7038010009457"})]
    assert window.sale.input.text() == "12"
    assert window.sale.strip.text == "Typed 12 kept – press × to use it as quantity."


def test_typed_number_adds_a_product(binder: Binder, desk: SmallDesk, hands: Hands) -> None:
    begin(binder, desk)

    hands.type("10001")
    hands.key("Enter")

    assert desk.calls == [("product.add", {"code": "10001"})]


def test_star_and_a_number_set_the_quantity_of_the_selected_line(
    binder: Binder, desk: SmallDesk, hands: Hands
) -> None:
    begin(binder, desk, examples.PLAIN)

    hands.type("*5")
    hands.key("Enter")

    assert desk.calls == [("line.quantity", {"line": 2, "quantity": "5"})]


def test_refusal_is_said_on_the_strip(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    desk.answers["product.add"] = refuse

    hands.scan("7038010009457")

    assert window.sale.strip.text == "That cannot be."


def test_price_is_asked_in_the_input_and_added(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    question = Asks((Ask("price", "What does Gift basket cost?", Kind.AMOUNT),))
    desk.answers["product.add"] = lambda params, approval: (
        Done(say("Added.")) if "price" in params else question
    )

    hands.scan("7038010009457")
    asked = window.sale.input.placeholderText()
    hands.type("25.50")
    hands.key("Enter")

    assert asked == "What does Gift basket cost?"
    assert desk.calls[-1] == ("product.add", {"code": "7038010009457", "price": "25.50"})
    assert window.sale.input.is_empty


def test_question_is_left_with_escape(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    desk.answers["product.add"] = lambda params, approval: Asks((Ask("price", "Price?", Kind.AMOUNT),))

    hands.scan("7038010009457")
    hands.key("Esc")
    hands.type("10001")
    hands.key("Enter")

    assert desk.calls[-1] == ("product.add", {"code": "10001"})


def test_ambiguous_code_is_chosen_from_buttons(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    choices = (Choice("10001", "Trail shoe 42"), Choice("10002", "Trail shoe 43"))
    question = Asks((Ask("number", "Which one is it?", Kind.CHOICE, choices),))
    desk.answers["product.add"] = lambda params, approval: (
        Done(say("Added.")) if "number" in params else question
    )

    hands.scan("7038010009457")
    sheet = window.sale.sheet
    hands.type("2")

    assert isinstance(sheet, ChoiceSheet)
    assert desk.calls[-1][1]["number"] == "10002"
    assert window.sale.sheet is None


# ---------------------------------------------------------------- delivery


def test_ship_all_is_two_keys(binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow) -> None:
    begin(binder, desk)

    hands.key("F6")
    sheet = window.sale.sheet
    hands.key("Enter")

    assert isinstance(sheet, ShipSheet)
    assert desk.calls == [(
        "order.ship_all",
        {"mode": "ground", "date": "2026-11-24", "from": "HOUSTON", "charge": "0", "address": "a1"},
    )]  # fmt: skip
    assert window.sale.sheet is None


def test_refused_sheet_stays_with_its_reason(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    desk.answers["order.ship_all"] = refuse

    hands.key("F6")
    hands.key("Enter")

    assert isinstance(window.sale.sheet, ShipSheet)
    assert window.sale.sheet.problem.text() == "That cannot be."


def test_closed_sheet_keeps_its_draft(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
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
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, desk)
    hands.key("F6")
    sheet = window.sale.sheet
    assert isinstance(sheet, ShipSheet)

    sheet.mode.choose("express")
    qtbot.wait_until(lambda: bool(desk.previewed))

    assert desk.previewed[-1][1]["mode"] == "express"
    assert sheet.consequence.text() == "Order 1,348.00 · due now 134.80"


def test_ship_selected_takes_the_selected_lines(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk, replace(examples.PLAIN, customer=examples.ANNA))

    hands.key("Shift+F6")
    hands.key("Enter")

    assert desk.calls[-1][0] == "order.ship_selected"
    assert desk.calls[-1][1]["lines"] == [2]


def test_selected_without_a_selection_asks_which_lines(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk, replace(NOT_SELECTED, customer=examples.ANNA))

    hands.key("Shift+F7")
    picker = window.sale.sheet
    assert isinstance(picker, LinePicker)
    picker.list.taken.emit(2)
    picker.list.taken.emit(0)
    hands.key("Enter")
    sheet = window.sale.sheet
    hands.key("Enter")

    assert isinstance(sheet, PickUpSheet)
    assert desk.calls[-1] == (
        "order.pick_up_selected", {"store": "HOUSTON", "date": "2026-11-24", "lines": [1, 3]}
    )  # fmt: skip


def test_order_without_a_customer_finds_one_first_and_goes_on(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk, NOT_SELECTED)
    desk.after["customer.set"] = replace(NOT_SELECTED, customer=examples.ANNA)

    hands.key("F6")
    search = window.sale.sheet
    hands.key("Enter")

    assert isinstance(search, CustomerSearchSheet)
    assert desk.calls == [("customer.set", {"id": "1"})]
    assert isinstance(window.sale.sheet, ShipSheet)


def test_carry_out_has_no_sheet(binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow) -> None:
    begin(binder, desk)

    hands.key("F8")

    assert desk.calls == [("order.carry_out_all", {})]
    assert window.sale.strip.text == "Done: order.carry_out_all."


def test_calendar_gives_its_day_to_the_sheet_below(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
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
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    hands.key("F6")
    below = window.sale.sheet
    assert isinstance(below, ShipSheet)

    hands.tap(below.address)
    sheet = window.sale.sheet
    assert isinstance(sheet, AddressSheet)
    sheet.choose("new")
    hands.type("Torget 9")
    hands.key("Enter")
    hands.key("Enter")

    assert desk.calls[-1][1]["address"] == {"line1": "Torget 9"}


# ---------------------------------------------------------------- customers and articles


def test_customer_is_found_by_name_and_chosen_with_enter(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, desk)

    hands.key("F2")
    hands.type("berg")
    sheet = window.sale.sheet
    assert isinstance(sheet, CustomerSearchSheet)
    hands.key("Down")
    hands.key("Enter")

    assert desk.calls == [("customer.set", {"id": "2"})]


def test_nobody_found_says_how_to_go_on(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    hands.type("berg 55")

    hands.key("F2")
    sheet = window.sale.sheet
    assert isinstance(sheet, CustomerSearchSheet)
    hands.key("Enter")

    assert desk.calls == []
    assert sheet.list.empty_text == "No match for 'berg 55'. Press New customer to add one."
    assert "Nobody is found" in window.sale.strip.text


def test_new_customer_takes_the_name_searched_for(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
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

    operation, params = desk.calls[-1]
    assert operation == "customer.add"
    assert params["name"] == "Ole Moe"
    assert params["phone"] == "55123456"
    assert "addresses" not in params


def test_duplicate_is_offered_while_the_name_is_typed(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, desk)
    binder.request("customer.add", {})
    form = window.sale.sheet
    assert isinstance(form, NewCustomerSheet)

    hands.type("anna")
    qtbot.wait_until(form.match.isVisible)
    hands.tap(form.match)

    assert desk.calls[-1] == ("customer.set", {"id": "1"})


def test_product_is_found_by_name(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, desk)

    hands.key("F3")
    hands.type("trail")
    sheet = window.sale.sheet
    assert isinstance(sheet, ProductSearchSheet)
    qtbot.wait_until(lambda: len(sheet.found) == 3)
    hands.key("Enter")

    assert desk.calls == [("product.add", {"number": "10001"})]


def test_product_that_may_not_be_sold_says_so(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    hands.type("trail")
    hands.key("F3")

    hands.key("Down")
    hands.key("Down")
    hands.key("Enter")

    assert desk.calls == []
    assert window.sale.strip.text == "May not be sold. Put it aside."


# ---------------------------------------------------------------- money


def test_exact_cash_ends_the_sale_without_another_key(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    balance = StepView("order.balance", {"arrangement": "pay_at_pickup"})
    desk.after["tender.cash"] = replace(examples.PAID, finishing=(balance, StepView("transaction.conclude")))
    desk.after["transaction.conclude"] = EMPTIED
    desk.answers["transaction.conclude"] = lambda params, approval: Done(say("Saved."), {"transaction": "t1"})

    hands.key("F12")

    assert [operation for operation, _ in desk.calls] == [
        "tender.cash",
        "order.balance",
        "transaction.conclude",
    ]
    assert desk.calls[0][1] == {"amount": None}
    assert desk.printed == ["t1"]
    assert window.sale.strip.text == "Saved."
    assert window.sale.receipt.table.lines == ()


def test_refused_step_stops_before_the_next(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    steps = (StepView("order.balance"), StepView("transaction.conclude"))
    desk.after["tender.cash"] = replace(examples.PAID, finishing=steps)
    desk.answers["order.balance"] = refuse

    hands.key("F12")

    assert [operation for operation, _ in desk.calls] == ["tender.cash", "order.balance"]
    assert window.sale.strip.text == "That cannot be."


def test_failing_printer_is_a_warning_after_the_sale(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    desk.receipt = Refused(say("Receipt not printed. Sale is saved."))
    desk.after["transaction.conclude"] = EMPTIED
    desk.answers["transaction.conclude"] = lambda params, approval: Done(say("Saved."), {"transaction": "t1"})

    binder.request("transaction.conclude", {})

    assert window.sale.strip.text == "Receipt not printed. Sale is saved."


def test_undecided_rest_opens_the_payment_sheet(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    desk.after["tender.cash"] = replace(examples.PAID, finishing=(), undecided=True)

    hands.key("F12")

    assert isinstance(window.sale.sheet, PaymentSheet)


def test_cash_without_an_amount_asks_for_one(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    cash = window.sale.findChildren(QPushButton, "tender.cash@0,1")[0]

    hands.tap(cash)
    hands.type("600")
    hands.key("Enter")

    assert desk.calls == [("tender.cash", {"amount": "600"})]


def test_note_button_means_cash_of_that_note(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    note = window.sale.findChildren(QPushButton, "tender.cash@2,1")[0]

    hands.tap(note)

    assert desk.calls == [("tender.cash", {"amount": "50"})]


def test_payment_sheet_says_why_it_cannot_conclude(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    hands.key("F10")

    hands.key("Enter")

    assert isinstance(window.sale.sheet, PaymentSheet)
    assert desk.calls == []
    assert window.sale.strip.text == "102.70 is still due. Take the payment first."


def test_arrangement_is_chosen_on_the_payment_sheet(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    hands.key("F10")
    sheet = window.sale.sheet
    assert isinstance(sheet, PaymentSheet)

    hands.tap(sheet.arrangements[2])
    hands.tap(sheet.arrangements[1])

    assert desk.calls == [("deposit.pay_in_full", {})]
    assert window.sale.strip.text == examples.NO_CARD
    assert window.sale.sheet is sheet


def test_tapped_tender_is_removed(binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow) -> None:
    begin(binder, desk)
    hands.key("F10")
    sheet = window.sale.sheet
    assert isinstance(sheet, PaymentSheet)

    sheet.list.taken.emit(0)

    assert desk.calls == [("tender.void", {"number": 1})]


# ---------------------------------------------------------------- approval


def approve(params: Values, approval: Approval | None) -> Outcome:
    if approval is None:
        return NeedsApproval("deposit_override", say("Deposit override"))
    return Done(say("Deposit changed.")) if approval.pin == "4321" else Refused(say("This PIN does not fit."))


def test_approval_completes_the_pending_action(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    desk.answers["deposit.override"] = approve

    hands.key("F9")
    hands.type("50")
    hands.key("Enter")
    sheet = window.sale.sheet
    assert isinstance(sheet, ApprovalSheet)
    sheet.choose("000170")
    hands.type("4321")
    hands.key("Enter")

    assert [params for _, params in desk.calls] == [{"amount": "50", "reason": "Regular customer"}] * 2
    assert desk.approvals == [Approval("000170", "4321")]
    assert window.sale.sheet is None
    assert window.sale.strip.text == "Deposit changed."


def test_wrong_pin_keeps_the_request_and_forgets_the_digits(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    desk.answers["deposit.override"] = approve
    binder.dispatch("deposit.override", {"amount": "50", "reason": "Other"})
    sheet = window.sale.sheet
    assert isinstance(sheet, ApprovalSheet)

    sheet.choose("000170")
    hands.type("0000")
    hands.key("Enter")

    assert window.sale.sheet is sheet
    assert sheet.problem.text() == "This PIN does not fit."
    assert sheet.pad.take() == ""


def test_closed_approval_leaves_the_sheet_that_asked(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    desk.answers["deposit.override"] = approve
    hands.key("F9")
    hands.type("50")
    hands.key("Enter")

    hands.key("Esc")

    assert isinstance(window.sale.sheet, DepositSheet)
    assert window.sale.sheet.amount.text() == "50"


# ---------------------------------------------------------------- orders, voiding, the register itself


def test_orders_found_here_come_first_and_headquarters_on_enter(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    desk.headquarters = HeadquartersAnswer(reached=True)

    hands.key("F4")
    sheet = window.sale.sheet
    assert isinstance(sheet, FindOrderSheet)
    here = (len(sheet.found), sheet.sentence.text())
    hands.type("berg")
    hands.key("Enter")

    assert here == (2, "2 here")
    assert (len(sheet.found), sheet.sentence.text()) == (3, "with HQ")
    assert sheet.detail is not None
    assert sheet.detail.id == "o1"


def test_action_that_is_not_possible_says_why(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)
    hands.key("F4")
    sheet = window.sale.sheet
    assert isinstance(sheet, FindOrderSheet)

    hands.tap(sheet.order_actions[0])

    assert desk.calls == []
    assert window.sale.strip.text == "Wait until HQ has given this order its number."


def test_voiding_the_sale_needs_enter_twice(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk, replace(examples.HYBRID, void_reasons=examples.REASONS))
    binder.request("transaction.void", {})
    assert isinstance(window.sale.sheet, VoidSaleSheet)

    hands.key("Enter")
    once = list(desk.calls)
    hands.key("Enter")

    assert once == []
    assert desk.calls == [("transaction.void", {"reason": "1"})]


def test_voiding_nothing_is_refused(binder: Binder, desk: SmallDesk, window: MainWindow) -> None:
    begin(binder, desk, examples.EMPTY)

    binder.request("transaction.void", {})

    assert window.sale.sheet is None
    assert window.sale.strip.text == "There is no sale to void."


def test_session_sheet_locks_or_signs_off(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)

    hands.tap(window.sale.header.user)
    hands.type("2")

    assert desk.calls == [("user.sign_off", {})]


def test_sign_in_is_an_operation(binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow) -> None:
    begin(binder, desk, replace(examples.EMPTY, screen=Screen.SIGN_IN))
    window.sign_in.choose("000160")

    hands.type("1234")
    hands.key("Enter")

    assert desk.calls == [("user.sign_in", {"user": "000160", "pin": "1234"})]


def test_locked_register_is_unlocked_by_its_user(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk, replace(examples.HYBRID, screen=Screen.LOCKED))

    hands.type("1234")
    hands.key("Enter")

    assert desk.calls == [("register.unlock", {"user": "000160", "pin": "1234"})]


def test_shift_is_opened_before_anything_else(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk, replace(examples.EMPTY, screen=Screen.OPEN_SHIFT))
    desk.after["shift.open"] = examples.EMPTY
    assert isinstance(window.sale.sheet, QuestionSheet)

    hands.key("Esc")
    still_there = window.sale.sheet is not None
    hands.key("Enter")

    assert still_there
    assert desk.calls == [("shift.open", {"start": "0"})]
    assert window.sale.sheet is None


def test_what_changed_outside_is_drawn_at_the_next_tick(
    binder: Binder, desk: SmallDesk, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, desk, examples.OFFLINE_SALE)
    desk.news = replace(examples.HYBRID, strip=None)

    qtbot.wait_until(lambda: window.sale.header.sync.text() == "Online", timeout=2000)

    assert "10021" in window.sale.customer.accessibleName()


def test_fault_nobody_foresaw_is_said_and_the_window_goes_on(
    binder: Binder, desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, desk)

    def break_down(params: Values, approval: Approval | None) -> Outcome:
        raise OSError("no space left")

    desk.answers["product.add"] = break_down
    hands.scan("7038010009457")
    said = window.sale.strip.text
    del desk.answers["product.add"]
    hands.scan("7038010009464")

    assert said.startswith("That did not work, and nothing was changed.")
    assert window.sale.strip.text == "Done: product.add."


def test_real_lane_keeps_the_scans_in_order(
    window: MainWindow, desk: SmallDesk, hands: Hands, qtbot: QtBot
) -> None:
    lane, side_lane = WorkerLane("register"), WorkerLane("headquarters")
    binder = Binder(window, desk, lane, side_lane)
    binder.start()
    qtbot.wait_until(lambda: binder.view is not None)

    for number in range(10):
        hands.scan(f"703801000{number:04d}")
    qtbot.wait_until(lambda: len(desk.calls) == 10)
    lane.close()
    side_lane.close()

    assert [params["code"] for _, params in desk.calls] == [f"703801000{number:04d}" for number in range(10)]


def test_shift_opened_from_elsewhere_is_not_asked_for(
    binder: Binder, desk: SmallDesk, window: MainWindow
) -> None:
    begin(binder, desk, replace(examples.EMPTY, screen=Screen.OPEN_SHIFT))
    desk.after["shift.open"] = examples.EMPTY

    binder.dispatch("shift.open", {})

    assert window.sale.sheet is None
