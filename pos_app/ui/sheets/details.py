"""The details of a sale or an order: what the store wants to know of it besides goods, customer and money."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from pos_app.preference_views import DetailsView
from pos_app.ui.sheets.attribute_fields import AttributeFields
from pos_app.ui.sheets.sections import Sections
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme


class DetailsSheet(Sheet):
    """One field for each attribute; what is required and missing is said above them."""

    name = "details"

    def __init__(self, theme: Theme, view: DetailsView) -> None:
        super().__init__(theme, tr("Details"), tr("Save"), view.missing)
        self._sections = Sections(self)
        self.details = AttributeFields(self, view.attributes, self._sections)
        self._sections.end()
        self._empty = [each.attribute for each in view.attributes if not each.value]

    def params(self) -> dict[str, object]:
        """What was changed."""
        return {"attributes": self.details.changed()}

    def draft(self) -> Mapping[str, object]:
        """Nothing: what was said of one sale is not said of the next."""
        return {}

    def press_key(self, name: str) -> bool:
        """The page keys turn to the next section."""
        return self._sections.turn(name)

    def first_field(self) -> QWidget:
        """The first one without a value, else the first."""
        names = [*self._empty, *self.details.fields]
        return self.details.fields[names[0]] if names else self.primary
