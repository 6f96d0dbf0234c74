"""What the settings of a store say about what its registers read: nothing that it does not use, and all of it later."""

import pytest

from retail.settings import StoreSettings
from retail.wire.protocol import FEED_NAMES, FeedRow
from retail.wire.settings import settings_values
from tests.fixtures.catalog_keys import keys_in
from tests.sync_agent.carrying import page_of
from tests.sync_agent.fetching import Fetching


@pytest.mark.parametrize("pauses", [True, False])
def test_a_register_that_was_never_used_reads_what_a_sign_in_needs_where_its_store_pauses_it(
    fetching: Fetching, pauses: bool
) -> None:
    used: list[bool] = []
    fetching.downloader._is_used = lambda: bool(used)
    values = settings_values(StoreSettings(store="HOUSTON", pause_unused=pauses))
    row = FeedRow(key="HOUSTON", gone=False, value={"values": values})
    fetching.hq.pages = [page_of("settings", [row])]

    fetching.downloader.pull()
    asked = [feed for feed, _ in fetching.hq.asked]
    assert asked == (["settings", "staff", "layouts"] if pauses else list(FEED_NAMES))
    assert fetching.catalog.is_ready() is not pauses

    used.append(True)
    fetching.downloader.pull()
    assert {feed for feed, _ in fetching.hq.asked} == set(FEED_NAMES)
    assert fetching.catalog.is_ready()


def test_a_store_that_filters_shared_customer_data_keeps_no_customer_and_asks_for_none(
    fetching: Fetching,
) -> None:
    def settings(*, filters: bool) -> FeedRow:
        values = settings_values(StoreSettings("HOUSTON", filter_shared_customer_data=filters))
        return FeedRow(key="HOUSTON", gone=False, value={"values": values})

    anna = FeedRow(key="anna", gone=False, value={"id": "anna", "account": "1", "name": "Anna Berg"})
    fetching.hq.pages = [
        page_of("settings", [settings(filters=False)]), page_of("customers", [anna], cursor="c"),
    ]  # fmt: skip
    fetching.downloader.pull()
    assert fetching.catalog.find_customers("berg", 5)

    fetching.hq.pages = [page_of("settings", [settings(filters=True)], cursor="2")]
    fetching.hq.asked.clear()
    for news in (("settings",), ("customers",), None):
        assert fetching.downloader.pull(news).fault is None

    assert "customers" not in [feed for feed, _ in fetching.hq.asked]
    assert (fetching.catalog.find_customers("berg", 5), keys_in(fetching.catalog, "customers")) == ([], set())
    assert "customers" not in fetching.catalog.contact().received

    fetching.hq.pages = [
        page_of("settings", [settings(filters=False)], cursor="3"), page_of("customers", [anna], cursor="d"),
    ]  # fmt: skip
    fetching.downloader.pull()
    assert ("customers", "") in fetching.hq.asked
    assert fetching.catalog.find_customers("berg", 5)
