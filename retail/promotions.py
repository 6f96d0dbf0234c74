"""Periodic discounts: which hold for a product on a day, and of each kind the one that takes off most."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from retail.catalog import categories_of
from retail.errors import CannotBe


class PromotionKind(StrEnum):
    """How it lowers the price: by a share, by an amount a piece, or to a price a piece."""

    PERCENT = "percent"
    AMOUNT = "amount"
    DEAL = "deal"


@dataclass(frozen=True, slots=True)
class Promotion:
    """A periodic discount on some products and categories. `starts` and `ends` are the first and the last day it holds.

    With `affiliations` it is for customers who belong to one of them; else for everybody.
    Units: `amount_minor` per piece: what comes off, or the deal price.
    """

    id: str
    name: str
    kind: PromotionKind
    products: tuple[str, ...] = ()
    percent: Decimal = Decimal(0)
    amount_minor: int = 0
    starts: date | None = None
    ends: date | None = None
    categories: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.products or self.categories):
            raise CannotBe("promotion {id} is for no product and no category", id=self.id)
        if not 0 <= self.percent <= 100 or self.amount_minor < 0:
            raise CannotBe(
                "promotion {id}: {percent} % or {amount} cannot be taken off",
                id=self.id, percent=self.percent, amount=self.amount_minor,
            )  # fmt: skip
        if self.starts is not None and self.ends is not None and self.ends < self.starts:
            raise CannotBe(
                "promotion {id} ends on {ends}, before it starts on {starts}",
                id=self.id, ends=self.ends, starts=self.starts,
            )  # fmt: skip

    def holds_on(self, day: date) -> bool:
        """It holds on this day; the first and the last day count."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)

    def is_for(self, affiliations: Collection[str]) -> bool:
        """It is for a customer of these affiliations."""
        return not self.affiliations or any(each in affiliations for each in self.affiliations)


class PriceBook:
    """The promotions of a store, found by product. Of each kind only the strongest can be the best price."""

    def __init__(self, promotions: Iterable[Promotion] = ()) -> None:
        self._of_product: dict[str, list[Promotion]] = defaultdict(list)
        self._of_category: dict[str, list[Promotion]] = defaultdict(list)
        for promotion in promotions:
            for product in promotion.products:
                self._of_product[product].append(promotion)
            for category in promotion.categories:
                self._of_category[category].append(promotion)
        self._strongest: dict[tuple[str, str, tuple[str, ...], date], tuple[Promotion, ...]] = {}

    def of_product(self, product: str, category: str = "") -> tuple[Promotion, ...]:
        """Every promotion on this product or on a category it lies in, whether or not it holds today; each once."""
        found = list(self._of_product.get(product, ()))
        for name in categories_of(category) if self._of_category else ():
            found += self._of_category.get(name, ())
        return tuple(dict.fromkeys(found))

    def strongest(
        self, product: str, day: date, category: str = "", affiliations: tuple[str, ...] = ()
    ) -> tuple[Promotion, ...]:
        """Of the promotions that hold for them on this day the strongest of each kind: at most three."""
        if product not in self._of_product and not self._of_category:
            return ()
        key = (product, category, affiliations, day)
        known = self._strongest.get(key)
        if known is None:
            every = self.of_product(product, category)
            known = self._strongest[key] = _strongest(
                [each for each in every if each.holds_on(day) and each.is_for(affiliations)]
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
