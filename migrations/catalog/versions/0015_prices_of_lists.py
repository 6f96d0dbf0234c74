"""Prices of lists. A register that sells already goes on selling until headquarters has told it of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "list_prices",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=True),
        sa.Column("digest", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_list_prices"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO feeds (name, cursor, received_at, rows, total) "
        "SELECT 'list_prices', '', received_at, 0, 0 FROM feeds WHERE name = 'prices' AND received_at IS NOT NULL"
    )
