"""The lines of a cart that acts on an order: the whole order, or shares of its lines."""

from dataclasses import replace

from retail.cart_values import CartLine
from retail.orders.order import OrderLine
from retail.orders.shares import Share


def whole_line(number: int, line: OrderLine, *, price_locked: bool) -> CartLine:
    """The cart line that stands for a whole line of an order; all gone, it stands for what was invoiced."""
    whole = replace(_begun(number, line), price_locked=price_locked)
    if line.invoiced_thousandths != line.ordered_thousandths:
        return whole
    return replace(whole, charges=line.charges_of(line.invoiced), share=line.invoiced)


def share_line(number: int, line: OrderLine, share: Share, reason: str = "") -> CartLine:
    """The cart line that stands for a part of a line of an order, with the part's own amounts."""
    charges = tuple([each for each in line.charges_of(share) if each.amount_minor or each.part_tax_minor])
    return replace(
        _begun(number, line),
        quantity_thousandths=share.quantity_thousandths,
        charges=charges,
        price_locked=True,
        share=share,
        reason=reason,
    )


def as_it_stands(line: CartLine, known: OrderLine) -> CartLine:
    """The line of an edited order: with nothing left but what has gone, it carries exactly what was invoiced."""
    if line.quantity_thousandths == line.gone_thousandths:
        return replace(line, share=known.invoiced, charges=known.charges_of(known.invoiced))
    return replace(line, share=None, charges=known.charges if line.share is not None else line.charges)


def _begun(number: int, line: OrderLine) -> CartLine:
    """All of a line of an order, as it was agreed."""
    return CartLine(
        number=number,
        product=line.product,
        name=line.name,
        quantity_thousandths=line.ordered_thousandths,
        list_price_minor=line.list_price_minor,
        price_minor=line.price_minor,
        tax_percent=line.tax_percent,
        own_tax_percent=line.own_tax_percent,
        category=line.category,
        item_tax_group=line.item_tax_group,
        unit=line.unit,
        contains_thousandths=line.contains_thousandths,
        tax_codes=line.tax_codes,
        barcode=line.barcode,
        price_source=line.price_source,
        discounts=line.discounts,
        override=line.override,
        charges=line.charges,
        delivery=line.plan,
        order_line=line.number,
        gone_thousandths=line.invoiced_thousandths,
    )
