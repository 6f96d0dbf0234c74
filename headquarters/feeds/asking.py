"""What a register says when it asks for a part of a feed, and what such an answer says besides its rows."""

from typing import Annotated, Any

from pydantic import BaseModel, Field

from retail.wire.protocol import PAGE_ROWS_MAX

CUSTOMERS = "customers"


class Place(BaseModel):
    """Which part of a feed: after a cursor ("" = from the start), so many rows at most."""

    cursor: Annotated[str, Field(max_length=100)] = ""
    limit: Annotated[int, Field(ge=1, le=PAGE_ROWS_MAX)] = PAGE_ROWS_MAX


class Asked(Place):
    """And how it is to be told: whole pages by their marks; at the end, how many keys there are."""

    marks: bool = False
    counted: bool = False


def told_of(feed: str) -> dict[str, Any]:
    """An answer about this feed before it is known what it says."""
    return {"feed": feed, "more": True, "total": None}
