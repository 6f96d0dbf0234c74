"""Opens the sheets that say how goods leave us, and the address sheet on top of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pos_app.order_sheets import show_if_open
from pos_app.ui.sheets.delivery import PickUpSheet, ShipSheet
from pos_app.ui.sheets.places_and_days import AddressSheet
from pos_app.ui.texts import tr
from pos_app.views import PickUpView, ShipView

if TYPE_CHECKING:
    from pos_app.binder import Binder
    from pos_app.sheet_opening import SheetOpening

Lines = tuple[int, ...]


class DeliveryOpening:
    """D02, D04 and D08: what is chosen on a sheet decides what else it offers, so the desk is asked again."""

    def __init__(self, sheets: "SheetOpening", binder: "Binder") -> None:
        self._sheets = sheets
        self._binder = binder

    def ship(self, operation: str, lines: Lines) -> None:
        """D02."""
        desk = self._binder.desk
        self._binder.do(lambda: desk.ship_view(lines), lambda view: self._open_ship(operation, lines, view))

    def _open_ship(self, operation: str, lines: Lines, view: ShipView) -> None:
        binder = self._binder
        sheet = ShipSheet(binder.window.theme, view, lines)
        sheet.address_wanted.connect(lambda: self._address(sheet))
        sheet.calendar_wanted.connect(lambda: self._sheets.calendar(tr("Ship date"), sheet.day))
        sheet.place_chosen.connect(
            lambda: binder.do(
                lambda: binder.desk.ship_view(lines, sheet.address_id, sheet.place.value),
                lambda again: show_if_open(sheet, sheet.fit, again),
            )
        )
        self._sheets.answering(sheet, operation, previews=True)

    def pick_up(self, operation: str, lines: Lines) -> None:
        """D04."""
        desk = self._binder.desk
        self._binder.do(
            lambda: desk.pick_up_view(lines), lambda view: self._open_pick_up(operation, lines, view)
        )

    def _open_pick_up(self, operation: str, lines: Lines, view: PickUpView) -> None:
        binder, desk = self._binder, self._binder.desk
        sheet = PickUpSheet(binder.window.theme, view, lines)
        sheet.calendar_wanted.connect(lambda: self._sheets.calendar(tr("Pick-up date"), sheet.day))
        sheet.store_chosen.connect(
            lambda store: binder.do(
                lambda: desk.pick_up_view(lines, store),
                lambda again: show_if_open(sheet, sheet.fit, again),
            )
        )
        self._sheets.answering(sheet, operation, previews=True)

    def _address(self, below: ShipSheet) -> None:
        sheet = AddressSheet(self._binder.window.theme, below.addresses, below.address_id)

        def use(id: str, typed: Mapping[str, object] | None) -> None:
            self._binder.window.sale.close_sheet(sheet)
            below.set_address(id, typed)

        sheet.address_chosen.connect(use)
        sheet.address_typed.connect(lambda typed: self._keep_address(sheet, below, typed))
        self._sheets.show(sheet)

    def _keep_address(self, sheet: AddressSheet, below: ShipSheet, typed: Mapping[str, object]) -> None:
        """Give the customer the address that was typed, and ship to it."""
        binder, known = self._binder, {each.value for each in below.addresses}

        def use(view: ShipView) -> None:
            below.addresses = view.addresses
            fresh = next((each.value for each in view.addresses if each.value not in known), "")
            below.set_address(fresh, None if fresh else typed)

        def kept() -> None:
            binder.do(lambda: binder.desk.ship_view(below.lines), lambda view: show_if_open(below, use, view))

        binder.dispatch("customer.add_address", {"address": dict(typed)}, sheet, kept)
