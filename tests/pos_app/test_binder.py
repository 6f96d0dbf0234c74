"""Intents become operations, and outcomes become words and what is drawn."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pos_app.binder import PATIENCE_MS, Binder
from pos_app.lanes import WorkerLane
from pos_app.operations.registry import Approval, Ask, Asks, Choice, Done, Kind, Outcome, Refused
from pos_app.ui.buttons import FaceButton
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.money import PaymentSheet
from pos_app.ui.sheets.questions import ChoiceSheet, QuestionSheet
from pos_app.views import Screen, StepView, Values
from retail.messages import say
from tests.pos_app.held_lane import HeldLane
from tests.pos_app.small_desk import EMPTIED, SmallDesk, begin, refuse
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands


def test_scan_adds_a_product(binder: Binder, small_desk: SmallDesk, hands: Hands) -> None:
    begin(binder, small_desk)

    hands.scan("7038010009457")

    assert small_desk.calls == [("product.add", {"code": "7038010009457"})]


def test_multiplier_goes_with_the_scan(binder: Binder, small_desk: SmallDesk, hands: Hands) -> None:
    begin(binder, small_desk)

    hands.type("3*")
    hands.scan("7038010009457")

    assert small_desk.calls == [("product.add", {"code": "7038010009457", "quantity": "3"})]


def test_digits_typed_before_a_scan_are_kept_and_named(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)

    hands.type("12")
    hands.scan("7038010009457")

    assert small_desk.calls == [("product.add", {"code": "7038010009457"})]
    assert window.sale.input.text() == "12"
    assert window.sale.strip.text == "Typed 12 kept – press × to use it as quantity."


def test_typed_number_adds_a_product(binder: Binder, small_desk: SmallDesk, hands: Hands) -> None:
    begin(binder, small_desk)

    hands.type("10001")
    hands.key("Enter")

    assert small_desk.calls == [("product.add", {"code": "10001"})]


def test_star_and_a_number_set_the_quantity_of_the_selected_line(
    binder: Binder, small_desk: SmallDesk, hands: Hands
) -> None:
    begin(binder, small_desk, examples.PLAIN)

    hands.type("*5")
    hands.key("Enter")

    assert small_desk.calls == [("line.quantity", {"line": 2, "quantity": "5"})]


def test_refusal_is_said_on_the_strip(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    small_desk.answers["product.add"] = refuse

    hands.scan("7038010009457")

    assert window.sale.strip.text == "That cannot be."


def test_price_is_asked_in_the_input_and_added(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    question = Asks((Ask("price", say("What does Gift basket cost?"), Kind.AMOUNT),))
    small_desk.answers["product.add"] = lambda params, approval: (
        Done(say("Added.")) if "price" in params else question
    )

    hands.scan("7038010009457")
    asked = window.sale.input.placeholderText()
    hands.type("25.50")
    hands.key("Enter")

    assert asked == "What does Gift basket cost?"
    assert small_desk.calls[-1] == ("product.add", {"code": "7038010009457", "price": "25.50"})
    assert window.sale.input.is_empty


def test_question_is_left_with_escape(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    small_desk.answers["product.add"] = lambda params, approval: Asks(
        (Ask("price", say("Price?"), Kind.AMOUNT),)
    )

    hands.scan("7038010009457")
    hands.key("Esc")
    hands.type("10001")
    hands.key("Enter")

    assert small_desk.calls[-1] == ("product.add", {"code": "10001"})


def test_ambiguous_code_is_chosen_from_buttons(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    choices = (Choice("10001", say("Trail shoe 42")), Choice("10002", say("Trail shoe 43")))
    question = Asks((Ask("number", say("Which one is it?"), Kind.CHOICE, choices),))
    small_desk.answers["product.add"] = lambda params, approval: (
        Done(say("Added.")) if "number" in params else question
    )

    hands.scan("7038010009457")
    sheet = window.sale.sheet
    hands.type("2")

    assert isinstance(sheet, ChoiceSheet)
    assert small_desk.calls[-1][1]["number"] == "10002"
    assert window.sale.sheet is None


def test_exact_cash_ends_the_sale_without_another_key(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    balance = StepView("order.balance", {"arrangement": "pay_at_pickup"})
    small_desk.after["tender.cash"] = replace(
        examples.PAID, finishing=(balance, StepView("transaction.conclude"))
    )
    small_desk.after["transaction.conclude"] = EMPTIED
    small_desk.answers["transaction.conclude"] = lambda params, approval: Done(
        say("Saved."), {"transaction": "t1"}
    )

    hands.key("F12")

    assert [operation for operation, _ in small_desk.calls] == [
        "tender.cash",
        "order.balance",
        "transaction.conclude",
    ]
    assert small_desk.calls[0][1] == {"amount": None}
    assert small_desk.printed == ["t1"]
    assert window.sale.strip.text == "Saved."
    assert window.sale.receipt.table.lines == ()


def test_refused_step_stops_before_the_next(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    steps = (StepView("order.balance"), StepView("transaction.conclude"))
    small_desk.after["tender.cash"] = replace(examples.PAID, finishing=steps)
    small_desk.answers["order.balance"] = refuse

    hands.key("F12")

    assert [operation for operation, _ in small_desk.calls] == ["tender.cash", "order.balance"]
    assert window.sale.strip.text == "That cannot be."


def test_failing_printer_is_a_warning_after_the_sale(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    small_desk.receipt = Refused(say("Receipt not printed. Sale is saved."))
    small_desk.after["transaction.conclude"] = EMPTIED
    small_desk.answers["transaction.conclude"] = lambda params, approval: Done(
        say("Saved."), {"transaction": "t1"}
    )

    binder.request("transaction.conclude", {})

    assert window.sale.strip.text == "Receipt not printed. Sale is saved."
    (again,) = window.sale.strip.findChildren(FaceButton, "receipt.print")
    hands.tap(again)
    assert small_desk.calls[-1] == ("receipt.print", {"transaction": "t1"})


def test_a_call_that_takes_long_says_that_it_goes_on_until_it_is_over(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, lane: HeldLane, qtbot: QtBot
) -> None:
    begin(binder, small_desk)
    lane.is_held = True
    binder.dispatch("line.select", {"lines": [1]})
    qtbot.wait_until(lambda: window.sale.strip.text == "Still working …")

    lane.let_go()

    assert window.sale.strip.text == ""


def test_a_call_that_is_quick_says_nothing_of_waiting(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, small_desk)
    binder.dispatch("line.void", {"line": 1})
    qtbot.wait(PATIENCE_MS + 100)

    assert window.sale.strip.text == "Done: line.void."


def test_undecided_rest_opens_the_payment_sheet(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    small_desk.after["tender.cash"] = replace(examples.PAID, finishing=(), undecided=True)

    hands.key("F12")

    assert isinstance(window.sale.sheet, PaymentSheet)


def test_cash_without_an_amount_asks_for_one(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    cash = window.sale.findChildren(QPushButton, "tender.cash@0,1")[0]

    hands.tap(cash)
    hands.type("600")
    hands.key("Enter")

    assert small_desk.calls == [("tender.cash", {"amount": "600"})]


def test_note_button_means_cash_of_that_note(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    note = window.sale.findChildren(QPushButton, "tender.cash@2,1")[0]

    hands.tap(note)

    assert small_desk.calls == [("tender.cash", {"amount": "50"})]


def test_payment_sheet_says_why_it_cannot_conclude(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.key("F10")

    hands.key("Enter")

    assert isinstance(window.sale.sheet, PaymentSheet)
    assert small_desk.calls == []
    assert window.sale.strip.text == "102.70 is still due. Take the payment first."


def test_arrangement_is_chosen_on_the_payment_sheet(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.key("F10")
    sheet = window.sale.sheet
    assert isinstance(sheet, PaymentSheet)

    hands.tap(sheet.arrangements[2])
    hands.tap(sheet.arrangements[1])

    assert small_desk.calls == [("deposit.pay_in_full", {})]
    assert window.sale.strip.text == examples.NO_CARD
    assert window.sale.sheet is sheet


def test_tapped_tender_is_removed(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.key("F10")
    sheet = window.sale.sheet
    assert isinstance(sheet, PaymentSheet)

    sheet.list.taken.emit(0)

    assert small_desk.calls == [("tender.void", {"number": 1})]


def test_sign_in_is_an_operation(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk, replace(examples.EMPTY, screen=Screen.SIGN_IN))
    window.sign_in.choose("000160")

    hands.type("1234")
    hands.key("Enter")

    assert small_desk.calls == [("user.sign_in", {"user": "000160", "pin": "1234"})]


def test_locked_register_is_unlocked_by_its_user(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk, replace(examples.HYBRID, screen=Screen.LOCKED))

    hands.type("1234")
    hands.key("Enter")

    assert small_desk.calls == [("register.unlock", {"user": "000160", "pin": "1234"})]


def test_shift_is_opened_before_anything_else(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk, replace(examples.EMPTY, screen=Screen.OPEN_SHIFT))
    small_desk.after["shift.open"] = examples.EMPTY
    assert isinstance(window.sale.sheet, QuestionSheet)

    hands.key("Esc")
    still_there = window.sale.sheet is not None
    hands.key("Enter")

    assert still_there
    assert small_desk.calls == [("shift.open", {"start": "0"})]
    assert window.sale.sheet is None


def test_what_changed_outside_is_drawn_at_the_next_tick(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, qtbot: QtBot
) -> None:
    begin(binder, small_desk, examples.OFFLINE_SALE)
    small_desk.news = replace(examples.HYBRID, strip=None)

    qtbot.wait_until(lambda: window.sale.header.sync.text() == "Online")

    assert "10021" in window.sale.customer.accessibleName()


def test_fault_nobody_foresaw_is_said_and_the_window_goes_on(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)

    def break_down(params: Values, approval: Approval | None) -> Outcome:
        raise OSError("no space left")

    small_desk.answers["product.add"] = break_down
    hands.scan("7038010009457")
    said = window.sale.strip.text
    del small_desk.answers["product.add"]
    hands.scan("7038010009464")

    assert said.startswith("That did not work, and nothing was changed.")
    assert window.sale.strip.text == "Done: product.add."


def test_real_lane_keeps_the_scans_in_order(
    window: MainWindow, small_desk: SmallDesk, hands: Hands, qtbot: QtBot
) -> None:
    lane, side_lane = WorkerLane("register"), WorkerLane("headquarters")
    binder = Binder(window, small_desk, lane, side_lane)
    binder.start()
    qtbot.wait_until(lambda: binder.view is not None)

    for number in range(10):
        hands.scan(f"703801000{number:04d}")
    qtbot.wait_until(lambda: len(small_desk.calls) == 10)
    lane.close()
    side_lane.close()

    assert [params["code"] for _, params in small_desk.calls] == [
        f"703801000{number:04d}" for number in range(10)
    ]


def test_shift_opened_from_elsewhere_is_not_asked_for(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    begin(binder, small_desk, replace(examples.EMPTY, screen=Screen.OPEN_SHIFT))
    small_desk.after["shift.open"] = examples.EMPTY

    binder.dispatch("shift.open", {})

    assert window.sale.sheet is None
