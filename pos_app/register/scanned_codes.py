"""The codes that came in at this register: what each stands for now, and those that nothing was found for."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from pos_app.operations.registry import Outcome, Refused
from pos_app.register.finding import searchable
from pos_app.register.realtime import HeadquartersSilent
from pos_app.register.scanning import destination, lines_meant, lines_of, refusal
from pos_app.register.session import RegisterSession
from pos_app.views import Among, StepView, StripView, UnknownCodeView
from retail.barcodes import CodeKind, recognise, why_unknown
from retail.barcodes.equals import has_checked_length
from retail.carried_serials import lacks_serials
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.messages import Message
from retail.settings import BadgeSignIn, StoreSettings, sign_in_by
from retail.staff_cards import card_number

UNKNOWN_MAX = 100
"""So many unknown codes are remembered."""


class ScannedCodes:
    """Reads codes by what the register has open, and remembers the unknown ones since it was started."""

    def __init__(self, session: RegisterSession, settings: Callable[[], StoreSettings]) -> None:
        self._session = session
        self._settings = settings
        self._unknown: dict[str, list[datetime]] = {}

    def meaning(self, code: str, quantity: str, *, picking: bool, among: Among | None) -> StepView | Message:
        """What a code stands for; `picking`: lines are being picked, of these or of the sale.

        Raises:
            RuleBroken: the code belongs elsewhere, or was misread.
        """
        session, settings = self._session, self._settings()
        if picking and recognise(code, settings.code_patterns).kind is not CodeKind.ORDER:
            lines = lines_of(session.cart) if among is None else among
            return lines_meant(code, lines, session.finding, settings, session.clock.now().date())
        return destination(
            code,
            quantity,
            settings,
            self._customer_by,
            lambda: session.finding.order_of_receipt(session.device.epoch, code),
            lambda: bool(session.finding.products_by_barcode(code) or session.finding.product(code)),
        )

    def _customer_by(self, code: str) -> Customer | None:
        """Whose code it is; a store that keeps its customers at headquarters asks there."""
        finding = self._session.finding
        known = finding.customer_by_code(code)
        if known is None and self._settings().filter_shared_customer_data:
            with suppress(HeadquartersSilent):
                finding.learn_customers(self._session.real_time.find_customers(searchable(code)))
            known = finding.customer_by_code(code)
        return known

    def of_piece(self, code: str, outcome: Outcome) -> StepView | None:
        """A code that nothing was found for, while a piece in the sale lacks its serial number: that number.

        One of the length of an article's is none: more likely it was misread, or is not in the catalogue.
        """
        cart = self._session.cart
        if cart is None or not any(lacks_serials(line) for line in cart.active_lines):
            return None
        unknown = isinstance(outcome, Refused) and outcome.message == why_unknown(code)
        if not unknown or has_checked_length(code) or recognise(code, ()).kind is CodeKind.UNREADABLE:
            return None
        return StepView("line.serials", {"serials": code})

    def refused(self, code: str, message: Message) -> StripView:
        """The strip of a code that was refused; one that nothing was found for is remembered."""
        strip = refusal(code, message, self._session.language)
        if strip.actions:
            times = self._unknown.pop(code, [])
            self._unknown[code] = [*times, self._session.clock.now()]
            if len(self._unknown) > UNKNOWN_MAX:
                del self._unknown[next(iter(self._unknown))]
        return strip

    def unknown(self) -> tuple[UnknownCodeView, ...]:
        """What was scanned and nothing was found for; the last one first."""
        say = self._session.language.say
        return tuple(
            UnknownCodeView(code, say("{count} times", count=len(times)), f"{times[-1]:%H:%M}")
            for code, times in reversed(self._unknown.items())
        )

    def badge_user(self, code: str) -> str:
        """The user of a staff badge or card; empty where the code is none, or nobody's whom headquarters signed."""
        settings = self._settings()
        if sign_in_by(code, settings) is BadgeSignIn.OFF:
            return ""
        badge = recognise(code, settings.code_patterns)
        try:
            if badge.kind is not CodeKind.BADGE:
                return self._session.pins.by_card(card_number(code)).user
            person = self._session.staff.person(badge.value)
        except RuleBroken:
            return ""
        return person.user if person is not None and person.active else ""

    def signs_in_alone(self, code: str) -> bool:
        """Whether the store takes what this code is for a PIN."""
        return sign_in_by(code, self._settings()) is BadgeSignIn.ALONE
