"""The window and the real desk together, on real files: what a cashier does, from sign-in to the printed receipt."""

import pytest

from channel_db.engine import open_journal
from pos_app.binder import Binder
from pos_app.operations.known import REGISTRY
from pos_app.register.desk import RegisterDesk
from pos_app.resources import resource
from pos_app.ui.buttons import FaceButton
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.delivery import PickUpSheet, ShipSheet
from pos_app.ui.sheets.money import PaymentSheet
from pos_app.ui.sheets.new_customer import NewCustomerSheet
from pos_app.ui.sheets.orders import FindOrderSheet
from pos_app.ui.sheets.questions import QuestionSheet, VoidSaleSheet
from pos_app.ui.sheets.sync_centre import SyncCentreSheet
from pos_app.views import Screen, Severity
from tests.fixtures.fix_register import ANNA, PINS, Register, Shop
from tests.pos_app.inline_lane import InlineLane
from tests.pos_app.ui.hands import Hands
from tests.ux.lint import lint

SHOE, SOCK, TEA, LAMP = "4006381333931", "7038010009457", "5000159407236", "96385074"


@pytest.fixture
def desk(shop: Shop) -> RegisterDesk:
    """The desk of a register where nobody is signed in yet, with the layout that comes with the program."""
    return desk_of(shop.open())


def desk_of(register: Register) -> RegisterDesk:
    layout = resource("layouts", "standard.json")
    return RegisterDesk(register.session, REGISTRY, layout, lambda: None, lambda: None)


@pytest.fixture
def binder(window: MainWindow, desk: RegisterDesk) -> Binder:
    made = Binder(window, desk, InlineLane(), InlineLane())
    made.start()
    return made


@pytest.fixture
def at_work(binder: Binder, window: MainWindow, hands: Hands) -> Binder:
    """The cashier is signed in and has opened the shift with an empty till."""
    sign_in(window, hands, "cashier")
    hands.key("Enter")
    return binder


def sign_in(window: MainWindow, hands: Hands, user: str) -> None:
    window.sign_in.choose(user)
    hands.type(PINS[user])
    hands.key("Enter")


def shown(window: MainWindow) -> list[str]:
    return [line.name for line in window.sale.receipt.table.lines]


def strip_button(window: MainWindow, operation: str) -> FaceButton:
    found = window.sale.strip.findChildren(FaceButton, operation)
    visible = [button for button in found if button.isVisible()]
    assert len(visible) == 1, f"{operation} is not on the strip"
    return visible[0]


def test_a_line_is_struck_without_a_dialog_and_comes_back_by_the_button_on_the_strip(
    at_work: Binder, window: MainWindow, hands: Hands
) -> None:
    hands.scan(SHOE)
    hands.scan(SOCK)
    hands.key("Del")
    assert shown(window) == ["Trail shoe"]

    hands.tap(strip_button(window, "cart.undo"))

    assert shown(window) == ["Trail shoe", "Merino sock"]
    assert window.sale.strip.text == "Undone: Void line."
    hands.tap(strip_button(window, "cart.redo"))
    assert shown(window) == ["Trail shoe"]


def test_keys_undo_and_redo_several_steps(at_work: Binder, window: MainWindow, hands: Hands) -> None:
    for code in (SHOE, SOCK):
        hands.scan(code)

    hands.key("Ctrl+Z")
    hands.key("Ctrl+Z")
    assert shown(window) == []
    hands.key("Ctrl+Z")
    assert window.sale.strip.text == "There is nothing to undo. Only changes of the open sale can be undone."
    hands.key("Ctrl+Y")
    hands.key("Ctrl+Y")

    assert shown(window) == ["Trail shoe", "Merino sock"]


def test_several_struck_lines_are_one_step(at_work: Binder, window: MainWindow, hands: Hands) -> None:
    for code in (SHOE, SOCK, SHOE):
        hands.scan(code)
    at_work.dispatch("line.select", {"lines": [1, 2]})
    hands.key("Del")
    assert shown(window) == ["Trail shoe"]

    hands.key("Ctrl+Z")

    assert shown(window) == ["Trail shoe", "Merino sock", "Trail shoe"]


def test_typing_on_a_sheet_is_taken_back_on_the_sheet(
    at_work: Binder, window: MainWindow, hands: Hands
) -> None:
    hands.scan(SHOE)
    at_work.request("customer.add", {})
    hands.type("Ole")
    hands.key("Ctrl+Z")

    assert shown(window) == ["Trail shoe"]


def test_the_indicator_opens_the_sync_centre_and_what_is_done_there_shows_at_once(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    shop.line.state = "offline"
    hands.scan(SHOE)
    hands.key("F12")
    hands.tap(window.sale.header.sync)
    sheet = window.sale.sheet
    assert isinstance(sheet, SyncCentreSheet)
    assert [row.text for row in sheet.list.rows] == ["Sale  HOUSTON-1-000001"]

    hands.tap(sheet.line)

    assert window.sale.sheet is sheet
    assert sheet.line.text() == "Work online"
    assert window.sale.header.sync.text() == "Offline (by Cashier) · 1"
    hands.key("Esc")
    hands.tap(window.sale.header.sync)
    assert window.sale.strip.text == "Online again. What waited is being sent."
    assert window.sale.sheet is None


def test_an_order_that_needs_somebody_is_shown_from_the_sync_centre(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    shop.line.state = "offline"
    hands.scan(SHOE)
    at_work.dispatch("customer.set", {"id": ANNA})
    hands.key("F7")
    hands.key("Enter")
    hands.key("F12")
    (entry,) = at_work.desk.sync_centre().waiting
    journal = open_journal(shop.folder, shop.clock)
    journal.park(entry.id, "no such store")
    journal.close()

    at_work.request("sync.centre", {})
    sheet = window.sale.sheet
    assert isinstance(sheet, SyncCentreSheet)
    hands.tap(sheet.show_order)

    assert isinstance(window.sale.sheet, FindOrderSheet)
    assert window.sale.sheet.box.text() == "L-HOUSTON-1-00001"


def amount(binder: Binder) -> tuple[str, str]:
    assert binder.view is not None
    return binder.view.totals.caption, binder.view.totals.amount


def test_signing_in_opens_the_shift_first(binder: Binder, window: MainWindow, hands: Hands) -> None:
    sign_in(window, hands, "cashier")
    asked = window.sale.sheet
    hands.key("Enter")

    assert isinstance(asked, QuestionSheet)
    assert window.screen_shown is Screen.SALE
    assert window.sale.sheet is None
    assert lint(window) == []


def test_wrong_pin_is_refused_in_words(binder: Binder, window: MainWindow, hands: Hands) -> None:
    window.sign_in.choose("cashier")

    hands.type("000000")
    hands.key("Enter")

    assert window.screen_shown is Screen.SIGN_IN
    assert "PIN" in window.sign_in.accessibleDescription()


def test_three_scans_and_exact_cash_are_a_sale(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    for code in (SHOE, SOCK, SOCK):
        hands.scan(code)
    before = amount(at_work)

    hands.key("F12")

    assert before == ("To pay", "180.00")
    assert amount(at_work)[0] == "Change"
    assert window.sale.receipt.table.lines == ()
    assert len(shop.printer.printed) == 1
    assert window.sale.strip.message is not None
    assert window.sale.strip.message.severity is Severity.OK


def test_change_is_shown_until_the_next_scan(at_work: Binder, window: MainWindow, hands: Hands) -> None:
    hands.scan(SOCK)
    hands.type("50")
    hands.key("F12")
    after_sale = amount(at_work)

    hands.scan(SHOE)

    assert after_sale == ("Change", "10.00")
    assert amount(at_work) == ("To pay", "100.00")


def test_pickup_order_of_a_new_customer_offline(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    shop.line.state = "offline"
    hands.scan(SHOE)
    hands.scan(SOCK)

    at_work.request("customer.add", {})
    assert isinstance(window.sale.sheet, NewCustomerSheet)
    hands.type("Ole Moe")
    hands.key("Enter")
    card = window.sale.customer.accessibleName()
    hands.key("F7")
    sheet = window.sale.sheet
    assert isinstance(sheet, PickUpSheet)
    hands.key("Enter")
    due = amount(at_work)
    hands.key("F12")

    assert card == "Customer Ole Moe, Pending sync"
    assert due[1] == "14.00"
    assert window.sale.receipt.table.lines == ()
    assert "L-HOUSTON-1-00001" in window.sale.strip.text
    assert len(shop.printer.printed) == 1
    assert lint(window) == []


def test_price_that_must_be_keyed_in_is_asked_for(at_work: Binder, window: MainWindow, hands: Hands) -> None:
    hands.type("OPEN")
    hands.key("Enter")
    asked = window.sale.input.placeholderText()
    hands.type("12.50")
    hands.key("Enter")

    assert asked == "What does Flowers cost?"
    assert amount(at_work) == ("To pay", "12.50")


def test_ambiguous_code_is_chosen(at_work: Binder, window: MainWindow, hands: Hands) -> None:
    hands.scan(TEA)
    hands.type("2")

    assert [line.name for line in window.sale.receipt.table.lines] == ["Tea, green"]


@pytest.mark.parametrize("code", [LAMP, "4006381333932", "12345678"])
def test_code_that_cannot_be_sold_is_refused_and_the_next_one_works(
    code: str, at_work: Binder, window: MainWindow, hands: Hands
) -> None:
    hands.scan(code)
    refused = window.sale.strip.message
    hands.scan(SHOE)

    assert refused is not None
    assert refused.severity is Severity.ERROR
    assert [line.name for line in window.sale.receipt.table.lines] == ["Trail shoe"]


def test_deposit_override_is_approved_by_somebody_else(
    at_work: Binder, window: MainWindow, hands: Hands
) -> None:
    hands.scan(SHOE)
    hands.key("F2")
    hands.type("anna")
    hands.key("Enter")
    hands.key("F7")
    hands.key("Enter")

    hands.key("F9")
    hands.type("5")
    hands.key("Enter")
    sheet = window.sale.sheet
    assert isinstance(sheet, ApprovalSheet)
    faults = lint(window)
    sheet.choose("manager")
    hands.type(PINS["manager"])
    hands.key("Enter")

    assert faults == []
    assert window.sale.sheet is None
    assert amount(at_work)[1] == "5.00"


def test_shipment_without_a_card_is_paid_in_full(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    hands.scan(SHOE)
    hands.key("F2")
    hands.type("anna")
    hands.key("Enter")
    hands.key("F6")
    asked = window.sale.sheet
    hands.key("Enter")
    hands.key("F12")

    sheet = window.sale.sheet
    assert isinstance(asked, ShipSheet)
    assert isinstance(sheet, PaymentSheet)
    faults = lint(window)
    full = next(each for each in sheet.arrangements if "full" in each.text())
    hands.tap(full)
    hands.key("F12")

    assert faults == []
    assert window.sale.receipt.table.lines == ()
    assert len(shop.printer.printed) == 1


def test_order_is_found_again_and_its_actions_say_why_not(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    shop.line.state = "offline"
    test_pickup_order_of_a_new_customer_offline(at_work, window, hands, shop)

    hands.key("F4")
    hands.type("moe")
    sheet = window.sale.sheet
    assert isinstance(sheet, FindOrderSheet)

    assert sheet.detail is not None
    assert sheet.detail.customer == "Ole Moe"
    assert all(action.why_not for action in sheet.detail.actions if action.operation not in REGISTRY)
    assert lint(window) == []


def test_sale_is_voided_with_a_reason(at_work: Binder, window: MainWindow, hands: Hands) -> None:
    hands.scan(SHOE)
    at_work.request("transaction.void", {})
    assert isinstance(window.sale.sheet, VoidSaleSheet)

    hands.key("Enter")
    hands.key("Enter")

    assert window.sale.receipt.table.lines == ()
    assert window.sale.strip.text == "Sale voided."


def test_locked_register_keeps_the_sale(at_work: Binder, window: MainWindow, hands: Hands) -> None:
    hands.scan(SHOE)
    hands.key("Ctrl+L")
    locked = window.screen_shown
    hands.type(PINS["cashier"])
    hands.key("Enter")

    assert locked is Screen.LOCKED
    assert window.screen_shown is Screen.SALE
    assert [line.name for line in window.sale.receipt.table.lines] == ["Trail shoe"]


def test_layout_that_comes_with_the_program_is_sound_and_shown(at_work: Binder, window: MainWindow) -> None:
    assert [page.name for page in at_work.view.pages] == ["Orders", "Sale", "Manager", "Till"]  # type: ignore[union-attr]


def test_paper_out_is_a_warning_after_the_sale(
    at_work: Binder, window: MainWindow, hands: Hands, shop: Shop
) -> None:
    shop.printer.is_empty = True
    hands.scan(SOCK)

    hands.key("F12")

    assert window.sale.receipt.table.lines == ()
    assert window.sale.strip.message is not None
    assert window.sale.strip.message.severity is Severity.WARNING
