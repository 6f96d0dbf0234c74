"""The retailer of these tests: two stores that fetch and ship for each other, and settings that a row may change."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from retail.charge_rules import ChargeCode
from retail.permissions import Right
from retail.places import FulfilmentPlace
from retail.settings import StoreSettings
from retail.units import SalesUnit
from retail.wire.settings import settings_values

HERE, THERE = "HOUSTON", "SEATTLE"
ANNA = "01900000-0000-7000-8000-00000000a00a"
OLE = "01900000-0000-7000-8000-00000000a00b"
HOME = "01900000-0000-7000-8000-00000000a0a0"
PIN = "270431"
SHOE = "4006381333931"

SETTINGS = StoreSettings(
    store=HERE,
    store_name="Houston",
    reconnect_seconds=Decimal(0),
    delivery_modes=("ground", "air"),
    cash_rounding_minor=5,
    cancellation_charge_percent=Decimal(5),
    charge_codes=(ChargeCode("HANDLING"),),
    sales_units=(SalesUnit("box"),),
    fulfilment_group=(FulfilmentPlace(HERE, "Houston"), FulfilmentPlace(THERE, "Seattle")),
)
"""What holds in Houston where a row says nothing else; in Seattle always."""


def store(name: str = HERE, **settings: Any) -> dict[str, Any]:
    """A store of the retailer's document."""
    values = settings_values(replace(SETTINGS, store=name, store_name=name.title(), **settings))
    return {"store": name, "name": name.title(), "settings": values}


def product(number: str, name: str, price_minor: int, **more: Any) -> dict[str, Any]:
    return {"number": number, "name": name, "price_minor": price_minor, **more}


def _staff(user: str, *without: Right) -> dict[str, Any]:
    rights = sorted(frozenset(Right) - frozenset(without))
    return {"user": user, "name": user.title(), "role": "manager", "pin": PIN, "rights": rights}


RETAILER: dict[str, Any] = {
    "tenant": "refusals",
    "stores": [store(), store(THERE)],
    "registers": [
        {"register": f"{HERE}-1", "store": HERE},
        {"register": f"{THERE}-1", "store": THERE},
    ],
    "products": [
        product("A", "Trail shoe", 10_000, barcodes=[SHOE]),
        product("B", "Merino sock", 4_000, barcodes=["7038010009457"]),
        product("OLD", "Recalled lamp", 900, sellable=False),
        product("OPEN", "Flowers", 0, key_in_price=True),
        product("TOY", "Toy", 500, item_tax_group="TOYS"),
        product("TILES", "Tiles", 6_000, unit="box"),
        product("PHONE", "Phone", 20_000, asks_serial=True, barcodes=["5000159407236"]),
        product("PLAN", "Service plan", 5_000, revenue_recognition=True),
        product("RISEN", "Umbrella", 3_000),
        product("DEAR", "Bridge", 100_000_000),
    ],
    "customers": [
        {"id": ANNA, "name": "Anna Berg", "addresses": [
            {"id": HOME, "purpose": "home", "line1": "Storgt 1", "postcode": "5003", "city": "Bergen"},
        ]},
        {"id": OLE, "name": "Ole Moe"},
    ],
    "staff": [_staff("cashier"), _staff("kari", Right.DEPOSIT_OVERRIDE), _staff("ole", Right.DEPOSIT_OVERRIDE)],
}  # fmt: skip
