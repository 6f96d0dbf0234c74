"""Finding an order at the window: what is here at once, headquarters' below on Enter, again when something changed."""

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

    def look(show_them: Callable[[FoundOrdersView], None]) -> None:
        text, chosen, answer = searched
        filters, most = dict(sheet.filters.chosen()), sheet.most
        binder.do(
            lambda: desk.find_orders(text, chosen, answer, filters, most),
            lambda found: show_if_open(sheet, show_them, found),
        )

    def search(text: str, preset: str) -> None:
        nonlocal searched
        searched = (text, preset, None)
        look(sheet.show_found)

    def search_again() -> None:
        asked = searched

        def show_again(found: FoundOrdersView) -> None:
            if searched == asked:
                sheet.show_found(found, again=True)

        look(show_again)

    def add_answer(text: str, answer: HeadquartersAnswer) -> None:
        """What headquarters found is added to what is in sight, unless something else was typed meanwhile."""
        nonlocal searched
        if not sheet.is_closed and sheet.box.text().strip() == text:
            searched = (text, sheet.preset, answer)
            search_again()

    def ask_headquarters(text: str) -> None:
        sheet.show_searching()
        filters = dict(sheet.filters.chosen())
        side_lane.submit(
            lambda: desk.ask_headquarters(text, filters),
            lambda answer: add_answer(text, answer),
            lambda fault: add_answer(text, HeadquartersAnswer(reached=False)),
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
