"""Who this register is: the identity and secrets that enrolment wrote, kept outside the databases."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from channel_db.errors import StorageError
from channel_db.private_file import write_private

FILE = "device.json"


class NotEnrolled(StorageError):
    """The data folder has no usable device file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "The register in {folder} is not enrolled. Enrol it with a code from headquarters.", folder=folder
        )


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled register. `token`, the one it got when it was enrolled, and `device_secret` never show in a log:
    they are left out of its text.
    """

    hq_url: str
    tenant: str
    register_name: str
    store: str
    epoch: str
    token: str = field(repr=False)
    device_secret: str = field(repr=False)
    environment: str = ""
    """That of its headquarters: production or test; empty where it was enrolled by a program that did not ask."""


def read_device(folder: Path) -> Device:
    """The device of this data folder.

    Raises:
        NotEnrolled: there is no device file, or it is not whole.
    """
    try:
        values = json.loads((folder / FILE).read_text(encoding="utf-8"))
        kept = {"environment": "", **values}
        return Device(**{each.name: str(kept[each.name]) for each in fields(Device)})
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        raise NotEnrolled(folder) from None


def write_device(folder: Path, device: Device) -> None:
    """Keep the device: the whole file or the one before it, readable by its owner alone."""
    write_private(folder / FILE, asdict(device))
