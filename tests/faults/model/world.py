"""A retailer of the model: headquarters and its registers, made once, put back before every script."""

import json
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import dbapi2

from headquarters.context import Headquarters
from headquarters.devices.service import KnownDevice, enrol, make_code
from headquarters.feeds.heads import Heads
from headquarters.feeds.ready import ReadyPages
from headquarters.feeds.sums import FeedSums
from headquarters.installation import begin_new_life, ensure_installation
from headquarters.jobs.service import JOBS, P_JOB, end_unfinished, run_job
from headquarters.jobs.work import is_idle
from headquarters.manage.retailer import Retailer, keep_retailer
from headquarters.on_sqlite import FILE_NAME, PRAGMAS, _engine, open_sqlite
from retail.ids import TimeOrderedIds
from tests.channel_db.making import SetClock
from tests.faults.model.disks import BOOKS, Disk, Doom, MortalDatabase
from tests.faults.model.line import ModelClient
from tests.faults.model.register import Image, ModelRegister, Said
from tests.fixtures.card_terminal import TableTerminal
from tests.fixtures.one_process import Killed
from tests.headquarters.shop import ANNA, NOW

LIFE = "life-1"
REGISTERS = {"HOUSTON-1": "HOUSTON", "HOUSTON-2": "HOUSTON", "SEATTLE-1": "SEATTLE", "HOUSTON-3": "HOUSTON"}
RETAILER: dict[str, Any] = {
    "tenant": "model",
    "stores": [{"store": "HOUSTON", "name": "Houston"}, {"store": "SEATTLE", "name": "Seattle"}],
    "registers": [{"register": name, "store": store} for name, store in REGISTERS.items()],
    "products": [{"number": each, "name": each, "price_minor": 8000, "tax_percent": "0"} for each in "ABCDE"],
    "customers": [{"id": ANNA, "name": "Anna Berg"}],
}


@dataclass
class Truth:
    """What the test itself knows, outside all databases."""

    said: dict[str, Said] = field(default_factory=dict)
    lost_with_a_disk: set[str] = field(default_factory=set)
    restored: set[str] = field(default_factory=set)
    """Registers whose disk was replaced: numbers given since the copy may be given again."""

    def of(self, register: str) -> dict[str, Said]:
        """What this register has said and nobody's disk took along."""
        return {
            uuid: each
            for uuid, each in self.said.items()
            if each.register == register and uuid not in self.lost_with_a_disk
        }


class World:
    """Headquarters and up to four registers; a script uses the first few of them."""

    def __init__(
        self,
        folder: Path,
        undo: ExitStack,
        register: type[ModelRegister] = ModelRegister,
        database: type[MortalDatabase] = MortalDatabase,
    ) -> None:
        self.clock = SetClock(NOW)
        self.hq_doom = Doom()
        self.truth = Truth()
        self.on_restore: Callable[[ModelRegister | None], None] = lambda register: None
        """Told of a register whose disk was replaced; None where it was headquarters'."""
        self.books = self._books(undo)
        ModelClient.books = self.books.driver
        readers, writers = (
            _engine(Path(BOOKS), begin, pool_size=2) for begin in ("BEGIN", "BEGIN IMMEDIATE")
        )
        mortal = database(readers, writers)
        mortal.doom = self.hq_doom
        undo.callback(mortal.close)
        ids = TimeOrderedIds(self.clock, Random(1))
        self.parts = Headquarters(mortal, self.clock, ids, "", TableTerminal(), folder)
        with mortal.writing() as session:
            ensure_installation(session, LIFE, self.parts.now())
        self.publish(RETAILER)
        places = [folder / name for name in REGISTERS]
        self.all = [register(place, self.restart_headquarters, self.hq_doom) for place in places]
        for each, name in zip(self.all, REGISTERS, strict=True):
            each.enrol(ModelClient(self.parts, self._enrolled(name), each.line, folder), self._device)
            each._random = Random(1)
            each.start()
            each.open_shift()
            assert each.carry("pull")
        self._beginning = (self.books.copy(), [each.image() for each in self.all])
        self._beginning_standing = (
            LIFE,
            self.books.driver.execute("SELECT max(sequence) FROM changes").fetchone()[0],
        )
        self.registers = self.all

    def begin(self, registers: int, seed: int) -> None:
        """A new script, for so many registers."""
        books, images = self._beginning
        self.clock.moment = NOW
        self.hq_doom.places, self.hq_doom.is_dying = None, False
        self.truth = Truth()
        self.books.put_back(books)
        ModelClient.forget_after(self._beginning_standing)
        self.restart_headquarters()
        self.registers = self.all[:registers]
        for number, each in enumerate(self.registers):
            each.begin(images[number], seed + number)

    @property
    def events(self) -> int:
        """How many calls and commits there were: each a place where a fault may strike."""
        return self.hq_doom.commits + sum(each.line.calls + each.doom.commits for each in self.all)

    def go_on(self, seconds: float) -> None:
        """Time passes for everybody, whatever their clocks show."""
        for each in self.registers:
            each.go_on(seconds=seconds)
        self.clock.moment += timedelta(seconds=seconds)

    def say(self, register: ModelRegister, places: int | None, do: Callable[[], Said | None]) -> Said | None:
        """Something is made at a register; what it has said once its commit returned. A register that died over it
        finds at its start whether it was kept.
        """
        said: list[Said | None] = []
        with register.mortal(places):
            said.append(do())
        made = said[0] if said else self._kept_unsaid(register)
        if made is not None:
            self.truth.said[made.uuid] = made
        return made

    def run_jobs(self, places: int | None) -> None:
        """Headquarters posts and distributes what there is, as its schedule does; it may die at any of its commits,
        and is there again.
        """
        self.hq_doom.places = places
        try:
            for name in JOBS:
                with self.parts.database.reading() as session:
                    has_work = name != P_JOB and not is_idle(session, name)
                if has_work:
                    run_job(self.parts, name, "model")
            self.hq_doom.go_on()
        except Killed:
            self.restart_headquarters()
        finally:
            self.hq_doom.places, self.hq_doom.is_dying = None, False

    def publish(self, retailer: dict[str, Any]) -> None:
        document = Retailer.model_validate_json(json.dumps(retailer))
        with self.parts.database.writing() as session:
            keep_retailer(session, document, self.parts.now())

    def restart_headquarters(self) -> None:
        """What headquarters does when it starts after a crash."""
        self.hq_doom.places, self.hq_doom.is_dying = None, False
        self.parts = replace(
            self.parts, pages=ReadyPages(), heads=Heads(), feed_sums=FeedSums(), compared={}, positions={}
        )
        for each in self.all if hasattr(self, "all") else ():
            each.client._parts = self.parts
        end_unfinished(self.parts)

    def restore_headquarters(self, copy: Any) -> None:
        """Headquarters' database is an older one, and says so: a new life begins."""
        seen, self.hq_doom.seen = self.hq_doom.seen, None
        self.books.put_back(copy)
        for each in self.registers:
            if each.name in self.truth.restored:
                self._let_go(each)
        self.restart_headquarters()
        with self.parts.database.writing() as session:
            begin_new_life(session, self.parts.ids.new(), self.parts.now())
        self.hq_doom.seen = seen
        self.on_restore(None)

    def restore_register(self, register: ModelRegister, image: Image) -> None:
        """A register's disk is an older one: what was only on the other is gone."""
        seen, register.doom.seen = register.doom.seen, None
        register.put_back(image)
        register.doom.seen = seen
        self.on_restore(register)
        self._let_go(register)
        self.truth.restored.add(register.name)

    def _let_go(self, register: ModelRegister) -> None:
        """What neither side holds after a disk was replaced is lost by that, and not by us."""
        held = {row[0] for row in register.disk.driver.execute("SELECT uuid FROM outbox")}
        at_hq = {row[0] for row in self.books.driver.execute("SELECT uuid FROM uploads")}
        mine = self.truth.of(register.name)
        self.truth.lost_with_a_disk |= {uuid for uuid in mine if uuid not in held and uuid not in at_hq}

    def _kept_unsaid(self, register: ModelRegister) -> Said | None:
        """A document that was kept when its register died before it could say so."""
        row = register.disk.driver.execute(
            "SELECT uuid, kind, text, money_minor FROM outbox ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if row is None or row[0] in self.truth.said:
            return None
        number = json.loads(row[2]).get("number") if row[1] == "transaction" else None
        uuid, kind, text, money_minor = row
        return Said(uuid, register.name, kind, text, money_minor, number)

    def _enrolled(self, name: str) -> KnownDevice:
        now = self.clock.now()
        with self.parts.database.writing() as session:
            device, _ = enrol(
                session, make_code(session, name, now), "model", f"epoch-of-{name.lower()}", now
            )
        self._device = device
        return device

    def _books(self, undo: ExitStack) -> Disk:
        """Headquarters' database in memory, with the tables its migrations make."""
        books = dbapi2.connect(BOOKS.replace("&uri=true", ""), uri=True, isolation_level=None)
        undo.callback(books.close)
        empty_books().backup(books)
        for name in ("busy_timeout", "foreign_keys"):
            books.execute(f"PRAGMA {name} = {PRAGMAS[name]}")
        return Disk(books)


@cache
def empty_books() -> Any:
    """A database with headquarters' tables and nothing in them."""
    empty = dbapi2.connect(":memory:")
    with TemporaryDirectory() as folder:
        open_sqlite(Path(folder)).close()
        with closing(dbapi2.connect(str(Path(folder) / FILE_NAME))) as source:
            source.execute(
                "PRAGMA journal_mode = DELETE"
            ).fetchone()  # a file in memory keeps no log beside it
            source.backup(empty)
    return empty
