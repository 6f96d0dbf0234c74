"""The test runner, set as the project sets it, fails on warnings, Qt warnings and branches nobody tested."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

# Each of these must fail; what each of them does wrong is its name.
MUST_FAIL = """
import warnings
import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication

def test_warns():
    warnings.warn("old way", DeprecationWarning)

def test_lets_qt_warn(qtbot):
    qWarning("a widget is unhappy")

def test_raises_in_a_slot(qtbot):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)

@pytest.mark.xfail(reason="thought to be broken")
def test_passes_against_expectation():
    pass

def test_loses_an_exception():
    class Careless:
        def __del__(self):
            raise ValueError("lost")
    Careless()
"""

RULE = '''
"""A rule with two branches, a promise, and an import for types only."""
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from decimal import Decimal

class Promise(Protocol):
    def keep(self) -> int:
        """Never run."""
        ...

def price(amount, is_member):
    if is_member:
        amount -= 1
    return amount
'''
HALF = "from retail.rule import price\n\ndef test_member():\n    assert price(2, True) == 1\n"
WHOLE = HALF + "\ndef test_stranger():\n    assert price(2, False) == 2\n"


def run_tests(folder: Path, files: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the project's settings over a small tree of these files."""
    shutil.copy(CHECKOUT / "pyproject.toml", folder)
    for name, text in {"retail/__init__.py": "", **files}.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        env=environ,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> str:
    return run_tests(tmp_path_factory.mktemp("wrong"), {"tests/test_it.py": MUST_FAIL}, "-rA").stdout


@pytest.mark.parametrize(
    "name",
    [
        line.removeprefix("def ").split("(")[0]
        for line in MUST_FAIL.splitlines()
        if line.startswith("def test_")
    ],
)
def test_refuses_a_test_that(verdict: str, name: str) -> None:
    assert f"FAILED tests/test_it.py::{name}" in verdict, verdict


def test_refuses_an_unknown_marker(tmp_path: Path) -> None:
    marked = "import pytest\n\n@pytest.mark.slowly\ndef test_it():\n    pass\n"

    assert "'slowly' not found" in run_tests(tmp_path, {"tests/test_it.py": marked}).stdout


def test_refuses_an_untested_branch_of_the_rules(tmp_path: Path) -> None:
    done = run_tests(
        tmp_path, {"retail/rule.py": RULE, "tests/test_it.py": HALF}, "--cov=retail", "--cov-branch"
    )

    assert done.returncode != 0
    assert "Required test coverage of 100.0% not reached" in done.stdout


def test_accepts_rules_whose_branches_are_all_tested(tmp_path: Path) -> None:
    done = run_tests(
        tmp_path, {"retail/rule.py": RULE, "tests/test_it.py": WHOLE}, "--cov=retail", "--cov-branch"
    )

    assert done.returncode == 0, done.stdout
