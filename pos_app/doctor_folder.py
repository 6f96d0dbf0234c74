"""Whether a register's data lies in a place that databases can lie in, and nobody holds their logs up."""

from collections.abc import Iterator
from pathlib import Path

from channel_db.kinds import CATALOG, JOURNAL
from pos_app.findings import Finding, State

MOUNTS = Path("/proc/self/mounts")
NETWORK_KINDS = frozenset(
    {"afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
     "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
)  # fmt: skip
"""File systems that lie on other machines: their locks and syncs are not what a database needs."""

CLOUD_FOLDERS = (
    "box sync", "dropbox", "google drive", "googledrive", "icloud drive", "icloud~com~apple~clouddocs",
    "mobile documents", "my drive", "nextcloud", "onedrive", "owncloud", "seafile",
)  # fmt: skip
"""What folders are called that another program carries elsewhere, file by file, while they are written."""

LOG_MIB_MAX = 64
MIB = 1024 * 1024


def examine_place(folder: Path, mounts: Path = MOUNTS) -> Finding:
    """Whether the folder lies on a disk of this machine, and no program copies it away."""
    place = folder.resolve()
    named = [part for part in place.parts if part.casefold().split(" - ")[0] in CLOUD_FOLDERS]
    if named:
        words = (
            f"{folder} is copied elsewhere by {named[0]}, which damages databases; move the data out of it"
        )
        return Finding("data folder", State.BROKEN, words)
    kind = "a network share" if str(place).startswith("\\\\") else _kind_of(place, mounts)
    if kind in NETWORK_KINDS or kind == "a network share":
        words = f"{folder} lies on another machine ({kind}), which damages databases; move it to a disk of this one"
        return Finding("data folder", State.BROKEN, words)
    return Finding("data folder", State.WELL, f"{folder} is on this machine")


def examine_logs(folder: Path) -> Iterator[Finding]:
    """Whether the logs of the databases are as short as they are where nobody reads without end."""
    for kind in (JOURNAL, CATALOG):
        log = folder / f"{kind.file}-wal"
        size = log.stat().st_size // MIB if log.exists() else 0
        if size >= LOG_MIB_MAX:
            words = (
                f"{size} MiB long; a program reads {kind.file} without end: close it, or restart the machine"
            )
            yield Finding(log.name, State.WARNING, words)


def _kind_of(place: Path, mounts: Path) -> str:
    """The file system that a place lies on, as Linux says it; empty where nobody says."""
    if not mounts.exists():
        return ""
    found, length = "", -1
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _device, point, kind = line.split()[:3]
        point = point.replace("\\040", " ")
        if place.is_relative_to(point) and len(point) >= length:
            found, length = kind, len(point)
    return found
