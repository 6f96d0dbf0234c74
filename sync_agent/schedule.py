"""The pace of an agent that runs by itself: a turn a few times a second, until somebody ends it."""

import logging
import signal
import sys
import threading
from datetime import UTC
from queue import Empty, SimpleQueue

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from sync_agent.agent import Agent

TURN_SECONDS = 0.25
"""How soon a sale that was just kept is seen; looking costs two point queries."""

WATCH_SECONDS = 2.0
"""How often it is looked whether turns still come: the scheduler waits by the machine's clock; it may be set back."""

TROUBLE_SECONDS = 5.0
"""How long a turn waits that could not even look: what the machine is in does not pass in a quarter second."""

log = logging.getLogger(__name__)


def run_by_schedule(agent: Agent, *, with_parent: bool) -> None:
    """Let the agent take its turns until SIGTERM, or, `with_parent`, until standard input closes.

    A line `sync` from the parent asks for everything now.

    The turns run one at a time on one thread: it owns the databases and the connection.
    """
    # A signal may come at any moment, also while this thread holds the lock of an event: this queue takes it then too.
    asked_to_end: SimpleQueue[None] = SimpleQueue()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: asked_to_end.put(None))
    if with_parent:
        threading.Thread(target=_heed_the_parent, args=(agent, asked_to_end), daemon=True).start()
    scheduler = BackgroundScheduler(
        jobstores={"default": MemoryJobStore()},
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
        timezone=UTC,
    )
    turns = Turns(agent)
    scheduler.add_job(turns.take, "interval", id="turn", seconds=TURN_SECONDS)
    log.info("the agent runs")
    scheduler.start()
    while not _is_asked(asked_to_end, WATCH_SECONDS):
        if not turns.have_come():
            scheduler.reschedule_job("turn", trigger="interval", seconds=TURN_SECONDS)
    turns.ended.set()
    agent.stop()
    scheduler.shutdown(wait=True)
    log.info("the agent ends")


class Turns:
    """The turns of one agent, until `ended`."""

    def __init__(self, agent: Agent) -> None:
        self.ended = threading.Event()
        self._agent = agent
        self._came = threading.Event()

    def take(self) -> None:
        """One turn. What goes wrong in it must not end the carrier: a fault of the machine is tried again."""
        self._came.set()
        if self.ended.is_set():
            return
        try:
            self._agent.turn()
        except Exception:
            log.exception("a turn of the agent failed")
            self.ended.wait(TROUBLE_SECONDS)

    def have_come(self) -> bool:
        """Whether one has begun since this was asked last."""
        came = self._came.is_set()
        self._came.clear()
        return came


def _is_asked(asked_to_end: "SimpleQueue[None]", seconds: float) -> bool:
    """Wait so long for somebody to end the agent."""
    try:
        asked_to_end.get(timeout=seconds)
    except Empty:
        return False
    return True


def _heed_the_parent(agent: Agent, asked_to_end: "SimpleQueue[None]") -> None:
    for line in sys.stdin.buffer:
        if line.strip() == b"sync":
            agent.hurry()
    asked_to_end.put(None)
