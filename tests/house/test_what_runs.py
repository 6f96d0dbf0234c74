"""What is installed to run Kassa is enough to run it: nothing of ours needs what only its tests bring."""

import re
import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest

from tests.house.sources import CHECKOUT

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*?)(?:\[[^]]*\])?==", re.MULTILINE)
OURS = ("headquarters", "pos_app", "sync_agent", "channel_db", "retail", "rehearsal", "card_terminal")
EXTRA = {"psycopg", "psycopg-binary"}
"""Brought by the extra `postgres`, which docs/postgresql.md names."""
LOADS_ALL = """
import importlib, pkgutil, sys
for name in {without!r}:
    sys.modules[name] = None
for top in {ours!r}:
    package = importlib.import_module(top)
    for each in pkgutil.walk_packages(package.__path__, top + "."):
        if not each.name.endswith("__main__"):
            importlib.import_module(each.name)
"""


def pinned(lock: str) -> set[str]:
    return set(PIN.findall((CHECKOUT / lock).read_text(encoding="utf-8")))


def test_every_module_loads_without_what_only_tests_bring() -> None:
    only_tests = pinned("requirements-dev.lock") - pinned("requirements.lock") - EXTRA
    without = sorted(
        name
        for name, parts in packages_distributions().items()
        if {each.lower().replace("_", "-") for each in parts} <= only_tests
    )
    assert "pytest" in without

    assert loaded(without, OURS) == ""


@pytest.mark.parametrize("needed", ["greenlet", "pydantic"])
def test_a_library_that_is_needed_and_not_there_is_noticed(needed: str) -> None:
    assert needed in loaded([needed], ("headquarters",))


def loaded(without: list[str], ours: tuple[str, ...]) -> str:
    """The last words of a process that loads all of these; empty where it could."""
    code = LOADS_ALL.format(without=without, ours=ours)
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=120
    )
    return "" if ended.returncode == 0 else ended.stderr[-1500:] or "it ended without a word"


def test_a_headquarters_that_serves_registers_starts_without_the_pages_of_its_set_up() -> None:
    code = "import sys, headquarters.commands; sys.exit('starlette_admin' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, check=False, timeout=60).returncode == 0
