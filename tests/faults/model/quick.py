"""Scripts of the protocol alone: each step is a commit or a call, and calls and replies cross, repeat and get lost."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.faults.model.demands import demand
from tests.faults.model.protocol import KEPT_DAYS, Books, Cursor, Paper, Protocol, Reader, Register, Rows

PAGE_ROWS, BATCH, NET_MAX = 2, 2, 8
PRICES = ("list 1", "list 2", "list 3")
"""Prices that are always published together: no cart may see them half."""
FEED = "goods"
LIVES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
KEPT, LOST, BEFORE, AFTER = "kept", "lost", "dies before", "dies after"
FATES = (*("",) * 8, KEPT, KEPT, LOST, BEFORE, AFTER, "0", "1", "2")
"""What befalls a call or a reply: it stays on its way too, it is lost, headquarters dies over it, or the register after
so many commits."""
BEFALLS = (
    "days pass", "a clock jumps", "a clock jumps", "a register is killed", "a disk is copied", "a disk is put back",
    "the books are copied", "the books are put back", "the books are put back",
)  # fmt: skip
MUCH = (0, 0, 1, 9, 40, -40)
"""Days that pass, or by how many a clock is off."""
ACTIONS = (
    *("deliver",) * 8, *("send",) * 3, *("read",) * 5, *("sell",) * 2, *("prices",) * 3, *("post",) * 2,
    "hello", "offer_at_once", "tidy", "tidy", "befall", "befall", "befall",
)  # fmt: skip
ANY, WHO = st.integers(0, 2**16 - 1), st.integers(0, 2)


class RegisterDied(BaseException):
    """Nothing after this commit was done."""


class Carrier:
    """What a running register and its agent know beside their disk: which reply they wait for, and what they heard."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.nonce = self.nonce_at_once = 0
        """The calls whose replies are awaited: the agent's, and the register's own while somebody waits."""
        self.day_of_headquarters: int | None = None
        self.commits_left: int | None = None


class Quick(RuleBasedStateMachine):
    """One script; a subclass is a shop with one mistake."""

    scripts: ClassVar[int] = 0
    steps: ClassVar[int] = 0

    is_open = holds = False

    @initialize(count=st.integers(1, 3))
    def open(self, count: int) -> None:
        type(self).scripts += 1
        self.is_open = True
        names = [f"R{number}" for number in range(count)]
        self.protocol = Protocol((Register(name) for name in names), Books(LIVES[0]))
        self.carriers = [Carrier(name) for name in names]
        self.net: list[Callable[[str], None]] = []
        self.made = self.revision = self.day = self.calls = 0
        self.skew = dict.fromkeys(names, 0)
        self.lives = 1
        self.protocol.publish(FEED, "", {"A": 0, **dict.fromkeys(PRICES, 0)})
        self.images = {name: each.copy() for name, each in self.protocol.registers.items()}
        self.copy = 0, self.protocol.books.copy()

    @rule(what=st.sampled_from(ACTIONS), who=WHO, which=ANY, fate=st.sampled_from(FATES))
    def step(self, what: str, who: int, which: int, fate: str) -> None:
        """One step of anybody; one rule, so that no script goes without some of them."""
        carrier = self.carriers[who % len(self.carriers)]
        register = self.protocol.registers[carrier.name]
        is_awaiting = what in ("send", "read", "hello") and carrier.nonce and which % 4
        if is_awaiting or (what == "deliver" and not self.net):
            return  # no step at all
        type(self).steps += 1
        self.holds = False
        getattr(self, what)(carrier, register, which, fate)

    # What people do.

    def sell(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        """A document of any kind; some wait for one made before at this register."""
        self.made += 1
        before = next(reversed(register.papers), None)
        needs = before if which % 2 and before in register.waiting else None
        paper = Paper(carrier.name, which % 9, register.number + 1, needs)
        self.protocol.keep(carrier.name, str(self.made), paper)

    def prices(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        self.revision += 1
        keys = PRICES if which % 2 else ("ABCDEFGH"[which % 8],)
        value = None if which % 10 == 2 else self.revision
        self.protocol.publish(FEED, "", dict.fromkeys(keys, value))

    # What the programs do.

    def send(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        """Bring a batch on its way."""
        limit = 1 + which // 4 % BATCH
        going: dict[str, Paper] = {}
        for uuid in register.waiting:
            paper = register.papers[uuid]
            if len(going) < limit and (paper.needs not in register.waiting or paper.needs in going):
                going[uuid] = paper
        if going:
            self._add(partial(self._upload_arrives, carrier, self._nonce(carrier), going))

    def offer_at_once(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        """Bring the newest document on its way while somebody waits, beside the agent."""
        newest = next(reversed(register.waiting), None)
        if newest is not None and register.papers[newest].needs not in register.waiting:
            self.calls += 1
            carrier.nonce_at_once = self.calls
            papers = {newest: register.papers[newest]}
            self._add(partial(self._upload_arrives, carrier, self.calls, papers))

    def hello(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        nonce = self._nonce(carrier)
        self._add(lambda fate: self._answer(fate, carrier, nonce, lambda: None))

    def read(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        """Show what is whole; otherwise ask for the next page."""
        reader = register.feeds.setdefault(FEED, Reader())
        with_fate = partial(self._mortal, carrier, fate)
        if reader.beside is not None and reader.beside.is_whole and reader.beside.base == reader.cursor:
            with_fate(lambda: self.show(carrier))
        elif reader.beside is not None and reader.beside.base != reader.cursor:
            with_fate(lambda: self._commit(carrier, lambda: self.protocol.drop_beside(carrier.name, FEED)))
        else:
            at = reader.cursor if reader.beside is None else reader.beside.cursor
            self._add(partial(self._page_is_asked, carrier, self._nonce(carrier), at))

    def deliver(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        """Any call or reply that is on its way comes in."""
        arrives = self.net[which % len(self.net)]
        if fate != KEPT:
            self.net.remove(arrives)
        if fate != LOST:
            arrives(fate)

    def post(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        """Headquarters' job, one document; a killed one has done nothing."""
        books = self.protocol.books
        for uuid, paper in books.kept.items():
            is_free = paper.needs is None or paper.needs in books.posted
            if is_free and uuid not in books.posted and fate != BEFORE:
                self.protocol.post([uuid])
                return

    def tidy(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        """Forget what was acknowledged long ago, by the earlier of two clocks."""
        if carrier.day_of_headquarters is not None:
            self.purge(carrier, register, min(self._today(carrier), carrier.day_of_headquarters) - KEPT_DAYS)

    # What befalls them.

    def befall(self, carrier: Carrier, register: Register, which: int, fate: str) -> None:
        what, much = BEFALLS[which % len(BEFALLS)], MUCH[which // len(BEFALLS) % len(MUCH)]
        if what == "days pass":
            self.day += min(abs(much), KEPT_DAYS)
        elif what == "a clock jumps":
            self.skew[carrier.name] = much
        elif what == "a register is killed":
            self._start(carrier)
        elif what == "a disk is copied":
            self.images[carrier.name] = register.copy()
        elif what == "a disk is put back":
            self.protocol.put_back(self.images[carrier.name])
            self._start(carrier)
        elif what == "the books are copied":
            self.copy = self.day, self.protocol.books.copy()
        elif what == "the books are put back":
            self._put_books_back()

    def _put_books_back(self) -> None:
        """None is older than registers keep what it may lack."""
        if self.day - self.copy[0] <= KEPT_DAYS and self.lives < len(LIVES):
            self.protocol.put_books_back(self.copy[1], LIVES[self.lives])
            self.lives += 1

    @invariant()
    def all_holds(self) -> None:
        if self.is_open:
            self.holds = False
            self.protocol.check()
            self._check_lists()
            self.holds = True

    def teardown(self) -> None:
        """Once lines and machines work, everything arrives by itself."""
        if not self.holds:
            return  # it is broken already, or was never opened
        self.net.clear()
        for carrier in self.carriers:
            register = self.protocol.registers[carrier.name]
            for _ in range(len(register.waiting) + len(register.acknowledged) + 12):
                for step in (self.hello, self.send, self.read):
                    step(carrier, register, 0, "")
                    while self.net:
                        self.net.pop(0)("")
            demand("R", not register.waiting, f"{carrier.name} still holds {register.waiting}")
            reader, present = register.feeds[FEED], self.protocol.books.seen_by(FEED, "")
            there = {key: each.value for key, each in present.items() if each.value is not None}
            demand("F", reader.shown == there, f"{carrier.name} ends with {reader.shown}, not {there}")
        books, lost = self.protocol.books, set(self.protocol.excused)
        for _ in books.kept:
            self.post(self.carriers[0], self.protocol.registers[self.carriers[0].name], 0, "")
        for uuid, paper in books.kept.items():
            if paper.needs in lost:
                lost.add(uuid)
        left = books.kept.keys() - books.posted.keys() - lost
        demand("R", not left, f"headquarters has not posted {left}")
        self.all_holds()

    # Calls, and what is done with their replies: what a shop with a mistake does otherwise.

    def _upload_arrives(self, carrier: Carrier, nonce: int, papers: dict[str, Paper], fate: str) -> None:
        if fate != BEFORE:
            self.protocol.take(papers)
            self.protocol.answer(papers)
            self._answer(fate, carrier, nonce, lambda: self.mark(carrier, tuple(papers)))

    def mark(self, carrier: Carrier, uuids: tuple[str, ...]) -> None:
        waiting = self.protocol.registers[carrier.name].waiting
        told = [uuid for uuid in uuids if uuid in waiting]
        heard = carrier.day_of_headquarters
        day = self._today(carrier) if heard is None else max(heard, self._today(carrier))
        self._commit(carrier, lambda: self.protocol.acknowledge(carrier.name, told, day))

    def purge(self, carrier: Carrier, register: Register, before: int) -> None:
        old = [uuid for uuid, day in register.acknowledged.items() if day < before]
        self.protocol.forget(carrier.name, old)

    def _page_is_asked(self, carrier: Carrier, nonce: int, at: Cursor | None, fate: str) -> None:
        books = self.protocol.books
        if at is not None and (at.life != books.life or at.place > books.last):
            self._answer(fate, carrier, nonce, lambda: self.start_anew(carrier))
            return
        after = (0, 0) if at is None else at.place
        news = sorted(
            [
                (each.place, key, each.value)
                for key, each in books.seen_by(FEED, "").items()
                if each.place > after
            ]
        )
        rows: Rows = {key: value for _, key, value in news[:PAGE_ROWS]}
        more = len(news) > PAGE_ROWS
        cursor = Cursor(books.life, news[:PAGE_ROWS][-1][0] if news else after)
        self._answer(fate, carrier, nonce, lambda: self.keep_page(carrier, cursor, rows, more))

    def keep_page(self, carrier: Carrier, cursor: Cursor, rows: Rows, more: bool) -> None:
        name, protocol = carrier.name, self.protocol
        reader = protocol.registers[name].feeds.setdefault(FEED, Reader())
        if more and reader.beside is None and reader.is_loaded:
            self._commit(carrier, lambda: protocol.read_beside(name, FEED, is_anew=False))
        if reader.beside is None:
            self.move(carrier, cursor, rows, more)
        else:
            self._commit(carrier, lambda: protocol.add(name, FEED, cursor, rows, is_whole=not more))

    def move(self, carrier: Carrier, cursor: Cursor, rows: Rows, more: bool) -> None:
        self._commit(carrier, lambda: self.protocol.move(carrier.name, FEED, cursor, rows, more=more))

    def show(self, carrier: Carrier) -> None:
        self._commit(carrier, lambda: self.protocol.show(carrier.name, FEED))
        self._commit(carrier, lambda: self.protocol.drop_beside(carrier.name, FEED))

    def start_anew(self, carrier: Carrier) -> None:
        self._commit(carrier, lambda: self.protocol.read_beside(carrier.name, FEED, is_anew=True))

    def another_life(self, carrier: Carrier, life: str) -> None:
        """Offer all again, read all again, and only then know it."""
        name = carrier.name
        self._commit(carrier, lambda: self.protocol.offer_again(name))
        self.start_anew(carrier)
        self._commit(carrier, lambda: self.protocol.know(name, life))

    def is_awaited(self, carrier: Carrier, nonce: int) -> bool:
        """Only the reply to the call that is open is believed."""
        return nonce in (carrier.nonce, carrier.nonce_at_once)

    def _answer(self, fate: str, carrier: Carrier, nonce: int, use: Callable[[], None]) -> None:
        """Headquarters' reply goes on its way, where it does not die first."""
        life, day = self.protocol.books.life, self.day

        def heard(fate: str) -> None:
            if self.is_awaited(carrier, nonce):
                if nonce == carrier.nonce:
                    carrier.nonce = 0
                else:
                    carrier.nonce_at_once = 0
                self._mortal(carrier, fate, lambda: self._use(carrier, life, day, use))

        if fate not in (BEFORE, AFTER):
            self._add(heard)

    def _use(self, carrier: Carrier, life: str, day: int, use: Callable[[], None]) -> None:
        known = self.protocol.registers[carrier.name].life
        carrier.day_of_headquarters = day
        if known not in ("", life):
            self.another_life(carrier, life)
            return
        if not known:
            self._commit(carrier, lambda: self.protocol.know(carrier.name, life))
        use()

    # Places where a register may die.

    def _commit(self, carrier: Carrier, do: Callable[[], None]) -> None:
        do()
        if carrier.commits_left is not None:
            carrier.commits_left -= 1
            if carrier.commits_left < 0:
                raise RegisterDied

    def _mortal(self, carrier: Carrier, fate: str, do: Callable[[], None]) -> None:
        carrier.commits_left = int(fate) if fate.isdigit() else None
        try:
            do()
        except RegisterDied:
            self._start(carrier)
        carrier.commits_left = None

    def _start(self, carrier: Carrier) -> None:
        carrier.nonce = carrier.nonce_at_once = 0
        carrier.day_of_headquarters = carrier.commits_left = None

    def _add(self, arrives: Callable[[str], None]) -> None:
        self.net.append(arrives)
        del self.net[:-NET_MAX]

    def _nonce(self, carrier: Carrier) -> int:
        self.calls += 1
        carrier.nonce = self.calls
        return self.calls

    def _today(self, carrier: Carrier) -> int:
        return self.day + self.skew[carrier.name]

    def _check_lists(self) -> None:
        """No cart sees half a price list."""
        for register in self.protocol.registers.values():
            reader = register.feeds.get(FEED)
            if reader is not None and reader.is_loaded:
                seen = {reader.shown.get(key) for key in PRICES}
                demand("F", len(seen) == 1, f"{register.name} shows half a list: {seen}")
