"""Tests that need ../shared run where it lies and are counted where it does not; none is skipped."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scenarios.shared_files import NAMES, names_in

CHECKOUT = Path(__file__).resolve().parents[2]
TESTS = """
import pytest

@pytest.mark.shared
def test_reads_it(shared):
    assert (shared / "scenarios").is_dir()

@pytest.mark.shared
def test_reads_it_too(shared):
    assert (shared / "scenarios").is_dir()

def test_needs_nothing():
    pass

@pytest.mark.browser
def test_needs_a_browser():
    pass
"""


def run_tests(folder: Path, shared: Path, *arguments: str, browser: str = sys.executable) -> str:
    (folder / "tests").mkdir()
    shutil.copy(CHECKOUT / "pyproject.toml", folder)
    shutil.copy(CHECKOUT / "tests" / "conftest.py", folder / "tests")
    (folder / "tests" / "test_it.py").write_text(TESTS, encoding="utf-8")
    (folder / "retail").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        env={**os.environ, "KASSA_SHARED": str(shared), "KASSA_BROWSER": browser, "PYTEST_ADDOPTS": ""},
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    return done.stdout + done.stderr


def test_without_the_folder_they_are_counted_and_left_out(tmp_path: Path) -> None:
    said = run_tests(tmp_path, tmp_path / "nowhere")

    assert "2 tests that need ../shared were not run" in said
    assert "2 passed, 2 deselected" in said


def test_the_count_is_right_with_two_workers(tmp_path: Path) -> None:
    said = run_tests(tmp_path, tmp_path / "nowhere", "-n", "2")

    assert "2 tests that need ../shared were not run" in said
    assert "2 passed" in said


def test_without_a_browser_its_tests_are_counted_and_left_out(tmp_path: Path) -> None:
    said = run_tests(tmp_path, tmp_path / "nowhere", browser=str(tmp_path / "none"))

    assert "1 browser tests were not run (there is no Chromium, Chrome or Edge)" in said
    assert "1 passed, 3 deselected" in said


@pytest.mark.shared
def test_the_scenario_files_that_are_counted_are_those_that_lie_there(shared: Path) -> None:
    assert sorted(set(NAMES) - set(names_in(shared / "scenarios"))) == []
    assert len(NAMES) == len(set(NAMES)) > 90


def test_without_the_folder_every_scenario_file_is_counted(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--collect-only", "tests/scenarios"],
        cwd=CHECKOUT,
        env={**os.environ, "KASSA_SHARED": str(tmp_path / "nowhere"), "PYTEST_ADDOPTS": ""},
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert f"{len(NAMES)} tests that need ../shared were not run" in done.stdout, done.stdout + done.stderr


def test_with_the_folder_they_run(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "scenarios").mkdir(parents=True)

    said = run_tests(tmp_path, tmp_path / "elsewhere")

    assert "were not run" not in said
    assert "4 passed" in said
