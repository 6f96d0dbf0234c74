"""Finding an order (D14) and reading it (D15), side by side."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pos_app.ui.button_grid import dress, short_key
from pos_app.ui.buttons import FaceButton
from pos_app.ui.flow import Flow
from pos_app.ui.sheets.fields import ResultList, Row
from pos_app.ui.sheets.filters import Filters
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import ORDERS_SHOWN, ButtonView, FoundOrdersView, OrderDetailView, OrderRowView

SEARCH_MS = 120
LIST_WIDTH = 356
COLUMNS = 4
PLACES = ((0, 0), (0, 1), (0, 2), (0, 3), (1, 2), (1, 3))
DANGER = (1, 0)
"""Where the actions stand, two rows of four: what destroys an order has no neighbour."""


class FindOrderSheet(Sheet):
    """Local orders at once; what headquarters finds is added below when it comes.

    Enter asks headquarters for what is typed; asked, it starts the first action of the order in sight. On a narrow
    sheet the order takes the place of the list.
    """

    name = "find-order"
    gives_way = True
    searched = Signal(str, str)
    headquarters_wanted = Signal(str)
    order_wanted = Signal(str)

    def __init__(self, theme: Theme, typed: str = "", *, scanned: bool = False) -> None:
        super().__init__(theme, tr("Find order"), tr("Search HQ too"))
        self.found: tuple[OrderRowView, ...] = ()
        self.preset = ""
        self.detail: OrderDetailView | None = None
        self.order_actions: list[FaceButton] = []
        self._asked = typed if scanned else None
        self._is_scanned = scanned
        self.box = self.text_field(tr("Order, receipt, name, phone or e-mail"), longest=100)
        self.box.setFixedHeight(56)
        self.box.setAccessibleName(tr("Search for an order"))
        self.box.setText(typed)
        self.headquarters = FaceButton(
            theme, tr("HQ too") if theme.is_narrow else tr("Search HQ too"), "primary"
        )
        self.headquarters.setAccessibleName(tr("Search HQ too"))
        self.headquarters.badge = "Enter"
        self.headquarters.setFixedSize(
            max(theme.scaled(110), self.headquarters.sizeHint().width()), self.box.height()
        )
        self.headquarters.clicked.connect(self.ask_headquarters)
        self.primary.hide()
        self.back = FaceButton(theme, tr("Back to the list"), "plain")
        self.back.setFixedHeight(theme.field_height)
        self.back.clicked.connect(lambda: self.show_detail(None))
        self.back.hide()
        top = QHBoxLayout()
        top.setSpacing(theme.gap)
        top.addWidget(self.box, 1)
        top.addWidget(self.headquarters)
        self.body.addLayout(top)
        self.body.addWidget(self.back)
        self._presets = Flow(theme.gap)
        self.body.addLayout(self._presets)
        self.presets: dict[str, FaceButton] = {}
        self.filters = Filters(theme)
        self.filters.changed.connect(self._search_anew)
        self.filters.opened.connect(self._make_room)
        self.body.addWidget(self.filters)
        self.most = ORDERS_SHOWN
        self.list = ResultList(theme, tr("Orders found"))
        if not theme.is_narrow:
            self.list.setFixedWidth(LIST_WIDTH)
        self._lay_out_columns()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_MS)
        self._pause.timeout.connect(self._search_anew)
        self.box.textChanged.connect(self._pause.start)
        self.box.textChanged.connect(self._show_enter)
        self.list.taken.connect(self._show_row)
        self.show_detail(None)

    def _lay_out_columns(self) -> None:
        self.more = FaceButton(self.theme, "", "plain")
        self.more.setFixedHeight(self.close_button.height())
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.footer.addWidget(self.more)
        self._detail = QScrollArea()
        self._detail.setWidgetResizable(True)
        self._detail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._detail.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._detail.setMinimumHeight(96)
        self._detail.setFrameShape(QFrame.Shape.NoFrame)
        columns = QHBoxLayout()
        columns.setSpacing(8 if self.theme.is_narrow else 16)
        columns.addWidget(self.list, 1 if self.theme.is_narrow else 0)
        columns.addWidget(self._detail, 1)
        self.body.addLayout(columns, 1)
        self._actions = QGridLayout()
        self._actions.setSpacing(self.theme.gap)
        for column in range(COLUMNS):
            self._actions.setColumnStretch(column, 1)
        self.body.addLayout(self._actions)

    def show_found(self, found: FoundOrdersView, *, again: bool = False) -> None:
        """Show what was found; the first one is read at once where there is room for both, or it is the only one.

        Found `again`, the one that is being read stays, and the list where it was.
        """
        read = self.detail.id if again and self.detail is not None else ""
        at = self.list.verticalScrollBar().value() if again else 0
        self.found = found.rows
        self.list.show_rows([_row(each) for each in found.rows], found.note or tr("No order found."))
        self.sentence.setText(found.note if found.rows else "")
        self.sentence.setVisible(bool(found.rows and found.note))
        self._show_presets(found)
        self.filters.show_filters(found.filters)
        self.more.setText(found.more)
        self.more.setVisible(bool(found.more) and not self.list.isHidden())
        row = next((row for row, each in enumerate(found.rows) if each.id == read), 0)
        if not self.filters.isHidden():
            pass  # the choices are in the place of the order
        elif found.rows and (read or len(found.rows) == 1 or not self.theme.is_narrow):
            self.list.step(row)
            self._show_row(row)
        else:
            self.show_detail(None)
        if again:
            self.list.verticalScrollBar().setValue(at)
        if self._is_scanned and not found.rows:
            self._is_scanned = False
            self.ask_headquarters()

    def show_searching(self) -> None:
        """Say that headquarters is being asked; what is here already stays in sight."""
        self.sentence.setText(tr("{count} here \u00b7 HQ: searching \u2026", count=len(self.found)))
        self.sentence.show()

    def show_detail(self, view: OrderDetailView | None) -> None:
        """Read one order, or nothing."""
        self.detail = view
        if self.theme.is_narrow:
            self._detail.setVisible(view is not None)
            self.list.setVisible(view is None)
            self.back.setVisible(view is not None and len(self.found) > 1)
            for each in (*self.presets.values(), self.filters.button):
                each.setVisible(view is None)
            self.more.setVisible(view is None and bool(self.more.text()))
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        if view is None:
            column.addWidget(label(self.theme, tr("Choose an order to read it."), "body", "text_secondary"))
        else:
            self._fill(column, view)
        column.addStretch(1)
        self._detail.setWidget(panel)
        self._show_actions(view.actions if view else ())

    def _show_actions(self, views: tuple[ButtonView, ...]) -> None:
        """Put the actions into their places, always the same; what destroys stands far left, apart from the others."""
        while self._actions.count():
            self._actions.takeAt(0)
        for button in self.order_actions:
            button.hide()
            button.deleteLater()
        self.order_actions = []
        places = iter(PLACES)
        for view in views:
            is_danger = view.role == "void"
            button = FaceButton(self.theme, view.text, "danger" if is_danger else "plain")
            dress(button, view)
            button.setFixedHeight(max(56, 2 * self.theme.line("strong") + 6) if self.theme.is_narrow else 64)
            button.setMinimumWidth(64)
            button.clicked.connect(lambda checked=False, view=view: self._act(view))
            row, column = DANGER if is_danger else next(places)
            self._actions.addWidget(button, row, column)
            self.order_actions.append(button)
        self._show_enter()

    def _show_enter(self) -> None:
        """Show on its button what Enter does now."""
        acts = self._will_act()
        self.headquarters.badge = "" if acts else "Enter"
        self.headquarters.describe()
        self.headquarters.update()
        views = self.detail.actions if self.detail else ()
        for view, button in zip(views, self.order_actions, strict=True):
            is_first = acts and self.detail is not None and view.operation == self.detail.first
            button.badge = "Enter" if is_first else short_key(view.key)
            button.describe()
            button.update()

    def _will_act(self) -> bool:
        return self.detail is not None and bool(self.detail.first) and self._asked == self.box.text().strip()

    def _fill(self, column: QVBoxLayout, view: OrderDetailView) -> None:
        theme = self.theme
        title = label(theme, view.title.replace(" \u00b7 ", "\n"), "line")
        title.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(label(theme, view.status, "secondary", "text_secondary"))
        column.addWidget(label(theme, f"{view.customer}  \u00b7  {view.account}", "body"))
        for line in view.lines:
            column.addLayout(self._pair(f"{line.quantity} \u00d7 {line.name}", line.amount, "strong"))
            where = label(theme, f"{line.delivery}  \u00b7  {line.status}", "secondary", "text_secondary")
            where.setWordWrap(True)
            column.addWidget(where)
        column.addSpacing(4)
        for fact in view.facts:
            column.addLayout(self._pair(fact.label, fact.value, "body"))
        if view.history:
            column.addSpacing(4)
        for event in view.history:
            words = "  ".join(part for part in (event.label, event.value) if part)
            happened = label(theme, words, "secondary", "text_secondary")
            happened.setWordWrap(True)
            column.addWidget(happened)

    def _pair(self, name: str, value: str, font: str) -> QHBoxLayout:
        line = QHBoxLayout()
        first = label(self.theme, name, font)
        first.setWordWrap(True)
        line.addWidget(first, 1)
        line.addWidget(label(self.theme, value, font))
        return line

    def _act(self, view: ButtonView) -> None:
        if view.why_not:
            self.refused.emit(view.why_not)
        else:
            self.operation_requested.emit(view.operation, dict(view.params))

    def _show_presets(self, found: FoundOrdersView) -> None:
        if list(self.presets) != [each.value for each in found.presets]:
            for button in self.presets.values():
                button.hide()
                button.deleteLater()
            self.presets = {}
            for each in found.presets:
                button = FaceButton(self.theme, each.text, "choice")
                button.setFixedHeight(self.theme.field_height)
                button.clicked.connect(lambda checked=False, value=each.value: self._choose_preset(value))
                self.presets[each.value] = button
                self._presets.addWidget(button)
            self._presets.addWidget(self.filters.button)
        for each in found.presets:
            self.presets[each.value].setText(each.text)
            self.presets[each.value].setAccessibleName(each.text)
            self.presets[each.value].set_chosen(each.value == self.preset)

    def _choose_preset(self, value: str) -> None:
        self.preset = "" if value == self.preset else value
        self._search_anew()

    def _search_anew(self) -> None:
        """Another list: its first page."""
        self.most = ORDERS_SHOWN
        self._search()

    def _search(self) -> None:
        self.searched.emit(self.box.text().strip(), self.preset)

    def _show_more(self) -> None:
        self.most += ORDERS_SHOWN
        self.again_wanted.emit()

    def _make_room(self) -> None:
        """The choices take the place of all else; shut, what they leave is there."""
        is_open = not self.filters.isHidden()
        if is_open:
            self.show_detail(None)
        else:
            self.again_wanted.emit()
        for each in (self.list, *self.presets.values()):
            each.setVisible(not is_open)
        self._detail.setVisible(not is_open and not self.theme.is_narrow)
        self.more.setVisible(not is_open and bool(self.more.text()))

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self.found):
            self.order_wanted.emit(self.found[row].id)

    def first_field(self) -> QWidget:
        """The box."""
        return self.box

    def step(self, rows: int) -> bool:
        """Arrows move in what was found, and read it."""
        self.list.step(rows)
        self._show_row(self.list.row)
        return True

    def press_key(self, name: str) -> bool:
        """Page keys read on in the order; the keys of its actions start them."""
        for view in self.detail.actions if self.detail else ():
            if view.key == name:
                self._act(view)
                return True
        if name not in ("PgUp", "PgDown"):
            return False
        bar = self._detail.verticalScrollBar()
        bar.setValue(bar.value() + (bar.pageStep() if name == "PgDown" else -bar.pageStep()))
        return True

    def ask_headquarters(self) -> None:
        """Have headquarters asked for what is typed."""
        self._asked = self.box.text().strip()
        self._show_enter()
        self.headquarters_wanted.emit(self._asked)

    def submit(self) -> None:
        """Enter asks headquarters for what was typed; once asked, it starts what stands first."""
        if self._will_act() and self.detail is not None:
            view = next(each for each in self.detail.actions if each.operation == self.detail.first)
            self._act(view)
        elif self.detail is None and self.found and self._asked == self.box.text().strip():
            self._show_row(max(0, self.list.row))
        else:
            self.ask_headquarters()

    def touch(self) -> None:
        """Something was done to an order: read it again."""
        if self.detail is not None:
            self.order_wanted.emit(self.detail.id)

    def leave(self) -> None:
        """On a narrow sheet the list stands behind the order."""
        if not self.filters.isHidden():
            self.filters.shut()
        elif self.back.isVisible():
            self.show_detail(None)
        else:
            super().leave()

    def draft(self) -> Mapping[str, object]:
        """Nothing: a search is quicker made anew."""
        return {}


def _row(order: OrderRowView) -> Row:
    number = f"{order.number} ({order.mark})" if order.mark else order.number
    detail = " \u00b7 ".join(part for part in (order.customer, order.date) if part)
    return Row(number, detail, order.total, order.status, icon="waiting" if order.pending else "order")
