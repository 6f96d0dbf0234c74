"""Whether a data folder lies where databases can lie: on a disk of this machine, copied away by no other program."""

import tomllib
from pathlib import Path

from channel_db.errors import DataElsewhere
from retail.messages import Message, say

MOUNTS = Path("/proc/self/mounts")
SETTINGS = "register.toml"
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


def elsewhere(folder: Path, mounts: Path = MOUNTS) -> Message | None:
    """Why databases would be damaged in this folder; None where they would not."""
    place = folder.resolve()
    named = [part for part in place.parts if part.casefold().split(" - ")[0] in CLOUD_FOLDERS]
    if named:
        return say("{folder} is copied elsewhere by {program}", folder=folder, program=named[0])
    kind = "a network share" if str(place).startswith("\\\\") else _kind_of(place, mounts)
    if kind in NETWORK_KINDS or kind == "a network share":
        return say("{folder} lies on another machine ({kind})", folder=folder, kind=kind)
    return None


def is_accepted(folder: Path) -> bool:
    """Somebody who looks after this register has written `elsewhere = true` under `[data]` in its settings."""
    try:
        tables = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # who needs the settings says what is wrong with them
        return False
    data = tables.get("data")
    return isinstance(data, dict) and data.get("elsewhere") is True


def check_place(folder: Path, mounts: Path = MOUNTS) -> None:
    """Refuse a place that damages databases, unless it was accepted.

    Raises:
        DataElsewhere: it lies on another machine, or a program copies it away.
    """
    why = elsewhere(folder, mounts)
    if why is not None and not is_accepted(folder):
        raise DataElsewhere(why)


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
