"""Taking money for the sale."""

from dataclasses import replace

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Ask, Done, Kind, Needs, Outcome, Params, operation
from retail.errors import RuleBroken
from retail.messages import say
from retail.money import Money
from retail.tender import settle_cash
from retail.totals import totals_of


@operation(
    "tender.cash",
    title="Cash",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.LINES},
    takes={"amount": Kind.AMOUNT},
)
def pay_cash(context: RegisterContext, params: Params) -> Outcome:
    """Take cash: what was handed over, or exactly what is due; what is over comes back as change."""
    cart = context.open_cart
    if not cart.tenders:
        # A sale that could not be kept must be refused before money changes hands.
        context.shop.check_room()
    due = totals_of(cart, context.settings).due_minor
    number = 1 + max((tender.number for tender in cart.tenders), default=0)
    tender = settle_cash(
        number, params.get("amount"), due, context.settings.cash_rounding_minor, cart.currency
    )
    context.cart = replace(cart, tenders=(*cart.tenders, tender))
    rest = due - tender.settled_minor
    paid, currency = Money(tender.tendered_minor, cart.currency), cart.currency
    if rest > 0:
        words = say("Cash {paid}. {rest} is still due.", paid=paid, rest=Money(rest, currency))
    elif tender.change_minor:
        words = say("Cash {paid}. Change {change}.", paid=paid, change=Money(tender.change_minor, currency))
    else:
        words = say("Cash {paid}.", paid=paid)
    return Done(words, {"tender": number, "change_minor": tender.change_minor, "due_minor": rest})


@operation(
    "tender.void",
    title="Remove payment",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.TENDER},
    asks=(Ask("number", prompt=say("Which payment?"), kind=Kind.NUMBER),),
)
def void_tender(context: RegisterContext, params: Params) -> Outcome:
    """Take back a tender of the open sale: the money is handed back and the amount is due again."""
    cart = context.open_cart
    for tender in cart.tenders:
        if tender.number == params["number"]:
            break
    else:
        raise RuleBroken("There is no payment {number}. Choose one of the list.", number=params["number"])
    context.cart = replace(cart, tenders=tuple(each for each in cart.tenders if each is not tender))
    back = tender.tendered_minor - tender.change_minor
    context.note("tender.void", type=tender.type, tendered_minor=tender.tendered_minor, given_back_minor=back)
    return Done(say("Payment removed. Hand back {amount}.", amount=Money(back, cart.currency)))
