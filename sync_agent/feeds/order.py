"""All feeds, in the order a register reads them, and which of them are shown together."""

from typing import Any

from retail.wire.protocol import FEED_NAMES
from sync_agent.feeds.adapter import Feed
from sync_agent.feeds.catalogue import LIST_PRICES, PRICES, PRODUCTS, PROMOTIONS, STOCK
from sync_agent.feeds.people import CUSTOMERS, ERASURES, ORDERS, STAFF
from sync_agent.feeds.setup import LAYOUTS, SETTINGS

_KNOWN: dict[str, Feed[Any]] = {
    feed.name: feed
    for feed in (
        SETTINGS,
        STAFF,
        LAYOUTS,
        PROMOTIONS,
        PRODUCTS,
        PRICES,
        LIST_PRICES,
        STOCK,
        CUSTOMERS,
        ORDERS,
        ERASURES,
    )
}
FEEDS: tuple[Feed[Any], ...] = tuple(_KNOWN[name] for name in FEED_NAMES)

_GOODS_END = FEED_NAMES.index("customers")
GROUPS: tuple[tuple[Feed[Any], ...], ...] = (FEEDS[:_GOODS_END], FEEDS[_GOODS_END:])
"""What a sale is made of, and people with their orders: what was read beside the catalogue is shown a group at once."""

TO_SIGN_IN = ("settings", "staff", "layouts")
"""What anybody needs to sign in; where the store pauses registers that were never used, the rest waits for that."""
