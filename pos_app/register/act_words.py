"""What the screen says while the open cart acts on an order: captions, sums, and what stays as it is."""

from collections.abc import Callable

from pos_app.acting_views import ActView
from pos_app.language.language import Language
from retail.cart import Cart, CartKind
from retail.cart_values import ActKind
from retail.errors import RuleBroken
from retail.messages import Message, phrase, say
from retail.money import Money
from retail.orders.acts import WHOLE, Act
from retail.orders.fixed import check_customer_changes, check_takes_goods, check_whole
from retail.totals import Totals

_CAPTIONS = {
    ActKind.EDIT: phrase("Editing order {order}"),
    ActKind.CONVERT: phrase("Quote {order} becomes an order"),
    ActKind.PAY: phrase("Payment on {order}"),
    ActKind.PICKUP: phrase("Pickup of {order}"),
    ActKind.CANCEL: phrase("Cancelling {order}"),
    ActKind.RETURN: phrase("Return of {order}"),
}
DISCARD = phrase("Discard changes")
"""What voiding is called while an order is acted on: the order itself stays (ux 8.4)."""


def act_view(cart: Cart, language: Language) -> ActView | None:
    """The frame of a cart that acts on an order."""
    if cart.act is None:
        return None
    caption = _CAPTIONS[cart.act.kind]
    if cart.act.kind is ActKind.EDIT and cart.kind is CartKind.QUOTE:
        caption = phrase("Editing quote {order}")
    order = reference(cart.act)
    if cart.act.order is None:
        caption = phrase("Return without a receipt")
    no_goods = why_fixed("product.add", cart)
    return ActView(
        caption=language.say(caption, order=order),
        discard=language.say("Nothing of this is kept.")
        if cart.act.order is None
        else language.say("Sale {order} stays as it was before.", order=order)
        if cart.act.order.is_sale
        else language.say("Order {order} stays as it was before.", order=order),
        no_goods="" if no_goods is None else language.tell(no_goods),
    )


def reference(act: Act) -> str:
    """What people call the order of an act by."""
    return "" if act.order is None else act.order.reference


def why_fixed(operation: str, cart: Cart | None) -> Message | None:
    """Why an operation cannot be done to a cart that acts on an order; None where it may be tried."""
    if cart is None or cart.act is None:
        return None
    for beginnings, check in _FIXED:
        if operation.startswith(beginnings):
            try:
                check(cart)
            except RuleBroken as broken:
                return broken.message
    return None


_FIXED: tuple[tuple[tuple[str, ...], Callable[[Cart], None]], ...] = (
    (("product.", "line.quantity", "line.void"), check_takes_goods),
    (
        (
            "order.ship_",
            "order.pick_up_",
            "order.carry_out_",
            "order.balance",
            "order.create",
            "quote.",
            "deposit.override",
            "deposit.pay_in_full",
        ),
        check_whole,
    ),
    (("customer.",), check_customer_changes),
)
"""Which operations ask for what of a cart that acts on an order."""


def act_caption(act: Act, totals: Totals, language: Language) -> str:
    """What the amount due is called."""
    if totals.due_minor < 0 or (act.kind in (ActKind.CANCEL, ActKind.RETURN) and not totals.due_minor):
        return language.say("Refund")
    if act.kind is ActKind.PICKUP:
        return language.say("Balance at pickup")
    is_plain = act.kind in (ActKind.RETURN, ActKind.PAY)
    return language.say("To pay") if is_plain else language.say("Due now")


def act_consequence(cart: Cart, act: Act, totals: Totals, language: Language) -> str:
    """What beginning this act would mean, before it is begun: `Balance at pickup 874.00 · 1,249.00 less ...`."""
    due = language.amount(abs(totals.due_minor), cart.currency)
    explained = language.tell(act_explanation(cart, act, totals))
    return f"{act_caption(act, totals, language)} {due} \u00b7 {explained}"


def act_explanation(cart: Cart, act: Act, totals: Totals) -> Message:
    """The sentence that says where the amount due comes from."""
    if act.kind in WHOLE:
        return _explain_change(cart, act, totals)
    if act.kind is ActKind.PICKUP:
        return _explain_pickup(cart, act, totals)
    if act.kind is ActKind.CANCEL:
        return explain_cancellation(cart, act, totals)
    if act.kind is ActKind.PAY:
        return _explain_payment(cart, act)
    back = -sum(line.amount_minor for line in cart.active_lines if line.quantity_thousandths < 0)
    new = sum(line.amount_minor for line in cart.active_lines if line.quantity_thousandths > 0)
    amounts = {"back": Money(back, cart.currency), "new": Money(new, cart.currency)}
    if new:
        return say("Goods {back} come back, new goods {new}, with charges and tax as they were.", **amounts)
    return say("Goods {back} come back, with charges and tax as they were.", **amounts)


def _explain_change(cart: Cart, act: Act, totals: Totals) -> Message:
    if cart.kind is CartKind.QUOTE:
        return say("A quote takes no money.")
    asked = Money(totals.deposit_minor, cart.currency)
    if not act.deposit_paid_minor:
        return say("{asked} is asked for now; nothing was paid before.", asked=asked)
    paid = Money(act.deposit_paid_minor, cart.currency)
    return say("{asked} is asked for, {paid} was paid before.", asked=asked, paid=paid)


def _explain_pickup(cart: Cart, act: Act, totals: Totals) -> Message:
    amounts = {
        "total": Money(totals.total_minor, cart.currency),
        "used": Money(totals.applied_minor, cart.currency),
        "left": Money(act.deposit_available_minor, cart.currency),
    }
    if act.may_steer and act.deposit_available_minor:
        return say("{total} less {used} of the deposit; {left} of it is left. F10 changes it.", **amounts)
    if totals.applied_minor:
        return say("{total} less {used} of the deposit.", **amounts)
    return say("{total}; no deposit is used.", **amounts)


def _explain_payment(cart: Cart, act: Act) -> Message:
    left = 0 if act.order is None else act.order.to_pay_minor
    if left < 0:
        return say("More was paid than the order comes to; all of that goes back.")
    unpaid = 0 if act.order is None else max(0, act.order.unpaid_minor)
    amounts = {
        "left": Money(left, cart.currency),
        "unpaid": Money(unpaid, cart.currency),
        "after": Money(left - act.asked_minor, cart.currency),
    }
    if unpaid:
        return say("{unpaid} of it is for goods that have gone; {after} is left to pay after it.", **amounts)
    return say("{left} is left to pay of the order, {after} after it.", **amounts)


def explain_cancellation(cart: Cart, act: Act, totals: Totals) -> Message:
    """Deposit less charge is what goes back, as a sum."""
    amounts = {
        "deposit": Money(act.deposit_available_minor, cart.currency),
        "charge": Money(totals.total_minor, cart.currency),
        "back": Money(act.deposit_available_minor - totals.total_minor, cart.currency),
        "due": Money(totals.total_minor - act.deposit_available_minor, cart.currency),
    }
    if totals.total_minor > act.deposit_available_minor:
        return say("Charge {charge} \u2212 deposit {deposit} = {due} to pay.", **amounts)
    return say("Deposit {deposit} \u2212 charge {charge} = refund {back}.", **amounts)
