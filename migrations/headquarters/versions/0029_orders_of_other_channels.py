"""Orders of other channels, each once by the channel's own number."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table(
        "channel_orders",
        sa.Column("id", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("channel", "reference", "order_uuid", "fingerprint")
        ],
        sa.PrimaryKeyConstraint("id", name="pk_channel_orders"),
        sa.UniqueConstraint("channel", "reference", name="uq_channel_orders_channel_reference"),
    )
    op.create_index("ix_channel_orders_order_uuid", "channel_orders", ["order_uuid"])


def downgrade() -> None:
    op.drop_table("channel_orders")
