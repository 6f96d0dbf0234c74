"""Since when headquarters has this incarnation, whose process a posting mark is, and what several processes heard."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0020"


def upgrade() -> None:
    op.add_column("installations", sa.Column("lives_since", sa.Text(), server_default="", nullable=False))
    op.add_column("posting_marks", sa.Column("owner", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "heard_calls",
        sa.Column("device_id", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Text(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "counter", "nonce", name="pk_heard_calls"),
    )
    if op.get_bind().dialect.name == "postgresql":
        # What was heard before the server was killed has been left behind by the counters when it is up again.
        op.execute("ALTER TABLE heard_calls SET UNLOGGED")


def downgrade() -> None:
    op.drop_table("heard_calls")
    op.drop_column("posting_marks", "owner")
    op.drop_column("installations", "lives_since")
