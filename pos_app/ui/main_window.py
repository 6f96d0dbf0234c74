"""The window: sign-in, lock and the transaction screen in one frame, and the keys that go to whichever is in sight."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from pos_app.appearance import Appearance, Layers
from pos_app.devices.sounds import Sound
from pos_app.ui.announce import announce
from pos_app.ui.key_overlay import KeyOverlay
from pos_app.ui.keyboard import KeyRouter
from pos_app.ui.scan_recorder import ScanRecorder
from pos_app.ui.scanner_input import DEFAULT_LIMITS, ScannerLimits
from pos_app.ui.sign_in import SignInScreen
from pos_app.ui.sizes import is_too_small
from pos_app.ui.styling import restyle
from pos_app.ui.texts import speak
from pos_app.ui.theme import Theme, apply_colours
from pos_app.ui.too_small import TooSmall
from pos_app.views import ButtonView, SaleView, Screen, Severity, SignInView, StripView
from retail.looks import Look

if TYPE_CHECKING:
    from pos_app.ui.sale_screen import SaleScreen


class MainWindow(QWidget):
    """Scans come out of here whatever has the focus; everything else the screens emit themselves."""

    code_scanned = Signal(str)
    sounded = Signal(str)
    closing = Signal()
    look_changed = Signal(object)
    limits_changed = Signal(object)
    mute_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        clock_ms: Callable[[QKeyEvent], int],
        limits: ScannerLimits = DEFAULT_LIMITS,
        layers: Layers | None = None,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.layers = layers or Layers(theme.look)
        self.setWindowTitle("Kassa")
        self.setObjectName("window")
        self.sign_in = SignInScreen(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sign_in)
        self._too_small = TooSmall(theme)
        self.overlay = KeyOverlay(theme, self)
        self._stack.addWidget(self._too_small)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._screen = Screen.SIGN_IN
        self.limits = limits
        self.is_mute = False
        self._router = KeyRouter(self, self, clock_ms, limits)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self._router)
        self.sign_in.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.resize(QSize(*theme.canvas))
        self.sign_in.setFocus()

    @cached_property
    def sale(self) -> "SaleScreen":
        """The transaction screen, made when it is first asked for: a sign-in does not wait for it."""
        from pos_app.ui.sale_screen import SaleScreen  # noqa: PLC0415 -- as above

        sale = SaleScreen(self.theme)
        self._stack.insertWidget(1, sale)
        sale.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._router.touched.connect(lambda: sale.writing.by_touch(by_touch=True))
        self._router.typed.connect(lambda: sale.writing.by_touch(by_touch=False))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(sale.writing.offer)
        return sale

    @property
    def screen_shown(self) -> Screen:
        """Which screen is in sight."""
        return self._screen

    def show_sale(self, view: SaleView) -> None:
        """Draw the register as it stands; signed out or locked, the sale is hidden but kept."""
        speak(view.language)
        before, self._screen = self._screen, view.screen
        behind = view.screen in (Screen.SIGN_IN, Screen.LOCKED)
        self.sale.show_sale(view)
        wanted: QWidget = self.sign_in if behind else self.sale
        if before != view.screen:
            self.overlay.close_over()
        if self._stack.currentWidget() is not wanted:
            self._stack.setCurrentWidget(wanted)
            self.sign_in.pad.take()
            self.sign_in.show_message(None)
            wanted.setFocus()

    def show_sign_in(self, view: SignInView) -> None:
        """Draw who may sign in or must unlock."""
        speak(view.language)
        self.sign_in.show_sign_in(view)

    def say(self, severity: Severity, text: str, actions: tuple[ButtonView, ...] = ()) -> None:
        """Say something where the cashier looks now, with at most two buttons."""
        self._show_message(StripView(severity, text, actions))

    def _show_message(self, message: StripView) -> None:
        if self._stack.currentWidget() is self.sign_in:
            self.sign_in.show_message(None if message.severity is Severity.OK else message)
        else:
            self.sale.strip.show_message(message)

    def reject(self, strip: StripView) -> None:
        """Refuse something aloud: in words where the cashier looks now, and by ear."""
        self._show_message(strip)
        self.sounded.emit(Sound.REJECT)

    def scan(self, code: str) -> None:
        """A code came from a scanner, whatever has the focus."""
        self.overlay.close_over()
        self.code_scanned.emit(code)

    def type_text(self, text: str) -> bool:
        """Typed characters go to the screen in sight; while the keys are shown, each presses what it stands on."""
        if self.overlay.isVisible():
            self.overlay.take(text)
            return True
        return self._keys().type_text(text)

    def press_enter(self) -> bool:
        """Enter goes to the screen in sight."""
        if self.overlay.isVisible():
            self.overlay.close_over()
            return True
        return self._keys().press_enter()

    def press_key(self, name: str) -> bool:
        """A key goes to the screen in sight; F1 shows the keys, and any key takes them away."""
        if self.overlay.isVisible():
            self.overlay.close_over()
            if name in ("F1", "Esc"):
                return True
        elif name == "F1":
            self.show_keys()
            return True
        return self._keys().press_key(name)

    def show_keys(self) -> None:
        """Show the key of everything in sight."""
        if self._stack.currentWidget() is not self._too_small:
            self.overlay.open_over(self._keys(), lists=self._keys() is self.sale)

    def _keys(self) -> "SaleScreen | SignInScreen":
        return self.sign_in if self._stack.currentWidget() is self.sign_in else self.sale

    def record_scans(
        self, recorder: ScanRecorder | None, recorded: Callable[[], None] = lambda: None
    ) -> None:
        """Only look at what is scanned, until nobody records any more."""
        self._router.record(recorder, recorded)

    def be_silent(self, mute: bool) -> None:
        """Make no sounds any more, or make them again; the strip says everything either way."""
        self.is_mute = mute
        self.mute_changed.emit(mute)

    def know_scanner_by(self, limits: ScannerLimits) -> None:
        """Tell the scanner from typing by these limits from now on."""
        self.limits = limits
        self._router.know_by(limits)
        self.limits_changed.emit(limits)

    def wear(self, look: Appearance) -> None:
        """Change to another look at once, as somebody chose it here; nothing typed or open is lost."""
        self._lay(self.layers.choosing(look))

    def dress(self, profile: Look) -> None:
        """Wear what headquarters says, below what was chosen here; where it says the same again, nothing happens."""
        if profile != self.layers.profile:
            self._lay(replace(self.layers, profile=profile))

    def follow_profile(self) -> None:
        """Look as headquarters says again, whatever was chosen here."""
        self._lay(replace(self.layers, own={}))

    def _lay(self, layers: Layers) -> None:
        self.layers = layers
        before, look = self.theme.colours, layers.look
        self.theme.wear(look, self.theme.canvas)
        app = QApplication.instance()
        if isinstance(app, QApplication) and before != self.theme.colours:
            apply_colours(app, self.theme)
        self._restyle()
        self.look_changed.emit(layers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen: its zones, or the words that it is too small."""
        canvas = (self.width(), self.height())
        if canvas != self.theme.canvas:
            self.theme.wear(self.theme.look, canvas)
            self._restyle()
            self.overlay.close_over()
        self._choose_screen()
        super().resizeEvent(event)

    def _choose_screen(self) -> None:
        behind = self._screen in (Screen.SIGN_IN, Screen.LOCKED)
        wanted: QWidget = self.sign_in if behind else self.sale
        if is_too_small((self.width(), self.height())):
            wanted = self._too_small
        if self._stack.currentWidget() is not wanted:
            self._stack.setCurrentWidget(wanted)
            if wanted is self._too_small:
                announce(wanted, self._too_small.words(), assertive=True)

    def _restyle(self) -> None:
        restyle(self, self.theme)
        if "sale" in vars(self):
            self.sale.restyle()
        self.sign_in.restyle()
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()
            widget.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell whoever has to tidy up."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self._router)
        self.closing.emit()
        super().closeEvent(event)
