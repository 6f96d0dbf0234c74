"""Prices from a file of their own or beside the products: compared by number, changed as a set, and published."""

from collections.abc import Sequence
from typing import cast as typed

from sqlalchemy import BigInteger, Column, Connection, Table, insert, literal, select, update

from headquarters.catalog.models import Price, Product
from headquarters.importing.cells import amounts_in, needed, read_code
from headquarters.importing.columns import Field, Taken, missing
from headquarters.importing.engines import object_of
from headquarters.importing.kinds import as_read
from headquarters.importing.publishing import publish_rows
from headquarters.importing.staging import Arrange, Staging, count_planned, planned_table, staged_table
from retail.messages import say

NUMBER_NAMES = (
    "number", "productnumber", "productno", "itemnumber", "itemno", "articlenumber", "articleno", "sku",
    "stockcode", "productid", "itemid", "plu", "code", "varenummer", "varenr", "artikkelnummer", "artikkelnr",
    "artikelnummer", "artikelnr", "artikelcode", "productcode", "itemcode", "product", "item",
)  # fmt: skip
PRICE_NAMES = (
    "price", "unitprice", "salesprice", "retailprice", "pris", "utsalgspris", "enhetspris", "prijs", "verkoopprijs",
)  # fmt: skip
BARCODE_NAMES = ("barcode", "barcodes", "ean", "ean13", "gtin", "upc", "strekkode", "streepjescode")

STAGED = staged_table("staged_prices", "number", Column("price_minor", BigInteger))
PLANNED = planned_table("planned_prices")

_PRODUCTS, _PRICES = typed("Table", Product.__table__), typed("Table", Price.__table__)


def plan_prices(connection: Connection, staged: Table) -> None:
    """Find the staged prices that are not what the books say."""
    known = staged.outerjoin(_PRICES, _PRICES.c.number == staged.c.number)
    differing = (
        select(staged.c.line, _PRICES.c.id)
        .select_from(known)
        .where(
            staged.c.price_minor.is_not(None), _PRICES.c.price_minor.is_distinct_from(staged.c.price_minor)
        )
        .order_by(staged.c.number)
    )
    connection.execute(PLANNED.delete())
    connection.execute(insert(PLANNED).from_select(["line", "id"], differing))


def apply_prices(connection: Connection, staged: Table) -> None:
    """Keep and publish the planned prices; their products are there."""
    planned = PLANNED.join(staged, staged.c.line == PLANNED.c.line)
    found = select(staged.c.number, staged.c.price_minor).select_from(planned).order_by(PLANNED.c.place)
    connection.execute(
        insert(Price).from_select(["number", "price_minor"], found.where(PLANNED.c.id.is_(None)))
    )
    connection.execute(
        update(_PRICES)
        .where(_PRICES.c.id == PLANNED.c.id, staged.c.line == PLANNED.c.line)
        .values(price_minor=staged.c.price_minor)
    )
    value = object_of("number", staged.c.number, "price_minor", staged.c.price_minor)
    publish_rows(connection, "prices", staged.c.number, value, found)


class Prices:
    """Prices of products that are in the books already."""

    staged = STAGED
    key = "number"

    def __init__(self, currency: str) -> None:
        read_amount = amounts_in(currency)
        self.fields = (
            Field("number", (*NUMBER_NAMES, *BARCODE_NAMES, "id"), "number", read_code),
            Field("price", PRICE_NAMES, "price_minor", needed(read_amount)),
        )

    def choose(self, taken: Sequence[Taken], header: Sequence[str]) -> list[Taken]:
        """Number and price: both are needed."""
        names = [each.field.name for each in taken]
        for field in self.fields:
            if field.name not in names:
                raise missing(field.name, header)
        return list(taken)

    def arrange(self, taken: Sequence[Taken]) -> tuple[list[str], Arrange]:
        """As they were read."""
        return [each.field.column for each in taken], as_read

    def plan(self, connection: Connection, staging: Staging) -> None:
        """Leave out numbers that no product has; find the prices that differ."""
        known = select(_PRODUCTS.c.number)
        unknown = select(
            STAGED.c.line,
            literal("number"),
            STAGED.c.number,
            literal(staging.words(say("there is no such product"))),
        )
        staging.leave_out(unknown.where(STAGED.c.number.not_in(known)))
        plan_prices(connection, STAGED)

    def counts(self, connection: Connection) -> tuple[int, int]:
        """Prices of products that had none, and prices that are others now."""
        return count_planned(connection, PLANNED)

    def apply(self, connection: Connection, at: str) -> None:
        """Keep and publish what differs."""
        apply_prices(connection, STAGED)
