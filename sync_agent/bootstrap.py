"""The agent's composition root: the only place that knows the real clock, randomness and files."""

import gc
import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from channel_db import single
from channel_db.device import read_device
from channel_db.engine import open_catalog, open_journal
from retail.clock import Clock, ReadClock
from sync_agent.agent import Agent
from sync_agent.config import read_config
from sync_agent.download import Progress
from sync_agent.hq_client import HqClient

LOG_BYTES = 1024 * 1024
LOG_FILES = 5
GARBAGE_MIN = 20_000
"""So many new objects, a few pages of rows, come before the collector looks for any that nobody can reach."""


def make_clock(file: Path | None) -> Clock:
    """The machine's clock, or one that reads the moment from `file` at every call."""
    if file is None:
        return ReadClock(lambda: datetime.now().astimezone())  # noqa: TID251 -- this is the composition root
    return ReadClock(lambda: datetime.fromisoformat(file.read_text(encoding="utf-8").strip()))


def make_randomness(seed: int | None) -> random.Random:
    """Randomness that repeats with the same seed."""
    return random.Random(random.SystemRandom().getrandbits(64) if seed is None else seed)


def spare_the_program() -> None:
    """Tell the collector of garbage that what was loaded so far stays: reading a million rows, it looked through the
    whole program again and again, which took a third of the time.
    """
    gc.freeze()
    gc.set_threshold(GARBAGE_MIN)


@contextmanager
def opened_agent(
    folder: Path,
    clock: Clock,
    randomness: random.Random,
    progress: Progress,
) -> Iterator[Agent]:
    """The one agent of this data folder, for as long as the body runs.

    Raises:
        StorageError: it is not enrolled, another agent is running, or a file cannot be opened.
        ConfigBroken: its settings cannot be used.
        HqRefused: the address it was enrolled with may not be used.
    """
    device = read_device(folder)
    config = read_config(folder)
    lock = single.take(folder, single.AGENT_LOCK, "The agent")
    try:
        client = HqClient(
            device, clock, lambda: f"{randomness.getrandbits(128):032x}", ca_file=config.ca_file
        )
        journal = open_journal(folder, clock)
        try:
            catalog = open_catalog(folder, clock, writer=True)
            try:
                yield Agent(
                    client=client,
                    journal=journal,
                    catalog=catalog,
                    clock=clock,
                    randomness=randomness,
                    pace=config.pace,
                    progress=progress,
                )
            finally:
                catalog.close()
        finally:
            journal.close()
            client.close()
    finally:
        lock.release()


@contextmanager
def logging_to(folder: Path) -> Iterator[None]:
    """Write the log to `logs/agent.log` of the data folder, for its owner alone, while the body runs; old files are
    dropped.
    """
    logs = folder / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    logs.chmod(0o700)
    handler = RotatingFileHandler(
        logs / "agent.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    # The scheduler tells of every run that came late, and Alembic of every plug-in: nothing anybody can act on.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()


def default_folder() -> Path:
    """Where a register keeps its data on this system."""
    import platformdirs  # noqa: PLC0415 -- not needed where the folder is named

    return Path(platformdirs.user_data_dir("kassa"))
