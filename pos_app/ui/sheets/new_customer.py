"""Adding a customer (D24)."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.customer_fields import PreferenceFields, show_row
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.places_and_days import address_fields, purposes
from pos_app.ui.sheets.search import SEARCH_MS
from pos_app.ui.sheets.sections import Sections
from pos_app.ui.sheets.several import Entry, Several
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import CustomerFormView, FoundCustomersView
from retail.likeness import PHONE_LEAST

UNKNOWN = "unknown"
"""The consent of somebody who was not asked."""


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
        self.match = self._match_button()
        self.sections = Sections(self)
        self.sections.begin(tr("Customer"))
        self.row(tr("Type"), self.type)
        self.row(tr("Name"), self.full_name, stretch=True)
        self.row(tr("Phone, e-mail"), self.phone, self.email)
        self.phone.setAccessibleName(tr("Phone"))
        self.email.setAccessibleName(tr("E-mail"))
        self.sections.begin(tr("Address"))
        self.address = address_fields(self)
        self.address["country"] = self.text_field(view.country, longest=60)
        self.row(tr("Country"), self.address["country"])
        self.purpose = purposes(theme)
        self.row(tr("Address is"), self.purpose)
        self.addresses = Several(self, tr("Another address"), self._typed_address, self._show_address)
        self._add_contact_there(half)
        self.sections.begin(tr("Preferences"))
        self.consents = self._consents(view)
        self.contacts = self._further_contacts(view)
        self.language = Choices(
            theme, [(each.value, each.text, "") for each in view.languages], view.language
        )
        if view.languages:
            self.row(tr("Language"), self.language)
        self.affiliation: QLineEdit | None = None
        if view.takes_affiliation:
            self.affiliation = self.text_field(longest=60)
            self.row(tr("Affiliation"), self.affiliation, stretch=True)
        self.preferences = PreferenceFields(self, view.preferences, self.sections)
        self.sections.end()
        self.add_below(self.match)
        self._match_id = ""
        self._follow_type(view.type)
        self.type.chosen.connect(self._follow_type)
        self._take_over(typed)
        self.primary.set_why_not(view.why_not)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.params()))
        for field in (self.full_name, self.phone, self.email, self.contact, *self.address.values()):
            field.textEdited.connect(self._pause.start)
        self.type.chosen.connect(lambda chosen: self._pause.start())
        for field in (self.full_name, self.phone, self.email):
            field.textEdited.connect(lambda: self.show_problem(""))

    def _match_button(self) -> FaceButton:
        """Offers who may be the same; hidden while there is nobody."""
        theme, match = self.theme, FaceButton(self.theme, "", "plain")
        match.setFixedHeight(2 * theme.line("strong") + 6 if theme.is_narrow else theme.field_height)
        match.setMinimumWidth(64)
        match.icon_name = "" if theme.is_narrow else "person"
        match.hide()
        match.clicked.connect(lambda: self.match_taken.emit(self._match_id))
        return match

    def _consents(self, view: CustomerFormView) -> dict[str, Choices]:
        """Whether they may be called or written to, where the store asks."""
        offered = [(each.value, each.text, "") for each in view.consents]
        made = {name: Choices(self.theme, offered, UNKNOWN) for name in ("phone_consent", "email_consent")}
        if offered:
            self.row(tr("May be called"), made["phone_consent"])
            self.row(tr("May be written to"), made["email_consent"])
        return made

    def _add_contact_there(self, half: int) -> None:
        """Whom to ask for at the address, where that is not the customer: they stand in the empty fields."""
        there = {
            "name": self.text_field(tr("Contact"), width=half or 320, longest=100),
            "phone": self.text_field(tr("Phone there"), width=half or 230, longest=40),
        }
        line = self.row(tr("Contact there"), *there.values())
        self.body.addWidget(self.addresses)

        def ask_who_is_there() -> None:
            """Asked where there is an address: a name alone is quickly walked through."""
            is_asked = any(field.text() for field in (*self.address.values(), *there.values()))
            show_row(line, list(there.values()), is_shown=is_asked)
            self.addresses.setVisible(is_asked or bool(self.addresses.kept))

        for field in (self.address["line1"], self.address["city"], *there.values()):
            field.textChanged.connect(lambda text: ask_who_is_there())
        ask_who_is_there()
        for name, words in (("name", tr("Contact")), ("phone", tr("Phone there"))):
            there[name].setAccessibleName(words)
        for own, field in ((self.full_name, there["name"]), (self.phone, there["phone"])):
            empty = field.placeholderText()
            own.textChanged.connect(
                lambda text, field=field, empty=empty: field.setPlaceholderText(text.strip() or empty)
            )
        self.address |= there

    def _further_contacts(self, view: CustomerFormView) -> Several:
        """Further e-mails and phones, asked for where there is a first one, and the store takes them now."""
        self.contact = self.text_field(tr("E-mail or phone"), width=280)
        self.contact_consent = Choices(
            self.theme, [(each.value, each.text, "") for each in view.consents], UNKNOWN
        )
        line = self.row(tr("Another contact"), self.contact, self.contact_consent)
        several = Several(self, tr("And another"), self._typed_contact, self._show_contact)
        self.body.addWidget(several)

        def ask_for_more() -> None:
            has_one = bool(self.phone.text() or self.email.text() or self.contact.text() or several.kept)
            show_row(line, [self.contact, self.contact_consent], is_shown=view.takes_contacts and has_one)
            several.setVisible(view.takes_contacts and bool(self.contact.text() or several.kept))

        for field in (self.phone, self.email, self.contact):
            field.textChanged.connect(lambda text: ask_for_more())
        self.contact.textEdited.connect(lambda: self.show_problem(""))
        ask_for_more()
        return several

    def _typed_contact(self) -> Entry:
        typed = self.contact.text().strip()
        return {"contact": typed, "consent": self.contact_consent.value} if typed else {}

    def _show_contact(self, entry: Entry) -> None:
        self.contact_consent.choose(entry.get("consent", UNKNOWN))
        self.contact.setText(entry.get("contact", ""))
        self.contact.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed_address(self) -> Entry:
        typed = {name: text for name, field in self.address.items() if (text := field.text().strip())}
        return {"purpose": self.purpose.value, **typed} if typed else {}

    def _show_address(self, entry: Entry) -> None:
        self.purpose.choose(entry.get("purpose", self.purpose.value))
        for name, field in self.address.items():
            field.setText(entry.get(name, ""))
        self.address["line1"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_type(self, type: str) -> None:
        """An organisation is at business there, a person at home; and each is asked what concerns them."""
        self.purpose.choose("Business" if type == "organisation" else "Home")
        self.preferences.follow_type(type)

    def _take_over(self, typed: str) -> None:
        """What was searched for goes where it belongs: an e-mail, a phone number, or a name."""
        digits = sum(map(str.isdigit, typed))
        if "@" in typed:
            self.email.setText(typed)
        elif any(sign.isalpha() for sign in typed):
            self.full_name.setText(typed)
        elif digits >= PHONE_LEAST:
            self.phone.setText(typed)

    def first_field(self) -> QWidget:
        """The name."""
        return self.full_name

    def press_key(self, name: str) -> bool:
        """Page keys turn the sections."""
        return self.sections.turn(name)

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
            **{name: choices.value for name, choices in self.consents.items() if choices.value != UNKNOWN},
        }  # fmt: skip
        if self.affiliation is not None and self.affiliation.text().strip():
            answers["affiliation"] = self.affiliation.text().strip()
        if attributes := self.preferences.changed_attributes():
            answers["attributes"] = attributes
        if addresses := self.addresses.entries():
            answers["addresses"] = addresses
        if contacts := self.contacts.entries():
            answers["contacts"] = {each["contact"]: each["consent"] for each in contacts}
        return answers

    def restore(self, draft: Mapping[str, object]) -> None:
        """Fill in what was kept."""
        self.full_name.setText(str(draft.get("name", "")) or self.full_name.text())
        self.email.setText(str(draft.get("email", "")) or self.email.text())
        self.phone.setText(str(draft.get("phone", "")) or self.phone.text())
        self.type.choose(str(draft.get("type", "person")))
        self._follow_type(self.type.value)
        for name, choices in {"language": self.language, **self.consents}.items():
            if draft.get(name) in choices.buttons:
                choices.choose(str(draft[name]))
        if self.affiliation is not None:
            self.affiliation.setText(str(draft.get("affiliation", "")))
        self.preferences.restore(draft)
        addresses = draft.get("addresses")
        if isinstance(addresses, list):
            self.addresses.restore(addresses)
        contacts = draft.get("contacts")
        if isinstance(contacts, Mapping):
            self.contacts.restore(
                [{"contact": value, "consent": consent} for value, consent in contacts.items()]
            )
