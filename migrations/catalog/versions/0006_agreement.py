"""Whether headquarters holds what this register told it of, and since when that is known."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("contacts", sa.Column("compared_at", sa.Text(), nullable=True))
    op.add_column("contacts", sa.Column("differences", sa.Text(), nullable=False, server_default="[]"))
