"""A glance finds what a sign-in shows, or nothing: it never waits, explains or changes."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from channel_db.engine import open_catalog
from channel_db.glance import glance
from retail.settings import StoreSettings
from retail.wire.protocol import FeedRow
from retail.wire.settings import settings_values
from tests.channel_db.making import NOW, SetClock

STAFF = {
    each: {"user": each, "name": each.title(), "role": "cashier", "pin_hash": "x"} for each in ("ann", "ole")
}


def catalogue(folder: Path, *, without: str = "") -> Path:
    """A catalogue that is ready to sell but for one feed."""
    feeds: dict[str, dict[str, Any]] = {
        "settings": {"HOUSTON": {"values": settings_values(StoreSettings(store="HOUSTON", language="nb"))}},
        "staff": STAFF,
        "products": {},
        "prices": {},
        "list_prices": {},
    }
    catalog = open_catalog(folder, SetClock(), writer=True)
    for feed, values in feeds.items():
        if feed != without:
            page = [FeedRow(key=key, gone=False, value=value) for key, value in values.items()]
            catalog.apply_page(feed, page, "1", NOW)
    catalog.close()
    return folder / "catalog.db"


def test_it_finds_the_settings_and_the_staff_as_they_were_sent(tmp_path: Path) -> None:
    catalogue(tmp_path)

    found = glance(tmp_path)

    assert found is not None
    assert found.settings["language"] == "nb"
    assert found.staff == (STAFF["ann"], STAFF["ole"])


def test_it_sees_what_another_process_has_open(tmp_path: Path) -> None:
    catalogue(tmp_path)
    writer = open_catalog(tmp_path, SetClock(), writer=True)
    late = {"user": "zoe", "name": "Zoe", "role": "cashier", "pin_hash": "x"}
    writer.apply_page("staff", [FeedRow(key="zoe", gone=False, value=late)], "2", NOW)

    found = glance(tmp_path)

    assert found is not None
    assert found.staff[-1] == late
    writer.close()


@pytest.mark.parametrize("feed", ["settings", "staff", "products", "prices", "list_prices"])
def test_a_register_that_is_not_ready_to_sell_shows_nothing(tmp_path: Path, feed: str) -> None:
    catalogue(tmp_path, without=feed)

    assert glance(tmp_path) is None


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert glance(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("sql", ["PRAGMA user_version = 99", "PRAGMA application_id = 7", "DROP TABLE staff"])
def test_a_file_that_is_not_ours_as_it_is_shows_nothing(tmp_path: Path, sql: str) -> None:
    file = catalogue(tmp_path)
    with closing(dbapi2.connect(str(file))) as driver:
        driver.execute(sql)

    assert glance(tmp_path) is None


@pytest.mark.parametrize("text", ["no JSON", "[1, 2]", "{}"])
def test_settings_that_cannot_be_read_show_nothing(tmp_path: Path, text: str) -> None:
    file = catalogue(tmp_path)
    with closing(dbapi2.connect(str(file), isolation_level=None)) as driver:
        driver.execute("UPDATE settings SET text = ?", (text,))

    assert glance(tmp_path) is None
