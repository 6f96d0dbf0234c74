"""Customers are found by their loyalty cards."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # No row has a card yet. What the index of parts knows of the rows stays true: an empty part is none.
    op.add_column("customers", sa.Column("cards_folded", sa.Text(), nullable=False, server_default=""))
    op.create_index(
        "ix_customers_cards_folded", "customers", ["cards_folded"], sqlite_where=sa.text("cards_folded <> ''")
    )
