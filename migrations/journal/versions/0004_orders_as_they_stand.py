"""Orders are kept as they stand, also those that were only acted on here."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    made = op.get_bind().execute(sa.text("SELECT count(*) FROM orders")).scalar()
    if made:
        # There is no release whose orders would have to be carried over; to drop them would be to lose them.
        raise RuntimeError(f"{made} orders were made by a version before the first release; begin anew")
    op.drop_table("orders")
    op.create_table(
        "orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("confirmation_number", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_orders"),
        sa.UniqueConstraint("confirmation_number", name="uq_orders_confirmation_number"),
        sa.UniqueConstraint("number", name="uq_orders_number"),
        sa.UniqueConstraint("uuid", name="uq_orders_uuid"),
        sqlite_strict=True,
    )
