"""Replays scanners and typists, key by key at their own pace, into one widget after another."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from pos_app.binder import Binder
from pos_app.operations.registry import Approval, Outcome, Refused
from pos_app.scan_routing import TAKING_CODES
from pos_app.ui.main_window import MainWindow
from pos_app.ui.pin_pad import PinPad
from pos_app.views import Values
from retail.barcodes import check_digit, confirmation_number, is_right
from retail.messages import say
from tests.pos_app.small_desk import SmallDesk
from tests.pos_app.ui.hands import Hands

USB_MS, BLUETOOTH_MS, HUMAN_MS = (7, 16), (60, 120), (80, 250)
"""The recorded gaps between two keys, from the shortest to the longest."""


@dataclass
class Heard:
    """What the window was given of the keys: what it took for typing, for Enter, for a key of its own."""

    window: MainWindow
    typed: str = ""
    others: int = 0

    def scan(self, code: str) -> None:
        self.window.scan(code)

    def type_text(self, text: str) -> bool:
        self.typed += text
        return self.window.type_text(text)

    def press_enter(self) -> bool:
        self.others += 1
        return self.window.press_enter()

    def press_key(self, name: str) -> bool:
        self.others += 1
        return self.window.press_key(name)


@dataclass
class Replay:
    """One window in one state, the randomness, and what became of the scans."""

    window: MainWindow
    binder: Binder
    desk: SmallDesk
    hands: Hands
    arrange: Callable[[MainWindow], None]
    randomness: random.Random
    counts: dict[str, int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    handled: int = 0

    def __post_init__(self) -> None:
        self.heard = Heard(self.window)
        self._router = self.window._router
        self._router._target = self.heard
        self.desk.answers["product.add"] = self._add
        self.desk.badge_user = self._badge  # type: ignore[method-assign]
        self.window.sounded.connect(self._hear)
        self.set_up()

    def set_up(self) -> None:
        """Make the state anew."""
        self.window.sale.close_sheets()
        self.arrange(self.window)
        if self.window.sale.view is not None:
            self.desk.shown = self.window.sale.view
        opening, sheet = self.binder.opening, self.window.sale.sheet
        opening.orders.find = self._find_order  # type: ignore[method-assign]
        if sheet is not None and sheet.picks:
            sheet.take_scan = self._pick  # type: ignore[method-assign]
        if isinstance(sheet, TAKING_CODES) and sheet.take_code("3"):
            sheet.take_code = self._take  # type: ignore[method-assign]
        QApplication.processEvents()

    def targets(self) -> list[QWidget]:
        """Every widget that can have the focus now, and the window itself."""
        return [
            each
            for each in self.window.findChildren(QWidget)
            if each.isVisible() and each.isEnabled() and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]

    def aim(self, target: QWidget) -> bool:
        """Give the focus to a widget, where it is still there."""
        if not isValid(target) or not target.isVisible():
            return False
        target.setFocus()
        return True

    # ---------------------------------------------------------------- what is replayed

    def scan_once(self) -> None:
        """One pull of the trigger, by any scanner, and what the property asks of it."""
        code, profile = self._code(), self.randomness.choice(("usb", "usb", "bluetooth"))
        before, handled, refused = self._texts(), self.handled, len(self.refused)
        self.heard.typed, self.heard.others = "", 0
        self._count(profile)
        expected = self._pull(code, profile)
        if self.randomness.random() < 0.1:
            expected += self._pull_again(code, profile)
        self._rest()
        outcomes = self.handled - handled + len(self.refused) - refused
        assert outcomes == expected, (
            f"{code} ({profile}) was handled or refused {outcomes} times, not {expected}"
        )
        assert (self.heard.typed, self.heard.others) == ("", 0), f"{code} ({profile}) leaked {self.heard}"
        assert self._texts() == before, f"{code} ({profile}) changed a text"
        said = self.refused[refused:]
        assert all(code in words for words in said), f"{code} was refused with {said}"

    def type_once(self) -> None:
        """A person types digits: they arrive one by one, and are no scan."""
        digits = "".join(self.randomness.choices("0123456789", k=self.randomness.randint(1, 13)))
        handled, refused = self.handled, len(self.refused)
        self.heard.typed = ""
        self._count("human")
        for sign in digits:
            self._strike(Qt.Key.Key_unknown, sign, HUMAN_MS)
        self._rest()
        assert self.heard.typed == digits, f"{digits} was typed and {self.heard.typed} arrived"
        assert (self.handled, len(self.refused)) == (handled, refused), f"{digits} was taken for a scan"

    def _pull(self, code: str, profile: str) -> int:
        gaps = USB_MS if profile == "usb" else BLUETOOTH_MS
        self.hands._now_ms += 1000
        if profile == "bluetooth":
            key, text = self.randomness.choice(((Qt.Key.Key_F24, ""), (Qt.Key.Key_B, "\x02")))
            self._strike(key, text, gaps)
        for sign in code:
            if sign.isupper():
                self._strike(Qt.Key.Key_Shift, "", (0, 2))
            self._strike(Qt.Key.Key_unknown, sign, gaps)
        ends = [(Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Enter, "\r"), (Qt.Key.Key_Tab, "\t")]
        if len(code) >= 8 and self.randomness.random() < 0.05:
            self._count("without an end")
        else:
            self._strike(*self.randomness.choice(ends), gaps)
        return 1

    def _pull_again(self, code: str, profile: str) -> int:
        """The same code again: within 150 ms the scanner read it twice, later somebody scanned it twice."""
        if profile == "bluetooth" or self._router._classifier.is_holding:
            return 0
        is_double = self.randomness.random() < 0.5
        self._count("read twice" if is_double else "scanned twice")
        for place, sign in enumerate(code):
            self._strike(
                Qt.Key.Key_unknown, sign, USB_MS if place else (20, 120) if is_double else (300, 900)
            )
        self._strike(Qt.Key.Key_Return, "\r", USB_MS)
        return 0 if is_double else 1

    def _strike(self, key: Qt.Key, text: str, gaps: tuple[int, int]) -> None:
        """A key after its gap; what the window would have noticed in the pause, it notices."""
        now = self.hands._now_ms + self.randomness.randint(*gaps)
        due = self._router._classifier.due_ms
        if due is not None and due <= now:
            self._router.pass_time(due)
        self.hands._send(key, text, now - self.hands._now_ms)

    def _rest(self) -> None:
        self.hands._now_ms += 1000
        self._router.pass_time(self.hands._now_ms)

    def _code(self) -> str:
        draw = self.randomness
        kind = draw.randrange(8)
        digits = "".join(draw.choices("0123456789", k=17))
        if kind == 0:
            return confirmation_number(f"HOUSTON-{draw.randint(1, 9)}", draw.randint(1, 99_999))
        if kind == 1:
            return f"]d201{digits[:13]}{check_digit(digits[:13])}10{digits[:6]}\x1d21AB {digits[6:10]}"
        if kind == 2:
            return f"STAFF-{digits[:6]}"
        if kind == 3:
            return "".join(draw.choices("0123456789ABCDEFabcdef-/.", k=draw.randint(4, 20)))
        if kind == 4:
            return digits[: draw.randint(4, 13)]
        body = digits[: draw.choice((7, 11, 12, 13))]
        return body + check_digit(body)

    # ---------------------------------------------------------------- what became of it

    def _add(self, params: Values, approval: Approval | None) -> Outcome:
        code = str(params["code"])
        if code.isdigit() and not is_right(code):
            return Refused(say("Unknown code {code}.", code=code))
        self.handled += 1
        return self.desk.done("product.add")

    def _badge(self, code: str) -> str:
        user = SmallDesk.badge_user(self.desk, code)
        self.handled += bool(user)
        return user

    def _find_order(self, code: str = "", preset: str = "") -> None:
        self.handled += 1

    def _pick(self, lines: object) -> None:
        self.handled += 1

    def _take(self, code: str) -> bool:
        """The sheet asks for a code of its own: a card, a serial number."""
        self.handled += 1
        return True

    def _hear(self, sound: str) -> None:
        strip = self.window.sale.strip.text
        self.refused.append(f"{strip} {self.window.sign_in.accessibleDescription()}")

    def _texts(self) -> tuple[str, ...]:
        """Everything that a digit could have leaked into."""
        fields = [each.text() for each in self.window.findChildren(QLineEdit)]
        return (*fields, *(each._pin for each in self.window.findChildren(PinPad)))

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1
