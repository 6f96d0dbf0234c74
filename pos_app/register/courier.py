"""Bringing what was just kept to headquarters: leased in the commit that kept it, acknowledged or given back after."""

from concurrent.futures import Executor, Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from channel_db.journal.outbox import NOT_YET_TIMED, EntryState, OutboxEntry
from channel_db.journal.repository import Journal
from pos_app.register.realtime import HeadquartersSilent, RealTime
from retail.clock import Clock
from retail.wire.protocol import UploadResult

CHAIN_MAX = 50
"""A document behind more than so many is left to the agent: nobody waits for all of them."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of bringing one document: the results, or none where headquarters stayed silent."""

    uuid: str
    results: list[UploadResult] | None


class Courier:
    """Delivers inline: the caller waits. Nothing is sent that was not kept, and nothing is lost if this fails."""

    def __init__(self, journal: Journal, real_time: RealTime, clock: Clock) -> None:
        self._journal = journal
        self._real_time = real_time
        self._clock = clock

    def is_ready(self) -> bool:
        """A delivery would be tried now."""
        return self._real_time.may_ask()

    def deliver(self, uuid: str) -> None:
        """Bring the leased document, after those it depends on that still wait."""
        self.bring(uuid)

    def bring(self, uuid: str) -> None:
        """The same, while the caller waits: what comes next needs it to be there."""
        entries = self._entries(uuid)
        self._keep(self._carry(uuid, entries))

    def collect(self) -> bool:
        """Keep what deliveries on another thread brought; True if there was any. Inline there is never any."""
        return False

    def close(self) -> None:
        """Keep what is still under way."""

    def _entries(self, uuid: str) -> list[OutboxEntry]:
        """The document and before it those it needs; nothing if one of these needs a person first."""
        chain: list[OutboxEntry] = []
        entry = self._journal.open_entry(uuid)
        while entry is not None:
            if (chain and entry.state is not EntryState.WAITING) or len(chain) == CHAIN_MAX:
                return []
            chain.insert(0, entry)
            entry = self._journal.open_entry(entry.depends_on) if entry.depends_on else None
        return chain

    def _carry(self, uuid: str, entries: list[OutboxEntry]) -> Delivery:
        try:
            return Delivery(uuid, self._real_time.deliver(entries) if entries else None)
        except HeadquartersSilent:
            return Delivery(uuid, None)

    def _keep(self, delivery: Delivery) -> None:
        named = {result.id for result in delivery.results or ()}
        if delivery.results:
            self._journal.acknowledge(delivery.results, NOT_YET_TIMED)
        if delivery.uuid not in named:
            now = self._clock.now()
            self._journal.release([delivery.uuid], now, "Headquarters did not answer", now)


class ThreadedCourier(Courier):
    """Delivers on a thread of its own; the lane keeps the results when it comes by (`collect`)."""

    def __init__(self, journal: Journal, real_time: RealTime, clock: Clock, executor: Executor) -> None:
        super().__init__(journal, real_time, clock)
        self._executor = executor
        self._under_way: set[Future[Delivery]] = set()
        self._arrived: SimpleQueue[Future[Delivery]] = SimpleQueue()

    def deliver(self, uuid: str) -> None:
        """Let another thread bring it; the cashier goes on."""
        future = self._executor.submit(self._carry, uuid, self._entries(uuid))
        self._under_way.add(future)
        future.add_done_callback(self._arrived.put)

    def collect(self) -> bool:
        """Keep what has arrived; True if there was any."""
        collected = False
        while True:
            try:
                future = self._arrived.get_nowait()
            except Empty:
                return collected
            self._under_way.discard(future)
            self._keep(future.result())
            collected = True

    def close(self) -> None:
        """Wait for what is under way and keep it."""
        for future in tuple(self._under_way):
            future.exception()
        self.collect()
        self._executor.shutdown()
