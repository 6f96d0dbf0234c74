"""Every gate of the project, one after the other: what `./kassa test` and CI run.

A gate that fails does not stop those behind it; the tests come last, so that their count stands at the end.
"""

import importlib.util
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
GATE_SECONDS_MAX = 1800
RULES = "tests/retail"


@dataclass(frozen=True, slots=True)
class Gate:
    """A command that ends with status 0 when the project keeps one of its rules."""

    name: str
    command: tuple[str, ...]
    is_quiet: bool = True

    def run(self) -> int:
        """The status; what a quiet gate printed is shown only where it failed."""
        done = subprocess.run(
            self.command,
            cwd=CHECKOUT,
            check=False,
            timeout=GATE_SECONDS_MAX,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if self.is_quiet else None,
            stderr=subprocess.STDOUT if self.is_quiet else None,
        )
        if done.returncode != 0 and done.stdout:
            print(done.stdout.decode(errors="replace"), flush=True)
        return done.returncode


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
    failed = []
    began = time.monotonic()
    for gate in gates:
        gate_began = time.monotonic()
        is_well = gate.run() == 0
        if not is_well:
            failed.append(gate.name)
        seconds = time.monotonic() - gate_began
        print(f"{'well  ' if is_well else 'FAILED'}  {gate.name:<20} {seconds:6.1f} s", flush=True)
    verdict = f"failed: {', '.join(failed)}" if failed else "all gates are well"
    print(f"{len(gates)} gates in {time.monotonic() - began:.0f} s; {verdict}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(run_gates(plan_gates(sys.argv[1:])))
    except KeyboardInterrupt:
        sys.exit(130)
