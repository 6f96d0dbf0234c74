"""A walk through the register's screens at a real desk, stopping at each, for whoever wants to look at them."""

from collections.abc import Callable, Iterator

from pos_app.binder import Binder
from pos_app.ui.main_window import MainWindow
from pos_app.views import ButtonView
from tests.fixtures.fix_register import ANNA, PINS
from tests.pos_app.ui.hands import Hands

SHOE, SOCK = "4006381333931", "7038010009457"


class Tour:
    """Walks one window; `steps` yields the name of each screen when it is in sight."""

    def __init__(self, binder: Binder, window: MainWindow, hands: Hands) -> None:
        self.binder, self._window, self._hands = binder, window, hands

    def steps(self) -> Iterator[str]:
        yield "sign-in"
        self.sign_in()
        yield "open-shift"
        self._hands.key("Enter")
        yield "empty"
        yield from self._pages()
        self._sell()
        yield "sale"
        yield from self._sheet("line-picker", lambda: self._open("order.ship_selected"))
        yield from self._sheet("ship", lambda: self._open("order.ship_all"), submit=True)
        yield "ordered"
        yield from self._tabs()
        yield from self._sheet("pick-up", lambda: self._open("order.pick_up_all"))
        yield from self._sheet("deposit", lambda: self._open("deposit.override"))
        yield from self._sheet("payment", lambda: self._open("payment.open"))
        yield from self._sheet("find-order", lambda: self._open("order.find"))
        yield from self._sheet("customer-search", lambda: self._open("customer.search"))
        yield from self._sheet("new-customer", lambda: self._open("customer.add"))
        yield from self._sheet("product-search", lambda: self._open("product.search"))
        yield from self._sheet("void-sale", lambda: self._open("transaction.void"))
        yield from self._sheet("session", self._window.sale.session_wanted.emit)
        self._refuse()
        yield "refused"
        self.binder.dispatch("register.lock", {})
        yield "locked"

    def sign_in(self) -> None:
        self._window.sign_in.choose("cashier")
        self._hands.type(PINS["cashier"])
        self._hands.key("Enter")

    def _pages(self) -> Iterator[str]:
        for number in range(len(self.binder.view.pages) if self.binder.view else 0):
            self._window.sale.pages.turn_to(number)
            yield f"page-{number}"
        self._window.sale.pages.turn_to(0)

    def _tabs(self) -> Iterator[str]:
        for number, name in ((1, "deliveries"), (2, "payments")):
            self._window.sale.receipt.turn_to(number)
            yield name
        self._window.sale.receipt.turn_to(0)

    def _sell(self) -> None:
        self.binder.dispatch("product.add", {"code": SHOE})
        self.binder.dispatch("product.add", {"code": SOCK, "quantity": "2"})
        self.binder.dispatch("customer.set", {"id": ANNA})

    def _open(self, operation: str) -> None:
        view = ButtonView("", operation)
        self._window.sale.press(view)

    def _refuse(self) -> None:
        self.binder.dispatch("tender.cash", {"amount": "12.345"})

    def _sheet(self, name: str, open_it: Callable[[], object], *, submit: bool = False) -> Iterator[str]:
        open_it()
        yield name
        sheet = self._window.sale.sheet
        assert sheet is not None, f"{name} did not open"
        if submit:
            sheet.submit()
        else:
            self._window.sale.close_sheet(sheet)
