"""The sync agent as the register's child: started, started again with growing pauses if it dies, ended with it."""

import contextlib
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

RESTART_SECONDS = 1.0
RESTART_SECONDS_MAX = 60.0
HEALTHY_SECONDS = 30.0
END_SECONDS = 5.0


class Process(Protocol):
    """A child process as far as it is used here."""

    def poll(self) -> int | None: ...

    def end(self) -> None: ...

    def nudge(self) -> None: ...


class AgentProcess:
    """Keeps one agent running. `watch` is called now and then, by the lane; it never waits.

    Units: `monotonic` in seconds.
    """

    def __init__(self, start: Callable[[], Process], monotonic: Callable[[], float]) -> None:
        self._start = start
        self._monotonic = monotonic
        self._pause = RESTART_SECONDS
        self._process: Process | None = start()
        self._started_at = monotonic()
        self._start_again_at = 0.0

    def watch(self) -> None:
        """Notice that the agent died, and start it again when its pause is over."""
        now = self._monotonic()
        if self._process is not None and self._process.poll() is not None:
            if now - self._started_at >= HEALTHY_SECONDS:
                self._pause = RESTART_SECONDS
            self._process = None
            self._start_again_at = now + self._pause
            self._pause = min(2 * self._pause, RESTART_SECONDS_MAX)
        if self._process is None and now >= self._start_again_at:
            self._process = self._start()
            self._started_at = now

    def nudge(self) -> None:
        """Ask the agent to carry now; one that is down is started at once."""
        if self._process is None:
            self._start_again_at = self._monotonic()
            self.watch()
        elif self._process.poll() is None:
            self._process.nudge()

    def end(self) -> None:
        """End the agent with the register."""
        if self._process is not None:
            self._process.end()
            self._process = None


class AgentChild:
    """`python -m sync_agent --with-parent` on a data folder; it ends by itself when this process does."""

    def __init__(self, folder: Path, options: Sequence[str] = ()) -> None:
        command = [sys.executable, "-m", "sync_agent", "--data", str(folder), *options, "--with-parent"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def poll(self) -> int | None:
        """Its status, or None while it runs."""
        return self._process.poll()

    def nudge(self) -> None:
        """Say `sync` on its standard input."""
        if self._process.stdin is not None:
            # A pipe that is broken means that it is dying; `watch` will see it.
            with contextlib.suppress(OSError):
                self._process.stdin.write(b"sync\n")
                self._process.stdin.flush()

    def end(self) -> None:
        """Close its input, which ends it; kill it where it does not."""
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(END_SECONDS)
