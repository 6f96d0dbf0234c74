"""Fixtures of the channel database: files in the test's own folder, closed at its end."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from channel_db.catalog.repository import Catalog
from channel_db.engine import open_catalog
from channel_db.journal.repository import Journal
from tests.channel_db.making import SetClock, opened


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files as their migrations make them, with an open shift; a test works on its own copy."""
    folder = tmp_path_factory.mktemp("made-once")
    opened(folder).close()
    open_catalog(folder, SetClock(), writer=True).close()
    return folder


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def journal(made_once: Path, tmp_path: Path, clock: SetClock) -> Iterator[Journal]:
    """A journal with an open shift."""
    shutil.copy(made_once / "journal.db", tmp_path)
    journal = opened(tmp_path, clock)
    yield journal
    journal.close()


@pytest.fixture
def catalog(made_once: Path, tmp_path: Path, clock: SetClock) -> Iterator[Catalog]:
    """An empty catalogue, as the agent opens it."""
    shutil.copy(made_once / "catalog.db", tmp_path)
    catalog = open_catalog(tmp_path, clock, writer=True)
    yield catalog
    catalog.close()
