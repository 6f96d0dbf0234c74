"""Signs by which a search of customers is limited to one field."""

import sqlalchemy as sa
from alembic import op

revision = "0090"
down_revision = "0089"


def upgrade() -> None:
    op.add_column(
        "customer_sets", sa.Column("customer_shortcuts", sa.JSON(), nullable=False, server_default="[]")
    )


def downgrade() -> None:
    op.drop_column("customer_sets", "customer_shortcuts")
