"""Scenario files share one nursery, so that each file's processes are there in a moment."""

from collections.abc import Iterator

import pytest

from rehearsal.children import Start, spawn
from rehearsal.nursery import opened_nursery


@pytest.fixture(scope="session")
def start() -> Iterator[Start]:
    with opened_nursery() as nursery:
        yield nursery.start if nursery else spawn
