"""Opens the sheets about the till: sales that were set aside, cash that is moved, and shifts that are counted."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pos_app.order_sheets import show_if_open
from pos_app.till_views import BlindShiftView, CountView, MovementView
from pos_app.ui.buttons import FaceButton
from pos_app.ui.sheets.closing import CloseShiftSheet, DeclareSheet
from pos_app.ui.sheets.questions import ChoiceSheet, QuestionSheet
from pos_app.ui.sheets.tills import ManageShiftsSheet, MovementSheet
from pos_app.ui.texts import tr
from pos_app.views import ChoiceView

if TYPE_CHECKING:
    from pos_app.binder import Binder
    from pos_app.sheet_opening import SheetOpening

MOVES = ("till.float", "till.remove", "till.safe_drop", "till.bank_drop")


class TillOpening:
    """Each sheet is filled by the desk when it opens; `openers` are those of the operations and of the window's ids."""

    def __init__(self, sheets: "SheetOpening", binder: "Binder") -> None:
        self._sheets, self._binder = sheets, binder
        self.openers: Mapping[str, Callable[[], None]] = {
            "transaction.resume": self.suspended,
            "shift.close": self.close_shift,
            "shift.declare": self.declare,
            "shift.declare_start": self.declare_start,
            "shift.manage": self.manage,
            **{operation: lambda operation=operation: self.move(operation) for operation in MOVES},  # type: ignore[misc]  # the default binds it
        }

    def ask_for_shift(self) -> None:
        """The shift every transaction stands on is opened before anything else; one that waits is counted before it."""
        binder = self._binder
        if any(each.operation == "shift.open" for each in binder.window.sale.sheets):
            return
        asked = QuestionSheet(
            binder.window.theme,
            tr("Open the shift"),
            tr("Start amount"),
            "start",
            tr("Count the cash in the till. Every sale of this shift stands on it."),
        )
        asked.field.setText("0")
        asked.field.selectAll()
        asked.close_button.hide()
        asked.modal = asked.stays = True
        asked.is_written = False
        self._sheets.answering(asked, "shift.open")
        binder.do(
            binder.desk.till.blind_shifts,
            lambda shifts: show_if_open(asked, lambda found: self._offer_counting(asked, found), shifts),
        )

    def _offer_counting(self, asked: QuestionSheet, shifts: tuple[BlindShiftView, ...]) -> None:
        """Before the next shift is opened, one that was closed blind may be counted."""
        if shifts:
            manage = FaceButton(self._binder.window.theme, tr("Manage shifts"), "plain")
            manage.setObjectName("manage-shifts")
            manage.setFixedHeight(64)
            manage.describe()
            manage.clicked.connect(self.manage)
            asked.add_buttons(manage)

    def end_question(self) -> None:
        """A shift is open, whoever opened it: nothing asks for one any more."""
        for sheet in self._binder.window.sale.sheets:
            if sheet.operation == "shift.open":
                self._binder.window.sale.close_sheet(sheet)
                return

    def suspended(self) -> None:
        """The sales that are set aside; the newest has the focus."""
        binder = self._binder

        def opened(choices: tuple[ChoiceView, ...]) -> None:
            if not choices:
                binder.window.sale.refuse(
                    tr("No sale is suspended on this register. Look at the register where it was suspended.")
                )
                return
            sheet = ChoiceSheet(binder.window.theme, tr("Suspended sales"), "id", choices)
            self._sheets.answering(sheet, "transaction.resume")

        binder.do(binder.desk.till.suspended, opened)

    def close_shift(self) -> None:
        """The count, and what it means before the shift is closed."""

        def opened(view: CountView) -> None:
            sheet = CloseShiftSheet(self._binder.window.theme, view)
            self._sheets.answering(sheet, "shift.close", previews=True)

        self._binder.do(self._binder.desk.till.count, opened)

    def move(self, operation: str) -> None:
        """Cash that is put into the till or taken out."""
        till = self._binder.desk.till

        def opened(view: MovementView) -> None:
            sheet = MovementSheet(self._binder.window.theme, view)
            self._sheets.answering(sheet, operation)

        self._binder.do(lambda: till.movement(operation), opened)

    def declare(self, shift: str = "", follow: Callable[[], None] | None = None) -> None:
        """What was counted, which closes nothing and says nothing of over or short."""
        till = self._binder.desk.till

        def opened(view: CountView) -> None:
            sheet = DeclareSheet(self._binder.window.theme, view)
            self._sheets.answering(sheet, "shift.declare", follow=follow)

        self._binder.do(lambda: till.count(shift), opened)

    def declare_start(self, shift: str = "", follow: Callable[[], None] | None = None) -> None:
        """What was in the till at the start, said anew."""
        binder = self._binder
        sheet = QuestionSheet(
            binder.window.theme, tr("Declare start amount"), tr("Start amount"), "start",
            tr("How much cash was in the till when the shift began."),
        )  # fmt: skip
        sheet.is_written = False
        sheet.operation = "shift.declare_start"
        about = {"shift": shift} if shift else {}
        sheet.submitted.connect(
            lambda params: binder.dispatch("shift.declare_start", {**params, **about}, sheet, follow)
        )
        self._sheets.show(sheet)

    def manage(self) -> None:
        """The shifts that were closed blind: each is counted here, and then closed."""
        binder = self._binder

        def opened(shifts: tuple[BlindShiftView, ...]) -> None:
            if not shifts:
                binder.window.sale.refuse(
                    tr("No shift waits to be counted. Only one that was closed blind does.")
                )
                return
            sheet = ManageShiftsSheet(binder.window.theme, shifts)

            def renew() -> None:
                binder.do(
                    binder.desk.till.blind_shifts, lambda again: show_if_open(sheet, sheet.show_shifts, again)
                )

            sheet.start_wanted.connect(lambda shift: self.declare_start(shift, renew))
            sheet.count_wanted.connect(lambda shift: self.declare(shift, renew))
            self._sheets.answering(sheet, "shift.finish")

        binder.do(binder.desk.till.blind_shifts, opened)
