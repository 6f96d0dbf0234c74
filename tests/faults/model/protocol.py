"""The protocol as a small machine: what registers and headquarters may do, a commit a step, and what holds after it.

Nothing of the product is in it, so that millions of steps can be looked at. That the product takes no other steps than
these is the claim of `watched.py`, which looks at every commit of the real programs while they play.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.faults.model.demands import Broken, demand

KEPT_DAYS = 30
"""So long a register keeps what was acknowledged, and no older copy of headquarters is put back."""

Rows = dict[str, object]
"""Values by key; None for one that is gone."""


class Cursor(NamedTuple):
    """How far a feed is read: in which life of headquarters, up to which change."""

    life: str
    place: tuple[int, int]


class Paper(NamedTuple):
    """One document."""

    register: str
    money_minor: int = 0
    number: int | None = None
    needs: str | None = None
    text: str = ""


@dataclass(slots=True)
class Beside:
    """What is read beside the catalogue until it is whole."""

    base: Cursor | None
    cursor: Cursor | None
    is_anew: bool
    rows: Rows = field(default_factory=dict)
    is_whole: bool = False

    def copy(self) -> "Beside":
        return Beside(self.base, self.cursor, self.is_anew, dict(self.rows), self.is_whole)


@dataclass(slots=True)
class Reader:
    """One feed in one catalogue."""

    cursor: Cursor | None = None
    shown: Rows = field(default_factory=dict)
    is_loaded: bool = False
    beside: Beside | None = None

    def copy(self) -> "Reader":
        beside = None if self.beside is None else self.beside.copy()
        return Reader(self.cursor, dict(self.shown), self.is_loaded, beside)


@dataclass(slots=True)
class Register:
    """What lies on the disk of a register."""

    name: str
    store: str = ""
    life: str = ""
    number: int = 0
    papers: dict[str, Paper] = field(default_factory=dict)
    waiting: dict[str, None] = field(default_factory=dict)
    acknowledged: dict[str, int] = field(default_factory=dict)
    """On which day of its own clock."""
    feeds: dict[str, Reader] = field(default_factory=dict)

    def copy(self) -> "Register":
        feeds = {name: each.copy() for name, each in self.feeds.items()}
        kept = (dict(self.papers), dict(self.waiting), dict(self.acknowledged), feeds)
        return Register(self.name, self.store, self.life, self.number, *kept)


class Change(NamedTuple):
    """The last that headquarters said of a key, and who is told."""

    place: tuple[int, int]
    value: object
    scope: str = ""


@dataclass(slots=True)
class Books:
    """What lies in headquarters' database."""

    life: str
    kept: dict[str, Paper] = field(default_factory=dict)
    posted: dict[str, int] = field(default_factory=dict)
    """How often each was posted."""
    feeds: dict[str, dict[tuple[str, str], Change]] = field(default_factory=dict)
    last: tuple[int, int] = (0, 0)

    def copy(self) -> "Books":
        feeds = {name: dict(each) for name, each in self.feeds.items()}
        return Books(self.life, dict(self.kept), dict(self.posted), feeds, self.last)

    def seen_by(self, feed: str, store: str) -> dict[str, Change]:
        """The changes of a feed that a store is told of; of a key that was said twice the later."""
        found: dict[str, Change] = {}
        for (scope, key), each in self.feeds.get(feed, {}).items():
            if scope in ("", store) and (key not in found or found[key].place < each.place):
                found[key] = each
        return found


class Protocol:
    """All disks together. Every method is one commit; what the protocol does not allow then is refused."""

    def __init__(self, registers: Iterable[Register], books: Books) -> None:
        self.registers = {each.name: each for each in registers}
        self.books = books
        self.said: dict[str, Paper] = {}
        self.excused: set[str] = set()
        """Lost with a disk that nobody had a copy of."""
        self.answered: set[str] = set()
        """What headquarters has ever said, after its commit, that it holds."""
        self.replaced: set[str] = set()
        """Registers whose disk was: numbers given since the copy may be given again."""

    # A register.

    def keep(self, name: str, uuid: str, paper: Paper) -> None:
        """A sale, an order, a customer, a change: with its number, and waiting."""
        register = self.registers[name]
        demand("D", uuid not in self.said, f"{name} gives {uuid} to two documents")
        if paper.number is not None:
            is_next = paper.number == register.number + 1 or (
                name in self.replaced and paper.number > register.number
            )
            demand("G", is_next, f"{name} gives {paper.number} after {register.number}")
            register.number = paper.number
        register.papers[uuid] = self.said[uuid] = paper
        register.waiting[uuid] = None

    def acknowledge(self, name: str, uuids: Iterable[str], day: int = 0) -> None:
        """What a whole reply names."""
        register = self.registers[name]
        for uuid in uuids:
            demand("A", uuid in self.answered, f"{name} marks {uuid}, of which headquarters has said nothing")
            demand("A", uuid in register.waiting, f"{name} marks {uuid}, which does not wait")
            del register.waiting[uuid]
            register.acknowledged[uuid] = day

    def offer_again(self, name: str) -> None:
        """Headquarters is another one: it may have lost what it had acknowledged."""
        register = self.registers[name]
        register.waiting = {
            uuid: None for uuid in register.papers if uuid in {**register.waiting, **register.acknowledged}
        }
        register.acknowledged = {}

    def know(self, name: str, life: str) -> None:
        """From now on that headquarters is the one it knows."""
        register = self.registers[name]
        is_done = register.life in ("", life) or not register.acknowledged
        demand("L", is_done, f"{name} forgets that {life} may lack what {register.life} had")
        register.life = life

    def forget(self, name: str, uuids: Iterable[str]) -> None:
        """Documents that were acknowledged so long ago that no copy of headquarters is older."""
        register = self.registers[name]
        for uuid in tuple(uuids):
            demand("L", uuid in register.acknowledged, f"{name} forgets {uuid}, which was not acknowledged")
            del register.acknowledged[uuid]

    def move(self, name: str, feed: str, cursor: Cursor, rows: Rows, *, more: bool = False) -> None:
        """A page and its cursor."""
        reader = self.registers[name].feeds.setdefault(feed, Reader())
        for key, value in rows.items():
            if value is None:
                reader.shown.pop(key, None)
            else:
                reader.shown[key] = value
        reader.cursor, reader.is_loaded = cursor, reader.is_loaded or not more

    def read_beside(self, name: str, feed: str, *, is_anew: bool) -> None:
        """From now on this feed is read beside the catalogue."""
        reader = self.registers[name].feeds.setdefault(feed, Reader())
        reader.beside = Beside(reader.cursor, None if is_anew else reader.cursor, is_anew)

    def add(self, name: str, feed: str, cursor: Cursor, rows: Rows, *, is_whole: bool) -> None:
        """A page beside the catalogue."""
        beside = self.registers[name].feeds[feed].beside
        if beside is None:
            demand("F", False, f"{name} keeps a page of {feed} beside nothing")
            return
        demand("F", not beside.is_whole or not rows, f"{name} adds to what is whole of {feed}")
        beside.rows.update(rows)
        beside.cursor, beside.is_whole = cursor, is_whole

    def show(self, name: str, feed: str) -> None:
        """What was read beside is put in its place, whole and at once."""
        reader = self.registers[name].feeds[feed]
        beside = reader.beside
        is_ready = beside is not None and beside.is_whole and beside.base == reader.cursor
        demand("F", is_ready, f"{name} shows of {feed} what is not whole, or of the past")
        assert beside is not None
        assert beside.cursor is not None
        if beside.is_anew:
            reader.shown = {key: value for key, value in reader.shown.items() if key in beside.rows}
        self.move(name, feed, beside.cursor, beside.rows)

    def drop_beside(self, name: str, feed: str) -> None:
        """What was read beside is shown, or read again."""
        self.registers[name].feeds[feed].beside = None

    # Headquarters.

    def take(self, papers: Mapping[str, Paper]) -> None:
        """A batch, all of it; what is there already stays as it was."""
        for uuid, paper in papers.items():
            demand("D", self.said.get(uuid) == paper, f"headquarters keeps another {uuid} than was made")
            self.books.kept.setdefault(uuid, paper)

    def answer(self, uuids: Iterable[str]) -> None:
        """Headquarters says that it holds these."""
        for uuid in uuids:
            demand("A", uuid in self.books.kept, f"headquarters says that it holds {uuid}, and does not")
            self.answered.add(uuid)

    def post(self, uuids: Iterable[str]) -> None:
        """Documents become customers and orders."""
        for uuid in uuids:
            demand("W", uuid in self.books.kept, f"headquarters posts {uuid}, which it does not keep")
            self.books.posted[uuid] = self.books.posted.get(uuid, 0) + 1
            demand("D", self.books.posted[uuid] == 1, f"headquarters posts {uuid} again")

    def publish(self, feed: str, scope: str, rows: Rows, place: tuple[int, int] | None = None) -> None:
        """News for registers, all in one commit."""
        told = self.books.feeds.setdefault(feed, {})
        for key, value in rows.items():
            unit, sequence = self.books.last
            self.books.last = place if place is not None else (unit, sequence + 1)
            told[scope, key] = Change(self.books.last, value, scope)

    # Disks.

    def put_back(self, image: Register) -> None:
        """A register's disk is replaced by a copy of it."""
        self.registers[image.name] = image.copy()
        self.replaced.add(image.name)
        self._excuse([image.name])

    def put_books_back(self, copy: Books, life: str) -> None:
        """Headquarters' database is an older one, and says so."""
        self.books = copy.copy()
        self.books.life = life
        self._excuse(self.replaced)

    def _excuse(self, names: Iterable[str]) -> None:
        """What neither side holds after a disk was replaced is lost by that, and not by us."""
        for name in names:
            held = self.registers[name].papers.keys() | self.books.kept.keys()
            self.excused |= {
                uuid for uuid, paper in self.said.items() if paper.register == name and uuid not in held
            }

    # What holds after every step.

    def check(self) -> None:
        """L, D, M, G, A, W and F."""
        for register in self.registers.values():
            self._check_register(register)
        self._check_money()

    def _check_register(self, register: Register) -> None:
        name, kept = register.name, self.books.kept
        is_heard = register.life == self.books.life
        if is_heard:
            lied = register.acknowledged.keys() - kept.keys()
            demand("A", not lied, f"{name} was told of {lied}, and headquarters has it not")
        numbers = 0
        for uuid, paper in self.said.items():
            if paper.register != name or uuid in self.excused:
                continue
            if not (uuid in register.waiting or uuid in register.acknowledged or uuid in kept):
                raise Broken(f"L: {name} has lost {uuid}")
            numbers += paper.number is not None
        is_gapless = name in self.replaced or numbers == register.number
        demand("G", is_gapless, f"{name} is at {register.number} with {numbers} sales")
        for feed, reader in register.feeds.items():
            self._check_feed(register, feed, reader)

    def _check_feed(self, register: Register, feed: str, reader: Reader) -> None:
        """What headquarters said up to its cursor a register has, and nothing else that is gone or was never said."""
        if reader.cursor is None or reader.cursor.life != self.books.life:
            return
        told, place = self.books.seen_by(feed, register.store), reader.cursor.place
        for key, change in told.items():
            if change.place <= place and reader.shown.get(key) != change.value:
                raise Broken(f"F: {register.name} has {reader.shown.get(key)} of {feed} {key}, not {change}")
        more = reader.shown.keys() - told.keys()
        demand("F", not more, f"{register.name} shows {more} of {feed}, of which headquarters knows nothing")

    def _check_money(self) -> None:
        for uuid, paper in self.books.kept.items():
            if self.said[uuid].money_minor != paper.money_minor:
                raise Broken(f"M: headquarters has other money of {uuid}")
        late = self.books.posted.keys() - self.books.kept.keys()
        demand("W", not late, f"headquarters posted {late} and keeps it not")
