"""Fonts and colours of Qt's own widgets, which do not read the theme when they paint, kept up with it."""

from PySide6.QtWidgets import QWidget

from pos_app.ui.theme import Theme

_ROLE, _TOKEN = "textRole", "textToken"


def style(widget: QWidget, theme: Theme, role: str, token: str = "") -> None:
    """Give a widget the font of a role and, for words, the colour of a token."""
    widget.setProperty(_ROLE, role)
    widget.setProperty(_TOKEN, token)
    _put_on(widget, theme)


def restyle(root: QWidget, theme: Theme) -> None:
    """Bring every widget below `root` in line with a theme that has changed."""
    for widget in root.findChildren(QWidget):
        if widget.property(_ROLE):
            _put_on(widget, theme)


def _put_on(widget: QWidget, theme: Theme) -> None:
    widget.setFont(theme.font(widget.property(_ROLE)))
    if token := widget.property(_TOKEN):
        widget.setStyleSheet(f"color: {theme.colours[token]};")
