"""Sheets about what a line costs: another price or a discount (D27), charges (D09), and why it costs that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.ui.buttons import FaceButton
from pos_app.ui.flow import Flow
from pos_app.ui.pictures import ProductPicture
from pos_app.ui.sheets.fields import Choices, DigitKeys, ResultList, Row
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import ChargesView, PreviewView, PriceView, WhyView

PICTURE = 120


class PriceSheet(Sheet):
    """D27: a new price, or a discount in percent; which of the two was typed decides what is asked for."""

    name = "price"

    def __init__(self, theme: Theme, view: PriceView) -> None:
        super().__init__(theme, tr("Price of {name}", name=view.name), tr("Apply"), view.note)
        self.view = view
        self.fact(tr("List price"), f"{view.listed} {view.currency}")
        self.fact(tr("Price now"), f"{view.price} {view.currency}")
        if view.off:
            self.fact(tr("Taken off"), f"{view.off} {view.currency}")
        self.amount = self.text_field(view.price, width=106 if theme.is_narrow else 160, longest=14)
        self.percent = self.text_field(width=106 if theme.is_narrow else 160, longest=6)
        self.row(tr("New price"), self.amount, label(theme, view.currency))
        self.row(tr("or discount"), self.percent, label(theme, "%"))
        self.percent.setAccessibleName(tr("Discount in percent"))
        self.reason = Choices(theme, [(each.value, each.text, "") for each in view.reasons],
                              view.reasons[0].value if view.reasons else "")  # fmt: skip
        self.row(tr("Reason"), self.reason)
        self.body.addStretch(1)
        self.keys = DigitKeys(theme, self.amount, self.percent)
        self.body.addWidget(self.keys)
        self.operation = "line.price_override"
        self.amount.textEdited.connect(lambda: self._edited(by_percent=False))
        self.percent.textEdited.connect(lambda: self._edited(by_percent=True))
        self.reason.chosen.connect(self.touch)

    def _edited(self, by_percent: bool) -> None:
        self.operation = "line.discount_percent" if by_percent else "line.price_override"
        (self.amount if by_percent else self.percent).setText("")
        self.touch()

    def params(self) -> dict[str, object]:
        """The answers, for the operation that fits what was typed."""
        answers: dict[str, object] = {"line": self.view.line, "reason": self.reason.value}
        if self.operation == "line.discount_percent":
            return {**answers, "percent": self.percent.text().strip()}
        return {**answers, "price": self.amount.text().strip()}

    def draft(self) -> dict[str, object]:
        """Nothing: another line may be meant the next time."""
        return {}

    def show_preview(self, preview: PreviewView) -> None:
        """Show old and new price, and what the sale would come to."""
        change = preview.values.get("change")
        self.show_consequence(" · ".join(part for part in (str(change or ""), preview.consequence) if part))
        self.show_problem(preview.problem)

    def submit(self) -> None:
        """Give the answer, or say that there is none yet."""
        if not (self.amount.text().strip() or self.percent.text().strip()):
            self.show_problem(tr("Type the new price, or a discount in percent."))
            return
        super().submit()

    def first_field(self) -> QWidget:
        """The price."""
        return self.amount


class ChargesSheet(Sheet):
    """D09: every charge of the sale; the chosen one is changed, others are added or worked out again."""

    name = "charges"
    asked = Signal(str, object)

    def __init__(self, theme: Theme, view: ChargesView) -> None:
        super().__init__(theme, tr("Charges"), tr("Change charge"), view.note)
        self.view = view
        self.list = ResultList(theme, tr("Charges so far"))
        self.list.show_rows(
            [Row(each.text, each.detail, each.amount, icon="payment") for each in view.rows],
            tr("There are no charges yet."),
        )
        self.body.addWidget(self.list, 1)
        self.amount = self.text_field(width=160, longest=14)
        self.row(tr("Charge"), self.amount, label(theme, view.currency))
        self.reason = Choices(theme, [(each.value, each.text, "") for each in view.reasons],
                              view.reasons[0].value if view.reasons else "")  # fmt: skip
        if view.reasons:
            self.row(tr("Reason"), self.reason)
        self.code = Choices(theme, [(each.value, each.text, "") for each in view.codes],
                            view.codes[0].value if view.codes else "")  # fmt: skip
        if len(view.codes) > 1:
            self.row(tr("Added as"), self.code)
        self.others = Flow(theme.gap)
        self.others_buttons: list[FaceButton] = []
        self._button(tr("Add to the order"), "charge.add_header", view.add_why_not)
        self._button(tr("Add to lines"), "charge.add_line", "")
        self._button(tr("Recalculate"), "charge.recalculate", view.recalculate_why_not)
        self.body.addLayout(self.others)
        self.keys = DigitKeys(theme, self.amount)
        self.body.addWidget(self.keys)
        self.primary.set_why_not("" if view.rows else tr("There is no charge to change. Add one."))

    def _button(self, text: str, operation: str, why_not: str) -> None:
        button = FaceButton(self.theme, text, "plain")
        button.setFixedHeight(self.theme.field_height)
        button.setMinimumWidth(button.sizeHint().width())
        button.set_why_not(why_not)
        button.clicked.connect(lambda checked=False: self._ask(operation, why_not))
        self.others.addWidget(button)
        self.others_buttons.append(button)

    def _ask(self, operation: str, why_not: str) -> None:
        if why_not:
            self.refused.emit(why_not)
        elif operation == "charge.recalculate":
            self.asked.emit(operation, {})
        elif typed := self._typed():
            code = {"code": self.code.value} if len(self.view.codes) > 1 else {}
            self.asked.emit(operation, {"amount": typed, **code})

    def _typed(self) -> str:
        typed = self.amount.text().strip()
        if not typed:
            self.show_problem(tr("Type the charge first."))
        return typed

    def submit(self) -> None:
        """Change the charge that is chosen, or say why that cannot be done."""
        if self.primary.why_not:
            self.refused.emit(self.primary.why_not)
        elif (typed := self._typed()) and 0 <= self.list.row < len(self.view.rows):
            row = self.view.rows[self.list.row]
            answer: dict[str, object] = {"amount": typed, "charge": str(row.position)}
            if self.view.reasons:
                answer["reason"] = self.reason.value
            self.asked.emit("charge.change", answer if row.line is None else {**answer, "line": row.line})

    def draft(self) -> dict[str, object]:
        """Nothing: the charges may be others the next time."""
        return {}

    def step(self, rows: int) -> bool:
        """Arrows choose another charge."""
        self.list.step(rows)
        return True

    def first_field(self) -> QWidget:
        """The amount."""
        return self.amount


class WhySheet(Sheet):
    """Why a line costs what it costs: one sentence a step."""

    name = "why"

    def __init__(self, theme: Theme, view: WhyView) -> None:
        super().__init__(theme, tr("Why this price?"), tr("Done"), f"{view.name}: {view.amount}")
        self.picture = ProductPicture(theme, view.picture, PICTURE)
        self.body.addWidget(self.picture)
        self.steps = [label(theme, f"{position}. {each}") for position, each in enumerate(view.steps, 1)]
        for words in self.steps:
            words.setWordWrap(True)
            self.body.addWidget(words)
        self.body.addStretch(1)

    def draft(self) -> dict[str, object]:
        """Nothing to keep."""
        return {}
