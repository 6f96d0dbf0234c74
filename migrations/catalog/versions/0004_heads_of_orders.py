"""Orders are listed by heads, narrowed by status, store and day, found by receipt; products may ask a serial number."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_HEAD = (
    "json_array(json_extract(text, '$.number'), json_extract(text, '$.confirmation_number'), "
    "json_extract(text, '$.customer.id'), "
    "json_extract(text, '$.customer.name'), json_extract(text, '$.status'), json_extract(text, '$.store'), "
    "json_extract(text, '$.origin'), json_extract(text, '$.made_at'), json_extract(text, '$.total_minor'), "
    "json_extract(text, '$.currency'), coalesce(json_extract(text, '$.terms.expires'), ''), "
    "json(json_extract(text, '$.acts')))"
)
_WORK = (
    "json_extract(text, '$.status') IN ('open', 'partially_invoiced') AND EXISTS (SELECT 1 "
    "FROM json_each(text, '$.lines') AS line WHERE json_extract(line.value, '$.plan') IS NOT NULL "
    "AND json_extract(line.value, '$.status') NOT IN ('cancelled', 'rejected') "
    "AND json_extract(line.value, '$.ordered_thousandths') > "
    "coalesce(json_extract(line.value, '$.invoiced.quantity_thousandths'), 0))"
)
_CODES = (
    "coalesce((SELECT json_group_array(DISTINCT lower(json_extract(invoice.value, '$.receipt'))) "
    "FROM json_each(text, '$.invoices') AS invoice WHERE json_extract(invoice.value, '$.receipt') <> ''), '[]')"
)


def upgrade() -> None:
    op.add_column("products", sa.Column("asks_serial", sa.Integer(), nullable=False, server_default="0"))
    for name in ("customer", "status", "store", "origin", "made_at"):
        op.add_column("orders", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("orders", sa.Column("work", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("orders", sa.Column("codes", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("orders", sa.Column("head", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "order_codes",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", "order_id", name="pk_order_codes"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(
        "UPDATE orders SET customer = json_extract(text, '$.customer.id'), status = json_extract(text, '$.status'), "
        "store = json_extract(text, '$.store'), origin = json_extract(text, '$.origin'), "
        f"made_at = json_extract(text, '$.made_at'), work = {_WORK}, codes = {_CODES}, head = {_HEAD}"
    )
    op.execute(
        "INSERT INTO order_codes (code, order_id) SELECT DISTINCT json_each.value, orders.id "
        "FROM orders, json_each(orders.codes)"
    )
    op.create_index("ix_orders_customer", "orders", ["customer", "made_at"])
    op.create_index("ix_orders_made_at", "orders", ["made_at"])
    op.create_index("ix_orders_status", "orders", ["status", "made_at"])
    op.create_index("ix_orders_store", "orders", ["store", "made_at"])
    op.create_index("ix_orders_work", "orders", ["id"], sqlite_where=sa.text("work = 1"))
