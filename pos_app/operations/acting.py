"""Opening an order to do something to it: edit, make a quote an order, pay, hand out, cancel."""

from dataclasses import replace

from pos_app.operations.context import RegisterContext
from pos_app.operations.fulfilment import asks_serial
from pos_app.operations.registry import Ask, Asks, Done, Kind, Needs, Outcome, Params, operation
from pos_app.register.fetching import order_for
from pos_app.register.known_order import KnownOrder
from pos_app.register.names import state_name
from retail.auto_charges import charged
from retail.cart import Cart
from retail.customers import Customer
from retail.errors import RuleBroken
from retail.messages import say
from retail.money import Money
from retail.orders.cancellation import default_charge, start_cancellation
from retail.orders.delivery import DeliveryKind
from retail.orders.editing import has_expired, start_conversion, start_edit
from retail.orders.facts import Action
from retail.orders.kinds import Origin
from retail.orders.order import OVER, status_on
from retail.orders.paying import start_payment
from retail.orders.pickup import NO_SERIALS, start_pickup, use_deposit
from retail.permissions import Right
from retail.pricing import recalculate
from retail.totals import totals_of

ON_AN_ORDER = {Needs.SIGNED_IN, Needs.OPEN_SHIFT}
WHICH = Ask("id", prompt=say("Which order?"))


@operation("order.recall", title="Recall order", needs={Needs.SIGNED_IN}, asks=(WHICH,))
def recall(context: RegisterContext, params: Params) -> Outcome:
    """Find the order as it stands now, at headquarters too, to see what can be done with it."""
    order = order_for(context, params["id"], Action.RECALL)
    status = status_on(order.status, order.state.terms.expires, context.today)
    words = say("{number}: {status}", number=order.reference, status=state_name(status))
    return Done(words, {"order": order.id, "number": order.number})


@operation("order.edit", title="Edit order", needs=ON_AN_ORDER, asks=(WHICH,), takes={"sure": Kind.FLAG})
def edit(context: RegisterContext, params: Params) -> Outcome:
    """Open the order to change it; nothing has changed anywhere until it is concluded (decision 5).

    One that was keyed at headquarters opens at today's prices, after the difference was accepted (decision 43); so
    does any where the store does not prevent unintentional price calculation.
    """
    order = opened(context, params["id"], Action.EDIT)
    cart = start_edit(order.state, customer_of(context, order), context.ids.new())
    is_keyed = order.origin in (Origin.HQ, Origin.CRM)
    if is_keyed or not context.settings.prevent_price_calculation:
        fresh = charged(recalculate(cart, context.pricing), context.settings)
        question = _price_question(cart, fresh, context, is_keyed=is_keyed)
        if question is not None and params.get("sure") is not True:
            if params.get("sure") is False:
                raise RuleBroken(
                    "The order stays as it was. Ask headquarters to change it at its own prices."
                )
            return Asks((question,))
        cart = fresh
    context.cart = with_approver(context, _asking_serials(context, cart))
    return Done(say("Editing order {order}.", order=order.reference), {"order": order.id})


def _asking_serials(context: RegisterContext, cart: Cart) -> Cart:
    """The order as a cart that knows which of its goods need serial numbers if they are carried out after all."""
    lines = [replace(line, asks_serial=asks_serial(context, line.product)) for line in cart.lines]
    return replace(cart, lines=tuple(lines))


@operation("order.convert", title="Make it an order", needs=ON_AN_ORDER, asks=(WHICH,))
def convert(context: RegisterContext, params: Params) -> Outcome:
    """Open a quote as the order it becomes; only an expired one is priced anew (decision 9)."""
    order = opened(context, params["id"], Action.CONVERT)
    cart = start_conversion(order.state, customer_of(context, order), context.ids.new(), context.today)
    if has_expired(order.state, context.today):
        cart = charged(recalculate(cart, context.pricing), context.settings)
    context.cart = with_approver(context, _asking_serials(context, cart))
    totals, before = totals_of(context.cart, context.settings), Money(order.state.total_minor, order.currency)
    after, due = Money(totals.total_minor, order.currency), Money(totals.due_minor, order.currency)
    words = say("Quote {order} becomes an order: {due} is due.", order=order.reference, due=due)
    if before != after:
        words = say("Quote {order} had expired: {before} → {after} at today's prices. {due} is due.",
                    order=order.reference, before=before, after=after, due=due)  # fmt: skip
    return Done(words, {"order": order.id})


@operation(
    "order.pick_up",
    title="Pick up",
    needs=ON_AN_ORDER,
    asks=(WHICH,),
    takes={"quantities": Kind.QUANTITIES, "collector": Kind.TEXT, "serials": Kind.SERIALS},
)
def pick_up(context: RegisterContext, params: Params) -> Outcome:
    """Open goods of the order to be paid and handed out: those named, else all that is left for this store.

    Another collector than the order names is written down with the cashier who accepted them (decision 44).
    """
    order = opened(context, params["id"], Action.PICK_UP)
    quantities = params.get("quantities", left_here(order, context.settings.store))
    customer, collector = customer_of(context, order), params.get("collector", "")
    asking = frozenset(
        [
            line.product
            for line in order.lines
            if line.number in quantities and asks_serial(context, line.product)
        ]
    )
    opened_cart = start_pickup(
        order.state, quantities, customer, context.settings, context.ids.new(), collector,
        params.get("serials", NO_SERIALS), asking,
    )  # fmt: skip
    context.cart = with_approver(context, opened_cart)
    expected = order.state.terms.collector or customer.name
    if collector and context.cart.act and context.cart.act.collector != expected:
        context.note("pickup.collector", order=order.id)  # the name stands in the document
    totals = totals_of(context.cart, context.settings)
    words = say("{count} lines of order {order}: {due} is due.",
                count=len(quantities), order=order.reference,
                due=Money(totals.due_minor, order.currency))  # fmt: skip
    return Done(words, {"order": order.id, "due_minor": totals.due_minor})


@operation("order.pay", title="Pay on order", needs=ON_AN_ORDER, asks=(WHICH,), takes={"amount": Kind.AMOUNT})
def pay(context: RegisterContext, params: Params) -> Outcome:
    """Open a further payment on the order: all that is still to be paid of it, or the amount given; or what is owed."""
    order = opened(context, params["id"], Action.PAY)
    context.cart = start_payment(
        order.state, params.get("amount"), customer_of(context, order), context.ids.new()
    )
    due = totals_of(context.cart, context.settings).due_minor
    words = say("Payment on order {order}: {due} is due.",
                order=order.reference, due=Money(due, order.currency))  # fmt: skip
    if due < 0:
        words = say("More was paid on order {order} than it comes to: {back} goes back.",
                    order=order.reference, back=Money(-due, order.currency))  # fmt: skip
    return Done(words, {"order": order.id, "due_minor": due})


@operation(
    "deposit.use",
    title="Use deposit",
    needs={*ON_AN_ORDER, Needs.OPEN_CART},
    asks=(Ask("amount", prompt=say("How much of the deposit?"), kind=Kind.AMOUNT),),
)
def use(context: RegisterContext, params: Params) -> Outcome:
    """State how much of an overridden deposit this pickup uses."""
    context.cart = use_deposit(context.open_cart, context.settings, params["amount"])
    amount = Money(params["amount"], context.cart.currency)
    return Done(say("{amount} of the deposit is used.", amount=amount))


@operation(
    "order.cancel",
    title="Cancel order",
    needs=ON_AN_ORDER,
    asks=(WHICH,),
    takes={"charge": Kind.AMOUNT, "reason": Kind.TEXT},
)
def cancel(context: RegisterContext, params: Params) -> Outcome:
    """Open the cancellation with its charge; another charge than the default needs its right (decision 39)."""
    order = opened(context, params["id"], Action.CANCEL)
    charge = params.get("charge")
    reason = params.get("reason", "")
    cart = start_cancellation(
        order.state, customer_of(context, order), context.settings, context.ids.new(), charge, reason
    )
    if charge is not None and charge != default_charge(order.state, context.settings):
        context.require(Right.CANCELLATION_CHARGE)
        context.note("cancellation.charge", order=order.id, charge_minor=charge)
    context.cart = with_approver(context, cart)
    due = totals_of(context.cart, context.settings).due_minor
    words = (
        say("Cancelling order {order}: {due} is due.", order=order.reference, due=Money(due, order.currency))
        if due > 0
        else say("Cancelling order {order}: {back} goes back.", order=order.reference,
                 back=Money(-due, order.currency))
    )  # fmt: skip
    return Done(words, {"order": order.id, "due_minor": due})


def _price_question(cart: Cart, fresh: Cart, context: RegisterContext, *, is_keyed: bool) -> Ask | None:
    """What today's prices make of an order, as a question; None where they make no difference."""
    before, after = [
        Money(totals_of(each, context.settings).total_minor, cart.currency) for each in (cart, fresh)
    ]
    if before == after:
        return None
    prompt = say("Today's prices change its total: {before} → {after}. Edit it?", before=before, after=after)
    if is_keyed:
        prompt = say("Keyed at headquarters. Today's prices change its total: {before} → {after}. Edit it?",
                     before=before, after=after)  # fmt: skip
    return Ask("sure", prompt=prompt, kind=Kind.FLAG)


def left_here(order: KnownOrder, store: str) -> dict[int, int]:
    """What is left to be handed out in this store, in thousandths by the number of its line."""
    return {
        line.number: line.open_thousandths
        for line in order.lines
        if line.delivery is DeliveryKind.PICKUP
        and line.store == store
        and line.status not in OVER
        and line.open_thousandths
    }


def opened(context: RegisterContext, id: str, action: Action) -> KnownOrder:
    """The order, if this may be done to it and the register is free for it.

    Raises:
        RuleBroken: there is an open sale, or the order does not allow it.
    """
    check_free(context)
    return order_for(context, id, action)


def check_free(context: RegisterContext) -> None:
    """Let something be begun with an order only where no sale is open.

    Raises:
        RuleBroken: one is.
    """
    cart: Cart | None = context.cart
    if cart is not None and (cart.active_lines or cart.tenders or cart.act is not None):
        raise RuleBroken("There is an open sale. Conclude, suspend or void it first.")


def customer_of(context: RegisterContext, order: KnownOrder) -> Customer:
    """The customer as they are known now, else as the order has them."""
    known = context.shop.customer(order.customer_id)
    if known is not None:
        return known
    of_order = order.state.customer
    return Customer(of_order.id, of_order.name, account=of_order.account, business=of_order.business)


def with_approver(context: RegisterContext, cart: Cart) -> Cart:
    """The cart whose act names who approved this call; nobody where nobody had to."""
    user = "" if context.user is None else context.user.user
    approver = "" if context.approved_by == user else context.approved_by
    return replace(cart, act=cart.act and replace(cart.act, approved_by=approver))
