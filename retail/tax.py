"""Tax arithmetic: which rate holds for a line, and how much tax an amount carries."""

from decimal import Decimal

from retail.orders.delivery import Delivery, DeliveryKind
from retail.rounding import percent_of, percent_within
from retail.settings import StoreSettings


def tax_of(amount_minor: int, rate_percent: Decimal, *, included: bool) -> int:
    """The tax of an amount, rounded once: on top of it, or taken out of it where prices include tax.

    >>> tax_of(9999, Decimal("6.25"), included=True), tax_of(19999, Decimal(8), included=False)
    (588, 1600)
    """
    return percent_within(amount_minor, rate_percent) if included else percent_of(amount_minor, rate_percent)


def line_rate(own_percent: Decimal | None, delivery: Delivery | None, settings: StoreSettings) -> Decimal:
    """The rate of a line: its address' if shipped and settings say so, its product's own, or the store's.

    A shipped line follows its address only where that address has a rate; goods to be fetched follow the
    store that hands them out (decisions 35 and 40).
    """
    if delivery is not None and delivery.kind is DeliveryKind.SHIP and delivery.address is not None:
        by_address = settings.destination_based_tax or settings.customer_based_tax
        if by_address and delivery.address.tax_percent is not None:
            return delivery.address.tax_percent
    if own_percent is not None:
        return own_percent
    if delivery is not None and delivery.kind is DeliveryKind.PICKUP:
        for place in settings.pickup_stores:
            if place.store == delivery.store:
                return place.tax_percent
    return settings.tax_percent
