"""Smaller questions: a reason (D28), voiding the sale (D26), one of several, an article by name, the session."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.fields import DigitKeys, Row
from pos_app.ui.sheets.pictured import ProductList
from pos_app.ui.sheets.search import SearchSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import ChoiceView, FoundProductsView, ProductRowView

HOLD_MS = 600


class ChoiceSheet(Sheet):
    """D28: up to nine big buttons with the keys 1 to 9; choosing one is the answer."""

    name = "choice"

    def __init__(
        self, theme: Theme, title: str, answer: str, choices: Sequence[ChoiceView], sentence: str = ""
    ) -> None:
        super().__init__(theme, title, tr("Continue"), sentence)
        self.answer = answer
        self.value = choices[0].value if choices else ""
        self.buttons: dict[str, FaceButton] = {}
        grid = QGridLayout()
        grid.setSpacing(theme.gap)
        for position, each in enumerate(choices[:9]):
            button = FaceButton(theme, each.text, "choice")
            button.setObjectName(f"choice-{each.value}")
            button.badge = str(position + 1)
            button.detail = each.detail
            button.set_why_not(each.why_not)
            button.describe()
            button.setMinimumWidth(64)
            button.clicked.connect(lambda checked=False, value=each.value: self.choose(value))
            self.buttons[each.value] = button
        columns = (
            2
            if 2 * max((self._width(each) for each in self.buttons.values()), default=0) <= self.inner
            else 1
        )
        for position, button in enumerate(self.buttons.values()):
            button.setFixedHeight(80 if columns == 2 else 64)
            grid.addWidget(button, position // columns, position % columns)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.primary.hide()

    def _width(self, button: FaceButton) -> int:
        """What the label needs, or the smaller line below it."""
        detail = QFontMetrics(self.theme.font("secondary")).horizontalAdvance(button.detail)
        return max(button.sizeHint().width(), detail + 40)

    def params(self) -> dict[str, object]:
        """The answer."""
        return {self.answer: self.value}

    def draft(self) -> Mapping[str, object]:
        """Nothing to keep."""
        return {}

    def choose(self, value: str) -> None:
        """Take this one, and go on."""
        if why_not := self.buttons[value].why_not:
            self.refused.emit(why_not)
            return
        self.value = value
        for each, button in self.buttons.items():
            button.set_chosen(each == value)
        self.chosen()

    def chosen(self) -> None:
        """What follows a choice: here, the answer."""
        self.submit()

    def type_text(self, text: str) -> bool:
        """The keys 1 to 9 choose."""
        if len(text) == 1 and text.isascii() and text.isdigit() and 1 <= int(text) <= len(self.buttons):
            self.choose(list(self.buttons)[int(text) - 1])
        return True

    def enter(self) -> bool:
        """Enter presses what has the focus; without one nothing is chosen by chance."""
        focused = self.focusWidget()
        if isinstance(focused, FaceButton):
            focused.click()
        return True

    def first_field(self) -> QWidget:
        """The first choice."""
        return next(iter(self.buttons.values()), self.close_button)


class VoidSaleSheet(ChoiceSheet):
    """D26: a reason, and then the button held for 600 ms or Enter twice; the sale is gone after it.

    Where an order is acted on, `discard` says what is left of it, and nothing of the order itself is lost.
    """

    name = "void-sale"

    def __init__(self, theme: Theme, choices: Sequence[ChoiceView], total: str, discard: str = "") -> None:
        title = tr("Discard changes") if discard else tr("Void sale")
        sentence = discard or tr("Everything in this sale is struck: {total}.", total=total)
        super().__init__(theme, title, "reason", choices, sentence)
        self.primary.show()
        self.primary.setText(tr("Hold to discard") if discard else tr("Hold to void"))
        self.primary.setAccessibleName(
            tr("Discard changes. Hold the button, or press Enter twice")
            if discard
            else tr("Void sale. Hold the button, or press Enter twice")
        )
        self._once_more = (
            tr("Press Enter once more to discard them.")
            if discard
            else tr("Press Enter once more to void the sale.")
        )
        self.primary.badge = f"{self.primary.badge} \u00d72"
        self.primary.set_look("danger")
        self.primary.clicked.disconnect()
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(HOLD_MS)
        self._held.timeout.connect(self.submit)
        self.primary.pressed.connect(self._held.start)
        self.primary.released.connect(self._held.stop)
        self._entered = False
        if choices:
            self.choose(choices[0].value)

    def chosen(self) -> None:
        """A reason alone voids nothing."""
        self._entered = False

    def enter(self) -> bool:
        """The second Enter voids."""
        if self._entered:
            self.submit()
        else:
            self._entered = True
            self.show_consequence(self._once_more)
        return True

    def first_field(self) -> QWidget:
        """Close: nothing dangerous has the focus."""
        return self.close_button


class QuestionSheet(Sheet):
    """A question with a typed answer."""

    name = "question"

    def __init__(self, theme: Theme, title: str, prompt: str, answer: str, sentence: str = "") -> None:
        super().__init__(theme, title, tr("Continue"), sentence)
        self.answer = answer
        self.field: QLineEdit = self.text_field(width=380)
        self.row(prompt, self.field)
        self.keys = DigitKeys(theme, self.field)
        self.body.addStretch(1)
        self.body.addWidget(self.keys)

    def params(self) -> dict[str, object]:
        """The answer."""
        return {self.answer: self.field.text().strip()}

    def restore(self, draft: Mapping[str, object]) -> None:
        """Fill in what was kept."""
        self.field.setText(str(draft.get(self.answer, "")))

    def first_field(self) -> QWidget:
        """The field."""
        return self.field


class ProductSearchSheet(SearchSheet):
    """F3: articles by name or number."""

    name = "product-search"

    def __init__(self, theme: Theme, typed: str = "") -> None:
        super().__init__(theme, tr("Product search"), tr("Add to sale"), tr("Name, number or code"), typed,
                         ProductList)  # fmt: skip
        self.found: tuple[ProductRowView, ...] = ()

    def show_found(self, found: FoundProductsView) -> None:
        """Show what was found."""
        self.found = found.rows
        rows = [
            Row(
                each.name,
                each.why_not or each.detail or each.number,
                each.price,
                icon="sale",
                faded=bool(each.why_not),
                picture=each.picture,
            )
            for each in found.rows
        ]
        self.list.show_rows(rows, found.note or tr("Type at least two characters."))
        self.primary.set_why_not("" if rows else tr("Nothing is found. Type another name or number."))
        self.answered()

    def take(self, row: int) -> None:
        """Add this article, or say why it cannot be sold."""
        if not 0 <= row < len(self.found):
            return
        if why_not := self.found[row].why_not:
            self.refused.emit(why_not)
        else:
            found = self.found[row]
            self.submitted.emit({"number": found.number, **({"unit": found.unit} if found.unit else {})})
