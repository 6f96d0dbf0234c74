"""Leaving headquarters sooner than at its silence, and registers that are told little before their first use."""

import sqlalchemy as sa
from alembic import op

revision = "0069"
down_revision = "0067"

TABLE = "offline_profiles"
NAMES = ("advanced_offline", "performance_offline", "pause_unused")


def upgrade() -> None:
    for name in NAMES:
        op.add_column(TABLE, sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    for name in NAMES:
        op.drop_column(TABLE, name)
