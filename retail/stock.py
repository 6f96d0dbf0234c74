"""How much of goods a place has: a figure with its age, and which lines of a cart it covers."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from retail.cart_values import CartLine


@dataclass(frozen=True, slots=True)
class StockFigure:
    """What headquarters knew of a product at a place, and when. It may have changed since."""

    quantity_thousandths: int
    as_of: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of `lines` a place can hand out by the figures known; `as_of` is the age of the oldest of them.

    `known` counts the lines with a figure; 0: nothing is known of the place.
    """

    covered: int
    known: int
    lines: int
    as_of: str = ""


def coverage(lines: Iterable[CartLine], figure_of: Callable[[str], StockFigure | None]) -> Coverage:
    """Which lines a place covers; several lines of one product share what is there, the first ones first."""
    several = list(lines)
    figures = {product: figure_of(product) for product in dict.fromkeys(line.product for line in several)}
    taken: dict[str, int] = defaultdict(int)
    covered = known = 0
    for line in several:
        figure = figures[line.product]
        if figure is None:
            continue
        known += 1
        taken[line.product] += line.quantity_thousandths
        covered += taken[line.product] <= figure.quantity_thousandths
    ages = [each.as_of for each in figures.values() if each is not None]
    return Coverage(covered, known, len(several), min(ages, default=""))
