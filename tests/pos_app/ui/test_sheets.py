"""Sheets gather answers: defaults that fit, words for what does not, nothing lost when closed."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from pos_app.ui.buttons import FaceButton
from pos_app.ui.main_window import MainWindow
from pos_app.ui.pin_pad import PinPad
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.delivery import LinePicker, PickUpSheet, ShipSheet
from pos_app.ui.sheets.fields import open_from
from pos_app.ui.sheets.money import DepositSheet
from pos_app.ui.sheets.new_customer import NewCustomerSheet
from pos_app.ui.sheets.places_and_days import AddressSheet, CalendarSheet, read_day
from pos_app.ui.sheets.questions import HOLD_MS, VoidSaleSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.theme import Theme
from pos_app.views import PreviewView
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands

TODAY = date(2026, 11, 21)


def shown(window: MainWindow, sheet: Sheet) -> None:
    window.show_sale(examples.HYBRID)
    window.sale.open_sheet(sheet)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2411", date(2026, 11, 24)),
        ("24.11.", date(2026, 11, 24)),
        ("24/11", date(2026, 11, 24)),
        ("2011", date(2027, 11, 20)),
        ("3002", None),
        ("11", None),
        ("nonsense", None),
    ],
)
def test_typed_day_is_the_next_such_day(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


def test_closed_day_leads_to_the_next_open_one() -> None:
    assert open_from(date(2026, 11, 29), examples.DAYS) == date(2026, 11, 30)


def test_calendar_refuses_a_closed_day_and_names_the_next(theme: Theme, qtbot: QtBot) -> None:
    sheet = CalendarSheet(theme, "Ship date", examples.DAYS, examples.DAYS.chosen)
    qtbot.add_widget(sheet)

    sheet.choose(date(2026, 11, 29))

    assert sheet.problem.text() == "Closed on Sun 29 Nov 2026. The next open day is Mon 30 Nov 2026."
    assert sheet.day == examples.DAYS.chosen


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 11, 20), "too early"), (date(2028, 1, 4), "too far ahead")],
)
def test_calendar_refuses_a_day_out_of_bounds(day: date, words: str, theme: Theme, qtbot: QtBot) -> None:
    sheet = CalendarSheet(theme, "Ship date", examples.DAYS, examples.DAYS.chosen)
    qtbot.add_widget(sheet)

    sheet.choose(day)

    assert words in sheet.problem.text()


def test_calendar_moves_by_weeks_and_pages(window: MainWindow, hands: Hands) -> None:
    sheet = CalendarSheet(window.theme, "Ship date", examples.DAYS, examples.DAYS.chosen)
    shown(window, sheet)

    hands.key("Down")
    after_down = sheet.day
    hands.key("PgDown")

    assert after_down == date(2026, 12, 1)
    assert "28 Dec 2026" in sheet.month.text()


def test_ship_sheet_gives_its_defaults(theme: Theme, qtbot: QtBot) -> None:
    sheet = ShipSheet(theme, examples.SHIP, (1, 3))
    qtbot.add_widget(sheet)

    assert sheet.params() == {
        "mode": "ground", "date": "2026-11-24", "from": "HOUSTON", "charge": "0", "lines": [1, 3],
        "address": "a1", "type": "order",
    }  # fmt: skip


def test_mode_that_does_not_fit_says_why(theme: Theme, qtbot: QtBot) -> None:
    sheet = ShipSheet(theme, examples.SHIP, ())
    qtbot.add_widget(sheet)

    with qtbot.wait_signal(sheet.refused) as refused:
        sheet.mode.choose("bulky")

    assert refused.args == ["Bulky goods go from the west warehouse only."]
    assert sheet.mode.value == "ground"


def test_shipment_without_an_address_starts_there(window: MainWindow) -> None:
    sheet = ShipSheet(window.theme, replace(examples.SHIP, addresses=(), address=""), ())
    shown(window, sheet)

    assert window.focusWidget() is sheet.address
    assert sheet.address.text() == "Choose an address"


def test_draft_of_a_day_that_has_passed_is_not_restored(theme: Theme, qtbot: QtBot) -> None:
    sheet = PickUpSheet(theme, examples.PICK_UP, ())
    qtbot.add_widget(sheet)

    sheet.restore({"store": "HOUSTON", "date": "2026-11-01", "collector": "Ole"})

    assert sheet.params() == {
        "store": "HOUSTON",
        "date": "2026-11-24",
        "collector": "Ole",
        "type": "order",
    }


def test_picker_needs_a_line(theme: Theme, qtbot: QtBot) -> None:
    sheet = LinePicker(theme, examples.LINES, "Ship")
    qtbot.add_widget(sheet)

    with qtbot.wait_signal(sheet.refused) as refused:
        sheet.submit()

    assert refused.args == ["Tap at least one line first."]


def test_picker_says_what_a_line_was_and_will_be(theme: Theme, qtbot: QtBot) -> None:
    sheet = LinePicker(theme, examples.LINES, "Ship")
    qtbot.add_widget(sheet)

    sheet.list.taken.emit(2)

    assert sheet.list.rows[2].detail == "Pick up Sun 22 Nov → Ship"
    assert sheet.list.rows[0].detail == "Ship Tue 24 Nov"


def test_new_address_needs_a_street_or_a_city(theme: Theme, qtbot: QtBot) -> None:
    sheet = AddressSheet(theme, (), "")
    qtbot.add_widget(sheet)

    with qtbot.assert_not_emitted(sheet.address_chosen):
        sheet.submit()

    assert sheet.problem.text() == "An address needs a street or a city. Type one of them."


def test_share_is_applied_as_the_amount_it_comes_to(theme: Theme, qtbot: QtBot) -> None:
    sheet = DepositSheet(theme, examples.DEPOSIT)
    qtbot.add_widget(sheet)
    sheet.percent.setText("4")
    sheet.percent.textEdited.emit("4")
    asked = sheet.params()

    sheet.show_preview(PreviewView("Deposit 124.90 → 49.96", "", {"amount": "49.96"}))
    with qtbot.wait_signal(sheet.submitted) as submitted:
        sheet.submit()

    assert asked == {"reason": "Regular customer", "percent": "4"}
    assert submitted.args == [{"amount": "49.96", "reason": "Regular customer"}]


def test_deposit_without_an_amount_is_not_sent(theme: Theme, qtbot: QtBot) -> None:
    sheet = DepositSheet(theme, examples.DEPOSIT)
    qtbot.add_widget(sheet)

    with qtbot.assert_not_emitted(sheet.submitted):
        sheet.submit()

    assert sheet.problem.text() == "Type the new deposit, as an amount or in percent."


def test_digit_keys_type_where_the_covered_pad_cannot(window: MainWindow, hands: Hands) -> None:
    sheet = DepositSheet(window.theme, examples.DEPOSIT)
    shown(window, sheet)

    for key in sheet.keys.findChildren(type(sheet.primary))[:3]:
        hands.tap(key)

    assert sheet.amount.text() == "123"


def test_customer_with_an_address_sends_it(theme: Theme, qtbot: QtBot) -> None:
    sheet = NewCustomerSheet(theme, examples.CUSTOMER_FORM)
    qtbot.add_widget(sheet)
    sheet.full_name.setText("Ole Moe")
    sheet.address["line1"].setText("Storgata 1")
    sheet.purpose.choose("Business")

    assert sheet.params()["addresses"] == [{"purpose": "Business", "line1": "Storgata 1"}]


def test_customer_form_that_is_not_allowed_says_why(theme: Theme, qtbot: QtBot) -> None:
    view = replace(examples.CUSTOMER_FORM, why_not="Headquarters does not answer. Try again later.")
    sheet = NewCustomerSheet(theme, view)
    qtbot.add_widget(sheet)

    with qtbot.wait_signal(sheet.refused) as refused, qtbot.assert_not_emitted(sheet.submitted):
        sheet.submit()

    assert refused.args == ["Headquarters does not answer. Try again later."]


def test_draft_of_a_customer_is_filled_in_again(theme: Theme, qtbot: QtBot) -> None:
    first = NewCustomerSheet(theme, examples.CUSTOMER_FORM)
    qtbot.add_widget(first)
    first.full_name.setText("Ole Moe")
    first.email.setText("ole@example.org")
    first.address["city"].setText("Bergen")

    second = NewCustomerSheet(theme, examples.CUSTOMER_FORM)
    qtbot.add_widget(second)
    second.restore(first.draft())

    assert second.params() == first.params()


def test_void_button_is_held_not_tapped(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    sheet = VoidSaleSheet(window.theme, examples.REASONS, "2,705.00")
    shown(window, sheet)

    with qtbot.assert_not_emitted(sheet.submitted, wait=HOLD_MS + 200):
        hands.tap(sheet.primary)
    with qtbot.wait_signal(sheet.submitted, timeout=HOLD_MS * 3):
        sheet.primary.pressed.emit()


def test_pin_keeps_eight_digits_and_forgets_them_when_taken(theme: Theme, qtbot: QtBot) -> None:
    pad = PinPad(theme)
    qtbot.add_widget(pad)

    pad.type_text("12ab345678999")
    first = pad.take()

    assert first == "12345678"
    assert pad.take() == ""
    assert "1" not in pad.dots.accessibleName().replace("digits", "")


def test_tab_stays_on_the_sheet(window: MainWindow, hands: Hands) -> None:
    sheet = PickUpSheet(window.theme, examples.PICK_UP, ())
    shown(window, sheet)

    seen = set()
    for _ in range(12):
        hands.key("Tab")
        focused = window.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        seen.add(focused)

    assert len(seen) == 8  # the two stores are one stop


def test_approval_that_nobody_gives_is_left_after_ninety_seconds(theme: Theme, qtbot: QtBot) -> None:
    sheet = ApprovalSheet(theme, examples.APPROVAL)
    qtbot.add_widget(sheet)
    patience = sheet.findChildren(QTimer)

    waiting = [timer for timer in patience if timer.interval() == 90_000 and timer.isActive()]
    with qtbot.wait_signal(sheet.closed):
        waiting[0].setInterval(1)


def test_arrows_move_the_day_over_closed_ones_and_enter_takes_it(window: MainWindow, hands: Hands) -> None:
    sheet = CalendarSheet(window.theme, "Ship date", examples.DAYS, date(2026, 11, 28))
    shown(window, sheet)
    taken: list[date] = []
    sheet.day_chosen.connect(taken.append)
    next(cell for cell in sheet.cells if cell.chosen).setFocus()

    hands.key("Right")
    after_sunday = sheet.day
    focused = sheet.focusWidget()
    hands.key("Left")
    before_sunday = sheet.day
    hands.key("Enter")

    assert isinstance(focused, FaceButton)
    assert (after_sunday, focused.text()) == (date(2026, 11, 30), "30")
    assert before_sunday == date(2026, 11, 28)
    assert taken == [date(2026, 11, 28)]
