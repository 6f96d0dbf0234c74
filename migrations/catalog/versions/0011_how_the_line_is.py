"""How long headquarters takes to answer, and how far this clock is from its own, are kept for the health page."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"


def upgrade() -> None:
    for name in ("reply_ms", "p95_ms", "ahead_ms"):
        op.add_column("contacts", sa.Column(name, sa.Integer(), nullable=True))
