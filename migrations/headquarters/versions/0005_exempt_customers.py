"""Customers may be exempt from tax."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("customers") as table:
        table.add_column(sa.Column("tax_exempt", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("customers") as table:
        table.alter_column("tax_exempt", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("customers") as table:
        table.drop_column("tax_exempt")
