"""Operations on the deposit of an order and on how its rest is paid."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Ask, Asking, Choice, Done, Kind, Needs, Outcome, Params, operation
from pos_app.register.card_payments import plan_card
from retail.cards import CardAsk
from retail.cart import Balance
from retail.messages import say
from retail.money import Money
from retail.orders.rest import CardFacts, arrange_balance, card_amount, check_card_possible
from retail.orders.terms import override_deposit, pay_in_full
from retail.permissions import Right
from retail.totals import totals_of

ARRANGEMENTS = (
    Choice(Balance.PAY_AT_PICKUP, say("Pay at pickup")),
    Choice(Balance.CARD_ON_FILE, say("Card for the rest")),
)


@operation(
    "deposit.override",
    title="Deposit override",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.ORDER},
    permission=Right.DEPOSIT_OVERRIDE,
    asks=(
        Ask("amount", prompt=say("Which deposit?"), kind=Kind.AMOUNT),
        Ask("reason", prompt=say("Why another deposit?"), kind=Kind.CHOICE, choices_from="override_reasons"),
    ),
)
def override(context: RegisterContext, params: Params) -> Outcome:
    """State another deposit than the calculated one."""
    cart, amount = context.open_cart, params["amount"]
    before = totals_of(cart, context.settings).deposit_minor
    context.cart = override_deposit(cart, context.settings, amount, params["reason"], context.approved_by)
    context.note("deposit.override", before_minor=before, after_minor=amount, reason=params["reason"])
    return Done(
        say(
            "Deposit {before} → {after}.",
            before=Money(before, cart.currency),
            after=Money(amount, cart.currency),
        )
    )


@operation(
    "deposit.pay_in_full",
    title="Pay in full",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.ORDER},
)
def raise_to_total(context: RegisterContext, params: Params) -> Outcome:
    """Raise the deposit to the order total, which needs no right (decision 37)."""
    context.cart = pay_in_full(context.open_cart)
    total = totals_of(context.cart, context.settings).total_minor
    return Done(say("The whole {total} is paid now.", total=Money(total, context.cart.currency)))


@operation(
    "order.balance",
    title="Pay the rest later",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.ORDER, Needs.CARD_CLEAR},
    asks=(
        Ask("arrangement", prompt=say("How will the rest be paid?"), kind=Kind.CHOICE, choices=ARRANGEMENTS),
    ),
    takes={"amount": Kind.AMOUNT},
)
def arrange(context: RegisterContext, params: Params) -> Outcome | Asking:
    """Say how the rest of the order will be paid; `amount` is how much a card is asked for, if not what it must be."""
    balance, cart, settings = Balance(params["arrangement"]), context.open_cart, context.settings
    if balance is Balance.PAY_AT_PICKUP:
        context.cart = arrange_balance(cart, settings, balance, CardFacts(possible=False))
        return Done(say("The rest is paid at pickup."))
    amount = card_amount(cart, settings, params.get("amount"))
    arrange_balance(cart, settings, balance, card_facts(is_online=context.headquarters.answers()))
    words = say("A card pays up to {amount} of the rest.", amount=Money(amount, cart.currency))
    return plan_card(context, CardAsk.AUTHORISE, amount, words)


@operation(
    "order.add_card",
    title="Card for a part of the rest",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT, Needs.ORDER, Needs.CARD_CLEAR},
    asks=(Ask("amount", prompt=say("How much does this card pay?"), kind=Kind.AMOUNT),),
)
def add_card(context: RegisterContext, params: Params) -> Asking:
    """Have one more card reserve a part of the rest; those given before stay."""
    cart, settings = context.open_cart, context.settings
    amount = card_amount(cart, settings, params["amount"], in_part=True)
    check_card_possible(card_facts(is_online=context.headquarters.answers()))
    words = say("A card pays up to {amount} of the rest.", amount=Money(amount, cart.currency))
    given = () if cart.terms is None else cart.terms.cards
    return plan_card(context, CardAsk.AUTHORISE, amount, words, given[-1].token if given else "")


def card_facts(*, is_online: bool) -> CardFacts:
    """Whether a card can be taken for the rest: there is a token for later only while HQ answers (decision 32)."""
    if is_online:
        return CardFacts(possible=True)
    return CardFacts(
        possible=False, why_not=say("No card can be taken for later while headquarters does not answer.")
    )
