"""One page of a feed into its tables: every feed is a few lines, and the cursor moves in the commit of its rows."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json
from sqlalchemy import Connection, Integer, Table, bindparam, delete, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute

from channel_db.catalog import customers, models, orders, pictured, products, selling_terms, unfit
from channel_db.catalog.beside import BESIDE, ROWS_AT_ONCE
from channel_db.catalog.keyed import KeyedRows
from channel_db.catalog.marks import DIGEST, MARK
from channel_db.catalog.plain import (
    ERASURES,
    LAYOUTS,
    LIST_PRICES,
    PRICES,
    PROMOTIONS,
    SETTINGS,
    STAFF,
    STOCK,
)
from channel_db.catalog.plain_values import PlainValues
from channel_db.statements import Statement
from retail.orders.order import OrderState
from retail.wire import feeds
from retail.wire.settings import settings_of
from retail.wire.sums import HALF, LOW, FeedSum, row_digest

Values = Mapping[str, dict[str, Any]]
M = TypeVar("M")
N = TypeVar("N", feeds.ProductRow, feeds.PriceRow)

_PRODUCTS = TypeAdapter(list[feeds.ProductRow])
_PLAIN_PRODUCTS = PlainValues(feeds.ProductRow)
_PLAIN_PRICES = PlainValues(feeds.PriceRow)
_PRICES = TypeAdapter(list[feeds.PriceRow])
_PRODUCT_FIELDS = frozenset(feeds.ProductRow.model_fields)
_PRICE_FIELDS = frozenset(feeds.PriceRow.model_fields)
_PROMOTIONS = TypeAdapter(list[feeds.PromotionRow])
_LIST_PRICES = TypeAdapter(list[feeds.ListPriceRow])
_STOCK = TypeAdapter(list[feeds.StockRow])
_CUSTOMERS = TypeAdapter(list[feeds.CustomerRow])
_ORDERS = TypeAdapter(list[OrderState])
_STAFF = TypeAdapter(list[feeds.StaffRow])
_LAYOUTS = TypeAdapter(list[feeds.LayoutRow])
_ERASURES = TypeAdapter(list[feeds.ErasureRow])


class KeyNotItsOwn(ValueError):
    """A row whose value bears another key: it would have changed another row."""


@dataclass(frozen=True, slots=True)
class Feed:
    """How the rows of a feed are kept, given how many are waiting to be, and how its tombstones are obeyed.

    Of a feed with many rows, `filled` is its table; `dress` makes the indexes when it was filled bare, and `undress`
    takes them down.
    """

    keep: Callable[[Connection, Values, int], None]
    drop: Callable[[Connection, Collection[str]], None]
    filled: KeyedRows | None = None
    dress: Callable[[Connection], None] = lambda connection: None
    undress: Callable[[Connection], None] = lambda connection: None


def _written(values: Values) -> dict[str, str]:
    """The values as texts; fields we do not know yet are kept in them."""
    return {key: to_json(value).decode() for key, value in values.items()}


def _digests(values: Values) -> dict[str, int]:
    """What headquarters said of each row, also what this program does not know."""
    return {key: row_digest(key, value) for key, value in values.items()}


def _proved(
    adapter: TypeAdapter[list[M]], values: Values | Mapping[str, str], key_of: Callable[[M], str]
) -> dict[str, M]:
    """The rows under their keys, read in one go.

    Raises:
        pydantic.ValidationError: one of them is not what its feed promises.
        KeyNotItsOwn: one of them bears another key.
    """
    found = adapter.validate_json(_as_list(list(values.values())), strict=True)
    rows = dict(zip(values, found, strict=True))
    for key, row in rows.items():
        if key_of(row) != key:
            raise KeyNotItsOwn(f"the row under {key} bears the key {key_of(row)}")
    return rows


def _as_list(values: list[Any]) -> bytes | str:
    """Values, or their texts, as one JSON list."""
    return f"[{','.join(values)}]" if values and isinstance(values[0], str) else to_json(values)


def _proved_plain(plain: PlainValues, adapter: TypeAdapter[list[N]], values: Values) -> Values:
    """The values under their numbers, whole; where they are plain, at a third of what `_proved` costs.

    Raises:
        pydantic.ValidationError, KeyNotItsOwn: see `_proved`.
    """
    try:
        found = plain.proved(list(values.values()))
    except ValidationError:
        rows = _proved(adapter, values, lambda row: row.number)
        return {key: row.model_dump(mode="json") for key, row in rows.items()}
    for key, value in zip(values, found, strict=True):
        if value["number"] != key:
            raise KeyNotItsOwn(f"the row under {key} bears the key {value['number']}")
    return dict(zip(values, found, strict=True))


def _keep_products(connection: Connection, values: Values, waiting: int) -> None:
    products.keep(connection, _proved_plain(_PLAIN_PRODUCTS, _PRODUCTS, values), _digests(values), waiting)
    pictured.keep(connection, values)
    selling_terms.keep(connection, values)
    unfit.keep_further(connection, "products", values, _PRODUCT_FIELDS)


def _keep_prices(connection: Connection, values: Values, _waiting: int) -> None:
    rows = _proved_plain(_PLAIN_PRICES, _PRICES, values)
    PRICES.keep(connection, {key: row["price_minor"] for key, row in rows.items()}, _digests(values))
    unfit.keep_further(connection, "prices", values, _PRICE_FIELDS)


def _drop_products(connection: Connection, keys: Collection[str]) -> None:
    products.drop(connection, keys)
    pictured.drop(connection, keys)
    selling_terms.drop(connection, keys)
    unfit.drop_further(connection, "products", keys)


def _drop_prices(connection: Connection, keys: Collection[str]) -> None:
    PRICES.drop(connection, keys)
    unfit.drop_further(connection, "prices", keys)


def _keep_promotions(connection: Connection, values: Values, _waiting: int) -> None:
    texts = _written(values)
    _proved(_PROMOTIONS, texts, lambda row: row.id)
    PROMOTIONS.keep(connection, texts, _digests(values))


def _keep_list_prices(connection: Connection, values: Values, _waiting: int) -> None:
    texts = _written(values)
    _proved(_LIST_PRICES, texts, lambda row: row.key)
    LIST_PRICES.keep(connection, texts, _digests(values))


def _keep_stock(connection: Connection, values: Values, _waiting: int) -> None:
    texts = _written(values)
    _proved(_STOCK, texts, lambda row: row.key)
    STOCK.keep(connection, texts, _digests(values))


def _keep_customers(connection: Connection, values: Values, waiting: int) -> None:
    texts = _written(values)
    rows = _proved(_CUSTOMERS, texts, lambda row: row.id)
    customers.keep(
        connection, {key: (row, texts[key]) for key, row in rows.items()}, _digests(values), waiting
    )


def _keep_orders(connection: Connection, values: Values, waiting: int) -> None:
    texts = _written(values)
    rows = _proved(_ORDERS, texts, lambda row: row.id)
    orders.keep(connection, {key: (row, texts[key]) for key, row in rows.items()}, _digests(values), waiting)


def _keep_settings(connection: Connection, values: Values, _waiting: int) -> None:
    for key, value in values.items():
        if settings_of(feeds.SettingsRow.model_validate(value).values).store != key:
            raise KeyNotItsOwn(f"the settings under {key} are another store's")
    SETTINGS.keep(connection, _written(values), _digests(values))


def _keep_staff(connection: Connection, values: Values, _waiting: int) -> None:
    texts = _written(values)
    _proved(_STAFF, texts, lambda row: row.user)
    STAFF.keep(connection, texts, _digests(values))


def _keep_layouts(connection: Connection, values: Values, _waiting: int) -> None:
    texts = _written(values)
    _proved(_LAYOUTS, texts, lambda row: row.name)
    LAYOUTS.keep(connection, texts, _digests(values))


def _keep_erasures(connection: Connection, values: Values, _waiting: int) -> None:
    texts = _written(values)
    _proved(_ERASURES, texts, lambda row: row.customer)
    ERASURES.keep(connection, texts, _digests(values))


FEEDS: dict[str, Feed] = {
    "settings": Feed(_keep_settings, SETTINGS.drop),
    "staff": Feed(_keep_staff, STAFF.drop),
    "layouts": Feed(_keep_layouts, LAYOUTS.drop),
    "promotions": Feed(_keep_promotions, PROMOTIONS.drop),
    "products": Feed(_keep_products, _drop_products, products.ROWS, products.dress, products.undress),
    "prices": Feed(_keep_prices, _drop_prices),
    "list_prices": Feed(_keep_list_prices, LIST_PRICES.drop),
    "stock": Feed(_keep_stock, STOCK.drop),
    "customers": Feed(
        _keep_customers, customers.drop, customers.ROWS, customers.ROWS.dress, customers.ROWS.undress
    ),
    "orders": Feed(_keep_orders, orders.drop, orders.ROWS, orders.dress, orders.undress),
    "erasures": Feed(_keep_erasures, ERASURES.drop),
}

_KEYS: dict[str, InstrumentedAttribute[str]] = {
    "settings": models.SettingsRow.store, "staff": models.StaffRow.user, "layouts": models.LayoutRow.name,
    "promotions": models.PromotionRow.id, "products": models.ProductRow.number, "prices": models.PriceRow.number,
    "list_prices": models.ListPriceRow.key, "stock": models.StockRow.key,
    "customers": models.CustomerRow.uuid, "orders": models.OrderRow.uuid,
    "erasures": models.ErasureRow.customer,
}  # fmt: skip
"""Under which keys the rows of each feed stand."""
COUNTS: dict[str, Statement] = {
    feed: Statement(select(func.count()).select_from(key.class_)) for feed, key in _KEYS.items()
}
LEFT_OUT: dict[str, Statement] = {
    feed: Statement(
        select(key)
        .where(
            key > bindparam("last"), ~exists().where(BESIDE.c.feed == bindparam("feed"), BESIDE.c.key == key)
        )
        .order_by(key)
        .limit(ROWS_AT_ONCE)
    )
    for feed, key in _KEYS.items()
}
"""The next keys after the last one that the rows beside the catalogue do not bring."""


class Look:
    """How to look through the rows of a feed, in the order they lie: a part after a place of one."""

    def __init__(self, key: InstrumentedAttribute[str]) -> None:
        table = cast("Table", key.class_.__table__)
        (place,) = table.primary_key
        # a small integer that only this file knows is no value
        own = {MARK, DIGEST} if place.name == key.key else {MARK, DIGEST, place.name}
        values = [column for column in table.columns if column.name not in own]
        some = select(place, key, table.c[MARK], *values).where(place > bindparam("last"))
        self.start: str | int = 0 if isinstance(place.type, Integer) else ""
        self.some = Statement(some.order_by(place).limit(ROWS_AT_ONCE))


LOOKS: dict[str, Look] = {feed: Look(key) for feed, key in _KEYS.items()}
EMPTY: dict[str, Statement] = {feed: Statement(delete(key.class_)) for feed, key in _KEYS.items()}


class Sum:
    """How to add up what stands here of a feed, from the rows themselves; rows that were set aside come on top."""

    def __init__(self, key: InstrumentedAttribute[str]) -> None:
        table = cast("Table", key.class_.__table__)
        digest, aside = table.c[DIGEST], cast("Table", models.SetAsideRow.__table__)
        keys_aside = select(aside.c.key).where(aside.c.feed == bindparam("feed"))
        self._here = Statement(
            select(
                func.count(),
                func.count(digest),
                func.coalesce(func.sum(digest.bitwise_and(LOW)), 0),
                func.coalesce(func.sum(digest.bitwise_rshift(HALF)), 0),
            ).where(key.not_in(keys_aside))
        )
        self._aside = Statement(select(aside.c.key, aside.c.text).where(aside.c.feed == bindparam("feed")))

    def of(self, connection: Connection, feed: str) -> FeedSum | None:
        """None where a row bears no digest, because an older version kept it."""
        count, digested, low, high = self._here.run(connection, feed=feed).one()
        if count != digested:
            return None
        aside = self._aside.run(connection, feed=feed).all()
        return FeedSum.of_halves(count, low, high).plus(
            [row_digest(key, json.loads(text)) for key, text in aside]
        )


SUMS: dict[str, Sum] = {feed: Sum(key) for feed, key in _KEYS.items()}
