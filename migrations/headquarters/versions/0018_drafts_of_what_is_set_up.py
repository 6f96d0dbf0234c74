"""What people set up for stores before it is published, and how far registers have read their feeds."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "feed_positions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("unit", sa.BigInteger(), nullable=False),
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("told_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feed_positions"),
        sa.UniqueConstraint("register", "feed", name="uq_feed_positions_register_feed"),
    )
    op.create_table(
        "functionality_profiles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("async_orders", sa.Boolean(), nullable=False),
        sa.Column("async_order_backup", sa.Boolean(), nullable=False),
        sa.Column("async_customers", sa.Boolean(), nullable=False),
        sa.Column("edit_customers_async", sa.Boolean(), nullable=False),
        sa.Column("async_cancel", sa.Boolean(), nullable=False),
        sa.Column("offline_order_actions", sa.Boolean(), nullable=False),
        sa.Column("edit_partially_fulfilled", sa.Boolean(), nullable=False),
        sa.Column("further_contacts", sa.Boolean(), nullable=False),
        sa.Column("pending_affiliations", sa.Boolean(), nullable=False),
        sa.Column("pending_contacts", sa.Boolean(), nullable=False),
        sa.Column("pending_loyalty_cards", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_functionality_profiles"),
        sa.UniqueConstraint("code", name="uq_functionality_profiles_code"),
    )
    op.create_table(
        "offline_profiles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("real_time_seconds", sa.Text(), nullable=False),
        sa.Column("reconnect_seconds", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_offline_profiles"),
        sa.UniqueConstraint("code", name="uq_offline_profiles_code"),
    )
    op.create_table(
        "parameter_sets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("default_order_type", sa.Text(), nullable=False),
        sa.Column("deposit_percent", sa.Text(), nullable=False),
        sa.Column("pickup_mode", sa.Text(), nullable=False),
        sa.Column("carry_out_mode", sa.Text(), nullable=False),
        sa.Column("cancellation_charge_percent", sa.Text(), nullable=False),
        sa.Column("cancellation_charge_code", sa.Text(), nullable=True),
        sa.Column("cancellation_charge_tax_percent", sa.Text(), nullable=False),
        sa.Column("shipping_charge_code", sa.Text(), nullable=True),
        sa.Column("shipping_charge_tax_percent", sa.Text(), nullable=False),
        sa.Column("refund_shipping_charges", sa.Boolean(), nullable=False),
        sa.Column("max_shipping_refund_without_approval_minor", sa.BigInteger(), nullable=False),
        sa.Column("advanced_auto_charges", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_parameter_sets"),
        sa.UniqueConstraint("code", name="uq_parameter_sets_code"),
    )
    op.create_table(
        "charge_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tax_percent", sa.Text(), nullable=False),
        sa.Column("refundable", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_charge_codes_parameters"),
        sa.PrimaryKeyConstraint("id", name="pk_charge_codes"),
        sa.UniqueConstraint("parameters", "code", name="uq_charge_codes_parameters_code"),
    )
    op.create_table(
        "delivery_modes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_delivery_modes_parameters"),
        sa.PrimaryKeyConstraint("id", name="pk_delivery_modes"),
        sa.UniqueConstraint("parameters", "mode", name="uq_delivery_modes_parameters_mode"),
    )
    op.create_table(
        "reason_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("purpose", sa.String(length=30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_reason_codes_parameters"),
        sa.PrimaryKeyConstraint("id", name="pk_reason_codes"),
        sa.UniqueConstraint("parameters", "purpose", "text", name="uq_reason_codes_parameters_purpose_text"),
    )
    op.create_table(
        "store_drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("store", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parameters", sa.Text(), nullable=False),
        sa.Column("functionality", sa.Text(), nullable=False),
        sa.Column("offline", sa.Text(), nullable=False),
        sa.Column("taken", sa.JSON(), nullable=False),
        sa.Column("store_name", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("tax_percent", sa.Text(), nullable=False),
        sa.Column("price_includes_tax", sa.Boolean(), nullable=False),
        sa.Column("tax_rounding", sa.Text(), nullable=False),
        sa.Column("cash_rounding_minor", sa.Integer(), nullable=False),
        sa.Column("destination_based_tax", sa.Boolean(), nullable=False),
        sa.Column("customer_based_tax", sa.Boolean(), nullable=False),
        sa.Column("calculate_customer_exempt", sa.Boolean(), nullable=False),
        sa.Column("shipping_warehouse", sa.Text(), nullable=False),
        sa.Column("fulfilment_locations", sa.Boolean(), nullable=False),
        sa.Column("manual_accept", sa.Boolean(), nullable=False),
        sa.Column("filter_shared_customer_data", sa.Boolean(), nullable=False),
        sa.Column("start_screen", sa.Text(), nullable=False),
        sa.Column("receipt_lines", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["functionality"], ["functionality_profiles.code"], name="fk_store_drafts_functionality"
        ),
        sa.ForeignKeyConstraint(["offline"], ["offline_profiles.code"], name="fk_store_drafts_offline"),
        sa.ForeignKeyConstraint(["parameters"], ["parameter_sets.code"], name="fk_store_drafts_parameters"),
        sa.ForeignKeyConstraint(["store"], ["stores.store"], name="fk_store_drafts_store"),
        sa.PrimaryKeyConstraint("id", name="pk_store_drafts"),
        sa.UniqueConstraint("store", name="uq_store_drafts_store"),
    )
    op.create_index("ix_store_drafts_functionality", "store_drafts", ["functionality"], unique=False)
    op.create_index("ix_store_drafts_offline", "store_drafts", ["offline"], unique=False)
    op.create_index("ix_store_drafts_parameters", "store_drafts", ["parameters"], unique=False)


def downgrade() -> None:
    op.drop_table("store_drafts")
    op.drop_table("reason_codes")
    op.drop_table("delivery_modes")
    op.drop_table("charge_codes")
    op.drop_table("parameter_sets")
    op.drop_table("offline_profiles")
    op.drop_table("functionality_profiles")
    op.drop_table("feed_positions")
