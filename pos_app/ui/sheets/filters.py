"""What a list is narrowed by: one button that says how much, and the choices behind it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.sheet import label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import FilterView

CAPTION_WIDTH = 96


class Filters(QWidget):
    """The choices are open or shut by `button`, which stands where its owner puts it."""

    changed = Signal()
    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.values: dict[str, str] = {}
        self.rows: dict[str, Choices] = {}
        self.button = FaceButton(theme, tr("Filters"), "choice")
        self.button.setFixedHeight(theme.field_height)
        self.button.clicked.connect(self._turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_filters(self, views: Sequence[FilterView]) -> None:
        """Make the choices once; what is chosen stays this widget's own."""
        if self.rows:
            return
        for view in views:
            line = QVBoxLayout() if self._theme.is_narrow else QHBoxLayout()
            caption = label(self._theme, view.label, "secondary", "text_secondary")
            if not self._theme.is_narrow:
                caption.setFixedWidth(self._theme.scaled(CAPTION_WIDTH))
            line.addWidget(caption)
            choices = Choices(self._theme, [(each.value, each.text, "") for each in view.options], view.value)
            choices.setAccessibleName(view.label)
            choices.chosen.connect(lambda value, name=view.name: self._choose(name, value))
            line.addWidget(choices, 1)
            self._column.addLayout(line)
            self.rows[view.name] = choices

    def chosen(self) -> Mapping[str, str]:
        """What is chosen, by what it narrows; nothing for all."""
        return {name: value for name, value in self.values.items() if value}

    def shut(self) -> None:
        """Put the choices away."""
        self.hide()
        self._say()
        self.opened.emit()

    def _turn(self) -> None:
        self.setVisible(self.isHidden())
        self._say()
        self.opened.emit()

    def _choose(self, name: str, value: str) -> None:
        self.values[name] = value
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        count = len(self.chosen())
        text = tr("Filters {count}", count=count) if count else tr("Filters")
        self.button.setText(text)
        self.button.setAccessibleName(text)
        self.button.set_chosen(bool(count) or not self.isHidden())
