"""The register's composition root: the only place that knows the real clock, ids, files and the agent's package."""

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from card_terminal.port import CardTerminal
from card_terminal.process import FOLDER as TERMINAL_FOLDER
from card_terminal.process import ProcessTerminal, start_simulated
from channel_db import single
from channel_db.catalog.repository import Catalog
from channel_db.device import Device, read_device, write_device
from channel_db.engine import open_catalog, open_journal, reopen_journal
from channel_db.errors import CatalogNotReady, ChainBroken, DatabaseDamaged
from channel_db.journal.outbox import OutboxEntry
from channel_db.journal.repository import Journal
from channel_db.order_heads import EVERY_ORDER, OrderFilter
from channel_db.place import check_place
from channel_db.salvage.interrupted import finish_interrupted
from channel_db.salvage.report import Salvaged
from pos_app.config import ConfigBroken
from pos_app.console import Console
from pos_app.devices.drawer import Drawer, SimulatedDrawer
from pos_app.devices.paper_when_needed import PaperWhenNeeded
from pos_app.given import machine_uptime, make_clock, make_randomness
from pos_app.operations.known import REGISTRY
from pos_app.register.agent_process import AgentChild, AgentProcess
from pos_app.register.courier import Courier, ThreadedCourier
from pos_app.register.desk import RegisterDesk
from pos_app.register.dispatcher import Dispatcher
from pos_app.register.realtime import HeadquartersSilent, RealTime, RealTimeService, Switching
from pos_app.register.receipts import Printer
from pos_app.register.session import RegisterSession
from pos_app.resources import resource
from retail.clock import Clock
from retail.ids import TimeOrderedIds
from retail.settings import StoreSettings
from retail.wire.protocol import UploadResult
from sync_agent.config import ConfigBroken as AgentConfigBroken
from sync_agent.config import read_config as read_agent_config
from sync_agent.errors import HqFault, ReplyLost
from sync_agent.hq_client import HqClient
from sync_agent.line import fresh_nonce
from sync_agent.proving import Reader

DELIVERED_LAYOUT = ("layouts", "standard.json")
CATALOG_SECONDS = 10.0
CATALOG_LOOK_SECONDS = 0.1
ENTRIES_PROVED = 2000
"""So many of the newest entries of the journal are proved at each start: some days of a busy register."""
WAIT_SECONDS = 3.0
RECONNECT_SECONDS = 10.0
"""What holds before headquarters' settings have arrived."""


@dataclass(frozen=True, slots=True)
class Waits:
    """How long headquarters is waited for, and left alone after it was silent; None: as its settings say.

    `catalog_seconds` is how long a damaged catalogue is waited for, while the agent makes it anew.
    """

    real_time_seconds: float | None = None
    reconnect_seconds: float | None = None
    catalog_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Devices:
    """What has a cable; None: paper in a folder, and a terminal and a drawer made of software."""

    printer: Printer | None = None
    terminal: CardTerminal | None = None
    drawer: Drawer | None = None


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
            raise _silent(fault) from fault

    def find_orders(
        self, text: str, seconds: float, narrowed: OrderFilter = EVERY_ORDER
    ) -> list[dict[str, Any]]:
        """Search headquarters' orders.

        Raises:
            HeadquartersSilent: as above.
        """
        try:
            return list(self._client.orders(text, seconds, narrowed).orders)
        except HqFault as fault:
            raise _silent(fault) from fault

    def find_customers(self, text: str, seconds: float) -> list[dict[str, Any]]:
        """Search headquarters' customers.

        Raises:
            HeadquartersSilent: as above.
        """
        try:
            return list(self._client.customers(text, seconds).customers)
        except HqFault as fault:
            raise _silent(fault) from fault

    def ask(self, document: str, by: str, words: str, seconds: float) -> None:
        """Ask headquarters about a document that was set aside.

        Raises:
            HeadquartersSilent: as above.
        """
        try:
            self._client.ask(document, by, words, seconds)
        except HqFault as fault:
            raise _silent(fault) from fault

    def order(self, id: str, seconds: float) -> dict[str, Any] | None:
        """The order as headquarters knows it; None where it does not.

        Raises:
            HeadquartersSilent: as above.
        """
        try:
            found = self._client.orders("", seconds, order=id).orders
        except HqFault as fault:
            raise _silent(fault) from fault
        return found[0] if found else None

    def named(self, number: str, seconds: float) -> list[dict[str, Any]]:
        """The sales and orders that exactly this number stands on.

        Raises:
            HeadquartersSilent: as above.
        """
        try:
            return list(self._client.orders("", seconds, number=number).orders)
        except HqFault as fault:
            raise _silent(fault) from fault

    @property
    def _client(self) -> HqClient:
        if not hasattr(self._local, "client"):
            self._local.client = self._make_client()
        client: HqClient = self._local.client
        return client


def _silent(fault: HqFault) -> HeadquartersSilent:
    return HeadquartersSilent(str(fault), was_taken=isinstance(fault, ReplyLost))


def make_service(folder: Path, device: Device, clock: Clock) -> RealTimeService:
    """Headquarters as this device may call it, trusting the certificates that the agent trusts.

    Raises:
        ConfigBroken: the agent's settings cannot be used.
    """
    try:
        ca_file = read_agent_config(folder).ca_file
    except AgentConfigBroken as broken:
        raise ConfigBroken(broken.message.template, **broken.message.values) from broken
    return HqRealTime(lambda: HqClient(device, clock, fresh_nonce, ca_file, Reader(folder, device)))


MakeCourier = Callable[[Journal, RealTime, Clock], Courier]


@contextmanager
def opened_session(
    folder: Path,
    *,
    clock: Clock,
    randomness: random.Random,
    waits: Waits = Waits(),
    make_courier: MakeCourier = Courier,
    devices: Devices = Devices(),
    ask_agent: Callable[[], None] | None = None,
    service: RealTimeService | None = None,
) -> Iterator[RegisterSession]:
    """The one register of this data folder, for as long as the body runs.

    Raises:
        StorageError: it is not enrolled, open already, or a file cannot be opened.
    """
    with ExitStack() as undo:
        undo.callback(single.take(folder, single.REGISTER_LOCK, "The register").release)
        journal, salvaged = _open_or_salvage(folder, clock)
        undo.callback(journal.close)
        device = read_device(folder)
        catalog = _open_when_ready(folder, clock, waits.catalog_seconds)
        undo.callback(catalog.close)

        def seconds(fixed: float | None, name: str, otherwise: float) -> float:
            # Asked from other threads too, which must not touch the lane's files.
            return _seconds(session.settings_read_last, fixed, name, otherwise)

        real_time = RealTime(
            service or make_service(folder, device, clock),
            lambda: seconds(waits.real_time_seconds, "real_time_seconds", WAIT_SECONDS),
            lambda: seconds(waits.reconnect_seconds, "reconnect_seconds", RECONNECT_SECONDS),
            switching=lambda: _switching(session.settings_read_last),
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
            printer=devices.printer or PaperWhenNeeded(folder),
            terminal=devices.terminal or undo.enter_context(_simulated_terminal(folder)),
            drawer=devices.drawer or SimulatedDrawer(folder),
            open_catalog=lambda: open_catalog(folder, clock, writer=False),
            ask_agent=ask_agent,
            reopen_journal=lambda: reopen_journal(journal, folder, clock),
            salvaged=salvaged,
            broken=_first_broken(journal),
        )

        undo.callback(lambda: session.catalog.close())  # noqa: PLW0108 -- the newest, which may be another by then
        yield session


def _seconds(settings: StoreSettings | None, fixed: float | None, name: str, otherwise: float) -> float:
    if fixed is not None:
        return fixed
    return otherwise if settings is None else float(getattr(settings, name))


def _switching(settings: StoreSettings | None) -> Switching:
    if settings is None:
        return Switching()
    return Switching(settings.advanced_offline, settings.performance_offline)


def _first_broken(journal: Journal) -> ChainBroken | None:
    """Where the newest part of the chain is broken; the doctor and headquarters look at all of it."""
    try:
        journal.verify_newest(ENTRIES_PROVED)
    except ChainBroken as broken:
        return broken
    return None


@contextmanager
def _simulated_terminal(folder: Path) -> Iterator[CardTerminal]:
    """A terminal whose process starts with the first card, and ends with the register."""
    terminal = ProcessTerminal(lambda: start_simulated(folder / TERMINAL_FOLDER))
    try:
        yield terminal
    finally:
        terminal.close()


def _open_or_salvage(folder: Path, clock: Clock) -> tuple[Journal, Salvaged | None]:
    """The journal; a damaged one is moved aside first, and what it proves goes on in a new one under a new epoch."""
    check_place(folder)
    device = read_device(folder)
    finish_interrupted(folder)
    try:
        return open_journal(folder, clock), None
    except DatabaseDamaged:
        from channel_db.salvage.salvaging import salvage_journal  # noqa: PLC0415 - no other start needs it

        salvaged = salvage_journal(
            folder,
            clock,
            device.register_name,
            device.epoch,
            lambda epoch: write_device(folder, replace(device, epoch=epoch)),
        )
        return open_journal(folder, clock), salvaged


def _open_when_ready(folder: Path, clock: Clock, seconds: float) -> Catalog:
    """The catalogue; where it is damaged, the agent is given so much time to make it anew."""
    end = time.monotonic() + seconds
    while True:
        try:
            return open_catalog(folder, clock, writer=False)
        except CatalogNotReady:
            if time.monotonic() >= end:
                raise
        time.sleep(CATALOG_LOOK_SECONDS)


@contextmanager
def open_console(
    folder: Path,
    *,
    clock_file: Path | None = None,
    seed: int | None = None,
    waits: Waits = Waits(),
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
        waits=waits,
    ) as session:
        if resume_user:
            session.resume_user()
        dispatcher = Dispatcher(session, REGISTRY)
        dispatcher.clear_up()
        yield Console(session, dispatcher, sorted(REGISTRY))


def build_desk(
    folder: Path,
    *,
    clock_file: Path | None = None,
    seed: int | None = None,
    with_agent: bool = True,
    printer: Printer | None = None,
) -> RegisterDesk:
    """The register for the window: deliveries on a thread of their own, the agent as its child.

    `close` of the desk ends and gives back everything.

    Raises:
        StorageError: it is not enrolled, open already, or a file cannot be opened.
    """
    with ExitStack() as undo:
        agent = None
        if with_agent:
            options = [] if clock_file is None else ["--clock", str(clock_file)]
            agent = AgentProcess(lambda: AgentChild(folder, options), time.monotonic)
            undo.callback(agent.end)
        session = undo.enter_context(
            opened_session(
                folder,
                clock=make_clock(clock_file),
                randomness=make_randomness(seed),
                waits=Waits(catalog_seconds=CATALOG_SECONDS if with_agent else 0.0),
                make_courier=_threaded_courier,
                devices=Devices(printer),
                ask_agent=None if agent is None else agent.nudge,
            )
        )
        if clock_file is None:
            session.compare_clock_with(machine_uptime)
        watch = agent.watch if agent is not None else (lambda: None)
        return RegisterDesk(session, REGISTRY, resource(*DELIVERED_LAYOUT), watch, undo.pop_all().close)


def _threaded_courier(journal: Journal, real_time: RealTime, clock: Clock) -> ThreadedCourier:
    return ThreadedCourier(journal, real_time, clock, ThreadPoolExecutor(1, thread_name_prefix="courier"))
