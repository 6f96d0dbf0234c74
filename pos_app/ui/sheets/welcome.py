"""The welcome screen (S10): groups of buttons with their counts over everything; the open sale is kept below it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.button_grid import ButtonGridView
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.theme import Theme
from pos_app.views import ButtonView, WelcomeView

BUTTON_HEIGHT, BUTTON_HEIGHT_NARROW = 96, 80


class WelcomeSheet(Sheet):
    """Its primary button is the way to the sale, and says what is in it."""

    name = "welcome"
    whole = True
    gives_way = True
    typed = Signal(str)

    def __init__(self, theme: Theme, view: WelcomeView) -> None:
        super().__init__(theme, view.title, view.sale, view.sentence)
        self.groups: list[ButtonGridView] = []
        columns = QHBoxLayout()
        columns.setSpacing(2 * theme.gap)
        high = BUTTON_HEIGHT_NARROW if theme.is_narrow else BUTTON_HEIGHT
        for page in view.groups:
            group = ButtonGridView(theme, page.buttons, page.rows, page.columns)
            group.setFixedHeight(page.rows * (high + theme.gap) - theme.gap)
            group.pressed.connect(self._press)
            column = QVBoxLayout()
            column.setSpacing(theme.gap)
            column.addWidget(label(theme, page.name, "strong", "text_secondary"))
            column.addWidget(group)
            column.addStretch(1)
            columns.addLayout(column, page.columns)
            self.groups.append(group)
        self.body.addLayout(columns, 1)
        self.body.setAlignment(columns, Qt.AlignmentFlag.AlignTop)
        self.close_button.hide()
        self.primary.setMinimumHeight(72)
        self.primary.badge = "Esc"
        self.primary.describe()

    def show_welcome(self, view: WelcomeView) -> None:
        """Draw the counts, and what is in the sale, as they are now."""
        self.primary.setText(view.sale)
        self.primary.setAccessibleName(view.sale)
        for group, page in zip(self.groups, view.groups, strict=False):
            group.show_buttons(page.buttons)

    def _press(self, view: ButtonView) -> None:
        if view.why_not:
            self.refused.emit(view.why_not)
        else:
            self.operation_requested.emit(view.operation, dict(view.params))

    def type_text(self, text: str) -> bool:
        """What is typed belongs to the sale."""
        self.typed.emit(text)
        return True

    def draft(self) -> Mapping[str, object]:
        """Nothing is answered here."""
        return {}

    def first_field(self) -> QWidget:
        """The way to the sale."""
        return self.primary
