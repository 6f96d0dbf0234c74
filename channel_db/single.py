"""One owner at a time: a lock of the operating system on a file, gone by itself when its process ends."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from channel_db.errors import AlreadyOpen, DatabaseBusy

REGISTER_LOCK = "register.lock"
AGENT_LOCK = "agent.lock"

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


class Lock:
    """A held lock; it is released by `release`, or by the end of the process however that comes."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Let the next one in. The file stays: removing it would let two in."""
        os.close(self._descriptor)


def take(folder: Path, name: str, what: str) -> Lock:
    """Become the only `what` of this data folder.

    Raises:
        AlreadyOpen: another one is open.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = _open(folder / name)
    if not _try_lock(descriptor):
        os.close(descriptor)
        raise AlreadyOpen(what, folder)
    return Lock(descriptor)


@contextmanager
def waiting_turn(file: Path, seconds: float) -> Iterator[None]:
    """Hold the lock for the body, after at most `seconds` of waiting for it.

    Raises:
        DatabaseBusy: it was not free in time.
    """
    descriptor = _open(file)
    try:
        end = time.monotonic() + seconds
        while not _try_lock(descriptor):
            if time.monotonic() > end:
                raise DatabaseBusy
            time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


def _open(file: Path) -> int:
    return os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
