"""What travels downward is read into the values the rules use."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from retail.promotions import Promotion, PromotionKind
from retail.wire.feeds import LayoutRow, PromotionRow

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


def test_a_layout_that_is_assigned_to_nobody_is_everybodys() -> None:
    assert LayoutRow.of({"name": "sale", "content": {}}).is_everybodys
    for assigned in ("stores", "registers", "users"):
        assert not LayoutRow.of({"name": "sale", "content": {}, assigned: ["X"]}).is_everybodys
