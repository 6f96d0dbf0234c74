"""Rows of a feed that cannot be used are kept as they came, as is what a newer headquarters says of goods besides."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "set_aside_rows",
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("feed", "key", name="pk_set_aside_rows"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "further_fields",
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("feed", "key", name="pk_further_fields"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
