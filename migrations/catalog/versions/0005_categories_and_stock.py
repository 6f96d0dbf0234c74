"""Products have a category and say whether their revenue is booked over time; stock of other places has its time."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("products", sa.Column("category", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "products", sa.Column("revenue_recognition", sa.Integer(), nullable=False, server_default="0")
    )
    op.create_table(
        "stock",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_stock"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
