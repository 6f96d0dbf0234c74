"""Every operation there is: importing this module fills the registry."""

from pos_app.operations import (
    cards,
    customers,
    delivery,
    deposits,
    language,
    lines,
    orders,
    sale,
    shifts,
    suspending,
    system,
    tenders,
    transactions,
    users,
)
from pos_app.operations.registry import REGISTRY

__all__ = ["KNOWN_MODULES", "REGISTRY"]

KNOWN_MODULES = (
    cards, customers, delivery, deposits, language, lines, orders, sale, shifts, suspending, system, tenders,
    transactions, users,
)  # fmt: skip
