"""Looks at every commit of the real programs: it must be a step that the protocol allows, and lead where that leads."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Any

from headquarters.feeds.telling import read_position
from tests.faults.model.demands import Broken, demand
from tests.faults.model.invariants import HELD_BY_FEEDS, compared
from tests.faults.model.protocol import Beside, Books, Cursor, Paper, Protocol, Reader, Register, Rows
from tests.faults.model.register import ModelRegister
from tests.faults.model.world import World

OUTBOX = "SELECT uuid, state, money_minor, text FROM outbox ORDER BY id"
CHANGES = "SELECT feed, scope, key, gone, value, unit, sequence FROM changes ORDER BY unit, sequence"


class Watched:
    """The protocol beside a world: it takes each step that the programs are seen to take."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.commits = 0
        self._broken: Broken | None = None
        self._seen: dict[str, tuple[int, int]] = {}
        self.protocol = Protocol([self._register(each) for each in world.registers], self._books())

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look after every commit, until the block ends."""
        world = self._world
        world.hq_doom.seen, world.on_restore = self.see_headquarters, self.disk_replaced
        for each in world.registers:
            each.doom.seen = partial(self.see, each)
        try:
            yield
        finally:
            for doom in (world.hq_doom, *[each.doom for each in world.registers]):
                doom.seen = None
            world.on_restore = lambda register: None

    def see(self, real: ModelRegister) -> None:
        """A register or its agent has committed."""
        self._look(lambda: self._see_register(real))

    def see_headquarters(self) -> None:
        """Headquarters has committed."""
        self._look(self._see_books)

    def disk_replaced(self, real: ModelRegister | None) -> None:
        """The disk of this register, or of headquarters, is an older one."""
        if real is not None:
            self.protocol.put_back(self._register(real))
        else:
            now = self._books()
            self.protocol.put_books_back(now, now.life)

    def _look(self, see: Callable[[], None]) -> None:
        """What is not allowed is kept for `demand_all`: a program that is looked at would take it for a fault."""
        if self._broken is None:
            self.commits += 1
            try:
                see()
                self.protocol.check()
            except Broken as broken:
                self._broken = broken

    def demand_all(self) -> None:
        """Everything that was seen was allowed."""
        if self._broken is not None:
            raise self._broken

    def _see_books(self) -> None:
        books, now = self.protocol.books, self._books()
        if now.life != books.life:
            self.protocol.put_books_back(now, now.life)
        new = {uuid: paper for uuid, paper in now.kept.items() if uuid not in books.kept}
        self.protocol.take(new)
        self.protocol.answer(new)
        self.protocol.post(now.posted.keys() - self.protocol.books.posted.keys())
        for feed, told in now.feeds.items():
            before = self.protocol.books.feeds.get(feed, {})
            for (scope, key), change in told.items():
                if before.get((scope, key)) != change:
                    self.protocol.publish(feed, scope, {key: change.value}, change.place)
        demand("L", self.protocol.books == now, "headquarters' books are not what its steps make")

    def _see_register(self, real: ModelRegister) -> None:
        at = (real.disk.driver.total_changes, real.catalog_disk.driver.total_changes)
        before = self._seen.get(real.name, (-1, -1))
        self._seen[real.name] = at
        if at[0] != before[0]:
            self._see_journal(real)
        if at[1] != before[1]:
            self._see_catalogue(real)

    def _see_journal(self, real: ModelRegister) -> None:
        name, now = real.name, self._journal(real)
        before = self.protocol.registers[name]
        for uuid, paper in now.papers.items():
            if uuid not in before.papers:
                self.protocol.keep(name, uuid, paper)
        if back := [uuid for uuid in now.waiting if uuid in before.acknowledged]:
            self.protocol.offer_again(name)
            demand("L", not now.acknowledged, f"{name} offers {back} again and not all of it")
        self.protocol.acknowledge(name, [uuid for uuid in now.acknowledged if uuid in before.waiting])
        self.protocol.forget(name, before.acknowledged.keys() - now.acknowledged.keys())
        is_same = (before.waiting.keys(), before.acknowledged.keys()) == (
            now.waiting.keys(), now.acknowledged.keys()
        )  # fmt: skip
        demand("L", is_same, f"{name} holds {now.waiting.keys()}, not {before.waiting.keys()}")

    def _see_catalogue(self, real: ModelRegister) -> None:
        name, now = real.name, self._catalogue(real, Register(real.name))
        before = self.protocol.registers[name]
        for feed, reader in now.feeds.items():
            self._see_reader(name, feed, before.feeds.setdefault(feed, Reader()), reader)
        if now.life != before.life:
            self.protocol.know(name, now.life)

    def _see_reader(self, name: str, feed: str, before: Reader, now: Reader) -> None:
        if now.cursor != before.cursor or now.shown != before.shown:
            beside = before.beside
            assert now.cursor is not None
            if beside is not None and beside.is_whole and beside.base == before.cursor:
                self.protocol.show(name, feed)
            else:
                demand("F", beside is None, f"{name} changes {feed} while it is read beside")
                self.protocol.move(name, feed, now.cursor, _difference(before.shown, now.shown))
        beside, now_beside = before.beside, now.beside
        if now_beside is None:
            is_done = beside is None or beside.base != before.cursor
            demand("F", is_done, f"{name} drops what it read of {feed} before it was shown")
            before.beside = None
        elif beside is None or now_beside.is_anew != beside.is_anew or now_beside.base != beside.base:
            self.protocol.read_beside(name, feed, is_anew=now_beside.is_anew)
        elif now_beside != beside:
            if now_beside.cursor is None:
                self.protocol.read_beside(name, feed, is_anew=True)
            else:
                rows = _difference(beside.rows, now_beside.rows)
                self.protocol.add(name, feed, now_beside.cursor, rows, is_whole=now_beside.is_whole)
        demand("F", before == now, f"{name} has of {feed} {now}, not {before}")

    def _register(self, real: ModelRegister) -> Register:
        """What lies on its disk."""
        return self._catalogue(real, self._journal(real))

    def _journal(self, real: ModelRegister) -> Register:
        found = Register(real.name, real.device.store)
        for uuid, state, money_minor, text in real.disk.driver.execute(OUTBOX).fetchall():
            found.papers[uuid] = _paper(real.name, money_minor, text)
            if state == "acknowledged":
                found.acknowledged[uuid] = 0
            else:
                found.waiting[uuid] = None
        numbers = [paper.number or 0 for paper in found.papers.values()]
        found.number = max(numbers, default=0)
        return found

    def _catalogue(self, real: ModelRegister, found: Register) -> Register:
        (found.life,) = real.catalog_disk.driver.execute("SELECT incarnation FROM contacts").fetchone() or (
            "",
        )
        loaded = real.catalog.contact().received
        for feed, query in HELD_BY_FEEDS.items():
            rows = dict(real.catalog_disk.driver.execute(query).fetchall())
            if feed in ("customers", "orders"):
                rows = {key: _read(text) for key, text in rows.items()}
            reader = Reader(_cursor(real.catalog.cursor(feed)), rows, feed in loaded, _beside(real, feed))
            found.feeds[feed] = reader
        return found

    def _books(self) -> Books:
        """What lies in headquarters' database."""
        driver = self._world.books.driver
        (life,) = driver.execute("SELECT incarnation FROM installations").fetchone()
        found = Books(life)
        kept = driver.execute("SELECT uuid, register, money_minor, text, state FROM uploads").fetchall()
        for uuid, register, money_minor, text, state in kept:
            found.kept[uuid] = _paper(register, money_minor, text)
            if state == "posted":
                found.posted[uuid] = 1
        seen = Protocol((), found)
        for feed, scope, key, gone, value, unit, sequence in driver.execute(CHANGES).fetchall():
            if feed in HELD_BY_FEEDS:
                said = None if gone else compared(feed, _read(value))
                seen.publish(feed, scope, {key: said}, (unit, sequence))
        return found


@lru_cache(maxsize=4096)
def _read(text: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(text)
    return value


@lru_cache(maxsize=4096)
def _paper(register: str, money_minor: int, text: str) -> Paper:
    said = json.loads(text)
    number = said["number"] if said["kind"] == "transaction" else None
    return Paper(register, money_minor, number, None, text)


def _cursor(text: str) -> Cursor | None:
    life, _, place = text.rpartition(".")
    at = read_position(place) if text else None
    return None if at is None else Cursor(life, (at.unit, at.sequence))


def _beside(real: ModelRegister, feed: str) -> Beside | None:
    reading = real.catalog.beside.reading(feed)
    if reading is None:
        return None
    rows: Rows = {}
    for page in real.catalog.beside.pages(feed):
        rows |= {row.key: None if row.gone else compared(feed, _value(row)) for row in page}
    cursor = _cursor(reading.cursor)
    return Beside(_cursor(reading.base), cursor, reading.is_anew, rows, reading.is_whole)


def _value(row: Any) -> dict[str, Any]:
    value: dict[str, Any] = row.value
    return value


def _difference(before: Rows, now: Rows) -> Rows:
    gone: Rows = dict.fromkeys(before.keys() - now.keys())
    return gone | {key: value for key, value in now.items() if key not in before or before[key] != value}
