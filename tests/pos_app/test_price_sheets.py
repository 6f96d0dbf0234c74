"""The sheets of prices and charges ask for the operation that fits what was typed, for the line that is meant."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pos_app.binder import Binder
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.prices import ChargesSheet, PriceSheet, WhySheet
from pos_app.view_parts import ChoiceView
from pos_app.views import ChargesView, WhyView
from tests.pos_app.small_desk import NOT_SELECTED, SmallDesk, begin
from tests.pos_app.ui import examples
from tests.pos_app.ui.hands import Hands


def opened(binder: Binder, small_desk: SmallDesk, operation: str, window: MainWindow) -> object:
    begin(binder, small_desk, NOT_SELECTED)
    window.sale.operation_requested.emit(operation, {})
    return window.sale.sheet


def typed(sheet: PriceSheet, field: str, text: str) -> None:
    box = {"price": sheet.amount, "percent": sheet.percent}[field]
    box.setText(text)
    box.textEdited.emit(text)


def test_a_typed_price_overrides_the_price_of_the_last_line(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    sheet = opened(binder, small_desk, "line.price_override", window)
    assert isinstance(sheet, PriceSheet)
    typed(sheet, "price", "799")

    sheet.submit()

    last = NOT_SELECTED.lines[-1].number
    assert small_desk.calls == [
        ("line.price_override", {"line": last, "reason": "Regular customer", "price": "799"})
    ]
    assert window.sale.sheet is None


def test_a_typed_share_is_a_discount_and_takes_the_typed_price_away(
    binder: Binder, small_desk: SmallDesk, window: MainWindow, qtbot: QtBot
) -> None:
    sheet = opened(binder, small_desk, "line.price_override", window)
    assert isinstance(sheet, PriceSheet)
    typed(sheet, "price", "799")
    typed(sheet, "percent", "10")
    assert sheet.amount.text() == ""
    qtbot.wait_until(lambda: bool(small_desk.previewed))
    assert small_desk.previewed[-1][0] == "line.discount_percent"

    sheet.submit()

    assert small_desk.calls[0][0] == "line.discount_percent"
    assert small_desk.calls[0][1]["percent"] == "10"


def test_nothing_typed_asks_for_it_and_sends_nothing(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    sheet = opened(binder, small_desk, "line.price_override", window)
    assert isinstance(sheet, PriceSheet)

    hands.key("Enter")

    assert small_desk.calls == []
    assert sheet.problem.text() == "Type the new price, or a discount in percent."


def test_without_a_line_the_strip_says_so(binder: Binder, small_desk: SmallDesk, window: MainWindow) -> None:
    for operation in ("line.price_override", "line.why_price", "charges.open"):
        begin(binder, small_desk, examples.EMPTY)
        window.sale.operation_requested.emit(operation, {})

        assert window.sale.sheet is None
        assert "There is nothing in the sale" in window.sale.strip.text


def charges(window: MainWindow, view: ChargesView = examples.CHARGES) -> tuple[ChargesSheet, list[object]]:
    window.show_sale(examples.HYBRID)
    sheet = ChargesSheet(window.theme, view)
    window.sale.open_sheet(sheet)
    asked: list[object] = []
    sheet.asked.connect(lambda operation, params: asked.append((operation, dict(params))))
    return sheet, asked


def test_the_chosen_charge_is_changed_where_it_stands(window: MainWindow) -> None:
    sheet, asked = charges(window)
    sheet.amount.setText("4")
    sheet.submit()
    sheet.step(1)
    sheet.submit()

    reason = {"amount": "4", "reason": "Regular customer", "charge": "0"}
    assert asked == [("charge.change", reason), ("charge.change", {**reason, "line": 1})]


def test_charges_are_added_and_worked_out_again(window: MainWindow, hands: Hands) -> None:
    sheet, asked = charges(window)
    to_order, to_lines, again = sheet.others_buttons
    hands.tap(to_order)
    assert sheet.problem.text() == "Type the charge first."
    sheet.amount.setText("5")
    for button in (to_order, to_lines, again):
        hands.tap(button)

    assert asked == [
        ("charge.add_header", {"amount": "5"}),
        ("charge.add_line", {"amount": "5"}),
        ("charge.recalculate", {}),
    ]


def test_a_charge_is_added_for_what_is_chosen_where_there_are_several_codes(
    window: MainWindow, hands: Hands
) -> None:
    codes = (ChoiceView("FREIGHT", "Freight"), ChoiceView("WRAP", "Gift wrap"))
    sheet, asked = charges(window, replace(examples.CHARGES, codes=codes))
    sheet.amount.setText("5")
    hands.tap(sheet.others_buttons[1])
    hands.tap(sheet.code.buttons["WRAP"])
    hands.tap(sheet.others_buttons[0])

    assert asked == [
        ("charge.add_line", {"amount": "5", "code": "FREIGHT"}),
        ("charge.add_header", {"amount": "5", "code": "WRAP"}),
    ]


def test_what_cannot_be_done_to_charges_says_why(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    none = replace(examples.CHARGES, rows=(), recalculate_why_not="Charges are typed by hand in this store.")
    sheet, asked = charges(window, none)
    refused: list[str] = []
    sheet.refused.connect(refused.append)

    hands.tap(sheet.others_buttons[2])
    sheet.submit()

    assert asked == []
    assert refused == ["Charges are typed by hand in this store.", "There is no charge to change. Add one."]


def test_charges_of_the_sale_open_and_are_dispatched(
    binder: Binder, small_desk: SmallDesk, window: MainWindow
) -> None:
    sheet = opened(binder, small_desk, "charges.open", window)
    assert isinstance(sheet, ChargesSheet)

    sheet.asked.emit("charge.recalculate", {})

    assert small_desk.calls == [("charge.recalculate", {})]


def test_why_shows_every_step_and_enter_closes_it(
    binder: Binder, small_desk: SmallDesk, hands: Hands, window: MainWindow
) -> None:
    sheet = opened(binder, small_desk, "line.why_price", window)
    assert isinstance(sheet, WhySheet)
    steps = sheet.steps
    assert [each.text() for each in steps] == _numbered(examples.WHY)

    hands.key("Enter")

    assert window.sale.sheet is None


def _numbered(view: WhyView) -> list[str]:
    return [f"{position}. {step}" for position, step in enumerate(view.steps, 1)]
