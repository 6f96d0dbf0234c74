"""Plain sales of which goods came back, with their credit invoices; a receipt is found by its number."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "returned_sales",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("receipt_number", sa.Text(), nullable=False),
        sa.Column("store", sa.Text(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_returned_sales"),
        sa.UniqueConstraint("uuid", name="uq_returned_sales_uuid"),
    )
    op.create_index("ix_transactions_receipt_number", "transactions", ["receipt_number"])


def downgrade() -> None:
    op.drop_index("ix_transactions_receipt_number", "transactions")
    op.drop_table("returned_sales")
