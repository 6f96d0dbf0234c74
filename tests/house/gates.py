"""Every gate of the project: what `./kassa test` and CI run.

A gate that fails stops none. What needs no tests (lint, types, migrations) goes on quietly beside the tests, and is
told between them. The tests come last, so that their count stands at the end.
"""

import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
GATE_SECONDS_MAX = 3600
RULES = "tests/retail"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a gate ended; `words` is what a quiet one printed."""

    name: str
    is_well: bool
    seconds: float
    words: str

    def tell(self) -> None:
        """One line; the words of a quiet gate only where it failed."""
        if not self.is_well and self.words:
            print(self.words, flush=True)
        print(f"{'well  ' if self.is_well else 'FAILED'}  {self.name:<20} {self.seconds:6.1f} s", flush=True)


@dataclass(frozen=True, slots=True)
class Gate:
    """A command that ends with status 0 when the project keeps one of its rules."""

    name: str
    command: tuple[str, ...]
    is_quiet: bool = True

    def run(self) -> Verdict:
        began = time.monotonic()
        # Every program of a test would be compiled anew at each of its many starts.
        environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        done = subprocess.run(
            self.command,
            cwd=CHECKOUT,
            env=environ,
            check=False,
            timeout=GATE_SECONDS_MAX,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if self.is_quiet else None,
            stderr=subprocess.STDOUT if self.is_quiet else None,
        )
        words = done.stdout.decode(errors="replace") if done.stdout else ""
        return Verdict(self.name, done.returncode == 0, time.monotonic() - began, words)


def python(*arguments: str) -> tuple[str, ...]:
    """A command for this environment's Python; scripts beside it would break when the checkout is moved."""
    return (sys.executable, *arguments)


def plan_gates(pytest_arguments: Sequence[str]) -> list[Gate]:
    """All gates in their order.

    A whole run proves the rules with their coverage first, and the rest without: measuring slows every test
    down. A part of the tests, chosen by arguments, cannot prove coverage.
    """
    lint_imports = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    gates = [
        Gate("lint", python("-m", "ruff", "check", ".")),
        Gate("format", python("-m", "ruff", "format", "--check", ".")),
        Gate("types", python("-m", "mypy", ".", "kassa")),
        Gate("import rules", python("-c", lint_imports)),
    ]
    for name, package, module in (
        ("register migrations", "channel_db", "channel_db.upgrade"),
        ("HQ migrations", "headquarters", "headquarters.database"),
    ):
        if importlib.util.find_spec(package) and importlib.util.find_spec(module):
            gates.append(Gate(name, python("-m", module, "--check")))
    tests = python("-m", "pytest", "-q", "-n", "2", "--dist", "worksteal")
    if pytest_arguments:
        return [*gates, Gate("tests", (*tests, *pytest_arguments), is_quiet=False)]
    covered = ("--cov=retail", "--cov-branch", "--cov-report=term", "retail", RULES)
    return [
        *gates,
        Gate("rules and coverage", (*tests, *covered), is_quiet=False),
        Gate("tests", (*tests, "tests", f"--ignore={RULES}"), is_quiet=False),
    ]


def run_gates(gates: Sequence[Gate]) -> int:
    """Run them all, one line each; the status is 0 only if every gate is well."""
    began = time.monotonic()
    verdicts: list[Verdict] = []

    def tell(verdict: Verdict) -> None:
        verdict.tell()
        verdicts.append(verdict)

    beside = ThreadPoolExecutor(1)
    try:
        quiet: list[Future[Verdict]] = [beside.submit(gate.run) for gate in gates if gate.is_quiet]
        for gate in gates:
            if not gate.is_quiet:
                tell(gate.run())
                while quiet and quiet[0].done():
                    tell(quiet.pop(0).result())
        for waited_for in quiet:
            tell(waited_for.result())
    finally:
        beside.shutdown(cancel_futures=True)
    failed = ", ".join(each.name for each in verdicts if not each.is_well)
    print(
        f"{len(gates)} gates in {time.monotonic() - began:.0f} s; "
        + (f"failed: {failed}" if failed else "all gates are well"),
        flush=True,
    )
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(run_gates(plan_gates(sys.argv[1:])))
    except KeyboardInterrupt:
        sys.exit(130)
