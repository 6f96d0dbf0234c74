"""Products whose pieces leave with a serial number each."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    with op.batch_alter_table("products") as table:
        table.add_column(sa.Column("asks_serial", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("products") as table:
        table.alter_column("asks_serial", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("products") as table:
        table.drop_column("asks_serial")
