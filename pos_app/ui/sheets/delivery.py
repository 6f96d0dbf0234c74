"""How goods leave us: the ship sheet (D02), the pick-up sheet (D04) and the line picker (D03)."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListView, QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import Choices, DayField, DigitKeys, ResultList, Row
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import spoken, tr
from pos_app.ui.theme import Theme
from pos_app.views import SPLIT, ChoiceView, LineView, PickUpView, ShipView


def options(choices: tuple[ChoiceView, ...]) -> list[tuple[str, str, str]]:
    """Choices as a row of buttons takes them."""
    return [(each.value, each.text, each.why_not) for each in choices]


class TypeChoice(Choices):
    """Order or quote, on the sheet that delivers its goods (decision 10); nothing where that is settled."""

    def __init__(self, theme: Theme, kinds: tuple[ChoiceView, ...], kind: str) -> None:
        super().__init__(theme, options(kinds), kind)

    def params(self) -> dict[str, object]:
        """What was chosen, if anything could be."""
        return {"type": self.value} if self.buttons else {}

    def restore(self, draft: Mapping[str, object]) -> None:
        """Choose what was kept."""
        if draft.get("type") in self.buttons:
            self.choose(str(draft["type"]))


class ShipSheet(Sheet):
    """D02: everything about a shipment on one sheet, filled in so that Enter is enough."""

    name = "ship"
    is_written = False
    address_wanted = Signal()
    calendar_wanted = Signal()
    place_chosen = Signal()

    def __init__(self, theme: Theme, view: ShipView, lines: tuple[int, ...]) -> None:
        super().__init__(theme, view.title, tr("Ship, then pay"))
        self.view, self.lines = view, lines
        self.kind = TypeChoice(theme, view.kinds, view.kind)
        self.addresses = view.addresses
        self.address_id = view.address
        self.new_address: dict[str, object] = {}
        self.place = Choices(theme, options(view.places), view.place)
        self.address = FaceButton(theme, "", "select")
        self.address.setFixedSize(min(theme.scaled(560), self.room), theme.field_height)
        self.mode = Choices(theme, options(view.modes), view.mode)
        self.day = DayField(theme, view.days)
        self.charge = self.text_field(f"0{spoken().notation.decimal_mark}00", width=140, longest=14)
        self.charge.setText(view.charge)
        self.charge.setEnabled(not view.charge_why_not)
        if view.kinds:
            self.row(tr("Type"), self.kind)
        self.stock = label(theme, view.stock, "secondary", "text_secondary")
        self.stock.setWordWrap(True)
        self.row(tr("Ship from"), self.place)
        self._stock_row = self.row(tr("Stock"), self.stock, stretch=True)
        self._show_stock(view.stock)
        self.row(tr("Address"), self.address)
        self.row(tr("Delivery mode"), self.mode)
        self.row(tr("Ship date"), self.day)
        self.row(tr("Charge"), self.charge, label(theme, view.charge_why_not, "secondary", "text_secondary"))
        self.body.addStretch(1)
        self.keys = DigitKeys(theme, self.charge)
        self.body.addWidget(self.keys)
        self.keys.setVisible(not view.charge_why_not)
        self.show_consequence(view.consequence)
        self.address.clicked.connect(self.address_wanted)
        self.day.calendar_wanted.connect(self.calendar_wanted)
        for signal in (
            self.kind.chosen, self.place.chosen, self.mode.chosen, self.day.changed, self.charge.textEdited,
        ):  # fmt: skip
            signal.connect(self.touch)
        for choices in (self.place, self.mode):
            choices.refused.connect(self.refused)
        self.place.chosen.connect(self.place_chosen)
        self._show_address()

    def set_address(self, id: str, new: Mapping[str, object] | None = None) -> None:
        """Ship to one of the customer's addresses, or to one for this order only; then `fit` says what goes there."""
        self.address_id, self.new_address = id, dict(new or {})
        self._show_address()
        self.place_chosen.emit()

    def fit(self, view: ShipView) -> None:
        """Offer the modes and days of the address and the place chosen; what was chosen stays where it fits."""
        kept = {each.value for each in view.modes if not each.why_not}
        self.addresses = view.addresses
        self._show_stock(view.stock)
        self.mode.offer(options(view.modes), self.mode.value if self.mode.value in kept else view.mode)
        if view.days.closed != self.day.days.closed:
            self.day.set_days(view.days)
        self._show_address()
        self.touch()

    def _show_stock(self, words: str) -> None:
        """A place without figures takes no row: there is little room."""
        self.stock.setText(words)
        caption = self._stock_row.itemAt(0)
        for widget in (self.stock, None if caption is None else caption.widget()):
            if widget is not None:
                widget.setVisible(bool(words))

    def _show_address(self) -> None:
        texts = {each.value: each.text for each in self.addresses}
        new = ", ".join(str(self.new_address[key]) for key in ("line1", "city") if self.new_address.get(key))
        shown = texts.get(self.address_id) or new or tr("Choose an address")
        metrics = QFontMetrics(self.theme.font("body"))
        self.address.setText(
            metrics.elidedText(shown, Qt.TextElideMode.ElideRight, self.address.width() - 60)
        )
        self.address.setAccessibleName(tr("Address: {address}", address=shown))

    def params(self) -> dict[str, object]:
        """The answers."""
        answers: dict[str, object] = {
            "date": self.day.day.isoformat(), "from": self.place.value,
            "charge": self.charge.text().strip() or "0", **self.kind.params(),
        }  # fmt: skip
        answers |= {"split": True} if self.mode.value == SPLIT else {"mode": self.mode.value}
        if self.lines:
            answers["lines"] = list(self.lines)
        if self.address_id:
            answers["address"] = self.address_id
        elif self.new_address:
            answers["address"] = dict(self.new_address)
        return answers

    def restore(self, draft: Mapping[str, object]) -> None:
        """Fill in what was kept, where it still fits."""
        self.kind.restore(draft)
        mode = SPLIT if draft.get("split") else draft.get("mode")
        if mode in self.mode.buttons:
            self.mode.choose(str(mode))
        if draft.get("from") in self.place.buttons:
            self.place.choose(str(draft["from"]))
        self.charge.setText("" if draft.get("charge") == "0" else str(draft.get("charge", "")))
        day = date.fromisoformat(str(draft["date"]))
        if self.view.days.earliest <= day <= self.view.days.latest:
            self.day.choose(day)

    def first_field(self) -> QWidget:
        """The address where there is none yet."""
        return self.primary if self.address_id or self.new_address else self.address


class PickUpSheet(Sheet):
    """D04: where and when the goods are fetched, and by whom."""

    name = "pick-up"
    calendar_wanted = Signal()
    store_chosen = Signal(str)

    def __init__(self, theme: Theme, view: PickUpView, lines: tuple[int, ...]) -> None:
        super().__init__(theme, view.title, tr("Pick up, then pay"))
        self.view, self.lines = view, lines
        self.kind = TypeChoice(theme, view.kinds, view.kind)
        self.store = Choices(theme, options(view.stores), view.store)
        self.day = DayField(theme, view.days)
        self.stock = label(theme, view.stock, "secondary", "text_secondary")
        self.stock.setWordWrap(True)
        self.collector = self.text_field(tr("The customer"), width=420, longest=100)
        self.collector.setText(view.collector)
        if view.kinds:
            self.row(tr("Type"), self.kind)
        self.row(tr("Store"), self.store)
        self.row(tr("Stock"), self.stock, stretch=True)
        self.row(tr("Date"), self.day)
        self.row(tr("Collected by"), self.collector)
        self.body.addStretch(1)
        self.show_consequence(view.consequence)
        self.day.calendar_wanted.connect(self.calendar_wanted)
        self.store.refused.connect(self.refused)
        self.store.chosen.connect(self.store_chosen)
        for signal in (self.kind.chosen, self.store.chosen, self.day.changed, self.collector.textEdited):
            signal.connect(self.touch)

    def fit(self, view: PickUpView) -> None:
        """Show the days and the stock of the store that was chosen."""
        self.day.set_days(view.days)
        self.stock.setText(view.stock)

    def params(self) -> dict[str, object]:
        """The answers."""
        answers: dict[str, object] = {
            "store": self.store.value, "date": self.day.day.isoformat(), **self.kind.params(),
        }  # fmt: skip
        if self.collector.text().strip():
            answers["collector"] = self.collector.text().strip()
        if self.lines:
            answers["lines"] = list(self.lines)
        return answers

    def restore(self, draft: Mapping[str, object]) -> None:
        """Fill in what was kept, where it still fits."""
        self.kind.restore(draft)
        self.collector.setText(str(draft.get("collector", "")))
        day = date.fromisoformat(str(draft["date"]))
        if self.view.days.earliest <= day <= self.view.days.latest:
            self.day.choose(day)


class LinePicker(Sheet):
    """D03: which lines are meant, where *selected* was pressed and nothing was selected."""

    name = "lines"
    picks = True

    def __init__(self, theme: Theme, lines: tuple[LineView, ...], will_be: str) -> None:
        super().__init__(theme, tr("Which lines?"), tr("Continue"), tr("Tap the lines, then Continue."))
        self.lines = lines
        self.will_be = will_be
        self.picked = {line.number for line in lines if line.selected}
        self.list = ResultList(theme, tr("Lines"))
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.all = FaceButton(theme, tr("All"), "plain")
        self.none = FaceButton(theme, tr("None"), "plain")
        self.body.addWidget(self.list, 1)
        for button, numbers in ((self.all, {line.number for line in lines}), (self.none, set[int]())):
            button.setFixedSize(80 if theme.is_narrow else 110, 64)
            button.clicked.connect(lambda checked=False, numbers=numbers: self._pick(set(numbers)))
            self.footer.insertWidget(self.footer.count() - 2, button)
        self.list.taken.connect(lambda row: self._pick(self.picked ^ {lines[row].number}))
        self._pick(self.picked)

    def params(self) -> dict[str, object]:
        """The numbers of the lines picked."""
        return {"lines": self.picked_in_order()}

    def picked_in_order(self) -> list[int]:
        """The numbers of the lines picked, as they stand on the receipt."""
        return sorted(self.picked)

    def take_scan(self, lines: Sequence[int]) -> None:
        """Lines of one article were scanned: the next of them is meant, or none where all were."""
        rest = [number for number in lines if number not in self.picked]
        self._pick(self.picked | {rest[0]} if rest else self.picked - set(lines))

    def _pick(self, numbers: set[int]) -> None:
        self.picked = numbers
        at = self.list.verticalScrollBar().value()
        self.list.show_rows([self._row(line) for line in self.lines])
        self.list.verticalScrollBar().setValue(at)
        self.primary.set_why_not("" if numbers else tr("Tap at least one line first."))

    def _row(self, line: LineView) -> Row:
        now = line.mode or tr("Carry out")
        if line.number in self.picked:
            return Row(
                line.name,
                f"{now} \u2192 {self.will_be}",
                line.amount,
                f"{line.quantity} \u00d7",
                icon="check",
            )
        return Row(line.name, now, line.amount, f"{line.quantity} \u00d7", icon="checking")
