"""What headquarters has charged to cards on file, kept before it is asked."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "card_charges",
        sa.Column("id", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("reference", "order_uuid", "document", "token")
        ],
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in ("currency", "state", "asked_at")],
        sa.Column("answered_at", sa.Text(), nullable=True),
        sa.Column("renewed", sa.Boolean(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in ("approval_code", "terminal_reference")],
        sa.PrimaryKeyConstraint("id", name="pk_card_charges"),
        sa.UniqueConstraint("reference", name="uq_card_charges_reference"),
    )
    op.create_index("ix_card_charges_order_uuid", "card_charges", ["order_uuid"])
    op.create_index("ix_card_charges_state", "card_charges", ["state"])


def downgrade() -> None:
    op.drop_table("card_charges")
