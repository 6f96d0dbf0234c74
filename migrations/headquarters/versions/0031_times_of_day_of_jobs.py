"""Jobs that run at a time of day, on days of the week."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"

COLUMNS = ("run_at", "weekdays", "said_at")


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("job_plans", sa.Column(name, sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("job_plans") as table:
        for name in COLUMNS:
            table.drop_column(name)
