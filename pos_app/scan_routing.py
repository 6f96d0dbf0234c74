"""Where a scanned or typed code may go from what is on the screen now; what it cannot do is refused aloud."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.operations.registry import Refused
from pos_app.ui.input_field import Entry, InputField
from pos_app.ui.sheets.approval import ApprovalSheet
from pos_app.ui.sheets.cards import CardSheet
from pos_app.ui.sheets.customer import LoyaltyCardSheet
from pos_app.ui.sheets.parts import PartsSheet
from pos_app.ui.sheets.returning import ReturnSheet
from pos_app.ui.sheets.serials import SerialSheet
from pos_app.ui.sheets.sheet import Sheet
from pos_app.ui.texts import tr
from pos_app.views import ScannedView, Screen, Severity, StripView
from retail.messages import phrase
from retail.staff_cards import is_track

if TYPE_CHECKING:
    from pos_app.binder import Binder


TAKING_CODES = (LoyaltyCardSheet, PartsSheet, ReturnSheet, SerialSheet)
"""Sheets that ask for a code of their own: a card, a serial number."""
UNNAMED = phrase("a card")
CARD = phrase(
    "Not taken: a card was read. Staff cards sign in where a PIN is asked; payments go through the terminal."
)
"""What the stripe of a card says is shown nowhere: it may be a payment card."""


class ScanRouting:
    """Every code is handled once or refused aloud; none waits for a later moment, another screen or customer."""

    def __init__(self, binder: "Binder") -> None:
        self._binder = binder
        self._scans = 0

    def scan(self, code: str) -> None:
        """A scanner read this code."""
        window, sheet = self._binder.window, self._binder.window.sale.sheet
        field, named = window.sale.input, _named(code)
        if self._binder.is_paying or isinstance(sheet, CardSheet):
            self._refuse(tr("Not added: {code} \u2013 payment is running.", code=named))
        elif window.screen_shown in (Screen.SIGN_IN, Screen.LOCKED):
            self._sign_in(code)
        elif isinstance(sheet, ApprovalSheet):
            self._approver(code, sheet)
        elif is_track(code):
            self._refuse(tr(CARD))
        elif window.screen_shown is Screen.OPEN_SHIFT or (sheet is not None and sheet.modal):
            self._refuse(tr("Not added: {code} \u2013 open the shift first.", code=code))
        elif isinstance(sheet, TAKING_CODES) and sheet.take_code(code):
            pass  # it was what the sheet asks for
        elif field.confirms:
            self._refuse(
                tr("Not added: {code} \u2013 answer first: {question}", code=code, question=field.question)
            )
        else:
            self._read(code, field, sheet)

    def _read(self, code: str, field: InputField, sheet: Sheet | None) -> None:
        """What is scanned on the sale, or on a sheet that lies over it."""
        comes_back = field.comes_back and sheet is None
        quantity, kept = field.take_multiplier(), "" if field.asks else field.text()
        if comes_back:
            self._take_back(code, quantity)
        else:
            self._send(code, quantity, kept, sheet)

    def _take_back(self, code: str, quantity: str) -> None:
        """The next item is a return: what it is asked for by, and why, follows."""
        self._binder.request("product.return", {"code": code, **({"quantity": quantity} if quantity else {})})

    def enter(self, entry: Entry) -> None:
        """Somebody typed this code, or the quantity of a line."""
        if entry.comes_back:
            self._take_back(entry.text, entry.quantity)
            return
        if not entry.sets_quantity:
            self._send(entry.text, entry.quantity, "", None)
            return
        line = self._binder.window.sale.receipt.table.line_meant()
        number = {"line": line.number} if line else {}
        self._binder.dispatch("line.quantity", {**number, "quantity": entry.text})

    def _send(self, code: str, quantity: str, kept: str, sheet: Sheet | None) -> None:
        desk = self._binder.desk
        picker = sheet if sheet is not None and sheet.picks else None
        among = () if picker is None else picker.among
        self._scans += 1
        scan = self._scans

        def settle(scanned: ScannedView) -> None:
            if scanned.refusal is not None:
                self._binder.show(scanned.sale)
                self._binder.window.reject(scanned.refusal)
                if quantity and scan == self._scans:
                    self._binder.window.sale.input.give_multiplier(quantity)
                self._binder.settled.emit()
            elif scanned.outcome is None:
                self._do(scanned, code, picker)
            else:
                if sheet is not None and sheet.whole and not isinstance(scanned.outcome, Refused):
                    self._binder.window.sale.close_sheet(sheet)
                self._binder.settle_scan(scanned, (lambda: self._kept(kept)) if kept else None)

        self._binder.do(lambda: desk.scan(code, quantity, picking=picker is not None, among=among), settle)

    def _do(self, scanned: ScannedView, code: str, picker: Sheet | None) -> None:
        """A step of the window's own."""
        binder = self._binder
        binder.show(scanned.sale)
        sheet = binder.window.sale.sheet
        if scanned.step.operation == "lines.pick":
            lines = scanned.step.params["lines"]
            if picker is not None and picker is sheet and isinstance(lines, list):
                picker.take_scan(lines)
        elif sheet is None or sheet.gives_way:
            binder.window.sale.close_sheets()
            if scanned.step.operation == "return.open":
                binder.opening.orders.returns.find(str(scanned.step.params["number"]))
            else:
                binder.opening.orders.find(str(scanned.step.params["text"]))
        elif scanned.step.operation == "return.open":
            self._refuse(tr("Receipt {code} scanned \u2013 finish or close this sheet first.", code=code))
        else:
            self._refuse(tr("Order {code} scanned \u2013 finish or close this sheet first.", code=code))
        binder.settled.emit()

    def _sign_in(self, code: str) -> None:
        """A badge or a staff card signs in by itself where the store takes it for a PIN, or says whose PIN is typed."""
        binder = self._binder
        refusal = tr("Not added: {code} \u2013 sign in or unlock first.", code=_named(code))

        def settle(is_alone: bool) -> None:
            if is_alone:
                binder.dispatch("user.badge", {"code": code})
            else:
                self._badge(code, binder.window.sign_in.choose, refusal)

        binder.do(lambda: binder.desk.signs_in_alone(code), settle)

    def _badge(self, code: str, choose: Callable[[str], None], refusal: str) -> None:
        """A badge says who it is, and the PIN still proves it; every other code is refused."""
        desk = self._binder.desk

        def settle(user: str) -> None:
            if user:
                choose(user)
                self._binder.window.say(Severity.INFO, tr("Now type the PIN."))
            else:
                self._refuse(refusal)

        self._binder.do(lambda: desk.badge_user(code), settle)

    def _approver(self, code: str, sheet: ApprovalSheet) -> None:
        def choose(user: str) -> None:
            if not sheet.is_closed:
                sheet.choose(user)

        self._badge(
            code,
            choose,
            tr(
                "Not added: {code} \u2013 finish or close the approval first.",
                code=_named(code),
            ),
        )

    def _kept(self, typed: str) -> None:
        self._binder.window.say(
            Severity.INFO, tr("Typed {typed} kept \u2013 press \u00d7 to use it as quantity.", typed=typed)
        )

    def _refuse(self, words: str) -> None:
        self._binder.window.reject(StripView(Severity.ERROR, words))


def _named(code: str) -> str:
    """A code as it may be shown."""
    return tr(UNNAMED) if is_track(code) else code
