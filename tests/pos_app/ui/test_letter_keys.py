"""Letters on the screen: there for fingers in a field of words, and for nobody else."""

import pytest

from pos_app.binder import Binder
from pos_app.ui.buttons import FaceButton
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.new_customer import NewCustomerSheet
from pos_app.ui.sheets.sheet import Sheet
from tests.pos_app.small_desk import SmallDesk, begin
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands


@pytest.fixture
def sheet(binder: Binder, window: MainWindow, small_desk: SmallDesk, hands: Hands) -> NewCustomerSheet:
    """The sheet of a new customer, opened by a finger."""
    begin(binder, small_desk, examples.PLAIN)
    hands.tap(button_of(window, "New customer"))
    made = window.sale.sheet
    assert isinstance(made, NewCustomerSheet)
    return made


def button_of(window: MainWindow, name: str) -> FaceButton:
    return next(
        each for each in window.findChildren(FaceButton) if each.isVisible() and each.accessibleName() == name
    )


def press(window: MainWindow, hands: Hands, *names: str) -> None:
    for name in names:
        hands.tap(button_of(window.sale.writing.letters, name))  # type: ignore[arg-type]  # any widget has children


def test_a_name_is_written_by_fingers_and_begins_each_word_with_a_capital(
    sheet: NewCustomerSheet, window: MainWindow, hands: Hands
) -> None:
    press(window, hands, "O", "l", "e", "Space", "M", "o", "o", "Erase", "e", "Next field", "5", "5")

    assert sheet.full_name.text() == "Ole Moe"
    assert sheet.phone.text() == "55"
    assert sheet.phone.hasFocus()


def test_capitals_are_one_key_away(sheet: NewCustomerSheet, window: MainWindow, hands: Hands) -> None:
    press(window, hands, "Capitals", "b", "Capitals", "B", "\u00e5")

    assert sheet.full_name.text() == "bB\u00e5"


def test_a_real_key_takes_the_letters_away_and_a_finger_brings_them_back(
    sheet: NewCustomerSheet, window: MainWindow, hands: Hands
) -> None:
    shown = window.sale.writing.letters.isVisible()
    hands.type("O")
    hidden = window.sale.writing.letters.isHidden()
    hands.tap(button_of(window, "Organization"))
    sheet.full_name.setFocus()

    assert (shown, hidden, window.sale.writing.letters.isVisible()) == (True, True, True)
    assert sheet.full_name.text() == "O"


def test_they_go_with_the_sheet(sheet: NewCustomerSheet, window: MainWindow, hands: Hands) -> None:
    hands.tap(sheet.close_button)

    assert window.sale.writing.letters.isHidden()


@pytest.mark.parametrize("operation", ["deposit.override", "order.ship_all"])
def test_a_sheet_of_numbers_has_keys_of_its_own(
    operation: str, binder: Binder, window: MainWindow, small_desk: SmallDesk, hands: Hands
) -> None:
    begin(binder, small_desk)
    window.sale.writing.by_touch(by_touch=True)
    binder.request(operation, {})
    opened = window.sale.sheet
    assert isinstance(opened, Sheet)
    hands.tap(button_of(window, "5"))

    assert window.sale.writing.letters.isHidden()


def test_keys_alone_bring_no_letters(
    binder: Binder, window: MainWindow, small_desk: SmallDesk, hands: Hands
) -> None:
    begin(binder, small_desk)
    hands.key("F2")

    assert window.sale.sheet is not None
    assert window.sale.writing.letters.isHidden()
