"""Says what works on this machine and in a register's data folder, and what does not; it changes nothing.

`./kassa doctor [--data DIR] [--json]`; status 0: all is well, 1: it works, with warnings, 2: something is broken.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import platformdirs

from pos_app.doctor_devices import examine_others, examine_printer
from pos_app.doctor_folder import examine_logs, examine_place
from pos_app.doctor_line import examine_certificate
from pos_app.doctor_machine import (
    examine_disk,
    examine_openssl,
    examine_packages,
    examine_program,
    examine_python,
    examine_qt,
    examine_resources,
    examine_sqlite,
)
from pos_app.doctor_register import examine_clock, examine_device, examine_files
from pos_app.findings import Finding, State
from retail.clock import Clock, ReadClock
from retail.messages import phrase, say

VERDICTS: Mapping[State, str] = {
    State.WELL: phrase("All is well."),
    State.WARNING: phrase("It works; see the warnings."),
    State.BROKEN: phrase("Something is broken; see what to do."),
}


def examine(folder: Path, clock: Clock) -> Iterator[Finding]:
    """Everything, the machine first, then the register's data folder."""
    yield examine_program()
    yield examine_python()
    yield examine_packages()
    yield examine_sqlite()
    yield examine_openssl()
    yield examine_qt()
    yield examine_resources()
    yield examine_disk(folder)
    yield examine_place(folder)
    if not folder.exists():
        yield Finding("register", State.WELL, say("there is no register in {folder} yet", folder=folder))
        yield examine_clock(clock.now(), [])
        return
    yield examine_device(folder)
    yield examine_printer(folder)
    yield from examine_others(folder)
    certificate = examine_certificate(folder, clock.now())
    if certificate is not None:
        yield certificate
    yield from examine_files(folder, clock)
    yield from examine_logs(folder)


def worst_of(findings: Sequence[Finding]) -> State:
    """How bad it is."""
    return max(finding.state for finding in findings)


def report(findings: Sequence[Finding], *, as_json: bool) -> str:
    """The findings as people read them, or as JSON for programs."""
    worst = worst_of(findings)
    if as_json:
        rows = [
            {"what": each.what, "state": each.state.name.lower(), "words": each.words} for each in findings
        ]
        return json.dumps({"state": worst.name.lower(), "findings": rows}, indent=2, ensure_ascii=False)
    lines = [f"{finding.state.name.lower():<8} {finding.what:<13} {finding.words}" for finding in findings]
    return "\n".join([*lines, VERDICTS[worst]])


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
    return int(worst_of(findings))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
