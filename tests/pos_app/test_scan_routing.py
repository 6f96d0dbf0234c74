"""Every code is handled once or refused aloud, whatever is on the screen; none waits for another customer."""

from dataclasses import replace

import pytest

from pos_app.binder import Binder
from pos_app.devices.sounds import Sound
from pos_app.operations.registry import Approval, NeedsApproval, Outcome, Refused
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.customers import CustomerSearchSheet
from pos_app.ui.sheets.delivery import LinePicker
from pos_app.ui.sheets.money import DepositSheet
from pos_app.ui.sheets.orders import FindOrderSheet
from pos_app.views import SaleView, Screen, Severity, Values
from retail.messages import say
from tests.pos_app.held_lane import HeldLane
from tests.pos_app.small_desk import SmallDesk
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands

EAN = "7038010009457"
ORDER = "L-HOUSTON-1-00045"


def begin(binder: Binder, desk: SmallDesk, view: SaleView = examples.PLAIN) -> None:
    desk.shown = view
    binder.start()
    desk.calls.clear()


def refuse(params: Values, approval: Approval | None) -> Outcome:
    return Refused(say("Unknown code. Search for the item by name."))


# ---------------------------------------------------------------- refused aloud


def test_locked_register_refuses_aloud(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands, sounds: list[str]
) -> None:
    begin(binder, small_desk, replace(examples.PLAIN, screen=Screen.LOCKED))

    hands.scan(EAN)

    assert small_desk.calls == []
    assert sounds == [Sound.REJECT]
    assert window.sign_in.accessibleDescription() == f"Not added: {EAN} – sign in or unlock first."


def test_open_approval_refuses_aloud(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands, sounds: list[str]
) -> None:
    begin(binder, small_desk)
    window.sale.open_sheet(ApprovalSheet(window.theme, examples.APPROVAL))

    hands.scan(EAN)

    assert small_desk.calls == []
    assert sounds == [Sound.REJECT]
    assert window.sale.strip.text == f"Not added: {EAN} – finish or close the approval first."


def test_register_without_a_shift_refuses_aloud(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands, sounds: list[str]
) -> None:
    begin(binder, small_desk, replace(examples.EMPTY, screen=Screen.OPEN_SHIFT))

    hands.scan(EAN)

    assert small_desk.calls == []
    assert sounds == [Sound.REJECT]
    assert window.sale.strip.text == f"Not added: {EAN} – open the shift first."


@pytest.mark.parametrize("operation", ["tender.cash", "transaction.conclude", "transaction.void"])
def test_code_scanned_while_a_sale_is_being_ended_never_reaches_the_next_one(
    operation: str, binder: Binder, small_desk: SmallDesk, window: MainWindow, lane: HeldLane, hands: Hands,
    sounds: list[str],
) -> None:  # fmt: skip
    begin(binder, small_desk)
    lane.is_held = True
    binder.dispatch(operation, {})

    hands.scan(EAN)
    refused = window.sale.strip.text
    lane.let_go()

    assert [called for called, _ in small_desk.calls] == [operation]
    assert sounds == [Sound.REJECT]
    assert refused == f"Not added: {EAN} – payment is running."
    hands.scan(EAN)
    assert small_desk.calls[-1] == ("product.add", {"code": EAN})


def test_payment_that_fails_no_longer_runs(
    binder: Binder, small_desk: SmallDesk, hands: Hands, sounds: list[str]
) -> None:
    def break_down(params: Values, approval: Approval | None) -> Outcome:
        raise OSError("the disk is gone")

    begin(binder, small_desk)
    small_desk.answers["tender.cash"] = break_down
    binder.dispatch("tender.cash", {})

    hands.scan(EAN)

    assert small_desk.calls[-1] == ("product.add", {"code": EAN})
    assert sounds == []


def test_unknown_code_is_refused_aloud_and_the_next_good_one_goes_on(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands, sounds: list[str]
) -> None:
    begin(binder, small_desk)
    small_desk.answers["product.add"] = refuse
    hands.scan("12345678")
    message = window.sale.strip.message
    del small_desk.answers["product.add"]

    hands.scan(EAN)

    assert message is not None
    assert (message.severity, message.text) == (Severity.ERROR, "Unknown code. Search for the item by name.")
    assert sounds == [Sound.REJECT]
    assert window.sale.strip.message is not None
    assert window.sale.strip.message.severity is Severity.OK


# ---------------------------------------------------------------- badges


def test_badge_says_who_signs_in_and_the_pin_proves_it(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands, sounds: list[str]
) -> None:
    begin(binder, small_desk, replace(examples.PLAIN, screen=Screen.SIGN_IN))

    hands.scan("STAFF-000160")
    hands.type("1234")
    hands.key("Enter")

    assert small_desk.calls == [("user.sign_in", {"user": "000160", "pin": "1234"})]
    assert sounds == []


def test_badge_says_who_approves(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    begin(binder, small_desk)
    sheet = ApprovalSheet(window.theme, examples.APPROVAL)
    window.sale.open_sheet(sheet)

    hands.scan("STAFF-000172")

    assert sheet.user == "000172"
    assert small_desk.calls == []


def test_badge_for_an_approval_that_is_gone_chooses_nobody(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, lane: HeldLane, hands: Hands
) -> None:
    begin(binder, small_desk)
    sheet = ApprovalSheet(window.theme, examples.APPROVAL)
    window.sale.open_sheet(sheet)
    lane.is_held = True

    hands.scan("STAFF-000172")
    before = sheet.user
    window.sale.close_sheet(sheet)
    lane.let_go()

    assert sheet.user == before


# ---------------------------------------------------------------- where codes go


def test_order_code_opens_the_order_and_leaves_what_is_typed(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    begin(binder, small_desk)
    hands.type("12")

    hands.scan(ORDER)

    assert isinstance(window.sale.sheet, FindOrderSheet)
    assert window.sale.sheet.box.text() == ORDER
    assert window.sale.input.text() == "12"


def test_order_code_replaces_a_search_that_is_open(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    begin(binder, small_desk)
    binder.opening.orders.find()
    hands.type("berg")
    binder.opening.customer_search()

    hands.scan(ORDER)

    assert isinstance(window.sale.sheet, FindOrderSheet)
    assert window.sale.sheet.box.text() == ORDER
    assert len(window.sale.sheets) == 1


def test_order_code_waits_for_a_sheet_that_holds_work(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands, sounds: list[str]
) -> None:
    begin(binder, small_desk)
    sheet = DepositSheet(window.theme, examples.DEPOSIT)
    window.sale.open_sheet(sheet)

    hands.scan(ORDER)

    assert window.sale.sheet is sheet
    assert sounds == [Sound.REJECT]
    assert window.sale.strip.text == f"Order {ORDER} scanned – finish or close this sheet first."


def test_typed_order_number_opens_the_order_too(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    begin(binder, small_desk)

    hands.type(ORDER)
    hands.key("Enter")

    assert isinstance(window.sale.sheet, FindOrderSheet)


def test_item_goes_to_the_sale_from_an_open_search(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    begin(binder, small_desk)
    sheet = CustomerSearchSheet(window.theme)
    window.sale.open_sheet(sheet)

    hands.scan(EAN)

    assert small_desk.calls == [("product.add", {"code": EAN})]
    assert sheet.box.text() == ""


def test_item_scanned_at_the_line_picker_picks_its_lines_one_after_the_other(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, hands: Hands
) -> None:
    begin(binder, small_desk)
    small_desk.picked = [1, 2]
    nothing = tuple(replace(line, selected=False) for line in examples.LINES)
    sheet = LinePicker(window.theme, nothing, "Ship")
    window.sale.open_sheet(sheet)
    picked = []

    for _ in range(3):
        hands.scan(EAN)
        picked.append(sheet.picked_in_order())

    assert picked == [[1], [1, 2], []]
    assert small_desk.calls == []


def test_item_for_a_line_picker_that_is_gone_picks_nothing(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, lane: HeldLane, hands: Hands
) -> None:
    begin(binder, small_desk)
    sheet = LinePicker(window.theme, examples.LINES, "Ship")
    before = sheet.picked_in_order()
    window.sale.open_sheet(sheet)
    lane.is_held = True

    hands.scan(EAN)
    window.sale.close_sheet(sheet)
    lane.let_go()

    assert sheet.picked_in_order() == before
    assert small_desk.calls == []


def need_approval(params: Values, approval: Approval | None) -> Outcome:
    return NeedsApproval("deposit_override", say("Deposit override"))


def test_needed_approval_is_heard(binder: Binder, small_desk: SmallDesk, sounds: list[str]) -> None:
    begin(binder, small_desk)
    small_desk.answers["deposit.override"] = need_approval

    binder.dispatch("deposit.override", {"amount": "5"})

    assert sounds == [Sound.APPROVAL]
