"""Taking money for the sale in cash or on an account, giving it back in cash, and taking a payment out again."""

from dataclasses import replace

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Ask, Asking, Done, Handled, Kind, Needs, Outcome, Params, operation
from pos_app.register.card_payments import clear_up, next_number
from retail.aggregating import paid
from retail.cards import CardStep
from retail.carried_serials import check_serials
from retail.cart import CartKind
from retail.errors import RuleBroken
from retail.messages import Message, say
from retail.money import Money
from retail.permissions import Right
from retail.refunds import check_refund, refund_room
from retail.settling import check_calculated
from retail.tender import Tender, TenderType, refund_cash, refund_exactly, settle_cash, settle_exactly
from retail.totals import totals_of

PAYING = {Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.LINES, Needs.CARD_CLEAR}
REFUNDING = {Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.OPEN_CART, Needs.CARD_CLEAR}


@operation("tender.cash", title="Cash", needs=PAYING, takes={"amount": Kind.AMOUNT})
def pay_cash(context: RegisterContext, params: Params) -> Outcome:
    """Take cash: what was handed over, or exactly what is due; what is over comes back as change."""
    cart = context.open_cart
    check_room(context)
    due = totals_of(cart, context.settings).due_minor
    tender = settle_cash(
        next_number(cart), params.get("amount"), due, context.settings.cash_rounding_minor, cart.currency
    )
    rest = due - tender.settled_minor
    paid, currency = Money(tender.tendered_minor, cart.currency), cart.currency
    if rest > 0:
        words = say("Cash {paid}. {rest} is still due.", paid=paid, rest=Money(rest, currency))
    elif tender.change_minor:
        words = say("Cash {paid}. Change {change}.", paid=paid, change=Money(tender.change_minor, currency))
    else:
        words = say("Cash {paid}.", paid=paid)
    return _take(context, tender, rest, words)


@operation(
    "tender.customer_account",
    title="On account",
    needs={*PAYING, Needs.CUSTOMER},
    permission=Right.CUSTOMER_ACCOUNT,
    takes={"amount": Kind.AMOUNT},
)
def pay_on_account(context: RegisterContext, params: Params) -> Outcome:
    """Let headquarters write it on the customer's account: never a deposit (D20), and never without headquarters."""
    cart = context.open_cart
    if cart.kind in (CartKind.ORDER, CartKind.PAYMENT):
        raise RuleBroken("A deposit is not paid on the customer's account. Take cash or a card.")
    if cart.customer is None or cart.customer.is_pending:
        raise RuleBroken("This customer has no account number yet. Take cash or a card.")
    due = totals_of(cart, context.settings).due_minor
    tender = settle_exactly(
        next_number(cart), TenderType.CUSTOMER_ACCOUNT, params.get("amount"), due, cart.currency
    )
    if not context.headquarters.answers():
        raise RuleBroken("Headquarters does not answer, and accounts are kept there. Take cash or a card.")
    check_room(context)
    words = say("On account {paid}.", paid=Money(tender.tendered_minor, cart.currency))
    return _take(context, tender, due - tender.settled_minor, words)


@operation("tender.refund_cash", title="Refund in cash", needs=REFUNDING, takes={"amount": Kind.AMOUNT})
def give_cash(context: RegisterContext, params: Params) -> Outcome:
    """Give cash back where the amount due is below zero: all of it, rounded to the coin, or a part."""
    cart = context.open_cart
    check_room(context)
    due = totals_of(cart, context.settings).due_minor
    amount = params.get("amount", usual_refund(context, TenderType.CASH))
    tender = refund_cash(next_number(cart), amount, due, context.settings.cash_rounding_minor, cart.currency)
    check_policy(context, TenderType.CASH, -tender.settled_minor)
    words = say("Hand back {amount}.", amount=Money(-tender.tendered_minor, cart.currency))
    return _take(context, tender, due - tender.settled_minor, words)


@operation(
    "tender.refund_customer_account",
    title="Refund on account",
    needs=REFUNDING | {Needs.CUSTOMER},
    permission=Right.CUSTOMER_ACCOUNT,
    takes={"amount": Kind.AMOUNT},
)
def give_on_account(context: RegisterContext, params: Params) -> Outcome:
    """Let headquarters write what is owed to the customer's account; never without headquarters."""
    cart = context.open_cart
    if cart.customer is None or cart.customer.is_pending:
        raise RuleBroken("This customer has no account number yet. Refund in cash or to a card.")
    due = totals_of(cart, context.settings).due_minor
    amount = params.get("amount", usual_refund(context, TenderType.CUSTOMER_ACCOUNT))
    tender = refund_exactly(next_number(cart), TenderType.CUSTOMER_ACCOUNT, amount, due, cart.currency)
    check_policy(context, TenderType.CUSTOMER_ACCOUNT, -tender.settled_minor)
    if not context.headquarters.answers():
        raise RuleBroken(
            "Headquarters does not answer, and accounts are kept there. Refund in cash or to a card."
        )
    check_room(context)
    words = say("{amount} goes back on account.", amount=Money(-tender.tendered_minor, cart.currency))
    return _take(context, tender, due - tender.settled_minor, words)


@operation(
    "tender.void",
    title="Remove payment",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.TENDER, Needs.CARD_CLEAR},
    asks=(Ask("number", prompt=say("Which payment?"), kind=Kind.NUMBER),),
)
def void_tender(context: RegisterContext, params: Params) -> Handled:
    """Take back a tender of the open sale: the money is handed back, or goes back to the card, and is due again."""
    cart = context.open_cart
    for tender in cart.tenders:
        if tender.number == params["number"]:
            break
    else:
        raise RuleBroken("There is no payment {number}. Choose one of the list.", number=params["number"])
    back = tender.tendered_minor - tender.change_minor
    context.note("tender.void", type=tender.type, tendered_minor=tender.tendered_minor, given_back_minor=back)
    if tender.card is not None:
        reference = tender.card.reference
        return Asking(
            lambda work: work.move_card_payment(reference, CardStep.TAKEN, CardStep.REVERSING), clear_up
        )
    context.cart = replace(cart, tenders=tuple(each for each in cart.tenders if each is not tender))
    if back < 0:
        return Done(say("Refund removed. Take back {amount}.", amount=Money(-back, cart.currency)))
    return Done(say("Payment removed. Hand back {amount}.", amount=Money(back, cart.currency)))


def usual_refund(context: RegisterContext, by: TenderType) -> int | None:
    """What goes back by this tender where nobody says how much: all that is owed (None), or what the policy gives."""
    cart = context.open_cart
    owed = -totals_of(cart, context.settings).due_minor
    most = refund_room(cart, context.settings, by)
    return most if 0 < most < owed else None


def check_policy(context: RegisterContext, by: TenderType, amount_minor: int) -> None:
    """Let so much be given back by this tender; what the policy gives only with approval asks for one.

    Raises:
        RuleBroken: the refund policy gives less back that way.
    """
    if check_refund(context.open_cart, context.settings, by, amount_minor):
        context.require(Right.REFUND_TENDER)


def check_room(context: RegisterContext) -> None:
    """A sale that could not be kept or concluded must be refused before money changes hands."""
    check_serials(context.open_cart)
    check_calculated(context.open_cart, context.pricing, context.settings)
    if not context.open_cart.tenders:
        context.shop.check_room()


def _take(context: RegisterContext, tender: Tender, rest_minor: int, words: Message) -> Done:
    cart = context.open_cart
    tenders, kept = (*cart.tenders, tender), tender
    if context.settings.aggregate_payments:
        tenders, kept = paid(cart.tenders, tender)
    context.cart = replace(cart, tenders=tenders)
    return Done(words, {"tender": kept.number, "change_minor": tender.change_minor, "due_minor": rest_minor})
