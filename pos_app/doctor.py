"""Says what works on this machine and in a register's data folder, and what does not; it changes nothing.

`./kassa doctor [--data DIR] [--json]`; status 0: all is well, 1: it works, with warnings, 2: something is broken.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs
from sqlcipher3 import dbapi2

from channel_db.errors import StorageError
from channel_db.kinds import check_library
from pos_app.doctor_folder import examine_logs, examine_place
from pos_app.doctor_register import examine_clock, examine_device, examine_files
from pos_app.findings import Finding, State
from pos_app.resources import resource
from retail.clock import Clock, ReadClock

CHECKOUT = Path(__file__).resolve().parent.parent
PYTHON_MIN = (3, 11)
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


def examine_program(checkout: Path = CHECKOUT) -> Finding:
    """Which Kassa this is, and where it stands."""
    try:
        project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    except (OSError, ValueError, KeyError):
        return Finding("Kassa", State.WARNING, f"{checkout} does not say which version it is")
    return Finding("Kassa", State.WELL, f"{project['version']} in {checkout}")


def examine_python(found: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    text = ".".join(map(str, found))
    if found < PYTHON_MIN:
        return Finding("Python", State.BROKEN, f"{text}; Kassa needs 3.11 or newer")
    return Finding("Python", State.WELL, f"{text} on {platform.platform()}")


def examine_packages(version_of: Callable[[str], str] = version) -> Finding:
    found, missing = [], []
    for name in PACKAGES:
        try:
            found.append(f"{name} {version_of(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding(
            "packages", State.BROKEN, f"missing: {', '.join(missing)}; delete .venv and start again"
        )
    if f"PySide6-Essentials {QT_BROKEN}" in found:
        words = (
            f"PySide6 {QT_BROKEN} aborts the register after some thousand calls; delete .venv and start again"
        )
        return Finding("packages", State.BROKEN, words)
    return Finding("packages", State.WELL, ", ".join(found))


def examine_sqlite(found: tuple[int, ...] = dbapi2.sqlite_version_info) -> Finding:
    try:
        check_library(found)
    except StorageError as error:
        return Finding("SQLite", State.BROKEN, str(error))
    return Finding("SQLite", State.WELL, ".".join(map(str, found)))


def examine_qt(python: str = sys.executable) -> Finding:
    """Open Qt in a child process: where it cannot, it aborts instead of raising."""
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
        return Finding("Qt", State.BROKEN, f"cannot be loaded: {reason}")
    return Finding("Qt", State.WELL, f"{done.stdout.strip()} draws offscreen")


def examine_resources(names: Sequence[str] = RESOURCES) -> Finding:
    missing = [name for name in names if not (resource(name).is_dir() and any(resource(name).iterdir()))]
    if missing:
        return Finding(
            "resources", State.BROKEN, f"missing: {', '.join(missing)}; get the whole checkout again"
        )
    return Finding("resources", State.WELL, ", ".join(names))


def examine_disk(folder: Path, free_bytes: int | None = None) -> Finding:
    """`folder` need not exist yet; the disk is the one its nearest existing parent is on."""
    existing = next(part for part in (folder, *folder.absolute().parents) if part.exists())
    free_mib = (shutil.disk_usage(existing).free if free_bytes is None else free_bytes) // MIB
    if free_mib < FREE_MIB_BROKEN:
        words = f"only {free_mib} MiB free at {existing}; make room now, or new sales will be refused"
        return Finding("disk", State.BROKEN, words)
    if free_mib < FREE_MIB_WARNING:
        return Finding("disk", State.WARNING, f"only {free_mib} MiB free at {existing}; make room soon")
    return Finding("disk", State.WELL, f"{free_mib} MiB free at {existing}")


def examine(folder: Path, clock: Clock) -> Iterator[Finding]:
    """Everything, the machine first, then the register's data folder."""
    yield examine_program()
    yield examine_python()
    yield examine_packages()
    yield examine_sqlite()
    yield examine_qt()
    yield examine_resources()
    yield examine_disk(folder)
    yield examine_place(folder)
    if not folder.exists():
        yield Finding("register", State.WELL, f"there is no register in {folder} yet")
        yield examine_clock(clock.now(), [])
        return
    yield examine_device(folder)
    yield from examine_files(folder, clock)
    yield from examine_logs(folder)


def report(findings: Sequence[Finding], *, as_json: bool) -> str:
    """The findings as people read them, or as JSON for programs."""
    worst = max(finding.state for finding in findings)
    if as_json:
        rows = [{**asdict(finding), "state": finding.state.name.lower()} for finding in findings]
        return json.dumps({"state": worst.name.lower(), "findings": rows}, indent=2, ensure_ascii=False)
    words = {
        State.WELL: "All is well.",
        State.WARNING: "It works; see the warnings.",
        State.BROKEN: "Something is broken; see above.",
    }
    lines = [f"{finding.state.name.lower():<8} {finding.what:<13} {finding.words}" for finding in findings]
    return "\n".join([*lines, words[worst]])


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="kassa doctor", description="Say what works here and what does not."
    )
    parser.add_argument("--data", type=Path, default=Path(platformdirs.user_data_dir("kassa")), metavar="DIR")
    parser.add_argument("--json", action="store_true", help="for programs")
    options = parser.parse_args(arguments)
    clock = ReadClock(lambda: datetime.now().astimezone())  # noqa: TID251 - this program's own root
    findings = list(examine(options.data, clock))
    print(report(findings, as_json=options.json))
    return int(max(finding.state for finding in findings))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
