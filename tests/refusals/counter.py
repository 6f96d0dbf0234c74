"""A real register with its window, its agent and headquarters' process, and everything that they hold."""

import random
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from sqlcipher3 import dbapi2

from card_terminal.process import FOLDER as TERMINAL_FOLDER
from channel_db.device import read_device
from channel_db.journal.outbox import OutboxEntry
from headquarters.database import FILE_NAME
from pos_app.binder import Binder
from pos_app.bootstrap import Devices, Waits, opened_session
from pos_app.operations.known import REGISTRY
from pos_app.operations.registry import Done, Refused
from pos_app.register.desk import RegisterDesk
from pos_app.resources import resource
from pos_app.ui.main_window import MainWindow
from pos_app.views import Screen
from rehearsal.network import BrokenLine, LineMode
from rehearsal.stage import PATIENT_SECONDS, ClockFile
from retail.clock import ReadClock
from sync_agent.bootstrap import opened_agent
from sync_agent.enrolment import enrol
from sync_agent.hq_client import HqClient
from sync_agent.line import fresh_nonce
from sync_agent.proving import Reader
from sync_agent.steps import take_step
from tests.fixtures.breakable import PaperTray, TillDrawer
from tests.fixtures.card_terminal import TableTerminal
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.pos_app.inline_lane import InlineLane
from tests.pos_app.ui.hands import Hands
from tests.refusals.retailer import HERE, PIN, RETAILER, THERE, store

Held = dict[str, Any]
"""What there is, by where it lies: the cart, and every table of every database."""
ENROLMENT = "/v1/manage/enrolment-codes"
JOBS = ("synchronize-customers", "synchronize-orders", "1010")


class Line(BrokenLine):
    """A line to headquarters; `modes` are those of the next calls, before `mode` holds again."""

    modes: list[LineMode]

    def __init__(self, target: str) -> None:
        self.modes = []
        super().__init__(target, PATIENT_SECONDS)

    @property
    def mode(self) -> LineMode:
        return self.modes.pop(0) if self.modes else self._mode

    @mode.setter
    def mode(self, mode: LineMode) -> None:
        self._mode = mode


class Till:
    """One register on its own files, which reaches headquarters by a line that can be cut."""

    def __init__(
        self, name: str, folder: Path, clock: ClockFile, office: RunningHeadquarters, undo: ExitStack
    ) -> None:
        self.folder, self.terminal, self.drawer = folder, TableTerminal(), TillDrawer()
        self.line = Line(office.url)
        undo.callback(self.line.close)
        folder.mkdir(parents=True)
        read = ReadClock(clock.now)
        enrol(self.line.url, office.manage("POST", ENROLMENT, {"register": name})["code"], folder, read)
        self._agent = undo.enter_context(
            opened_agent(folder, read, random.Random(name), lambda feed, rows: None)
        )
        self.pull()
        self.session = undo.enter_context(
            opened_session(
                folder,
                clock=read,
                randomness=random.Random(name),
                waits=Waits(PATIENT_SECONDS, 0),
                devices=Devices(PaperTray(), self.terminal, self.drawer),
            )
        )
        self.desk = RegisterDesk(
            self.session, REGISTRY, resource("layouts", "standard.json"), lambda: None, lambda: None
        )
        self.do("user.sign_in", user="cashier", pin=PIN)
        self.do("shift.open")

    def do(self, operation: str, **params: object) -> Mapping[str, Any]:
        """An operation that must be done; the values that came of it."""
        outcome, _ = self.desk.dispatch(operation, params)
        assert isinstance(outcome, Done), (operation, params, outcome)
        return outcome.values

    def pull(self) -> None:
        """Have the agent bring what headquarters has to say."""
        assert take_step(self._agent, "pull").complete

    def push(self) -> None:
        """Have the agent bring what lies in the outbox."""
        assert take_step(self._agent, "push").reached


class Counter:
    """The register of Houston behind its window; Seattle's stands beside it, and headquarters behind both."""

    def __init__(self, folder: Path, window: MainWindow, hands: Hands, undo: ExitStack) -> None:
        self.window, self.hands = window, hands
        self.clock = ClockFile(folder / "clock.txt")
        options = ("--clock", str(self.clock.path), "--no-schedule", "--seed", "1")
        self.office = RunningHeadquarters(folder / "headquarters", options).start()
        undo.callback(self.office.kill)
        self.publish(RETAILER)
        self.here, self.there = [
            Till(f"{name}-1", folder / name, self.clock, self.office, undo) for name in (HERE, THERE)
        ]
        self.binder = Binder(window, self.here.desk, InlineLane(), InlineLane())
        self.binder.start()
        self._known: dict[str, str] = {}
        self.settings: dict[str, Any] = {}
        self._files = {
            name: undo.enter_context(_Rows(file))
            for name, file in {
                "journal": self.here.folder / "journal.db",
                "catalogue": self.here.folder / "catalog.db",
                "headquarters": self.office.folder / FILE_NAME,
                "the other journal": self.there.folder / "journal.db",
            }.items()
        }

    @property
    def session(self) -> Any:
        return self.here.session

    def settle(self, settings: Mapping[str, Any]) -> None:
        """Have these settings of Houston's arrive at its register, where others hold."""
        if settings != self.settings:
            self.settings = dict(settings)
            self.publish({"stores": [store(**settings)]})
            self.here.pull()

    def publish(self, retailer: Mapping[str, Any]) -> None:
        """Have headquarters keep what the document says."""
        self.office.manage("PUT", "/v1/manage/retailer", retailer)

    def decline_next(self) -> None:
        """The next card that headquarters has charged is declined."""
        books = self.office.folder / TERMINAL_FOLDER
        books.mkdir(exist_ok=True)
        (books / "next.txt").write_text("declined", encoding="utf-8")

    def known(self, name: str, make: Callable[["Counter"], str]) -> str:
        """The id of an order that many rows look at, made when the first one does, by the usual settings."""
        if name not in self._known:
            settings = self.settings
            self.settle({})
            self._known[name] = make(self)
            self.settle(settings)
        return self._known[name]

    def reference(self, name: str) -> str:
        """What people call an order that was made by now; nothing for none."""
        known = self.session.finding.order(self._known[name]) if name else None
        return "" if known is None else str(known.reference)

    def assign(self, order: str, line: int, store: str) -> str:
        """What headquarters says when it is asked to give a line to a store."""
        path = f"/v1/manage/orders/{order}/lines/{line}/assign"
        answer = self.office.call("POST", path, {"store": store}, token=self.office.administrator)
        return str(answer.json["detail"])

    def upload(self, entry: OutboxEntry) -> None:
        """Something else than its outbox has reaches headquarters in the name of this register."""
        read = ReadClock(self.clock.now)
        device = read_device(self.here.folder)
        client = HqClient(device, read, fresh_nonce, prover=Reader(self.here.folder, device))
        client.upload([entry])
        client.close()

    def forget(self, names: Iterable[str]) -> None:
        """Have these orders made anew when they are looked at next."""
        for name in names:
            self._known.pop(name, None)

    def clear(self) -> None:
        """No sheet, no open sale, a line that works: where every row begins."""
        for till in (self.here, self.there):
            till.line.mode = LineMode.ONLINE
            till.terminal.next.clear()
            if till.session.user is None or till.session.user.user != "cashier":
                till.do("user.sign_in", user="cashier", pin=PIN)
            if till.session.is_locked:
                till.do("register.unlock", user="cashier", pin=PIN)
            if till.session.shift is None:
                till.do("shift.open")
            till.session.restore()
            if till.session.card_payments:
                till.do("tender.card_check")
            cart = till.session.cart
            for tender in () if cart is None else cart.tenders:
                till.do("tender.void", number=tender.number)
            if cart is not None:
                till.do("transaction.void")
        self.window.sale.close_sheets()
        self.window.sale.strip.clear()
        self.binder.opening.forget_all()

    def read_in(self, language: str, operation: str, params: Mapping[str, object]) -> str:
        """The words of a refusal as somebody reads them who chose this language; nobody keeps that."""
        self.session.chosen_language = language
        outcome, _ = self.here.desk.dispatch(operation, params)
        self.session.chosen_language = ""
        assert isinstance(outcome, Refused), outcome
        return str(outcome.message)

    def cut(self) -> None:
        """Nothing reaches headquarters any more."""
        self.here.line.mode = LineMode.OFFLINE

    def sleep(self) -> None:
        """A night passes."""
        self.clock.move(timedelta(days=1))

    def deliver(self) -> None:
        """Everything arrives everywhere."""
        for till in (self.here, self.there):
            till.push()
        for job in JOBS:
            self.office.job(job)
        for till in (self.here, self.there):
            till.pull()

    def press(self, operation: str, params: Mapping[str, object]) -> str:
        """What the window says when this is asked for."""
        self.window.sale.strip.clear()
        self.binder.dispatch(operation, params)
        return self.words

    def draw(self) -> None:
        """Have the window show the register as it stands."""
        self.binder.show(self.here.desk.view())

    @property
    def words(self) -> str:
        """What the window says now: on the strip, on the sheet in sight, or below the PIN."""
        sale = self.window.sale
        if self.window.screen_shown in (Screen.SIGN_IN, Screen.LOCKED):
            return self.window.sign_in.accessibleDescription()
        return sale.strip.text or ("" if sale.sheet is None else sale.sheet.problem.text())

    def holdings(self) -> Held:
        """Everything that a refusal must leave as it is."""
        session = self.session
        held: Held = {
            "cart": session.cart,
            "session": (session.user, session.is_locked, session.shift, session.history, session.offline_by),
            "terminal": dict(self.here.terminal.states),
            "drawer": self.here.drawer.pulses,
        }
        for place, rows in self._files.items():
            held |= {f"{place}: {table}": content for table, content in rows.all().items()}
        return held


class _Rows:
    """Every row of a database file, as another process sees it."""

    def __init__(self, file: Path) -> None:
        self._connection = dbapi2.connect(f"file:{quote(str(file))}?mode=ro", uri=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self._connection.close()

    def all(self) -> dict[str, list[tuple[Any, ...]]]:
        names = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return {
            name: self._connection.execute(f'SELECT * FROM "{name}"').fetchall()
            for (name,) in names.fetchall()
        }
