"""A running card payment: one of the two places where the register waits, and only while the terminal decides."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.ui.announce import announce
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme


class CardSheet(Sheet):
    """Waits for the terminal; where nobody knows what became of the money, asks again or goes on by approval."""

    name = "card"
    modal = True
    stays = True
    cancel_wanted = Signal()

    def __init__(self, theme: Theme, amount: str) -> None:
        super().__init__(theme, tr("Card payment"), tr("Check the card payment"))
        self.amount = label(theme, amount, "input" if theme.is_narrow else "amount")
        self.state = label(theme, "", "strong")
        self.state.setWordWrap(True)
        self.body.addWidget(self.amount)
        self.body.addWidget(self.state)
        self.body.addStretch(1)
        self.cancel = FaceButton(theme, tr("Cancel at the terminal"), "plain")
        self.unpaid = FaceButton(theme, tr("Treat as unpaid"), "danger")
        for button in (self.cancel, self.unpaid):
            button.setFixedHeight(56 if theme.is_narrow else 64)
            button.describe()
            self.body.addWidget(button)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.unpaid.clicked.connect(lambda: self.operation_requested.emit("tender.card_unpaid", {}))
        self.close_button.hide()
        self.show_waiting()

    @property
    def is_waiting(self) -> bool:
        """The terminal has not answered yet."""
        return self.primary.isHidden()

    def show_waiting(self) -> None:
        """The customer holds the card to the terminal."""
        self.state.setText(tr("Waiting for the terminal."))
        self.show_problem("")
        self.primary.hide()
        self.unpaid.hide()
        self.cancel.show()
        announce(self, f"{tr('Card payment')} {self.amount.text()}", assertive=True)

    def show_unclear(self, words: str) -> None:
        """Nobody knows whether money was taken: first ask, and only then decide."""
        self.state.setText(tr("It is not known whether the card was charged."))
        self.show_problem(words)
        self.primary.show()
        self.unpaid.show()
        self.cancel.hide()
        self.primary.setFocus()

    def submit(self) -> None:
        """Ask the terminal what became of it."""
        if not self.is_waiting:
            self.operation_requested.emit("tender.card_check", {})

    def first_field(self) -> QWidget:
        """What can be pressed now."""
        return self.cancel if self.is_waiting else self.primary
