"""Limits of roles, refunds, taxes of places, automatic charges and rules of delivery as rows of the drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


# Drafts of before lack these rows and would take the settings away; a start makes them anew of what is published.
_ANEW = (
    "store_drafts", "reason_codes", "delivery_modes", "charge_codes", "parameter_sets", "offline_profiles",
    "functionality_profiles",
)  # fmt: skip


def upgrade() -> None:
    for table in _ANEW:
        op.execute(f"DELETE FROM {table}")
    op.create_table(
        "auto_charges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("percent", sa.Text(), nullable=True),
        sa.Column("up_to_minor", sa.BigInteger(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("modes", sa.JSON(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("affiliation", sa.Text(), nullable=False),
        sa.Column("business", sa.Boolean(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("store", sa.Text(), nullable=False),
        sa.Column("stores", sa.JSON(), nullable=False),
        sa.Column("prorate", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_auto_charges_parameters"),
        sa.PrimaryKeyConstraint("id", name="pk_auto_charges"),
    )
    op.create_index("ix_auto_charges_parameters", "auto_charges", ["parameters"])
    op.create_table(
        "delivery_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("products", sa.JSON(), nullable=False),
        sa.Column("categories", sa.JSON(), nullable=False),
        sa.Column("not_products", sa.JSON(), nullable=False),
        sa.Column("not_categories", sa.JSON(), nullable=False),
        sa.Column("countries", sa.JSON(), nullable=False),
        sa.Column("not_countries", sa.JSON(), nullable=False),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("not_regions", sa.JSON(), nullable=False),
        sa.Column("stores", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_delivery_rules_parameters"),
        sa.PrimaryKeyConstraint("id", name="pk_delivery_rules"),
        sa.UniqueConstraint("parameters", "mode", name="uq_delivery_rules_parameters_mode"),
    )
    op.create_table(
        "refund_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("paid_by", sa.Text(), nullable=False),
        sa.Column("back_by", sa.Text(), nullable=False),
        sa.Column("most_minor", sa.BigInteger(), nullable=True),
        sa.Column("approval_above_minor", sa.BigInteger(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_refund_rules_parameters"),
        sa.PrimaryKeyConstraint("id", name="pk_refund_rules"),
        sa.UniqueConstraint(
            "parameters", "paid_by", "back_by", name="uq_refund_rules_parameters_paid_by_back_by"
        ),
    )
    op.create_table(
        "role_limits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("price_override_percent", sa.Text(), nullable=False),
        sa.Column("line_discount_percent", sa.Text(), nullable=False),
        sa.Column("total_discount_percent", sa.Text(), nullable=False),
        sa.Column("return_line_minor", sa.BigInteger(), nullable=True),
        sa.Column("return_total_minor", sa.BigInteger(), nullable=True),
        sa.Column("blind_return_minor", sa.BigInteger(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_role_limits_parameters"),
        sa.PrimaryKeyConstraint("id", name="pk_role_limits"),
        sa.UniqueConstraint("parameters", "role", name="uq_role_limits_parameters_role"),
    )
    op.create_table(
        "tax_groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tax_percent", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("postcodes", sa.JSON(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_tax_groups_parameters"),
        sa.PrimaryKeyConstraint("id", name="pk_tax_groups"),
        sa.UniqueConstraint("parameters", "name", name="uq_tax_groups_parameters_name"),
    )


def downgrade() -> None:
    op.drop_table("tax_groups")
    op.drop_table("role_limits")
    op.drop_table("refund_rules")
    op.drop_table("delivery_rules")
    op.drop_table("auto_charges")
