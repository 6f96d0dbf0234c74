"""The register's composition root: the only place that knows the real clock, ids, files and the agent's package."""

import random
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from channel_db import single
from channel_db.device import Device, read_device
from channel_db.engine import open_catalog, open_journal
from channel_db.journal.outbox import OutboxEntry
from channel_db.journal.repository import Journal
from pos_app.console import Console
from pos_app.operations.known import REGISTRY
from pos_app.register.courier import Courier
from pos_app.register.dispatcher import Dispatcher
from pos_app.register.realtime import HeadquartersSilent, RealTime, RealTimeService
from pos_app.register.session import RegisterSession
from retail.clock import Clock, ReadClock
from retail.ids import TimeOrderedIds
from retail.wire.protocol import UploadResult
from sync_agent.config import read_config as read_agent_config
from sync_agent.errors import HqFault
from sync_agent.hq_client import HqClient

WAIT_SECONDS = 3.0
RECONNECT_SECONDS = 10.0
"""What holds before headquarters' settings have arrived."""


class HqRealTime:
    """The real-time service by the agent's client; each thread has a connection of its own."""

    def __init__(self, make_client: Callable[[], HqClient]) -> None:
        self._make_client = make_client
        self._local = threading.local()

    def is_reachable(self, seconds: float) -> bool:
        """Headquarters proved that it is there, in time."""
        try:
            self._client.hello(seconds)
        except HqFault:
            return False
        return True

    def deliver(self, entries: Sequence[OutboxEntry], seconds: float) -> list[UploadResult]:
        """Have documents kept and posted.

        Raises:
            HeadquartersSilent: no whole answer came in time.
        """
        try:
            return list(self._client.upload(entries, real_time=True, seconds=seconds).results)
        except HqFault as fault:
            raise HeadquartersSilent(str(fault)) from fault

    def find_orders(self, text: str, seconds: float) -> list[dict[str, Any]]:
        """Search headquarters' orders.

        Raises:
            HeadquartersSilent: as above.
        """
        try:
            return list(self._client.orders(text, seconds).orders)
        except HqFault as fault:
            raise HeadquartersSilent(str(fault)) from fault

    @property
    def _client(self) -> HqClient:
        if not hasattr(self._local, "client"):
            self._local.client = self._make_client()
        client: HqClient = self._local.client
        return client


def make_clock(file: Path | None) -> Clock:
    """The machine's clock, or one that reads the moment from `file` at every call."""
    if file is None:
        return ReadClock(lambda: datetime.now().astimezone())  # noqa: TID251 -- this is the composition root
    return ReadClock(lambda: datetime.fromisoformat(file.read_text(encoding="utf-8").strip()))


def make_randomness(seed: int | None) -> random.Random:
    """Randomness that repeats with the same seed."""
    return random.Random(random.SystemRandom().getrandbits(64) if seed is None else seed)


def make_service(folder: Path, device: Device, clock: Clock, randomness: random.Random) -> RealTimeService:
    """Headquarters as this device may call it."""
    ca_file = read_agent_config(folder).ca_file
    return HqRealTime(
        lambda: HqClient(device, clock, lambda: f"{randomness.getrandbits(128):032x}", ca_file=ca_file)
    )


MakeCourier = Callable[[Journal, RealTime, Clock], Courier]


@contextmanager
def opened_session(
    folder: Path,
    *,
    clock: Clock,
    randomness: random.Random,
    real_time_seconds: float | None = None,
    reconnect_seconds: float | None = None,
    make_courier: MakeCourier = Courier,
    ask_agent: Callable[[], None] | None = None,
    service: RealTimeService | None = None,
) -> Iterator[RegisterSession]:
    """The one register of this data folder, for as long as the body runs.

    Raises:
        StorageError: it is not enrolled, open already, or a file cannot be opened.
    """
    device = read_device(folder)
    with ExitStack() as undo:
        undo.callback(single.take(folder, single.REGISTER_LOCK, "The register").release)
        journal = open_journal(folder, clock)
        undo.callback(journal.close)
        catalog = open_catalog(folder, clock, writer=False)
        undo.callback(catalog.close)

        def seconds(fixed: float | None, name: str, otherwise: float) -> float:
            settings = session.settings
            if fixed is not None:
                return fixed
            return otherwise if settings is None else float(getattr(settings, name))

        real_time = RealTime(
            service or make_service(folder, device, clock, randomness),
            lambda: seconds(real_time_seconds, "real_time_seconds", WAIT_SECONDS),
            lambda: seconds(reconnect_seconds, "reconnect_seconds", RECONNECT_SECONDS),
        )
        courier = make_courier(journal, real_time, clock)
        undo.callback(courier.close)
        session = RegisterSession(
            folder=folder,
            device=device,
            journal=journal,
            catalog=catalog,
            clock=clock,
            ids=TimeOrderedIds(clock, randomness),
            real_time=real_time,
            courier=courier,
            ask_agent=ask_agent,
        )
        yield session


@contextmanager
def open_console(
    folder: Path,
    *,
    clock_file: Path | None = None,
    seed: int | None = None,
    real_time_seconds: float | None = None,
    reconnect_seconds: float | None = None,
    resume_user: bool = False,
) -> Iterator[Console]:
    """The register of this data folder, driven by lines of JSON.

    Raises:
        StorageError: it is not enrolled, open already, or a file cannot be opened.
    """
    with opened_session(
        folder,
        clock=make_clock(clock_file),
        randomness=make_randomness(seed),
        real_time_seconds=real_time_seconds,
        reconnect_seconds=reconnect_seconds,
    ) as session:
        if resume_user:
            session.resume_user()
        yield Console(session, Dispatcher(session, REGISTRY), sorted(REGISTRY))
