"""What was taken off a line, step by step: by a promotion first, then by a person; each can be worked out again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from retail.quantity import ONE
from retail.rounding import divide, percent_off


class DiscountSource(StrEnum):
    """Who took it off: a promotion, somebody for one line, or somebody for the whole sale."""

    PROMOTION = "promotion"
    LINE = "line"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Discount:
    """One step from a line's price to its amount.

    `name` is the promotion's, or the reason somebody gave; `code` is the promotion's id. A promotion by deal price
    takes nothing off here: the price charged is the deal.
    Units: `stated_minor` is what was said where there is no `percent`: per piece by a promotion, else for the line;
    `amount_minor` is what it comes to.
    """

    source: DiscountSource
    name: str
    percent: Decimal | None = None
    stated_minor: int = 0
    amount_minor: int = 0
    code: str = ""
    approved_by: str = ""

    def __post_init__(self) -> None:
        if self.stated_minor < 0 or not 0 <= (self.percent or 0) <= 100:
            raise ValueError(
                f"discount {self.name}: {self.percent} % or {self.stated_minor} cannot be taken off"
            )


def worked_out(
    discounts: Iterable[Discount], gross_minor: int, quantity_thousandths: int
) -> tuple[Discount, ...]:
    """The steps with what each comes to, one after the other, never more than is left; each is rounded once.

    >>> ten, one = Discount(DiscountSource.PROMOTION, "a", Decimal(10)), Discount(DiscountSource.LINE, "b", None, 100)
    >>> [step.amount_minor for step in worked_out([ten, one], 999, 1000)]
    [100, 100]
    """
    left, steps = gross_minor, []
    for each in discounts:
        taken = _taken(each, left, quantity_thousandths)
        steps.append(each if taken == each.amount_minor else replace(each, amount_minor=taken))
        left -= taken
    return tuple(steps)


def discounts_sum(discounts: Iterable[Discount]) -> int:
    """What the steps come to."""
    return sum([each.amount_minor for each in discounts])


def without(discounts: tuple[Discount, ...], source: DiscountSource) -> tuple[Discount, ...]:
    """The steps but those of one source; the very same ones where there are none of it."""
    if all(each.source is not source for each in discounts):
        return discounts
    return tuple([each for each in discounts if each.source is not source])


def _taken(discount: Discount, left_minor: int, quantity_thousandths: int) -> int:
    if discount.percent is not None:
        return percent_off(left_minor, discount.percent)
    stated = discount.stated_minor
    if discount.source is DiscountSource.PROMOTION:
        stated = divide(stated * quantity_thousandths, ONE)
    return min(stated, left_minor)
