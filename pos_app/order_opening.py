"""Opens the sheets about orders: what is begun with one from its detail, the work list, order or quote."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pos_app.acting_views import CancelView, CreateView, PartsView, PayView
from pos_app.lanes import Lane
from pos_app.order_sheets import open_find_order, show_if_open
from pos_app.return_opening import ReturnOpening
from pos_app.ui.sheets.creating import CreateSheet, ExpirySheet
from pos_app.ui.sheets.ending import CancelSheet
from pos_app.ui.sheets.fulfilment import WorkListSheet
from pos_app.ui.sheets.parts import PartsSheet
from pos_app.ui.sheets.paying import PaySheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr

if TYPE_CHECKING:
    from pos_app.binder import Binder
    from pos_app.sheet_opening import SheetOpening

Params = Mapping[str, object]
PARTS = frozenset(
    {
        "order.pick_up",
        "fulfilment.pick",
        "fulfilment.unpick",
        "fulfilment.ready",
        "fulfilment.pack",
        "fulfilment.unpack",
        "fulfilment.ship",
    }
)
"""Steps on a quantity of each line."""
LOOKED_AT = frozenset({"order.pick_up", "fulfilment.ready", "fulfilment.ship"})
"""Of these the desk knows whether there is more to ask than how many: a shelf, a serial number."""
AT_ONCE = frozenset({"order.edit", "order.convert"})
"""Acts that ask nothing: the cart becomes the order."""


class OrderOpening:
    """A sheet is opened only where its act can begin; otherwise the strip says why not."""

    def __init__(self, sheets: "SheetOpening", binder: "Binder", side_lane: Lane) -> None:
        self._sheets = sheets
        self._binder = binder
        self._side_lane = side_lane
        self.returns = ReturnOpening(sheets, binder)

    def open_for(self, operation: str, params: Params) -> bool:
        """Open the sheet of an operation on an order if its answers are still to be given. False if there is none."""
        order = str(params.get("id", ""))
        if operation == "order.find" and set(params) <= {"preset"}:
            self.find(preset=str(params.get("preset", "")))
        elif operation == "fulfilment.open":
            self.work_list(order)
        elif operation in ("order.create", "quote.create") and not params:
            self._sheets.with_customer(self._create)
        elif operation == "quote.expiry" and not params:
            self._expiry()
        elif operation in AT_ONCE and order:
            self._act(operation, params)
        elif operation in PARTS and order and self._asks_how_many(operation, params):
            self._parts(operation, order, params)
        elif operation == "fulfilment.pack" and order:
            self._step(operation, params)
        elif operation == "order.cancel" and list(params) == ["id"]:
            self._cancel(order)
        elif operation == "order.pay" and list(params) == ["id"]:
            self._pay(order)
        elif operation == "return.open":
            self.returns.find(str(params.get("number", "")))
        elif operation in ("order.return", "sale.return") and list(params) == ["id"]:
            self.returns.of_order(order)
        else:
            return False
        return True

    def _asks_how_many(self, operation: str, params: Params) -> bool:
        """More than one piece of a line can leave in parts; one piece cannot."""
        quantities = params.get("quantities")
        if operation == "order.pick_up":
            return quantities is None
        if operation in LOOKED_AT:
            return quantities is not None and not {"serials", "shelf"} & set(params)
        return isinstance(quantities, Mapping) and any(each != "1" for each in quantities.values())

    def _act(self, operation: str, params: Params) -> None:
        """Begin an act that asks nothing; the cart is what there is to look at."""
        self._binder.dispatch(operation, params, None, self._binder.window.sale.close_sheets)

    def _answering(self, sheet: Sheet, operation: str) -> None:
        """The sheet of an act; once it is begun, the cart is what there is to look at."""
        close = self._binder.window.sale.close_sheets
        self._sheets.answering(sheet, operation, previews=True, follow=close)

    # ---------------------------------------------------------------- finding

    def find(self, code: str = "", preset: str = "") -> None:
        """D14 and D15: local orders at once, headquarters' on Enter, beside the lane. A scanned `code` is looked up."""
        open_find_order(self._binder, self._side_lane, self._sheets.lay, code, preset)

    # ---------------------------------------------------------------- acts

    def _parts(self, operation: str, order: str, params: Params) -> None:
        quantities = params.get("quantities")
        lines = tuple(int(number) for number in quantities) if isinstance(quantities, Mapping) else ()
        binder = self._binder

        def opened(view: PartsView) -> None:
            if view.why_not:
                binder.window.sale.refuse(view.why_not)
                return
            if not view.needs_answers and operation != "order.pick_up":
                self._step(operation, params)
                return
            sheet = PartsSheet(binder.window.theme, view)
            if operation == "order.pick_up":
                self._answering(sheet, operation)
                return
            sheet.operation = operation
            sheet.submitted.connect(lambda answers: self._step(operation, answers, sheet))
            self._sheets.show(sheet)

        binder.do(lambda: binder.desk.orders.parts_view(order, operation, lines), opened)

    def _step(self, operation: str, params: Params, sheet: Sheet | None = None) -> None:
        """Take a step of fulfilment; what is packed gets its slip at once."""
        quantities, binder = params.get("quantities"), self._binder
        if operation != "fulfilment.pack" or not isinstance(quantities, Mapping):
            binder.dispatch(operation, params, sheet)
            return
        slip = {"id": params["id"], "lines": [int(number) for number in quantities]}
        binder.dispatch(operation, params, sheet, lambda: binder.dispatch("fulfilment.packing_slip", slip))

    def _cancel(self, order: str) -> None:
        binder = self._binder

        def opened(view: CancelView) -> None:
            if view.why_not:
                binder.window.sale.refuse(view.why_not)
            else:
                self._answering(CancelSheet(binder.window.theme, view), "order.cancel")

        binder.do(lambda: binder.desk.orders.cancel_view(order), opened)

    def _pay(self, order: str) -> None:
        binder = self._binder

        def opened(view: PayView) -> None:
            if view.why_not:
                binder.window.sale.refuse(view.why_not)
            else:
                self._answering(PaySheet(binder.window.theme, view), "order.pay")

        binder.do(lambda: binder.desk.orders.pay_view(order), opened)

    # ---------------------------------------------------------------- making and fulfilling

    def _create(self) -> None:
        binder = self._binder

        def opened(view: CreateView) -> None:
            sheet = CreateSheet(binder.window.theme, view)
            sheet.calendar_wanted.connect(lambda: self._sheets.calendar(tr("Valid until"), sheet.day))
            sheet.submitted.connect(lambda params: binder.dispatch(sheet.operation, params, sheet))
            self._sheets.show(sheet)

        binder.do(binder.desk.orders.create_view, opened)

    def _expiry(self) -> None:
        binder = self._binder

        def opened(view: CreateView) -> None:
            sheet = ExpirySheet(binder.window.theme, view)
            sheet.calendar_wanted.connect(lambda: self._sheets.calendar(tr("Valid until"), sheet.day))
            self._answering(sheet, "quote.expiry")

        binder.do(binder.desk.orders.create_view, opened)

    def work_list(self, order: str = "") -> None:
        """S41: of all orders, or of one."""
        binder = self._binder
        sheet = WorkListSheet(binder.window.theme, order)

        def ask(preset: str, typed: str, chosen: tuple[str, ...], most: int) -> None:
            binder.do(
                lambda: binder.desk.orders.work_list(preset, typed, chosen, sheet.order, most),
                lambda view: show_if_open(sheet, sheet.show_work, view),
            )

        sheet.wanted.connect(ask)
        sheet.operation_requested.connect(binder.request)
        self._sheets.lay(sheet)
        sheet.ask()
