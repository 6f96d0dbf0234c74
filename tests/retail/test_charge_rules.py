"""A rule that can never make sense is refused where it is made."""

from decimal import Decimal
from typing import Any

import pytest

from retail.charge_rules import AutoCharge, ChargeLevel


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ({"level": ChargeLevel.HEADER, "amount_minor": -1}, "cannot be asked"),
        ({"level": ChargeLevel.HEADER, "percent": Decimal(-1)}, "cannot be asked"),
        ({"level": ChargeLevel.LINE, "prorate": True}, "is on lines already"),
        ({"level": ChargeLevel.HEADER, "item": "A"}, "one for an item or a category is on lines"),
        ({"level": ChargeLevel.HEADER, "category": "Shoes"}, "one for an item or a category is on lines"),
        ({"level": ChargeLevel.LINE, "mode": "ground", "modes": ("air",)}, "names one mode and a group"),
        ({"level": ChargeLevel.LINE, "store": "A", "stores": ("B",)}, "names one store and a group"),
    ],
)
def test_a_rule_that_cannot_be_is_none(rule: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        AutoCharge(code="FREIGHT", **rule)
