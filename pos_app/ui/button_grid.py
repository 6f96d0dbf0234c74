"""Buttons in cells, a pure function of their data: views in, the button pressed out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.paging import pages_for, parts_of
from pos_app.ui.texts import said, tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import Zone
from pos_app.views import ButtonView, GridPageView

PAGE_KEYS = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5")
"""What turns to each page."""


def short_key(key: str) -> str:
    """A key as its badge shows it.

    >>> short_key("Shift+F6"), short_key("F4")
    ('⇧F6', 'F4')
    """
    return key.replace("Shift+", "\u21e7").replace("Ctrl+", "^")


def dress(button: FaceButton, view: ButtonView) -> None:
    """Give a button the face and words of its view."""
    button.setText(view.text)
    button.setAccessibleName(said(view.text))
    button.badge = short_key(view.key)
    button.count = view.count
    button.locked = view.needs_approval
    button.why_not = view.why_not
    button.describe()
    button.update()


class ButtonGridView(Zone):
    """A page of buttons. One that is not available can be pressed too: its view carries the reason."""

    pressed = Signal(object)

    def __init__(
        self, theme: Theme, buttons: Sequence[ButtonView], rows: int, columns: int, parent: QWidget | None = None,
        looks: Sequence[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._rows, self._columns = theme, rows, columns
        self._views: list[ButtonView] = []
        self._buttons: list[FaceButton] = []
        for position, view in enumerate(buttons):
            look = looks[position] if position < len(looks) else f"role-{view.role}"
            button = FaceButton(theme, view.text, look, self)
            button.icon_name = "" if looks else view.icon or view.role.replace("customer", "person")
            button.setObjectName(f"{view.operation}@{view.row},{view.column}")
            button.clicked.connect(lambda checked=False, position=position: self.press(position))
            dress(button, view)
            self._views.append(view)
            self._buttons.append(button)
        self.stops = list(self._buttons)

    def shows_same_places(self, buttons: Sequence[ButtonView]) -> bool:
        """Whether these buttons stand in the places of those shown, so that only faces change."""
        return [_place(view) for view in self._views] == [_place(view) for view in buttons]

    def show_buttons(self, buttons: Sequence[ButtonView]) -> None:
        """Draw the faces that changed."""
        for position, view in enumerate(buttons):
            if view != self._views[position]:
                self._views[position] = view
                dress(self._buttons[position], view)

    def press(self, position: int) -> None:
        """Say which button was pressed."""
        self.pressed.emit(self._views[position])

    def resizeEvent(self, event: object) -> None:
        """Cells of one size, with a gap."""
        gap = self._theme.gap
        wide = (self.width() - (self._columns - 1) * gap) / self._columns
        high = (self.height() - (self._rows - 1) * gap) / self._rows
        for view, button in zip(self._views, self._buttons, strict=True):
            button.setGeometry(round(view.column * (wide + gap)), round(view.row * (high + gap)),
                               int(wide * view.width + gap * (view.width - 1)),
                               int(high * view.height + gap * (view.height - 1)))  # fmt: skip


def _place(view: ButtonView) -> tuple[object, ...]:
    return view.row, view.column, view.width, view.height, view.operation, view.role, view.icon


class GridPages(QWidget):
    """The pages of the grid column: named tabs above, one page of buttons below.

    A page with more buttons than the screen has cells comes in parts; its tab, pressed again, turns to the next.
    """

    pressed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: tuple[GridPageView, ...] = ()
        self._pages: tuple[GridPageView, ...] = ()
        self._parts: list[tuple[GridPageView, ...]] = []
        self._grids: list[list[ButtonGridView]] = []
        self._tabs: list[FaceButton] = []
        self.tabs = Zone(self)
        self.tabs.setObjectName("pages")
        self.current = 0
        self.part = 0

    @property
    def grid(self) -> ButtonGridView | None:
        """The page in sight."""
        return self._grids[self.current][self.part] if self._grids else None

    @property
    def buttons(self) -> tuple[ButtonView, ...]:
        """The buttons of all pages, as they are on this screen."""
        return tuple(button for page in self._pages for button in page.buttons)

    def show_pages(self, pages: tuple[GridPageView, ...]) -> None:
        """Draw these pages; where places are the same, only the faces that changed."""
        self._all = pages
        pages = pages_for(pages, self._theme.size.layout)
        if pages == self._pages:
            return
        old = [(page.name, part, grid) for page, parts, grids in zip(self._pages, self._parts, self._grids, strict=True)
               for part, grid in zip(parts, grids, strict=True)]  # fmt: skip
        self._pages = pages
        self._parts = [parts_of(page, *self._theme.size.grid_cells) for page in pages]
        new = [(page.name, part) for page, parts in zip(pages, self._parts, strict=True) for part in parts]
        if len(old) == len(new) and all(
            before[0] == name and before[2].shows_same_places(part.buttons)
            for before, (name, part) in zip(old, new, strict=True)
        ):
            for before, (_, part) in zip(old, new, strict=True):
                before[2].show_buttons(part.buttons)
            return
        self._rebuild()

    def refit(self) -> None:
        """Lay the pages out for a theme that has changed."""
        pages = pages_for(self._all, self._theme.size.layout)
        parts = [parts_of(page, *self._theme.size.grid_cells) for page in pages]
        if parts != self._parts:
            self._pages, self._parts = pages, parts
            self._rebuild()
        self._place()

    def turn_to(self, page: int) -> None:
        """Bring a page into sight; the one in sight turns to its next part."""
        if not 0 <= page < len(self._grids):
            return
        self.part = (self.part + 1) % len(self._grids[page]) if page == self.current else 0
        self._show(page)

    def _show(self, page: int) -> None:
        self.current = page
        for position, (grids, tab) in enumerate(zip(self._grids, self._tabs, strict=True)):
            for part, grid in enumerate(grids):
                grid.setVisible(position == page and part == self.part)
            tab.set_chosen(position == page)
            if len(grids) > 1:
                number = self.part + 1 if position == page else 1
                tab.setText(tr("{page} {number}/{count}", page=self._pages[position].name, number=number,
                               count=len(grids)))  # fmt: skip

    def _rebuild(self) -> None:
        for widget in (*(grid for grids in self._grids for grid in grids), *self._tabs):
            widget.hide()
            widget.deleteLater()
        self._grids, self._tabs = [], []
        for position, (page, parts) in enumerate(zip(self._pages, self._parts, strict=True)):
            self._grids.append([self._grid(part) for part in parts])
            tab = FaceButton(self._theme, page.name, "tab", self.tabs)
            tab.setObjectName(f"page-{position}")
            tab.key_hint = PAGE_KEYS[position]
            tab.clicked.connect(lambda checked=False, position=position: self.turn_to(position))
            if len(parts) > 1:
                tab.badge = "\u203a"
                tab.setAccessibleDescription(
                    tr("in {count} parts; press again for the next", count=len(parts))
                )
            tab.show()
            self._tabs.append(tab)
        self.tabs.stops = list(self._tabs)
        self._place()
        self.part = 0
        if self._grids:
            self._show(min(self.current, len(self._grids) - 1))

    def _grid(self, part: GridPageView) -> ButtonGridView:
        grid = ButtonGridView(self._theme, part.buttons, part.rows, part.columns, self)
        grid.pressed.connect(self.pressed)
        return grid

    def resizeEvent(self, event: object) -> None:
        """Tabs above, buttons below, as the zone table says."""
        self._place()

    def _place(self) -> None:
        pages, grid_zone = self._theme.zone("pages"), self._theme.zone("grid")
        self.tabs.setGeometry(0, 0, self.width(), pages.height())
        top = grid_zone.top() - pages.top()
        if self._tabs:
            wide = (self.width() - (len(self._tabs) - 1) * self._theme.gap) // len(self._tabs)
            for position, tab in enumerate(self._tabs):
                tab.setGeometry(position * (wide + self._theme.gap), 0, wide, pages.height())
        for grids in self._grids:
            for grid in grids:
                grid.setGeometry(0, top, self.width(), self.height() - top)
