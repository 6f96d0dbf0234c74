"""What this register proves itself with: its newest token, its key and its counter, kept outside the databases."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from channel_db.device import Device
from channel_db.private_file import write_private
from retail.epochs import enrolled_epoch
from retail.wire.proof import FIRST_COUNTER

FILE = "credentials.json"


@dataclass(frozen=True, slots=True)
class Credentials:
    """The credentials of one enrolment. `key` is the private key in hexadecimal, empty where none was made yet.

    `next_counter` is what headquarters was asked to move `counter` on to, empty once it has answered.
    `signing_keys` are the public keys by which headquarters signs, with spaces between them, the newest last.
    """

    epoch: str
    token: str = field(repr=False)
    key: str = field(default="", repr=False)
    counter: str = FIRST_COUNTER
    next_counter: str = ""
    signing_keys: str = ""


def read_credentials(folder: Path, device: Device) -> Credentials:
    """The credentials of this device; its first token alone where none were kept of its enrolment."""
    epoch = enrolled_epoch(device.epoch)
    first = Credentials(epoch, device.token)
    try:
        values = json.loads((folder / FILE).read_text(encoding="utf-8"))
        kept_values = {"signing_keys": "", **values}
        kept = Credentials(**{each.name: str(kept_values[each.name]) for each in fields(Credentials)})
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return first
    return kept if kept.epoch == epoch else first


def write_credentials(folder: Path, credentials: Credentials) -> None:
    """Keep the credentials, on the disk when this returns."""
    write_private(folder / FILE, asdict(credentials))
