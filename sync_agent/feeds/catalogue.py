"""Goods: products and, apart because they change more often, their prices; and what lowers these for a while."""

from retail.wire.feeds import PriceRow, ProductRow, PromotionRow
from sync_agent.feeds.adapter import Feed

PROMOTIONS = Feed("promotions", PromotionRow.model_validate_json, lambda row: row.id)
PRODUCTS = Feed("products", ProductRow.model_validate_json, lambda row: row.number)
PRICES = Feed("prices", PriceRow.model_validate_json, lambda row: row.number)
