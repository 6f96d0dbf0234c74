"""One register at work: its files, who is signed in, the open shift and the open cart. One lane owns it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from card_terminal.port import CardTerminal
from channel_db.catalog.repository import Catalog
from channel_db.device import Device, write_device
from channel_db.errors import CatalogNotReady, ChainBroken
from channel_db.journal.repository import Journal
from channel_db.restored import Restored, go_on_above
from channel_db.salvage.report import Salvaged
from channel_db.trust import PinnedTrust
from pos_app.language.language import Language, known_code, language_of
from pos_app.operations.context import LEASE_OWNER, Drawer, Place, RegisterContext
from pos_app.operations.language import PREFERENCE
from pos_app.register.clock_watch import ClockWatch
from pos_app.register.courier import Courier
from pos_app.register.finding import Finding
from pos_app.register.journaling import journal_text
from pos_app.register.pins import PinBook
from pos_app.register.realtime import RealTime
from pos_app.register.receipts import Printer, Receipts
from pos_app.register.signed_staff import SignedStaff
from pos_app.register.steady_line import SteadyLine
from retail.cards import CardPayment
from retail.cart import Cart
from retail.clock import Clock, stamp
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.ids import Ids
from retail.messages import Message, say
from retail.settings import StoreSettings
from retail.shift import Shift
from retail.undo import History
from retail.wire.feeds import StaffRow
from retail.wire.uploads import TransactionDocument


@dataclass(frozen=True, slots=True)
class LastSale:
    """What was concluded last in this session; its change stays visible until the next change of the cart."""

    transaction: str
    change_minor: int
    currency: str
    words: Message


@dataclass(slots=True)
class RegisterSession:
    """The state of the register between two calls; only the dispatcher changes it, after the commit."""

    folder: Path
    device: Device
    journal: Journal
    catalog: Catalog
    clock: Clock
    ids: Ids
    real_time: RealTime
    courier: Courier
    printer: Printer
    terminal: CardTerminal
    drawer: Drawer
    open_catalog: Callable[[], Catalog]
    reopen_journal: Callable[[], None]
    ask_agent: Callable[[], None] | None = None
    salvaged: Salvaged | None = None
    broken: ChainBroken | None = None
    user: StaffRow | None = None
    is_locked: bool = False
    chosen_language: str = ""
    last_sale: LastSale | None = None
    history: History = field(default_factory=History)
    refused: list[tuple[str, str, str]] = field(default_factory=list)
    restored: Restored | None = field(init=False, default=None)
    offline_by: str = field(init=False, default="")
    line: SteadyLine = field(init=False, default_factory=SteadyLine)
    cart: Cart | None = field(init=False)
    card_payments: tuple[CardPayment, ...] = field(init=False, default=())
    shift: Shift | None = field(init=False)
    finding: Finding = field(init=False)
    staff: SignedStaff = field(init=False)
    pins: PinBook = field(init=False)
    receipts: Receipts = field(init=False)
    _clock_watch: ClockWatch = field(init=False)
    _settings: StoreSettings | None = field(init=False, default=None)
    _settings_as_of: int | None = field(init=False, default=None)
    _user_as_of: int | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Take up where the register was left, be it by a crash."""
        self._read_from_catalog()
        self._clock_watch = ClockWatch(self.clock, self.journal.last_entry_at(), None)
        self.look_after_numbers()
        self.work_offline(self.journal.offline_by())
        self.journal.release_leases(LEASE_OWNER)
        self.restore()

    def work_offline(self, by: str) -> None:
        """Leave headquarters alone, by this person's choice; empty: talk to it again."""
        self.offline_by = by
        self.real_time.is_left_alone = bool(by)

    def restore(self) -> None:
        """Read the open cart and the open shift from the journal."""
        self.cart = self.journal.open_cart()
        self.shift = self.journal.open_shift()
        self.read_card_payments()

    def read_card_payments(self) -> None:
        """Read what is not settled with the card terminal."""
        self.card_payments = tuple(self.journal.open_card_payments())

    def compare_clock_with(self, uptime: Callable[[], float]) -> None:
        """The clock is the machine's own: a leap forward shows too."""
        self._clock_watch = ClockWatch(self.clock, self.journal.last_entry_at(), uptime)

    def look_after_clock(self) -> None:
        """Write it down where the clock was moved: the times before and after do not follow each other."""
        moved = self._clock_watch.look()
        if moved is None:
            return
        text = journal_text(expected=stamp(moved.expected), found=stamp(moved.found))
        user = "" if self.user is None else self.user.user
        with self.journal.unit_of_work() as work:
            work.add_journal_entry(stamp(moved.found), "clock.moved", user, text)

    def look_after_numbers(self) -> None:
        """Give out no number again, where this journal was put back from a copy or headquarters has told of more."""
        if self.journal.printed.is_changed():
            restored = go_on_above(self.journal, self.device, self.clock, self._begin_epoch)
            self.restored = restored or self.restored

    def _begin_epoch(self, epoch: str) -> None:
        self.device = replace(self.device, epoch=epoch)
        write_device(self.folder, self.device)

    def look_after_catalog(self) -> None:
        """Read from the new file where the agent had to make the catalogue anew."""
        if not self.catalog.is_replaced():
            return
        try:
            fresh = self.open_catalog()
        except CatalogNotReady:
            return
        self.catalog.close()
        self.catalog = fresh
        self._settings_as_of = None
        self._read_from_catalog()
        with self.journal.unit_of_work() as work:
            work.add_journal_entry(stamp(self.clock.now()), "catalog.replaced", "", journal_text())

    def look_after_user(self) -> Message | None:
        """Let what headquarters says of whoever is at work hold from their next step on: rights, limits, language.

        Gives back what to say where they were signed off, because they do not work here any more.
        """
        changes = self.catalog.changes()
        if self.user is None or changes == self._user_as_of:
            return None
        self._user_as_of, user = changes, self.user
        try:
            person = self.staff.person(user.user)
        except RuleBroken:
            return None  # it is not what headquarters signed: they go on as they were let in
        if person is not None and person.active:
            self.user = user if person == user else person
            return None
        with self.journal.unit_of_work() as work:
            text = journal_text(is_employed=False)
            work.add_journal_entry(stamp(self.clock.now()), "user.sign_off", user.user, text)
        self.user, self.is_locked, self.chosen_language = None, False, ""
        return say(
            "{name} does not work here any more, headquarters says, and was signed off. "
            "The open sale stays: somebody else signs in.",
            name=user.name,
        )

    def is_kept(self, transaction: str) -> str:
        """The number of the receipt of this transaction, where it was concluded; empty where it was not."""
        text = self.journal.transaction_text(transaction)
        return "" if text is None else TransactionDocument.read(text).receipt_number

    def look_after_disk(self, operation: str) -> None:
        """After the disk failed: open the journal anew, and write down that it failed.

        Raises:
            StorageError: it still does not do what it is asked.
        """
        self.reopen_journal()
        with self.journal.unit_of_work() as work:
            text = journal_text(operation=operation)
            work.add_journal_entry(stamp(self.clock.now()), "disk.failed", "", text)

    def _read_from_catalog(self) -> None:
        self.finding = Finding(self.journal, self.catalog, self.device.store, self.clock)
        self.staff = SignedStaff(self.catalog, PinnedTrust(self.folder, self.device), self.device.store)
        self.pins = PinBook(self.journal, self.catalog, self.staff, self.device.device_secret, self.clock)
        self.receipts = Receipts(self.journal, self.finding, self.printer)

    def resume_user(self) -> None:
        """Sign the person in again who was at the register when it ended, as the journal says."""
        last = None
        for entry in self.journal.entries():
            if entry.kind in ("user.sign_in", "user.sign_off"):
                last = entry
        if last is not None and last.kind == "user.sign_in":
            with suppress(RuleBroken):  # who is not as headquarters signed them signs in, and is told so then
                person = self.staff.person(last.user)
                self.user = person if person is not None and person.active else None
        if self.user is not None:
            self.chosen_language = self.journal.preference(self.user.user, PREFERENCE)

    def known_customer(self, cart: Cart) -> Customer | None:
        """The customer of a cart, with the account id if it has arrived since they were put on it."""
        if cart.customer is None or not cart.customer.is_pending:
            return cart.customer
        return self.finding.customer(cart.customer.id) or cart.customer

    @property
    def settings(self) -> StoreSettings | None:
        """The store's settings as headquarters sent them last; None before the first pull."""
        changes = self.catalog.changes()
        if self._settings is None or changes != self._settings_as_of:
            self._settings = self.staff.settings()
            self._settings_as_of = changes
        return self._settings

    @property
    def settings_read_last(self) -> StoreSettings | None:
        """The settings as they were when they were last read; reads no file, so any thread may ask."""
        return self._settings

    @property
    def language(self) -> Language:
        """What whoever is at the register reads: as they chose, else as headquarters says of them, else the store's."""
        of_user = "" if self.user is None else self.user.language
        codes = (self.chosen_language, of_user, self._store_language)
        return language_of(next((code for code in codes if known_code(code)), ""))

    @property
    def store_language(self) -> Language:
        """The language of this store's paper."""
        return language_of(self._store_language)

    @property
    def _store_language(self) -> str:
        return "" if self.settings is None else self.settings.language

    def draft(self, settings: StoreSettings) -> RegisterContext:
        """The register as a new call sees it."""
        return RegisterContext(
            place=Place(self.device.register_name, self.device.store, self.device.epoch),
            settings=settings,
            now=self.clock.now(),
            ids=self.ids,
            shop=self.finding,
            headquarters=self.real_time,
            courier=self.courier,
            pins=self.pins,
            receipts=self.receipts,
            preferences=self.journal,
            memory=self.journal,
            terminal=self.terminal,
            drawer=self.drawer,
            card_payments=self.card_payments,
            language=self.language,
            ask_agent=self.ask_agent,
            cart=self.cart,
            user=self.user,
            is_locked=self.is_locked,
            shift=self.shift,
            approved_by="" if self.user is None else self.user.user,
            chosen_language=self.chosen_language,
            history=self.history,
            offline_by=self.offline_by,
        )
