"""Room on the disk for the sale that is open: a reserve beside the journal that is given up when it is needed."""

import errno
import os
import shutil
from pathlib import Path

from channel_db.errors import DiskFull, DiskTrouble

RESERVE = "journal.reserve"
RESERVE_BYTES = 8 * 1024 * 1024
"""Some hundred sales; the journal's log alone grows to 4 MB before it is used again."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)

FREE_BYTES_MIN = 2 * 1024 * 1024
"""Below this a new sale is refused although the reserve stands: it is for the sale that is open."""


def check(folder: Path, reserve_bytes: int = RESERVE_BYTES, free_bytes_min: int = FREE_BYTES_MIN) -> None:
    """Prove that a sale can be kept, by keeping the reserve.

    Raises:
        DiskFull: too little is free, or the reserve cannot be made.
        DiskTrouble: the disk does not do what it is asked.
    """
    reserve = folder / RESERVE
    try:
        held = reserve.stat().st_size if reserve.exists() else 0
        if shutil.disk_usage(folder).free < free_bytes_min + max(reserve_bytes - held, 0):
            raise DiskFull
        if held < reserve_bytes:
            _fill(reserve, reserve_bytes)
    except OSError as fault:
        reserve.unlink(missing_ok=True)
        raise (DiskFull() if says_full(fault) else DiskTrouble()) from fault


def says_full(fault: OSError) -> bool:
    """The system says that there is no room."""
    return fault.errno in _NO_ROOM


def is_full(folder: Path) -> bool:
    """Not even a few pages are free."""
    return shutil.disk_usage(folder).free < 64 * 1024


def release(folder: Path) -> bool:
    """Give the reserve up; False if there was none."""
    reserve = folder / RESERVE
    stood = reserve.exists()
    reserve.unlink(missing_ok=True)
    return stood


def _fill(reserve: Path, size: int) -> None:
    # Real bytes: a file with holes would promise room that is not there.
    with reserve.open("wb") as file:
        block = os.urandom(1024 * 1024)
        for at in range(0, size, len(block)):
            file.write(block[: size - at])
        file.flush()
        os.fsync(file.fileno())
