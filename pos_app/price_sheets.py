"""How the sheets of prices and charges are opened, for the line that is meant."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.order_sheets import show_if_open
from pos_app.ui.sheets.prices import ChargesSheet, PriceSheet, WhySheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.views import ChargesView, PriceView, WhyView

if TYPE_CHECKING:
    from pos_app.binder import Binder

Show = Callable[[Sheet], None]


def open_price(binder: "Binder", show: Show) -> None:
    """D27, for the line that is meant."""

    def opened(view: PriceView) -> None:
        sheet = PriceSheet(binder.window.theme, view)
        sheet.submitted.connect(lambda params: binder.dispatch(sheet.operation, params, sheet))

        def changed(params: dict[str, object]) -> None:
            operation = sheet.operation
            binder.do(
                lambda: binder.desk.preview(operation, params),
                lambda seen: show_if_open(sheet, sheet.show_preview, seen),
            )

        sheet.changed.connect(changed)
        show(sheet)

    _with_line(binder, lambda line: binder.do(lambda: binder.desk.price_view(line), opened))


def open_charges(binder: "Binder", show: Show) -> None:
    """D09."""
    if binder.view is not None and not binder.view.lines:
        binder.window.sale.refuse(tr("There is nothing in the sale. Scan or type an item first."))
        return

    def opened(view: ChargesView) -> None:
        sheet = ChargesSheet(binder.window.theme, view)
        sheet.asked.connect(lambda operation, params: binder.dispatch(operation, params, sheet))
        show(sheet)

    binder.do(binder.desk.charges_view, opened)


def open_why(binder: "Binder", show: Show) -> None:
    """Why the line that is meant costs what it costs."""

    def opened(view: WhyView) -> None:
        sheet = WhySheet(binder.window.theme, view)
        sheet.submitted.connect(lambda params: binder.window.sale.close_sheet(sheet))
        show(sheet)

    _with_line(binder, lambda line: binder.do(lambda: binder.desk.why_view(line), opened))


def _with_line(binder: "Binder", then: Callable[[int], None]) -> None:
    line = binder.window.sale.receipt.table.line_meant()
    if line is None:
        binder.window.sale.refuse(tr("There is nothing in the sale. Scan or type an item first."))
    else:
        then(line.number)
