"""Everything that asks the card terminal: paying, giving back, the card on file, and finding out what became of it."""

from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Asking, Done, Kept, Kind, Needs, Outcome, Params, Refused, operation
from pos_app.operations.tenders import PAYING, REFUNDING, check_policy, check_room, usual_refund
from pos_app.register.card_payments import clear_up, next_number, plan_card, unclear_payments
from retail.cards import CardAsk, CardOnFile, CardStep
from retail.cart import Cart
from retail.errors import RuleBroken
from retail.messages import say
from retail.money import Money
from retail.orders.order import OrderState
from retail.permissions import Right
from retail.refunds import original_card
from retail.tender import TenderType, refund_exactly, settle_exactly
from retail.totals import totals_of


@operation("tender.card", title="Card", needs=PAYING, takes={"amount": Kind.AMOUNT})
def pay_card(context: RegisterContext, params: Params) -> Asking:
    """Have the customer's card charged: what is due, or a part; never more, and to the cent."""
    cart = context.open_cart
    check_room(context)
    due = totals_of(cart, context.settings).due_minor
    tender = settle_exactly(next_number(cart), TenderType.CARD, params.get("amount"), due, cart.currency)
    words = say("Card {paid}.", paid=Money(tender.tendered_minor, cart.currency))
    return plan_card(context, CardAsk.CHARGE, tender.tendered_minor, words)


@operation("tender.card_on_file", title="Card on file", needs=PAYING, takes={"amount": Kind.AMOUNT})
def charge_card_on_file(context: RegisterContext, params: Params) -> Asking:
    """Charge a card that was given with the order: up to what it was authorised for, and never more than is due."""
    cart = context.open_cart
    order = None if cart.act is None else cart.act.order
    terms = cart.terms if order is None else order.terms
    cards = () if terms is None else terms.cards
    if not cards:
        raise RuleBroken("No card was given with this order. Take cash or a card.")
    check_room(context)
    due, amount = totals_of(cart, context.settings).due_minor, params.get("amount")
    card, left = _card_for(cart, order, cards, amount)
    if amount is None and due > 0:
        amount = min(due, left)
    if left <= 0 or (amount is not None and amount > left):
        raise RuleBroken("The card on file may be charged {left} at most. Take the rest another way.",
                         left=Money(max(0, left), cart.currency))  # fmt: skip
    tender = settle_exactly(next_number(cart), TenderType.CARD, amount, due, cart.currency)
    words = say("Card on file {paid}.", paid=Money(tender.tendered_minor, cart.currency))
    return plan_card(context, CardAsk.CHARGE_TOKEN, tender.tendered_minor, words, card.token)


def _card_for(
    cart: Cart, order: OrderState | None, cards: tuple[CardOnFile, ...], amount: int | None
) -> tuple[CardOnFile, int]:
    """The first card that may be charged this much, and how much it may be; else the one that may be charged most."""
    lefts = []
    for card in cards:
        used = 0 if order is None else order.used_of(card)
        charged = [
            each for each in cart.tenders if each.type is TenderType.CARD_ON_FILE and each.card is not None
        ]
        used += sum(each.settled_minor for each in charged if each.card and each.card.token == card.token)
        lefts.append((card, card.authorised_minor - used))
    enough = [(card, left) for card, left in lefts if left > 0 and left >= (amount or 0)]
    return enough[0] if enough else max(lefts, key=lambda each: each[1])


@operation("tender.refund_card", title="Refund to card", needs=REFUNDING, takes={"amount": Kind.AMOUNT})
def give_to_card(context: RegisterContext, params: Params) -> Asking:
    """Give back to the customer's card what is owed, or a part of it: to the very card that paid, where it is known."""
    cart = context.open_cart
    check_room(context)
    due = totals_of(cart, context.settings).due_minor
    amount = params.get("amount", usual_refund(context, TenderType.CARD))
    tender = refund_exactly(next_number(cart), TenderType.CARD, amount, due, cart.currency)
    check_policy(context, TenderType.CARD, -tender.settled_minor)
    back = Money(-tender.tendered_minor, cart.currency)
    card = original_card(None if cart.act is None else cart.act.order, -tender.tendered_minor)
    if card is None:
        words = say("{amount} goes back to the card.", amount=back)
        return plan_card(context, CardAsk.REFUND, -tender.tendered_minor, words)
    words = say("{amount} goes back to card {last_four}.", amount=back, last_four=card.last_four)
    return plan_card(context, CardAsk.REFUND, -tender.tendered_minor, words, card.card)


@operation("tender.card_check", title="Check card payment")
def check_card(context: RegisterContext, params: Params) -> Asking:
    """Ask the terminal what became of everything that is not settled with it, and finish or undo that."""
    return Asking(lambda work: None, clear_up)


@operation(
    "tender.card_unpaid",
    title="Treat as unpaid",
    needs={Needs.SIGNED_IN, Needs.OPEN_CART},
    permission=Right.CARD_UNPAID,
)
def treat_as_unpaid(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Go on without knowing: what the terminal may have taken is undone as soon as it answers."""
    unclear = [
        each for each in unclear_payments(context.cart, context.card_payments) if each.step is CardStep.ASKED
    ]
    if not unclear:
        return Refused(say("No card payment is unclear. There is nothing to check; go on."))
    for each in unclear:
        context.note("card.unpaid", card=each.ask, amount_minor=each.amount_minor)

    def write(work: Work) -> Done:
        for each in unclear:
            work.move_card_payment(each.reference, CardStep.ASKED, CardStep.REVERSING)
        return Done(
            say("Treated as unpaid. If the card was charged, that is undone when the terminal answers.")
        )

    return Kept(write)
