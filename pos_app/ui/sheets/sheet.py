"""What every sheet has: title, one sentence, body, consequence, and a footer with Close left and the primary right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScroller,
    QVBoxLayout,
    QWidget,
)

from pos_app.ui.buttons import RADIUS, FaceButton
from pos_app.ui.flow import Flow
from pos_app.ui.styling import style
from pos_app.ui.texts import said, tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import step_focus
from pos_app.views import Among, PreviewView

PREVIEW_MS = 120
LABEL_WIDTH, LABEL_WIDTH_NARROW = 180, 110
MARGIN, MARGIN_NARROW = 20, 14


def label(theme: Theme, text: str, font: str = "body", colour: str = "text") -> QLabel:
    """Words on a sheet."""
    made = QLabel(text)
    style(made, theme, font, colour)
    return made


class Sheet(QWidget):
    """Emits the answers as params; closing keeps them as a draft, so nothing typed is lost.

    `operation` is what its answers are for; `modal` marks those that nothing may interrupt,
    `stays` those that cannot be closed without an answer, `picks` those on which a scan chooses among lines,
    `gives_way` those that a scanned order or article takes the place of, `whole` those that lie over everything,
    `is_written` those whose fields take words.
    """

    submitted = Signal(dict)
    closed = Signal()
    changed = Signal(dict)
    refused = Signal(str)
    operation_requested = Signal(str, object)
    again_wanted = Signal()
    """What it shows may have changed outside the window: whoever filled it looks again."""

    name = ""
    modal = False
    stays = False
    is_written = True
    picks = False
    gives_way = False
    whole = False

    def __init__(self, theme: Theme, title: str, primary: str, sentence: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.operation = ""
        self.is_closed = False
        self.was_left = False
        self.setObjectName(f"sheet-{self.name}")
        self.setAccessibleName(said(title))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.title = label(theme, title, "input")
        self.title.setWordWrap(True)
        self.sentence = label(theme, sentence, "body", "text_secondary")
        self.sentence.setWordWrap(True)
        if not sentence:
            self.sentence.hide()
        self.body = QVBoxLayout()
        self.consequence = label(theme, "", "strong")
        self.consequence.setWordWrap(True)
        self.consequence.hide()
        self.problem = label(theme, "", "strong", "danger_text")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._build_footer(primary)
        self._scroll = QScrollArea()
        self._by_touch = False
        self._lay_out()
        self._preview = QTimer(self)
        self._preview.setSingleShot(True)
        self._preview.setInterval(PREVIEW_MS)
        self._preview.timeout.connect(lambda: self._ask_for_preview())

    def _build_footer(self, primary: str) -> None:
        self.close_button = FaceButton(self.theme, tr("Close"), "plain")
        self.close_button.badge = "Esc"
        self.close_button.setObjectName("close")
        self.close_button.clicked.connect(self.leave)
        self.primary = FaceButton(self.theme, primary, "primary")
        self.primary.badge = "Enter"
        self.primary.setObjectName("primary")
        self.primary.clicked.connect(self.submit)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(self.theme.gap)
        for button in (self.close_button, self.primary):
            button.setFixedHeight(56 if self.theme.is_narrow else 64)
            button.describe()
        self.close_button.setMinimumWidth(110 if self.theme.is_narrow else 140)
        self.primary.setMinimumWidth(150 if self.theme.is_narrow else 220)
        self.footer.addWidget(self.close_button)
        self.footer.addStretch(1)
        self.footer.addWidget(self.primary)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        side = self._margin
        outer.setContentsMargins(side, side * 4 // 5, side, side * 4 // 5)
        outer.setSpacing(5 if self.theme.is_narrow else 10)
        inner = QWidget()
        inner.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6 if self.theme.is_narrow else 10)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._scroll_by_touch)
        outer.addWidget(self.title)
        outer.addWidget(self.sentence)
        outer.addSpacing(2)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.problem)
        outer.addWidget(self.consequence)
        outer.addSpacing(8 if self.theme.is_narrow else 14)
        outer.addLayout(self.footer)

    def _scroll_by_touch(self, least: int, most: int) -> None:
        """A finger scrolls what does not fit. Asked for only then: Qt keeps something of every gesture for ever."""
        if most > least and not self._by_touch:
            self._by_touch = True
            QScroller.grabGesture(self._scroll.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def params(self) -> dict[str, object]:
        """The answers, as the operation takes them."""
        return {}

    @property
    def among(self) -> Among | None:
        """The lines that a scan may mean here: the number and the product of each. None: those of the sale."""
        return None

    def take_scan(self, lines: Sequence[int]) -> None:
        """A scan meant these lines."""

    def draft(self) -> Mapping[str, object]:
        """What to keep when the sheet is closed unfinished."""
        return self.params()

    def restore(self, draft: Mapping[str, object]) -> None:
        """Fill in what was kept."""

    def first_field(self) -> QWidget:
        """Where the focus starts: the first field without a valid default, else the primary button."""
        return self.primary

    def submit(self) -> None:
        """Give the answers, or say why they cannot be given."""
        if self.primary.why_not:
            self.refused.emit(self.primary.why_not)
            return
        self.submitted.emit(self.params())

    def leave(self) -> None:
        """Close and keep the draft."""
        if not self.stays:
            self.was_left = True
            self.closed.emit()

    def enter(self) -> bool:
        """Enter presses the focused button if it is not one of several to choose from; else the primary."""
        focused = self.focusWidget()
        if isinstance(focused, FaceButton) and focused.look_name not in ("choice", "day"):
            focused.click()
        else:
            self.submit()
        return True

    def step(self, rows: int) -> bool:
        """Arrow keys: move in the list of this sheet, where it has one."""
        return False

    def press_key(self, name: str) -> bool:
        """A key with a meaning on this sheet only."""
        return False

    def touch(self) -> None:
        """Something was changed: ask soon what it would mean."""
        self.problem.hide()
        self._preview.start()

    def _ask_for_preview(self) -> None:
        if not self.is_closed:
            self.changed.emit(self.params())

    def show_preview(self, preview: PreviewView) -> None:
        """Show what the answers would do, or what is wrong with them."""
        self.show_consequence(preview.consequence)
        self.show_problem(preview.problem)

    def show_consequence(self, consequence: str) -> None:
        """Say what the answers would do."""
        self.consequence.setText(consequence)
        self.consequence.setVisible(bool(consequence))

    def show_problem(self, problem: str) -> None:
        """Say what is wrong, below the fields."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def row(self, name: str, *fields: QWidget, stretch: bool = False) -> QHBoxLayout:
        """Add a labelled row of fields."""
        line = QHBoxLayout()
        line.setSpacing(self.theme.gap)
        caption = label(self.theme, name, "body", "text_secondary")
        caption.setWordWrap(True)
        caption.setFixedWidth(self._caption_width)
        line.addWidget(caption)
        flow = Flow(self.theme.gap)
        for field in fields:
            if stretch:
                line.addWidget(field, 1)
            else:
                flow.addWidget(field)
            if not field.accessibleName():
                field.setAccessibleName(said(name))
            if isinstance(field, QLineEdit):
                caption.setBuddy(field)
        if not stretch:
            line.addLayout(flow, 1)
        self.body.addLayout(line)
        return line

    def add_below(self, widget: QWidget) -> None:
        """Put it below what can be scrolled: always in sight, and nothing moves when it comes."""
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertWidget(outer.indexOf(self.problem), widget)

    def add_buttons(self, *buttons: FaceButton) -> None:
        """Add a row of buttons, in several lines where there is no room for one."""
        flow = Flow(self.theme.gap)
        for button in buttons:
            flow.addWidget(button)
        self.body.addLayout(flow)

    def fact(self, name: str, value: str) -> None:
        """Add a row that is only read: its name, and the value at the other end."""
        if not self.theme.is_narrow:
            self.row(name, label(self.theme, value, "line"))
            return
        line = QHBoxLayout()
        line.addWidget(label(self.theme, name, "body", "text_secondary"), 1)
        line.addWidget(label(self.theme, value, "strong"))
        self.body.addLayout(line)

    @property
    def _margin(self) -> int:
        return MARGIN_NARROW if self.theme.is_narrow else MARGIN

    @property
    def _caption_width(self) -> int:
        return self.theme.scaled(LABEL_WIDTH_NARROW if self.theme.is_narrow else LABEL_WIDTH)

    @property
    def room(self) -> int:
        """The width of a row beside its caption."""
        return self.inner - self._caption_width - self.theme.gap

    @property
    def inner(self) -> int:
        """The width of a whole row; a scroll bar has its room beside it."""
        return self.theme.zone("sheet").width() - 2 * self._margin - 8

    def text_field(self, placeholder: str = "", width: int = 0, longest: int = 254) -> QLineEdit:
        """A line to type in, tall enough for a finger."""
        made = QLineEdit()
        made.setPlaceholderText(placeholder)
        made.setMaxLength(longest)
        made.setFixedHeight(self.theme.field_height)
        style(made, self.theme, "body")
        if width:
            made.setFixedWidth(min(self.theme.scaled(width), self.room))
        return made

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the sheet."""
        target = step_focus(self, forward=forward)
        if target is not None and self._scroll.isAncestorOf(target):
            self._scroll.ensureWidgetVisible(target)
        return target is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface, and a band behind the consequence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.theme.colour("app"))
        painter.setBrush(self.theme.colour("surface"))
        painter.setPen(QPen(self.theme.colour("border"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        top = self.close_button.y() - (8 if self.theme.is_narrow else 14)
        painter.fillRect(
            QRectF(self._margin, top, self.width() - 2 * self._margin, 1), self.theme.colour("divider")
        )
        painter.end()
