"""Manager approval (D11): one of the two places where the register waits for a person, and only for this action."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout

from pos_app.ui.announce import announce
from pos_app.ui.buttons import FaceButton
from pos_app.ui.pin_pad import PinPad
from pos_app.ui.sheets.sheet import Sheet, label
from pos_app.ui.texts import tr
from pos_app.ui.theme import Theme
from pos_app.views import ApprovalView

PATIENCE_MS = 90_000
"""After this nobody is coming: the request stays on the sheet that asked."""


class ApprovalSheet(Sheet):
    """Says what is asked and by whom; someone else consents with their PIN. Closing it keeps the request."""

    name = "approval"
    modal = True
    approved = Signal(str, str)

    def __init__(self, theme: Theme, view: ApprovalView) -> None:
        super().__init__(theme, tr("Approval needed"), tr("Approve"), view.title)
        self.view = view
        self.user = view.approvers[0].user if len(view.approvers) == 1 else ""
        columns = QHBoxLayout()
        columns.setSpacing(12 if theme.is_narrow else 24)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(10)
        for fact in view.facts:
            left.addLayout(self._fact(fact.label, label(theme, fact.value, "strong")))
        left.addLayout(self._fact(tr("Asked by"), label(theme, view.asked_by, "body")))
        left.addSpacing(10)
        left.addWidget(label(theme, tr("Who approves?"), "body", "text_secondary"))
        self.tiles: dict[str, FaceButton] = {}
        for each in view.approvers[:4]:
            tile = FaceButton(theme, each.name, "choice")
            tile.setFixedHeight(64)
            tile.clicked.connect(lambda checked=False, user=each.user: self.choose(user))
            self.tiles[each.user] = tile
            left.addWidget(tile)
        if not view.approvers:
            nobody = label(
                theme, tr("Nobody else with this right is known here. Close, and leave it as it was.")
            )
            nobody.setWordWrap(True)
            left.addWidget(nobody)
        left.addStretch(1)
        only = label(theme, tr("Approves this one action only."), "secondary", "text_secondary")
        left.addWidget(only)
        only.setWordWrap(True)
        self.pad = PinPad(theme, narrow=theme.is_narrow)
        right.addWidget(self.pad)
        right.addStretch(1)
        columns.addLayout(left, 1)
        columns.addLayout(right)
        self.body.addLayout(columns, 1)
        self.pad.entered.connect(self._approve)
        self.choose(self.user)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.leave)
        self._patience.start()
        announce(self, f"{tr('Approval needed')}. {view.title}", assertive=True)

    def _fact(self, name: str, value: QLabel) -> QBoxLayout:
        line = QVBoxLayout() if self.theme.is_narrow else QHBoxLayout()
        line.setSpacing(2 if self.theme.is_narrow else self.theme.gap)
        caption = label(self.theme, name, "body", "text_secondary")
        caption.setWordWrap(True)
        if not self.theme.is_narrow:
            caption.setFixedWidth(self.theme.scaled(110))
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        value.setWordWrap(True)
        line.addWidget(caption)
        line.addWidget(value, 1)
        return line

    def choose(self, user: str) -> None:
        """Say who approves."""
        self.user = user
        for each, tile in self.tiles.items():
            tile.set_chosen(each == user)

    def type_text(self, text: str) -> bool:
        """Digits are the PIN, whatever has the focus."""
        self.pad.type_text(text)
        self._patience.start()
        return True

    def press_key(self, name: str) -> bool:
        """Backspace takes a digit back."""
        if name != "Backspace":
            return False
        self.pad.erase()
        return True

    def submit(self) -> None:
        """Approve with what was typed."""
        self._approve(self.pad.take())

    def show_problem(self, problem: str) -> None:
        """Say what is wrong, and forget the PIN."""
        self.pad.take()
        super().show_problem(problem)

    def _approve(self, pin: str) -> None:
        if not self.user:
            self.show_problem(tr("Tap the name of the person who approves."))
        elif not pin:
            self.show_problem(tr("Type the PIN of the person who approves."))
        else:
            self.approved.emit(self.user, pin)
