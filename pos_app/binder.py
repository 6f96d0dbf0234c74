"""Joins window and desk: intents become operations, outcomes become words, sheets and what is drawn."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from pos_app.card_paying import CardPaying, asks_terminal
from pos_app.devices.sounds import Sound
from pos_app.input_questions import NO, YES, InputQuestions
from pos_app.lanes import Lane
from pos_app.operations.registry import Approval, Ask, Asks, Done, Kind, NeedsApproval, Outcome, Refused
from pos_app.order_sheets import show_if_open
from pos_app.scan_routing import ScanRouting
from pos_app.sheet_opening import SheetOpening
from pos_app.ui.main_window import MainWindow
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.money import PaymentSheet
from pos_app.ui.sheets.serials import SerialSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.sheets.sync_centre import SyncCentreSheet
from pos_app.ui.sheets.welcome import WelcomeSheet
from pos_app.ui.texts import tr
from pos_app.views import (
    ApprovalView,
    ButtonView,
    Desk,
    PaymentView,
    SaleView,
    ScannedView,
    Screen,
    Severity,
    StepView,
)
from retail.messages import phrase

TICK_MS = 500
PATIENCE_MS = 1000
"""So long a call may take before the strip says that it goes on."""
WORKING = phrase("Still working \u2026")
UNDO, REDO = "cart.undo", "cart.redo"
ENDING = frozenset(
    {
        *("transaction.conclude", "transaction.void", "transaction.suspend", "transaction.resume"),
        *("shift.close", "shift.close_blind"),
    }
)
"""Operations after which another sale is on the screen, or none."""
QUIET = frozenset({"line.select"})
"""Operations whose effect is seen and need no words."""
FAULT = phrase(
    "That did not work, and nothing was changed. Try again; if it happens again, restart the register."
)

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """An operation on its way: its params so far, the sheet they came from, and what follows when it is done."""

    operation: str
    params: Mapping[str, object]
    sheet: Sheet | None = None
    follow: Callable[[], None] | None = None
    steps: tuple[StepView, ...] = ()


class Binder(QObject):
    """Gather first, work second, show third: widgets are read before a job, and changed only after it."""

    settled = Signal()

    def __init__(self, window: MainWindow, desk: Desk, lane: Lane, side_lane: Lane) -> None:
        super().__init__(window)
        self.window, self.desk = window, desk
        self.lane = lane
        self._ticking = False
        self.view: SaleView | None = None
        self.opening = SheetOpening(self, side_lane)
        self.routing = ScanRouting(self)
        self.questions = InputQuestions(window)
        self.cards = CardPaying(self, side_lane)
        self._payments = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.window.say(Severity.INFO, tr(WORKING)))
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._connect()

    def start(self) -> None:
        """Draw the register as it stands, and keep looking for what changes outside this window."""
        self._dress()
        self.do(self.desk.view, self.show)
        self._timer.start()

    def _connect(self) -> None:
        window, sale = self.window, self.window.sale
        window.code_scanned.connect(self.routing.scan)
        window.closing.connect(self._timer.stop)
        window.sign_in.signed_in.connect(self._sign_in)
        window.sign_in.language_wanted.connect(lambda code: self.dispatch("language.set", {"language": code}))
        window.sign_in.sign_off_wanted.connect(lambda: self.dispatch("user.sign_off", {}))
        window.sign_in.switch_wanted.connect(lambda operation: self.dispatch(operation, {}))
        sale.operation_requested.connect(self.request)
        sale.entry_committed.connect(self.routing.enter)
        sale.tender_pressed.connect(self.tender)
        sale.selection_wanted.connect(lambda lines: self.dispatch("line.select", {"lines": lines}))
        sale.session_wanted.connect(self.opening.session)

    # ---------------------------------------------------------------- work

    @property
    def is_paying(self) -> bool:
        """Money or the end of the sale is on its way through the lane: what is scanned now would come after it."""
        return self._payments > 0

    def do(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Have the lane do something, and show its result."""
        self.lane.submit(work, then, self._failed)

    def request(self, operation: str, params: Mapping[str, object], sheet: Sheet | None = None) -> None:
        """What a button or a key asks for: the sheet that gathers its answers first, or the operation at once.

        A `sheet` that asks for it closes when it is done.
        """
        if operation in (YES, NO):
            self.questions.answer_on_strip(yes=operation == YES)
        elif not self.opening.open_for(operation, params):
            self.dispatch(operation, params, sheet)

    def dispatch(self, operation: str, params: Mapping[str, object], sheet: Sheet | None = None,
                 follow: Callable[[], None] | None = None) -> None:  # fmt: skip
        """Do one operation; `follow` comes after it is done."""
        self._send(Call(operation, dict(params), sheet, follow))

    def _send(self, call: Call, approval: Approval | None = None) -> None:
        at_terminal = asks_terminal(call.operation, call.params)
        pays = at_terminal or call.operation.startswith(("tender.", "transaction."))
        self._payments += pays
        self._patience.start()
        if at_terminal:
            self.cards.begin(call.params)

        def settle(result: tuple[Outcome, SaleView]) -> None:
            self._payments -= pays
            self._grow_calm()
            if at_terminal:
                self.cards.show(result[1])
            self._settle(call, *result)

        def fail(fault: Exception) -> None:
            self._payments -= pays
            self._grow_calm()
            self.cards.end()
            self._failed(fault)

        self.lane.submit(lambda: self.desk.dispatch(call.operation, call.params, approval), settle, fail)

    def _grow_calm(self) -> None:
        """What took long is over: nothing says any more that it goes on."""
        self._patience.stop()
        if self.window.sale.strip.text == tr(WORKING):
            self.window.sale.strip.clear()

    def settle_scan(self, scanned: ScannedView, follow: Callable[[], None] | None) -> None:
        """Go on with what a code came to, as with any other operation; `follow` comes after it is done."""
        if scanned.outcome is not None:
            call = Call(scanned.step.operation, scanned.step.params, follow=follow)
            self._settle(call, scanned.outcome, scanned.sale)

    def _settle(self, call: Call, outcome: Outcome, view: SaleView) -> None:
        ends = call.operation.startswith("tender.") or call.operation == "order.balance"
        steps = call.steps or (view.finishing if ends else ())
        if steps and isinstance(outcome, Done):
            # What stands between two steps is over before anybody could read it.
            self.view = view
            if view.strip is not None:
                self.window.sale.strip.show_message(view.strip)
            self._run(steps)
            return
        self.show(view)
        match outcome:
            case Done(message, values):
                self._finish(call, str(message), values)
            case Refused(message):
                self._refuse(call, str(message))
            case Asks(questions):
                self._ask(call, questions)
            case NeedsApproval():
                self.do(lambda: self.desk.approval_view(call.operation, call.params, outcome),
                        lambda view: self._need_approval(call, view))  # fmt: skip
        if isinstance(self.window.sale.sheet, PaymentSheet):
            self.do(self.desk.payment_view, self._show_payment)
        self._renew_centre()
        self.settled.emit()

    def _failed(self, fault: Exception) -> None:
        log.error("a call to the desk failed", exc_info=fault)
        self.lane.submit(self.desk.view, self.show, lambda again: None)
        self.window.say(Severity.ERROR, tr(FAULT))
        self.settled.emit()

    # ---------------------------------------------------------------- outcomes

    def _finish(self, call: Call, words: str, values: Mapping[str, object]) -> None:
        sale, view = self.window.sale, self.view
        self._close_approval()
        if call.sheet is not None and not isinstance(call.sheet, PaymentSheet):
            sale.close_sheet(call.sheet)
            self.opening.forget(call.sheet)
        if words and call.operation not in QUIET and (view is None or view.strip is None):
            self.window.say(Severity.OK, words, self._ways_back(call.operation))
        if call.operation in ENDING:
            self._end_sale(values)
        elif call.operation.startswith("tender.") and view is not None and view.undecided:
            self._decide()
        if sale.sheet is not None and sale.sheet is not call.sheet:
            sale.sheet.touch()
        if call.follow is not None:
            call.follow()
        if values.get("lacks_serials") and isinstance(call.sheet, SerialSheet):
            self.request("line.serials", {})

    def _ways_back(self, operation: str) -> tuple[ButtonView, ...]:
        """The button that takes back what was just done, or makes again what was just undone."""
        view = self.view
        if view is not None and operation == UNDO and view.redoable:
            return (ButtonView(tr("Redo"), REDO, key="Ctrl+Y"),)
        if view is not None and view.undoable and operation in (REDO, view.undoable):
            return (ButtonView(tr("Undo"), UNDO, key="Ctrl+Z"),)
        return ()

    def _decide(self) -> None:
        """Nothing is due any more, but how the rest is paid is open: the payment sheet asks."""
        if not isinstance(self.window.sale.sheet, PaymentSheet):
            self.opening.payment()

    def _run(self, steps: Sequence[StepView]) -> None:
        self._send(Call(steps[0].operation, steps[0].params, steps=tuple(steps[1:])))

    def _end_sale(self, values: Mapping[str, object]) -> None:
        self.window.sale.close_sheets()
        if self.view is not None and self.view.screen is Screen.OPEN_SHIFT:
            self.opening.till.ask_for_shift()
        self.window.sale.receipt.turn_to(0)
        self.opening.forget_all()
        transaction, suspended = (str(values.get(name) or "") for name in ("transaction", "suspended"))
        if transaction:
            again = ButtonView(tr("Print again"), "receipt.print", {"transaction": transaction})
            self.do(
                lambda: self.desk.print_receipt(transaction), lambda outcome: self._printed(outcome, again)
            )
        elif suspended:
            slip = ButtonView(tr("Print again"), "transaction.slip", {"id": suspended})
            self.do(lambda: self.desk.print_slip(suspended), lambda outcome: self._printed(outcome, slip))

    def _printed(self, outcome: Outcome, again: ButtonView) -> None:
        """Paper that did not come out is a warning with its way out; the sale stands."""
        if isinstance(outcome, Refused):
            self.window.say(Severity.WARNING, str(outcome.message), (again,))

    def _refuse(self, call: Call, words: str) -> None:
        sheet = self.window.sale.sheet
        if (
            self.window.screen_shown is Screen.SALE
            and sheet is not None
            and (sheet is call.sheet or sheet.modal)
        ):
            sheet.show_problem(words)
        elif call.sheet is not None and self._close_approval():
            call.sheet.show_problem(words)
        else:
            self._close_approval()
            self.window.say(Severity.ERROR, words)

    def _ask(self, call: Call, questions: tuple[Ask, ...]) -> None:
        """Put the first question; the next comes when this one is answered."""
        ask = questions[0]

        def answer(given: object) -> None:
            self._send(Call(call.operation, {**call.params, ask.name: given}, None, call.follow))

        if ask.kind is Kind.FLAG:
            self.questions.confirm(str(ask.prompt), lambda: answer(True))
        else:
            self.opening.question(ask, call.sheet, answer)

    def _need_approval(self, call: Call, view: ApprovalView) -> None:
        if isinstance(self.window.sale.sheet, ApprovalSheet):
            self.window.sale.sheet.show_problem(tr("This person cannot approve it. Ask somebody else."))
            return
        self.window.sounded.emit(Sound.APPROVAL)
        sheet = ApprovalSheet(self.window.theme, view)
        sheet.approved.connect(lambda user, pin: self._send(call, Approval(user, pin)))
        self.opening.show(sheet)

    def _close_approval(self) -> bool:
        sheet = self.window.sale.sheet
        if isinstance(sheet, ApprovalSheet):
            self.window.sale.close_sheet(sheet)
            return True
        return False

    # ---------------------------------------------------------------- drawing

    def show(self, view: SaleView) -> None:
        """Draw the register as it stands now."""
        was_selling = self.window.screen_shown is Screen.SALE
        self.view = view
        self.window.show_sale(view)
        if view.screen in (Screen.SIGN_IN, Screen.LOCKED):
            self.window.sale.close_sheets()
            self.do(self.desk.sign_in_view, self.window.show_sign_in)
        elif view.screen is Screen.OPEN_SHIFT:
            self.opening.till.ask_for_shift()
        else:
            self.opening.till.end_question()
            if view.starts_at_welcome and not was_selling and not view.lines:
                self.opening.welcome()
            if not self.is_paying:
                self.cards.show(view)

    def _renew_centre(self) -> None:
        """An open sync centre shows what the files say now, and the welcome screen its counts."""
        sheet = self.window.sale.sheet
        if isinstance(sheet, SyncCentreSheet):
            self.do(self.desk.sync_centre, lambda view: show_if_open(sheet, sheet.show_centre, view))
        elif isinstance(sheet, WelcomeSheet):
            self.do(self.desk.welcome_view, lambda view: show_if_open(sheet, sheet.show_welcome, view))

    def _show_payment(self, view: PaymentView) -> None:
        sheet = self.window.sale.sheet
        if isinstance(sheet, PaymentSheet):
            sheet.show_payment(view)

    def _dress(self) -> None:
        """Have the window look as headquarters says, with its pictures as far as they have come."""
        self.do(self.desk.health.profile, self.window.dress)
        self.do(self.desk.health.profile_pictures, self.window.sign_in.brand.show_files)

    def _tick(self) -> None:
        if self._ticking:
            return
        self._ticking = True
        self.lane.submit(self.desk.tick, self._ticked, self._tick_failed)

    def _ticked(self, view: SaleView | None) -> None:
        self._ticking = False
        if view is not None:
            self._dress()
            self.show(view)
            self._renew_centre()
            for sheet in list(self.window.sale.sheets):
                sheet.again_wanted.emit()  # a customer or an order in sight may have got its number

    def _tick_failed(self, fault: Exception) -> None:
        self._ticking = False
        log.warning("looking for changes failed", exc_info=fault)

    # ---------------------------------------------------------------- intents

    def _sign_in(self, user: str, pin: str) -> None:
        locked = self.view is not None and self.view.screen is Screen.LOCKED
        self.dispatch("register.unlock" if locked else "user.sign_in", {"user": user, "pin": pin})

    def tender(self, button: ButtonView, typed: str) -> None:
        """A tender: what was typed, what the note says, exactly what is due, or ask."""
        if typed:
            self.dispatch(button.operation, {"amount": typed})
        elif "amount" in button.params or button.key:
            self.dispatch(button.operation, button.params)
        else:
            self.questions.ask(
                tr("How much cash?"), lambda text: self.dispatch(button.operation, {"amount": text})
            )
