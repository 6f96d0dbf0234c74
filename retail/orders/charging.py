"""Charging the cards on file of an order for what was shipped, and what becomes of it where one is declined."""

from dataclasses import replace

from retail.cards import CardOnFile
from retail.orders.kinds import Balance
from retail.orders.order import CARD_DECLINED, OrderState, Payment


def charge_cards(
    order: OrderState, amount_minor: int, document: str, made_at: str, register: str
) -> OrderState:
    """The order with this much charged to its cards, in the order they were given, up to what each may be charged."""
    payments = []
    for card in order.terms.cards:
        part = min(amount_minor, max(0, card.authorised_minor - order.used_of(card)))
        amount_minor -= part
        payments.append((part, card.token, card.last_four))
    payments.append((amount_minor, "", ""))
    charged = [
        Payment(document, Balance.CARD_ON_FILE.value, part, False, made_at, register, token, last_four)
        for part, token, last_four in payments
        if part
    ]
    return replace(order, payments=(*order.payments, *charged))


def charge_declined(order: OrderState, charge: Payment, reference: str, made_at: str) -> OrderState:
    """The order after the processor declined a charge: the goods are unpaid, and nothing more is taken of that card.

    A charge that was declined already changes nothing.
    """
    if reference in order.acts:
        return order
    undone = replace(charge, type=CARD_DECLINED, settled_minor=-charge.settled_minor, made_at=made_at)
    after = replace(order, payments=(*order.payments, undone), acts=(*order.acts, reference))
    cards = [_as_used(after, card) if card.token == charge.card else card for card in order.terms.cards]
    given = sum(card.authorised_minor for card in cards) if cards else after.card_used_minor
    return replace(after, terms=after.terms.with_cards(*cards), card_authorisation_minor=given)


def _as_used(order: OrderState, card: CardOnFile) -> CardOnFile:
    return replace(card, authorised_minor=max(0, order.used_of(card)))
