"""The shop of the replayed invoices: two stores, three registers, its people, and settings for what happens in it."""

from typing import Any

from benchmarks.online_retail import POSTAGE, Invoice
from benchmarks.replay_comparison import CURRENCY
from rehearsal.shop import Staff, fixed_id
from retail.charge_rules import ChargeCode
from retail.permissions import Right, rights_of
from retail.settings import FulfilmentPlace, StoreSettings
from retail.wire.settings import settings_values

STORES = {"LONDON": 2, "LEEDS": 1}
REGISTERS = {f"{store}-{place + 1}": store for store, count in STORES.items() for place in range(count)}
CASHIER = Staff(
    "cashier", "cashier", "270431",
    tuple(sorted(rights_of("cashier", {Right.CHARGE_OVERRIDE: True, Right.DISCOUNT: True}))),
)  # fmt: skip
MANAGER = Staff("manager", "manager", "681342", tuple(sorted(rights_of("manager", {}))))
REFUND_MINOR = 2000
"""How much of shipping a cashier may give back alone."""


def customer_id(customer: str) -> str:
    """The id of a customer of the file."""
    return fixed_id("online-retail", customer)


def retailer(invoices: list[Invoice]) -> dict[str, Any]:
    """The shop of these invoices: its products with prices to be keyed in, its customers, three registers."""
    names: dict[str, str] = {}
    for invoice in invoices:
        for line in invoice.lines:
            names[line.code] = names.get(line.code) or line.name
    return {
        "tenant": "ONLINE-RETAIL",
        "stores": [
            {"store": store, "name": store.title(), "settings": settings_values(_settings(store))}
            for store in STORES
        ],
        "registers": [{"register": name, "store": store} for name, store in REGISTERS.items()],
        "products": [
            {"number": code, "name": name or code, "price_minor": 0, "tax_percent": None, "barcodes": [],
             "sellable": True, "key_in_price": True, "line_charge_minor": 0}
            for code, name in names.items()
        ],
        "customers": [
            {"id": customer_id(customer), "type": "person", "name": f"Customer {customer}", "email": "",
             "phone": "", "business": False, "language": "", "addresses": []}
            for customer in sorted({each.customer for each in invoices} - {""})
        ],
        "staff": [
            {"user": each.user, "name": each.user.title(), "role": each.role, "pin": each.pin,
             "rights": list(each.rights), "language": "en"}
            for each in (CASHIER, MANAGER)
        ],
        "layouts": [],
    }  # fmt: skip


def _settings(store: str) -> StoreSettings:
    return StoreSettings(
        store=store, store_name=store.title(), currency=CURRENCY, offline_order_actions=True,
        fulfilment_group=tuple(FulfilmentPlace(each, each.title()) for each in STORES),
        charge_codes=tuple(ChargeCode(code) for code in POSTAGE),
        refund_shipping_charges=True, max_shipping_refund_without_approval_minor=REFUND_MINOR,
    )  # fmt: skip
