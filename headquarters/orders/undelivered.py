"""Whether the order that a document makes can be delivered as it says: by the modes that its store has now."""

from collections.abc import Mapping, Sequence

from retail.cart_values import CartLine
from retail.messages import Message
from retail.orders.delivery import Delivery
from retail.orders.order import OrderState, OrderStatus
from retail.orders.undeliverable import undeliverable
from retail.settings import StoreSettings
from retail.wire.arrival import cart_of
from retail.wire.reasons import undelivered
from retail.wire.uploads import LinePart, TransactionDocument


def lost_lines(document: TransactionDocument, settings: StoreSettings) -> tuple[CartLine, ...]:
    """The lines of a document that makes an order which cannot be delivered as they say.

    None of a quote's, of which nothing leaves, and none of what is done to an order that is there: what comes behind
    it stands on it, and would have to wait. See `why_lost_since` for these.
    """
    return () if document.order is None or document.order.based_on else _lost(document, settings)


def why_undelivered(document: TransactionDocument, settings: StoreSettings) -> Message | None:
    """Why, by the first of these lines; None where the order can be delivered."""
    return _why(lost_lines(document, settings))


def why_lost_since(
    document: TransactionDocument, before: OrderState | None, settings: StoreSettings
) -> Message | None:
    """Why an order cannot be delivered as its edit or its quote's conversion says, by the first such line.

    None where all that can no more be delivered stood so in the order before: it was said then, or has gone.
    """
    if document.order is None or before is None:
        return None
    stood = {} if before.status is OrderStatus.QUOTE else {line.number: line.plan for line in before.lines}
    parts = dict(enumerate(document.lines, 1))
    return _why(
        [line for line in _lost(document, settings) if not _is_as_it_stood(line, parts[line.number], stood)]
    )


def _is_as_it_stood(line: CartLine, part: LinePart, stood: Mapping[int, Delivery | None]) -> bool:
    plan = None if part.order_line is None else stood.get(part.order_line)
    way = line.delivery
    return plan is not None and way is not None and (plan.mode, plan.address) == (way.mode, way.address)


def _lost(document: TransactionDocument, settings: StoreSettings) -> tuple[CartLine, ...]:
    if document.order is None or document.order.kind == "quote":
        return ()
    sure = set(settings.delivery_modes) - {each.mode for each in settings.delivery_rules}
    ways = [line.delivery for line in document.lines if line.delivery is not None]
    if all(way.kind != "ship" or way.mode in sure for way in ways):
        return ()
    return undeliverable(cart_of(document)[0].active_lines, settings)


def _why(lines: Sequence[CartLine]) -> Message | None:
    for line in lines:
        return undelivered("" if line.delivery is None else line.delivery.mode, line.name)
    return None
