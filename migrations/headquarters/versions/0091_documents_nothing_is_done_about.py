"""Parked documents about which nothing further is done: who said so, when and why."""

import sqlalchemy as sa
from alembic import op

revision = "0091"
down_revision = "0090"

_SAID = ("left_by", "left_because", "left_at")


def upgrade() -> None:
    for name in _SAID:
        op.add_column("uploads", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    for name in reversed(_SAID):
        op.drop_column("uploads", name)
