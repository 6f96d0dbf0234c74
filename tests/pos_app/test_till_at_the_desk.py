"""Cash is moved and shifts are counted at the window: each sheet asks what its step needs, and says what is missing."""

import pytest

from pos_app.operations.registry import Done
from pos_app.register.figures import shift_figures
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.closing import CloseShiftSheet, DeclareSheet
from pos_app.ui.sheets.questions import QuestionSheet
from pos_app.ui.sheets.tills import ManageShiftsSheet, MovementSheet
from pos_app.views import Screen
from tests.fixtures.fix_register import PINS, SETTINGS, Shop, staff_row
from tests.pos_app.acting_till import Till


@pytest.fixture
def free(till: Till, shop: Shop) -> Till:
    """Whoever is at the register may do what managers may."""
    rights = {"rights": staff_row("manager")["rights"]}
    shop.publish(SETTINGS, staff={"cashier": staff_row("cashier") | rights})
    return till


def movement(till: Till, operation: str) -> MovementSheet:
    till.binder.request(operation, {})
    sheet = till.window.sale.sheet
    assert isinstance(sheet, MovementSheet)
    return sheet


def expected(till: Till) -> object:
    return shift_figures(till.register.session)["expected"]


def test_a_float_is_counted_into_the_till_by_its_sheet(till: Till) -> None:
    sheet = movement(till, "till.float")
    till.hands.key("Enter")
    assert sheet.problem.text() == "Type how much cash it is."
    assert not sheet.bag.isVisible()
    till.hands.type("50")

    till.hands.key("Enter")

    assert till.words == "Put into the till: 50.00."
    assert till.window.sale.sheet is None
    assert expected(till) == {"cash": 5000}


def test_a_bank_drop_asks_for_its_bag_and_a_removal_for_its_reason(free: Till) -> None:
    movement(free, "till.float").amount.setText("90")
    free.hands.key("Enter")
    drop = movement(free, "till.bank_drop")
    assert drop.amount.text() == ""
    drop.amount.setText("40")
    free.hands.key("Enter")
    assert drop.problem.text() == "Type the number of the bag."
    drop.bag.setText("4711")
    free.hands.key("Enter")
    removal = movement(free, "till.remove")
    removal.amount.setText("50.01")
    free.hands.key("Enter")
    assert removal.problem.text() == "Type what the cash is for."
    removal.reason.setText("Stamps")
    free.hands.key("Enter")
    assert "50.01 is more than the till should hold." in removal.problem.text()
    removal.amount.setText("50")
    free.hands.key("Enter")

    assert expected(free) == {"cash": 0}


def test_who_may_not_take_cash_out_has_it_approved_with_amount_and_reason_in_sight(till: Till) -> None:
    movement(till, "till.float").amount.setText("90")
    till.hands.key("Enter")
    removal = movement(till, "till.remove")
    removal.amount.setText("20")
    removal.reason.setText("Stamps")
    till.hands.key("Enter")
    asked = till.window.sale.sheet
    assert isinstance(asked, ApprovalSheet)
    assert [(each.label, each.value) for each in asked.view.facts] == [
        ("Amount", "20.00 USD"), ("Reason", "Stamps")]  # fmt: skip

    till.hands.type(PINS["manager"])
    till.hands.key("Enter")

    assert till.words == "Taken out of the till: 20.00."
    assert till.window.sale.sheet is None
    assert expected(till) == {"cash": 7000}


def test_a_shift_closed_blind_is_counted_and_closed_while_the_next_one_is_open(free: Till) -> None:
    free.binder.request("shift.manage", {})
    assert free.words == "No shift waits to be counted. Only one that was closed blind does."
    free.binder.request("shift.close_blind", {})
    assert free.window.sale.sheet is not None
    assert free.window.sale.sheet.operation == "shift.open"
    free.hands.type("30")
    free.hands.key("Enter")
    assert free.window.screen_shown is Screen.SALE
    free.binder.request("shift.manage", {})
    sheet = free.window.sale.sheet
    assert isinstance(sheet, ManageShiftsSheet)
    free.hands.tap(sheet.primary)
    assert "Declare its tenders first" in free.words
    free.hands.tap(sheet.start)
    start = free.window.sale.sheet
    assert isinstance(start, QuestionSheet)
    start.field.setText("12")
    free.hands.key("Enter")
    assert sheet.list.rows[0].value_detail == "start amount 12.00"
    free.hands.tap(sheet.count)
    count = free.window.sale.sheet
    assert isinstance(count, DeclareSheet)
    count.field.setText("11")
    free.hands.key("Enter")
    assert free.window.sale.sheets[-1] is sheet
    assert sheet.list.rows[0].value == "11.00"

    free.hands.tap(sheet.primary)

    assert free.words == "Shift closed. 1.00 of cash is missing."
    assert free.window.sale.sheets == []
    assert expected(free) == {"cash": 3000}


def test_what_was_declared_stands_in_the_sheet_that_closes_the_shift(till: Till) -> None:
    outcome, _ = till.binder.desk.dispatch("shift.declare", {"counted": {"cash": "12.50"}})
    assert isinstance(outcome, Done)

    till.binder.request("shift.close", {})

    sheet = till.window.sale.sheet
    assert isinstance(sheet, CloseShiftSheet)
    assert sheet.field.text() == "12.50"


@pytest.mark.parametrize("operation", ["shift.close", "shift.close_blind"])
def test_the_next_shift_is_asked_for_as_soon_as_one_has_ended(free: Till, operation: str) -> None:
    counted = {"counted": {"cash": "0"}} if operation == "shift.close" else {}

    free.binder.request(operation, counted)

    assert free.window.sale.sheet is not None
    assert free.window.sale.sheet.operation == "shift.open"


def test_before_the_next_shift_is_opened_the_one_that_was_closed_blind_may_be_counted(free: Till) -> None:
    free.binder.request("shift.close_blind", {})
    asked = free.window.sale.sheets[-1]
    manage = asked.findChild(FaceButton, "manage-shifts")
    assert manage is not None
    free.hands.tap(manage)
    free.hands.tap(free.window.sale.sheets[-1].findChildren(FaceButton, "count")[0])
    count = free.window.sale.sheets[-1]
    assert isinstance(count, DeclareSheet)
    count.field.setText("0")
    free.hands.key("Enter")
    assert [each.operation for each in free.window.sale.sheets] == ["shift.open", "shift.finish"]
    free.hands.key("Enter")
    assert free.words == "Shift closed. The cash is as expected."
    assert free.window.sale.sheets == [asked]

    free.hands.type("30")
    free.hands.key("Enter")

    assert free.window.sale.sheet is None
    assert expected(free) == {"cash": 3000}


def test_a_register_without_a_shift_to_count_offers_none(free: Till) -> None:
    free.binder.request("shift.close", {"counted": {"cash": "0"}})

    assert free.window.sale.sheets[-1].findChild(FaceButton, "manage-shifts") is None
