"""Serial numbers of goods over the counter: given at their line, and all there before money changes hands."""

from collections.abc import Sequence
from dataclasses import replace

from retail.cart import line_of
from retail.cart_values import Cart, CartLine
from retail.errors import RuleBroken
from retail.orders.fixed import check_line_changes
from retail.quantity import ONE, pieces
from retail.serials import checked_serials


def lacks_serials(line: CartLine) -> bool:
    """Pieces of this line are carried out now, and not each of them has its serial number."""
    return _leaves_with_serials(line) and len(line.serials) * ONE != line.quantity_thousandths


def give_serials(cart: Cart, number: int, given: Sequence[str]) -> Cart:
    """The cart with these serial numbers on a line; one that had them all has these instead.

    Raises:
        RuleBroken: no such line, its goods have none or do not leave now, more than pieces, or one came twice.
    """
    line = line_of(cart, number)
    check_line_changes(cart, line)
    if not line.asks_serial:
        raise RuleBroken("{name} is sold without serial numbers. Select another line.", name=line.name)
    if line.delivery is not None:
        raise RuleBroken("{name} gets its serial number when it is handed out or shipped. Select another line.",
                         name=line.name)  # fmt: skip
    if not _leaves_with_serials(line):
        raise RuleBroken("{name} stays as it is. Select another line.", name=line.name)
    before = line.serials if lacks_serials(line) else ()
    others = [
        serial
        for each in cart.active_lines
        if each.product == line.product and each.number != number and each.quantity_thousandths > 0
        for serial in each.serials
    ]
    serials = (*before, *checked_serials(line.name, len(given) * ONE, given, (*others, *before), asked=True))
    if len(serials) * ONE > line.quantity_thousandths:
        raise RuleBroken("Of {name} only {quantity} leave. Change the quantity first.",
                         name=line.name, quantity=pieces(line.quantity_thousandths))  # fmt: skip
    lines = list(cart.lines)
    lines[number - 1] = replace(line, serials=serials)
    return replace(cart, lines=tuple(lines))


def check_serials(cart: Cart) -> None:
    """Let money be taken: what is carried out with serial numbers has them all.

    Raises:
        RuleBroken: a line lacks some.
    """
    for line in cart.active_lines:
        if lacks_serials(line):
            checked_serials(line.name, line.quantity_thousandths, line.serials, (), asked=True)


def _leaves_with_serials(line: CartLine) -> bool:
    return (
        line.asks_serial
        and not line.voided
        and line.delivery is None
        and line.share is None
        and not line.gone_thousandths
        and line.quantity_thousandths > 0
    )
