"""A card at the window: F11, the card sheet while the terminal decides, and nothing scanned meanwhile."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from pos_app.binder import Binder
from pos_app.operations.known import REGISTRY
from pos_app.register.desk import RegisterDesk
from pos_app.resources import resource
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.cards import CardSheet
from pos_app.ui.sheets.closing import CloseShiftSheet
from pos_app.ui.sheets.money import PaymentSheet
from pos_app.ui.sheets.questions import ChoiceSheet
from pos_app.views import Screen
from tests.fixtures.fix_register import ANNA, PINS, Register, Shop, at_work
from tests.pos_app.held_lane import HeldLane
from tests.pos_app.inline_lane import InlineLane
from tests.pos_app.ui.hands import Hands

SHOE, SOCK = "4006381333931", "7038010009457"


@pytest.fixture
def at_desk(shop: Shop) -> Register:
    return at_work(shop)


@pytest.fixture
def lane() -> HeldLane:
    return HeldLane()


@pytest.fixture
def binder(window: MainWindow, at_desk: Register, lane: HeldLane) -> Binder:
    layout = resource("layouts", "standard.json")
    desk = RegisterDesk(at_desk.session, REGISTRY, layout, lambda: None, lambda: None)
    made = Binder(window, desk, lane, InlineLane())
    made.start()
    return made


def card_sheet(window: MainWindow) -> CardSheet:
    sheet = window.sale.sheet
    assert isinstance(sheet, CardSheet)
    return sheet


def has_no_sheet(window: MainWindow) -> bool:
    return window.sale.sheet is None


def test_three_scans_and_f11_sell(binder: Binder, hands: Hands, window: MainWindow, shop: Shop) -> None:
    for code in (SHOE, SOCK, SOCK):
        hands.scan(code)
    hands.key("F11")

    assert shop.terminal.money_minor == 18000
    assert has_no_sheet(window)
    assert len(shop.printer.printed) == 1


def test_typed_digits_are_what_the_card_pays(binder: Binder, hands: Hands, shop: Shop) -> None:
    hands.scan(SOCK)
    hands.type("15")
    hands.key("F11")

    assert shop.terminal.money_minor == 1500


def test_while_the_terminal_decides_the_sheet_waits_and_no_scan_is_taken(
    binder: Binder, hands: Hands, window: MainWindow, lane: HeldLane, shop: Shop
) -> None:
    hands.scan(SOCK)
    lane.is_held = True
    hands.key("F11")

    sheet = card_sheet(window)
    assert sheet.is_waiting
    assert sheet.amount.text() == "40.00"
    hands.key("Esc")
    hands.scan(SHOE)
    assert window.sale.strip.text == f"Not added: {SHOE} – payment is running."
    hands.tap(sheet.cancel)
    assert shop.terminal.cancelled == 1
    assert window.sale.sheet is sheet

    lane.let_go()

    assert has_no_sheet(window)
    assert shop.terminal.money_minor == 4000


def test_a_declined_card_is_said_and_the_sale_goes_on(
    binder: Binder, hands: Hands, window: MainWindow, shop: Shop
) -> None:
    hands.scan(SOCK)
    shop.terminal.next = ["declined"]

    hands.key("F11")

    assert has_no_sheet(window)
    assert window.sale.strip.text.startswith("The card was declined: 40.00 was not taken.")


def test_an_unclear_payment_is_checked_before_anything_else(
    binder: Binder, hands: Hands, window: MainWindow, shop: Shop
) -> None:
    hands.scan(SOCK)
    shop.terminal.next = ["lost", "silent", "silent"]
    hands.key("F11")
    sheet = card_sheet(window)
    assert not sheet.is_waiting
    assert "does not say what became of 40.00" in sheet.problem.text()
    hands.scan(SHOE)
    assert "payment is running" in window.sale.strip.text

    hands.key("Enter")
    assert card_sheet(window) is sheet
    assert "Check that it is on" in sheet.problem.text()
    hands.key("Enter")

    assert has_no_sheet(window)
    assert (shop.terminal.money_minor, len(shop.printer.printed)) == (4000, 1)


def test_going_on_without_knowing_takes_an_approval(
    binder: Binder, hands: Hands, window: MainWindow, shop: Shop
) -> None:
    hands.scan(SOCK)
    shop.terminal.next = ["lost", "silent"]
    hands.key("F11")

    hands.tap(card_sheet(window).unpaid)
    assert isinstance(window.sale.sheet, ApprovalSheet)
    hands.type(PINS["manager"])
    hands.key("Enter")

    assert has_no_sheet(window)
    assert binder.view is not None
    assert binder.view.totals.amount == "40.00"


def test_a_start_in_the_middle_of_a_card_shows_what_is_unclear(
    window: MainWindow, shop: Shop, at_desk: Register, hands: Hands
) -> None:
    at_desk.do("product.add", number="B")
    shop.terminal.next = ["lost", "silent", "silent"]
    at_desk.ask("tender.card")

    again = at_work(shop)
    desk = RegisterDesk(again.session, REGISTRY, None, lambda: None, lambda: None)
    Binder(window, desk, InlineLane(), InlineLane()).start()

    assert not card_sheet(window).is_waiting
    hands.key("Enter")
    assert shop.terminal.money_minor == 4000


def test_cash_then_a_card_for_the_rest_places_an_order(
    binder: Binder, hands: Hands, window: MainWindow, at_desk: Register, shop: Shop
) -> None:
    """Cash for the deposit, and the tap on the card that pays the rest ends the sale."""
    binder.dispatch("customer.set", {"id": ANNA})
    hands.scan(SHOE)
    hands.key("F6")
    hands.key("Enter")
    hands.key("F12")

    sheet = window.sale.sheet
    assert isinstance(sheet, PaymentSheet)
    binder.dispatch("order.balance", {"arrangement": "card_on_file"}, sheet)

    document = at_desk.session.journal.last_transaction()
    assert document is not None
    assert document.order is not None
    assert document.order.card is not None


def test_what_is_owed_is_refunded_with_one_key(
    binder: Binder, hands: Hands, window: MainWindow, at_desk: Register
) -> None:
    hands.scan(SHOE)
    hands.scan(SOCK)
    hands.type("100")
    hands.key("F12")
    binder.dispatch("line.void", {"line": 1})
    assert binder.view is not None
    assert (binder.view.totals.caption, binder.view.totals.amount) == ("Refund", "60.00")
    assert [each.operation for each in binder.view.tender_buttons[:3]] == [
        "tender.refund_cash",
        "tender.refund_cash",
        "tender.refund_card",
    ]

    hands.key("F12")

    assert at_desk.session.cart is None
    document = at_desk.session.journal.last_transaction()
    assert document is not None
    assert [each.tendered_minor for each in document.tenders] == [10000, -6000]


def test_a_sale_is_set_aside_and_taken_up_by_key(
    binder: Binder, hands: Hands, window: MainWindow, at_desk: Register
) -> None:
    hands.key("Ctrl+R")
    assert (
        window.sale.strip.text
        == "No sale is suspended on this register. Look at the register where it was suspended."
    )
    hands.scan(SOCK)
    hands.key("Ctrl+S")
    assert at_desk.session.cart is None
    hands.key("Ctrl+R")
    sheet = window.sale.sheet
    assert isinstance(sheet, ChoiceSheet)
    [button] = sheet.buttons.values()
    assert (button.text(), button.detail) == ("Sale of 10:00", "1 item · 40.00 · 10:00")

    hands.type("1")

    assert has_no_sheet(window)
    assert at_desk.session.cart is not None


def test_the_shift_is_counted_and_closed_and_the_next_one_is_asked_for(
    binder: Binder, hands: Hands, window: MainWindow, at_desk: Register, qtbot: object
) -> None:
    hands.scan(SOCK)
    hands.key("F12")
    binder.request("shift.close", {})
    sheet = window.sale.sheet
    assert isinstance(sheet, CloseShiftSheet)
    hands.key("Enter")
    assert "Type how much cash" in sheet.problem.text()
    hands.type("33")
    sheet.changed.emit(sheet.params())
    assert sheet.consequence.text() == "Expected 40.00 · short by 7.00"

    hands.key("Enter")

    assert binder.view is not None
    assert binder.view.screen is Screen.OPEN_SHIFT
    assert at_desk.session.shift is None


def test_the_words_of_a_count(binder: Binder) -> None:
    for cash, words in (("0", "as counted"), ("5", "over by 5.00"), ("ten", "")):
        preview = binder.desk.preview("shift.close", {"counted": {"cash": cash}})
        assert words in preview.consequence
        assert bool(preview.problem) == (not words)


def test_a_button_of_the_terminal_takes_what_was_typed_in_the_payment_sheet(
    binder: Binder, hands: Hands, window: MainWindow, shop: Shop
) -> None:
    hands.scan(SOCK)
    hands.key("F10")
    sheet = window.sale.sheet
    assert isinstance(sheet, PaymentSheet)
    hands.type("15")
    card: QPushButton = sheet.tenders[2]
    hands.tap(card)

    assert shop.terminal.money_minor == 1500
    assert binder.view is not None
    assert [each.text for each in binder.view.tenders] == ["Card Visa 4242"]
    assert replace(binder.view.totals).amount == "25.00"
