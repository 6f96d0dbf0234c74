"""Whether a register's data lies in a place that databases can lie in, and nobody holds their logs up."""

from collections.abc import Iterator
from pathlib import Path

from channel_db.kinds import CATALOG, JOURNAL
from channel_db.place import MOUNTS, elsewhere, is_accepted
from pos_app.findings import Finding, State
from retail.messages import say

LOG_MIB_MAX = 64
MIB = 1024 * 1024


def examine_place(folder: Path, mounts: Path = MOUNTS) -> Finding:
    """Whether the folder lies on a disk of this machine, and no program copies it away."""
    why = elsewhere(folder, mounts)
    if why is None:
        return Finding("data folder", State.WELL, say("{folder} is on this machine", folder=folder))
    if is_accepted(folder):
        words = say("{why}, which damages databases; that was accepted in register.toml", why=why)
        return Finding("data folder", State.WARNING, words)
    words = say("{why}, which damages databases; move it to a disk of this machine", why=why)
    return Finding("data folder", State.BROKEN, words)


def longest_log_mib(folder: Path) -> int:
    """How long the longer log of the two databases is."""
    return max(_log_mib(folder / f"{kind.file}-wal") for kind in (JOURNAL, CATALOG))


def examine_logs(folder: Path) -> Iterator[Finding]:
    """Whether the logs of the databases are as short as they are where nobody reads without end."""
    for kind in (JOURNAL, CATALOG):
        log = folder / f"{kind.file}-wal"
        size = _log_mib(log)
        if size >= LOG_MIB_MAX:
            words = say(
                "{size} MiB long; a program reads {file} without end: close it, or restart the machine",
                size=size,
                file=kind.file,
            )
            yield Finding(log.name, State.WARNING, words)


def _log_mib(log: Path) -> int:
    return log.stat().st_size // MIB if log.exists() else 0
