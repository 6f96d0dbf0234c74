"""What an operation needs, checked as a table: the first thing that is missing, in words to act on."""

from collections.abc import Callable, Collection

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Needs
from pos_app.register.card_payments import unclear_payments
from retail.cart import Cart, CartKind
from retail.cart_values import WITHOUT_LINES
from retail.messages import Message, say

_CHECKS: tuple[tuple[Needs, Callable[[RegisterContext], bool], Message], ...] = (
    (
        Needs.SIGNED_IN,
        lambda context: context.user is not None,
        say("Sign in first."),
    ),
    (
        Needs.SIGNED_IN,
        lambda context: not context.is_locked,
        say("The register is locked. Unlock it with your PIN."),
    ),
    (
        Needs.OPEN_SHIFT,
        lambda context: context.shift is not None,
        say("No shift is open. Open one with the start amount."),
    ),
    (
        Needs.READY_TO_SELL,
        lambda context: context.shop.is_ready_to_sell(),
        say(
            "This register still receives its products and prices. It sells as soon as all of them are here."
        ),
    ),
    (
        Needs.OPEN_CART,
        lambda context: context.cart is not None,
        say("There is no open sale. Scan or type an item."),
    ),
    (
        Needs.LINES,
        lambda context: context.cart is not None and _has_something(context.cart),
        say("There is nothing in the sale. Scan or type an item."),
    ),
    (
        Needs.CUSTOMER,
        lambda context: context.cart is not None and context.cart.customer is not None,
        say("There is no customer. Search for one or add a new one."),
    ),
    (
        Needs.ORDER,
        lambda context: context.cart is not None and context.cart.kind is not CartKind.SALE,
        say("This is a plain sale. Ship or pick up goods to make it an order."),
    ),
    (
        Needs.TENDER,
        lambda context: context.cart is not None and bool(context.cart.tenders),
        say("No payment was taken. There is none to remove."),
    ),
    (
        Needs.NO_TENDER,
        lambda context: context.cart is None or not context.cart.tenders,
        say("A payment was taken: nothing can be undone any more. Conclude the sale, or void it."),
    ),
    (
        Needs.DONE_CHANGE,
        lambda context: bool(context.history.done),
        say("There is nothing to undo. Only changes of the open sale can be undone."),
    ),
    (
        Needs.UNDONE_CHANGE,
        lambda context: bool(context.history.undone),
        say("There is nothing to redo. Undo something first."),
    ),
    (
        Needs.CARD_CLEAR,
        lambda context: not unclear_payments(context.cart, context.card_payments),
        say("It is not clear whether a card was charged. Check the card payment first."),
    ),
)


def _has_something(cart: Cart) -> bool:
    """Goods, or the payment or the cancellation of an order, which have none."""
    return bool(cart.active_lines) or cart.kind in WITHOUT_LINES


def missing_need(needs: Collection[Needs], context: RegisterContext) -> Message | None:
    """Why an operation with these needs cannot start now; None where it can."""
    for need, is_met, words in _CHECKS:
        if need in needs and not is_met(context):
            return words
    return None
