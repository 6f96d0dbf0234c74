"""A row that cannot be used is told apart from its neighbours, with the reason."""

from dataclasses import replace
from typing import Any

import pytest

from retail.wire.orders import order_values
from retail.wire.protocol import FEED_NAMES, FeedRow
from sync_agent.feeds.order import FEEDS
from tests.channel_db.making import ordered

PERSON = "018f2b6e-0000-7000-8000-000000000001"
ORDER: dict[str, Any] = {**order_values(replace(ordered(), number="SO-1")), "of a newer HQ": 1}
GOOD: dict[str, tuple[str, dict[str, Any]]] = {
    "settings": ("HOUSTON", {"values": {"store": "HOUSTON", "deposit_percent": "12.5", "of a newer HQ": 1}}),
    "staff": ("kari", {"user": "kari", "name": "Kari", "role": "manager", "pin_hash": "$argon2id$", "x": 1}),
    "layouts": ("sale", {"name": "sale", "content": {"grids": []}}),
    "promotions": (
        "P1",
        {"id": "P1", "name": "Week", "kind": "deal", "products": ["85123a"], "amount_minor": 200},
    ),
    "products": ("85123a", {"number": "85123a", "name": "Holder", "tax_percent": "25", "barcodes": ["4006"]}),
    "prices": ("85123a", {"number": "85123a", "price_minor": 255}),
    "list_prices": ("85123a/L//", {"list": "L", "number": "85123a", "price_minor": 255}),
    "stock": (
        "DALLAS/85123a",
        {"product": "85123a", "place": "DALLAS", "quantity_thousandths": 2000, "as_of": "2026-11-21"},
    ),
    "customers": (PERSON, {"id": PERSON, "account": "C-1", "name": "Ole", "addresses": [{"id": "1"}]}),
    "orders": (ORDER["id"], ORDER),
    "erasures": (PERSON, {"customer": PERSON, "of a newer HQ": 1}),
}
POISONED: dict[str, tuple[str, FeedRow, str]] = {
    "a price with decimals": ("prices", FeedRow(key="A", gone=False, value={"number": "A", "price_minor": 2.5}),
                              "price_minor"),
    "a price as text": ("prices", FeedRow(key="A", gone=False, value={"number": "A", "price_minor": "2"}),
                        "price_minor"),
    "a promotion of more than everything": (
        "promotions", FeedRow(key="P", gone=False, value={"id": "P", "name": "P", "kind": "percent",
                                                          "products": ["A"], "percent": "101"}),
        "cannot be taken off"),
    "no value": ("products", FeedRow(key="A", gone=False, value=None), "no value"),
    "a missing field": ("products", FeedRow(key="A", gone=False, value={"number": "A"}), "name"),
    "another key": ("products", FeedRow(key="a", gone=False, value={"number": "A", "name": "Apple"}), "key"),
    "another store": ("settings", FeedRow(key="SEATTLE", gone=False, value={"values": {"store": "HOUSTON"}}),
                      "key"),
    "an order in a status nobody knows": (
        "orders", FeedRow(key=ORDER["id"], gone=False, value={**ORDER, "status": "melted"}), "status"),
    "an order whose amount is a text": (
        "orders", FeedRow(key=ORDER["id"], gone=False, value={**ORDER, "total_minor": "1"}), "total_minor"),
    "a setting of the wrong type": (
        "settings", FeedRow(key="H", gone=False, value={"values": {"store": "H", "deposit_percent": {}}}),
        "deposit_percent"),
}  # fmt: skip


def by_name(name: str) -> Any:
    return next(feed for feed in FEEDS if feed.name == name)


def test_every_feed_of_the_protocol_has_its_adapter_in_its_order() -> None:
    assert tuple(feed.name for feed in FEEDS) == FEED_NAMES
    assert set(GOOD) == set(FEED_NAMES)


@pytest.mark.parametrize("name", FEED_NAMES)
def test_a_proper_row_is_good_as_it_came(name: str) -> None:
    key, value = GOOD[name]
    row = FeedRow(key=key, gone=False, value=value)

    assert by_name(name).sort((row,)).good == (row,)


@pytest.mark.parametrize("name", FEED_NAMES)
def test_a_tombstone_needs_no_value(name: str) -> None:
    row = FeedRow(key="anything", gone=True, value=None)

    assert by_name(name).sort((row,)).good == (row,)


@pytest.mark.parametrize("case", POISONED)
def test_a_poisoned_row_is_named_and_its_neighbours_are_good(case: str) -> None:
    name, row, why = POISONED[case]
    key, value = GOOD[name]
    neighbour = FeedRow(key=key, gone=False, value=value)

    told = by_name(name).sort((neighbour, row, neighbour))

    assert told.good == (neighbour, neighbour)
    assert [each.key for each in told.poisoned] == [row.key]
    assert why in str(told.poisoned[0].why)
