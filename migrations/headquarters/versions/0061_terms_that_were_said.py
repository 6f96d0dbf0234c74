"""What registers were told that decides about money, and since when."""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"


def upgrade() -> None:
    op.create_table(
        "terms_said",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store", sa.Text(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_terms_said"),
    )
    op.create_index("ix_terms_said_store", "terms_said", ["store"])


def downgrade() -> None:
    op.drop_table("terms_said")
