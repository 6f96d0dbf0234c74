"""The programs of a rehearsal as child processes: started, asked with a deadline, killed, ended."""

import contextlib
import json
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Protocol, TypeAlias

CHECKOUT = Path(__file__).resolve().parent.parent
ANSWER_SECONDS = 60.0
END_SECONDS = 10.0


class ChildFailed(Exception):
    """A program did not answer as it should; the text says which, and its last words."""


class Process(Protocol):
    """A process as far as a rehearsal uses one; `subprocess.Popen` is one."""

    @property
    def pid(self) -> int: ...
    @property
    def returncode(self) -> int | None: ...
    @property
    def stdin(self) -> IO[str] | None: ...
    @property
    def stdout(self) -> IO[str] | None: ...
    def kill(self) -> None: ...
    def terminate(self) -> None: ...
    def wait(self, timeout: float) -> object: ...


Start: TypeAlias = Callable[[str, Sequence[str], IO[bytes]], Process]
"""Runs `python -m MODULE ARGUMENTS` with pipes, and its errors into a file."""


def spawn(module: str, arguments: Sequence[str], errors: IO[bytes]) -> Process:
    """Start a program the ordinary way."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
        cwd=CHECKOUT, text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip


class Child:
    """One program of ours, run as `python -m MODULE`; its errors go to a log file beside its data."""

    def __init__(self, module: str, arguments: Sequence[str | Path], log: Path, start: Start = spawn) -> None:
        self.name = module
        self._log = log
        with log.open("ab") as errors:
            self._process = start(module, [str(each) for each in arguments], errors)
        self._lines: queue.Queue[str | None] = queue.Queue()
        assert self._process.stdout is not None  # noqa: S101 -- a pipe was asked for
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Its number among the processes of this machine."""
        return self._process.pid

    def line(self, seconds: float = ANSWER_SECONDS) -> str:
        """The next line the program prints.

        Raises:
            ChildFailed: it ended, or printed nothing in time.
        """
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            raise ChildFailed(
                f"{self.name} did not answer within {seconds:g} s{self._last_words()}"
            ) from None
        if line is None:
            self._process.wait(END_SECONDS)
            status = "" if self._process.returncode is None else f" with status {self._process.returncode}"
            raise ChildFailed(f"{self.name} ended{status}{self._last_words()}")
        return line

    def say(self, line: str) -> None:
        """Write one line to the program.

        Raises:
            ChildFailed: it is not there any more.
        """
        assert self._process.stdin is not None  # noqa: S101 -- a pipe was asked for
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError):  # a broken pipe, or one that was closed here
            raise ChildFailed(f"{self.name} is not there any more{self._last_words()}") from None

    def ask(self, question: str | Mapping[str, Any], seconds: float = ANSWER_SECONDS) -> dict[str, Any]:
        """Say one line and give back the answer, one line of JSON.

        Raises:
            ChildFailed: no answer, or none that is JSON.
        """
        self.say(question if isinstance(question, str) else json.dumps(question))
        line = self.line(seconds)
        try:
            answer = json.loads(line)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise ChildFailed(f"{self.name} answered {line.strip()[:200]!r}, which is no JSON object")
        return answer

    def kill(self) -> None:
        """SIGKILL: the program gets no chance to tidy up."""
        self._process.kill()
        self._close()

    def end(self) -> None:
        """Ask the program to end, and kill it where it does not."""
        with contextlib.suppress(OSError):
            self._process.terminate()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._close()

    def _close(self) -> None:
        self._process.wait(END_SECONDS)
        self._reader.join(END_SECONDS)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _read(self, pipe: IO[str]) -> None:
        with contextlib.suppress(ValueError, OSError):  # closed while reading
            for line in pipe:
                self._lines.put(line)
        self._lines.put(None)

    def _last_words(self) -> str:
        words = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return ": " + " | ".join(words[-6:]) if words else ""


def end_on_signals() -> None:
    """Let a request to end this program unwind it, so that everything it started is ended too."""

    def unwind(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), unwind)
