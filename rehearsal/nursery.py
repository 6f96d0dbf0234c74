"""Starts our programs in a moment: each is forked from one process that has imported all of them already.

What runs is the same program with the same arguments, in a process of its own; only the imports are shared. Where
a system cannot do this (anything but Linux), programs are started the ordinary way.
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
import time
from collections.abc import Iterator, Sequence
from typing import IO

from rehearsal.children import CHECKOUT

IMPORTED = ("headquarters.bootstrap", "headquarters.commands", "sync_agent.bootstrap", "pos_app.bootstrap")
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
            _become(json.loads(wish), files)
            return
        for each in files:
            os.close(each)
        line.send(str(pid).encode())


def _become(wish: list[str], files: Sequence[int]) -> None:
    """Be the program wished for, with these files as standard input, output and errors."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for target, each in enumerate(files):
        os.dup2(each, target)
        os.close(each)
    sys.stdin, sys.stdout = os.fdopen(0, closefd=False), os.fdopen(1, "w", closefd=False)
    sys.argv = wish
    runpy.run_module(wish[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
