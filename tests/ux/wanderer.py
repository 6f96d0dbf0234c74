"""Somebody who presses, scans and taps at random on a real register, and what must hold after each of their steps."""

import random
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.money import PaymentSheet
from pos_app.views import Screen
from retail.cart import Cart
from tests.fixtures.fix_register import PINS
from tests.ux.lint import interactive, said
from tests.ux.till import Till

KEYS = (*(["Esc"] * 12), *(["Enter"] * 12), *(["Tab"] * 6), "Shift+Tab", "Up", "Down", "Left", "Right", "Space",
        "Del", "Backspace", "PgUp", "PgDown", *(f"F{number}" for number in range(1, 13)), "Shift+F2", "Shift+F6",
        "Shift+F7", "Shift+F8", "Ctrl+P", "Ctrl+L", "Ctrl+1", "Ctrl+2", "Ctrl+3", "Alt+1", "Alt+2",
        "Alt+3", "Ctrl+S", "Ctrl+R", "Ctrl+Z", "Ctrl+Y", "Ctrl+F", "Ctrl+D", "Ctrl+Home", "Ctrl+Del")  # fmt: skip
CODES = ("4006381333931", "7038010009457", "5000159407236", "96385074", "12345678", "CUSTOMER-10021", "STAFF-manager",
         "L-HOUSTON-1-00001", "L-HOUSTON-1-00002", "HOUSTON-1-000003", "COUPON-1")  # fmt: skip
TYPED = ("1", "2", "5", "50", "100", "3*", "*", "12,5", "-", "anna", "9999999", ".", "ole 1")
HOME_STEPS = 12
"""So many presses of Esc and answers lead home from anywhere."""


@dataclass
class Wanderer:
    """Takes steps; `faults` says what did not hold, with the steps before it."""

    till: Till
    randomness: random.Random
    faults: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def step(self) -> None:
        """One key, scan, entry or tap."""
        kind = self.randomness.choices(("key", "tap", "scan", "type"), (45, 30, 15, 10))[0]
        self.counts[kind] = self.counts.get(kind, 0) + 1
        {"key": self._key, "tap": self._tap, "scan": self._scan, "type": self._type}[kind]()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def go_home(self) -> None:
        """From anywhere back to the sale screen, by what a cashier has: Esc, the PIN, the start amount."""
        for _ in range(HOME_STEPS):
            if self._is_home():
                return
            self._homeward()
        self._blame(f"no way back to the sale from {self._where()}")

    def _homeward(self) -> None:
        till, view = self.till, self.till.binder.view
        if view is not None and view.screen in (Screen.SIGN_IN, Screen.LOCKED):
            person = self.till.user or "cashier"
            till.window.sign_in.pad.take()
            till.window.sign_in.choose(person)
            till.hands.type(PINS[person])
            till.hands.key("Enter")
        elif view is not None and view.screen is Screen.OPEN_SHIFT:
            till.hands.key("Enter")
        else:
            till.hands.key("Esc")
        QApplication.processEvents()

    def _is_home(self) -> bool:
        view, sale = self.till.binder.view, self.till.window.sale
        return view is not None and view.screen is Screen.SALE and sale.sheet is None and sale.input.is_empty

    def _where(self) -> str:
        view = self.till.binder.view
        return f"{view.screen if view else 'nowhere'}, sheet {self.till.sheet or 'none'}"

    # ---------------------------------------------------------------- steps

    def _key(self) -> None:
        name = self.randomness.choice(KEYS)
        before, kinds = self._cart(), len(self.till.kinds())
        may_pay = self._enter_may_pay()
        self._note(f"key {name}")
        self.till.hands.key(name)
        after = self._cart()
        if name == "Esc" and (after != before or len(self.till.kinds()) != kinds):
            self._blame("Esc changed the sale")
        if name == "Enter" and not may_pay and self._paid(before, after, kinds):
            self._blame("a stray Enter paid")

    def _scan(self) -> None:
        code = self.randomness.choice(CODES)
        before, kinds = self._cart(), len(self.till.kinds())
        self._note(f"scan {code}")
        self.till.hands.scan(code, end="Enter")
        if self._paid(before, self._cart(), kinds):
            self._blame(f"the scan of {code} paid")

    def _type(self) -> None:
        text = self.randomness.choice(TYPED)
        self._note(f"type {text}")
        self.till.hands.type(text)

    def _tap(self) -> None:
        widgets = [
            each for each in interactive(self.till.window) if isinstance(each, QAbstractButton | QListView)
        ]
        widget = self.randomness.choice(widgets)
        self._note(f"tap {said(widget)}")
        # What lies over everything takes the finger.
        overlay = self.till.window.overlay
        self._press(overlay if overlay.isVisible() else widget)

    def _press(self, widget: QWidget) -> None:
        if isinstance(widget, QListView):
            count = widget.model().rowCount()
            if not count:
                return
            where = widget.visualRect(widget.model().index(self.randomness.randrange(count), 0)).center()
            QTest.mouseClick(
                widget.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where
            )
        else:
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    # ---------------------------------------------------------------- what must hold

    def _cart(self) -> Cart | None:
        """The open sale but for what is selected in it, which is no part of it."""
        cart = self.till.register.session.cart
        return None if cart is None else replace(cart, selected=frozenset())

    def _paid(self, before: Cart | None, after: Cart | None, kinds: int) -> bool:
        tenders = (before.tenders if before else (), after.tenders if after else ())
        return tenders[0] != tenders[1] or "transaction.conclude" in self.till.kinds()[kinds:]

    def _enter_may_pay(self) -> bool:
        """Whether Enter is a deliberate answer: on a button that was walked to, on the payment sheet, to a question."""
        sale = self.till.window.sale
        focused = self.till.window.focusWidget()
        return isinstance(focused, FaceButton) or isinstance(sale.sheet, PaymentSheet) or sale.input.asks

    def _note(self, what: str) -> None:
        self.done.append(what)

    def _blame(self, fault: str) -> None:
        self.faults.append(f"{fault}, after {', '.join(self.done[-8:])}")
