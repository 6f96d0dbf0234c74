"""Goods: products and, apart because they change more often, their prices."""

from retail.wire.feeds import PriceRow, ProductRow
from sync_agent.feeds.adapter import Feed

PRODUCTS = Feed("products", ProductRow.model_validate_json, lambda row: row.number)
PRICES = Feed("prices", PriceRow.model_validate_json, lambda row: row.number)
