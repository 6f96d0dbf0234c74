"""All feeds, in the order a register reads them."""

from typing import Any

from retail.wire.protocol import FEED_NAMES
from sync_agent.feeds.adapter import Feed
from sync_agent.feeds.catalogue import PRICES, PRODUCTS, PROMOTIONS, STOCK
from sync_agent.feeds.people import CUSTOMERS, ORDERS, STAFF
from sync_agent.feeds.setup import LAYOUTS, SETTINGS

_KNOWN: dict[str, Feed[Any]] = {
    feed.name: feed
    for feed in (SETTINGS, STAFF, LAYOUTS, PROMOTIONS, PRODUCTS, PRICES, STOCK, CUSTOMERS, ORDERS)
}
FEEDS: tuple[Feed[Any], ...] = tuple(_KNOWN[name] for name in FEED_NAMES)
