"""`kassa rehearse` as people type it: which files it plays, and what it says where it cannot."""

import subprocess
import sys
from pathlib import Path


def rehearse(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rehearsal", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_a_result_that_could_not_be_written_is_refused_before_anything_is_played(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("scenario: A\nsteps: []\n")

    ended = rehearse(tmp_path / "a.yaml", "--json", tmp_path / "none" / "result.json")

    assert ended.returncode == 2
    assert f"there is no folder {tmp_path / 'none'} to write into" in ended.stderr
    assert ended.stdout == ""


def test_every_scenario_of_a_folder_is_played_whichever_way_its_name_ends(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yml", "notes.md"):
        (tmp_path / name).write_text("scenario: Without steps\n")

    ended = rehearse(tmp_path)

    assert ended.returncode == 1
    assert [line for line in ended.stdout.splitlines() if line.startswith(str(tmp_path))] == [
        str(tmp_path / "a.yaml"), str(tmp_path / "b.yml")
    ]  # fmt: skip
    assert ended.stdout.splitlines()[-1] == "0 passed, 2 failed"


def test_a_file_or_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = rehearse(tmp_path / "none.yaml")
    empty = rehearse(tmp_path)

    assert missing.returncode == 1
    assert "cannot be read: No such file or directory" in missing.stdout
    assert empty.returncode == 2
    assert f"there is no scenario file in {tmp_path}" in empty.stderr
