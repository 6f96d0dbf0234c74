"""Orders made here are listed by their heads, narrowed by status, store and day, and found by receipt."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_HEAD = (
    "json_array(coalesce(number, ''), json_extract(text, '$.confirmation_number'), "
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
    for name in ("status", "store", "origin", "made_at"):
        op.add_column("orders", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("orders", sa.Column("work", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("orders", sa.Column("codes", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("orders", sa.Column("head", sa.Text(), nullable=False, server_default=""))
    op.execute(
        "UPDATE orders SET status = json_extract(text, '$.status'), store = json_extract(text, '$.store'), "
        "origin = json_extract(text, '$.origin'), made_at = json_extract(text, '$.made_at'), "
        f"work = {_WORK}, codes = {_CODES}, head = {_HEAD}"
    )
    op.create_index("ix_orders_customer", "orders", ["customer", "made_at"])
    op.create_index("ix_orders_made_at", "orders", ["made_at"])
    op.create_index("ix_orders_unnumbered", "orders", ["id"], sqlite_where=sa.text("number IS NULL"))
    op.create_index("ix_orders_work", "orders", ["id"], sqlite_where=sa.text("work = 1"))
