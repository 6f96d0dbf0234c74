"""A register's counter with everything behind it: its process and files, its agent, and headquarters' process."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlcipher3 import dbapi2

from channel_db.device import read_device, write_device
from rehearsal.network import LineMode
from rehearsal.stage import Register, Stage
from retail.permissions import ROLE_RIGHTS, Role
from retail.wire.base import Json
from tests.sync_agent.misbehaving_hq import Behaviour, MisbehavingHq

ANNA = "01900000-0000-7000-8000-00000000a00a"
SHOE, SOCK, TEAS, LAMP = "4006381333931", "7038010009457", "5000159407236", "96385074"
PINS = {"cashier": "270431", "kari": "111213", "manager": "271548"}
NOBODY = "http://127.0.0.1:9"
JOBS = ("p-job", "synchronize-customers", "synchronize-orders", "1010")


def _staff(user: str, pin: str) -> Json:
    role = Role.MANAGER if user == "manager" else Role.CASHIER
    rights = sorted(ROLE_RIGHTS[role])
    return {"user": user, "name": user.title(), "role": str(role), "pin": pin, "rights": rights}


RETAILER: Json = {
    "tenant": "bad-input",
    "stores": [
        {
            "store": "HOUSTON",
            "name": "Houston",
            "settings": {
                "real_time_seconds": "1",
                "reconnect_seconds": "0",
                "shipping_charge_code": "FREIGHT",
                "delivery_modes": ["ground"],
            },
        }
    ],
    "registers": [{"register": "HOUSTON-1", "store": "HOUSTON"}],
    "products": [
        {"number": "A", "name": "Trail shoe", "price_minor": 10000, "barcodes": [SHOE]},
        {"number": "B", "name": "Merino sock", "price_minor": 4000, "barcodes": [SOCK]},
        {"number": "T1", "name": "Tea, black", "price_minor": 350, "barcodes": [TEAS]},
        {"number": "T2", "name": "Tea, green", "price_minor": 360, "barcodes": [TEAS]},
        {"number": "OLD", "name": "Recalled lamp", "price_minor": 900, "barcodes": [LAMP], "sellable": False},
        {"number": "OPEN", "name": "Flowers", "price_minor": 0, "key_in_price": True},
    ],
    "customers": [{"id": ANNA, "name": "Anna Berg"}],
    "staff": [_staff(user, pin) for user, pin in PINS.items()],
}

WORDS_MAX = 400
_NOT_FOR_PEOPLE = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-|Traceback|\w(Error|Exception)\b|\bHTTP[ /]\d|\bstatus \d{3}\b"
    r"|<html|\bpydantic\b|\bsqlite\b|\bNoneType\b|\bobject at 0x",
    re.IGNORECASE,
)


def check_words(words: str, typed: str = "") -> str:
    """Give back words that a cashier can read: a whole sentence, not too long, and nothing of our insides.

    What was `typed` is quoted as it is, and is no fault of ours.
    """
    assert words
    assert len(words) <= WORDS_MAX, f"{len(words)} characters are no message: {words[:200]}"
    assert words.rstrip()[-1] in ".?!", words
    found = _NOT_FOR_PEOPLE.search(words.replace(typed, "…") if typed else words)
    assert found is None, f"{found} in {words!r}"
    return words


def rows_of(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of a database file, as another process sees it."""
    connection = dbapi2.connect(f"file:{quote(str(file))}?mode=ro", uri=True)
    try:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return {
            name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables.fetchall()
        }
    finally:
        connection.close()


class Counter:
    """One register at work. Everything asked of it goes through its own process, as lines of JSON."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    @property
    def register(self) -> Register:
        return self.stage.registers["HOUSTON-1"]

    @property
    def folder(self) -> Path:
        return self.register.folder

    def line(self, question: str | Json) -> Json:
        """The answer to one line on the register's standard input."""
        core = self.register._core
        assert core is not None
        return core.ask(question)

    def ask(
        self, operation: str, params: Json | None = None, approved_by: tuple[str, str] | None = None
    ) -> Json:
        question: Json = {"do": operation, "params": params or {}}
        if approved_by is not None:
            question["approval"] = dict(zip(("user", "pin"), approved_by, strict=True))
        return self.line(question)

    def do(self, operation: str, /, approved_by: tuple[str, str] | None = None, **params: Any) -> Json:
        """An operation that must be done; the values that came of it."""
        answer = self.ask(operation, params, approved_by)
        assert answer["outcome"] == "done", answer
        return {**answer["values"], "words": answer["words"]}

    def refused(self, operation: str, /, approved_by: tuple[str, str] | None = None, **params: Any) -> str:
        """The words of a refusal, fit for people; whatever it changed anywhere fails the test."""
        before = self.holdings()
        answer = self.ask(operation, params, approved_by)
        assert answer["outcome"] == "refused", answer
        assert self.holdings() == before, "a refusal changed something"
        return check_words(answer["words"])

    def asks(self, operation: str, /, **params: Any) -> Json:
        """The question that an operation has first; whatever it changed anywhere fails the test."""
        before = self.holdings()
        answer = self.ask(operation, params)
        assert answer["outcome"] == "asks", answer
        assert self.holdings() == before, "a question changed something"
        check_words(answer["words"])
        [question] = answer["questions"]
        return dict(question)

    def holdings(self) -> Json:
        """Everything that could be lost or changed: all rows of the journal, the open cart, HQ's books."""
        return {
            "journal": rows_of(self.folder / "journal.db"),
            "cart": self.view("cart"),
            "headquarters": self.stage.office.counts(),
        }

    def view(self, name: str, **which: str) -> Json:
        return self.register.view(name, **which)

    def waiting(self) -> tuple[int, int]:
        """Documents that wait for headquarters, and those that need a person."""
        outbox = self.view("outbox")
        return outbox["waiting"], outbox["attention"]

    def sell(self, code: str = SHOE) -> Json:
        """A plain sale from the first scan to the end: what must always work next."""
        self.do("product.add", code=code)
        return self.finish()

    def begin_order(self) -> None:
        """An order with its deposit paid, which only has to be concluded."""
        self.do("customer.set", id=ANNA)
        self.do("product.add", code=SHOE)
        self.do("order.pick_up_all")
        self.do("tender.cash")
        self.do("order.balance", arrangement="pay_at_pickup")

    def finish(self) -> Json:
        """Take the rest in cash and conclude."""
        if self.view("cart")["due_minor"]:
            self.do("tender.cash")
        return self.do("transaction.conclude")

    def deliver(self) -> Json:
        """Let the agent send everything, HQ work on it, and the agent fetch what came of it."""
        sent = self.register.carry("push")
        assert sent["reached"], sent
        assert self.waiting() == (0, 0), self.view("outbox")
        for job in JOBS:
            self.stage.office.run_job(job)
        fetched = self.register.carry("pull")
        assert (fetched["reached"], fetched["skipped"]) == (True, 0), fetched
        return self.stage.office.counts()

    def times_at_headquarters(self, transaction: str) -> int:
        """How often a sale stands in HQ's books."""
        return [row["uuid"] for row in self.stage.office.transactions()].count(transaction)

    def order_number(self, order: str) -> str:
        """The number headquarters gave an order."""
        known = self.stage.office.order(order)
        assert known is not None, "headquarters does not know this order"
        return str(known["number"])

    def copy_to(self, folder: Path) -> Path:
        """A copy of the register's data as it is now, for a second program that may open it; it reaches nobody."""
        folder.mkdir()
        write_device(folder, replace(read_device(self.folder), hq_url=NOBODY))
        for name in ("journal.db", "catalog.db"):
            file = dbapi2.connect(str(self.folder / name))
            file.execute(f"VACUUM INTO '{folder / name}'")
            file.close()
        return folder

    def clear(self) -> None:
        """An empty sale, the cashier signed in, and a line that works: where every test begins."""
        self.register.line.mode = LineMode.ONLINE
        self.register.line.target = self.stage.office.url
        if self.ask("shift.open")["words"] == "Sign in first.":
            self.do("user.sign_in", user="cashier", pin=PINS["cashier"])
            self.ask("shift.open")
        cart = self.view("cart")
        for tender in cart["tenders"]:
            self.do("tender.void", number=tender["number"])
        if not cart["empty"]:
            self.do("transaction.void")

    @contextmanager
    def headquarters_as(self, behaviour: Behaviour) -> Iterator[MisbehavingHq]:
        """For the body, a server that behaves as told answers in the place of headquarters."""
        impostor = MisbehavingHq(behaviour)
        self.register.line.target = impostor.address
        try:
            yield impostor
        finally:
            impostor.stop()
            self.register.line.target = self.stage.office.url


def as_line(value: Any) -> str:
    """A question as it is written on one line."""
    return json.dumps(value)
