"""The work list of orders (S41): what is to be accepted, picked, packed, shipped or collected in this store."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QListView, QWidget

from pos_app.acting_views import WORK_SHOWN, WorkListView, WorkRowView
from pos_app.ui.button_grid import dress
from pos_app.ui.buttons import FaceButton
from pos_app.ui.flow import Flow
from pos_app.ui.sheets.fields import ResultList, Row
from pos_app.ui.sheets.search import SEARCH_MS
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import Zone
from pos_app.views import Among, ButtonView

PLACES = 8
"""Of the steps and of *Show more*, which has the last one."""
PAPERS = ("fulfilment.picking_list", "fulfilment.packing_slip")
AFTER_SCANS = ("fulfilment.pack", "fulfilment.ready", "fulfilment.ship", "order.pick_up")
"""Steps that Enter takes after scans: what was scanned is picked by that, and nothing is taken back or rejected so."""


class WorkListSheet(Sheet):
    """Taps choose lines; a scan chooses the best line of its article and marks one of it as picked."""

    name = "work-list"
    gives_way = True
    picks = True
    wanted = Signal(str, str, object, int)

    def __init__(self, theme: Theme, order: str = "") -> None:
        super().__init__(theme, tr("Order fulfilment"), tr("Close"))
        self.order = order
        self.view: WorkListView | None = None
        self.preset = ""
        self.most = WORK_SHOWN
        self.chosen: tuple[str, ...] = ()
        self._is_scanning = False
        """Lines were chosen by scans last, so that Enter is the next step with them."""
        self.primary.hide()
        self.box = self.text_field(tr("Order, customer or article"), longest=100)
        self.box.setAccessibleName(tr("Search the work list"))
        self._lists = Zone()
        self._presets = Flow(theme.gap, self._lists)
        self.presets: dict[str, FaceButton] = {}
        self.list = ResultList(theme, tr("Lines to be handled"))
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.more = FaceButton(theme, "", "plain")
        self.more.setMinimumWidth(64)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self._does = Zone()
        self._actions = QGridLayout(self._does)
        self._actions.setContentsMargins(0, 0, 0, 0)
        self._actions.setSpacing(theme.gap)
        self._columns = 3 if theme.is_narrow else 4
        for column in range(self._columns):
            self._actions.setColumnStretch(column, 1)
        # In the last place of the steps, which none of them takes: the footer is full of the papers.
        self.more.setFixedHeight(self._step_height)
        self._actions.addWidget(self.more, *divmod(PLACES - 1, self._columns))
        self.steps: list[FaceButton] = []
        self.papers = [self._paper(name) for name in PAPERS]
        self.body.addWidget(self._lists)
        self.body.addWidget(self.box)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._does)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_MS)
        self._pause.timeout.connect(self.ask)
        self.box.textChanged.connect(self._pause.start)
        self.list.taken.connect(self._toggle)

    def _paper(self, name: str) -> FaceButton:
        """A button of the footer that prints something of the chosen lines."""
        button = FaceButton(self.theme, "", "plain")
        button.setObjectName(name)
        button.setFixedHeight(self.close_button.height())
        button.setMinimumWidth(64)
        button.clicked.connect(lambda: self._act_on(name))
        self.footer.insertWidget(self.footer.count() - 1, button)
        return button

    def _act_on(self, operation: str) -> None:
        for view in self.view.actions if self.view is not None else ():
            if view.operation == operation:
                self._act(view)

    def ask(self) -> None:
        """Ask for the list as it is wanted now."""
        self.wanted.emit(self.preset, self.box.text().strip(), self.chosen, self.most)

    def touch(self) -> None:
        """Something was done: the list is another one."""
        self.ask()

    def show_work(self, view: WorkListView) -> None:
        """Draw the list, the counts and what can be done with the chosen lines."""
        self.view = view
        self.chosen = view.chosen
        if view.title:
            self.title.setText(view.title)
            self.setAccessibleName(view.title)
        at = self.list.verticalScrollBar().value()
        self.list.show_rows([self._row(row) for row in view.rows], view.note)
        self.list.verticalScrollBar().setValue(at)
        self.sentence.setText(view.note if view.rows else "")
        self.sentence.setVisible(bool(view.rows and view.note))
        self.more.setText(view.more)
        self.more.setVisible(bool(view.more))
        self._show_presets(view)
        self._show_steps(view.actions)

    def _row(self, row: WorkRowView) -> Row:
        detail = " \u00b7 ".join(part for part in (row.number, row.customer, row.way, row.detail) if part)
        return Row(
            f"{row.quantity} \u00d7 {row.name}",
            detail,
            f"{row.done} / {row.quantity}",
            row.status,
            icon="check" if row.key in self.chosen else row.glyph,
            marked=row.key in self.chosen,
            note=row.stock,
        )

    def _show_presets(self, view: WorkListView) -> None:
        for each in view.presets:
            if each.value not in self.presets:
                button = FaceButton(self.theme, each.text, "choice")
                button.setFixedHeight(self.theme.field_height)
                button.clicked.connect(lambda checked=False, value=each.value: self._choose_preset(value))
                self.presets[each.value] = button
                self._presets.addWidget(button)
                self._lists.stops.append(button)
            self.presets[each.value].setText(each.text)
            self.presets[each.value].setAccessibleName(each.text)
            self.presets[each.value].set_chosen(each.value == self.preset)

    def _show_steps(self, views: tuple[ButtonView, ...]) -> None:
        for button in self.steps:
            button.hide()
            button.deleteLater()
        self.steps = []
        for view in views:
            for paper in self.papers:
                if paper.objectName() == view.operation:
                    dress(paper, view)
        for position, view in enumerate(each for each in views if each.operation not in PAPERS):
            button = FaceButton(self.theme, view.text, "danger" if view.role == "void" else "plain")
            dress(button, view)
            button.setFixedHeight(self._step_height)
            button.setMinimumWidth(64)
            button.clicked.connect(lambda checked=False, view=view: self._act(view))
            self._actions.addWidget(button, position // self._columns, position % self._columns)
            self.steps.append(button)
        self._does.stops = [*self.steps, self.more]
        self._show_enter()

    @property
    def _step_height(self) -> int:
        """Two lines of words fit."""
        return max(56, 2 * self.theme.line("strong") + 6) if self.theme.is_narrow else 64

    def _act(self, view: ButtonView) -> None:
        if view.why_not:
            self.refused.emit(view.why_not)
        else:
            self.operation_requested.emit(view.operation, dict(view.params))

    def _show_more(self) -> None:
        self.most += WORK_SHOWN
        self.ask()

    def _choose_preset(self, value: str) -> None:
        self.most = WORK_SHOWN
        self.preset = "" if value == self.preset else value
        self.ask()

    def _toggle(self, row: int) -> None:
        rows = self.view.rows if self.view is not None else ()
        if 0 <= row < len(rows):
            key = rows[row].key
            self.chosen = (
                tuple(each for each in self.chosen if each != key)
                if key in self.chosen
                else (*self.chosen, key)
            )
            self.ask()

    @property
    def among(self) -> Among:
        """The lines that a scanned code may mean, by their place on the list."""
        rows = self.view.rows if self.view is not None else ()
        return tuple((place, row.product) for place, row in enumerate(rows))

    def take_scan(self, lines: Sequence[int]) -> None:
        """One of the scanned article is picked: on a chosen line first, else on the first that is not done."""
        rows = self.view.rows if self.view is not None else ()
        meant = [rows[place] for place in lines if place < len(rows)]
        still = [row for row in meant if row.done != row.quantity]
        if not still:
            self.refused.emit(tr("All of this is picked. Pack it, or scan the next item."))
            return
        best = next((row for row in still if row.key in self.chosen), still[0])
        orders = {row.order for row in rows if row.key in self.chosen}
        kept = self.chosen if orders <= {best.order} else ()
        self.chosen = (*(each for each in kept if each != best.key), best.key)
        self._is_scanning = True
        self.ask()
        self.operation_requested.emit(
            "fulfilment.pick", {"id": best.order, "quantities": {str(best.line): "1"}}
        )

    def step(self, rows: int) -> bool:
        """Arrows move in the list, and Enter chooses there again."""
        self._is_scanning = False
        self._show_enter()
        self.list.step(rows)
        return True

    def _next(self) -> ButtonView | None:
        """What comes after the scans: the first step that is possible; what was scanned is picked already."""
        if not self._is_scanning or self.view is None:
            return None
        steps = [each for each in self.view.actions if each.operation in AFTER_SCANS]
        return next((each for each in steps if each.available), None)

    def _show_enter(self) -> None:
        """Show on its button what Enter does now."""
        meant = self._next()
        for button in self.steps:
            button.badge = "Enter" if meant is not None and button.text() == meant.text else ""
            button.describe()
            button.update()

    def enter(self) -> bool:
        """Enter presses the focused button, takes the next step after scans, else it chooses the current line."""
        focused, following = self.focusWidget(), self._next()
        if isinstance(focused, FaceButton):
            focused.click()
        elif following is not None:
            self._act(following)
        else:
            self._toggle(self.list.row)
        return True

    def draft(self) -> Mapping[str, object]:
        """Nothing: the list is quicker made anew."""
        return {}

    def first_field(self) -> QWidget:
        """The box."""
        return self.box
