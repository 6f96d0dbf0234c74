"""Promotions hold from their first to their last day, and of each kind the strongest is found."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from retail.promotions import PriceBook, Promotion, PromotionKind
from tests.retail.shop import TODAY

DAY = timedelta(days=1)


def promotion(id: str, kind: PromotionKind = PromotionKind.PERCENT, **others: Any) -> Promotion:
    return Promotion(id, f"Promotion {id}", kind, others.pop("products", ("A",)), **others)


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (TODAY + DAY, None, False),
        (None, TODAY - DAY, False),
        (TODAY - DAY, TODAY + DAY, True),
    ],
)
def test_first_and_last_day_count(starts: date | None, ends: date | None, holds: bool) -> None:
    assert promotion("P", starts=starts, ends=ends).holds_on(TODAY) is holds


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ({"products": ()}, "no product and no category"),
        ({"percent": Decimal(101)}, "cannot be taken off"),
        ({"amount_minor": -1}, "cannot be taken off"),
        ({"starts": TODAY, "ends": TODAY - DAY}, "before it starts"),
    ],
)
def test_a_promotion_that_cannot_be_is_none(others: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        promotion("P", **others)


def test_of_each_kind_the_strongest_that_holds_is_found() -> None:
    strong = [
        promotion("P2", percent=Decimal(20)),
        promotion("A2", PromotionKind.AMOUNT, amount_minor=200),
        promotion("D1", PromotionKind.DEAL, amount_minor=500),
    ]
    weak = [
        promotion("P1", percent=Decimal(10)),
        promotion("P3", percent=Decimal(90), ends=TODAY - DAY),
        promotion("A1", PromotionKind.AMOUNT, amount_minor=100),
        promotion("D2", PromotionKind.DEAL, amount_minor=600),
    ]
    book = PriceBook([*weak, *strong])

    assert book.strongest("A", TODAY) == tuple(strong)
    assert book.strongest("A", TODAY) is book.strongest("A", TODAY)
    assert book.strongest("B", TODAY) == ()
    assert len(book.of_product("A")) == 7
    assert book.of_product("B") == ()


def test_of_equals_the_first_id_is_taken_on_every_register() -> None:
    one, two = promotion("P1", percent=Decimal(10)), promotion("P2", percent=Decimal(10))

    assert (
        PriceBook([two, one]).strongest("A", TODAY) == PriceBook([one, two]).strongest("A", TODAY) == (one,)
    )


def test_a_category_holds_for_all_that_lies_in_it_and_each_promotion_counts_once() -> None:
    shoes = promotion("S", products=("A",), categories=("Shoes", "Shoes/Running"), percent=Decimal(10))
    hats = promotion("H", products=(), categories=("Hats",), percent=Decimal(50))
    book = PriceBook([shoes, hats])

    assert book.of_product("A", "Shoes/Running/Trail") == (shoes,)
    assert book.strongest("B", TODAY, "Shoes/Running") == (shoes,)
    assert book.strongest("B", TODAY, "Shoestrings") == ()
    assert book.strongest("B", TODAY) == ()


def test_a_promotion_for_affiliations_is_for_nobody_else() -> None:
    club = promotion("C", affiliations=("VIP", "Staff"), percent=Decimal(30))
    book = PriceBook([promotion("P", percent=Decimal(10)), club])

    assert book.strongest("A", TODAY, "", ("Staff",)) == (club,)
    assert [each.id for each in book.strongest("A", TODAY, "", ("Club",))] == ["P"]
