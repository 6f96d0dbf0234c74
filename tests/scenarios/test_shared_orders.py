"""The life of orders in the shared scenario files is played through the real processes."""

from pathlib import Path

import pytest

from rehearsal.children import Start
from rehearsal.runner import play_file
from tests.scenarios.shared_files import OF_ORDERS


@pytest.mark.shared
@pytest.mark.parametrize("path", OF_ORDERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_shared_scenario_passes(path: Path, start: Start) -> None:
    result = play_file(path, print, start=start)

    assert result.passed, result.words
