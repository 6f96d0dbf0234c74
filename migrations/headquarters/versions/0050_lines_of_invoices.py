"""The lines of invoices: goods and charges, each charge with the account it is posted to; older ones have none."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    op.create_table(
        "invoice_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("invoice", "kind", "code", "name", "account")
        ],
        sa.Column("line", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("quantity_thousandths", "amount_minor", "tax_minor")
        ],
        sa.ForeignKeyConstraint(["invoice"], ["invoices.number"], name="fk_invoice_lines_invoice"),
        sa.PrimaryKeyConstraint("id", name="pk_invoice_lines"),
    )
    op.create_index("ix_invoice_lines_invoice_id", "invoice_lines", ["invoice", "id"])


def downgrade() -> None:
    op.drop_table("invoice_lines")
