"""The demo retailer: read from resources/demo and turned into HQ's retailer document."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rehearsal.children import CHECKOUT
from rehearsal.shop import fixed_id
from retail.money import parse_amount
from retail.permissions import rights_of

RESOURCES = CHECKOUT / "resources"
SOURCE = RESOURCES / "demo"


@dataclass(frozen=True, slots=True)
class DemoStaff:
    """Somebody who can sign in at the demo's registers."""

    user: str
    name: str
    role: str
    pin: str


def demo_staff() -> list[DemoStaff]:
    return [DemoStaff(**each) for each in _facts()["staff"]]


def demo_registers() -> list[str]:
    """The names of all registers; the first is the one whose window opens."""
    return [name for name, _ in _registers()]


def demo_document() -> dict[str, Any]:
    """What headquarters is told about the demo retailer."""
    facts = _facts()
    settings: dict[str, Any] = facts["settings"]
    pickup = [
        {"place": each["store"], "name": each["name"], "tax_percent": settings["tax_percent"]}
        for each in facts["stores"]
    ]
    return {
        "tenant": facts["tenant"],
        "stores": [
            {"store": each["store"], "name": each["name"], "settings": {**settings, "fulfilment_group": pickup}}
            for each in facts["stores"]
        ],
        "registers": [{"register": name, "store": store} for name, store in _registers()],
        "products": [_product(row, settings["currency"]) for row in _rows("products.csv")],
        "customers": [_customer(row) for row in _rows("customers.csv")],
        "staff": [
            {"user": each.user, "name": each.name, "role": each.role, "pin": each.pin,
             "rights": sorted(rights_of(each.role, {})), "language": "en"}
            for each in demo_staff()
        ],
        "layouts": [
            {"name": path.stem, "content": json.loads(path.read_text(encoding="utf-8"))}
            for path in sorted((RESOURCES / "layouts").glob("*.json"))
        ],
    }  # fmt: skip


def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads((SOURCE / "retailer.json").read_text(encoding="utf-8"))
    return facts


def _registers() -> Iterator[tuple[str, str]]:
    for each in _facts()["stores"]:
        for place in range(each["registers"]):
            yield f"{each['store']}-{place + 1}", each["store"]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with Path(SOURCE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _product(row: dict[str, str], currency: str) -> dict[str, Any]:
    return {
        "number": row["number"],
        "name": row["name"],
        "price_minor": parse_amount(row["price"], currency),
        "tax_percent": row["tax_percent"],
        "barcodes": [row["barcode"]],
        "sellable": row["sellable"] == "yes",
        "key_in_price": row["key_in_price"] == "yes",
        "line_charge_minor": 0,
    }


def _customer(row: dict[str, str]) -> dict[str, Any]:
    place = {key: row[key] for key in ("line1", "postcode", "city", "country")}
    address = {
        "id": fixed_id("demo-address", row["name"]), "purpose": "Home", "name": row["name"], "phone": row["phone"],
        "tax_percent": None, **place,
    }  # fmt: skip
    return {
        "id": fixed_id("demo-customer", row["name"]),
        "type": row["type"],
        "name": row["name"],
        "email": row["email"],
        "phone": row["phone"],
        "business": row["type"] == "organisation",
        "language": "",
        "addresses": [address] if any(place.values()) else [],
    }
