"""Customers are found by their addresses, and those who were found to be another lead to that one."""

import json

import sqlalchemy as sa
from alembic import op

from retail.folding import fold

revision = "0007"
down_revision = "0006"

_AT_ONCE = 1000


def upgrade() -> None:
    op.add_column("customers", sa.Column("merged_into", sa.Text(), nullable=False, server_default=""))
    op.add_column("customers", sa.Column("places_folded", sa.Text(), nullable=False, server_default=""))
    op.execute(
        "CREATE VIRTUAL TABLE customer_places USING fts5(text, content='', contentless_delete=1, detail='none', "
        "prefix='1 2 3 4 5 6 7 8', tokenize='unicode61 remove_diacritics 0')"
    )
    connection, last = op.get_bind(), 0
    some = sa.text("SELECT id, text FROM customers WHERE id > :last ORDER BY id LIMIT :most")
    change = sa.text("UPDATE customers SET places_folded = :places WHERE id = :row")
    while rows := connection.execute(some, {"last": last, "most": _AT_ONCE}).all():
        connection.execute(change, [{"row": row, "places": _places(text)} for row, text in rows])
        last = rows[-1][0]
    # A table that is being filled has no text index yet; all of them are made at its end.
    bare = sa.text(
        "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = 'ix_customers_account_folded'"
    )
    if connection.execute(bare).first():
        op.execute("INSERT INTO customer_places (rowid, text) SELECT id, places_folded FROM customers")


def _places(text: str) -> str:
    addresses = json.loads(text).get("addresses", ())
    words = ("line1", "postcode", "city")
    return "\n".join([fold(" ".join([each.get(word, "") for word in words])) for each in addresses])
