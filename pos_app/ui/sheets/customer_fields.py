"""Fields that making and editing a customer share: title, currency, group, receipts, attributes."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.preference_views import PreferencesView
from pos_app.ui.sheets.attribute_fields import AttributeFields
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.sections import Sections
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from retail.customers import ReceiptOption

EMAILED = frozenset({ReceiptOption.EMAIL, ReceiptOption.BOTH})


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
        self.details = AttributeFields(sheet, view.attributes, sections)
        self.attributes = self.details.fields

    def follow_type(self, type: str) -> None:
        """A person has a title, an organisation may be billed in a currency of its own: no more is asked at first."""
        is_person = type == "person"
        show_row(self._title_row, [self.title], is_shown=is_person)
        show_row(self._currency_row, [self.currency], is_shown=not is_person)

    def _ask_where(self) -> None:
        """Where receipts go is asked of whoever gets them by e-mail."""
        self.receipt_email.setVisible(self.receipt.value in EMAILED or bool(self.receipt_email.text()))

    def changed_attributes(self) -> dict[str, str]:
        """The attributes that are otherwise than when the sheet was opened."""
        return self.details.changed()

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
        self.details.restore(draft.get("attributes"))
        self._ask_where()
