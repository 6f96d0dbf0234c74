"""Item sales tax groups and sales units are set up like tax groups; products name theirs, and their packs."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0042"


def upgrade() -> None:
    op.create_table(
        "item_tax_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("taxes", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parameters"], ["parameter_sets.code"], name="fk_item_tax_groups_parameters"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_item_tax_groups"),
        sa.UniqueConstraint("parameters", "name", name="uq_item_tax_groups_parameters_name"),
    )
    op.create_table(
        "sales_units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("decimals", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_sales_units_parameters"),
        sa.PrimaryKeyConstraint("id", name="pk_sales_units"),
        sa.UniqueConstraint("parameters", "unit", name="uq_sales_units_parameters_unit"),
    )
    for table, columns in (
        ("item_tax_groups", ("parameters", "name", "position")),
        ("sales_units", ("parameters", "unit", "decimals", "position")),
    ):
        for column in columns:
            op.create_index(f"ix_{table}_{column}_id", table, [column, "id"])
    for column in ("item_tax_group", "unit"):
        op.add_column("products", sa.Column(column, sa.Text(), nullable=False, server_default=""))
    op.add_column("products", sa.Column("packs", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("products") as table:
        table.drop_column("packs")
        table.drop_column("unit")
        table.drop_column("item_tax_group")
    op.drop_table("sales_units")
    op.drop_table("item_tax_groups")
