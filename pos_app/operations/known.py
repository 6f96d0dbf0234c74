"""Every operation there is: importing this module fills the registry."""

from pos_app.operations import (
    charges,
    customers,
    delivery,
    deposits,
    language,
    lines,
    orders,
    prices,
    sale,
    shifts,
    system,
    tenders,
    transactions,
    users,
)
from pos_app.operations.registry import REGISTRY

__all__ = ["KNOWN_MODULES", "REGISTRY"]

KNOWN_MODULES = (
    charges, customers, delivery, deposits, language, lines, orders, prices, sale, shifts, system, tenders,
    transactions, users,
)  # fmt: skip
