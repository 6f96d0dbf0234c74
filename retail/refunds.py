"""By which tenders a return is given back, and how much by each: the store's policy over what was paid."""

from collections import defaultdict
from collections.abc import Sequence

from retail.cart_values import ActKind, Cart
from retail.errors import RuleBroken
from retail.messages import say
from retail.money import Money
from retail.orders.kinds import Balance
from retail.orders.order import OrderState, Payment
from retail.refund_rules import UNKNOWN, RefundRule
from retail.settings import StoreSettings
from retail.tender import TenderType
from retail.totals import totals_of

REFUNDS = (TenderType.CARD, TenderType.CASH, TenderType.CUSTOMER_ACCOUNT)
"""The tenders that money is given back by."""

TENDER_WORDS = {
    TenderType.CARD: say("card"),
    TenderType.CASH: say("cash"),
    TenderType.CUSTOMER_ACCOUNT: say("on account"),
}


def paid_for(cart: Cart, settings: StoreSettings) -> dict[str, int]:
    """What was paid, by tender, for what a return gives back; what nobody knows of stands under `UNKNOWN`."""
    order = None if cart.act is None else cart.act.order
    paid: dict[str, int] = defaultdict(int)
    for payment in () if order is None else order.payments:
        paid[_tender_of(payment)] += payment.settled_minor
    known = {tender: minor for tender, minor in paid.items() if minor > 0}
    owed = -totals_of(cart, settings).total_minor
    beyond = owed - sum(known.values())
    return known if beyond <= 0 else {**known, UNKNOWN: beyond + known.get(UNKNOWN, 0)}


def room(cart: Cart, settings: StoreSettings, by: str, *, with_approval: bool) -> int:
    """How much more a return may give back by this tender; 0 or more."""
    given = -sum(each.settled_minor for each in cart.tenders if each.type == by and each.settled_minor < 0)
    most = sum(
        _most(_rules_of(settings.refund_policy, tender), minor, by, with_approval=with_approval)
        for tender, minor in paid_for(cart, settings).items()
    )
    return max(0, most - given)


def check_refund(cart: Cart, settings: StoreSettings, by: TenderType, amount_minor: int) -> bool:
    """Let a return give so much back by this tender; True where somebody has to approve it.

    Whatever is no return is not limited: deposits go back as they were asked for.

    Raises:
        RuleBroken: the store's policy gives less back by it.
    """
    if cart.act is None or cart.act.kind is not ActKind.RETURN:
        return False
    most = room(cart, settings, by, with_approval=True)
    if amount_minor > most:
        others = [each for each in ways(cart, settings) if each is not by]
        if not others:
            raise RuleBroken("The refund policy of this store gives {most} back that way. Ask headquarters.",
                             most=Money(most, cart.currency))  # fmt: skip
        raise RuleBroken("The refund policy of this store gives {most} back that way. Give the rest back so: {other}.",
                         most=Money(most, cart.currency), other=TENDER_WORDS[others[0]])  # fmt: skip
    return amount_minor > room(cart, settings, by, with_approval=False)


def refund_room(cart: Cart, settings: StoreSettings, by: TenderType) -> int:
    """How much may be given back by this tender without approval: no return, as much as is owed."""
    if cart.act is None or cart.act.kind is not ActKind.RETURN:
        return max(0, -totals_of(cart, settings).due_minor)
    return room(cart, settings, by, with_approval=False)


def ways(cart: Cart, settings: StoreSettings) -> tuple[TenderType, ...]:
    """The tenders this return may still be given back by, in the order to offer them: the original card first."""
    first: list[str] = []
    for tender in sorted(paid_for(cart, settings), key=lambda each: each != TenderType.CARD):
        rules = _rules_of(settings.refund_policy, tender)
        first += [rule.back_by for rule in rules] or [tender]
    order = [*dict.fromkeys(first), *REFUNDS]
    return tuple(
        sorted([each for each in REFUNDS if room(cart, settings, each, with_approval=True)], key=order.index)
    )


def original_card(order: OrderState | None, amount_minor: int) -> Payment | None:
    """The card that was charged so much for this and can be given back to without being shown; the last one first."""
    if order is None:
        return None
    for payment in reversed(order.payments):
        if payment.card and payment.settled_minor > 0:
            back = sum(each.settled_minor for each in order.payments
                       if each.card == payment.card and each.settled_minor < 0)  # fmt: skip
            if payment.settled_minor + back >= amount_minor:
                return payment
    return None


def _tender_of(payment: Payment) -> str:
    """A card on file is the customer's card; goods given in exchange are money's worth that nobody paid by a tender."""
    if payment.type == Balance.CARD_ON_FILE:
        return TenderType.CARD
    return payment.type if payment.type in set(TenderType) else UNKNOWN


def _rules_of(policy: Sequence[RefundRule], tender: str) -> tuple[RefundRule, ...]:
    return tuple([rule for rule in policy if rule.paid_by == tender])


def _most(rules: Sequence[RefundRule], paid_minor: int, by: str, *, with_approval: bool) -> int:
    if not rules:
        return paid_minor
    return sum(rule.of(paid_minor, with_approval=with_approval) for rule in rules if rule.back_by == by)
