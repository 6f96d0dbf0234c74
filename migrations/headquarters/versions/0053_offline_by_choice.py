"""Working offline before anybody has signed in, and how often a register looks whether the line is back."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"

TABLE = "offline_profiles"


def upgrade() -> None:
    op.add_column(TABLE, sa.Column("manual_offline", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column(TABLE, sa.Column("health_check_minutes", sa.Integer(), nullable=False, server_default="0"))
    for name in ("manual_offline", "health_check_minutes"):
        op.create_index(f"ix_{TABLE}_{name}_id", TABLE, [name, "id"])


def downgrade() -> None:
    for name in ("health_check_minutes", "manual_offline"):
        op.drop_index(f"ix_{TABLE}_{name}_id", table_name=TABLE)
    op.drop_column(TABLE, "health_check_minutes")
    op.drop_column(TABLE, "manual_offline")
