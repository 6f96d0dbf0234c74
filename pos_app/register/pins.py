"""Proving by PIN who somebody is, from the synced hashes alone; wrong PINs are counted over restarts."""

import hashlib
import hmac
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from channel_db.catalog.repository import Catalog
from channel_db.journal.pins import PinFailures
from channel_db.journal.repository import Journal
from pos_app.register.journaling import journal_text
from pos_app.register.signed_staff import SignedStaff
from retail.clock import Clock, stamp
from retail.errors import RuleBroken
from retail.permissions import PIN_DIGITS_MIN, check_pin, locked_until
from retail.staff_cards import card_mark
from retail.wire.feeds import StaffRow

USER_MAX = 100


class PinBook:
    """Verifies PINs. The secret of the device is mixed in, so that the databases alone verify no guess."""

    def __init__(
        self, journal: Journal, catalog: Catalog, staff: SignedStaff, device_secret: str, clock: Clock
    ) -> None:
        self._journal = journal
        self._catalog = catalog
        self._staff = staff
        self._secret = device_secret.encode()
        self._clock = clock
        self._hasher = PasswordHasher()

    def verify(self, user: str, pin: str) -> StaffRow:
        """The person whose PIN this is. An unknown user takes as long as a known one and gets the same words.

        Raises:
            RuleBroken: wrong, malformed, or locked after wrong ones; a wrong one is counted before this returns. Or
                what stands here of the person is not what headquarters signed.
        """
        settings = self._catalog.settings()
        check_pin(pin, PIN_DIGITS_MIN if settings is None else settings.pin_length_min)
        if len(user) > USER_MAX or not user.isprintable():
            raise _wrong()
        now = self._clock.now()
        failures = self._journal.pin_failures(user)
        self._check_lock(user, failures, now)
        person = self._staff.person(user)
        if person is not None and not person.active:
            person = None
        is_right = self._is_right(person, pin)
        if person is None or not is_right:
            self._count(user, failures, now)
            raise _wrong()
        self._check_contact(now)
        if failures.count:
            self._journal.keep_pin_failure(user, PinFailures())
        return person

    def known(self, user: str) -> StaffRow:
        """The person whose badge says so, without a PIN.

        Raises:
            RuleBroken: nobody who may sign in here, locked after wrong PINs, or not as headquarters signed them.
        """
        now = self._clock.now()
        if len(user) > USER_MAX or not user.isprintable():
            raise _nobodys()
        self._check_lock(user, self._journal.pin_failures(user), now)
        person = self._staff.person(user)
        if person is None or not person.active:
            raise _nobodys()
        self._check_contact(now)
        return person

    def by_card(self, number: str) -> StaffRow:
        """The person whose staff card has this number, without a PIN.

        Raises:
            RuleBroken: nobody's who may sign in here, or as `known`.
        """
        mark = card_mark(self._secret.decode(), number)
        found = [each.user for each in self._staff.everybody() if hmac.compare_digest(each.card, mark)]
        if len(found) != 1:  # two who share one are told apart by nothing
            raise _nobodys_card()
        return self.known(found[0])

    def people(self) -> list[StaffRow]:
        """Everybody who works here, by name, as headquarters signed them."""
        return sorted((each for each in self._staff.everybody() if each.active), key=lambda each: each.name)

    def _check_contact(self, now: datetime) -> None:
        """Who has left is locked out at the next contact; where that does not come, everybody is after some days."""
        settings, received = self._catalog.settings(), self._catalog.contact().received.get("staff")
        if settings is None or not settings.sign_in_days or received is None:
            return
        if now - datetime.fromisoformat(received) > timedelta(days=settings.sign_in_days):
            raise RuleBroken(
                "Headquarters has not said for {days} days who may sign in here, and this store lets nobody in without "
                "it for longer. Have the line looked after; nothing is lost meanwhile.",
                days=settings.sign_in_days,
            )

    def _is_right(self, person: StaffRow | None, pin: str) -> bool:
        """Whether this is the person's PIN; for nobody, the same work is done on somebody's hash."""
        proof = hmac.new(self._secret, pin.encode(), hashlib.sha256).hexdigest()
        known = [person] if person is not None else self._catalog.all_staff()[:1]
        try:
            return bool(known) and self._hasher.verify(known[0].pin_hash, proof)
        except VerificationError:
            return False

    def _check_lock(self, user: str, failures: PinFailures, now: datetime) -> None:
        if not failures.count:
            return
        last_at = datetime.fromisoformat(failures.last_at)
        if now < last_at:
            # The clock was set back: the lock begins anew, or it would last until the clock has caught up.
            last_at = now
            self._journal.keep_pin_failure(user, PinFailures(failures.count, stamp(now)))
        until = locked_until(failures.count, last_at)
        if until is not None and now < until:
            seconds = -(-(until - now) // timedelta(seconds=1))
            raise RuleBroken("Too many wrong PINs. Try again in {seconds} s.", seconds=seconds)

    def _count(self, user: str, failures: PinFailures, now: datetime) -> None:
        counted = PinFailures(failures.count + 1, stamp(now))
        self._journal.keep_pin_failure(user, counted)
        until = locked_until(counted.count, now)
        kind = "pin.failed" if until is None else "pin.locked"
        with self._journal.unit_of_work() as work:
            work.add_journal_entry(stamp(now), kind, user, journal_text(failures=counted.count))


def _wrong() -> RuleBroken:
    return RuleBroken("User or PIN is not right. Try again.")


def _nobodys() -> RuleBroken:
    return RuleBroken("This badge is nobody's who may sign in here. Tap your name and type your PIN.")


def _nobodys_card() -> RuleBroken:
    return RuleBroken("This card is nobody's who may sign in here. Tap your name and type your PIN.")
