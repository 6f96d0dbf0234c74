"""The sync centre (S60): what waits for headquarters, what needs somebody, and what came from there."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import Choices, ResultList, Row
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import OutboxRowView, SyncCentreView

ROW_FURNITURE = 110
"""The width of a row that its texts do not have: glyph, edges, the space between."""
PARTS = ("attention", "waiting", "received")


class SyncCentreSheet(Sheet):
    """Sends by itself; its buttons are only where a person can change what comes of it.

    Object names: `part-attention`, `part-waiting`, `part-received`, `line`, `technical`, `again`, `show-order`,
    `fix`, `ask`.
    """

    name = "sync-centre"
    order_wanted = Signal(str)

    def __init__(self, theme: Theme, view: SyncCentreView) -> None:
        super().__init__(theme, tr("Sync centre"), tr("Sync now"), view.sentence)
        self.view = view
        self.part = "attention" if view.attention_count else "waiting"
        self.is_technical = False
        self.parts = Choices(theme, [(part, self._caption(part), "") for part in PARTS], self.part)
        for part, button in self.parts.buttons.items():
            button.setObjectName(f"part-{part}")
        self.parts.chosen.connect(self.turn_to)
        self.body.addWidget(self.parts)
        self.list = ResultList(theme, tr("Documents"))
        self.list.taken.connect(lambda row: self._show_current())
        self.body.addWidget(self.list, 1)
        self.detail = label(theme, "", "secondary", "text_secondary")
        self.detail.setWordWrap(True)
        self.body.addWidget(self.detail)
        self.line = self._button(view.line.text, "line", lambda: self._ask(self.view.line.operation))
        self.technical = self._button(tr("Details for IT"), "technical", self._toggle_technical)
        self.again = self._button(tr("Try again"), "again", self._try_again)
        self.show_order = self._button(tr("Show order"), "show-order", self._show_order)
        self.fix = self._button(tr("Fix delivery"), "fix", self._fix_delivery)
        self.ask = self._button(tr("Ask headquarters"), "ask", self._ask_about)
        self.add_buttons(self.line, self.technical, self.again, self.show_order, self.fix, self.ask)
        self.show_centre(view)

    def _button(self, text: str, name: str, press: Callable[[], None]) -> FaceButton:
        button = FaceButton(self.theme, text, "plain")
        button.setObjectName(name)
        button.setFixedHeight(self.theme.field_height)
        button.clicked.connect(press)
        return button

    def show_centre(self, view: SyncCentreView) -> None:
        """Draw how it stands now; the part in sight and the current row stay."""
        self.view = view
        self.sentence.setText(view.sentence)
        self.line.setText(view.line.text)
        self.line.setAccessibleName(view.line.text)
        self.primary.set_why_not(view.sync_why_not)
        for part, button in self.parts.buttons.items():
            button.setText(self._caption(part))
            button.setAccessibleName(self._caption(part))
        self._fill()

    def turn_to(self, part: str) -> None:
        """Bring a part into sight."""
        self.part = part
        self._fill()

    @property
    def entries(self) -> tuple[OutboxRowView, ...]:
        """The documents in sight."""
        return {"attention": self.view.attention, "waiting": self.view.waiting}.get(self.part, ())

    @property
    def current(self) -> OutboxRowView | None:
        """The document at the cursor."""
        return self.entries[self.list.row] if 0 <= self.list.row < len(self.entries) else None

    def step(self, rows: int) -> bool:
        """Arrows move in the list."""
        self.list.step(rows)
        self._show_current()
        return True

    def draft(self) -> Mapping[str, object]:
        """Nothing to keep."""
        return {}

    def first_field(self) -> QWidget:
        """Sending now is what most come for."""
        return self.primary

    def _caption(self, part: str) -> str:
        match part:
            case "attention":
                return tr("Needs attention {number}", number=self.view.attention_count)
            case "waiting":
                return tr("Waiting {number}", number=self.view.waiting_count)
            case _:
                return tr("Received")

    def _fill(self) -> None:
        kept = self.list.row
        if self.part == "received":
            rows: Sequence[Row] = [
                Row(each.name, each.rows, each.at, each.age, "ok") for each in self.view.received
            ]
            empty = tr("Nothing was received yet.")
        else:
            rows = [Row(each.text, each.detail, "", each.saved, each.glyph) for each in self.entries]
            empty = tr("Nothing needs attention.") if self.part == "attention" else tr("Everything was sent.")
        if rows != list(self.list.rows) or not rows:
            self.list.show_rows(rows, empty)
            self.list.step(max(0, kept))
        self._show_current()

    def _show_current(self) -> None:
        entry = self.current
        shown = entry is not None and entry.needs_somebody
        self.again.setVisible(shown)
        self.ask.setVisible(entry is not None and self.part == "attention")
        self.fix.setVisible(entry is not None and entry.is_undelivered)
        self.show_order.setVisible(shown and entry is not None and bool(entry.search))
        words = ""
        if entry is not None and self.is_technical:
            words = " \u00b7 ".join(entry.technical)
        elif entry is not None and not self._fits(entry):
            words = entry.detail
        self.detail.setText(words)
        self.detail.setVisible(bool(words))

    def _fits(self, entry: OutboxRowView) -> bool:
        """Whether the second line of a row can be read in full in the list."""
        metrics = QFontMetrics(self.theme.font("secondary"))
        return metrics.horizontalAdvance(f"{entry.detail}{entry.saved}") <= self.inner - ROW_FURNITURE

    def _toggle_technical(self) -> None:
        self.is_technical = not self.is_technical
        self.technical.set_chosen(self.is_technical)
        self._show_current()

    def _ask(self, operation: str) -> None:
        self.operation_requested.emit(operation, {})

    def _try_again(self) -> None:
        if self.current is not None:
            self.operation_requested.emit("sync.again", {"id": self.current.id})

    def _fix_delivery(self) -> None:
        if self.current is not None:
            self.operation_requested.emit("order.fix_delivery", {"id": self.current.id})

    def _ask_about(self) -> None:
        if self.current is not None:
            self.operation_requested.emit("sync.ask", {"id": self.current.id})

    def _show_order(self) -> None:
        if self.current is not None:
            self.order_wanted.emit(self.current.search)
