"""One line for what is the same, where the store wants it: goods that are scanned again, payments of the same kind."""

from dataclasses import replace

from retail.cart import line_of, set_quantity
from retail.cart_values import Cart, CartLine, PriceSource
from retail.discounts import DiscountSource
from retail.sale_limits import check_store_quantity
from retail.settings import StoreSettings
from retail.tender import Tender

_BY_ITSELF = (PriceSource.LIST, PriceSource.DEAL)


def grown(cart: Cart, settings: StoreSettings) -> tuple[Cart, int]:
    """The cart whose newest line is counted to an earlier one of the same goods, and the line they are on by number.

    Goods that a person priced, that leave in another way or that have serial numbers keep lines of their own.

    Raises:
        RuleBroken: the line would hold more than may be sold at once.
    """
    newest = cart.lines[-1]
    same = next((each for each in cart.active_lines[:-1] if _is_same(each, newest)), None)
    if same is None:
        return cart, newest.number
    quantity = same.quantity_thousandths + newest.quantity_thousandths
    check_store_quantity(same.name, quantity, settings)
    counted = set_quantity(replace(cart, lines=cart.lines[:-1]), same.number, quantity)
    return counted, line_of(counted, same.number).number


def paid(tenders: tuple[Tender, ...], newest: Tender) -> tuple[tuple[Tender, ...], Tender]:
    """The tenders with one more, which is counted to an earlier one of its kind; and the tender that it is now.

    A card payment stays by itself, for it has an authorisation of its own, and money given back is none that was taken.
    """
    for place, each in enumerate(tenders):
        goes_the_same_way = (each.tendered_minor < 0) == (newest.tendered_minor < 0)
        if each.type is newest.type and goes_the_same_way and each.card is None and newest.card is None:
            one = Tender(
                each.number, each.type, each.tendered_minor + newest.tendered_minor,
                each.change_minor + newest.change_minor, each.rounding_minor + newest.rounding_minor,
                each.settled_minor + newest.settled_minor,
            )  # fmt: skip
            return (*tenders[:place], one, *tenders[place + 1 :]), one
    return (*tenders, newest), newest


def _is_same(line: CartLine, newest: CartLine) -> bool:
    return (
        _is_plain(line)
        and _is_plain(newest)
        and (line.product, line.barcode, line.list_price_minor, line.own_tax_percent)
        == (newest.product, newest.barcode, newest.list_price_minor, newest.own_tax_percent)
        and _price(line) == _price(newest)
    )


def _is_plain(line: CartLine) -> bool:
    by_hand = any(each.source is DiscountSource.LINE for each in line.discounts)
    acted_on = line.order_line is not None or line.share is not None or line.quantity_thousandths < 0
    return not (
        by_hand
        or acted_on
        or line.override
        or line.price_locked
        or line.delivery
        or line.serials
        or line.asks_serial
    )


def _price(line: CartLine) -> int | None:
    """The price that makes it another line: one that was typed; None where it follows from the list."""
    return None if line.price_source in _BY_ITSELF else line.price_minor
