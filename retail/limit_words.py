"""What the limits of somebody are in words, for whoever hears that they do not reach."""

from collections.abc import Iterator
from decimal import Decimal

from retail.messages import Message, listed, say
from retail.money import Money
from retail.permissions import Direction, RoleLimit


def price_limit(limit: RoleLimit) -> Message:
    """How far from the list price another one may be."""
    percent = limit.price_override_percent
    if limit.price_override_direction is Direction.HIGHER:
        return say("{percent} % above the list price", percent=percent)
    if limit.price_override_direction is Direction.LOWER:
        return say("{percent} % below the list price", percent=percent)
    return say("{percent} % of the list price", percent=percent)


def line_discount_limit(limit: RoleLimit, currency: str) -> Message:
    """What may be taken off a line."""
    return _off(limit.line_discount_percent, limit.line_discount_minor, currency)


def total_discount_limit(limit: RoleLimit, currency: str) -> Message:
    """What may be taken off a whole sale."""
    return _off(limit.total_discount_percent, limit.total_discount_minor, currency)


def return_limit(limit: RoleLimit, currency: str) -> Message:
    """What may be taken back. Of a limit that does not reach at least one amount is said."""
    return listed(_returns(limit, currency))


def _off(percent: Decimal, most_minor: int | None, currency: str) -> Message:
    if most_minor is None:
        return say("{percent} % off", percent=percent)
    return say("{percent} % off and {amount}", percent=percent, amount=Money(most_minor, currency))


def _returns(limit: RoleLimit, currency: str) -> Iterator[Message]:
    if limit.return_line_minor is not None:
        yield say("{amount} of one line", amount=Money(limit.return_line_minor, currency))
    if limit.return_total_minor is not None:
        yield say("{amount} of a return", amount=Money(limit.return_total_minor, currency))
    if limit.blind_return_minor is not None:
        yield say("{amount} without a receipt", amount=Money(limit.blind_return_minor, currency))
