"""When a register locks by itself, and for how many days people sign in without headquarters."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0022"
ADDED = (("functionality_profiles", "lock_minutes"), ("offline_profiles", "sign_in_days"))


def upgrade() -> None:
    for table, name in ADDED:
        op.add_column(table, sa.Column(name, sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    for table, name in ADDED:
        op.drop_column(table, name)
