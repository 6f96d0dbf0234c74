"""The invariants of a shop as queries, asked after every step of whoever has changed since."""

import json
from dataclasses import dataclass, field
from typing import Any

from headquarters.feeds.models import EVERYBODY
from retail.journal import FIRST, link
from tests.faults.model.demands import demand
from tests.faults.model.register import ModelRegister
from tests.faults.model.world import World

NOT_WHOLE = """
SELECT uuid FROM transactions AS sale WHERE id > ? AND (
    line_count <> (SELECT count(*) FROM transaction_lines WHERE transaction_id = sale.id)
    OR tender_count <> (SELECT count(*) FROM tenders WHERE transaction_id = sale.id)
    OR (SELECT count(*) FROM journal_entries WHERE kind = 'transaction.conclude' AND text = sale.uuid) <> 1
    OR (SELECT count(*) FROM outbox WHERE uuid = sale.uuid AND text = sale.text) <> 1
    OR (type = 'order') <> (SELECT count(*) FROM orders WHERE made_by = sale.uuid))
"""
MONEY = """
SELECT uuid, total_minor - paid_minor + change_minor - rounding_minor AS owed,
    coalesce((SELECT sum(tendered_minor - change_minor) FROM tenders WHERE transaction_id = sale.id), 0) AS taken,
    (SELECT sum(amount_minor) FROM transaction_lines WHERE transaction_id = sale.id) - goods_minor AS goods, type
FROM transactions AS sale WHERE id > ?
"""
POSTED_AMISS = """
SELECT uuid FROM uploads WHERE (state = 'posted') <> CASE kind
    WHEN 'transaction' THEN (SELECT count(*) FROM transactions WHERE transactions.uuid = uploads.uuid)
    WHEN 'customer' THEN (SELECT count(*) FROM customers WHERE customers.uuid = uploads.uuid)
    ELSE (SELECT count(DISTINCT change) FROM customer_history WHERE change = uploads.uuid) END
"""
NUMBERED_TWICE = """
SELECT register, epoch, number FROM uploads WHERE number IS NOT NULL AND state <> 'parked'
GROUP BY register, epoch, number HAVING count(*) > 1
"""
ORDERS_AMISS = """
SELECT uuid FROM transactions WHERE order_uuid IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM orders WHERE uuid = order_uuid AND orders.total_minor = transactions.total_minor)
"""
PUBLISHED = "SELECT key, value FROM changes WHERE feed = ? AND scope IN (?, ?) AND NOT gone"
HELD_BY_FEEDS = {
    "products": "SELECT number, name FROM products",
    "prices": "SELECT number, price_minor FROM prices",
    "customers": "SELECT uuid, text FROM customers",
    "orders": "SELECT uuid, text FROM orders",
}
"""What a register has of a feed: keys, with the values of customers and orders whole, of goods the changing one."""


@dataclass
class _Seen:
    """How far a journal has been proved."""

    version: int = -1
    sale: int = 0
    entry: int = 0
    head: str = FIRST


@dataclass
class Invariants:
    """Asks the questions; what did not change since the last time is not asked about again."""

    world: World
    seen: dict[str, _Seen] = field(default_factory=dict)
    books_version: tuple[int, int] = (-1, -1)

    def check(self) -> None:
        """L, D, M, G and W of every register and of headquarters, and A between them."""
        for each in self.world.registers:
            self._check_register(each)
        self._check_headquarters()

    def look_anew(self, register: ModelRegister) -> None:
        """Its disk was replaced: all of it is proved again."""
        self.seen.pop(register.name, None)

    def _check_register(self, register: ModelRegister) -> None:
        seen, driver = self.seen.setdefault(register.name, _Seen()), register.disk.driver
        if seen.version == driver.total_changes:
            return
        seen.version = driver.total_changes
        torn = driver.execute(NOT_WHOLE, (seen.sale,)).fetchall()
        demand("W", not torn, f"{register.name} has half of {torn}")
        truth = self.world.truth
        for uuid, owed, taken, goods, kind in driver.execute(MONEY, (seen.sale,)).fetchall():
            is_even = goods == 0 and (owed == 0 or kind == "order") and taken == truth.said[uuid].money_minor
            demand("M", is_even, f"{register.name}: {uuid}")
        seen.sale, last = driver.execute(
            "SELECT coalesce(max(id), 0), max(number) FROM transactions"
        ).fetchone()
        count, first = driver.execute("SELECT count(*), min(number) FROM transactions").fetchone()
        demand(
            "G", (first, last) in ((1, count), (None, None)), f"{register.name}: {first}..{last} are {count}"
        )
        self._walk(register, seen)
        held = dict(driver.execute("SELECT uuid, text FROM outbox").fetchall())
        for uuid, said in truth.of(register.name).items():
            text = held.get(uuid)
            demand(
                "L", text is not None or uuid in self._at_hq(), f"{register.name} has lost {said.kind} {uuid}"
            )
            demand("D", text in (None, said.text), f"{register.name} has changed {uuid}")

    def _walk(self, register: ModelRegister, seen: _Seen) -> None:
        rows = register.disk.driver.execute(
            "SELECT number, at, kind, user, text, hash FROM journal_entries WHERE number > ? ORDER BY number",
            (seen.entry,),
        )
        for number, at, kind, user, text, hash in rows.fetchall():
            seen.entry += 1
            seen.head = link(seen.head, seen.entry, at, kind, user, text)
            demand("G", (number, hash) == (seen.entry, seen.head), f"{register.name}: entry {seen.entry}")

    def _check_headquarters(self) -> None:
        version = self._version()
        if version != self.books_version:
            self.books_version = version
            self._check_books()
        there = self._at_hq()
        life = self.world.books.driver.execute("SELECT incarnation FROM installations").fetchone()
        for each in self.world.registers:
            if each.catalog_disk.driver.execute("SELECT incarnation FROM contacts").fetchone() != life:
                continue  # it has not heard yet that headquarters is an older one
            rows = each.disk.driver.execute("SELECT uuid FROM outbox WHERE state = 'acknowledged'")
            lied = {row[0] for row in rows.fetchall()} - there.keys()
            demand("A", not lied, f"{each.name} was told of {lied}, and headquarters has it not")

    def _check_books(self) -> None:
        driver, truth = self.world.books.driver, self.world.truth
        for uuid, kept in self._at_hq().items():
            said = truth.said.get(uuid)
            demand("D", said is not None and kept.text == said.text, f"headquarters has another {uuid}")
            assert said is not None
            is_same = (kept.register, kept.money_minor) == (said.register, said.money_minor)
            demand("M", is_same, f"headquarters has other money of {uuid}")
        for letter, query in (("D", NUMBERED_TWICE), ("W", POSTED_AMISS), ("W", ORDERS_AMISS)):
            found = driver.execute(query).fetchall()
            demand(letter, not found, f"headquarters: {found}")
        quarantined = driver.execute("SELECT uuid FROM quarantined_uploads").fetchall()
        demand("D", not quarantined, f"nobody sent other content of {quarantined}")

    def _at_hq(self) -> dict[str, "_Kept"]:
        rows = self.world.books.driver.execute("SELECT uuid, text, register, money_minor, state FROM uploads")
        return {row[0]: _Kept(*row[1:]) for row in rows.fetchall()}

    def _version(self) -> tuple[int, int]:
        driver = self.world.books.driver
        return driver.execute("PRAGMA data_version").fetchone()[0], driver.total_changes

    def check_feeds(self, register: ModelRegister) -> None:
        """F: a register that has read every feed to its end has what headquarters publishes for its store."""
        for feed, query in HELD_BY_FEEDS.items():
            rows = self.world.books.driver.execute(
                PUBLISHED, (feed, EVERYBODY, register.device.store)
            ).fetchall()
            published = {key: compared(feed, json.loads(text)) for key, text in rows}
            held = dict(register.catalog_disk.driver.execute(query).fetchall())
            if feed in ("customers", "orders"):
                held = {key: json.loads(text) for key, text in held.items()}
            demand("F", held == published, f"{register.name} has of {feed} {held}, not {published}")

    def check_arrived(self) -> None:
        """R: nothing waits anywhere, and headquarters has posted all that anybody has said."""
        there, truth = self._at_hq(), self.world.truth
        for each in self.world.registers:
            open_ones = each.journal.outbox()
            demand("R", not open_ones, f"{each.name} still holds {open_ones}")
            missing = truth.of(each.name).keys() - there.keys()
            demand("L", not missing, f"{missing} of {each.name} never arrived")
            each.journal.verify_chain()
            numbers = {said.number for said in truth.of(each.name).values() if said.number}
            is_told = each.name in truth.restored or numbers == set(range(1, len(numbers) + 1))
            demand("G", is_told, f"{each.name}: {sorted(numbers)}")
        left = {uuid for uuid, kept in there.items() if kept.state != "posted"}
        forked = {uuid for uuid in left if truth.said[uuid].register in truth.restored}
        demand("R", left == forked, f"headquarters has not posted {left - forked}")


@dataclass(frozen=True, slots=True)
class _Kept:
    text: str
    register: str
    money_minor: int
    state: str


def compared(feed: str, value: dict[str, Any]) -> object:
    """What of a feed's value is compared."""
    column = {"products": "name", "prices": "price_minor"}.get(feed)
    return value if column is None else value[column]
