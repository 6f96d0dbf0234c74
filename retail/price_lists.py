"""Prices of lists: which of them holds at a moment. They say it in one writing of UTC, so that texts sort by time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class ListPrice:
    """What a unit of a product costs by a price list: from `starts` on, until before `ends`; empty is without end.

    `unit` is empty for the unit the product is sold in. `of_store`: the list is for certain stores, not for all.
    """

    list: str
    price_minor: int
    unit: str = ""
    starts: str = ""
    ends: str = ""
    of_store: bool = False

    def holds_at(self, moment: str) -> bool:
        """It is the price of its list at this moment."""
        return self.starts <= moment and (not self.ends or moment < self.ends)


def price_at(prices: Iterable[ListPrice], moment: str, unit: str = "") -> ListPrice | None:
    """The price that holds: of a list for certain stores before one for all, then the one that began last, then the
    lowest. None where none does: then it is the product's own.
    """
    holding = [each for each in prices if each.unit == unit and each.holds_at(moment)]
    return max(
        holding, key=lambda each: (each.of_store, each.starts, -each.price_minor, each.list), default=None
    )


def moment_text(moment: datetime) -> str:
    """A moment as the prices of lists say theirs.

    >>> moment_text(datetime.fromisoformat("2026-12-01T06:00:00+01:00"))
    '2026-12-01T05:00:00Z'
    """
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
