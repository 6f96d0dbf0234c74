"""Runs of jobs keep the message of their note, to be said in the language of who reads; old ones have words."""

import sqlalchemy as sa
from alembic import op

revision = "0079"
down_revision = "0075"


def upgrade() -> None:
    op.add_column("job_sessions", sa.Column("said", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("job_sessions", "said")
