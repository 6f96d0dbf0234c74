"""Taking goods back that nobody knows the sale of: at today's price or one that is typed, and with a reason."""

from dataclasses import dataclass, replace

from retail.cart import Cart, add_line
from retail.cart_values import ActKind, CartLine, PriceSource
from retail.catalog import Product
from retail.errors import RuleBroken
from retail.orders.acts import Act
from retail.pricing import Pricing, priced
from retail.quantity import ONE
from retail.serials import checked_serials
from retail.settings import StoreSettings
from retail.texts import clean_text


@dataclass(frozen=True, slots=True)
class Brought:
    """What is brought back: how much, why, the price that is typed for it, None for today's, and its serial numbers."""

    quantity_thousandths: int
    reason: str
    price_minor: int | None = None
    barcode: str = ""
    serials: tuple[str, ...] = ()


def take_back_blind(
    cart: Cart, product: Product, brought: Brought, pricing: Pricing, settings: StoreSettings
) -> Cart:
    """The cart with one more line that comes back without a receipt; sold goods in it are given in exchange.

    Today's price is the lowest of the day, promotions and all: nobody knows what was paid, and nobody gets back more
    than the goods cost now.

    Raises:
        RuleBroken: an order is being made or acted on, the product is not one to sell, a price or quantity out of
            bounds, no reason, or not a serial number for each piece where the product has them.
    """
    _check_takes_back(cart)
    reason = clean_text("Reason", brought.reason)
    if not reason:
        raise RuleBroken("Say why {name} comes back.", name=product.name)
    gone = [each for line in cart.active_lines if _is_same(line, product) for each in line.serials]
    asked = product.asks_serial
    serials = checked_serials(product.name, brought.quantity_thousandths, brought.serials, gone, asked=asked)
    grown = add_line(
        cart, product, settings, brought.quantity_thousandths, brought.price_minor, brought.barcode
    )
    line = replace(_coming_back(grown.lines[-1], reason, pricing), serials=serials)
    act = cart.act or Act(ActKind.RETURN, None)
    return replace(grown, lines=(*cart.lines, line), act=act)


def _is_same(line: CartLine, product: Product) -> bool:
    return line.product == product.number and line.quantity_thousandths < 0


def _check_takes_back(cart: Cart) -> None:
    if cart.terms is not None:
        raise RuleBroken("Goods come back in a sale of their own. Conclude or suspend this order first.")
    if cart.act is not None and cart.act.kind is not ActKind.RETURN:
        raise RuleBroken(
            "An order is being handed out or cancelled. Conclude that first, then take goods back."
        )


def _coming_back(line: CartLine, reason: str, pricing: Pricing) -> CartLine:
    """The line turned round, at the price of one piece, which stays as it is."""
    one = priced(replace(line, quantity_thousandths=ONE), pricing.book, pricing.today).amount_minor
    source = PriceSource.LIST if one == line.list_price_minor else PriceSource.KEYED
    return replace(
        line, quantity_thousandths=-line.quantity_thousandths, price_minor=one, price_source=source,
        price_locked=True, discounts=(), charges=(), reason=reason,
    )  # fmt: skip
