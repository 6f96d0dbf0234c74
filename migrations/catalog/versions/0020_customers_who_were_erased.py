"""Which customers were erased: ids alone, by which this register forgets who they were, again after every restore."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=True),
        sa.Column("digest", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("customer", name="pk_erasures"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
