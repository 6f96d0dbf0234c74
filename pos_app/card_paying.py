"""The card sheet while the terminal is asked: opened, filled with what came of it, and closed by itself."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pos_app.lanes import Lane
from pos_app.ui.sheets.cards import CardSheet
from pos_app.views import SaleView, Screen

if TYPE_CHECKING:
    from pos_app.binder import Binder

ASKING = frozenset(
    {"tender.card", "tender.card_on_file", "tender.refund_card", "tender.card_check", "order.add_card"}
)


def asks_terminal(operation: str, params: Mapping[str, object]) -> bool:
    """Whether somebody will stand at the terminal for this."""
    return operation in ASKING or (
        operation == "order.balance" and params.get("arrangement") == "card_on_file"
    )


class CardPaying:
    """Shows that the terminal is asked. What is asked goes over the lane; only cancelling goes beside it."""

    def __init__(self, binder: "Binder", side_lane: Lane) -> None:
        self._binder = binder
        self._side_lane = side_lane
        self.sheet: CardSheet | None = None

    def begin(self, params: Mapping[str, object]) -> None:
        """The terminal is about to be asked."""
        if self.sheet is not None and not self.sheet.is_closed:
            self.sheet.show_waiting()
            return
        view = self._binder.view
        amount = str(params.get("amount") or ("" if view is None else view.totals.amount))
        self._open(amount)

    def show(self, view: SaleView) -> None:
        """Draw what came of it: closed where all is known, a choice where it is not."""
        sheet = self.sheet
        if sheet is not None and sheet.is_closed:
            sheet = self.sheet = None
        if not view.card_unclear or view.screen is not Screen.SALE:
            self.end()
        elif sheet is None:
            self._open(view.totals.amount).show_unclear(view.card_unclear)
        elif sheet.is_waiting:
            sheet.show_unclear(view.card_unclear)

    def end(self) -> None:
        """The terminal has answered."""
        if self.sheet is not None:
            self._binder.window.sale.close_sheet(self.sheet)
            self.sheet = None

    def _open(self, amount: str) -> CardSheet:
        sheet = self.sheet = CardSheet(self._binder.window.theme, amount)
        desk = self._binder.desk
        sheet.cancel_wanted.connect(
            lambda: self._side_lane.submit(desk.cancel_card, lambda _: None, lambda _: None)
        )
        self._binder.opening.show(sheet)
        return sheet
