"""Who writes on the sale screen, fingers or real keys, and the letters on the screen for fingers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QLineEdit

from pos_app.ui.letter_keys import LetterKeys

if TYPE_CHECKING:
    from pos_app.ui.sale_screen import SaleScreen

LINES_MIN = 48
"""Where the letters leave less than this of the lines, these give way until somebody has written."""


class Writing(QObject):
    """Offers the letters for a sheet's field of words, and takes the room for them from the lines."""

    def __init__(self, screen: "SaleScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self.letters = LetterKeys(screen.theme, screen)
        self.letters.next_wanted.connect(lambda: screen.focusNextPrevChild(forward=True))
        self._by_touch = False

    def by_touch(self, *, by_touch: bool) -> None:
        """Somebody touched the screen, or a real key: only fingers need letters on the screen."""
        if by_touch != self._by_touch:
            self._by_touch = by_touch
            self.offer()

    def offer(self) -> None:
        """Offer letters for the field of a sheet that has the focus, where fingers write and it has no keys itself."""
        field, sheet = self._screen.focusWidget(), self._screen.sheet
        own = self._screen.theme.look.keys == "own"
        wants = own and self._by_touch and sheet is not None and sheet.is_written
        self.letters.offer(field if wants and isinstance(field, QLineEdit) else None)
        self._place_receipt()

    def place(self) -> None:
        """Put letters and lines in their places."""
        self.letters.place(self._screen.theme.zone("lines"))
        self._place_receipt()

    def _place_receipt(self) -> None:
        theme = self._screen.theme
        whole = QRect(theme.zone("tabs").topLeft(), theme.zone("lines").bottomRight())
        if not self.letters.isHidden():
            whole.setBottom(self.letters.y() - theme.gap)
        heads = theme.zone("columns").bottom() - whole.top()
        sheet = self._screen.sheet
        is_covered = sheet is not None and sheet.whole
        self._screen.receipt.setGeometry(whole)
        self._screen.receipt.setVisible(not is_covered and whole.height() >= heads + LINES_MIN)
