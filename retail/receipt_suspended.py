"""What stands on the slip of a sale that was set aside: it is no receipt, and its code takes the sale up again."""

from dataclasses import dataclass
from datetime import datetime

from retail.cart_values import Cart, CartLine
from retail.messages import say
from retail.money import Money
from retail.quantity import ONE, pieces
from retail.receipt_parts import words
from retail.receipt_rows import Barcode, Item, Pair, Row, Rule, StoreFacts, Text, Title
from retail.suspended import SuspendedCart, suspended_code


@dataclass(frozen=True, slots=True)
class SetAside:
    """A sale that was set aside, with what is in it and where it waits."""

    listed: SuspendedCart
    cart: Cart
    register: str


def slip_of(sale: SetAside, store: StoreFacts) -> tuple[Row, ...]:
    """The rows of the slip."""
    listed, currency = sale.listed, sale.cart.currency
    at, code = datetime.fromisoformat(listed.at), suspended_code(listed.id)
    named = [Pair(say("Name"), words(listed.name))] if listed.name else []
    customer = [Pair(say("Customer"), words(listed.customer))] if listed.customer else []
    return (
        Title(say("NOT A RECEIPT"), large=True),
        Title(words(store.name)),
        *[Text(words(line)) for line in store.lines],
        Title(say("Suspended sale")),
        Pair(say("Date"), say("{day} {time}", day=at.date(), time=f"{at:%H:%M}")),
        Pair(say("Register"), words(sale.register)),
        Pair(say("Served by"), words(listed.user)),
        *named,
        *customer,
        Rule(),
        *[_item(line, currency) for line in sale.cart.active_lines],
        Rule(),
        Pair(say("Total"), Money(listed.total_minor, currency), strong=True),
        Text(say("Nothing was paid. The sale waits at register {register} and does not expire.",
                 register=sale.register)),
        Barcode(code),
    )  # fmt: skip


def _item(line: CartLine, currency: str) -> Item:
    quantity = (
        None if line.quantity_thousandths == ONE and not line.unit else pieces(line.quantity_thousandths)
    )
    return Item(
        line.name,
        quantity,
        Money(line.price_minor, currency),
        Money(line.amount_minor, currency),
        line.unit,
    )
