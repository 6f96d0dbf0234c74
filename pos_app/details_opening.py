"""How the sheet of details is opened: by its button, and before what lacks some is paid or concluded."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.preference_views import DetailsView
from pos_app.ui.sheets.details import DetailsSheet

if TYPE_CHECKING:
    from pos_app.binder import Binder
    from pos_app.sheet_opening import SheetOpening


def open_details(binder: "Binder", opening: "SheetOpening", then: Callable[[], None] | None = None) -> None:
    """The sheet, or why there is none; `then` goes on once its answers are kept."""
    binder.do(binder.desk.orders.details, lambda view: show_details(binder, opening, view, then))


def show_details(
    binder: "Binder", opening: "SheetOpening", view: DetailsView, then: Callable[[], None] | None
) -> None:
    """The same, with what is asked at hand."""
    if view.why_not:
        binder.window.sale.refuse(view.why_not)
        return
    opening.answering(DetailsSheet(binder.window.theme, view), "cart.details", follow=then)
