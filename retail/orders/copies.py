"""Two copies of one order, a register's own and headquarters': which of them holds, and what ours still lacks."""

from dataclasses import replace

from retail.orders.order import OrderState


def knows_all(theirs: OrderState, ours: OrderState) -> bool:
    """Everything that made our copy what it is has made theirs too."""
    return set(ours.acts) <= set(theirs.acts)


def merged(ours: OrderState, theirs: OrderState) -> OrderState:
    """Headquarters' copy once it knows of everything done here; until then ours, with the number it has given."""
    if knows_all(theirs, ours):
        return theirs
    return ours if ours.number else replace(ours, number=theirs.number)
