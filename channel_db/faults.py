"""Turns SQLite's errors into ours: trouble of the machine calmly, our own mistakes with their statement in the log."""

import logging
from collections.abc import Callable
from pathlib import Path

from channel_db.errors import DatabaseBusy, DiskFull, DiskTrouble, StorageBug, StorageError
from channel_db.room import is_full

_log = logging.getLogger(__name__)

_TROUBLE: dict[int, type[DatabaseBusy] | type[DiskFull] | type[DiskTrouble]] = {
    3: DiskTrouble,  # SQLITE_PERM
    5: DatabaseBusy,  # SQLITE_BUSY
    6: DatabaseBusy,  # SQLITE_LOCKED
    8: DiskTrouble,  # SQLITE_READONLY
    10: DiskTrouble,  # SQLITE_IOERR
    13: DiskFull,  # SQLITE_FULL
    14: DiskTrouble,  # SQLITE_CANTOPEN
}
"""SQLite's result codes that are not our fault."""

_DAMAGED = (11, 26)  # SQLITE_CORRUPT, SQLITE_NOTADB


def explain(
    fault: BaseException, statement: str | None, file: Path, damaged: Callable[[Path], StorageError]
) -> None:
    """Raise what the driver's error about a statement means; one that is not SQLite's is left as it is.

    Raises:
        StorageError: the machine is in trouble.
        StorageBug: we are wrong.
    """
    code = getattr(fault, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return
    code &= 0xFF
    trouble = _TROUBLE.get(code)
    if trouble is DiskTrouble and is_full(file.parent):
        # SQLite calls it an I/O error when the index of the log finds no room.
        trouble = DiskFull
    if trouble is not None or code in _DAMAGED:
        _log.warning("%s: %s", file.name, fault)
        raise (damaged(file) if trouble is None else trouble()) from fault
    # The values stay out of the log: they are names of customers and amounts.
    _log.error("%s refused a statement: %s: %s", file.name, fault, statement)
    raise StorageBug(f"{file.name}: {fault}: {statement}") from fault
