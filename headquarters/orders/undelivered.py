"""Whether the order that a document makes can be delivered as it says: by the modes that its store has now."""

from retail.cart_values import CartLine
from retail.messages import Message
from retail.orders.undeliverable import undeliverable
from retail.settings import StoreSettings
from retail.wire.arrival import cart_of
from retail.wire.reasons import undelivered
from retail.wire.uploads import TransactionDocument


def lost_lines(document: TransactionDocument, settings: StoreSettings) -> tuple[CartLine, ...]:
    """The lines of a document that makes an order which cannot be delivered as they say.

    None of a quote's, of which nothing leaves, and none of what is done to an order that is there: what comes behind
    it stands on it, and would have to wait.
    """
    order = document.order
    if order is None or order.based_on or order.kind == "quote":
        return ()
    sure = set(settings.delivery_modes) - {each.mode for each in settings.delivery_rules}
    ways = [line.delivery for line in document.lines if line.delivery is not None]
    if all(way.kind != "ship" or way.mode in sure for way in ways):
        return ()
    return undeliverable(cart_of(document)[0].active_lines, settings)


def why_undelivered(document: TransactionDocument, settings: StoreSettings) -> Message | None:
    """Why, by the first of these lines; None where the order can be delivered."""
    for line in lost_lines(document, settings):
        return undelivered("" if line.delivery is None else line.delivery.mode, line.name)
    return None
