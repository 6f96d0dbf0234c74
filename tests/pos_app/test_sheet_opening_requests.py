"""Approvals, orders found again, voiding and the session: sheets that ask a person for more than data."""

from dataclasses import replace

from pos_app.binder import Binder
from pos_app.operations.registry import Approval, Done, NeedsApproval, Outcome, Refused
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.money import DepositSheet
from pos_app.ui.sheets.orders import FindOrderSheet
from pos_app.ui.sheets.questions import VoidSaleSheet
from pos_app.views import HeadquartersAnswer, Values
from retail.messages import say
from tests.pos_app.small_desk import SmallDesk, begin
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands


def approve(params: Values, approval: Approval | None) -> Outcome:
    if approval is None:
        return NeedsApproval("deposit_override", say("Deposit override"))
    return Done(say("Deposit changed.")) if approval.pin == "4321" else Refused(say("This PIN does not fit."))


def test_approval_completes_the_pending_action(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    small_desk.answers["deposit.override"] = approve

    hands.key("F9")
    hands.type("50")
    hands.key("Enter")
    sheet = window.sale.sheet
    assert isinstance(sheet, ApprovalSheet)
    sheet.choose("000170")
    hands.type("4321")
    hands.key("Enter")

    assert [params for _, params in small_desk.calls] == [{"amount": "50", "reason": "Regular customer"}] * 2
    assert small_desk.approvals == [Approval("000170", "4321")]
    assert window.sale.sheet is None
    assert window.sale.strip.text == "Deposit changed."


def test_wrong_pin_keeps_the_request_and_forgets_the_digits(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    small_desk.answers["deposit.override"] = approve
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
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    small_desk.answers["deposit.override"] = approve
    hands.key("F9")
    hands.type("50")
    hands.key("Enter")

    hands.key("Esc")

    assert isinstance(window.sale.sheet, DepositSheet)
    assert window.sale.sheet.amount.text() == "50"


def test_orders_found_here_come_first_and_headquarters_on_enter(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    small_desk.headquarters = HeadquartersAnswer(reached=True)

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
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)
    hands.key("F4")
    sheet = window.sale.sheet
    assert isinstance(sheet, FindOrderSheet)

    hands.tap(next(each for each in sheet.order_actions if each.text() == "Return"))

    assert small_desk.calls == []
    assert window.sale.strip.text == ("Nothing of this order was handed out yet. Cancel or edit it instead.")


def test_voiding_the_sale_needs_enter_twice(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk, replace(examples.HYBRID, void_reasons=examples.REASONS))
    binder.request("transaction.void", {})
    assert isinstance(window.sale.sheet, VoidSaleSheet)

    hands.key("Enter")
    once = list(small_desk.calls)
    hands.key("Enter")

    assert once == []
    assert small_desk.calls == [("transaction.void", {"reason": "1"})]


def test_voiding_nothing_is_refused(binder: Binder, small_desk: SmallDesk, window: MainWindow) -> None:
    begin(binder, small_desk, examples.EMPTY)

    binder.request("transaction.void", {})

    assert window.sale.sheet is None
    assert window.sale.strip.text == "There is no sale to void. Scan or type an item first."


def test_session_sheet_locks_or_signs_off(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    begin(binder, small_desk)

    hands.tap(window.sale.header.user)
    hands.type("2")

    assert small_desk.calls == [("user.sign_off", {})]
