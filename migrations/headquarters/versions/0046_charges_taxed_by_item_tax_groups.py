"""A charge code is taxed by a rate of its own, or by an item sales tax group."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    with op.batch_alter_table("charge_codes") as table:
        table.alter_column("tax_percent", existing_type=sa.Text(), nullable=True)
        table.add_column(sa.Column("item_tax_group", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_charge_codes_item_tax_group_id", "charge_codes", ["item_tax_group", "id"])


def downgrade() -> None:
    op.drop_index("ix_charge_codes_item_tax_group_id", "charge_codes")
    op.execute("UPDATE charge_codes SET tax_percent = '0' WHERE tax_percent IS NULL")
    with op.batch_alter_table("charge_codes") as table:
        table.drop_column("item_tax_group")
        table.alter_column("tax_percent", existing_type=sa.Text(), nullable=False)
