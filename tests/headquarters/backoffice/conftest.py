"""What the tests of the back office are given: one real browser a file, and two days of work, played once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.conftest import find_browser
from tests.headquarters.backoffice.played import Played, play

PATIENCE_MS = 60_000
"""A busy machine is no fault of a page."""
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def two_days(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The data of a headquarters in SQLite with two days behind it; copy it to change it."""
    return play(tmp_path_factory.mktemp("two-days"))
