"""Prices of price lists from a file: set up like typed ones, and no price before they are published."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Text,
    and_,
    false,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)

from headquarters.base import table_of
from headquarters.catalog.models import Product
from headquarters.importing.cells import amounts_in, needed, read_code
from headquarters.importing.columns import Field, Taken, missing
from headquarters.importing.errors import CellRefused
from headquarters.importing.prices import NUMBER_NAMES, PRICE_NAMES
from headquarters.importing.staging import Arrange, Staging, count_planned, planned_table, staged_table
from headquarters.price_lists.models import ListPrice, PriceList
from retail.messages import Message, say
from retail.price_lists import moment_text

STAGED = staged_table(
    "staged_list_prices", "key",
    Column("number", Text), Column("list", Text), Column("starts", Text), Column("ends", Text),
    Column("price_minor", BigInteger),
)  # fmt: skip
PLANNED = planned_table("planned_list_prices")
NAMES = ("number", "list", "price", "from", "until")

_PRICES, _LISTS, _PRODUCTS = table_of(ListPrice), table_of(PriceList), table_of(Product)


def read_moment(cell: str) -> str:
    """A day or a moment, of UTC where no offset is said; empty for none."""
    text = cell.strip()
    if not text:
        return ""
    try:
        moment = datetime.fromisoformat(text)
        return moment_text(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        raise CellRefused("{value} is not a time such as 2026-12-01 06:00", value=text[:40]) from None


class ListPrices:
    """Prices of lists that are there, of products that are in the books."""

    staged = STAGED
    key = "key"

    def __init__(self, currency: str) -> None:
        self.fields = (
            Field("number", NUMBER_NAMES, "number", read_code),
            Field("list", ("list", "pricelist", "prisliste", "prijslijst"), "list", read_code),
            Field("price", PRICE_NAMES, "price_minor", needed(amounts_in(currency))),
            Field("from", ("from", "starts", "validfrom", "fra", "gyldigfra", "van", "vanaf"), "starts", read_moment),
            Field("until", ("until", "ends", "validto", "to", "til", "gyldigtil", "tot"), "ends", read_moment),
        )  # fmt: skip

    def choose(self, taken: Sequence[Taken], header: Sequence[str]) -> list[Taken]:
        """Number, list and price are needed."""
        names = [each.field.name for each in taken]
        for name in NAMES[:3]:
            if name not in names:
                raise missing(name, header)
        return list(taken)

    def arrange(self, taken: Sequence[Taken]) -> tuple[list[str], Arrange]:
        """What a price is known by, then its parts; of a column that is not there, nothing."""
        places = {each.field.column: place for place, each in enumerate(taken)}

        def arranged(values: list[str | int | None]) -> Sequence[str | int | None]:
            said = {
                name: values[places[name]] if name in places else ""
                for name in ("number", "list", "starts", "ends")
            }
            key = f"{said['number']}/{said['list']}//{said['starts']}"
            return (key, *said.values(), values[places["price_minor"]])

        return ["key", "number", "list", "starts", "ends", "price_minor"], arranged

    def plan(self, connection: Connection, staging: Staging) -> None:
        """Leave out what is of no list or of no product, and what ends before it begins; find what differs."""
        columns = STAGED.c
        _leave_out(
            staging, "list", columns.list, say("there is no such price list"),
            columns.list.not_in(select(_LISTS.c.code)),
        )  # fmt: skip
        _leave_out(
            staging, "number", columns.number, say("there is no such product"),
            columns.number.not_in(select(_PRODUCTS.c.number)),
        )  # fmt: skip
        _leave_out(
            staging, "until", columns.ends, say("it ends before it begins"),
            and_(columns.ends != "", columns.ends <= columns.starts),
        )  # fmt: skip
        differs = or_(
            _PRICES.c.price_minor.is_distinct_from(columns.price_minor),
            _PRICES.c.ends.is_distinct_from(columns.ends),
        )
        differing = select(columns.line, _PRICES.c.id).select_from(
            STAGED.outerjoin(
                _PRICES,
                and_(
                    _PRICES.c.list == columns.list, _PRICES.c.number == columns.number, _PRICES.c.unit == "",
                    _PRICES.c.starts == columns.starts,
                ),
            )
        ).where(differs).order_by(columns.key)  # fmt: skip
        connection.execute(PLANNED.delete())
        connection.execute(insert(PLANNED).from_select(["line", "id"], differing))

    def counts(self, connection: Connection) -> tuple[int, int]:
        """Prices that there were none of, and prices that are others now."""
        return count_planned(connection, PLANNED)

    def apply(self, connection: Connection, at: str) -> None:
        """Set up what differs; it waits to be published."""
        columns, planned = STAGED.c, PLANNED.join(STAGED, STAGED.c.line == PLANNED.c.line)
        new = select(
            columns.list, columns.number, literal(""), columns.starts, columns.ends, columns.price_minor, literal(""),
            true(),
        ).select_from(planned).where(PLANNED.c.id.is_(None)).order_by(PLANNED.c.place)  # fmt: skip
        names = ["list", "number", "unit", "starts", "ends", "price_minor", "told_ends", "waits"]
        connection.execute(insert(_PRICES).from_select(names, new))
        mine = and_(_PRICES.c.id == PLANNED.c.id, columns.line == PLANNED.c.line)
        connection.execute(
            update(_PRICES)
            .where(mine)
            .values(price_minor=columns.price_minor, ends=columns.ends, waits=true())
        )
        as_told = and_(_PRICES.c.price_minor == _PRICES.c.told_minor, _PRICES.c.ends == _PRICES.c.told_ends)
        connection.execute(update(_PRICES).where(_PRICES.c.waits, as_told).values(waits=false()))
        touched = select(columns.list).select_from(planned)
        connection.execute(
            update(_LISTS).where(_LISTS.c.code.in_(touched)).values(version=_LISTS.c.version + 1)
        )


def _leave_out(
    staging: Staging, title: str, value: Column[str], rule: Message, where: ColumnElement[bool]
) -> None:
    staging.leave_out(select(STAGED.c.line, literal(title), value, literal(staging.words(rule))).where(where))
