"""Sheets about the till: taking up a sale that was set aside, and closing the shift."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.ui.sheets.closing import CloseShiftSheet
from pos_app.ui.sheets.questions import ChoiceSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.views import ChoiceView, CountView

if TYPE_CHECKING:
    from pos_app.binder import Binder

Answering = Callable[[Sheet, str, bool], None]
"""Shows a sheet and has its answers dispatched as an operation, with previews where they help."""


def open_suspended(binder: "Binder", answering: Answering) -> None:
    """The sales that are set aside; the newest has the focus."""

    def opened(choices: tuple[ChoiceView, ...]) -> None:
        if not choices:
            binder.window.sale.refuse(
                tr("No sale is suspended on this register. Look at the register where it was suspended.")
            )
            return
        sheet = ChoiceSheet(binder.window.theme, tr("Suspended sales"), "id", choices)
        answering(sheet, "transaction.resume", False)

    binder.do(binder.desk.suspended_view, opened)


def open_close_shift(binder: "Binder", answering: Answering) -> None:
    """The count, and what it means before the shift is closed."""

    def opened(view: CountView) -> None:
        answering(CloseShiftSheet(binder.window.theme, view), "shift.close", True)

    binder.do(binder.desk.count_view, opened)
