"""The input field: it owns what is typed on the sale screen, whatever has the focus, and the quantity multiplier."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from pos_app.ui.styling import style
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme

TYPED_MAX = 40
MULTIPLIER_MS = 30_000
_QUANTITY = re.compile(r"[1-9]\d{0,3}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed: a code or number, with the quantity asked for before it.

    `sets_quantity` means that the text is the new quantity of the line meant (`*5`), `comes_back` that the article is
    taken back without a receipt.
    """

    text: str
    quantity: str = ""
    sets_quantity: bool = False
    comes_back: bool = False


class InputField(QLineEdit):
    """Shows what is being typed; a question (the price of an article) borrows it until it is answered."""

    committed = Signal(object)
    answered = Signal(str)
    question_left = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._multiplier = ""
        self._sets_quantity = False
        self._comes_back = False
        self._question = ""
        self._confirms = False
        self.setObjectName("input")
        self.setReadOnly(True)
        self.setMaxLength(TYPED_MAX)
        self.textChanged.connect(self._fit)
        self._fit()
        self._chip = QLabel(self)
        self._chip.setObjectName("chip")
        style(self._chip, theme, "strong")
        self._chip.hide()
        self._expiry = QTimer(self)
        self._expiry.setSingleShot(True)
        self._expiry.setInterval(MULTIPLIER_MS)
        self._expiry.timeout.connect(self.clear_multiplier)
        self._refresh()

    @property
    def is_empty(self) -> bool:
        """Nothing typed, no multiplier, no question."""
        return not (
            self.text() or self._multiplier or self._sets_quantity or self._comes_back or self._question
        )

    @property
    def comes_back(self) -> bool:
        """The next article is a return."""
        return self._comes_back

    @property
    def asks(self) -> bool:
        """A question waits for its answer here."""
        return bool(self._question)

    @property
    def confirms(self) -> bool:
        """The question is answered by Enter alone: yes."""
        return self._confirms

    @property
    def question(self) -> str:
        """What is asked here, or nothing."""
        return self._question

    def type_text(self, text: str) -> None:
        """Add what was typed; where only *yes* would be an answer, typing something else means no."""
        if self._confirms:
            self.step_back()
        if len(self.text()) + len(text) > TYPED_MAX:
            self.refused.emit(tr("At most {most} characters fit. Erase some first.", most=TYPED_MAX))
            return
        self.setText(self.text() + text)

    def erase(self) -> None:
        """Take the last character back, or the multiplier where nothing is typed."""
        if self.text():
            self.setText(self.text()[:-1])
        else:
            self.clear_multiplier()

    def times(self) -> None:
        """Use what is typed as the quantity of the next article; with nothing typed, set that of the line meant."""
        if self._question:
            return
        if not self.text():
            self._sets_quantity = not self._sets_quantity
        elif _QUANTITY.fullmatch(self.text()):
            self._multiplier = self.text()
            self._sets_quantity = False
            self.setText("")
            self._expiry.start()
        else:
            self.refused.emit(tr("A quantity is a whole number of at most 4 digits. Type it again."))
            return
        self._refresh()

    def turn_round(self) -> None:
        """The next article is a return; pressed again, it is none."""
        if self._question:
            return
        self._comes_back, self._sets_quantity = not self._comes_back, False
        if self._comes_back:
            self._expiry.start()
        self._refresh()

    def clear_multiplier(self) -> None:
        """Forget the quantity, and that the next article is a return."""
        self._multiplier, self._sets_quantity, self._comes_back = "", False, False
        self._refresh()

    def step_back(self) -> bool:
        """One step of Esc: typed text, then multiplier, then the question. False if there was nothing to take back."""
        if self.text():
            self.setText("")
        elif self._multiplier or self._sets_quantity or self._comes_back:
            self.clear_multiplier()
        elif self._question:
            self.leave_question()
            self.question_left.emit()
        else:
            return False
        return True

    def ask(self, question: str) -> None:
        """Borrow the field for a question; Enter answers it."""
        self.setText("")
        self._multiplier, self._sets_quantity, self._comes_back = "", False, False
        self._question, self._confirms = question, False
        self._refresh()

    def confirm(self, question: str) -> None:
        """Ask something that Enter answers with yes and Esc with no."""
        self.ask(question)
        self._confirms = True

    def leave_question(self) -> None:
        """Give the field back."""
        self._question, self._confirms = "", False
        self.setText("")
        self._refresh()

    def take(self) -> str:
        """Give what is typed, and forget it with its multiplier."""
        text = self.text()
        self.setText("")
        self.clear_multiplier()
        return text

    def take_multiplier(self) -> str:
        """Give the quantity asked for, and forget it; typed digits stay."""
        multiplier = self._multiplier
        self.clear_multiplier()
        return multiplier

    def give_multiplier(self, quantity: str) -> None:
        """Put back a quantity whose article was not found, unless another has been typed meanwhile."""
        if self._multiplier or self._question:
            return
        self._multiplier, self._sets_quantity = quantity, False
        self._expiry.start()
        self._refresh()

    def commit(self) -> None:
        """Enter: answer the question, or hand over what was typed. On an empty field nothing happens."""
        text = self.text()
        if not text and not self._confirms:
            return
        if self._question:
            self.leave_question()
            self.answered.emit(text)
            return
        entry = Entry(text, self._multiplier, self._sets_quantity, self._comes_back)
        self.setText("")
        self.clear_multiplier()
        self.committed.emit(entry)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)

    def _refresh(self) -> None:
        chip = f"{self._multiplier}\u00d7" if self._multiplier else ("\u00d7" if self._sets_quantity else "")
        chip = f"\u2212{chip}" if self._comes_back else chip
        self._chip.setText(chip)
        self._chip.setVisible(bool(chip))
        self._chip.adjustSize()
        self._place()
        prompt = self._question or (tr("Quantity") if self._sets_quantity else "")
        if self._comes_back:
            prompt = tr("Scan what comes back")
        self.setPlaceholderText(prompt or tr("Scan or type"))
        self.setAccessibleName(prompt or tr("Input"))
        self.setAccessibleDescription(
            tr("quantity {quantity}", quantity=self._multiplier) if self._multiplier else ""
        )

    def restyle(self) -> None:
        """Draw it anew in a theme that has changed."""
        self._chip.adjustSize()
        self._place()

    def _place(self) -> None:
        wide = self._chip.width() if self._chip.text() else 0
        self._chip.setGeometry(10, (self.height() - 36) // 2, wide, 36)
        self.setTextMargins(wide + 8 if wide else 0, 0, 0, 0)

    def resizeEvent(self, event: object) -> None:
        """Keep the chip in the middle."""
        self._place()

    def _fit(self) -> None:
        """Prompts get a smaller font; typed text never does."""
        style(self, self._theme, "input" if self.text() else "body")
