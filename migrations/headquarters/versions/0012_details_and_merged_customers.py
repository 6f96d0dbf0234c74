"""What else is known of customers, and which of them were found to be one."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    with op.batch_alter_table("customers") as customers:
        customers.add_column(sa.Column("details", sa.JSON(), nullable=False, server_default="{}"))
        customers.add_column(sa.Column("merged_into", sa.Text(), nullable=True))
    with op.batch_alter_table("customers") as customers:
        customers.alter_column("details", server_default=None)
    op.create_index("ix_customers_merged_into", "customers", ["merged_into"])
    op.create_table(
        "customers_apart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_uuid", sa.Text(), nullable=False),
        sa.Column("second_uuid", sa.Text(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customers_apart"),
        sa.UniqueConstraint("first_uuid", "second_uuid", name="uq_customers_apart_first_uuid_second_uuid"),
    )


def downgrade() -> None:
    op.drop_table("customers_apart")
    op.drop_index("ix_customers_merged_into", "customers")
    with op.batch_alter_table("customers") as customers:
        customers.drop_column("merged_into")
        customers.drop_column("details")
