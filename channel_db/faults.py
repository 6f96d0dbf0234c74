"""Turns SQLite's errors into ours: trouble of the machine calmly, our own mistakes with their statement in the log."""

import logging
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import ExceptionContext

from channel_db.errors import DatabaseBusy, DatabaseDamaged, DiskFull, DiskTrouble, StorageBug, StorageError

_log = logging.getLogger(__name__)

_TROUBLE: dict[int, Callable[[Path], StorageError]] = {
    3: lambda file: DiskTrouble(),  # SQLITE_PERM
    5: lambda file: DatabaseBusy(),  # SQLITE_BUSY
    6: lambda file: DatabaseBusy(),  # SQLITE_LOCKED
    8: lambda file: DiskTrouble(),  # SQLITE_READONLY
    10: lambda file: DiskTrouble(),  # SQLITE_IOERR
    11: DatabaseDamaged,  # SQLITE_CORRUPT
    13: lambda file: DiskFull(),  # SQLITE_FULL
    14: lambda file: DiskTrouble(),  # SQLITE_CANTOPEN
    26: DatabaseDamaged,  # SQLITE_NOTADB
    10 | 19 << 8: lambda file: DiskFull(),  # SQLITE_IOERR_SHMSIZE: the log's index found no room
}
"""SQLite's result codes that are not our fault; an extended code goes before its primary one."""


def explain(context: ExceptionContext, file: Path) -> None:
    """Raise what the driver's error means. SQLAlchemy calls it for every statement that failed.

    Raises:
        StorageError: the machine is in trouble.
        StorageBug: we are wrong.
    """
    fault = context.original_exception
    code = getattr(fault, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return
    trouble = _TROUBLE.get(code) or _TROUBLE.get(code & 0xFF)
    if trouble is not None:
        _log.warning("%s: %s", file.name, fault)
        raise trouble(file) from fault
    # The values stay out of the log: they are names of customers and amounts.
    _log.error("%s refused a statement: %s: %s", file.name, fault, context.statement)
    raise StorageBug(f"{file.name}: {fault}: {context.statement}") from fault
