"""The pages that the menu leads to, each with the right it needs."""

from dataclasses import dataclass

from headquarters.office.roles import Right
from headquarters.office.sessions import Visitor
from retail.messages import phrase


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu; `right` is what its page needs, None where everybody who is signed in may look. Those of
    headquarters itself stand apart (`is_apart`), beside the person: so the others fit on one line at 1280 px.
    """

    address: str
    name: str
    right: Right | None = None
    is_apart: bool = False


MENU = (
    Entry("/office", phrase("Overview")),
    Entry("/office/customers", phrase("Customers"), Right.ALL_STORES),
    Entry("/office/orders", phrase("Orders")),
    Entry("/office/invoices", phrase("Invoices")),
    Entry("/office/statements", phrase("Statements")),
    Entry("/office/documents", phrase("Documents")),
    Entry("/office/inventory", phrase("Inventory")),
    Entry("/office/jobs", phrase("Jobs"), Right.ALL_STORES),
    Entry("/office/registers", phrase("Registers")),
    Entry("/office/set/stores/list", phrase("Set-up"), Right.ALL_STORES),
    Entry("/office/layouts", phrase("Screen layouts"), Right.ALL_STORES),
    Entry("/office/products", phrase("Products"), Right.ALL_STORES),
    Entry("/office/price-lists", phrase("Price lists"), Right.ALL_STORES),
    Entry("/office/discounts", phrase("Discounts"), Right.ALL_STORES),
    Entry("/office/imports", phrase("Import"), Right.SET_UP, is_apart=True),
    Entry("/office/publish", phrase("Publish"), Right.ALL_STORES),
    Entry("/office/people", phrase("People"), Right.PEOPLE, is_apart=True),
    Entry("/office/audit", phrase("Audit log"), Right.AUDIT, is_apart=True),
    Entry("/office/export", phrase("Journal export"), Right.AUDIT, is_apart=True),
    Entry("/office/log-bundle", phrase("Log bundle"), Right.LOGS, is_apart=True),
    Entry("/api", phrase("API"), Right.ALL_STORES, is_apart=True),
)


def pages_for(visitor: Visitor) -> list[Entry]:
    """The entries that this visitor may follow; none for who is not signed in."""
    if not visitor.name:
        return []
    return [entry for entry in MENU if entry.right is None or visitor.may(entry.right)]
