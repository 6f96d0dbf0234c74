"""Keys: digits go to the input from anywhere, function keys to their button, Esc one step back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.input_field import Entry
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.customers import CustomerSearchSheet
from pos_app.ui.sheets.questions import ChoiceSheet
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands


@pytest.fixture
def requested(window: MainWindow) -> list[tuple[str, dict[str, object]]]:
    found: list[tuple[str, dict[str, object]]] = []
    window.sale.operation_requested.connect(lambda operation, params: found.append((operation, dict(params))))
    return found


@pytest.fixture
def entered(window: MainWindow) -> list[Entry]:
    found: list[Entry] = []
    window.sale.entry_committed.connect(found.append)
    return found


def test_typed_digits_belong_to_the_input_whatever_has_the_focus(
    window: MainWindow, hands: Hands, entered: list[Entry]
) -> None:
    window.show_sale(examples.PLAIN)
    window.sale.receipt.table.setFocus()

    hands.type("10001")
    hands.key("Enter")

    assert entered == [Entry("10001")]


def test_typing_into_a_field_of_a_sheet_stays_there(window: MainWindow, hands: Hands) -> None:
    window.show_sale(examples.EMPTY)
    sheet = CustomerSearchSheet(window.theme)
    window.sale.open_sheet(sheet)

    hands.type("berg 55")

    assert sheet.box.text() == "berg 55"
    assert isinstance(window.focusWidget(), QLineEdit)


def test_multiplier_is_the_quantity_of_the_next_entry(
    window: MainWindow, hands: Hands, entered: list[Entry]
) -> None:
    window.show_sale(examples.EMPTY)

    hands.type("3*10001")
    hands.key("Enter")

    assert entered == [Entry("10001", "3")]


def test_star_first_sets_the_quantity_of_the_line_meant(
    window: MainWindow, hands: Hands, entered: list[Entry]
) -> None:
    window.show_sale(examples.PLAIN)

    hands.type("*5")
    hands.key("Enter")

    assert entered == [Entry("5", "", sets_quantity=True)]


def test_quantity_of_five_digits_is_refused_so_that_no_barcode_becomes_one(
    window: MainWindow, hands: Hands
) -> None:
    window.show_sale(examples.EMPTY)

    hands.type("12345*")

    assert window.sale.strip.text == "A quantity is a whole number of at most 4 digits. Type it again."
    assert window.sale.input.text() == "12345"


def test_enter_on_an_empty_input_does_nothing(
    window: MainWindow, hands: Hands, entered: list[Entry], requested: list[tuple[str, dict[str, object]]]
) -> None:
    window.show_sale(examples.PLAIN)
    window.sale.setFocus()

    hands.key("Enter")

    assert entered == []
    assert requested == []


@pytest.mark.parametrize(
    ("key", "operation"),
    [
        ("F2", "customer.search"), ("F3", "product.search"), ("F4", "order.find"), ("F6", "order.ship_all"),
        ("Shift+F6", "order.ship_selected"), ("F7", "order.pick_up_all"), ("Shift+F7", "order.pick_up_selected"),
        ("F8", "order.carry_out_all"), ("Shift+F8", "order.carry_out_selected"), ("F9", "deposit.override"),
        ("F10", "payment.open"), ("Ctrl+L", "register.lock"),
    ],
)  # fmt: skip
def test_key_asks_for_its_operation(
    key: str, operation: str, window: MainWindow, hands: Hands, requested: list[tuple[str, dict[str, object]]]
) -> None:
    window.show_sale(examples.PLAIN)

    hands.key(key)

    assert requested == [(operation, {})]


def test_f12_takes_cash_exactly(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sale(examples.PLAIN)

    with qtbot.wait_signal(window.sale.tender_pressed) as pressed:
        hands.key("F12")

    assert pressed.args[0].params == {"amount": None}
    assert pressed.args[1] == ""


def test_f12_takes_the_amount_typed(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sale(examples.PLAIN)
    hands.type("3000")

    with qtbot.wait_signal(window.sale.tender_pressed) as pressed:
        hands.key("F12")

    assert pressed.args[1] == "3000"
    assert window.sale.input.text() == ""


def test_key_of_an_unavailable_button_says_why(
    window: MainWindow, hands: Hands, requested: list[tuple[str, dict[str, object]]]
) -> None:
    window.show_sale(examples.EMPTY)

    hands.key("F11")

    assert window.sale.strip.text == examples.NO_CARD
    assert requested == []


def test_delete_voids_the_selected_lines(
    window: MainWindow, hands: Hands, requested: list[tuple[str, dict[str, object]]]
) -> None:
    window.show_sale(examples.PLAIN)

    hands.key("Del")

    assert requested == [("line.void", {"line": 2})]


def test_escape_takes_back_one_step_at_a_time(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sale(examples.PLAIN)
    selections: list[list[int]] = []
    window.sale.selection_wanted.connect(selections.append)
    hands.type("3*12")

    hands.key("Esc")
    after_first = (window.sale.input.text(), window.sale.input.is_empty)
    hands.key("Esc")
    after_second = window.sale.input.is_empty
    hands.key("Esc")

    assert after_first == ("", False)
    assert after_second
    assert selections == [[]]


def test_escape_closes_the_top_sheet(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sale(examples.HYBRID)
    sheet = CustomerSearchSheet(window.theme)
    window.sale.open_sheet(sheet)

    with qtbot.wait_signal(sheet.closed):
        hands.key("Esc")


def test_digits_choose_in_a_reason_sheet(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sale(examples.HYBRID)
    sheet = ChoiceSheet(window.theme, "Why?", "reason", examples.REASONS)
    window.sale.open_sheet(sheet)

    with qtbot.wait_signal(sheet.submitted) as submitted:
        hands.type("2")

    assert submitted.args == [{"reason": "2"}]


def test_tab_stops_once_in_each_zone(window: MainWindow, hands: Hands) -> None:
    window.show_sale(examples.PLAIN)
    window.sale.input.setFocus()
    seen = []

    for _ in range(9):
        hands.key("Tab")
        focused = window.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())

    assert seen == [
        "lines", "tab-lines", "numpad-7", "tender.cash@0,0", "order.ship_all@0,0", "page-0", "user", "customer",
        "input",
    ]  # fmt: skip


def test_arrows_move_inside_a_zone(window: MainWindow, hands: Hands) -> None:
    window.show_sale(examples.PLAIN)
    window.sale.numpad.take_focus()

    hands.key("Right")
    hands.key("Down")

    assert window.focusWidget().objectName() == "numpad-5"


def test_arrows_move_the_cursor_and_space_selects(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sale(examples.HYBRID)

    hands.key("Up")
    hands.key("Up")
    with qtbot.wait_signal(window.sale.selection_wanted) as wanted:
        hands.key("Space")

    assert wanted.args == [[2]]


def test_pages_turn_with_control_and_a_digit(window: MainWindow, hands: Hands) -> None:
    window.show_sale(examples.PLAIN)

    hands.key("Ctrl+2")

    assert window.sale.pages.current == 1


def test_pin_is_typed_whatever_has_the_focus(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sign_in(examples.SIGN_IN)
    window.sign_in.choose("000160")

    hands.type("1234")
    with qtbot.wait_signal(window.sign_in.signed_in) as signed_in:
        hands.key("Enter")

    assert signed_in.args == ["000160", "1234"]


def test_pin_without_a_person_asks_who_it_is(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    window.show_sign_in(examples.SIGN_IN)

    hands.type("1234")
    with qtbot.assert_not_emitted(window.sign_in.signed_in):
        hands.key("Enter")

    assert window.sign_in.accessibleDescription() == "Tap your name first, then type your PIN."


@pytest.mark.parametrize(
    ("key", "operation"),
    [
        ("F2", "customer.search"), ("F3", "product.search"), ("F4", "order.find"), ("F6", "order.ship_all"),
        ("Shift+F6", "order.ship_selected"), ("F7", "order.pick_up_all"), ("Shift+F7", "order.pick_up_selected"),
        ("F8", "order.carry_out_all"), ("Shift+F8", "order.carry_out_selected"), ("F9", "deposit.override"),
        ("F10", "payment.open"), ("Ctrl+Z", "cart.undo"), ("Ctrl+Y", "cart.redo"), ("Ctrl+P", "receipt.print"),
        ("Ctrl+L", "register.lock"), ("Ctrl+Shift+L", "user.sign_off"), ("Ctrl+F", "product.search"),
        ("Ctrl+Shift+H", "health.open"),
    ],
)  # fmt: skip
def test_keys_of_the_map_ask_for_their_operation_even_without_a_button(
    key: str, operation: str, window: MainWindow, hands: Hands, requested: list[tuple[str, dict[str, object]]]
) -> None:
    window.show_sale(replace(examples.HYBRID, pages=(), tender_buttons=()))

    hands.key(key)

    assert requested == [(operation, {})]


@pytest.mark.parametrize(("sign", "operation"), [("/", "customer.search"), ("+", "payment.open")])
def test_keys_beside_the_digits_open_search_and_payment_while_nothing_is_typed(
    sign: str,
    operation: str,
    window: MainWindow,
    hands: Hands,
    requested: list[tuple[str, dict[str, object]]],
) -> None:
    window.show_sale(examples.PLAIN)
    hands.type(sign)
    assert requested == [(operation, {})]

    hands.type(f"12{sign}")

    assert len(requested) == 1
    assert window.sale.input.text() == f"12{sign}"


def test_space_selects_the_line_at_the_cursor_whatever_has_the_focus(
    window: MainWindow, hands: Hands
) -> None:
    window.show_sale(
        replace(examples.PLAIN, lines=tuple(replace(each, selected=False) for each in examples.PLAIN.lines))
    )
    wanted: list[list[int]] = []
    window.sale.selection_wanted.connect(wanted.append)

    window.sale.input.setFocus()
    hands.key("Space")
    hands.key("Up")
    hands.key("Space")

    assert wanted == [[3], [3]]


def test_the_search_key_goes_to_the_box_of_a_sheet(window: MainWindow, hands: Hands) -> None:
    window.show_sale(examples.EMPTY)
    sheet = CustomerSearchSheet(window.theme, "berg")
    window.sale.open_sheet(sheet)
    sheet.primary.setFocus()

    hands.key("Ctrl+F")

    assert window.focusWidget() is sheet.box
    assert sheet.box.selectedText() == "berg"


def test_escape_takes_one_thing_back_at_a_time_and_at_last_nothing(
    window: MainWindow, hands: Hands, requested: list[tuple[str, dict[str, object]]]
) -> None:
    window.show_sale(examples.PLAIN)
    wanted: list[list[int]] = []
    window.sale.selection_wanted.connect(wanted.append)
    sheet = CustomerSearchSheet(window.theme, "berg")
    sheet.closed.connect(lambda: window.sale.close_sheet(sheet))
    hands.type("3*12")
    window.sale.open_sheet(sheet)

    hands.key("Esc")
    assert sheet.is_closed
    assert window.sale.input.text() == "12"
    hands.key("Esc")
    assert window.sale.input.text() == ""
    with_multiplier = window.sale.input.is_empty
    hands.key("Esc")
    assert (with_multiplier, window.sale.input.is_empty) == (False, True)
    assert wanted == []
    hands.key("Esc")
    assert wanted == [[]]
    window.show_sale(
        replace(examples.PLAIN, lines=tuple(replace(each, selected=False) for each in examples.PLAIN.lines))
    )
    hands.key("Esc")

    assert wanted == [[]]
    assert requested == []


def opened_from_the_grid(window: MainWindow) -> tuple[CustomerSearchSheet, QWidget]:
    window.show_sale(examples.PLAIN)
    grid = window.sale.pages.grid
    assert grid is not None
    opener = grid.stops[3]
    opener.setFocus()
    sheet = CustomerSearchSheet(window.theme)
    sheet.closed.connect(lambda: window.sale.close_sheet(sheet))
    window.sale.open_sheet(sheet)
    return sheet, opener


def test_a_sheet_that_is_left_gives_the_focus_back_to_what_opened_it(
    window: MainWindow, hands: Hands
) -> None:
    _, opener = opened_from_the_grid(window)
    assert window.focusWidget() is not opener

    hands.key("Esc")

    assert window.focusWidget() is opener


def test_after_a_sheet_whose_answer_was_used_no_button_waits_for_an_enter(
    window: MainWindow, hands: Hands, requested: list[tuple[str, dict[str, object]]]
) -> None:
    sheet, opener = opened_from_the_grid(window)

    window.sale.close_sheet(sheet)
    hands.key("Enter")

    assert window.focusWidget() is not opener
    assert requested == []
