"""Starts our programs in a moment: each is forked from one process that has imported all of them already.

What runs is the same program with the same arguments, in a process of its own; only the imports are shared, and the
empty books of a new headquarters, which its migrations made once, and PINs are hashed at little cost. Where a system
cannot do this (anything but Linux), programs are started the ordinary way.
"""

import contextlib
import importlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from argon2 import PasswordHasher

from headquarters.database import FILE_NAME, open_database
from headquarters.people import service as people
from rehearsal.children import CHECKOUT

IMPORTED = (
    "headquarters.commands", "headquarters.importing.command", "uvicorn.loops.auto", "uvicorn.lifespan.off",
    "anyio._backends._asyncio", "sync_agent.enrolment", "sync_agent.schedule", "sync_agent.steps",
    "pos_app.bootstrap", "channel_db.upgrade", "babel.numbers",
)  # fmt: skip
READY_SECONDS = 60.0
MESSAGE_MAX = 64 * 1024


class Forked:
    """A program that the nursery started; looks like a `subprocess.Popen` as far as a rehearsal uses one."""

    def __init__(self, pid: int, stdin: IO[str], stdout: IO[str]) -> None:
        self.pid = pid
        self.stdin = stdin
        self.stdout = stdout
        self.returncode: int | None = None

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def terminate(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)

    def wait(self, timeout: float) -> None:
        """Wait until the process is gone; its status is not known here.

        Raises:
            subprocess.TimeoutExpired: it is still there.
        """
        until = time.monotonic() + timeout
        while True:
            try:
                os.kill(self.pid, 0)
            except ProcessLookupError:
                return
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            time.sleep(0.002)


class Nursery:
    """The process that forks, and the line to it."""

    def __init__(self, process: "subprocess.Popen[bytes]", line: socket.socket) -> None:
        self._process = process
        self._line = line
        line.settimeout(READY_SECONDS)
        line.recv(MESSAGE_MAX)

    def start(self, module: str, arguments: Sequence[str], errors: IO[bytes]) -> Forked:
        """Run `python -m MODULE ARGUMENTS` in a fresh process."""
        their_in, our_in = os.pipe()
        our_out, their_out = os.pipe()
        wish = json.dumps([module, *arguments]).encode()
        socket.send_fds(self._line, [wish], [their_in, their_out, errors.fileno()])
        os.close(their_in)
        os.close(their_out)
        pid = int(self._line.recv(MESSAGE_MAX))
        return Forked(
            pid,
            os.fdopen(our_in, "w", encoding="utf-8"),
            os.fdopen(our_out, encoding="utf-8", errors="replace"),
        )

    def close(self) -> None:
        self._line.close()
        self._process.wait(READY_SECONDS)


@contextlib.contextmanager
def opened_nursery() -> Iterator[Nursery | None]:
    """A nursery for as long as the body runs; None where there can be none."""
    if not sys.platform.startswith("linux"):
        yield None
        return
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        command = [sys.executable, "-m", "rehearsal.nursery", str(theirs.fileno())]
        process = subprocess.Popen(
            command,
            cwd=CHECKOUT,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    nursery = Nursery(process, ours)
    try:
        yield nursery
    finally:
        nursery.close()


def serve(line: socket.socket) -> None:
    """Fork a program for every wish, until nobody is there to wish any more."""
    for name in IMPORTED:
        importlib.import_module(name)
    books = _empty_books()
    # The PINs of a rehearsal stand in its file: hashed dearly for each file, they took as long as a sale does.
    people.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    sys.modules.pop("pos_app.console", None)  # what is run as a program must not count as imported
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them, so none may stay behind
    line.send(b"ready")
    while True:
        wish, files, _, _ = socket.recv_fds(line, MESSAGE_MAX, 3)
        if not wish:
            return
        pid = os.fork()
        if pid == 0:
            line.close()
            _become(json.loads(wish), files, books)
            return
        for each in files:
            os.close(each)
        line.send(str(pid).encode())


def _empty_books() -> bytes:
    """The file of a headquarters that was opened for the first time."""
    with tempfile.TemporaryDirectory() as folder:
        open_database(Path(folder)).close()
        return (Path(folder) / FILE_NAME).read_bytes()


def _lay_out_books(arguments: list[str], books: bytes) -> None:
    """Give a headquarters that has no books yet its empty ones."""
    folder = Path(arguments[arguments.index("--data") + 1])
    if folder.is_dir() and not (folder / FILE_NAME).exists():
        (folder / FILE_NAME).write_bytes(books)


def _become(wish: list[str], files: Sequence[int], books: bytes) -> None:
    """Be the program wished for, with these files as standard input, output and errors."""
    if wish[0] == "headquarters":
        _lay_out_books(wish, books)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for target, each in enumerate(files):
        os.dup2(each, target)
        os.close(each)
    sys.stdin, sys.stdout = os.fdopen(0, closefd=False), os.fdopen(1, "w", closefd=False)
    sys.argv = wish
    runpy.run_module(wish[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
