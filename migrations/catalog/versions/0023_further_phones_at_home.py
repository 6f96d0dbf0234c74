"""A further phone that is kept with the code of its country is found as it is dialled at home."""

import json

import sqlalchemy as sa
from alembic import op

from retail.folding import digits_of, fold
from retail.phones import at_home

revision = "0023"
down_revision = "0020"

_AT_ONCE = 1000
_PHONE = "phone:"


def upgrade() -> None:
    connection, last = op.get_bind(), 0
    some = sa.text(
        "SELECT id, text FROM customers WHERE id > :last AND merged_into = '' AND instr(text, '[\"phone:') "
        "ORDER BY id LIMIT :most"
    )
    change = sa.text("UPDATE customers SET places_folded = :places WHERE id = :row")
    taken = sa.text("DELETE FROM customer_places WHERE rowid = :row")
    put = sa.text("INSERT INTO customer_places (rowid, text) VALUES (:row, :places)")
    # A table that is being filled has no text index yet; all of them are made at its end.
    bare = sa.text(
        "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = 'ix_customers_account_folded'"
    )
    is_indexed = connection.execute(bare).first() is not None
    while rows := connection.execute(some, {"last": last, "most": _AT_ONCE}).all():
        news = [{"row": row, "places": _places(text)} for row, text in rows]
        connection.execute(change, news)
        if is_indexed:
            connection.execute(taken, news)
            connection.execute(put, news)
        last = rows[-1][0]


def _places(text: str) -> str:
    customer = json.loads(text)
    words = ("line1", "postcode", "city")
    contacts = [
        key.partition(":") for key, _ in customer.get("extras", ()) if not key.startswith("attribute:")
    ]
    return "\n".join([
        *[fold(" ".join([each.get(word, "") for word in words])) for each in customer.get("addresses", ())],
        *[_contact(kind + colon, value) for kind, colon, value in contacts],
    ])  # fmt: skip


def _contact(kind: str, value: str) -> str:
    home = at_home(value) if kind == _PHONE else ""
    return f"{fold(value)} {digits_of(value)} {home}".rstrip()
