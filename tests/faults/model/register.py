"""One register of the model: its journal and catalogue in memory, what it sells and keeps, and its real agent."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, cast

from channel_db.catalog.repository import Catalog
from channel_db.journal.outbox import EntryState
from channel_db.journal.repository import Journal, Work
from channel_db.kinds import CATALOG, JOURNAL
from headquarters.devices.service import KnownDevice
from retail.barcodes import confirmation_number, receipt_number
from retail.clock import stamp
from retail.customer_changes import CustomerField, edit, with_value
from retail.customers import Customer
from retail.orders.applying import order_after
from retail.shift import Shift
from retail.wire.conversion import customer_document
from retail.wire.customers import change_document
from retail.wire.tally import money_of
from retail.wire.uploads import TransactionDocument
from sync_agent.agent import Agent
from sync_agent.errors import HqFault
from sync_agent.hq_client import HqClient
from sync_agent.planning import Pace
from sync_agent.steps import take_step
from tests.channel_db.making import SetClock
from tests.faults.model.disks import Doom, disk_of, register_file
from tests.faults.model.line import FaultyLine, ModelClient
from tests.fixtures.one_process import Killed
from tests.headquarters.shop import NOW, PaperRegister

SHIFT = "01900000-0000-7000-8000-0000000000f0"
WAITING_CHANGE = """
SELECT outbox.uuid FROM outbox LEFT JOIN customer_changes ON customer_changes.uuid = outbox.uuid
WHERE outbox.state <> 'acknowledged' AND (customer_changes.customer = ?1 OR outbox.uuid = ?1)
ORDER BY outbox.id DESC LIMIT 1
"""

_paper = PaperRegister()
SALES = (_paper.sale(1), _paper.sale(3))
ORDERS = (_paper.order(), _paper.order(carried_out=1))
"""Made once by the rules; each sale and order is one of these with ids, numbers and times of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """A document whose commit has returned: from then on it must never be lost."""

    uuid: str
    register: str
    kind: str
    text: str
    money_minor: int = 0
    number: int | None = None


@dataclass
class Image:
    """Both files of a register as they lay on its disk."""

    journal: Any
    catalog: Any


class ModelRegister:
    """A register that sells, and its agent; each may end at any commit and is there again."""

    def __init__(self, folder: Path, restart_headquarters: Callable[[], None], hq: Doom) -> None:
        self.clock = SetClock(NOW)
        self.doom = Doom()
        self.line = FaultyLine(hq, self.doom, restart_headquarters)
        self._folder = folder
        journal, catalog = (register_file(kind, self.doom) for kind in (JOURNAL, CATALOG))
        folder.mkdir()
        for kind in (JOURNAL, CATALOG):
            (folder / kind.file).touch()
        self.journal = self.make_journal(journal)
        self.catalog = self.make_catalog(catalog)
        for kind in (JOURNAL, CATALOG):
            (folder / kind.file).unlink()  # nothing of the model lies there: no copy is made of it
        self.disk, self.catalog_disk = disk_of(journal), disk_of(catalog)

    def make_journal(self, connection: Any) -> Journal:
        return Journal(connection, self._folder, self.clock)

    def make_catalog(self, connection: Any) -> Catalog:
        return Catalog(connection, self._folder / CATALOG.file)

    def enrol(self, client: ModelClient, device: KnownDevice) -> None:
        """What this register is from now on."""
        self.client, self.device = client, device
        self.name = device.register

    def begin(self, image: Image, seed: int) -> None:
        """A new script: the files as they were at the beginning."""
        self.clock.moment = NOW
        self.doom.places, self.doom.is_dying = None, False
        self.line.faults.clear()
        self.line.late.clear()
        self._random = Random(seed)
        self.put_back(image)

    def image(self) -> Image:
        return Image(self.disk.copy(), self.catalog_disk.copy())

    def put_back(self, image: Image) -> None:
        """The disk is replaced by an older copy of it; both programs start anew."""
        self.disk.put_back(image.journal)
        self.catalog_disk.put_back(image.catalog)
        self.start()

    def start(self) -> None:
        """Start the agent, as after a crash; the rest of a register keeps nothing outside its files here."""
        self.agent = self.make_agent()

    def make_agent(self) -> Agent:
        return Agent(
            client=cast("HqClient", self.client), journal=self.journal, catalog=self.catalog, clock=self.clock,
            randomness=self._random, pace=Pace(), progress=lambda feed, rows: None,
        )  # fmt: skip

    # What people do.

    def open_shift(self) -> None:
        with self.journal.unit_of_work() as work:
            work.open_shift(Shift(SHIFT, 1, stamp(NOW), "cashier", 0, NOW.date()))

    def sell(self, which: int = 0) -> Said:
        """A plain sale, in one commit."""
        return self._conclude(SALES[which], self._id())

    def order(self, which: int, customer: Customer) -> Said:
        """An order of this customer, which waits for them where they are pending."""
        made = ORDERS[which]
        assert made.order is not None
        assert made.customer is not None
        buyer = made.customer.model_copy(
            update={"id": customer.id, "name": customer.name, "account": customer.account}
        )
        return self._conclude(
            made.model_copy(update={"customer": buyer}), self._id(), order=self._id(), customer=customer
        )

    def add_customer(self) -> Said:
        customer = Customer(id=self._id(), name=f"Ole {self._random.getrandbits(16)}")
        text = customer_document(
            customer, self.name, self.device.store, "cashier", self.clock.now()
        ).written()
        with self.journal.unit_of_work() as work:
            work.add_customer(customer, text)
            work.add_outbox(customer.id, "customer", text)
            self._note(work, "customer.add", customer.id)
        self.doom.go_on()
        return Said(customer.id, self.name, "customer", text)

    def edit_customer(self, customer: Customer, field: CustomerField, value: str) -> Said | None:
        """Change one field of a customer; None where it has that value already."""
        if getattr(customer, field) == value:
            return None
        change = edit(self._id(), customer, {field: value})
        at, place = self.clock.now(), (self.name, self.device.store)
        text = change_document(change, customer.name, *place, "cashier", at).written()
        waits_for = self.disk.driver.execute(WAITING_CHANGE, (customer.id,)).fetchone()
        with self.journal.unit_of_work() as work:
            work.add_customer_change(change.id, with_value(customer, field, value), text)
            work.add_outbox(change.id, "customer_change", text, waits_for and waits_for[0])
            self._note(work, "customer.edit", change.id)
        self.doom.go_on()
        return Said(change.id, self.name, "customer_change", text)

    def offer_at_once(self, uuid: str) -> None:
        """Bring a document to headquarters while somebody waits, as the register does beside its agent."""
        entry = self.journal.open_entry(uuid)
        if entry is None or entry.state is not EntryState.WAITING or entry.leased_until is not None:
            return
        try:
            reply = self.client.upload([entry], real_time=True)
        except HqFault:
            return
        self.journal.acknowledge(list(reply.results), self.clock.now())
        self.doom.go_on()

    def carry(self, step: str) -> bool:
        """One step of the agent; whether it was done to its end without a fault on the way."""
        self.line.is_faithful = True
        if step == "turn":
            self.agent.turn()
            done = False
        else:
            done = take_step(self.agent, step).complete
        self.doom.go_on()
        return done and self.line.is_faithful

    @contextmanager
    def mortal(self, places: int | None) -> Iterator[None]:
        """Do something, in which this register may die; it is there again afterwards."""
        self.doom.places = places
        try:
            yield
        except Killed:
            self.doom.places, self.doom.is_dying = None, False
            self.line.faults.clear()
            self.start()
        finally:
            self.doom.places, self.doom.is_dying = None, False

    def customers(self) -> list[Customer]:
        """Who may be edited or order something here: everybody from headquarters and the one made here last."""
        ids = [row[0] for row in self.catalog_disk.driver.execute("SELECT uuid FROM customers ORDER BY id")]
        known = [each for each in map(self.catalog.customer, ids) if each is not None]
        newest = self.disk.driver.execute("SELECT uuid FROM customers ORDER BY id DESC LIMIT 1").fetchone()
        made = self.journal.customer(newest[0]) if newest else None
        return known[:2] if made is None else [*known[:2], made]

    def go_on(self, **duration: float) -> None:
        self.clock.moment += timedelta(**duration)

    def _conclude(
        self,
        template: TransactionDocument,
        id: str,
        order: str | None = None,
        customer: Customer | None = None,
    ) -> Said:
        with self.journal.unit_of_work() as work:
            said = self._keep(work, template, id, order, customer)
        self.doom.go_on()
        return said

    def _keep(
        self, work: Work, template: TransactionDocument, id: str, order: str | None, customer: Customer | None
    ) -> Said:
        """Everything that concluding keeps, as `pos_app.register.checkout` does it."""
        now, number = self.clock.now(), work.next_number("transaction")
        changes: dict[str, Any] = {
            "id": id, "register_name": self.name, "store": self.device.store, "epoch": self.device.epoch,
            "number": number, "receipt_number": receipt_number(self.name, number), "made_at": stamp(now),
            "business_date": now.date(),
        }  # fmt: skip
        if order is not None and template.order is not None:
            confirmed = confirmation_number(self.name, work.next_number("order"))
            changes["order"] = template.order.model_copy(
                update={"id": order, "confirmation_number": confirmed}
            )
        document = template.model_copy(update=changes)
        text = document.written()
        work.add_transaction(document, text)
        if document.order is not None:
            work.keep_order(order_after(document).order, document.id)
        waits_for = customer.id if customer is not None and customer.is_pending else None
        money_minor = money_of(document)
        self.add_to_outbox(work, document.id, text, waits_for, money_minor)
        self._note(work, "transaction.conclude", document.id)
        return Said(document.id, self.name, "transaction", text, money_minor, number)

    def add_to_outbox(
        self, work: Work, uuid: str, text: str, waits_for: str | None, money_minor: int
    ) -> None:
        work.add_outbox(uuid, "transaction", text, waits_for, money_minor=money_minor)

    def _note(self, work: Work, kind: str, uuid: str) -> None:
        work.add_journal_entry(stamp(self.clock.now()), kind, "cashier", uuid)

    def _id(self) -> str:
        bits = f"{self._random.getrandbits(104):026x}"
        return f"0190{bits[:4]}-{bits[4:8]}-7{bits[8:11]}-8{bits[11:14]}-{bits[14:]}"
