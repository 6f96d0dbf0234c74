"""Goods: products; apart, as they change more often, their prices; what lowers these for a while; how much there is."""

from retail.wire.feeds import ListPriceRow, PriceRow, ProductRow, PromotionRow, StockRow
from sync_agent.feeds.adapter import Feed

PROMOTIONS = Feed("promotions", PromotionRow.model_validate_json, lambda row: row.id)
PRODUCTS = Feed("products", ProductRow.model_validate_json, lambda row: row.number)
PRICES = Feed("prices", PriceRow.model_validate_json, lambda row: row.number)
LIST_PRICES = Feed("list_prices", ListPriceRow.model_validate_json, lambda row: row.key)
STOCK = Feed("stock", StockRow.model_validate_json, lambda row: row.key)
