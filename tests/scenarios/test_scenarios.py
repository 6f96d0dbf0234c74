"""The project's own scenario files are played through the real processes; what does not hold fails its file by name."""

from pathlib import Path

import pytest

from rehearsal.children import Start
from rehearsal.runner import FileResult, as_data, play_file, play_files

HERE = Path(__file__).parent
OWN = sorted(HERE.rglob("*.yaml"))


def play(path: Path, start: Start) -> FileResult:
    return play_file(path, print, start=start)  # pytest shows the lines of what failed


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_own_scenario_passes(path: Path, start: Start) -> None:
    result = play(path, start)

    assert result.passed, result.words


@pytest.mark.parametrize(
    ("steps", "line", "words"),
    [
        (("scan: A", "expect: {total: 5.00, due: 5.01}"), 5, "due is 5.00, expected 5.01"),
        (("refused: {scan: A}",), 4, "was not refused"),
        (("scan: A", "conclude"), 5, "refused: "),
        (("expect_hq: {transactions: 1}",), 4, "transactions is 0, expected 1"),
        (("order: o1",), 4, "made no order"),
    ],
)
def test_a_step_that_does_not_hold_fails_its_file(
    tmp_path: Path, start: Start, steps: tuple[str, ...], line: int, words: str
) -> None:
    path = tmp_path / "wrong.yaml"
    listed = "".join(f"  - {step}\n" for step in (*steps, "scan: A"))
    path.write_text(f"scenario: Wrong\nproducts: {{A: {{price: 5.00}}}}\nsteps:\n{listed}")

    result = play(path, start)

    assert not result.passed
    assert (result.steps[-1].line, result.steps[-1].passed) == (line, False)
    assert words in result.words


def test_a_wrong_file_is_named_with_its_line_and_the_next_one_is_played(tmp_path: Path, start: Start) -> None:
    (tmp_path / "a.yaml").write_text("scenario: A\nsteps:\n  - scan: A\n")
    (tmp_path / "b.yaml").write_text("scenario: B\nsteps:\n  - expect: {empty: true}\n")
    told: list[str] = []

    results = play_files(sorted(tmp_path.glob("*.yaml")), told.append, start=start)

    assert [each.passed for each in results] == [False, True]
    assert results[0].words == "line 3: there is no product 'A' in this file"
    assert told[-1] == "1 passed, 1 failed"
    assert as_data(results)["files"][1]["steps"][0]["passed"] is True
