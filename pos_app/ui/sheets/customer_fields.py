"""Fields that making and editing a customer share: title, currency, group, receipts, attributes."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from pos_app.preference_views import AttributeView, PreferencesView
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.sections import Sections
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from retail.customers import ReceiptOption

EMAILED = frozenset({ReceiptOption.EMAIL, ReceiptOption.BOTH})

ATTRIBUTES_MAX = 10
"""So many attributes stand in one section: nobody walks through more."""


def show_row(line: QHBoxLayout, fields: Sequence[QWidget], *, is_shown: bool) -> None:
    """Show or hide a row of a sheet, with what stands before it."""
    caption = line.itemAt(0)
    before = None if caption is None else caption.widget()
    for each in (*fields, *([] if before is None else [before])):
        each.setVisible(is_shown)


class PreferenceFields:
    """Adds the rows to a sheet, the attributes in sections of their own. A group is chosen only where there are any."""

    def __init__(self, sheet: Sheet, view: PreferencesView, sections: Sections) -> None:
        theme = sheet.theme
        self.title = sheet.text_field(tr("Dr., Ms."), width=150, longest=60)
        self.title.setText(view.title)
        self.receipt = Choices(theme, [(each.value, each.text, "") for each in view.receipts], view.receipt)
        self._title_row = sheet.row(tr("Title"), self.title)
        self.currency = sheet.text_field(view.store_currency, width=110, longest=3)
        self.currency.setText(view.currency)
        self.currency.textEdited.connect(lambda: sheet.show_problem(""))
        self._currency_row = sheet.row(tr("Currency"), self.currency)
        self.title.textEdited.connect(lambda: sheet.show_problem(""))
        self.receipt_email = sheet.text_field(tr("Where receipts go"), width=280)
        self.receipt_email.setText(view.receipt_email)
        self.receipt_email.setCursorPosition(0)
        self.receipt_email.textEdited.connect(lambda: sheet.show_problem(""))
        self.receipt_email.setAccessibleName(tr("Receipt e-mail"))
        sheet.row(tr("Receipt"), self.receipt, self.receipt_email)
        self.receipt.chosen.connect(lambda value: self._ask_where())
        self._ask_where()
        self.group: Choices | None = None
        if view.groups:
            self.group = Choices(theme, [(each.value, each.text, "") for each in view.groups], view.group)
            sheet.row(tr("Group"), self.group)
        self.attributes: dict[str, QLineEdit | Choices] = {}
        for place, each in enumerate(view.attributes):
            if place % ATTRIBUTES_MAX == 0:
                number = place // ATTRIBUTES_MAX
                sections.begin(tr("Details {number}", number=number + 1) if number else tr("Details"))
            self.attributes[each.attribute] = self._attribute(sheet, each)
        self._before = self._typed_attributes()

    def follow_type(self, type: str) -> None:
        """A person has a title, an organisation may be billed in a currency of its own: no more is asked at first."""
        is_person = type == "person"
        show_row(self._title_row, [self.title], is_shown=is_person)
        show_row(self._currency_row, [self.currency], is_shown=not is_person)

    def _ask_where(self) -> None:
        """Where receipts go is asked of whoever gets them by e-mail."""
        self.receipt_email.setVisible(self.receipt.value in EMAILED or bool(self.receipt_email.text()))

    def _attribute(self, sheet: Sheet, view: AttributeView) -> QLineEdit | Choices:
        if view.choices:
            choices = Choices(sheet.theme, [(each.value, each.text, "") for each in view.choices], view.value)
            sheet.row(view.name, choices)
            return choices
        field = sheet.text_field(view.hint)
        field.setText(view.value)
        field.setCursorPosition(0)
        field.textEdited.connect(lambda: sheet.show_problem(""))
        sheet.row(view.name, field, stretch=True)
        return field

    def _typed_attributes(self) -> dict[str, str]:
        return {
            name: field.value if isinstance(field, Choices) else field.text()
            for name, field in self.attributes.items()
        }

    def changed_attributes(self) -> dict[str, str]:
        """The attributes that are otherwise than when the sheet was opened."""
        now = self._typed_attributes()
        return {name: text for name, text in now.items() if text != self._before[name]}

    def values(self) -> dict[str, str]:
        """What stands in the fields there are."""
        values = {
            "title": self.title.text(), "receipt_option": self.receipt.value,
            "receipt_email": self.receipt_email.text(), "currency": self.currency.text().strip().upper(),
        }  # fmt: skip
        if self.group is not None:
            values["group"] = self.group.value
        return values

    def restore(self, draft: Mapping[str, object]) -> None:
        """Fill in what was kept."""
        self.title.setText(str(draft.get("title", "")))
        self.currency.setText(str(draft.get("currency", "")))
        self.receipt_email.setText(str(draft.get("receipt_email", "")))
        for name, choices in (("receipt_option", self.receipt), ("group", self.group)):
            if choices is not None and draft.get(name) in choices.buttons:
                choices.choose(str(draft[name]))
        attributes = draft.get("attributes")
        for name, text in attributes.items() if isinstance(attributes, Mapping) else ():
            field = self.attributes.get(name)
            if isinstance(field, Choices):
                field.choose(text)
            elif field is not None:
                field.setText(text)
        self._ask_where()
