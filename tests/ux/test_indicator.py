"""The sync indicator of a real register against a model of ux 14.1, while all that it depends on changes at random."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

import pytest

from channel_db.catalog.contact import Contact
from channel_db.engine import open_catalog, open_journal
from channel_db.journal.waiting import Waiting
from pos_app.register.desk import RegisterDesk
from pos_app.register.steady_line import STABLE, UNPROVED
from pos_app.register.sync_state import PROOF_AGE_MAX
from pos_app.views import SyncView
from retail.wire.protocol import UploadResult
from sync_agent.reply_times import ReplyTimes
from sync_agent.watched_hq import after_failure, after_success
from tests.fixtures.fix_register import Register, Shop, at_work, desk_of

STEPS, SEED = 400, 20_261_127


@dataclass
class Model:
    """What a person who sees everything would say of the register, written without looking at how it does it."""

    now: datetime
    waiting: int = 0
    attention: int = 0
    sending: int = 0
    failures: int = 0
    connection: str = "unknown"
    proved_at: datetime | None = None
    prices_at: datetime | None = None
    was_away: bool = False
    back_at: datetime | None = None
    unproved_since: datetime | None = None
    took: list[float] = field(default_factory=list)

    def answers(self, seconds: float) -> None:
        """Slow: of the last twenty replies, five at least, more than one in twenty took two seconds or more."""
        self.took = [*self.took, seconds][-20:]
        late = sum(each >= 2 for each in self.took)
        is_slow = len(self.took) >= 5 and late * 20 > len(self.took)
        self.connection, self.failures, self.proved_at = "slow" if is_slow else "online", 0, self.now

    def is_silent(self) -> None:
        self.failures += 1
        self.took = []
        if self.failures >= 2 or self.connection == "unknown":
            self.connection = "offline"

    @property
    def is_proved(self) -> bool:
        return self.proved_at is not None and self.now - self.proved_at <= PROOF_AGE_MAX

    def is_gone(self) -> bool:
        """Two failures in a row, one with ten seconds of silence, or five seconds without anything to go by."""
        is_silent = self.proved_at is None or self.now - self.proved_at > UNPROVED
        if self.connection == "offline" or (self.failures and is_silent):
            return True
        if self.is_proved:
            self.unproved_since = None
            return False
        self.unproved_since = self.unproved_since or self.now
        return self.now - self.unproved_since > STABLE

    def look(self) -> tuple[str, int]:
        """State and number as they must be shown; being back is believed after five seconds."""
        shown = self.connection
        if self.is_gone():
            shown, self.was_away, self.back_at = "offline", True, None
        elif self.was_away:
            self.back_at = self.back_at or self.now
            self.was_away = self.now - self.back_at < STABLE
            shown = "offline" if self.was_away else shown
        if self.attention:
            return "attention", self.attention
        if shown == "offline":
            return ("offline-queue", self.waiting) if self.waiting else ("offline", 0)
        if shown == "slow":
            return "slow", 0
        if self.prices_at is not None and self.now - self.prices_at > timedelta(hours=24):
            return "old", 0
        if self.sending:
            return "sending", self.sending
        if self.waiting:
            return "waiting", self.waiting
        return ("online" if shown == "online" and self.is_proved else "checking"), 0


@dataclass
class Driver:
    """Changes the register's files as its agent and its cashier do, and the model with them."""

    shop: Shop
    register: Register
    desk: RegisterDesk
    randomness: random.Random
    model: Model
    times: ReplyTimes = field(default_factory=ReplyTimes)
    unsent: list[str] = field(default_factory=list)
    parked: list[str] = field(default_factory=list)

    def step(self) -> str:
        moves: list[tuple[int, Callable[[], None]]] = [
            (4, self.sell), (4, self.acknowledge), (1, self.refuse), (5, self.answer), (5, self.fall_silent),
            (2, self.send), (2, self.pull_prices), (6, self.wait), (1, self.resolve),
        ]  # fmt: skip
        move = self.randomness.choices([each for _, each in moves], [weight for weight, _ in moves])[0]
        move()
        return move.__name__

    def shown(self) -> SyncView:
        return self.desk.view().header.sync

    def sell(self) -> None:
        self.register.do("product.add", number="B")
        self.register.do("tender.cash")
        self.unsent.append(str(self.register.do("transaction.conclude").values["transaction"]))
        self.model.waiting += 1

    def acknowledge(self) -> None:
        if self.unsent:
            self.shop.acknowledge(self.unsent.pop(0))
            self.model.waiting -= 1

    def refuse(self) -> None:
        """HQ puts a document aside: a person has to look."""
        if self.unsent:
            self.parked.append(self.unsent.pop())
            self._result(self.parked[-1], "quarantined")
            self.model.waiting -= 1
            self.model.attention += 1

    def resolve(self) -> None:
        """The person has looked: what was put aside is accepted after all."""
        while self.parked:
            self._result(self.parked.pop(), "stored")
        self.model.attention = 0

    def _result(self, document: str, outcome: Literal["stored", "quarantined"]) -> None:
        journal = open_journal(self.shop.folder, self.shop.clock)
        result = UploadResult(id=document, outcome=outcome, reason="looked at by hand")
        journal.acknowledge([result], self.shop.clock.now())
        journal.close()

    def answer(self) -> None:
        seconds = self.randomness.choice((0.1, 0.3, 2.5))
        self.times.add(seconds)
        is_slow = self.times.is_slow
        self._contact(lambda contact: after_success(contact, self.model.now, "one", is_slow=is_slow))
        self.model.answers(seconds)

    def fall_silent(self) -> None:
        self.times.forget()
        self._contact(lambda contact: after_failure(contact, self.model.now))
        self.model.is_silent()

    def send(self) -> None:
        count = self.randomness.choice((0, 3))
        self._contact(lambda contact: replace(contact, sending=count))
        self.model.sending = count

    def _contact(self, change: Callable[[Contact], Contact]) -> None:
        catalog = open_catalog(self.shop.folder, self.shop.clock, writer=True)
        catalog.keep_contact(change(catalog.contact()))
        catalog.close()

    def pull_prices(self) -> None:
        catalog = open_catalog(self.shop.folder, self.shop.clock, writer=True)
        catalog.apply_page("prices", [], "2", self.model.now)
        catalog.close()
        self.model.prices_at = self.model.now

    def wait(self) -> None:
        self.shop.clock.go_on(seconds=self.randomness.choice((1, 2, 6, 40, 61, 90_000)))
        self.model.now = self.shop.clock.now()


@pytest.fixture
def driver(shop: Shop) -> Driver:
    register = at_work(shop)
    now, contact = shop.clock.now(), register.session.catalog.contact()
    prices_at = None if contact.prices_at is None else datetime.fromisoformat(contact.prices_at)
    return Driver(shop, register, desk_of(register), random.Random(SEED), Model(now, prices_at=prices_at))


def test_the_indicator_is_that_of_the_model_at_every_instant(driver: Driver) -> None:
    seen: dict[str, int] = {}
    for number in range(STEPS):
        move = driver.step()
        shown, facts = driver.shown(), driver.register.session.journal.waiting()
        assert (shown.state, shown.count) == driver.model.look(), f"step {number}, {move}: {driver.model}"
        assert (facts.count, facts.attention) == (driver.model.waiting, driver.model.attention)
        assert shown.state != "online" or not driver.register.session.journal.outbox()
        seen[shown.state] = seen.get(shown.state, 0) + 1

    # The disk of the machine that runs the test is not made full.
    assert set(seen) == {
        "attention", "offline-queue", "offline", "slow", "old", "sending", "waiting", "online", "checking",
    }  # fmt: skip


def test_being_back_is_shown_when_it_has_held_for_five_seconds(driver: Driver) -> None:
    driver.fall_silent()
    states = [driver.shown().state]
    for seconds in (0, 4, 2):
        driver.shop.clock.go_on(seconds=seconds)
        driver.model.now = driver.shop.clock.now()
        driver.answer()
        states.append(driver.shown().state.replace("slow", "online"))

    assert states == ["offline", "offline", "offline", "online"]


def test_a_line_that_breaks_again_within_five_seconds_stays_offline(driver: Driver) -> None:
    driver.fall_silent()
    driver.shown()
    for _ in range(2):
        driver.answer()
        states = [driver.shown().state]
        driver.shop.clock.go_on(seconds=3)
        driver.model.now = driver.shop.clock.now()
        driver.fall_silent()
        driver.fall_silent()
        states.append(driver.shown().state)
        driver.shop.clock.go_on(seconds=3)
        driver.model.now = driver.shop.clock.now()

        assert states == ["offline", "offline"]


def test_an_indicator_that_counts_in_memory_is_rejected(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.answer()
    honest = driver.shown().state, driver.model.look()[0]
    monkeypatch.setattr(driver.register.session.journal, "waiting", lambda: Waiting(0, 0, None))
    driver.sell()

    assert honest == ("online", "online")
    assert driver.shown().state == "online"
    assert driver.model.look() == ("waiting", 1)
