"""A store with two registers and headquarters in one process, for faults that need both sides."""

from typing import Any

from retail.permissions import rights_of

ANNA = "01900000-0000-7000-8000-00000000a00a"
PIN = "270431"
RETAILER: dict[str, Any] = {
    "tenant": "faults",
    "stores": [{"store": "HOUSTON", "name": "Houston"}],
    "registers": [{"register": name, "store": "HOUSTON"} for name in ("HOUSTON-1", "HOUSTON-2")],
    "products": [
        {"number": "SHOE", "name": "Trail shoe", "price_minor": 9999, "tax_percent": "25"},
        {"number": "SOCK", "name": "Merino sock", "price_minor": 333, "tax_percent": "8"},
        {"number": "GOLD", "name": "Bar", "price_minor": 10**9, "tax_percent": "0"},
        {"number": "HAT", "name": "Hat", "price_minor": 1000, "tax_percent": "8"},
    ],
    "customers": [{"id": ANNA, "name": "Anna Berg"}],
    "staff": [
        {
            "user": "cashier",
            "name": "Cashier",
            "role": "cashier",
            "pin": PIN,
            "rights": sorted(rights_of("cashier", {})),
        }
    ],
}
