"""All other shared scenario files are played through the real processes."""

from pathlib import Path

import pytest

from rehearsal.children import Start
from rehearsal.runner import play_file
from tests.scenarios.shared_files import OF_OTHERS


@pytest.mark.shared
@pytest.mark.parametrize("name", OF_OTHERS)
def test_shared_scenario_passes(name: str, shared: Path, start: Start) -> None:
    result = play_file(shared / "scenarios" / f"{name}.yaml", print, start=start)

    assert result.passed, result.words
