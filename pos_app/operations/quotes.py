"""Beginning an order or a quote before it is said how its goods leave us, and the last day of a quote."""

from dataclasses import replace
from datetime import date, timedelta

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Done, Kind, Needs, Outcome, Params, operation
from retail.cart import Cart, change_terms
from retail.errors import RuleBroken
from retail.messages import say
from retail.orders.kinds import CartKind
from retail.orders.quotes import begin, check_expiry
from retail.permissions import Right

DAYS_VALID = 30
AT_A_SHIFT = {Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.LINES, Needs.CUSTOMER}


def as_order_or_quote(cart: Cart, params: Params, today: date) -> Cart:
    """The cart as the `type` that was asked for on the sheet that delivers its goods (decision 10), or as it is.

    Raises:
        RuleBroken: there is no such type, or it is another one already that exists.
    """
    asked = params.get("type")
    if asked is None:
        return cart
    if asked not in (CartKind.ORDER, CartKind.QUOTE):
        raise RuleBroken("There is no type {type}. Choose order or quote.", type=asked)
    if asked == CartKind.ORDER:
        return begin(cart, CartKind.ORDER, None)
    expires = None if cart.terms is None else cart.terms.expires
    return begin(cart, CartKind.QUOTE, expires or today + timedelta(days=DAYS_VALID))


@operation("order.create", title="Create customer order", needs=AT_A_SHIFT, permission=Right.CREATE_ORDER)
def create_order(context: RegisterContext, params: Params) -> Outcome:
    """Make the open sale a customer order; how its goods leave us is said next."""
    context.check_goods_of_an_order(context.open_cart)
    cart = begin(context.open_cart, CartKind.ORDER, None)
    context.check_headquarters_for_orders()
    context.cart = cart
    return Done(say("This is a customer order. Say how its goods leave us."))


@operation(
    "quote.create",
    title="Create quote",
    needs=AT_A_SHIFT,
    permission=Right.CREATE_ORDER,
    takes={"expires": Kind.DATE},
)
def create_quote(context: RegisterContext, params: Params) -> Outcome:
    """Make the open sale a quote that holds until its last day."""
    expires = check_expiry(params.get("expires", context.today + timedelta(days=DAYS_VALID)), context.today)
    context.check_goods_of_an_order(context.open_cart)
    cart = begin(context.open_cart, CartKind.QUOTE, expires)
    context.check_headquarters_for_orders()
    context.cart = cart
    return Done(say("This is a quote, valid until {day}.", day=expires))


@operation(
    "quote.expiry",
    title="Quote expiry",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.ORDER},
    permission=Right.QUOTE_EXPIRY,
    takes={"expires": Kind.DATE},
)
def change_expiry(context: RegisterContext, params: Params) -> Outcome:
    """Move the last day of the quote, or say it."""
    cart = context.open_cart
    expires = cart.terms.expires if cart.terms is not None else None
    if "expires" in params or expires is None:
        expires = check_expiry(
            params.get("expires", context.today + timedelta(days=DAYS_VALID)), context.today
        )
        context.cart = change_terms(
            begin(cart, CartKind.QUOTE, expires), lambda terms: replace(terms, expires=expires)
        )
    return Done(say("This quote is valid until {day}.", day=expires))
