"""The one place where the window's own words pass through, so that a translation can take their place."""

from PySide6.QtCore import QCoreApplication


def tr(source: str, /, **values: object) -> str:
    """The text in the language of the window, with its values filled in."""
    shown: str = QCoreApplication.translate("Window", source)
    return shown.format(**values) if values else shown
