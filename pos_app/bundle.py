"""The log bundle: what whoever helps a shop needs to see, in one file, and nothing that names a person or is a secret.

`./kassa bundle [--data DIR] [--to DIR]`; status 0: it was saved, 2: it could not be.
"""

import argparse
import hashlib
import io
import json
import platform
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import distributions
from pathlib import Path

import platformdirs

from channel_db.device import read_device
from channel_db.errors import StorageError
from channel_db.logs import FOLDER as LOGS
from channel_db.overview import names_in, rows_of, store_settings_in
from channel_db.salvage.report import REPORTS
from pos_app.config import CHOSEN, CHOSEN_SCANNER, CHOSEN_SOUNDS
from pos_app.config import FILE as SETTINGS
from pos_app.doctor import examine, report
from pos_app.doctor_machine import program_version
from pos_app.findings import Finding
from retail.clock import Clock, ReadClock
from retail.redaction import Redaction

BUNDLES = "bundles"
DEVICE_SHOWN = ("hq_url", "tenant", "register_name", "store", "epoch")
"""What of this register's identity is no secret; whatever else stands in its file stays out."""
SECRET_WORDS = ("secret", "token", "password", "pin", "key", "code")
README = """\
What this register told about itself, for whoever looks for a fault.

doctor.txt, doctor.json   what works and what does not
versions.json             what is installed
settings.json             how this register and its store are set up, without secrets
rows.json                 how many rows each table has; no row itself
logs/                     what the programs wrote

Names, streets, e-mails, phones, card numbers, ids and secrets were taken out; marks like <name> stand in their
place.
"""


@dataclass(frozen=True, slots=True)
class BundleFile:
    """One file of a bundle."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a bundle lies, and the digest by which whoever gets it sees that it is the same."""

    file: Path
    sha256: str


def gather(folder: Path, findings: Sequence[Finding]) -> tuple[BundleFile, ...]:
    """Everything that goes into the bundle, as it will be read; nothing is written."""
    redaction = _redaction_of(folder)
    home = str(Path.home())

    def file(name: str, text: str) -> BundleFile:
        without_home = text.replace(home, "~") if len(home) > 1 else text
        return BundleFile(name, redaction.of(without_home).encode("utf-8"))

    return (
        BundleFile("README.txt", README.encode("utf-8")),
        file("doctor.txt", report(findings, as_json=False) + "\n"),
        file("doctor.json", report(findings, as_json=True) + "\n"),
        file("versions.json", _written(_versions())),
        file("settings.json", _written(_settings(folder))),
        file("rows.json", _written(rows_of(folder))),
        *(file(name, text) for name, text in _texts(folder)),
    )


def save(folder: Path, files: Sequence[BundleFile], register: str, clock: Clock) -> Saved:
    """Write the bundle, whole or not at all; its name says of which register and when.

    Raises:
        OSError: it cannot be written there.
    """
    now = clock.now()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for each in files:
            packed.writestr(
                zipfile.ZipInfo(each.name, now.timetuple()[:6]), each.content, zipfile.ZIP_DEFLATED
            )
    content = buffer.getvalue()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"kassa-{register}-{now:%Y%m%dT%H%M%S}.zip"
    half = file.with_suffix(".part")
    half.write_bytes(content)
    half.replace(file)
    return Saved(file, hashlib.sha256(content).hexdigest())


def register_of(folder: Path) -> str:
    """What this register is called; *unknown* before it is enrolled."""
    try:
        return read_device(folder).register_name
    except StorageError:
        return "unknown"


def _redaction_of(folder: Path) -> Redaction:
    """Knows every name that this register knows, and its own secrets."""
    try:
        device = read_device(folder)
        secrets: tuple[str, ...] = (device.token, device.device_secret)
    except StorageError:
        secrets = ()
    named = names_in(folder)
    return Redaction(named.organisations, secrets, people=named.people, places=named.places)


def _versions() -> dict[str, object]:
    packages = {each.metadata["Name"]: each.version for each in distributions()}
    return {
        "kassa": program_version(),
        "python": platform.python_version(),
        "machine": platform.platform(),
        "packages": dict(sorted(packages.items(), key=lambda each: each[0].casefold())),
    }


def _settings(folder: Path) -> dict[str, object]:
    try:
        device = read_device(folder)
        shown: Mapping[str, object] = {name: getattr(device, name) for name in DEVICE_SHOWN}
    except StorageError:
        shown = {}
    try:
        tables: dict[str, object] = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        tables = {} if isinstance(fault, FileNotFoundError) else {"cannot be read": str(fault)}
    chosen = {name: _read_json(folder / name) for name in (CHOSEN, CHOSEN_SOUNDS, CHOSEN_SCANNER)}
    whole = {"device": shown, SETTINGS: tables, **chosen, "store": store_settings_in(folder)}
    return {name: without_secrets(value) for name, value in whole.items()}


def without_secrets(value: object) -> object:
    """The value without anything that is called like a secret, however deep it lies.

    >>> without_secrets({"agent": {"push_seconds": 1, "proxy_password": "x"}})
    {'agent': {'push_seconds': 1}}
    """
    if isinstance(value, Mapping):
        return {
            name: without_secrets(each)
            for name, each in value.items()
            if not any(word in SECRET_WORDS for word in str(name).casefold().split("_"))
        }
    return [without_secrets(each) for each in value] if isinstance(value, list) else value


def _read_json(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The logs, and the reports of what was salvaged."""
    for file in [*sorted((folder / LOGS).glob("*.log*")), *sorted(folder.glob(REPORTS))]:
        yield f"{LOGS}/{file.name}", file.read_text(encoding="utf-8", errors="replace")


def _written(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Save a bundle, and say what is in it and where it lies."""
    parser = argparse.ArgumentParser(
        prog="kassa bundle", description="Logs, the doctor's report, versions and settings in one file."
    )
    parser.add_argument("--data", type=Path, default=Path(platformdirs.user_data_dir("kassa")), metavar="DIR")
    parser.add_argument("--to", type=Path, default=None, metavar="DIR", help="where it is saved")
    options = parser.parse_args(arguments)
    clock = ReadClock(lambda: datetime.now().astimezone())  # noqa: TID251 - this program's own root
    folder: Path = options.data
    if not folder.is_dir():
        sys.stderr.write(f"There is no data folder {folder}. Name the register's folder with --data.\n")
        return 2
    files = gather(folder, list(examine(folder, clock)))
    to: Path = options.to or folder / BUNDLES
    try:
        saved = save(to, files, register_of(folder), clock)
    except OSError as fault:
        sys.stderr.write(
            f"The bundle cannot be saved in {to}: {fault.strerror}. Choose another folder with --to.\n"
        )
        return 2
    listed = "".join(f"{len(each.content):>9}  {each.name}\n" for each in files)
    sys.stdout.write(f"{listed}saved as {saved.file}\nSHA-256 {saved.sha256}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
