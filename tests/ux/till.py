"""A real register behind a real window, and what a test may look at when the hands have done their work."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from channel_db.catalog.contact import Contact
from channel_db.engine import open_catalog
from pos_app.binder import Binder
from pos_app.operations.known import REGISTRY
from pos_app.register.desk import RegisterDesk
from pos_app.register.known_order import KnownOrder
from pos_app.resources import resource
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.orders import FindOrderSheet
from pos_app.ui.theme import Theme
from tests.fixtures.fix_register import NOW, SETTINGS, Register, Shop
from tests.pos_app.inline_lane import InlineLane
from tests.pos_app.ui.hands import Hands

STORE = replace(SETTINGS, currency="NOK", cash_rounding_minor=100, cancellation_charge_percent=Decimal(5))
"""A store whose notes reach 500, and that keeps something of an order that is cancelled."""
ONLINE = Contact(state="online", last_success_at=NOW.isoformat())


class Till:
    """Looks; what it does is only to put things back between two tasks."""

    def __init__(self, shop: Shop, register: Register, binder: Binder, hands: Hands) -> None:
        self.shop, self.register, self.binder, self.hands = shop, register, binder, hands
        self.window = binder.window

    @property
    def user(self) -> str:
        """Who is signed in."""
        user = self.register.session.user
        return "" if user is None else user.user

    @property
    def is_empty(self) -> bool:
        """Whether there is no open sale."""
        return self.register.session.cart is None

    @property
    def quantities(self) -> list[str]:
        """Those of the lines in sight."""
        return [line.quantity for line in self.window.sale.receipt.table.lines]

    @property
    def customer(self) -> str:
        """Who is on the sale."""
        view = self.binder.view
        return "" if view is None or view.customer is None else view.customer.name

    @property
    def sheet(self) -> str:
        """The sheet in sight."""
        return "" if self.window.sale.sheet is None else self.window.sale.sheet.name

    @property
    def printed(self) -> list[str]:
        """The receipts that came out."""
        return list(self.shop.printer.printed)

    @property
    def orders_in_sight(self) -> list[str]:
        """The customers of the orders that the sheet shows."""
        sheet = self.window.sale.sheet
        return [row.customer for row in sheet.found] if isinstance(sheet, FindOrderSheet) else []

    @property
    def last_order(self) -> KnownOrder:
        """The order that was made last."""
        return self.register.session.finding.find_orders("")[0]

    @property
    def last_receipt(self) -> str:
        """The number of the receipt that came out last."""
        return next(name for name in reversed(self.printed) if name.startswith("HOUSTON-1-0"))

    @property
    def card_money_minor(self) -> int:
        """What the card terminal holds."""
        return self.shop.terminal.money_minor

    @property
    def due(self) -> str:
        """What the totals say is to be paid."""
        view = self.binder.view
        return "" if view is None else view.totals.amount

    def kinds(self) -> list[str]:
        """The kinds of the journal's entries so far."""
        return self.register.kinds()

    def put_back(self) -> None:
        """No sheet, nothing typed, no open sale: as after the customer before."""
        sale = self.window.sale
        sale.close_sheets()
        sale.input.take()
        sale.pages.turn_to(1)
        sale.pages.turn_to(0)
        self.binder.opening.forget_all()
        cart = self.register.session.cart
        if cart is None:
            return
        for tender in cart.tenders:
            self.binder.dispatch("tender.void", {"number": tender.number})
        self.binder.dispatch("transaction.void", {"reason": ""})


@contextmanager
def opened_till(folder: Path, window: MainWindow, hands: Hands) -> Iterator[Till]:
    """A register in this folder that nobody is signed in at, with everything on real files."""
    with ExitStack() as undo:
        shop = Shop(folder, undo)
        shop.publish(STORE)
        catalog = open_catalog(shop.folder, shop.clock, writer=True)
        catalog.keep_contact(ONLINE)
        catalog.close()
        register = shop.open()
        layout = resource("layouts", "standard.json")
        desk = RegisterDesk(register.session, REGISTRY, layout, lambda: None, lambda: None)
        binder = Binder(window, desk, InlineLane(), InlineLane())
        binder.start()
        yield Till(shop, register, binder, hands)
        window.close()  # nothing looks for changes any more


@contextmanager
def opened_window(theme: Theme) -> Iterator[tuple[MainWindow, Hands]]:
    """A window that has the keys, and the hands at it."""
    hands = Hands()
    window = MainWindow(theme, hands.clock_ms)
    hands.window = window
    window.show()
    window.activateWindow()
    while not window.isActiveWindow():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    yield window, hands
    window.close()
    window.deleteLater()
