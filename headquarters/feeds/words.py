"""What the feeds are called where people read of them."""

from retail.messages import phrase

FEEDS = {
    "settings": phrase("Settings"), "staff": phrase("Staff"), "layouts": phrase("Screen layouts"),
    "list_prices": phrase("Price lists"), "products": phrase("Products"), "prices": phrase("Prices"),
    "promotions": phrase("Discounts"), "stock": phrase("Inventory"), "customers": phrase("Customers"),
    "orders": phrase("Orders"),
}  # fmt: skip
"""What the feeds are called."""
