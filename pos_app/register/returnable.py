"""What goods come back of, by any number on its paper: looked for here first, then at headquarters."""

import re

from pos_app.operations.context import RegisterContext
from pos_app.register.known_order import KnownOrder
from pos_app.register.realtime import HeadquartersSilent
from retail.barcodes import receipt_number
from retail.errors import RuleBroken
from retail.permissions import Right
from retail.settings import OfflineReturns

LONGEST = 18
"""No number of a receipt has more digits."""
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def things_named(context: RegisterContext, number: str) -> list[KnownOrder]:
    """The sales and orders that exactly this number stands on, those known here first.

    Digits alone are the end of the number of a receipt of this register, if it has printed such a one.

    Raises:
        RuleBroken: there is none, in words that say where it may still be found.
    """
    number = number.strip()
    if number.isascii() and number.isdigit():
        own = receipt_number(context.place.register, int(number[:LONGEST]))
        number = own if context.shop.named(context.place.epoch, own) else number
    found = {each.id: each for each in context.shop.named(context.place.epoch, number)}
    try:
        theirs = context.headquarters.named(number) if number else []
    except HeadquartersSilent:
        if not found:
            raise RuleBroken(
                "Nothing with the number {number} is known here, and headquarters does not answer. Try again later.",
                number=number,
            ) from None
        theirs = []
    for state in theirs:
        found.setdefault(state.id, KnownOrder(state, None, from_headquarters=True))
    if not found:
        raise RuleBroken("There is no receipt, order or invoice {number}. Check the number.", number=number)
    return list(found.values())


def sale_meant(context: RegisterContext, name: str) -> str:
    """The id of the plain sale that is meant: by its id, or by the number on its receipt.

    Raises:
        RuleBroken: there is no such sale.
    """
    if _ID.fullmatch(name):
        return name
    for each in things_named(context, name):
        if each.state.is_sale:
            return each.id
    raise RuleBroken("{number} is no receipt of a plain sale. Use Return on its order.", number=name)


def check_offline_return(context: RegisterContext) -> None:
    """Let goods of a sale come back while headquarters cannot say what came back elsewhere, as the store wants it.

    Raises:
        RuleBroken: the store wants no such returns.
    """
    policy = context.settings.offline_sale_returns
    if policy is OfflineReturns.ALLOW or context.headquarters.answers():
        return
    if policy is OfflineReturns.REFUSE:
        raise RuleBroken(
            "Headquarters does not answer, and this store takes goods back only with it. Try again later."
        )
    context.require(Right.RETURN_LIMIT)
