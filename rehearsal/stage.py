"""What one file plays on: a folder, a clock, headquarters, and registers with their lines and agents."""

import contextlib
import json
import random
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rehearsal.children import Child, ChildFailed, Start, spawn
from rehearsal.network import BrokenLine
from rehearsal.office import Office
from rehearsal.shop import Staff
from retail.clock import ReadClock
from sync_agent.enrolment import enrol

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
"""A Monday morning; a rehearsal's time moves only by its own steps."""

PATIENT_SECONDS = 30.0
"""How long a register waits for headquarters: on a busy machine, too, only the line decides what it hears."""

QUICK_SECONDS = 1.5
"""The same where the line is slow for a while: so long the register then really waits, and each answer takes twice."""


class NotShown(Exception):
    """The register does not know what was asked to be seen; the text is its words."""


class ClockFile:
    """The one clock of a rehearsal, in a file that every program reads."""

    def __init__(self, path: Path, start: datetime = START) -> None:
        self.path = path
        self.set(start)

    def set(self, moment: datetime) -> None:
        """Put every clock to this moment, at once and as a whole."""
        fresh = self.path.with_suffix(".new")
        fresh.write_text(moment.isoformat(), encoding="utf-8")
        fresh.replace(self.path)
        self._moment = moment

    def move(self, by: timedelta) -> None:
        self.set(self._moment + by)

    def now(self) -> datetime:
        return self._moment


class Register:
    """One enrolled register: its line, its agent and its core, each a process of its own."""

    def __init__(
        self,
        name: str,
        folder: Path,
        clock: ClockFile,
        line: BrokenLine,
        seed: int,
        start: Start = spawn,
        real_time_seconds: float = QUICK_SECONDS,
    ) -> None:
        self.name = name
        self.folder = folder
        self.line = line
        self._clock = clock
        self._seed = seed
        self._begin = start
        self._real_time_seconds = real_time_seconds
        self._starts = 0
        self._core: Child | None = None
        self._agent: Child | None = None

    def enrol(self, code: str) -> None:
        self.folder.mkdir(parents=True)
        enrol(self.line.url, code, self.folder, ReadClock(self._clock.now))

    def start_agent(self) -> None:
        self._agent = self._child("sync_agent", "--steps")

    def start_core(self, *options: str) -> None:
        waits = ("--real-time-seconds", str(self._real_time_seconds), "--reconnect-seconds", "0")
        self._core = self._child("pos_app.console", *waits, *options)

    def kill_core(self, *options: str) -> None:
        """SIGKILL the register's core and start it again; the same user goes on."""
        assert self._core is not None  # noqa: S101 -- started with the stage
        self._core.kill()
        self.start_core("--resume-user", *options)

    def kill_agent(self) -> None:
        """SIGKILL the agent and start it again."""
        assert self._agent is not None  # noqa: S101 -- started with the stage
        self._agent.kill()
        self.start_agent()

    def carry(self, step: str) -> dict[str, Any]:
        """One step of the agent: push, pull or sync."""
        assert self._agent is not None  # noqa: S101 -- started with the stage
        return self._agent.ask(step)

    def begin_carrying(self, step: str) -> None:
        """Have the agent do a step, and do not wait for what comes of it."""
        assert self._agent is not None  # noqa: S101 -- started with the stage
        self.line.expect_request()
        self._agent.say(step)

    def carried(self) -> dict[str, Any]:
        """What came of the step that was begun."""
        assert self._agent is not None  # noqa: S101 -- started with the stage
        done: dict[str, Any] = json.loads(self._agent.line())
        return done

    def kill_core_while(self, operation: str, seconds: float) -> None:
        """SIGKILL the register in the middle of an operation: once it asks headquarters.

        Raises:
            NotShown: it did not ask in this time.
        """
        assert self._core is not None  # noqa: S101 -- started with the stage
        self.line.expect_request()
        self._core.say(json.dumps({"do": operation}))
        if not self.line.wait_for_request(seconds):
            raise NotShown(f"{operation} asked nothing of headquarters")
        self.kill_core()

    def kill_agent_while(self, step: str, seconds: float) -> None:
        """SIGKILL the agent in the middle of a step: once it asks headquarters, or after this time."""
        assert self._agent is not None  # noqa: S101 -- started with the stage
        self.begin_carrying(step)
        self.line.wait_for_request(seconds)
        self.kill_agent()

    def do(self, operation: str, params: Mapping[str, Any], approver: Staff | None = None) -> dict[str, Any]:
        """One operation through the register's dispatcher."""
        question: dict[str, Any] = {"do": operation, "params": dict(params)}
        if approver is not None:
            question["approval"] = {"user": approver.user, "pin": approver.pin}
        return self._ask(question)

    def view(self, name: str, **which: str) -> dict[str, Any]:
        """What the register shows: cart, order, customer, outbox, shift, sync, operations.

        Raises:
            NotShown: it knows nothing of the kind.
        """
        shown = self._ask({"view": name, **which})
        if shown.get("outcome") == "error":
            raise NotShown(str(shown.get("words")))
        return shown

    def end(self) -> None:
        """Take everything away at once: nobody will look at this register again."""
        for child in (self._core, self._agent):
            if child is not None:
                child.kill()
        self.line.close()

    def _ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        assert self._core is not None  # noqa: S101 -- started with the stage
        return self._core.ask(question)

    def _child(self, module: str, *options: str) -> Child:
        # The same seed and the same clock would make the same ids again: every start has a seed of its own.
        self._starts += 1
        seed = str(self._seed + self._starts)
        common = ("--data", self.folder, "--clock", self._clock.path, "--seed", seed)
        return Child(module, (*common, *options), self.folder / f"{module}.log", self._begin)


class Stage:
    """A retailer at work on this machine, as its document says; `title` makes its seeds."""

    def __init__(
        self,
        folder: Path,
        retailer: Mapping[str, Any],
        title: str,
        start: datetime = START,
        begin: Start = spawn,
        real_time_seconds: float = QUICK_SECONDS,
        options: tuple[str, ...] = (),
    ) -> None:
        self._begin = begin
        self._real_time_seconds = real_time_seconds
        self.folder = folder
        self.clock = ClockFile(folder / "clock.txt", start)
        self.registers: dict[str, Register] = {}
        self._seeds = random.Random(zlib.crc32(title.encode()))
        with contextlib.ExitStack() as undo:
            self.office = Office(
                folder / "headquarters",
                "administrator-of-the-rehearsal",
                ("--clock", self.clock.path, "--no-schedule", *options),
                self._seeds.getrandbits(32),
                begin,
            )
            undo.callback(self.office.kill)
            self.office.load_retailer(retailer)
            for each in retailer["registers"]:
                register = self._registered(str(each["register"]))
                undo.callback(register.end)
                register.enrol(self.office.enrolment_code(register.name))
                register.start_agent()
                register.start_core()
            for register in self.registers.values():
                first = register.carry("pull")
                if not first.get("reached"):
                    raise ChildFailed(f"{register.name} could not pull: {first.get('words', first)}")
            self._undo = undo.pop_all()

    def kill_office(self) -> None:
        """SIGKILL headquarters, start it again, and lead every line to it."""
        self.office.restart_killed()
        for register in self.registers.values():
            register.line.target = self.office.url

    def close(self) -> None:
        self._undo.close()

    def _registered(self, name: str) -> Register:
        line = BrokenLine(self.office.url, 2 * self._real_time_seconds)
        seed = self._seeds.getrandbits(32)
        self.registers[name] = Register(
            name, self.folder / name, self.clock, line, seed, self._begin, self._real_time_seconds
        )
        return self.registers[name]


@contextlib.contextmanager
def staged(
    folder: Path,
    retailer: Mapping[str, Any],
    title: str,
    start: datetime = START,
    begin: Start = spawn,
    real_time_seconds: float = QUICK_SECONDS,
    options: tuple[str, ...] = (),
) -> Iterator[Stage]:
    """A stage that leaves no process behind; `options` are those of its headquarters."""
    stage = Stage(folder, retailer, title, start, begin, real_time_seconds, options)
    try:
        yield stage
    finally:
        stage.close()
