"""Carts set aside: what may be, and when one may be taken up again."""

from collections.abc import Iterable
from dataclasses import dataclass

from retail.cart import Cart
from retail.errors import RuleBroken
from retail.texts import clean_text

NAME_MAX = 60
CODE_BEGINS = "SUSPENDED-"


@dataclass(frozen=True, slots=True)
class SuspendedCart:
    """A cart set aside, as a list shows it; `id` is the cart's, `at` a stamp."""

    id: str
    name: str
    customer: str
    line_count: int
    total_minor: int
    currency: str
    at: str
    user: str


def suspended_code(id: str) -> str:
    """What is printed on its slip, to be scanned: the end of its id, which is random.

    >>> suspended_code("01900000-0000-7000-8000-0000000000a1")
    'SUSPENDED-0000000000A1'
    """
    return f"{CODE_BEGINS}{id[-12:].upper()}"


def suspended_by(text: str, ids: Iterable[str]) -> str | None:
    """The id that is meant: one of these, said itself or by its code."""
    return next((id for id in ids if text == id or text.upper() == suspended_code(id)), None)


def check_suspendable(cart: Cart) -> Cart:
    """Give back a cart that may be set aside.

    Raises:
        RuleBroken: there is nothing in it, it acts on an order, money was taken for it, or a card holds its rest.
    """
    if cart.act is not None:
        raise RuleBroken(
            "An order is open here. Conclude it or discard the changes, then suspend the next sale."
        )
    if cart.tenders:
        raise RuleBroken("A payment was taken. Remove it first, then suspend the sale.")
    if cart.terms is not None and cart.terms.cards:
        raise RuleBroken(
            "A card was given for the rest of this order. Choose another way to pay it, then suspend."
        )
    if cart.is_empty:
        raise RuleBroken("There is nothing to suspend. Scan or type an item.")
    return cart


def check_name(name: str) -> str:
    """Give back the name a suspended cart is to be known by; it may have none.

    Raises:
        RuleBroken: too long, or not one line of text.
    """
    return clean_text("Name", name, NAME_MAX)


def check_room_for(open_cart: Cart | None) -> None:
    """Let a cart be taken up only where no other sale is open.

    Raises:
        RuleBroken: there is one.
    """
    if open_cart is not None and not open_cart.is_empty:
        raise RuleBroken("A sale is open. Conclude, void or suspend it first.")
