"""The fields of a product as people type them, checked by the rules that registers and imports go by."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.catalog.models import Price, Product
from headquarters.catalog.naming import NO_SUCH, OWN_UNIT, TWO_TAXES, Names, are_known
from headquarters.importing.cells import amounts_in, read_code, read_codes, read_name, read_rate
from headquarters.importing.errors import CellRefused
from headquarters.importing.packs import BETWEEN, packs_in, packs_text
from headquarters.settings.models import Store
from retail.messages import Message, phrase, say
from retail.money import Money
from retail.settings import StoreSettings
from retail.wire.feeds import PackRow, ProductRow

LABELS = {
    "number": phrase("Number"), "name": phrase("Name"), "barcodes": phrase("Barcodes"), "category": phrase("Category"),
    "tax_percent": phrase("Tax, percent"), "price": phrase("Price"), "sellable": phrase("For sale"),
    "key_in_price": phrase("The cashier types the price"), "line_charge": phrase("Charge on each line"),
    "item_tax_group": phrase("Item sales tax group"), "unit": phrase("Sales unit"),
    "packs": phrase("Packs"),
    "asks_serial": phrase("Asks for a serial number"), "revenue_recognition": phrase("Revenue is recognised later"),
}  # fmt: skip
FLAGS = ("sellable", "key_in_price", "asks_serial", "revenue_recognition")
STORES_READ = 50
CHOICES_MAX = 1000


def currency_of(session: Session) -> str:
    """The currency that prices are typed in: that of the stores."""
    settings = session.scalars(select(Store.settings).order_by(Store.id).limit(STORES_READ)).all()
    found = sorted({each.get("currency") or StoreSettings(store="").currency for each in settings})
    return found[0] if found else StoreSettings(store="").currency


def typed_of(session: Session, product: Product, currency: str) -> dict[str, str]:
    """A product as its form shows it."""
    price = session.scalar(select(Price.price_minor).where(Price.number == product.number))
    return {
        "number": product.number, "name": product.name, "barcodes": "\n".join(product.barcodes),
        "category": product.category,
        "tax_percent": "" if product.tax_percent is None else f"{product.tax_percent.normalize():f}",
        "price": "" if price is None else str(Money(price, currency)),
        "line_charge": str(Money(product.line_charge_minor, currency)) if product.line_charge_minor else "",
        "item_tax_group": product.item_tax_group, "unit": product.unit,
        "packs": packs_text(product.packs, currency, "\n"),
        **{name: "yes" if getattr(product, name) else "" for name in FLAGS},
    }  # fmt: skip


def choices_of(names: Names) -> dict[str, list[str]]:
    """What can be chosen for fields that name something: item sales tax groups and sales units."""
    return {"item_tax_group": sorted(names.groups)[:CHOICES_MAX], "unit": sorted(names.units)[:CHOICES_MAX]}


def not_set_up(row: ProductRow, names: Names) -> dict[str, Message]:
    """Of each field that names what nobody has set up, what to do."""
    said = {
        "item_tax_group": ([row.item_tax_group], names.groups), "unit": ([row.unit], names.units),
        "packs": ([each.unit for each in row.packs], names.units),
    }  # fmt: skip
    return {field: Message(NO_SUCH) for field, (named, known) in said.items() if not are_known(named, known)}


def new_typed() -> dict[str, str]:
    """What the form of a new product begins with."""
    return dict.fromkeys(LABELS, "") | {"sellable": "yes"}


def typed_in(form: Mapping[str, str]) -> dict[str, str]:
    """What somebody typed."""
    return {name: form.get(name, "").replace("\r\n", "\n") for name in LABELS} | {
        name: "yes" if form.get(name) else "" for name in FLAGS
    }


def version_of(typed: Mapping[str, str]) -> str:
    """A short text that is another one as soon as anything of the product is."""
    return hashlib.sha256(json.dumps(dict(typed), sort_keys=True).encode()).hexdigest()[:16]


def read_product(
    typed: Mapping[str, str], currency: str
) -> tuple[ProductRow | None, int | None, dict[str, Message]]:
    """The product and its price, and of each field that cannot be kept the rule it breaks."""
    readers: dict[str, Any] = {
        "number": read_code, "name": read_name, "category": read_name, "tax_percent": read_rate,
        "item_tax_group": read_name, "unit": read_name,
        "packs": lambda text: packs_in(currency)(BETWEEN.join(text.splitlines())),
        "price": amounts_in(currency), "line_charge": amounts_in(currency),
        "barcodes": lambda text: read_codes("|".join(text.splitlines())),
    }  # fmt: skip
    read: dict[str, Any] = {}
    faults: dict[str, Message] = {}
    for name, reader in readers.items():
        try:
            read[name] = reader(typed[name])
        except CellRefused as fault:
            faults[name] = fault.message
    if "name" not in faults and not read["name"]:
        faults["name"] = say("it is needed and empty")
    if read.get("item_tax_group") and read.get("tax_percent") is not None:
        faults["item_tax_group"] = Message(TWO_TAXES)
    if read.get("packs") and read.get("unit") in [each["unit"] for each in json.loads(read["packs"])]:
        faults["packs"] = Message(OWN_UNIT)
    if faults:
        return None, None, faults
    rate = read["tax_percent"]
    row = ProductRow(
        number=read["number"], name=read["name"], category=read["category"] or "",
        tax_percent=None if rate is None else Decimal(rate), barcodes=tuple(json.loads(read["barcodes"] or "[]")),
        line_charge_minor=read["line_charge"] or 0, sellable=bool(typed["sellable"]),
        key_in_price=bool(typed["key_in_price"]), asks_serial=bool(typed["asks_serial"]),
        revenue_recognition=bool(typed["revenue_recognition"]),
        item_tax_group=read["item_tax_group"] or "", unit=read["unit"] or "",
        packs=tuple([PackRow.of(each) for each in json.loads(read["packs"] or "[]")]),
    )  # fmt: skip
    return row, read["price"], {}


def theirs(before: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, Message]:
    """What somebody else made of each field that is not what was typed."""
    return {
        name: say("Somebody else saved here: {value}", value=value.replace("\n", ", ") or "–")
        for name, value in before.items()
        if value != typed[name]
    }
