"""The pace of an agent that runs by itself: a turn a few times a second, until somebody ends it."""

import logging
import signal
import sys
import threading
from datetime import UTC

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from sync_agent.agent import Agent

TURN_SECONDS = 0.25
"""How soon a sale that was just kept is seen; looking costs two point queries."""

TROUBLE_SECONDS = 5.0
"""How long a turn waits that could not even look: what the machine is in does not pass in a quarter second."""

log = logging.getLogger(__name__)


def run_by_schedule(agent: Agent, *, with_parent: bool) -> None:
    """Let the agent take its turns until SIGTERM, or, `with_parent`, until standard input closes.

    A line `sync` from the parent asks for everything now.

    The turns run one at a time on one thread: it owns the databases and the connection.
    """
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    if with_parent:
        threading.Thread(target=_heed_the_parent, args=(agent, ended), daemon=True).start()
    scheduler = BackgroundScheduler(
        jobstores={"default": MemoryJobStore()},
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
        timezone=UTC,
    )
    scheduler.add_job(_take_turn, "interval", args=(agent, ended), seconds=TURN_SECONDS)
    log.info("the agent runs")
    scheduler.start()
    ended.wait()
    agent.stop()
    scheduler.shutdown(wait=True)
    log.info("the agent ends")


def _take_turn(agent: Agent, ended: threading.Event) -> None:
    if ended.is_set():
        return
    try:
        agent.turn()
    except Exception:
        # One turn that went wrong must not end the carrier; a fault of the machine is tried again.
        log.exception("a turn of the agent failed")
        ended.wait(TROUBLE_SECONDS)


def _heed_the_parent(agent: Agent, ended: threading.Event) -> None:
    for line in sys.stdin.buffer:
        if line.strip() == b"sync":
            agent.hurry()
    ended.set()
