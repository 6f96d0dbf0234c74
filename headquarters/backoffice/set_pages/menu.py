"""The menu beside the set-up pages: their kinds, in groups of what belongs together."""

from collections.abc import Iterator, Sequence
from typing import Any

from retail.messages import phrase

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        phrase("Stores and places"),
        (
            "stores",
            "registers",
            "units",
            "fulfilment",
            "fulfilment-places",
            "channel-schemas",
            "receipt-texts",
        ),
    ),
    (
        phrase("Customer orders"),
        (
            "parameters",
            "delivery-modes",
            "delivery-rules",
            "charge-codes",
            "auto-charges",
            "order-attributes",
        ),
    ),
    (phrase("Taxes and units"), ("tax-groups", "item-tax-groups", "sales-units")),
    (
        phrase("What registers do"),
        ("features", "functionality", "info-codes", "offline", "visual-profiles", "refunds", "reasons"),
    ),
    (phrase("People at registers"), ("staff", "roles", "role-limits")),
    (
        phrase("Customers"),
        ("customer-sets", "customer-groups", "customer-attributes", "affiliations", "default-customers"),
    ),
    (phrase("Barcodes"), ("barcodes", "code-patterns", "embedded-codes")),
)
"""What a group is called, and the addresses of its pages."""
REST = phrase("More")


def grouped(views: Sequence[Any]) -> Iterator[tuple[str, list[Any]]]:
    """The groups that have pages, with these; pages of no group come last."""
    by_key = {view.key: view for view in views}
    for name, keys in GROUPS:
        found = [by_key.pop(key) for key in keys if key in by_key]
        if found:
            yield name, found
    if by_key:
        yield REST, list(by_key.values())
