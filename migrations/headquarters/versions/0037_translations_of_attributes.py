"""The names, choices, units and helps of customer attributes in other languages."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.add_column(
        "customer_attributes", sa.Column("translations", sa.JSON(), server_default="[]", nullable=False)
    )


def downgrade() -> None:
    with op.batch_alter_table("customer_attributes") as table:
        table.drop_column("translations")
