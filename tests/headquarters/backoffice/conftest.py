"""What the tests of the back office are given: one real browser a file, and two days of work, played once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.conftest import find_browser
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, PASSWORD, set_up_code
from tests.headquarters.backoffice.played import Played, play
from tests.headquarters.backoffice.seen import Seen

STOCK = {"product": "A", "place": "HOUSTON", "quantity_thousandths": 5000}
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


@pytest.fixture(scope="module")
def administrator(shop: RunningHeadquarters, chromium: Browser) -> Iterator[Seen]:
    """A browser in which the first administrator was made with the code of the first start."""
    context = chromium.new_context()
    seen = Seen(context.new_page(), shop.url)
    seen.open("/office/sign-in")
    seen.page.get_by_role("link", name="Make the first administrator").click()
    for label, value in (("Code", set_up_code(shop)), ("Name", NAME), ("Password, at least 12 characters", PASSWORD),
                         ("The password again", PASSWORD)):  # fmt: skip
        seen.page.get_by_label(label).fill(value)
    seen.page.get_by_role("button", name="Make administrator").click()
    shop.manage("PUT", "/v1/manage/retailer", {"stock": [STOCK]})
    expect(seen.page.get_by_role("heading", name="Overview")).to_be_visible()
    yield seen
    context.close()
