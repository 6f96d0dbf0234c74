"""What stands on the paper of a sale that was struck as a whole."""

from dataclasses import dataclass
from datetime import datetime

from retail.cart_values import Cart
from retail.messages import say
from retail.money import Money
from retail.quantity import ONE, pieces
from retail.receipt_parts import words
from retail.receipt_rows import Item, Pair, Row, Rule, StoreFacts, Title


@dataclass(frozen=True, slots=True)
class VoidedSale:
    """The sale as it was struck, and who struck it where and when."""

    cart: Cart
    total_minor: int
    register: str
    user: str
    at: datetime


def voided_receipt_of(voided: VoidedSale, store: StoreFacts) -> tuple[Row, ...]:
    """The rows of its paper."""
    currency = voided.cart.currency
    return (
        Title(say("NOT A RECEIPT"), large=True),
        Title(words(store.name)),
        Title(say("Voided sale")),
        Pair(say("Date"), say("{day} {time}", day=voided.at.date(), time=f"{voided.at:%H:%M}")),
        Pair(say("Register"), words(voided.register)),
        Pair(say("Voided by"), words(voided.user)),
        Rule(),
        *[
            Item(
                line.name,
                None if line.quantity_thousandths == ONE else pieces(line.quantity_thousandths),
                Money(line.price_minor, currency),
                Money(line.amount_minor, currency),
            )
            for line in voided.cart.active_lines
        ],
        Rule(),
        Pair(say("Total, not taken"), Money(voided.total_minor, currency), strong=True),
    )
