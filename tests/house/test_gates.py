"""The run of all gates: none is left out, a failing one is named, and those behind it still run."""

import sys
from pathlib import Path

import pytest

from tests.house.gates import Gate, plan_gates, run_gates

WELL = Gate("well kept", (sys.executable, "-c", "print('nothing to see')"))
BROKEN = Gate("broken", (sys.executable, "-c", "print('this is why'); raise SystemExit(1)"))


def test_all_well_ends_with_status_0(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_gates([WELL, WELL]) == 0

    out = capfd.readouterr().out
    assert "2 gates" in out
    assert "nothing to see" not in out


def test_a_failing_gate_is_named_with_its_words_and_stops_none(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_gates([BROKEN, WELL]) == 1

    out = capfd.readouterr().out
    assert "this is why" in out
    assert "well    well kept" in out
    assert out.splitlines()[-1].endswith("failed: broken")


def test_a_loud_gate_has_the_screen_to_itself_until_it_ends(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    over = tmp_path / "over"
    quiet = Gate(
        "beside", (sys.executable, "-c", f"open({str(over)!r}, 'x'); print('why'); raise SystemExit(1)")
    )
    seen = (
        f"import os, time\nwhile not os.path.exists({str(over)!r}): time.sleep(0.01)\nprint('dots', end='')"
    )
    loud = Gate("tests", (sys.executable, "-c", f"{seen}\nprint('.')"), is_quiet=False)

    assert run_gates([quiet, loud]) == 1

    first, *_, last = capfd.readouterr().out.splitlines()
    assert first == "dots."
    assert last.endswith("failed: beside")


def test_the_tests_come_last_and_coverage_is_asked_of_the_whole_run_only() -> None:
    whole, part = plan_gates([]), plan_gates(["-k", "house"])

    assert [gate.name for gate in whole[-2:]] == ["rules and coverage", "tests"]
    assert "--cov=retail" in whole[-2].command
    assert not any("--cov=retail" in gate.command for gate in part)
    assert part[-1].command[-2:] == ("-k", "house")


def test_what_the_rules_leave_out_the_tests_run() -> None:
    *_, rules, tests = plan_gates([])

    assert rules.command[-1] == "tests/retail"
    assert tests.command[-2:] == ("tests", "--ignore=tests/retail")


def test_no_gate_is_left_out() -> None:
    names = [gate.name for gate in plan_gates([])]

    assert names[:4] == ["lint", "format", "types", "import rules"]
    assert {"register migrations", "HQ migrations"} <= set(names)
