"""The lines of a cart that acts on an order: the whole order, or shares of its lines."""

from retail.cart_values import CartLine
from retail.orders.order import OrderLine
from retail.orders.shares import Share


def whole_line(number: int, line: OrderLine, *, price_locked: bool) -> CartLine:
    """The cart line that stands for a whole line of an order."""
    return CartLine(
        number=number,
        product=line.product,
        name=line.name,
        quantity_thousandths=line.ordered_thousandths,
        list_price_minor=line.list_price_minor,
        price_minor=line.price_minor,
        tax_percent=line.tax_percent,
        own_tax_percent=line.own_tax_percent,
        barcode=line.barcode,
        price_source=line.price_source,
        discounts=line.discounts,
        override=line.override,
        charges=line.charges,
        delivery=line.plan,
        price_locked=price_locked,
        order_line=line.number,
        gone_thousandths=line.invoiced_thousandths,
    )


def share_line(number: int, line: OrderLine, share: Share, reason: str = "") -> CartLine:
    """The cart line that stands for a part of a line of an order, with the part's own amounts."""
    return CartLine(
        number=number,
        product=line.product,
        name=line.name,
        quantity_thousandths=share.quantity_thousandths,
        list_price_minor=line.list_price_minor,
        price_minor=line.price_minor,
        tax_percent=line.tax_percent,
        own_tax_percent=line.own_tax_percent,
        barcode=line.barcode,
        price_source=line.price_source,
        discounts=line.discounts,
        override=line.override,
        charges=line.charges_of(share),
        delivery=line.plan,
        price_locked=True,
        order_line=line.number,
        gone_thousandths=line.invoiced_thousandths,
        share=share,
        reason=reason,
    )
