"""A list of products: the picture of each before its text, the usual sign where it has none."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from pos_app.ui.pictures import Pictures
from pos_app.ui.sheets.fields import ResultList, Row, RowDelegate
from pos_app.ui.theme import Theme

SIDE = 48


class PicturedDelegate(RowDelegate):
    """Paints a row with its picture, once that is read."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.pictures = Pictures(SIDE, self)

    def paint_icon(self, painter: QPainter, row: Row, left: int, top: int) -> int:
        """Paint the picture, in as much room whether or not there is one, so that the texts stand in a column."""
        picture = self.pictures.of(row.picture)
        if picture is None:
            super().paint_icon(painter, row, left + (SIDE - 24) // 2, top)
        else:
            size = picture.size()
            painter.drawPixmap(left + (SIDE - size.width()) // 2, top + (60 - size.height()) // 2, picture)
        return SIDE + 14


class ProductList(ResultList):
    """What was found of the range. Where nothing of it has a picture, no room is kept for one."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._plain, self.pictured = RowDelegate(theme, self), PicturedDelegate(theme, self)
        self.pictured.pictures.arrived.connect(lambda _: self.viewport().update())

    def show_rows(self, rows: Sequence[Row], empty_text: str = "") -> None:
        """Show these; a picture is painted as soon as it is read."""
        self.setItemDelegate(self.pictured if any(row.picture for row in rows) else self._plain)
        super().show_rows(rows, empty_text)
