"""Settings no store can have are refused where they are made."""

import json
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from retail.charge_rules import ChargeCode
from retail.permissions import RoleLimit
from retail.settings import StoreSettings
from retail.wire.settings import settings_values
from tests.retail.shop import SETTINGS


def test_without_both_asynchronous_ways_orders_need_headquarters() -> None:
    strict = replace(SETTINGS, async_orders=False, async_order_backup=False)

    assert strict.needs_headquarters_for_orders
    assert not replace(strict, async_orders=True).needs_headquarters_for_orders
    assert not SETTINGS.needs_headquarters_for_orders


def test_a_smallest_coin_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="smallest coin is 0"):
        replace(SETTINGS, cash_rounding_minor=0)


@pytest.mark.parametrize("percent", ["-1", "100.01"])
def test_a_deposit_outside_0_to_100_percent_is_refused(percent: str) -> None:
    with pytest.raises(ValueError, match=f"deposit is {percent} %"):
        replace(SETTINGS, deposit_percent=Decimal(percent))


def test_a_charge_code_that_is_not_listed_has_the_tax_of_shipping_or_none() -> None:
    wrap = ChargeCode("WRAP", "Gift wrap", Decimal(25))
    settings = replace(SETTINGS, charge_codes=(wrap,), shipping_charge_tax_percent=Decimal(8))

    assert settings.charge_code("WRAP") is wrap
    assert settings.charge_code("FREIGHT") == ChargeCode("FREIGHT", tax_percent=Decimal(8))
    assert settings.charge_code("OTHER") == ChargeCode("OTHER")


def test_a_role_lowers_no_price_by_itself_unless_it_was_said() -> None:
    mild = RoleLimit("cashier", line_discount_percent=Decimal(5))
    settings = replace(SETTINGS, role_limits=(RoleLimit("manager"), mild))

    assert settings.limit_of("cashier") is mild
    assert SETTINGS.limit_of("cashier") == RoleLimit("cashier")


def test_an_older_register_refuses_a_charge_that_is_taxed_by_a_group_and_reads_all_others() -> None:
    @dataclass
    class OlderChargeCode:
        code: str
        name: str = ""
        tax_percent: Decimal = Decimal(0)
        refundable: bool = False

    @dataclass
    class OlderSettings:
        store: str
        charge_codes: tuple[OlderChargeCode, ...] = ()

    def read(code: ChargeCode) -> OlderSettings:
        said = settings_values(StoreSettings("HOUSTON", charge_codes=(code,)))
        known = {name: said[name] for name in ("store", "charge_codes")}
        return TypeAdapter(OlderSettings).validate_json(json.dumps(known), strict=True)

    assert read(ChargeCode("POST", tax_percent=Decimal(5))).charge_codes[0].tax_percent == 5
    with pytest.raises(ValidationError, match="tax_percent"):
        read(ChargeCode("POST", tax_percent=None, item_tax_group="FOOD"))


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"search_max": 0}, "search results are 0"),
        ({"pin_length_min": 3}, "a PIN has at least 3 digits"),
        ({"price_max_minor": 0}, "maximum price and quantity"),
        ({"quantity_max": 0}, "maximum price and quantity"),
        ({"performance_offline": True}, "performance-based switching needs advanced offline switching"),
    ],
)
def test_a_store_has_no_limits_that_cannot_be(facts: dict[str, int], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(SETTINGS, **facts)  # type: ignore[arg-type]


def test_charges_to_add_begin_with_shipping_and_leave_out_cancelling() -> None:
    codes = tuple([ChargeCode(each) for each in ("WRAP", "CANCEL", "FREIGHT")])
    store = replace(
        SETTINGS, charge_codes=codes, shipping_charge_code="FREIGHT", cancellation_charge_code="CANCEL"
    )

    assert [each.code for each in store.codes_to_add] == ["FREIGHT", "WRAP"]
    assert [each.code for each in replace(store, shipping_charge_code=None).codes_to_add] == [
        "WRAP",
        "FREIGHT",
    ]
