"""What a store lets people type, and what it lets stand in one sale."""

from retail.cart_values import Cart
from retail.catalog import Product
from retail.errors import RuleBroken
from retail.money import Money
from retail.quantity import ONE, pieces
from retail.settings import StoreSettings


def check_typed_price(name: str, price_minor: int, settings: StoreSettings, currency: str) -> int:
    """Give back a price that somebody typed, where the store lets it be typed.

    Raises:
        RuleBroken: it is above the most that is typed here.
    """
    most = settings.price_max_minor
    if most is not None and price_minor > most:
        raise RuleBroken("{name} cannot cost {price}: the most that is typed here is {limit}. Type the price again.",
                         name=name, price=Money(price_minor, currency), limit=Money(most, currency))  # fmt: skip
    return price_minor


def check_store_quantity(name: str, quantity_thousandths: int, settings: StoreSettings) -> int:
    """Give back a quantity of one line, where the store sells so much of it at once.

    Raises:
        RuleBroken: it is more.
    """
    most = settings.quantity_max
    if most is not None and abs(quantity_thousandths) > most * ONE:
        raise RuleBroken("{quantity} × {name} is too much: this store takes at most {limit} on a line. Type fewer.",
                         name=name, quantity=pieces(abs(quantity_thousandths)), limit=most)  # fmt: skip
    return quantity_thousandths


def check_takes_sales(cart: Cart, settings: StoreSettings) -> None:
    """Let goods be sold in this cart.

    Raises:
        RuleBroken: goods come back in it, and the store keeps the two apart.
    """
    if settings.prohibit_mixed_returns and any(line.quantity_thousandths < 0 for line in cart.active_lines):
        raise RuleBroken("This store sells goods in a sale of their own. Conclude the return first.")


def check_takes_returns(cart: Cart, settings: StoreSettings) -> None:
    """Let goods come back in this cart.

    Raises:
        RuleBroken: goods are sold in it, and the store keeps the two apart.
    """
    if settings.prohibit_mixed_returns and any(line.quantity_thousandths > 0 for line in cart.active_lines):
        raise RuleBroken("This store takes goods back in a sale of their own. Conclude the sale first.")


def asks_price(product: Product, settings: StoreSettings) -> bool:
    """Whether whoever sells this types its price: the product says so, or it costs nothing and the store wants it."""
    return product.key_in_price or (
        settings.key_in_zero_price and product.sellable and not product.price_minor
    )
