"""What registers change of customers, merged by field, with its history; whose loyalty card is whose."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ADDED = ("affiliations", "loyalty_cards", "changes")


def upgrade() -> None:
    with op.batch_alter_table("customers") as customers:
        for name in _ADDED:
            customers.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
        customers.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("customers") as customers:
        for name in (*_ADDED, "version"):
            customers.alter_column(name, server_default=None)
    op.create_table(
        "customer_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in (
                "change", "field", "before", "replaced", "after", "register", "changed_by", "changed_at", "posted_at",
            )
        ],
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_customer_history_customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_customer_history"),
    )  # fmt: skip
    op.create_index("ix_customer_history_customer_id", "customer_history", ["customer_id"])
    op.create_table(
        "loyalty_cards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name="fk_loyalty_cards_customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_loyalty_cards"),
        sa.UniqueConstraint("number", name="uq_loyalty_cards_number"),
    )
    op.create_index("ix_loyalty_cards_customer_id", "loyalty_cards", ["customer_id"])


def downgrade() -> None:
    op.drop_table("loyalty_cards")
    op.drop_table("customer_history")
    with op.batch_alter_table("customers") as customers:
        for name in (*_ADDED, "version"):
            customers.drop_column(name)
