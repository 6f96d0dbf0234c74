"""The states of the window with a sheet about the till, for the lints and pictures."""

from collections.abc import Callable

from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.closing import CloseShiftSheet, DeclareSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.sheets.tills import ManageShiftsSheet, MovementSheet
from pos_app.ui.theme import Theme
from pos_app.views import PreviewView
from tests.pos_app.ui import examples, till_examples
from tests.ux.worded import Worded, worded

till = Worded(till_examples)
"""In the language the window speaks."""


def _closing(theme: Theme) -> Sheet:
    sheet = CloseShiftSheet(theme, till.COUNT)
    sheet.field.setText("3,500.00")
    sheet.show_preview(PreviewView("Expected 3,507.00 · short by 7.00"))
    return sheet


def _bank_drop(theme: Theme) -> Sheet:
    sheet = MovementSheet(theme, till.BANK_DROP)
    sheet.amount.setText("2,000.00")
    sheet.bag.setText("4711-0042")
    return sheet


def _removal(theme: Theme) -> Sheet:
    sheet = MovementSheet(theme, till.REMOVAL)
    sheet.amount.setText("80.00")
    sheet.submit()
    return sheet


def _over_a_sale(make: Callable[[Theme], Sheet]) -> Callable[[MainWindow], None]:
    def arrange(window: MainWindow) -> None:
        window.show_sale(worded(examples.EMPTY))
        window.sale.open_sheet(make(window.theme))

    return arrange


TILL: dict[str, Callable[[MainWindow], None]] = {
    "close-shift": _over_a_sale(_closing),
    "float-entry": _over_a_sale(lambda theme: MovementSheet(theme, till.FLOAT)),
    "tender-removal": _over_a_sale(_removal),
    "bank-drop": _over_a_sale(_bank_drop),
    "declare-tenders": _over_a_sale(lambda theme: DeclareSheet(theme, till.DECLARED)),
    "manage-shifts": _over_a_sale(lambda theme: ManageShiftsSheet(theme, till.BLIND)),
}
