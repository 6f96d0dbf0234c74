"""Charge codes say whether they are shipping and where they are posted; modes of delivery and customers have groups."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"

TEXTS = (
    ("charge_codes", "account"),
    ("auto_charges", "mode_group"),
    ("auto_charges", "customer_group"),
    ("delivery_rules", "charges_group"),
    ("delivery_rules", "expedite"),
)


def upgrade() -> None:
    shipping: sa.Column[bool] = sa.Column("shipping", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("charge_codes", shipping)
    for table, name in TEXTS:
        op.add_column(table, sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    for table, name in (("charge_codes", "shipping"), *TEXTS):
        with op.batch_alter_table(table) as altered:
            altered.drop_column(name)
