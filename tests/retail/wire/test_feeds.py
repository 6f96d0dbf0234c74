"""What travels downward is read into the values the rules use."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from retail.promotions import Promotion, PromotionKind
from retail.stock import StockFigure
from retail.wire.feeds import LayoutRow, PromotionRow, StockRow, stock_key

ROW = {
    "id": "P1",
    "name": "Week",
    "kind": "percent",
    "products": ["A"],
    "percent": "12.5",
    "ends": "2026-11-30",
}


def test_a_promotion_is_read_with_its_days_and_its_rate() -> None:
    promotion = Promotion(
        "P1", "Week", PromotionKind.PERCENT, ("A",), Decimal("12.5"), ends=date(2026, 11, 30)
    )

    assert PromotionRow.of(ROW).promotion() == promotion


def test_a_promotion_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValidationError, match="no product"):
        PromotionRow.of({**ROW, "products": []})


def test_a_promotion_may_be_for_categories_and_affiliations() -> None:
    row = PromotionRow.of({**ROW, "products": [], "categories": ["Shoes"], "affiliations": ["VIP"]})

    assert row.promotion().categories == ("Shoes",)
    assert row.promotion().is_for(("VIP",))


def test_a_stock_figure_stands_under_its_place_and_product() -> None:
    at = "2026-11-21T13:05:00.000+01:00"
    row = StockRow.of({"product": "A/1", "place": "SEATTLE", "quantity_thousandths": 2000, "as_of": at})

    assert row.key == stock_key("SEATTLE", "A/1") == "SEATTLE/A/1"
    assert row.figure() == StockFigure(2000, at)


def test_a_layout_that_is_assigned_to_nobody_is_everybodys() -> None:
    assert LayoutRow.of({"name": "sale", "content": {}}).is_everybodys
    for assigned in ("stores", "registers", "users"):
        assert not LayoutRow.of({"name": "sale", "content": {}, assigned: ["X"]}).is_everybodys
