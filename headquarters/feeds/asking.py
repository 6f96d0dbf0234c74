"""What a register says when it asks for a part of a feed, what such an answer says besides its rows, and who is told
of no customer.
"""

from typing import Annotated, Any

from pydantic import BaseModel, Field
from sqlalchemy import Connection, bindparam, func, select

from headquarters.settings.models import Store
from headquarters.written_out import WrittenOut
from retail.wire.protocol import PAGE_ROWS_MAX

CUSTOMERS = "customers"
_FILTERS = WrittenOut(
    select(func.count()).where(
        Store.store == bindparam("store"), Store.settings["filter_shared_customer_data"].as_boolean()
    )
)


class Place(BaseModel):
    """Which part of a feed: after a cursor ("" = from the start), so many rows at most."""

    cursor: Annotated[str, Field(max_length=100)] = ""
    limit: Annotated[int, Field(ge=1, le=PAGE_ROWS_MAX)] = PAGE_ROWS_MAX


class Asked(Place):
    """And how it is to be told: whole pages by their marks; at the end, how many keys there are."""

    marks: bool = False
    counted: bool = False


def is_told(connection: Connection, feed: str, store: str) -> bool:
    """Whether this store's registers are told of the feed: of customers not where it filters shared customer data."""
    return feed != CUSTOMERS or _FILTERS.rows(connection, store=store) == [(0,)]


def told_of(feed: str) -> dict[str, Any]:
    """An answer about this feed before it is known what it says."""
    return {"feed": feed, "more": True, "total": None}
