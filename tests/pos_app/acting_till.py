"""A register with a window for what is done with orders, and words for what is looked at."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pos_app.binder import Binder
from pos_app.operations.known import REGISTRY
from pos_app.register.desk import RegisterDesk
from pos_app.register.known_order import KnownOrder
from pos_app.resources import resource
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.orders import FindOrderSheet
from tests.fixtures.fix_register import ANNA, Register, Shop, at_work
from tests.pos_app.inline_lane import InlineLane
from tests.pos_app.ui.hands import Hands


class Till:
    """What the hands have done is looked at here."""

    def __init__(self, window: MainWindow, hands: Hands, register: Register) -> None:
        self.window, self.hands, self.register = window, hands, register
        layout = resource("layouts", "standard.json")
        desk = RegisterDesk(register.session, REGISTRY, layout, lambda: None, lambda: None)
        self.binder = Binder(window, desk, InlineLane(), InlineLane())
        self.binder.start()

    @property
    def due(self) -> tuple[str, str]:
        view = self.binder.view
        assert view is not None
        return view.totals.caption, view.totals.amount

    @property
    def caption(self) -> str:
        view = self.binder.view
        return "" if view is None or view.act is None else view.act.caption

    @property
    def words(self) -> str:
        return self.window.sale.strip.text

    def tap(self, text: str) -> None:
        """Tap an action of the order in sight."""
        sheet = self.window.sale.sheet
        assert isinstance(sheet, FindOrderSheet)
        self.hands.tap(next(each for each in sheet.order_actions if each.text() == text))

    def make(self, *codes: str, key: str = "F7", quote: bool = False) -> str:
        """Make an order of Anna's; the number that headquarters gave it."""
        self.binder.dispatch("customer.set", {"id": ANNA})
        for code in codes:
            self.hands.scan(code)
        if quote:
            self.binder.dispatch("quote.create", {})
        self.hands.key(key)
        self.hands.key("Enter")
        if key == "F6" and not quote:
            self.binder.dispatch("deposit.pay_in_full", {})
        self.hands.key("F12")
        return self.orders()[0].reference

    def orders(self) -> list[KnownOrder]:
        """Every order known here, the newest first."""
        return self.register.session.finding.find_orders("")


Opened = Callable[..., Till]


@pytest.fixture
def opened(shop: Shop, window: MainWindow, hands: Hands) -> Opened:
    def open_till(**settings: Any) -> Till:
        return Till(window, hands, at_work(shop, **settings))

    return open_till


@pytest.fixture
def till(opened: Opened) -> Till:
    return opened(cancellation_charge_percent=Decimal(5), refund_shipping_charges=True)
