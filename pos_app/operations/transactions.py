"""Ending the open sale: concluding it, or voiding it as a whole."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import (
    Answered,
    Asking,
    Done,
    Kept,
    Kind,
    Needs,
    Outcome,
    Params,
    Refused,
    operation,
)
from pos_app.register.checkout import plan_conclusion
from pos_app.register.receipts import store_facts
from retail.cart import Cart
from retail.errors import RuleBroken
from retail.messages import say
from retail.order_attributes import say_attributes
from retail.permissions import Right
from retail.receipt_voided import VoidedSale, voided_receipt_of
from retail.totals import totals_of


@operation(
    "transaction.conclude",
    title="Conclude",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.OPEN_CART, Needs.CARD_CLEAR},
    takes={"attributes": Kind.FIELDS},
)
def conclude(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Make the open sale a transaction that never changes, and its order where it has one; with details that it lacks,
    where they are given.
    """
    if params.get("attributes"):
        context.cart = say_attributes(context.open_cart, params["attributes"], context.settings)
    return plan_conclusion(context)


@operation(
    "transaction.void",
    title="Void sale",
    needs={Needs.SIGNED_IN, Needs.OPEN_CART, Needs.CARD_CLEAR},
    permission=Right.VOID_TRANSACTION,
    takes={"reason": Kind.TEXT},
)
def void_transaction(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Strike the whole sale. The journal keeps what it came to."""
    cart = context.open_cart
    if cart.tenders:
        return Refused(say("A payment was taken. Remove it first, then void the sale."))
    context.note(
        "transaction.void",
        transaction=cart.id,
        lines=len(cart.active_lines),
        total_minor=totals_of(cart, context.settings).total_minor,
        reason=params.get("reason", ""),
    )
    context.cart = None
    if context.settings.print_voided and cart.active_lines:
        return Kept(lambda work: _voided(cart), lambda done: _print_voided(context, cart, done))
    return _voided(cart)


def _voided(cart: Cart) -> Done:
    order = None if cart.act is None else cart.act.order
    if order is not None and order.is_sale:
        return Done(say("Discarded. Sale {order} stays as it was before.", order=order.reference))
    if order is not None:
        return Done(say("Discarded. Order {order} stays as it was before.", order=order.reference))
    return Done(say("Sale voided."))


def _print_voided(context: RegisterContext, cart: Cart, done: Done) -> Done:
    """The paper of what was struck, for stores that keep it; without paper it is struck all the same."""
    paper = VoidedSale(
        cart, totals_of(cart, context.settings).total_minor, context.place.register,
        "" if context.user is None else context.user.user, context.now,
    )  # fmt: skip
    rows = voided_receipt_of(paper, store_facts(context.settings))
    try:
        context.receipts.print_paper(rows, f"VOID-{cart.id}", context.settings)
    except RuleBroken:
        return Done(say("{voided} Its paper did not come out.", voided=done.message), done.values)
    return done


@operation("receipt.print", title="Print receipt", needs={Needs.SIGNED_IN}, takes={"transaction": Kind.TEXT})
def print_receipt(context: RegisterContext, params: Params) -> Outcome | Asking:
    """Print a concluded transaction's receipt, the last one's unless said; after the first it says COPY, and takes a
    right.
    """
    transaction = params.get("transaction")
    if not context.receipts.is_copy(transaction, context.settings):
        number = context.receipts.print(transaction, context.settings)
        return Done(say("Receipt {number} printed.", number=number))
    context.require(Right.REPRINT_RECEIPT)
    return Asking(lambda work: None, lambda draft: _copy_printed(draft, transaction))


def _copy_printed(context: RegisterContext, transaction: str | None) -> Answered:
    number = context.receipts.print(transaction, context.settings)
    context.note("receipt.copy", receipt_number=number)
    return Answered(Done(say("Copy of receipt {number} printed.", number=number)), lambda work: None)


@operation("receipt.gift", title="Gift receipt", needs={Needs.SIGNED_IN}, takes={"transaction": Kind.TEXT})
def print_gift_receipt(context: RegisterContext, params: Params) -> Outcome:
    """Print a receipt without prices for the goods that were handed over, the last ones unless said."""
    number = context.receipts.print_gift(params.get("transaction"), context.settings)
    context.note("receipt.gift", receipt_number=number)
    return Done(say("Gift receipt {number} printed.", number=number))
