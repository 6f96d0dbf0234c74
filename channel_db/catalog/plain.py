"""Prices, prices of lists, promotions, stock, staff, settings, layouts and erasures: one row a key, looked up whole."""

from collections.abc import Collection, Mapping
from typing import Any, cast

from sqlalchemy import Connection, FromClause, Table, bindparam, delete, or_, select
from sqlalchemy.dialects.sqlite import insert

from channel_db.catalog.marks import DIGEST, MARK, mark_of
from channel_db.catalog.models import (
    ErasureRow,
    LayoutRow,
    ListPriceRow,
    PriceRow,
    PromotionRow,
    SettingsRow,
    StaffRow,
    StockRow,
)
from channel_db.statements import Statement


class PlainRows:
    """A table of a key and one value."""

    def __init__(self, source: FromClause, key: str, value: str) -> None:
        table = cast("Table", source)
        others = (MARK, DIGEST)
        row: dict[str, Any] = {key: bindparam("key"), value: bindparam("value")}
        row |= {name: bindparam(name) for name in others}
        self._keep = Statement(
            insert(table)
            .values(row)
            .on_conflict_do_update(
                index_elements=[key],
                set_={value: bindparam("value"), **{name: bindparam(name) for name in others}},
                where=or_(
                    table.c[value].is_distinct_from(bindparam("value")),
                    *[table.c[name].is_distinct_from(bindparam(name)) for name in others],
                ),
            )
        )
        self._drop = Statement(delete(table).where(table.c[key] == bindparam("key")))
        self._one = Statement(select(table.c[value]).where(table.c[key] == bindparam("key")))
        self._all = Statement(select(table.c[value]).order_by(table.c[key]))
        self._by_key = Statement(select(table.c[key], table.c[value]).order_by(table.c[key]))
        self._digests = Statement(select(table.c[key], table.c[DIGEST]))

    def keep(self, connection: Connection, values: Mapping[str, Any], digests: Mapping[str, int]) -> None:
        """Keep these values under their keys, with the digests of what headquarters said."""
        rows = [
            {"key": key, "value": value, "mark": mark_of((key, value)), "digest": digests[key]}
            for key, value in values.items()
        ]
        self._keep.run_all(connection, rows)

    def drop(self, connection: Connection, keys: Collection[str]) -> None:
        """Forget these keys."""
        self._drop.run_all(connection, [{"key": key} for key in keys])

    def one(self, connection: Connection, key: str) -> Any:
        """The value under this key; None when there is none."""
        return self._one.run(connection, key=key).scalar()

    def by_key(self, connection: Connection) -> dict[str, Any]:
        """Every value under its key."""
        return {key: value for key, value in self._by_key.run(connection)}  # noqa: C416 - rows, not pairs

    def digests(self, connection: Connection) -> dict[str, int]:
        """What headquarters said under each key, as it was kept with the value."""
        return {key: digest for key, digest in self._digests.run(connection)}  # noqa: C416 - rows, not pairs

    def all(self, connection: Connection) -> list[Any]:
        """Every value, in the order of the keys."""
        return list(self._all.run(connection).scalars())


PRICES = PlainRows(PriceRow.__table__, "number", "price_minor")
PROMOTIONS = PlainRows(PromotionRow.__table__, "id", "text")
LIST_PRICES = PlainRows(ListPriceRow.__table__, "key", "text")
STOCK = PlainRows(StockRow.__table__, "key", "text")
STAFF = PlainRows(StaffRow.__table__, "user", "text")
SETTINGS = PlainRows(SettingsRow.__table__, "store", "text")
LAYOUTS = PlainRows(LayoutRow.__table__, "name", "text")
ERASURES = PlainRows(ErasureRow.__table__, "customer", "text")
