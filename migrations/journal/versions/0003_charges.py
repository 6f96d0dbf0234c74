"""Charges stand on lines and orders as what they are; the open cart is written anew in that form."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute("ALTER TABLE transaction_lines RENAME COLUMN product_charge_minor TO charge_minor")
    connection = op.get_bind()
    for id, header in connection.execute(sa.text("SELECT id, header FROM carts")).all():
        values = json.loads(header)
        values["charges"] = _typed(values.pop("header_charge_minor", 0))
        _keep(connection, "UPDATE carts SET header = :text WHERE id = :key", id, values)
    for number, text in connection.execute(sa.text("SELECT number, text FROM cart_lines")).all():
        values = json.loads(text)
        product = _charge(values.pop("product_charge_minor", 0), "product")
        typed = _typed((values["delivery"] or {}).pop("charge_minor", 0))
        values["charges"] = product + typed
        _keep(connection, "UPDATE cart_lines SET text = :text WHERE number = :key", number, values)


def _typed(amount_minor: int) -> list[list[Any]]:
    return _charge(amount_minor, "typed")


def _charge(amount_minor: int, source: str) -> list[list[Any]]:
    return [["FREIGHT", amount_minor, "0", source, False]] if amount_minor else []


def _keep(connection: sa.Connection, statement: str, key: int, values: dict[str, Any]) -> None:
    text = json.dumps(values, separators=(",", ":"))
    connection.execute(sa.text(statement), {"text": text, "key": key})
