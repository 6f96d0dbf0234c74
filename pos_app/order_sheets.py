"""Finding an order at the window: what is here at once, headquarters' on Enter, and again when something changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.lanes import Lane
from pos_app.ui.sheets.orders import FindOrderSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.views import FoundOrdersView, HeadquartersAnswer

if TYPE_CHECKING:
    from pos_app.binder import Binder


def open_find_order(
    binder: "Binder", side_lane: Lane, show: Callable[[Sheet], None], code: str, preset: str = ""
) -> None:
    """Lay the sheet over the sale; headquarters is asked beside the lane. A scanned `code` is looked up."""
    desk = binder.desk
    typed = code or binder.window.sale.input.take()
    sheet = FindOrderSheet(binder.window.theme, typed, scanned=bool(code))
    searched: tuple[str, str, HeadquartersAnswer | None] = ("", "", None)

    def search(text: str, preset: str, answer: HeadquartersAnswer | None = None) -> None:
        nonlocal searched
        searched = (text, preset, answer)
        binder.do(
            lambda: desk.find_orders(text, preset, answer),
            lambda found: show_if_open(sheet, sheet.show_found, found),
        )

    def search_again() -> None:
        asked = searched

        def show_again(found: FoundOrdersView) -> None:
            if searched == asked:
                sheet.show_found(found, again=True)

        binder.do(lambda: desk.find_orders(*asked), lambda found: show_if_open(sheet, show_again, found))

    def ask_headquarters(text: str) -> None:
        sheet.show_searching()
        side_lane.submit(
            lambda: desk.ask_headquarters(text),
            lambda answer: search(text, sheet.preset, answer),
            lambda fault: search(text, sheet.preset, HeadquartersAnswer(reached=False)),
        )

    sheet.searched.connect(search)
    sheet.again_wanted.connect(search_again)
    sheet.headquarters_wanted.connect(ask_headquarters)
    sheet.order_wanted.connect(
        lambda order: binder.do(
            lambda: desk.order_detail(order), lambda view: show_if_open(sheet, sheet.show_detail, view)
        )
    )
    sheet.operation_requested.connect(binder.request)
    show(sheet)
    sheet.preset = preset
    search(sheet.box.text().strip(), preset)


def show_if_open(sheet: Sheet, show: Callable[..., None], view: object) -> None:
    """Show a result on a sheet unless it was closed while the desk was working."""
    if not sheet.is_closed:
        show(view)
