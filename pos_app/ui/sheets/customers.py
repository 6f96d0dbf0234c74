"""Finding a customer (D23) and adding one (D24)."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.flow import Flow
from pos_app.ui.sheets.customer_fields import PreferenceFields
from pos_app.ui.sheets.fields import Choices, Row
from pos_app.ui.sheets.places_and_days import address_fields, purposes
from pos_app.ui.sheets.search import SEARCH_MS, SearchSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import CustomerFormView, CustomerRowView, FoundCustomersView

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
        self.footer.insertWidget(self.footer.count() - 1, self.new)
        self.details.clicked.connect(self._show_details)
        self.new.clicked.connect(lambda: self.new_wanted.emit(self.box.text().strip()))

    def show_again(self, found: FoundCustomersView) -> None:
        """Show the same people as they stand now: a number may have arrived. The current one stays."""
        if [each.id for each in found.rows] == [each.id for each in self.found] and found.rows != self.found:
            row = self.list.row
            self.found = found.rows
            self.list.show_rows([_row(each) for each in found.rows], found.note)
            self.list.step(row)

    def show_found(self, found: FoundCustomersView) -> None:
        """Show who was found."""
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


class NewCustomerSheet(Sheet):
    """D24: a name is enough unless the store asks for more; who may be the same is offered while somebody types."""

    name = "new-customer"
    searched = Signal(object)
    match_taken = Signal(str)

    def __init__(self, theme: Theme, view: CustomerFormView, typed: str = "") -> None:
        super().__init__(theme, tr("New customer"), tr("Save and add"), view.note)
        self.type = Choices(
            theme, [("person", tr("Person"), ""), ("organisation", tr("Organization"), "")], view.type
        )
        self.full_name = self.text_field(view.required or tr("Only the name is needed"), longest=100)
        half = (self.room - theme.gap) // 2 if theme.is_narrow else 0
        self.phone = self.text_field(tr("Phone"), width=half or 230, longest=40)
        self.email = self.text_field(tr("E-mail"), width=half or 320)
        self.language = Choices(
            theme, [(each.value, each.text, "") for each in view.languages], view.language
        )
        self.match = FaceButton(theme, "", "plain")
        self.match.setFixedHeight(2 * theme.line("strong") + 6 if theme.is_narrow else theme.field_height)
        self.match.setMinimumWidth(64)
        self.match.icon_name = "" if theme.is_narrow else "person"
        self.row(tr("Type"), self.type)
        self.row(tr("Name"), self.full_name, stretch=True)
        self.body.addWidget(self.match)
        self.row(tr("Phone, e-mail"), self.phone, self.email)
        self.phone.setAccessibleName(tr("Phone"))
        self.email.setAccessibleName(tr("E-mail"))
        self.address = address_fields(self)
        self.purpose = purposes(theme)
        self.row(tr("Address is"), self.purpose)
        if view.languages:
            self.row(tr("Language"), self.language)
        self.preferences = PreferenceFields(self, view.preferences)
        self.purpose.choose("Business" if view.type == "organisation" else "Home")
        self.body.addStretch(1)
        self._match_id = ""
        self.match.hide()
        self.match.clicked.connect(lambda: self.match_taken.emit(self._match_id))
        self.full_name.setText(typed if any(sign.isalpha() for sign in typed) else "")
        self.primary.set_why_not(view.why_not)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.params()))
        for field in (self.full_name, self.phone, self.email, *self.address.values()):
            field.textEdited.connect(self._pause.start)
        for field in (self.full_name, self.phone, self.email):
            field.textEdited.connect(lambda: self.show_problem(""))

    def first_field(self) -> QWidget:
        """The name."""
        return self.full_name

    def show_found(self, found: FoundCustomersView) -> None:
        """Offer the first of those who may be the same."""
        self.match.setVisible(bool(found.rows))
        if not found.rows:
            return
        first = found.rows[0]
        self._match_id = first.id
        number = first.account or tr("(pending sync)")
        if found.is_alike:
            self.match.setText(tr("{why}: {name} {number}  \u2013  use this one",
                                  why=first.matched, name=first.name, number=number))  # fmt: skip
        else:
            self.match.setText(tr("Possible match: {name} {number}  \u2013  use this one",
                                  name=first.name, number=number))  # fmt: skip
        self.match.setAccessibleName(self.match.text())

    def params(self) -> dict[str, object]:
        """The answers."""
        answers: dict[str, object] = {
            "type": self.type.value, "name": self.full_name.text(), "email": self.email.text(),
            "phone": self.phone.text(), "language": self.language.value,
            # What was left empty is the store's default customer's.
            **{name: text for name, text in self.preferences.values().items() if text},
        }  # fmt: skip
        if attributes := self.preferences.changed_attributes():
            answers["attributes"] = attributes
        typed = {name: field.text().strip() for name, field in self.address.items() if field.text().strip()}
        if typed:
            answers["addresses"] = [{"purpose": self.purpose.value, **typed}]
        return answers

    def restore(self, draft: Mapping[str, object]) -> None:
        """Fill in what was kept."""
        self.full_name.setText(str(draft.get("name", "")) or self.full_name.text())
        self.email.setText(str(draft.get("email", "")))
        self.phone.setText(str(draft.get("phone", "")))
        self.type.choose(str(draft.get("type", "person")))
        self.preferences.restore(draft)
        addresses = draft.get("addresses")
        if isinstance(addresses, list):
            for name, field in self.address.items():
                field.setText(str(addresses[0].get(name, "")))
