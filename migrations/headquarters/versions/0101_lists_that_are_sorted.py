"""Indexes of lists that are sorted by amounts in a store, or by numbers that many rows may share."""

import sqlalchemy as sa
from alembic import op

revision = "0101"
down_revision = "0098"

_BY_AMOUNT = {"orders": "total_minor", "invoices": "total_minor", "statements": "over_short_minor"}
_BY_NUMBER = {"orders": "confirmation_number", "invoices": "receipt"}
_WITH_DEPOSIT = sa.text("deposit_left_minor <> 0")


def upgrade() -> None:
    for table, amount in _BY_AMOUNT.items():
        op.create_index(f"ix_{table}_store_{amount}_id", table, ["store", amount, "id"])
    for table, number in _BY_NUMBER.items():
        op.create_index(f"ix_{table}_{number}_id", table, [number, "id"])
        op.drop_index(f"ix_{table}_{number}", table)
    op.create_index(
        "ix_orders_deposits_by_amount", "orders", ["store", "deposit_left_minor", "id"],
        sqlite_where=_WITH_DEPOSIT, postgresql_where=_WITH_DEPOSIT,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_orders_deposits_by_amount", "orders")
    for table, number in _BY_NUMBER.items():
        op.create_index(f"ix_{table}_{number}", table, [number])
        op.drop_index(f"ix_{table}_{number}_id", table)
    for table, amount in _BY_AMOUNT.items():
        op.drop_index(f"ix_{table}_store_{amount}_id", table)
