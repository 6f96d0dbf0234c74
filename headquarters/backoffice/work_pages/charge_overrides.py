"""Charge override history: who typed over which charge, by whose right and why."""

from fastapi import APIRouter, Response
from sqlalchemy import select

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import Person
from headquarters.backoffice.work_pages.paging import Text
from headquarters.backoffice.work_pages.seen import both, stores_seen, ways_of_stores
from headquarters.backoffice.work_pages.sorting import AT_FIRST, Head, Place, narrowing, read_sorted, sorting
from headquarters.context import Context
from headquarters.orders.charge_overrides import ChargeOverride

router = APIRouter(prefix="/office", include_in_schema=False)
HEADS_OF_OVERRIDES = {
    "reference": Head(ChargeOverride.reference), "store": Head(ChargeOverride.store),
    "code": Head(ChargeOverride.code), "allowed": Head(ChargeOverride.approved_by),
}  # fmt: skip


@router.get("/charge-overrides")
def charge_overrides(
    headquarters: Context, person: Person, text: Text = "", store: Text = "", code: Text = "", by: Text = "",
    at: Place = AT_FIRST,
) -> Response:  # fmt: skip
    """The newest overrides, or sorted, by order or receipt, store, charge code, and who allowed them."""
    table = ChargeOverride
    with headquarters.database.reading() as session:
        filters = {"text": text, "store": store, "code": code, "by": by}
        order = sorting(table.id, HEADS_OF_OVERRIDES, narrowing(person, filters), at)
        narrowed = [
            column == value.strip()
            for column, value in ((table.code, code), (table.approved_by, by))
            if value.strip()
        ]
        if text.strip():
            narrowed.append(table.reference.in_({text.strip(), text.strip().upper()}))
        ways = both(ways_of_stores(person, table.store, store.strip()), *narrowed)
        listed = read_sorted(session, select(table), order, ways)
        return page(
            "charge_overrides.html", person, overrides=listed.rows, listed=listed,
            filters=filters, stores=stores_seen(session, person),
        )  # fmt: skip
