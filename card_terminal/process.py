"""A terminal that is a process of its own, spoken to in lines of JSON; the simulated one is started so."""

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from card_terminal.port import TerminalSilent
from retail.cards import CardAnswer, CardPayment, read_answer

ANSWER_SECONDS = 90.0
STATUS_SECONDS = 5.0
END_SECONDS = 5.0
FOLDER = "card-terminal"


class Process(Protocol):
    """A terminal's process as far as it is used here; `subprocess.Popen` is one."""

    @property
    def stdin(self) -> IO[bytes] | None: ...
    @property
    def stdout(self) -> IO[bytes] | None: ...
    def poll(self) -> int | None: ...
    def kill(self) -> None: ...
    def wait(self, timeout: float) -> object: ...


def start_simulated(folder: Path) -> Process:
    """`python -m card_terminal.simulated`; it ends by itself when this process does."""
    command = [sys.executable, "-m", "card_terminal.simulated", str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


@dataclass(frozen=True, slots=True)
class TerminalWaits:
    """How long a terminal is waited for: while a customer holds a card to it, and for what it knows already."""

    answer_seconds: float = ANSWER_SECONDS
    status_seconds: float = STATUS_SECONDS


class ProcessTerminal:
    """A terminal that speaks lines of JSON. Its process starts when it is first asked, and again where it died."""

    def __init__(self, start: Callable[[], Process], waits: TerminalWaits = TerminalWaits()) -> None:
        self._start = start
        self._waits = waits
        self._process: Process | None = None
        self._answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._asked = 0

    def ask(self, payment: CardPayment) -> CardAnswer:
        """Do what the payment says.

        Raises:
            TerminalSilent: no answer came in time.
        """
        question = {
            "do": payment.ask, "reference": payment.reference, "amount_minor": payment.amount_minor,
            "currency": payment.currency, "token": payment.token, "at": payment.at,
        }  # fmt: skip
        return self._answer(question, self._waits.answer_seconds)

    def status(self, reference: str) -> CardAnswer:
        """What became of a reference.

        Raises:
            TerminalSilent: no answer came in time.
        """
        return self._answer({"do": "status", "reference": reference}, self._waits.status_seconds)

    def reverse(self, reference: str) -> CardAnswer:
        """Undo what was done under a reference.

        Raises:
            TerminalSilent: no answer came in time.
        """
        return self._answer({"do": "reverse", "reference": reference}, self._waits.status_seconds)

    def cancel(self) -> None:
        """Ask the terminal to give up what it is doing; one that is not there has nothing to give up."""
        process = self._process
        if process is not None:
            with contextlib.suppress(TerminalSilent):
                self._say(process, {"do": "cancel"})

    def close(self) -> None:
        """End it with the register: its input is closed, and it is killed where that does not do."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(END_SECONDS)
        self._reader.join()
        if process.stdout is not None:
            process.stdout.close()

    def _answer(self, question: dict[str, Any], seconds: float) -> CardAnswer:
        self._asked += 1
        number, process = self._asked, self._running()
        self._say(process, {**question, "id": number})
        while True:
            try:
                said = self._answers.get(timeout=seconds)
            except queue.Empty:
                raise TerminalSilent(f"no answer within {seconds:g} s") from None
            if said is None:
                self.close()
                raise TerminalSilent("the terminal went away")
            # An answer that came too late for its own question is none to this one.
            if said.get("id") == number:
                return read_answer(str(question["reference"]), said)

    def _running(self) -> Process:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._process, self._answers = self._start(), queue.Queue()
        assert self._process.stdout is not None  # noqa: S101 -- a pipe was asked for
        self._reader = threading.Thread(
            target=_read, args=(self._process.stdout, self._answers), name="card-terminal", daemon=True
        )
        self._reader.start()
        return self._process

    def _say(self, process: Process, words: dict[str, Any]) -> None:
        assert process.stdin is not None  # noqa: S101 -- a pipe was asked for
        try:
            process.stdin.write(json.dumps(words).encode() + b"\n")
            process.stdin.flush()
        except (OSError, ValueError) as broken:
            raise TerminalSilent("the terminal is not there") from broken


def _read(pipe: IO[bytes], answers: "queue.Queue[dict[str, Any] | None]") -> None:
    with contextlib.suppress(ValueError, OSError):  # closed while reading
        for line in pipe:
            with contextlib.suppress(ValueError):
                said = json.loads(line)
                if isinstance(said, dict):
                    answers.put(said)
    answers.put(None)
