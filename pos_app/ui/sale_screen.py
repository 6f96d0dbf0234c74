"""The transaction screen: zones in their places, sheets over entry and grid; draws views, emits intents."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from pos_app.ui.act_frame import ActFrame
from pos_app.ui.announce import announce
from pos_app.ui.button_grid import ButtonGridView, GridPages
from pos_app.ui.buttons import FaceButton
from pos_app.ui.customer_card import CustomerCard
from pos_app.ui.header import HeaderBar
from pos_app.ui.input_field import InputField
from pos_app.ui.numpad import RETURN, Numpad
from pos_app.ui.receipt_tabs import ReceiptTabs
from pos_app.ui.sheets.search import SearchSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.strip import MessageStrip
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.ui.totals_panel import TotalsPanel
from pos_app.ui.window_keys import PAD_KEYS, WINDOW_KEYS
from pos_app.ui.writing import Writing
from pos_app.ui.zones import Zone
from pos_app.views import ButtonView, SaleView, Severity, StripView

TAPPED = {"forced-offline": "sync.work_online", "storage-low": "health.open", "unwell": "health.open"}
"""What a tap on the indicator is for in these states; in all others it opens the sync centre."""
TENDER_LOOKS = ("payment", "tender", "tender", "tender", *["note"] * 8)


class SaleScreen(QWidget):
    """Intents go up as signals: an operation with its params, what was typed, a sheet wanted or closed."""

    operation_requested = Signal(str, object)
    entry_committed = Signal(object)
    tender_pressed = Signal(object, str)
    selection_wanted = Signal(list)
    session_wanted = Signal()
    question_answered = Signal(str)
    question_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.view: SaleView | None = None
        self.sheets: list[Sheet] = []
        self._came_from: QWidget | None = None
        self.header = HeaderBar(theme, self)
        self.customer = CustomerCard(theme, self)
        self.receipt = ReceiptTabs(theme, self)
        self.totals = TotalsPanel(theme, self)
        self.frame = ActFrame(theme, self.receipt, self)
        self.input = InputField(theme, self)
        self.numpad = Numpad(theme, self)
        self.tender: ButtonGridView | None = None
        self.pages = GridPages(theme, self)
        self.strip = MessageStrip(theme, self)
        self.writing = Writing(self)
        self._connect()
        self.place()

    def _connect(self) -> None:
        self.header.session_wanted.connect(self.session_wanted)
        self.header.sync_wanted.connect(self._tap_sync)
        self.header.cart_wanted.connect(self.close_sheets)
        self.customer.clicked.connect(self._open_customer)
        self.receipt.table.selection_wanted.connect(self.selection_wanted)
        self.pages.pressed.connect(self.press)
        self.strip.operation_requested.connect(self.operation_requested)
        self.numpad.typed.connect(self.input.type_text)
        self.numpad.erased.connect(self.input.erase)
        self.numpad.times_pressed.connect(self.input.times)
        self.numpad.return_pressed.connect(self.input.turn_round)
        self.numpad.entered.connect(self.input.commit)
        self.input.committed.connect(self.entry_committed)
        self.input.answered.connect(self.question_answered)
        self.input.question_left.connect(self.question_left)
        for signal in (self.numpad.refused, self.input.refused):
            signal.connect(self.refuse)

    # ---------------------------------------------------------------- drawing

    def show_sale(self, view: SaleView) -> None:
        """Draw what changed since the last view."""
        self.view = view
        self.header.show_header(view.header)
        self.customer.show_customer(view.customer)
        self.receipt.show_sale(view)
        self.totals.show_totals(view.totals)
        self._show_cart()
        self.numpad.set_decimal_mark(view.decimal_mark)
        self.numpad.set_no_goods(view.act.no_goods if view.act is not None else "")
        self.frame.show_act(view.act)
        self._show_tenders(view.tender_buttons)
        self.pages.show_pages(view.pages)
        if view.strip is not None:
            self.strip.show_message(view.strip)

    def _open_customer(self) -> None:
        card = self.view.customer if self.view is not None else None
        if card is not None and card.why_not:
            self.refuse(card.why_not)
        else:
            self.operation_requested.emit("customer.search", {})

    def _show_tenders(self, views: tuple[ButtonView, ...]) -> None:
        rows, columns = self.theme.size.tender_cells
        placed = tuple(
            _placed(view, position, columns) for position, view in enumerate(views[: rows * columns])
        )
        if self.tender is not None and self.tender.shows_same_places(placed):
            self.tender.show_buttons(placed)
            return
        if self.tender is not None:
            self.tender.hide()
            self.tender.deleteLater()
        rows = max(1, min(rows, -(-len(views) // columns)))
        self.tender = ButtonGridView(self.theme, placed, rows, columns, self, TENDER_LOOKS)
        self.tender.pressed.connect(self.press)
        self.tender.setVisible(not self.sheets)
        self.tender.setGeometry(self.theme.zone("tender"))

    def _tap_sync(self) -> None:
        """The indicator opens the sync centre, or what its state is about."""
        state = "" if self.view is None else self.view.header.sync.state
        self.operation_requested.emit(TAPPED.get(state, "sync.centre"), {})

    def refuse(self, why_not: str) -> None:
        """Say why something cannot be done now."""
        self.strip.show_message(StripView(Severity.WARNING, why_not))

    # ---------------------------------------------------------------- sheets

    @property
    def sheet(self) -> Sheet | None:
        """The sheet in sight."""
        return self.sheets[-1] if self.sheets else None

    def open_sheet(self, sheet: Sheet) -> None:
        """Lay a sheet over entry and grid, on top of those that are there."""
        if self.sheets:
            self.sheets[-1].hide()
        else:
            self._came_from = self.focusWidget()
        self.sheets.append(sheet)
        sheet.setParent(self)
        sheet.setGeometry(self._sheet_place(sheet))
        sheet.show()
        self._cover()
        sheet.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        words = (sheet.accessibleName(), sheet.sentence.text())
        announce(sheet, ". ".join(part for part in words if part), assertive=sheet.modal)

    def close_sheet(self, sheet: Sheet) -> None:
        """Take a sheet away; the one below comes into sight again."""
        if sheet not in self.sheets:
            return
        self.sheets.remove(sheet)
        sheet.is_closed = True
        sheet.hide()
        sheet.deleteLater()
        if self.sheets:
            self.sheets[-1].show()
            self.sheets[-1].first_field().setFocus(Qt.FocusReason.OtherFocusReason)
            self._cover()
        else:
            self._cover()
            self._give_focus_back(to_opener=sheet.was_left)

    def _give_focus_back(self, *, to_opener: bool) -> None:
        """Left, a sheet gives the focus back to what opened it; once its answer is used nothing waits for an Enter."""
        before, self._came_from = self._came_from, None
        if to_opener and before is not None and before in self.findChildren(QWidget) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def close_sheets(self) -> None:
        """Take all sheets away."""
        for sheet in reversed(list(self.sheets)):
            self.close_sheet(sheet)

    def _cover(self) -> None:
        for zone in (self.input, self.numpad, self.tender, self.pages):
            if zone is not None:
                zone.setVisible(not self.sheets)
        for part in (self.customer, self.receipt, self.totals, self.frame):
            part.setVisible(not (self.sheets and self.sheets[-1].whole))
        self._show_cart()

    def _show_cart(self) -> None:
        """What covers the sale leaves a chip of it in the header."""
        view, covered = self.view, bool(self.sheets) and self.sheets[-1].whole
        lines = len(view.lines) if view is not None and covered else 0
        self.header.show_cart(lines, (view.totals.total or view.totals.amount) if view is not None else "")

    def _sheet_place(self, sheet: Sheet) -> QRect:
        place = self.theme.zone("sheet")
        return place.united(self.frame.geometry().adjusted(6, 6, -6, -6)) if sheet.whole else place

    # ---------------------------------------------------------------- places

    def resizeEvent(self, event: object) -> None:
        """Put every zone in its place."""
        self.place()

    def place(self) -> None:
        """Put every zone where the theme has it now; rebuild the grids where other cells are wanted."""
        zone = self.theme.zone
        self.header.setGeometry(zone("header"))
        self.strip.setGeometry(zone("strip").adjusted(0, 0, 0, self.theme.gap))
        self.customer.setGeometry(zone("customer"))
        self.totals.setGeometry(zone("totals"))
        self.frame.place()
        self.input.setGeometry(zone("input"))
        self.numpad.setGeometry(zone("numpad"))
        if self.tender is not None:
            self.tender.setGeometry(zone("tender"))
        self.pages.setGeometry(QRect(zone("pages").topLeft(), zone("grid").bottomRight()))
        self.writing.place()
        for sheet in self.sheets:
            sheet.setGeometry(self._sheet_place(sheet))

    def restyle(self) -> None:
        """Draw everything anew in a theme that has changed."""
        if self.view is not None:
            self._show_tenders(self.view.tender_buttons)
        self.pages.refit()
        self.place()
        self.header.place()
        self.input.restyle()
        self.receipt.place()

    # ---------------------------------------------------------------- keys

    def type_text(self, text: str) -> bool:
        """Typed characters belong to the input, or to the sheet's own field."""
        if self.sheet is not None:
            taker = getattr(self.sheet, "type_text", None)
            return bool(taker is not None and taker(text))
        for sign in text:
            if sign in PAD_KEYS and self.input.is_empty:
                self.operation_requested.emit(PAD_KEYS[sign], {})
            elif sign in "*\u00d7":
                self.input.times()
            elif sign in "-\u2212" and not self.input.text():
                self._turn_round()
            else:
                self.input.type_text(sign)
        return True

    def _turn_round(self) -> None:
        """The key of the pad, so that its reason is said where nothing can come back."""
        if self.input.asks:
            self.input.type_text("-")
        else:
            self.numpad.key(RETURN).click()

    def press_enter(self) -> bool:
        """Enter commits the input or the sheet; on an empty input it presses only a button with the focus."""
        if self.sheet is not None:
            return self.sheet.enter()
        focused = self.focusWidget()
        if self.input.is_empty and isinstance(focused, FaceButton):
            focused.click()
        else:
            self.input.commit()
        return True

    def press_key(self, name: str) -> bool:
        """One of the keys of ux 11.1; a key badge on a button presses that button."""
        if name == "Esc":
            return self._step_back()
        if self.sheet is not None and self.sheet.press_key(name):
            return True
        if self.sheet is not None and (self.sheet.modal or name in ("Del", "Backspace", "Space")):
            return False
        if name in ("Ctrl+Z", "Ctrl+Y") and isinstance(self.focusWidget(), QLineEdit):
            return False
        if name in ("Up", "Down") and (self.sheet is not None or self.input.is_empty):
            return self._move(-1 if name == "Up" else 1)
        if name in ("PgUp", "PgDown") and self.sheet is None:
            page = max(1, self.theme.zone("lines").height() // self.theme.size.line_height)
            return self._move(-page if name == "PgUp" else page)
        if name.startswith("Ctrl+") and name[5:] in "12345" and self.sheet is None:
            self.pages.turn_to(int(name[5:]) - 1)
            return True
        if name == "Ctrl+F":
            return self._search()
        if name.startswith("Alt+") and name[4:] in "123":
            self.receipt.turn_to(int(name[4:]) - 1)
            return True
        return self._edit(name) or self._press_badge(name)

    def _search(self) -> bool:
        """The search box of what is in sight; on the sale itself the search for products."""
        if isinstance(self.sheet, SearchSheet):
            self.sheet.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.sheet.box.selectAll()
        elif self.sheet is None:
            self.operation_requested.emit("product.search", {})
        return True

    def _edit(self, name: str) -> bool:
        table = self.receipt.table
        if name == "Backspace":
            self.input.erase()
        elif name == "Space" and self.input.text():
            self.input.type_text(" ")
        elif name == "Space" and not isinstance(self.focusWidget(), FaceButton):
            table.toggle_cursor()
        elif name == "Del":
            self._void_lines()
        else:
            return False
        return True

    def _void_lines(self) -> None:
        lines = self.receipt.table.lines
        meant = self.receipt.table.line_meant()
        numbers = [line.number for line in lines if line.selected] or ([meant.number] if meant else [])
        if not numbers:
            self.refuse(tr("There is no line to void. Scan or type an item first."))
        elif len(numbers) > 1:
            self.operation_requested.emit("line.void", {})
        else:
            self.operation_requested.emit("line.void", {"line": numbers[0]})

    def _move(self, rows: int) -> bool:
        if self.sheet is not None:
            return self.sheet.step(rows)
        focused = self.focusWidget()
        if isinstance(focused, FaceButton) and isinstance(focused.parent(), Zone):
            return False
        self.receipt.table.move_cursor(rows)
        return True

    def _press_badge(self, name: str) -> bool:
        for button in (*(self.view.tender_buttons if self.view else ()), *self.pages.buttons):
            if button.key == name:
                self.press(button)
                return True
        if name in WINDOW_KEYS:
            self.operation_requested.emit(WINDOW_KEYS[name], {})
            return True
        return False

    def press(self, view: ButtonView) -> None:
        """What a tap on this button does, wherever it stands."""
        if view.why_not:
            self.refuse(view.why_not)
        elif view.operation.startswith("tender."):
            self.tender_pressed.emit(view, self.input.take())
        elif view.operation == "line.quantity" and not view.params and self.input.text():
            self.operation_requested.emit(view.operation, {"quantity": self.input.take()})
        else:
            self.operation_requested.emit(view.operation, dict(view.params))

    def _step_back(self) -> bool:
        if self.sheet is not None:
            self.sheet.leave()
            return True
        if self.input.step_back():
            return True
        if any(line.selected for line in self.receipt.table.lines):
            self.selection_wanted.emit([])
            return True
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from zone to zone, in the order of the work."""
        if self.sheet is not None:
            return self.sheet.focusNextPrevChild(forward)
        zones: list[QWidget | None] = [
            self.input, self.receipt.table, self.receipt, self.numpad, self.tender, self.pages.grid,
            self.pages.tabs, self.header, self.customer,
        ]  # fmt: skip
        stops = [zone for zone in zones if zone is not None and zone.isVisible()]
        focused = self.focusWidget()
        at = next((i for i, zone in enumerate(stops) if focused is zone), -1)
        if at < 0 and focused is not None:
            at = next(
                (i for i, zone in enumerate(stops) if isinstance(zone, Zone) and focused in zone.stops), -1
            )
        for offset in range(1, len(stops) + 1):
            zone = stops[(at + (offset if forward else -offset)) % len(stops)]
            if isinstance(zone, Zone):
                if zone.take_focus():
                    return True
            else:
                zone.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False


def _placed(view: ButtonView, position: int, columns: int) -> ButtonView:
    return ButtonView(view.text, view.operation, view.params, "payment", view.key, view.why_not, view.needs_approval,
                      view.count, position // columns, position % columns)  # fmt: skip
