"""Every operation there is: importing this module fills the registry."""

from pos_app.operations import (
    acting,
    blind_shifts,
    cards,
    cart,
    charges,
    customer_changes,
    customers,
    delivery,
    delivery_fixing,
    deposits,
    details,
    fulfilment,
    language,
    lines,
    orders,
    papers,
    prices,
    quotes,
    returning,
    sale,
    shift_reports,
    shifts,
    suspending,
    system,
    tenders,
    tills,
    transactions,
    users,
)
from pos_app.operations.registry import REGISTRY

__all__ = ["KNOWN_MODULES", "REGISTRY"]

KNOWN_MODULES = (
    acting, blind_shifts, cards, cart, charges, customer_changes, customers, delivery, delivery_fixing, deposits,
    details, fulfilment, language, lines, orders, papers, prices, quotes, returning, sale, shift_reports, shifts,
    suspending, system, tenders, tills, transactions, users,
)  # fmt: skip
