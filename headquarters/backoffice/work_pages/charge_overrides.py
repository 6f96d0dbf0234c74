"""Charge override history: who typed over which charge, by whose right and why."""

from fastapi import APIRouter, Response
from sqlalchemy import select

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import Person
from headquarters.backoffice.work_pages.paging import Below, Text, newest
from headquarters.backoffice.work_pages.seen import both, stores_seen, ways_of_stores
from headquarters.context import Context
from headquarters.orders.charge_overrides import ChargeOverride

router = APIRouter(prefix="/office", include_in_schema=False)


@router.get("/charge-overrides")
def charge_overrides(
    headquarters: Context,
    person: Person,
    text: Text = "",
    store: Text = "",
    code: Text = "",
    by: Text = "",
    below: Below = None,
) -> Response:
    """The newest overrides, by order or receipt, store, charge code, and who allowed them."""
    table = ChargeOverride
    with headquarters.database.reading() as session:
        narrowed = [
            column == value.strip()
            for column, value in ((table.store, store), (table.code, code), (table.approved_by, by))
            if value.strip()
        ]
        if text.strip():
            narrowed.append(table.reference.in_({text.strip(), text.strip().upper()}))
        ways = both(ways_of_stores(person, table.store), *narrowed)
        listed = newest(session, select(table), table.id, below, ways)
        return page(
            "charge_overrides.html", person, overrides=listed.rows, older=listed.older,
            filters={"text": text, "store": store, "code": code, "by": by}, stores=stores_seen(session, person),
        )  # fmt: skip
