"""Of a document about which nothing further is done its register hears no more, and both still agree."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.headquarters.shop import NOW, RETAILER
from tests.sync_agent.test_agreement import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A register and its headquarters, which read their time from one file."""
    folder = tmp_path / "headquarters"
    folder.mkdir()
    (folder / "clock").write_text(NOW.isoformat())
    running = RunningHeadquarters(folder, ("--no-schedule", "--seed", "1", "--clock", str(folder / "clock")))
    try:
        running.start().manage("PUT", "/v1/manage/retailer", RETAILER)
        Browser(running.url).set_up(set_up_code(running))
        yield Shop(tmp_path / "register", running)
    finally:
        running.stop()


def test_a_register_names_no_document_about_which_nothing_further_is_done(shop: Shop) -> None:
    shop.sell()
    shop.sync()
    (row,) = shop.at_hq(f"SELECT id, uuid FROM uploads WHERE epoch = '{shop.device.epoch}'")
    shop.at_hq(f"UPDATE uploads SET state = 'parked', reason = 'Look at it.' WHERE id = {row[0]}")
    shop.probe()
    assert [each["document"] for each in shop.set_aside()] == [row[1]]

    browser = Browser(shop.running.url).sign_in()
    browser.get(f"/office/documents/{row[0]}")
    browser.press(f"/office/documents/{row[0]}/leave", because="given back by hand")
    shop.probe()

    assert (shop.set_aside(), shop.differences(), shop.cases()) == ([], [], [])
