"""Which product has which picture: beside the products, so that none of a million rows gets another mark."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "pictures",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_pictures"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
