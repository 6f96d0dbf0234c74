"""Fields of attributes on a sheet: a line to type in or a choice for each, in sections quickly walked through."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLineEdit

from pos_app.preference_views import AttributeView
from pos_app.ui.sheets.fields import Choices
from pos_app.ui.sheets.sections import Sections
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr

ATTRIBUTES_MAX = 10
"""So many attributes stand in one section: nobody walks through more."""


class AttributeFields:
    """Adds the rows to a sheet, in sections of their own; `fields` are those by their attributes."""

    def __init__(self, sheet: Sheet, views: Sequence[AttributeView], sections: Sections) -> None:
        self.fields: dict[str, QLineEdit | Choices] = {}
        for place, each in enumerate(views):
            if place % ATTRIBUTES_MAX == 0:
                number = place // ATTRIBUTES_MAX
                sections.begin(tr("Details {number}", number=number + 1) if number else tr("Details"))
            self.fields[each.attribute] = self._field(sheet, each)
        self._before = self._typed()

    def changed(self) -> dict[str, str]:
        """What is otherwise than when the sheet was opened."""
        return {name: text for name, text in self._typed().items() if text != self._before[name]}

    def restore(self, draft: object) -> None:
        """Fill in what was kept."""
        for name, text in draft.items() if isinstance(draft, Mapping) else ():
            field = self.fields.get(name)
            if isinstance(field, Choices):
                field.choose(text)
            elif field is not None:
                field.setText(text)

    def _typed(self) -> dict[str, str]:
        return {
            name: field.value if isinstance(field, Choices) else field.text()
            for name, field in self.fields.items()
        }

    def _field(self, sheet: Sheet, view: AttributeView) -> QLineEdit | Choices:
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
