"""A shop whose lines break and whose agents die, as a seed wills: what replays of real books run on."""

import hashlib
import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rehearsal.network import LineMode
from rehearsal.shop import Staff
from rehearsal.stage import Register, Stage

KILL_SECONDS = 0.5
"""An agent with nothing to send is killed after this time."""

TRIES = 6
"""So often something that needs headquarters is tried: on a busy machine it answers late over a whole line, too."""

JOBS = ("p-job", "synchronize-customers", "synchronize-orders", "1010")
MODES = (*[LineMode.OFFLINE, LineMode.LOSE_REPLY, LineMode.ERROR] * 3, LineMode.SLOW)
"""A slow line is rarer: every call over it costs the whole time a register waits."""


class EntryFailed(Exception):
    """A register would not take what a real shop did; the text says what and why."""


class TroubledShop:
    """The registers of a stage at work: which one is used, which line breaks, which agent dies, all by the seed."""

    def __init__(self, stage: Stage, seed: int, cashier: Staff) -> None:
        self.stage = stage
        self.trace = hashlib.sha256()
        self.breaks = self.kills = self.waits = 0
        self.random = random.Random(seed)
        for register in stage.registers.values():
            must(register, "user.sign_in", user=cashier.user, pin=cashier.pin)
            must(register, "shift.open", start="0")

    def one_of(self, names: Sequence[str]) -> Register:
        """The register that somebody goes to, of these."""
        return self.stage.registers[self.random.choice(names)]

    def at(self, moment: datetime) -> None:
        """Put every clock to this moment; time never goes back."""
        if moment > self.stage.clock.now():
            self.stage.clock.set(moment)

    def trouble(self, register: Register, what: str) -> None:
        """Before `what` is done at a register: let something go wrong there, or be put right."""
        disturbed = self._disturb(register)
        self.trace.update(f"{what} {register.name} {register.line.mode} {disturbed}\n".encode())

    def connect(self, register: Register) -> None:
        """Bring one line back and everything of its register to headquarters and back, as *Sync now* does."""
        register.line.mode = LineMode.ONLINE
        while register.carry("push").get("sent"):
            pass
        for name in JOBS:
            self.stage.office.run_job(name)
        register.carry("pull")

    def connected(
        self, register: Register, operation: str, approver: Staff | None = None, **params: Any
    ) -> dict[str, Any]:
        """Have an operation done; what headquarters is needed for waits until the line is back.

        Raises:
            EntryFailed: it was not done with the line there either.
        """
        for _ in range(TRIES - 1):
            try:
                return must(register, operation, approver, **params)
            except EntryFailed:
                self.waits += 1
                self.connect(register)
        return must(register, operation, approver, **params)

    def settle(self) -> None:
        """Bring every line back and let everything arrive, as at the end of a day.

        Raises:
            EntryFailed: something still waits at a register afterwards.
        """
        for register in self.stage.registers.values():
            register.line.mode = LineMode.ONLINE
            while register.carry("push").get("sent"):
                pass
        for name in JOBS:
            self.stage.office.run_job(name)
        for register in self.stage.registers.values():
            register.carry("pull")
            left = register.view("outbox")
            if left["waiting"] or left["attention"]:
                raise EntryFailed(f"{register.name} still holds {left}")

    def _disturb(self, register: Register) -> str:
        """Let something go wrong, or be put right, as the seed wills; what it was."""
        chance = self.random.random()
        if chance < 0.25:
            up = register.line.mode is LineMode.ONLINE
            register.line.mode = self.random.choice(MODES) if up else LineMode.ONLINE
            self.breaks += up
            return "the line"
        if chance < 0.32:
            register.kill_agent_while("push", KILL_SECONDS)
            self.kills += 1
            return "a killed agent"
        if chance < 0.55:
            register.carry("push")
            return "a push"
        if chance < 0.60:
            job = self.random.choice(JOBS)
            self.stage.office.run_job(job)
            return job
        if chance < 0.63:
            register.carry("pull")
            return "a pull"
        return "nothing"


def must(register: Register, operation: str, approver: Staff | None = None, **params: Any) -> dict[str, Any]:
    """Ask the register for an operation that it has to do; the approver is fetched where it needs one.

    Raises:
        EntryFailed: it did not; in its own words.
    """
    answer = register.do(operation, params)
    if approver is not None and answer.get("outcome") == "needs_approval":
        answer = register.do(operation, params, approver)
    if answer.get("outcome") != "done":
        raise EntryFailed(f"{operation} {params}: {answer.get('outcome')}: {answer.get('words')}")
    return answer.get("values") or {}


def discard(register: Register) -> None:
    """Take the open sale away, with its payments."""
    for tender in register.view("cart")["tenders"]:
        register.do("tender.void", {"number": tender["number"]})
    register.do("transaction.void", {})
