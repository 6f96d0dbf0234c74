"""Finding a customer (D23); adding one is in reach."""

from PySide6.QtCore import Signal

from pos_app.ui.buttons import FaceButton
from pos_app.ui.flow import Flow
from pos_app.ui.sheets.fields import Row
from pos_app.ui.sheets.search import SearchSheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import ChoiceView, CustomerRowView, FoundCustomersView

LETTERS_MIN = 4
"""Headquarters is not asked for less: it would find half of all customers."""


class CustomerSearchSheet(SearchSheet):
    """D23: one box; *New customer* is always in reach."""

    name = "customer-search"
    new_wanted = Signal(str)
    headquarters_wanted = Signal(str)
    detail_wanted = Signal(str)

    def __init__(self, theme: Theme, typed: str = "") -> None:
        super().__init__(
            theme, tr("Customer"), tr("Use customer"), tr("Name, number, phone, e-mail, address"), typed
        )
        self.found: tuple[CustomerRowView, ...] = ()
        self.new = FaceButton(theme, tr("New customer"), "plain")
        self.new.icon_name = "" if theme.is_narrow else "plus"
        self.new.setFixedHeight(64)
        self.new.setMinimumWidth(140 if theme.is_narrow else 200)
        self.details = FaceButton(theme, tr("Customer details"), "plain")
        self.details.setFixedHeight(theme.field_height)
        self.everywhere = FaceButton(theme, tr("Search all stores"), "plain")
        self.everywhere.setFixedHeight(theme.field_height)
        self.everywhere.clicked.connect(self._ask_headquarters)
        beside = Flow(theme.gap)
        beside.addWidget(self.details)
        beside.addWidget(self.everywhere)
        self.body.addLayout(beside)
        self.shortcuts: tuple[ChoiceView, ...] = ()
        self.beside = beside
        self.footer.insertWidget(self.footer.count() - 1, self.new)
        self.details.clicked.connect(self._show_details)
        self.new.clicked.connect(lambda: self.new_wanted.emit(self.box.text().strip()))

    def _offer(self, shortcuts: tuple[ChoiceView, ...]) -> None:
        """A button for each sign of the store: it limits what is typed to that field."""
        if shortcuts == self.shortcuts:
            return
        for each in shortcuts[len(self.shortcuts) :]:
            button = FaceButton(self.theme, f"{each.text} ({each.value})", "plain")
            button.setFixedHeight(self.theme.field_height)
            button.clicked.connect(lambda _=False, sign=each.value: self._limit(sign))
            self.beside.addWidget(button)
        self.shortcuts = shortcuts

    def _limit(self, sign: str) -> None:
        before, colon, rest = self.box.text().partition(":")
        is_limited = bool(colon) and f"{before.strip().casefold()}:" in [
            each.value for each in self.shortcuts
        ]
        self.box.setText(f"{sign} {(rest if is_limited else self.box.text()).strip()}")
        self.box.setFocus()

    def show_again(self, found: FoundCustomersView) -> None:
        """Show the same people as they stand now: a number may have arrived. The current one stays."""
        if [each.id for each in found.rows] == [each.id for each in self.found] and found.rows != self.found:
            row = self.list.row
            self.found = found.rows
            self.list.show_rows([_row(each) for each in found.rows], found.note)
            self.list.step(row)

    def show_found(self, found: FoundCustomersView) -> None:
        """Show who was found."""
        self._offer(found.shortcuts)
        before, self.found = self.found, found.rows
        row, offset = self.list.row, self.list.verticalScrollBar().value()
        self.list.show_rows([_row(each) for each in found.rows], found.note)
        if before and found.rows[: len(before)] == before:
            # More was found below: nothing that a finger is on its way to may move.
            self.list.step(row)
            self.list.verticalScrollBar().setValue(offset)
        self.sentence.setText(found.note if found.rows else "")
        self.sentence.setVisible(bool(found.rows and found.note))
        nobody = tr("Nobody is found. Type another name, or press New customer.")
        self.primary.set_why_not("" if found.rows else nobody)
        self.details.set_why_not("" if found.rows else nobody)
        self.answered()
        if found.is_elsewhere:
            self.headquarters_wanted.emit(self.wanted)

    def _ask_headquarters(self) -> None:
        typed = self.box.text().strip()
        if len(typed) < LETTERS_MIN:
            self.refused.emit(tr("Type at least four characters to search all stores."))
            return
        self.sentence.setText(tr("HQ: searching \u2026"))
        self.sentence.show()
        self.headquarters_wanted.emit(typed)

    def _show_details(self) -> None:
        if 0 <= self.list.row < len(self.found):
            self.detail_wanted.emit(self.found[self.list.row].id)
        else:
            self.refused.emit(self.details.why_not)

    def take(self, row: int) -> None:
        """Use this customer."""
        if 0 <= row < len(self.found):
            self.submitted.emit({"id": self.found[row].id})


def _row(customer: CustomerRowView) -> Row:
    detail = " \u00b7 ".join(part for part in (customer.matched or customer.phone, customer.city) if part)
    return Row(
        customer.name, detail, "" if customer.pending else customer.account, customer.last_order, icon="person",
        chip=tr("Pending sync") if customer.pending else "",
    )  # fmt: skip
