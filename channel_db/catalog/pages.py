"""One page of a feed into its tables: every feed is a few lines, and the cursor moves in the commit of its rows."""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import Connection, select

from channel_db.catalog import customers, models, orders, products
from channel_db.catalog.plain import LAYOUTS, PRICES, SETTINGS, STAFF
from channel_db.statements import Statement
from retail.wire import feeds
from retail.wire.base import Reading
from retail.wire.settings import settings_of

Values = Mapping[str, dict[str, Any]]
Keep = Callable[[Connection, Values], None]
Drop = Callable[[Connection, Collection[str]], None]


def _written(values: Values) -> dict[str, str]:
    """The values as texts; fields we do not know yet are kept in them."""
    return {key: json.dumps(value, separators=(",", ":")) for key, value in values.items()}


def _keep_products(connection: Connection, values: Values) -> None:
    rows = {key: feeds.ProductRow.model_validate_json(json.dumps(value)) for key, value in values.items()}
    products.keep(connection, rows)


def _keep_prices(connection: Connection, values: Values) -> None:
    rows = {key: feeds.PriceRow.model_validate(value) for key, value in values.items()}
    PRICES.keep(connection, {key: row.price_minor for key, row in rows.items()})


def _keep_customers(connection: Connection, values: Values) -> None:
    texts = {key: json.dumps(value, separators=(",", ":")) for key, value in values.items()}
    customers.keep(
        connection, {key: (feeds.CustomerRow.model_validate_json(text), text) for key, text in texts.items()}
    )


def _keep_orders(connection: Connection, values: Values) -> None:
    texts = {key: json.dumps(value, separators=(",", ":")) for key, value in values.items()}
    orders.keep(
        connection, {key: (feeds.OrderRow.model_validate_json(text), text) for key, text in texts.items()}
    )


def _keep_settings(connection: Connection, values: Values) -> None:
    for value in values.values():
        settings_of(feeds.SettingsRow.model_validate(value).values)
    SETTINGS.keep(connection, _written(values))


def _keep_staff(connection: Connection, values: Values) -> None:
    STAFF.keep(connection, _proved(values, feeds.StaffRow))


def _keep_layouts(connection: Connection, values: Values) -> None:
    LAYOUTS.keep(connection, _proved(values, feeds.LayoutRow))


def _proved(values: Values, model: type[Reading]) -> dict[str, str]:
    texts = _written(values)
    for text in texts.values():
        model.model_validate_json(text)
    return texts


FEEDS: dict[str, tuple[Keep, Drop]] = {
    "settings": (_keep_settings, SETTINGS.drop),
    "staff": (_keep_staff, STAFF.drop),
    "layouts": (_keep_layouts, LAYOUTS.drop),
    "products": (_keep_products, products.drop),
    "prices": (_keep_prices, PRICES.drop),
    "customers": (_keep_customers, customers.drop),
    "orders": (_keep_orders, orders.drop),
}
"""How the rows of each feed are kept, and how its tombstones are obeyed."""

KEYS: dict[str, Statement] = {
    "settings": Statement(select(models.SettingsRow.store)),
    "staff": Statement(select(models.StaffRow.user)),
    "layouts": Statement(select(models.LayoutRow.name)),
    "products": Statement(select(models.ProductRow.number)),
    "prices": Statement(select(models.PriceRow.number)),
    "customers": Statement(select(models.CustomerRow.uuid)),
    "orders": Statement(select(models.OrderRow.uuid)),
}
"""Under which keys the rows of each feed stand."""
