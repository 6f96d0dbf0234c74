"""A customer in full (S30), and the sheets that change them: edit (as D24), add address (D08), card, affiliation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pos_app.sheet_views import CustomerPartView
from pos_app.ui.button_grid import dress
from pos_app.ui.buttons import FaceButton
from pos_app.ui.chip import Chip
from pos_app.ui.flow import Flow
from pos_app.ui.sheets.customer_fields import PreferenceFields
from pos_app.ui.sheets.fields import Choices, ResultList, Row
from pos_app.ui.sheets.places_and_days import address_fields, purposes
from pos_app.ui.sheets.questions import QuestionSheet
from pos_app.ui.sheets.sections import Sections
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import ButtonView, CustomerDetailView
from retail.customer_extras import Consent

LIST_LEAST = 140


class CustomerSheet(Sheet):
    """S30: what is known of a customer, what of it waits, and what may be done, each with its reason if not."""

    name = "customer-detail"
    action_wanted = Signal(object)
    address_wanted = Signal(object)

    def __init__(self, theme: Theme, view: CustomerDetailView, *, may_use: bool = False) -> None:
        super().__init__(theme, view.name, tr("Use customer"))
        self.may_use = may_use
        self.primary.setVisible(may_use)
        self.list = ResultList(theme, tr("Addresses, cards and affiliations"))
        self.list.setMinimumHeight(LIST_LEAST)
        self.list.taken.connect(self._take_part)
        self.account = Chip(theme)
        self.facts = label(theme, "")
        self.facts.setWordWrap(True)
        self._actions = Flow(theme.gap)
        self.buttons: list[FaceButton] = []
        self.view: CustomerDetailView = view
        self.body.addWidget(self.account)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(self._actions)
        self.show_detail(view)

    def show_detail(self, view: CustomerDetailView) -> None:
        """Show how the customer stands now; nothing moves where that is as it was."""
        if self.buttons and view == self.view:
            return
        at, focused = self.list.row, self.focusWidget()
        had_focus = next((each for each, button in self._operations() if button is focused), "")
        self.view = view
        self.title.setText(view.name)
        self.setAccessibleName(view.name)
        self.sentence.setText(view.note)
        self.sentence.setVisible(bool(view.note))
        self.account.show_state(view.account or tr("Pending sync"), waits=not view.account)
        self.facts.setText(" \u00b7 ".join(f"{fact.label}: {fact.value}" for fact in view.facts))
        self.list.show_rows(
            [
                Row(part.text, part.label, icon=part.icon, chip=tr("Pending sync") if part.pending else "")
                for part in view.parts
            ],
            tr("No address, loyalty card or affiliation yet."),
        )
        self.list.step(max(0, at))
        _empty(self._actions)
        self.buttons = [self._button(each) for each in view.actions]
        for operation, button in self._operations():
            if operation == had_focus:
                button.show()
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_part(self, row: int) -> None:
        """An address that is tapped is edited."""
        if 0 <= row < len(self.view.parts) and self.view.parts[row].address:
            self.address_wanted.emit(self.view.parts[row])

    def _operations(self) -> list[tuple[str, FaceButton]]:
        """Each action's button, by what it starts."""
        if not self.buttons:
            return []
        return [
            (each.operation, button) for each, button in zip(self.view.actions, self.buttons, strict=True)
        ]

    def _button(self, view: ButtonView) -> FaceButton:
        button = FaceButton(self.theme, view.text, "plain")
        dress(button, view)
        button.setFixedHeight(max(56, 2 * self.theme.line("strong") + 6) if self.theme.is_narrow else 64)
        button.setMinimumWidth(64)
        button.clicked.connect(lambda checked=False: self.action_wanted.emit(view))
        self._actions.addWidget(button)
        return button

    def params(self) -> dict[str, object]:
        """Who it is."""
        return {"id": self.view.id}

    def draft(self) -> dict[str, object]:
        """Nothing: it is only read."""
        return {}

    def step(self, rows: int) -> bool:
        """Arrows move in the list."""
        self.list.step(rows)
        return True

    def submit(self) -> None:
        """Use the customer, where one is being looked for; else the first of the actions."""
        if self.may_use:
            super().submit()

    def first_field(self) -> QWidget:
        """The primary where there is one, else the first action that is possible."""
        possible = [button for button in self.buttons if not button.why_not]
        return self.primary if self.may_use or not possible else possible[0]


class EditCustomerSheet(Sheet):
    """The fields of D24 as they stand; only what is typed over is changed."""

    name = "edit-customer"

    def __init__(self, theme: Theme, view: CustomerDetailView) -> None:
        super().__init__(theme, tr("Edit {name}", name=view.name), tr("Save"), view.note)
        self.view = view
        options = [("person", tr("Person"), ""), ("organisation", tr("Organization"), "")]
        self.type = Choices(theme, options, view.type)
        self.full_name = self.text_field(longest=100)
        half = (self.room - theme.gap) // 2 if theme.is_narrow else 0
        self.phone = self.text_field(tr("Phone"), width=half or 230, longest=40)
        self.email = self.text_field(tr("E-mail"), width=half or 320)
        self.language = Choices(
            theme, [(each.value, each.text, "") for each in view.languages], view.language
        )
        self.sections = Sections(self)
        self.sections.begin(tr("Customer"))
        self.row(tr("Type"), self.type)
        self.row(tr("Name"), self.full_name, stretch=True)
        self.row(tr("Phone"), self.phone, stretch=True)
        self.row(tr("E-mail"), self.email, stretch=True)
        self.consents = self._consents(view)
        self.sections.begin(tr("Preferences"))
        self.row(tr("Language"), self.language)
        self.preferences = PreferenceFields(self, view.preferences, self.sections)
        self._preferred = self.preferences.values()
        self.sections.end()
        for field, text in ((self.full_name, view.name), (self.phone, view.phone), (self.email, view.email)):
            field.setText(text)
            field.setCursorPosition(0)
            field.textEdited.connect(lambda: self.show_problem(""))

    def _consents(self, view: CustomerDetailView) -> dict[str, Choices]:
        """Whether they may be called or written to, where the store asks; another number was not asked about yet."""
        offered = [(each.value, each.text, "") for each in view.consents]
        made = {name: Choices(self.theme, offered, value) for name, value in view.consented.items()}
        for name, words, field in (
            ("phone_consent", tr("May be called"), self.phone),
            ("email_consent", tr("May be written to"), self.email),
        ):
            if name in made:
                self.row(words, made[name])
                field.textEdited.connect(lambda text, choices=made[name]: choices.mark(Consent.UNKNOWN))
        return made

    def _said(self) -> dict[str, object]:
        """What is said now of a contact that is there, where that is news."""
        contacts = {
            "phone_consent": (self.phone, self.view.phone),
            "email_consent": (self.email, self.view.email),
        }
        said: dict[str, object] = {}
        for name, choices in self.consents.items():
            field, before = contacts[name]
            is_another = field.text().strip() != before
            if choices.value != (Consent.UNKNOWN if is_another else self.view.consented[name]):
                said[name] = choices.value
        return said

    def params(self) -> dict[str, object]:
        """What differs from how the sheet was opened: whatever changed meanwhile elsewhere is not typed over."""
        before = {"type": self.view.type, "name": self.view.name, "phone": self.view.phone,
                  "email": self.view.email, "language": self.view.language}  # fmt: skip
        now = {"type": self.type.value, "name": self.full_name.text(), "phone": self.phone.text(),
               "email": self.email.text(), "language": self.language.value}  # fmt: skip
        before, now = {**before, **self._preferred}, {**now, **self.preferences.values()}
        changed: dict[str, object] = {name: value for name, value in now.items() if value != before[name]}
        changed |= self._said()
        attributes = self.preferences.changed_attributes()
        return {**changed, "attributes": attributes} if attributes else changed

    def draft(self) -> dict[str, object]:
        """Nothing: another customer may be meant the next time."""
        return {}

    def first_field(self) -> QWidget:
        """The name."""
        return self.full_name

    def press_key(self, name: str) -> bool:
        """Page keys turn the sections."""
        return self.sections.turn(name)


class AddAddressSheet(Sheet):
    """D08: one more address; while the customer waits it waits with them, and says so."""

    name = "add-address"

    def __init__(self, theme: Theme, view: CustomerDetailView) -> None:
        waits = "" if view.account else tr("Kept here, and sent behind the customer.")
        super().__init__(theme, tr("New address of {name}", name=view.name), tr("Save"), waits)
        self.chip = Chip(theme)
        self.chip.show_state(tr("Pending sync"), waits=True)
        # In its place first: shown without one it would be a window of its own and take the keys.
        self.body.addWidget(self.chip)
        self.chip.setVisible(bool(waits))
        self.fields = address_fields(self)
        self.purpose = purposes(theme)
        self.purpose.choose("Business" if view.organisation else "Home")
        self.row(tr("Address is"), self.purpose)
        for name, label_text, own, longest in (
            ("name", tr("Contact"), view.name, 100),
            ("phone", tr("Phone there"), view.phone, 40),
            ("country", tr("Country"), view.country, 60),
        ):
            self.fields[name] = self.text_field(own, longest=longest)
            self.row(label_text, self.fields[name], stretch=True)
        self.body.addStretch(1)
        for field in self.fields.values():
            field.textEdited.connect(lambda: self.show_problem(""))

    def params(self) -> dict[str, object]:
        """The address."""
        typed = {name: field.text().strip() for name, field in self.fields.items() if field.text().strip()}
        return {"address": {"purpose": self.purpose.value, **typed}}

    def draft(self) -> dict[str, object]:
        """Nothing, as above."""
        return {}

    def first_field(self) -> QWidget:
        """The street."""
        return self.fields["line1"]


class EditAddressSheet(Sheet):
    """D08: an address as it stands; only what is typed over is changed."""

    name = "edit-address"

    def __init__(self, theme: Theme, view: CustomerDetailView, part: CustomerPartView) -> None:
        super().__init__(theme, tr("Address of {name}", name=view.name), tr("Save"), view.note)
        self.part = part
        self.fields = address_fields(self)
        self.purpose = purposes(theme, part.fields["purpose"])
        self.row(tr("Address is"), self.purpose)
        for name, words, longest in (
            ("name", tr("Contact"), 100), ("phone", tr("Phone there"), 40), ("country", tr("Country"), 60),
        ):  # fmt: skip
            self.fields[name] = self.text_field(longest=longest)
            self.row(words, self.fields[name], stretch=True)
        self.body.addStretch(1)
        for name, field in self.fields.items():
            field.setText(part.fields[name])
            field.setCursorPosition(0)
            field.textEdited.connect(lambda: self.show_problem(""))

    def params(self) -> dict[str, object]:
        """The parts that are otherwise than when the sheet was opened."""
        now = {name: field.text().strip() for name, field in self.fields.items()}
        now["purpose"] = self.purpose.value
        changed = {name: text for name, text in now.items() if text != self.part.fields[name]}
        return {"address": self.part.address, "fields": changed}

    def draft(self) -> dict[str, object]:
        """Nothing, as above."""
        return {}

    def first_field(self) -> QWidget:
        """The street."""
        return self.fields["line1"]


class LoyaltyCardSheet(QuestionSheet):
    """The number of a card, typed or scanned; without one the register makes it."""

    name = "loyalty-card"

    def __init__(self, theme: Theme, view: CustomerDetailView) -> None:
        super().__init__(
            theme, tr("Loyalty card of {name}", name=view.name), tr("Card number"), "card",
            tr("Scan or type the card. Leave it empty to make a new number."),
        )  # fmt: skip

    def take_code(self, code: str) -> bool:
        """A card was scanned."""
        self.field.setText(code)
        self.show_problem("")
        return True

    def draft(self) -> dict[str, object]:
        """Nothing, as above."""
        return {}


class ContactSheet(Sheet):
    """One more e-mail or phone, and whether the customer may be reached there."""

    name = "contact"

    def __init__(self, theme: Theme, view: CustomerDetailView) -> None:
        sentence = tr("A contact that is there already gets the consent chosen here.")
        super().__init__(theme, tr("E-mail or phone of {name}", name=view.name), tr("Save"), sentence)
        self.field = self.text_field()
        self.consent = Choices(theme, [(each.value, each.text, "") for each in view.consents], "unknown")
        self.row(tr("Contact"), self.field, stretch=True)
        self.row(tr("Consent"), self.consent)
        self.body.addStretch(1)
        self.field.textEdited.connect(lambda: self.show_problem(""))

    def params(self) -> dict[str, object]:
        """The contact with its consent."""
        return {"contact": self.field.text().strip(), "consent": self.consent.value}

    def draft(self) -> dict[str, object]:
        """Nothing, as above."""
        return {}

    def first_field(self) -> QWidget:
        """The field."""
        return self.field


class AffiliationSheet(Sheet):
    """The name of a group of customers that this one belongs to."""

    name = "affiliation"

    def __init__(self, theme: Theme, view: CustomerDetailView) -> None:
        super().__init__(theme, tr("Affiliation of {name}", name=view.name), tr("Save"))
        self.field = self.text_field(longest=60)
        self.row(tr("Affiliation"), self.field, stretch=True)
        self.body.addStretch(1)

    def params(self) -> dict[str, object]:
        """The name."""
        return {"affiliation": self.field.text().strip()}

    def draft(self) -> dict[str, object]:
        """Nothing, as above."""
        return {}

    def first_field(self) -> QWidget:
        """The field."""
        return self.field


def _empty(flow: Flow) -> None:
    while (item := flow.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
