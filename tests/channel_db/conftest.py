"""Fixtures of the channel database: files in the test's own folder, closed at its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from channel_db.journal.repository import Journal
from tests.channel_db.making import SetClock, opened


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def journal(tmp_path: Path, clock: SetClock) -> Iterator[Journal]:
    """A journal with an open shift."""
    journal = opened(tmp_path, clock)
    yield journal
    journal.close()


@pytest.fixture
def catalog(tmp_path: Path, clock: SetClock) -> Iterator[Catalog]:
    """An empty catalogue, as the agent opens it."""
    catalog = open_catalog(tmp_path, clock, writer=True)
    yield catalog
    catalog.close()
