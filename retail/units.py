"""Sales units: what a quantity counts, whether parts of one can be sold, and packs that hold several of a product."""

from collections.abc import Iterable
from dataclasses import dataclass

from retail.errors import CannotBe, RuleBroken
from retail.quantity import ONE, pieces
from retail.rounding import divide


@dataclass(frozen=True, slots=True)
class SalesUnit:
    """What goods are sold by, such as `kg` or `box`; without `decimals` there are no parts of one."""

    unit: str
    decimals: bool = False

    def __post_init__(self) -> None:
        if not self.unit:
            raise CannotBe("a sales unit needs a name, such as kg")


@dataclass(frozen=True, slots=True)
class Pack:
    """A unit in which a product is sold besides its own, such as a box of six.

    Units: `contains_thousandths` of the product's own unit; `price_minor` of one pack.
    """

    unit: str
    contains_thousandths: int
    price_minor: int


def in_stock_unit(quantity_thousandths: int, contains_thousandths: int) -> int:
    """How much of a product's own unit a quantity of something that holds several of it is.

    >>> in_stock_unit(2000, 6000)
    12000
    """
    return divide(quantity_thousandths * contains_thousandths, ONE)


def check_parts(quantity_thousandths: int, unit: str, units: Iterable[SalesUnit], name: str) -> None:
    """Let a part of a unit pass where the unit has parts, or is not known here.

    Raises:
        RuleBroken: it is a unit that is sold whole.
    """
    if quantity_thousandths % ONE == 0 or not unit:
        return
    if any(each.unit == unit and not each.decimals for each in units):
        raise RuleBroken(
            "{name} is sold by the whole {unit}: {quantity} cannot be sold. Type a quantity without decimals.",
            name=name,
            unit=unit,
            quantity=pieces(abs(quantity_thousandths)),
        )
