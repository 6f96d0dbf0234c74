"""The shop of a scenario file: read with the format's defaults, and turned into HQ's retailer document."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from rehearsal.grammar import CARRY_OUT, PERSON, PICK_UP, RIGHTS
from rehearsal.nodes import FileWrong, Node, Table
from rehearsal.shapes import (
    Keyed,
    Names,
    Shape,
    amount,
    by_form,
    count,
    day,
    entries_of,
    flag,
    keyed,
    known,
    listing,
    one_of,
    percent,
    table,
    text,
    thousandths,
)
from rehearsal.shop_settings import SETTINGS
from retail.charge_rules import AutoCharge, ChargeCode, ChargeLevel
from retail.customers import Address, Customer, CustomerType
from retail.permissions import rights_of
from retail.settings import FulfilmentPlace, StoreSettings
from retail.tax_codes import TaxCode
from retail.wire.settings import settings_values

SECTIONS = (
    "settings",
    "stores",
    "products",
    "customers",
    "staff",
    "delivery_modes",
    "promotions",
    "auto_charges",
)

_PACK = table({"holds": thousandths, "price": amount, "barcode": text}, required=("holds",))
_PRODUCT = table(
    {
        "price": amount, "tax": percent, "barcode": text, "line_charge": amount, "tax_group": text, "unit": text,
        "packs": keyed(text, _PACK),
    },
    required=("price",),
)  # fmt: skip
_PROMOTION: dict[str, Shape] = {"price": amount, "ends": day}
_AUTO_CHARGE: dict[str, Shape] = {
    "level": one_of("header", "line"), "up_to": amount, "amount": amount, "code": text,
    "refundable": flag, "prorate": flag,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taxes:
    """What a store's goods are taxed by: one rate, or several taxes by their names."""

    percent: Decimal = Decimal(0)
    codes: tuple[TaxCode, ...] = ()


@dataclass(frozen=True, slots=True)
class Staff:
    """Who may sign in, with which PIN and rights."""

    user: str
    role: str
    pin: str
    rights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shop:
    """A retailer: one setting of settings for all its stores, and what HQ is told at the start."""

    settings: StoreSettings
    stores: Mapping[str, Taxes]
    registers: Mapping[str, str]
    products: Mapping[str, Mapping[str, Any]]
    customers: Mapping[str, Customer]
    staff: Mapping[str, Staff]
    promotions: Mapping[str, Mapping[str, Any]]


def read_shop(sections: Mapping[str, Node], names: Names) -> Shop:
    """Read the shop's sections, whatever their order in the file, and keep every name they give.

    Raises:
        FileWrong: see `rehearsal.scenario.read_scenario`.
    """
    settings = _settings(sections.get("settings"), names)
    modes = (
        tuple(listing(text)(sections["delivery_modes"], names))
        if "delivery_modes" in sections
        else ("ground",)
    )
    for mode in modes:
        names.add("delivery mode", mode)
    stores, registers = _stores(sections.get("stores"), names)
    products = _named(sections, "products", _PRODUCT, names, "product")
    customers = {
        name: customer_of(name, values)
        for name, values in _named(sections, "customers", table(PERSON), names, "customer").items()
    }
    for customer in customers.values():
        for address in customer.addresses:
            names.add("address", address.purpose)
    staff = _staff(sections, names)
    shape = table({"product": known("product"), **_PROMOTION}, ("product", "price"))
    promotions = _named(sections, "promotions", shape, names, "promotion")
    if "auto_charges" in sections:
        mode = known("delivery mode", PICK_UP, CARRY_OUT)
        row = table({"mode": mode, **_AUTO_CHARGE}, required=("level", "amount"))
        settings = _with_charges(settings, listing(row)(sections["auto_charges"], names))
    settings = replace(settings, delivery_modes=modes)
    return Shop(settings, stores, registers, products, customers, staff, promotions)


def retailer_document(shop: Shop, tenant: str, today: date) -> dict[str, Any]:
    """What headquarters is told about this shop (PUT /v1/manage/retailer); `today` is when its story begins."""
    pickup = tuple(
        FulfilmentPlace(store, store.title(), tax.percent, tax_codes=tax.codes)
        for store, tax in shop.stores.items()
    )
    stores = [
        {
            "store": store,
            "name": store.title(),
            "settings": settings_values(
                replace(
                    shop.settings,
                    store=store,
                    store_name=store.title(),
                    tax_percent=tax.percent,
                    tax_codes=tax.codes,
                    fulfilment_group=pickup,
                    fulfilment_locations=True,
                )
            ),
        }
        for store, tax in shop.stores.items()
    ]
    return {
        "tenant": tenant,
        "stores": stores,
        "registers": [{"register": name, "store": store} for name, store in shop.registers.items()],
        "products": [_product(name, values) for name, values in shop.products.items()],
        "promotions": [_promotion(name, values, today) for name, values in shop.promotions.items()],
        "customers": [_customer(each) for each in shop.customers.values()],
        "staff": [
            {"user": each.user, "name": each.user.title(), "role": each.role, "pin": each.pin,
             "rights": list(each.rights), "language": "en"}
            for each in shop.staff.values()
        ],
        "layouts": [],
    }  # fmt: skip


def customer_of(name: str, values: Mapping[str, Any]) -> Customer:
    """A customer with an identity that is the same in every run."""
    addresses = values["addresses"].names if "addresses" in values else {}
    return Customer(
        id=fixed_id("customer", name),
        name=values.get("name", name),
        type=CustomerType(values.get("type", "person")),
        email=values.get("email", ""),
        phone=values.get("phone", ""),
        business=values.get("b2b", False),
        addresses=tuple(
            Address(
                id=fixed_id("address", f"{name}/{purpose}"), purpose=purpose, name=values.get("name", name),
                line1=each.get("line1", ""), postcode=each.get("postcode", ""), city=each.get("city", ""),
                country=each.get("country", ""), tax_percent=each.get("tax"),
            )
            for purpose, each in addresses.items()
        ),
    )  # fmt: skip


def fixed_id(kind: str, name: str) -> str:
    """The same UUID for the same name, in every run."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"kassa:rehearsal:{kind}:{name}"))


def _settings(node: Node | None, names: Names) -> StoreSettings:
    settings = StoreSettings(store="", reconnect_seconds=Decimal(0))
    if node is None:
        return settings
    for entry in entries_of(node):  # the currency first: the other amounts are in it
        if entry.key == "currency":
            names.currency = text(entry.value, names)
            if len(names.currency) != 3 or not (names.currency.isascii() and names.currency.isupper()):
                raise FileWrong(entry.line, f"'{names.currency}' is not a currency code")
    values: dict[str, Any] = {"currency": names.currency}
    for entry in entries_of(node):
        if entry.key == "currency":
            continue
        if entry.key not in SETTINGS:
            raise FileWrong(entry.line, f"unknown setting '{entry.key}'")
        to, shape = SETTINGS[entry.key]
        values[to] = shape(entry.value, names)
        if to == "cash_rounding_minor" and values[to] < 1:
            raise FileWrong(entry.line, "the smallest coin is worth something")
    return replace(settings, **values)


def _stores(node: Node | None, names: Names) -> tuple[dict[str, Taxes], dict[str, str]]:
    shape = table({"tax": by_form(percent, keyed(text, percent)), "registers": count})
    read = keyed(text, shape)(node, names).names if node else {"HOUSTON": {}}
    stores, registers = {}, {}
    for store, values in read.items():
        names.add("store", store)
        stores[store] = _taxes(values.get("tax", Decimal(0)))
        for position in range(values.get("registers", 1)):
            registers[f"{store}-{position + 1}"] = store
            names.add("register", f"{store}-{position + 1}")
    if not registers:
        raise FileWrong(node.line if node else 1, "a shop needs at least one register")
    return stores, registers


def _taxes(said: Decimal | Keyed) -> Taxes:
    if isinstance(said, Decimal):
        return Taxes(said)
    return Taxes(codes=tuple([TaxCode(name, rate) for name, rate in said.names.items()]))


def _staff(sections: Mapping[str, Node], names: Names) -> dict[str, Staff]:
    exceptions = keyed(one_of(*RIGHTS), flag, least=0)
    shape = table({"role": one_of("cashier", "manager"), "rights": exceptions}, required=("role",))
    given = _named(sections, "staff", shape, names, "staff")
    values = {
        "cashier": {"role": "cashier"},
        "manager": {"role": "manager"},
        "boss": {"role": "manager"},
        **given,
    }
    staff = {}
    for position, (user, each) in enumerate(values.items()):
        names.add("staff", user)
        special = each["rights"].names if "rights" in each else {}
        rights = tuple(sorted(rights_of(each["role"], special)))
        staff[user] = Staff(user, each["role"], f"{270431 + 1117 * position}", rights)
    return staff


def _named(
    sections: Mapping[str, Node], section: str, shape: Shape, names: Names, kind: str
) -> dict[str, dict[str, Any]]:
    node = sections.get(section)
    if node is None or (isinstance(node, Table) and not node.entries):
        return {}
    read: dict[str, dict[str, Any]] = keyed(text, shape)(node, names).names
    for name in read:
        names.add(kind, name)
    return read


def _product(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    tax = values.get("tax")
    return {
        "number": name, "name": name, "price_minor": values["price"],
        "tax_percent": None if tax is None else str(tax),
        "barcodes": [values["barcode"]] if "barcode" in values else [],
        "sellable": True, "key_in_price": False, "line_charge_minor": values.get("line_charge", 0),
        "item_tax_group": values.get("tax_group", ""), "unit": values.get("unit", ""),
        "packs": [_pack(unit, each) for unit, each in values["packs"].names.items()] if "packs" in values else [],
    }  # fmt: skip


def _pack(unit: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "unit": unit, "contains_thousandths": values["holds"], "price_minor": values.get("price"),
        "barcodes": [values["barcode"]] if "barcode" in values else [],
    }  # fmt: skip


def _promotion(name: str, values: Mapping[str, Any], today: date) -> dict[str, Any]:
    ends = values["ends"].on(today).isoformat() if "ends" in values else None
    return {
        "id": name, "name": name, "kind": "deal", "products": [values["product"]],
        "amount_minor": values["price"], "ends": ends,
    }  # fmt: skip


def _with_charges(settings: StoreSettings, rows: list[Mapping[str, Any]]) -> StoreSettings:
    """The settings with these automatic charges and their codes; a code is refundable where one of its rows says so."""
    shipping = settings.shipping_charge_code or "FREIGHT"
    codes: dict[str, ChargeCode] = {}
    rules = []
    for row in rows:
        code = row.get("code", shipping)
        refundable = row.get("refundable", False) or (code in codes and codes[code].refundable)
        codes[code] = replace(settings.charge_code(code), refundable=refundable)
        rules.append(
            AutoCharge(
                ChargeLevel(row["level"]), code, row["amount"], up_to_minor=row.get("up_to"),
                mode=row.get("mode", ""), prorate=row.get("prorate", False),
            )
        )  # fmt: skip
    return replace(settings, charge_codes=tuple(codes.values()), auto_charges=tuple(rules))


def _customer(customer: Customer) -> dict[str, Any]:
    return {
        "id": customer.id, "type": str(customer.type), "name": customer.name, "email": customer.email,
        "phone": customer.phone, "business": customer.business, "language": customer.language,
        "addresses": [
            {
                "id": each.id, "purpose": each.purpose, "name": each.name, "phone": each.phone,
                "line1": each.line1, "postcode": each.postcode, "city": each.city, "country": each.country,
                "tax_percent": None if each.tax_percent is None else str(each.tax_percent),
            }
            for each in customer.addresses
        ],
    }  # fmt: skip
