"""What was changed of customers here."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "customer_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customer_changes"),
        sa.UniqueConstraint("uuid", name="uq_customer_changes_uuid"),
        sqlite_strict=True,
    )
    op.create_index("ix_customer_changes_customer", "customer_changes", ["customer"])
