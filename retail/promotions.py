"""Periodic discounts: which hold for a product on a day, and of each kind the one that takes off most."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class PromotionKind(StrEnum):
    """How it lowers the price: by a share, by an amount a piece, or to a price a piece."""

    PERCENT = "percent"
    AMOUNT = "amount"
    DEAL = "deal"


@dataclass(frozen=True, slots=True)
class Promotion:
    """A periodic discount on some products. `starts` and `ends` are the first and the last day it holds.

    Units: `amount_minor` per piece: what comes off, or the deal price.
    """

    id: str
    name: str
    kind: PromotionKind
    products: tuple[str, ...]
    percent: Decimal = Decimal(0)
    amount_minor: int = 0
    starts: date | None = None
    ends: date | None = None

    def __post_init__(self) -> None:
        if not self.products:
            raise ValueError(f"promotion {self.id} is for no product")
        if not 0 <= self.percent <= 100 or self.amount_minor < 0:
            raise ValueError(
                f"promotion {self.id}: {self.percent} % or {self.amount_minor} cannot be taken off"
            )
        if self.starts is not None and self.ends is not None and self.ends < self.starts:
            raise ValueError(f"promotion {self.id} ends on {self.ends}, before it starts on {self.starts}")

    def holds_on(self, day: date) -> bool:
        """It holds on this day; the first and the last day count."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


class PriceBook:
    """The promotions of a store, found by product. Of each kind only the strongest can be the best price."""

    def __init__(self, promotions: Iterable[Promotion] = ()) -> None:
        self._of_product: dict[str, list[Promotion]] = defaultdict(list)
        for promotion in promotions:
            for product in promotion.products:
                self._of_product[product].append(promotion)
        self._strongest: dict[tuple[str, date], tuple[Promotion, ...]] = {}

    def of_product(self, product: str) -> tuple[Promotion, ...]:
        """Every promotion on this product, whether or not it holds today."""
        return tuple(self._of_product.get(product, ()))

    def strongest(self, product: str, day: date) -> tuple[Promotion, ...]:
        """Of the promotions that hold on this day the strongest of each kind: at most three."""
        if product not in self._of_product:
            return ()
        known = self._strongest.get((product, day))
        if known is None:
            known = self._strongest[product, day] = _strongest(
                [each for each in self._of_product[product] if each.holds_on(day)]
            )
        return known


def _strongest(promotions: list[Promotion]) -> tuple[Promotion, ...]:
    best: dict[PromotionKind, Promotion] = {}
    for each in sorted(promotions, key=lambda promotion: promotion.id):
        known = best.get(each.kind)
        if known is None or _strength(each) > _strength(known):
            best[each.kind] = each
    return tuple([best[kind] for kind in PromotionKind if kind in best])


def _strength(promotion: Promotion) -> Decimal:
    if promotion.kind is PromotionKind.PERCENT:
        return promotion.percent
    amount = Decimal(promotion.amount_minor)
    return -amount if promotion.kind is PromotionKind.DEAL else amount
