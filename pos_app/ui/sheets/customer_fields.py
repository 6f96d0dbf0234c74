"""The fields that making and editing a customer share: title, group, and how they want their receipts."""

from pos_app.sheet_views import PreferencesView
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr


class PreferenceFields:
    """Adds the rows to a sheet. A group is chosen only where the store has any."""

    def __init__(self, sheet: Sheet, view: PreferencesView) -> None:
        theme = sheet.theme
        self.title = sheet.text_field(tr("Dr., Ms., Firm"), width=150, longest=60)
        self.title.setText(view.title)
        self.receipt = Choices(theme, [(each.value, each.text, "") for each in view.receipts], view.receipt)
        self.receipt_email = sheet.text_field(tr("Where receipts go"), width=280)
        self.receipt_email.setText(view.receipt_email)
        self.group = Choices(theme, [(each.value, each.text, "") for each in view.groups], view.group)
        sheet.row(tr("Title"), self.title)
        sheet.row(tr("Receipt"), self.receipt)
        sheet.row(tr("Receipt e-mail"), self.receipt_email, stretch=True)
        if view.groups:
            sheet.row(tr("Customer group"), self.group)
        for field in (self.title, self.receipt_email):
            field.setCursorPosition(0)
            field.textEdited.connect(lambda: sheet.show_problem(""))

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {"title": self.title.text(), "receipt_option": self.receipt.value,
                "receipt_email": self.receipt_email.text(), "group": self.group.value}  # fmt: skip
