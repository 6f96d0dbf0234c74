"""Opens the sheets of a return: which receipt or invoice, and then what of it comes back (D18, D21)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pos_app.acting_views import ReturnSourcesView, ReturnView
from pos_app.order_sheets import show_if_open
from pos_app.ui.sheets.questions import QuestionSheet
from pos_app.ui.sheets.return_source import ReturnSourceSheet
from pos_app.ui.sheets.returning import ReturnSheet
from pos_app.ui.texts import tr

if TYPE_CHECKING:
    from pos_app.binder import Binder
    from pos_app.sheet_opening import SheetOpening

Params = Mapping[str, object]


class ReturnOpening:
    """The first step is skipped where there is only one sale or invoice to choose."""

    def __init__(self, sheets: "SheetOpening", binder: "Binder") -> None:
        self._sheets = sheets
        self._binder = binder
        self._last_reason = ""

    def find(self, number: str = "") -> None:
        """Ask for a number; one that was scanned or typed already is looked for at once."""
        typed = number or self._binder.window.sale.input.take()
        if not typed:
            self._lay(ReturnSourceSheet(self._binder.window.theme))
            return

        def opened(view: ReturnSourcesView) -> None:
            if view.why_not:
                self._binder.window.sale.refuse(view.why_not)
            else:
                self._choose(view)

        self._ask(typed, opened)

    def of_order(self, order: str) -> None:
        """Goods of an order or a sale that is in sight come back."""

        def opened(view: ReturnSourcesView) -> None:
            if view.why_not:
                self._binder.window.sale.refuse(view.why_not)
            elif view.sources:
                self._choose(view)
            else:
                self.take_back(order)

        desk = self._binder.desk.orders
        self._binder.do(lambda: desk.return_sources(order=order), opened)

    def _ask(self, number: str, then: Callable[[ReturnSourcesView], None]) -> None:
        desk = self._binder.desk.orders
        self._binder.do(lambda: desk.return_sources(number), then)

    def _choose(self, view: ReturnSourcesView) -> None:
        if len(view.sources) == 1:
            self.take_back(view.sources[0].id, view.sources[0].invoice)
        else:
            self._lay(ReturnSourceSheet(self._binder.window.theme, view))

    def _lay(self, sheet: ReturnSourceSheet) -> None:
        def go_on(view: ReturnSourcesView) -> None:
            if len(view.sources) == 1:
                self._binder.window.sale.close_sheet(sheet)
                self.take_back(view.sources[0].id, view.sources[0].invoice)
            else:
                sheet.show_sources(view)

        def choose(id: str, invoice: str) -> None:
            self._binder.window.sale.close_sheet(sheet)
            self.take_back(id, invoice)

        sheet.wanted.connect(lambda number: self._ask(number, lambda view: show_if_open(sheet, go_on, view)))
        sheet.chosen.connect(choose)
        self._sheets.lay(sheet)

    def take_back(self, id: str, invoice: str = "") -> None:
        """The second step: the lines, each with how much of it and why."""
        binder = self._binder

        def opened(view: ReturnView) -> None:
            if view.why_not:
                binder.window.sale.refuse(view.why_not)
                return
            sheet = ReturnSheet(binder.window.theme, view, self._last_reason)
            sheet.shipping_wanted.connect(lambda: self._shipping(sheet))
            sheet.submitted.connect(lambda params: self._remember(sheet))
            close = binder.window.sale.close_sheets
            self._sheets.answering(sheet, view.operation, previews=True, follow=close)

        binder.do(lambda: binder.desk.orders.return_view(id, invoice), opened)

    def _remember(self, sheet: ReturnSheet) -> None:
        self._last_reason = sheet.last_reason

    def _shipping(self, below: ReturnSheet) -> None:
        """D21: how much of the shipping goes back."""
        sheet = QuestionSheet(
            self._binder.window.theme,
            tr("Refund shipping charges"),
            tr("Amount"),
            "amount",
            below.view.shipping,
        )
        sheet.field.setText(below.shipping_amount)

        def use(params: Params) -> None:
            self._binder.window.sale.close_sheet(sheet)
            below.set_shipping(str(params["amount"]))

        sheet.submitted.connect(use)
        self._sheets.show(sheet)
