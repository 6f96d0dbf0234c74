"""The agent's composition root: the only place that knows the real clock, randomness and files."""

import gc
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from channel_db import single
from channel_db.device import read_device
from channel_db.engine import open_catalog, open_journal
from channel_db.place import check_place
from retail.clock import Clock, ReadClock
from sync_agent.agent import Agent
from sync_agent.config import read_config
from sync_agent.download import Progress
from sync_agent.hq_client import HqClient
from sync_agent.line import fresh_nonce
from sync_agent.proving import Owner

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
    check_place(folder)
    device = read_device(folder)
    config = read_config(folder)
    lock = single.take(folder, single.AGENT_LOCK, "The agent")
    try:
        client = HqClient(device, clock, fresh_nonce, config.ca_file, Owner(folder, device, clock))
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


def default_folder() -> Path:
    """Where a register keeps its data on this system."""
    import platformdirs  # noqa: PLC0415 -- not needed where the folder is named

    return Path(platformdirs.user_data_dir("kassa"))
