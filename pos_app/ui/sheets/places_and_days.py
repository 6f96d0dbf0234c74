"""The calendar (D07) and the address sheet (D08); both lie on top of the sheet that asked for them."""

import re
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import Choices, open_before, open_from, show_day
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import spoken, tr
from pos_app.ui.theme import Theme
from pos_app.ui.zones import Zone
from pos_app.views import ChoiceView, DaysView
from retail.messages import phrase

NEW, ONCE = "new", "once"


def read_day(text: str, today: date) -> date | None:
    """A typed day: `2411` or `24.11.` is 24 November of this year, or of the next one where it has passed.

    >>> read_day("2411", date(2026, 11, 21)), read_day("3.1.", date(2026, 11, 21)), read_day("3113", date(2026, 1, 1))
    (datetime.date(2026, 11, 24), datetime.date(2027, 1, 3), None)
    """
    match = re.fullmatch(r"(\d{1,2})[-./ ](\d{1,2})(?:[./]?|[-./ ](\d{4}))|(\d{2})(\d{2})", text.strip())
    if match is None:
        return None
    day, month = int(match[1] or match[4]), int(match[2] or match[5])
    for year in (int(match[3]),) if match[3] else (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


class _Days(Zone):
    """The cells of the calendar: one stop, in which left and right are a day."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the day; up and down are the sheet's own."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(way)


class CalendarSheet(Sheet):
    """D07: five weeks of days; closed ones say so."""

    name = "calendar"
    day_chosen = Signal(object)

    def __init__(self, theme: Theme, title: str, days: DaysView, chosen: date) -> None:
        super().__init__(theme, title, tr("Use {day}", day=show_day(chosen)))
        self.days, self.day = days, chosen
        self._first = chosen - timedelta(days=chosen.weekday())
        self.typed = self.text_field(tr("Day and month, e.g. 2411"), width=300, longest=10)
        self.typed.textEdited.connect(self._read)
        self.row(tr("Type a day"), self.typed)
        quick = QHBoxLayout()
        quick.setSpacing(theme.gap)
        self.previous, self.next = FaceButton(theme, "", "plain"), FaceButton(theme, "", "plain")
        self.earliest = FaceButton(theme, tr("Earliest"), "plain")
        self.month = label(theme, "", "strong")
        for button, icon, name in (
            (self.previous, "previous", tr("Earlier weeks")),
            (self.next, "next", tr("Later weeks")),
        ):
            button.icon_name = icon
            button.setAccessibleName(name)
            button.setFixedSize(64, 56)
        self.earliest.setFixedSize(130, 56)
        self.previous.clicked.connect(lambda: self._turn(-35))
        self.next.clicked.connect(lambda: self._turn(35))
        self.earliest.clicked.connect(lambda: self.choose(self.days.earliest))
        for widget in (self.previous, self.next, self.earliest, self.month):
            quick.addWidget(widget)
        quick.addStretch(1)
        self.body.addLayout(quick)
        days_of = _Days()
        days_of.moved.connect(self._move)
        cells = QGridLayout(days_of)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setSpacing(theme.gap)
        for column, name in enumerate(spoken().notation.weekdays):
            cells.addWidget(
                label(theme, name, "secondary", "text_secondary"),
                0,
                column,
                Qt.AlignmentFlag.AlignHCenter,
            )
        self.cells = [FaceButton(theme, "", "day") for _ in range(35)]
        for position, cell in enumerate(self.cells):
            cell.setFixedSize(*self._cell())
            cell.detail_font = "badge" if theme.is_narrow else "secondary"
            cell.clicked.connect(lambda checked=False, position=position: self._tap(position))
            cells.addWidget(cell, 1 + position // 7, position % 7)
        days_of.stops = list(self.cells)
        self.body.addWidget(days_of)
        self.body.addStretch(1)
        self._draw()

    def _cell(self) -> tuple[int, int]:
        """Seven cells in the width there is."""
        wide = (self.theme.zone("sheet").width() - 48 - 6 * self.theme.gap) // 7
        return min(wide, self.theme.scaled(100)), max(52, 2 * self.theme.line("strong") + 6)

    def choose(self, day: date) -> None:
        """Take a day that may be taken; else say why not."""
        if why_not := self._why_not(day):
            self.show_problem(why_not)
            return
        self.day = day
        if not self._first <= day < self._first + timedelta(days=35):
            self._first = day - timedelta(days=day.weekday())
        self.show_problem("")
        self._draw()

    def submit(self) -> None:
        """Use the day."""
        self.day_chosen.emit(self.day)

    def step(self, rows: int) -> bool:
        """Up and down are a week."""
        self._move(rows * 7)
        return True

    def press_key(self, name: str) -> bool:
        """Page keys turn the weeks."""
        if name not in ("PgUp", "PgDown"):
            return False
        self._turn(-35 if name == "PgUp" else 35)
        return True

    def _move(self, days: int) -> None:
        target = self.day + timedelta(days=days)
        self.choose(open_from(target, self.days) if days > 0 else open_before(target, self.days))
        if self.focusWidget() in self.cells:
            self.cells[(self.day - self._first).days].setFocus()

    def _tap(self, position: int) -> None:
        self.choose(self._first + timedelta(days=position))

    def _turn(self, days: int) -> None:
        first = self._first + timedelta(days=days)
        earliest = self.days.earliest - timedelta(days=self.days.earliest.weekday())
        self._first = max(earliest, min(first, self.days.latest))
        self._draw()

    def _read(self, text: str) -> None:
        day = read_day(text, self.days.today)
        if day is not None:
            self.choose(day)

    def _why_not(self, day: date) -> str:
        if day < self.days.earliest:
            return tr("{day} is too early. The earliest day is {earliest}.", day=show_day(day),
                      earliest=show_day(self.days.earliest))  # fmt: skip
        if day > self.days.latest:
            return tr("{day} is too far ahead. The last day is {latest}.", day=show_day(day),
                      latest=show_day(self.days.latest))  # fmt: skip
        if day in self.days.closed:
            return tr("Closed on {day}. The next open day is {next_day}.", day=show_day(day),
                      next_day=show_day(open_from(day, self.days)))  # fmt: skip
        return ""

    def _draw(self) -> None:
        last = self._first + timedelta(days=34)
        write = spoken().notation
        written = write.short_day if self.theme.is_narrow else write.figures
        self.month.setText(f"{written(self._first)} \u2013 {written(last)}")
        for position, cell in enumerate(self.cells):
            day = self._first + timedelta(days=position)
            closed = day in self.days.closed
            cell.setText(str(day.day) if day.day != 1 else write.short_day(day))
            cell.setAccessibleName(tr("{day}, closed", day=show_day(day)) if closed else show_day(day))
            cell.detail = ("\u2013" if self.theme.is_narrow else tr("closed")) if closed else ""
            cell.set_why_not(self._why_not(day))
            cell.set_chosen(day == self.day)
            cell.update()
        self.primary.setText(tr("Use {day}", day=write.day(self.day)))
        self.primary.setAccessibleName(self.primary.text())


class AddressSheet(Sheet):
    """D08: one of the customer's addresses, a new one that the customer gets, or one for this order only."""

    name = "address"
    address_chosen = Signal(str, object)
    address_typed = Signal(object)

    def __init__(self, theme: Theme, addresses: tuple[ChoiceView, ...], chosen: str) -> None:
        super().__init__(theme, tr("Address"), tr("Use address"))
        self.addresses = addresses
        self.value = chosen or (addresses[0].value if addresses else NEW)
        kept = (
            ChoiceView(NEW, tr("New address of the customer")),
            ChoiceView(ONCE, tr("One-time address")),
        )
        self.buttons: dict[str, FaceButton] = {}
        for each in (*addresses[:4], *kept):
            button = FaceButton(theme, f"{each.detail}: {each.text}" if each.detail else each.text, "choice")
            button.setMinimumWidth(64)
            button.setFixedHeight(theme.field_height)
            button.clicked.connect(lambda checked=False, value=each.value: self.choose(value))
            self.buttons[each.value] = button
            self.body.addWidget(button)
        self.fields = address_fields(self)
        self.body.addStretch(1)
        self.choose(self.value)

    def choose(self, value: str) -> None:
        """Mark an address; the fields are for one that is typed."""
        self.value = value
        for each, button in self.buttons.items():
            button.set_chosen(each == value)
        for field in self.fields.values():
            field.setEnabled(value in (NEW, ONCE))
        if value in (NEW, ONCE):
            self.fields["line1"].setFocus()

    def submit(self) -> None:
        """Use the address."""
        if self.value not in (NEW, ONCE):
            self.address_chosen.emit(self.value, None)
            return
        typed = {name: field.text().strip() for name, field in self.fields.items() if field.text().strip()}
        if not (typed.get("line1") or typed.get("city")):
            self.show_problem(tr("An address needs a street or a city. Type one of them."))
            return
        if self.value == NEW:
            self.address_typed.emit(typed)
        else:
            self.address_chosen.emit("", typed)

    def first_field(self) -> QWidget:
        """The street of a new one, else the button."""
        return self.fields["line1"] if self.value in (NEW, ONCE) else self.primary


def address_fields(sheet: Sheet) -> dict[str, QLineEdit]:
    """Add the fields of an address to a sheet."""
    fields = {
        "line1": sheet.text_field(tr("Street and number")),
        "postcode": sheet.text_field(tr("Postcode"), width=128 if sheet.theme.is_narrow else 150, longest=20),
        "city": sheet.text_field(tr("City"), width=208 if sheet.theme.is_narrow else 330, longest=60),
    }
    sheet.row(tr("Street"), fields["line1"], stretch=True)
    sheet.row(tr("Postcode, city"), fields["postcode"], fields["city"])
    fields["postcode"].setAccessibleName(tr("Postcode"))
    fields["city"].setAccessibleName(tr("City"))
    return fields


def purposes(theme: Theme, standing: str = "") -> Choices:
    """What an address is for; `standing` is offered and chosen as it is written, also where it is none of ours."""
    offered = {
        "Home": tr("Home"), "Business": tr("Business"), "Delivery": tr("Delivery"), "Invoice": tr("Invoice"),
        "Office": tr("Office"), phrase("Post box"): tr("Post box"), "Other": tr("Other"),
    }  # fmt: skip
    alike = next((each for each in offered if each.casefold() == standing.casefold()), standing)
    words = offered | {alike: offered.get(alike, alike)} if standing else offered
    return Choices(
        theme,
        [(standing if each == alike else each, text, "") for each, text in words.items()],
        standing or "Home",
    )
