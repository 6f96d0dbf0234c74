"""What the doctor looks at on the machine: the program, what it was installed with, and the disk."""

import os
import platform
import shutil
import ssl
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cryptography.hazmat.backends.openssl import backend
from sqlcipher3 import dbapi2

from channel_db.errors import StorageError
from channel_db.kinds import check_library
from pos_app.findings import Finding, State
from pos_app.resources import resource
from retail.messages import say

CHECKOUT = Path(__file__).resolve().parent.parent
PYTHON_MIN = (3, 11)
OPENSSL_MIN = (3, 0, 0)
QT_BROKEN = "6.12.0"
QT_SECONDS_MAX = 60
FREE_MIB_WARNING = 1024
FREE_MIB_BROKEN = 64
MIB = 1024 * 1024

# The packages whose versions matter when a fault is looked for.
PACKAGES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "sqlcipher3",
    "requests",
    "pydantic",
    "fastapi",
    "uvicorn",
)
RESOURCES = ("layouts", "styles", "icons", "fonts")
QT_PROBE = """
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication
QApplication([])
print(qVersion())
"""


def program_version(checkout: Path = CHECKOUT) -> str:
    """Which Kassa this is; empty where nobody says."""
    try:
        project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        return str(project["version"])
    except (OSError, ValueError, KeyError):
        return ""


def examine_program(checkout: Path = CHECKOUT) -> Finding:
    """Which Kassa this is, and where it stands."""
    found = program_version(checkout)
    if not found:
        words = say(
            "{checkout} does not say which version it is; get the whole checkout again", checkout=checkout
        )
        return Finding("Kassa", State.WARNING, words)
    return Finding("Kassa", State.WELL, say("{version} in {checkout}", version=found, checkout=checkout))


def examine_python(found: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    text = ".".join(map(str, found))
    if found < PYTHON_MIN:
        return Finding("Python", State.BROKEN, say("{found}; Kassa needs 3.11 or newer", found=text))
    return Finding("Python", State.WELL, say("{found} on {machine}", found=text, machine=platform.platform()))


def examine_packages(version_of: Callable[[str], str] = version) -> Finding:
    found, missing = [], []
    for name in PACKAGES:
        try:
            found.append(f"{name} {version_of(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        words = say("missing: {names}; delete .venv and start again", names=", ".join(missing))
        return Finding("packages", State.BROKEN, words)
    if f"PySide6-Essentials {QT_BROKEN}" in found:
        words = say(
            "PySide6 {version} aborts the register after some thousand calls; delete .venv and start again",
            version=QT_BROKEN,
        )
        return Finding("packages", State.BROKEN, words)
    return Finding("packages", State.WELL, say("{names}", names=", ".join(found)))


def examine_sqlite(found: tuple[int, ...] = dbapi2.sqlite_version_info) -> Finding:
    try:
        check_library(found)
    except StorageError as error:
        return Finding("SQLite", State.BROKEN, error.message)
    return Finding("SQLite", State.WELL, say("{version}", version=".".join(map(str, found))))


def examine_openssl(
    python: tuple[int, ...] = ssl.OPENSSL_VERSION_INFO[:3], others: Sequence[str] | None = None
) -> Finding:
    """Python's own encrypts the line, that of cryptography proves who calls and what is signed; each is told."""
    others = [backend.openssl_version_text()] if others is None else others
    found = ", ".join([ssl.OPENSSL_VERSION, *others])
    if python < OPENSSL_MIN:
        least = ".".join(map(str, OPENSSL_MIN))
        words = say(
            "{found}; nobody mends versions before {least} any more: update Python", found=found, least=least
        )
        return Finding("OpenSSL", State.WARNING, words)
    return Finding("OpenSSL", State.WELL, say("{found}", found=found))


def examine_qt(python: str = sys.executable) -> Finding:
    """Open Qt in a child process: where it cannot, it aborts instead of raising. A window that stands is proof."""
    standing = sys.modules.get("PySide6.QtWidgets")
    if standing is not None and standing.QApplication.instance() is not None and python == sys.executable:
        return Finding(
            "Qt", State.WELL, say("{version} draws", version=sys.modules["PySide6.QtCore"].qVersion())
        )
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [python, "-c", QT_PROBE],
        env=environ,
        check=False,
        capture_output=True,
        text=True,
        timeout=QT_SECONDS_MAX,
    )
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or [f"it ended with status {done.returncode}"])[-1]
        return Finding("Qt", State.BROKEN, say("cannot be loaded: {reason}", reason=reason))
    return Finding("Qt", State.WELL, say("{version} draws", version=done.stdout.strip()))


def examine_resources(names: Sequence[str] = RESOURCES) -> Finding:
    missing = [name for name in names if not (resource(name).is_dir() and any(resource(name).iterdir()))]
    if missing:
        words = say("missing: {names}; get the whole checkout again", names=", ".join(missing))
        return Finding("resources", State.BROKEN, words)
    return Finding("resources", State.WELL, say("{names}", names=", ".join(names)))


def examine_disk(folder: Path, free_bytes: int | None = None) -> Finding:
    """`folder` need not exist yet; the disk is the one its nearest existing parent is on."""
    existing = next(part for part in (folder, *folder.absolute().parents) if part.exists())
    free_mib = (shutil.disk_usage(existing).free if free_bytes is None else free_bytes) // MIB
    if free_mib < FREE_MIB_BROKEN:
        words = say(
            "only {free} MiB free at {place}; make room now, or new sales will be refused",
            free=free_mib,
            place=existing,
        )
        return Finding("disk", State.BROKEN, words)
    if free_mib < FREE_MIB_WARNING:
        words = say("only {free} MiB free at {place}; make room soon", free=free_mib, place=existing)
        return Finding("disk", State.WARNING, words)
    return Finding("disk", State.WELL, say("{free} MiB free at {place}", free=free_mib, place=existing))
