"""One register with its agent and headquarters for all of these tests, each of which begins with an empty sale."""

from collections.abc import Iterator

import pytest

from rehearsal.stage import PATIENT_SECONDS, staged
from tests.bad_input.counter import RETAILER, Counter


@pytest.fixture(scope="package")
def whole_counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    folder = tmp_path_factory.mktemp("counter")
    with staged(folder, RETAILER, "bad input", real_time_seconds=PATIENT_SECONDS) as stage:
        yield Counter(stage)


@pytest.fixture
def counter(whole_counter: Counter) -> Counter:
    whole_counter.clear()
    return whole_counter
