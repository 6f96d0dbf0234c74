"""Indexes that every set-up list is sorted and found by, however many rows it has."""

from alembic import op

revision = "0040"
down_revision = "0039"

LISTED = {
    "store_drafts": ("store_name", "unit", "parameters", "functionality", "language"),
    "registers": ("store",),
    "operating_units": ("name", "country"),
    "fulfilment_places": ("fulfilment", "place", "name", "is_store", "ships", "hands_out", "position"),
    "channel_schemas": ("filter_shared_customer_data",),
    "features": ("is_on",),
    "parameter_sets": ("default_order_type",),
    "delivery_modes": ("parameters", "mode", "position"),
    "delivery_rules": ("parameters", "mode"),
    "charge_codes": ("parameters", "code", "name", "refundable", "position"),
    "auto_charges": ("parameters", "level", "code", "amount_minor", "up_to_minor"),
    "tax_groups": ("parameters", "name", "country", "region", "position"),
    "refund_rules": ("parameters", "paid_by", "back_by", "most_minor", "approval_above_minor", "position"),
    "role_limits": ("parameters", "role", "return_line_minor", "return_total_minor", "blind_return_minor"),
    "reason_codes": ("parameters", "purpose", "text", "position"),
    "functionality_profiles": ("async_orders", "async_customers"),
    "offline_profiles": ("sign_in_days",),
    "staff_drafts": ("name", "role", "language", "active"),
    "customer_sets": ("loyalty_card_prefix",),
    "customer_groups": ("customers", "group", "name", "position"),
    "customer_attributes": ("customers", "attribute", "name", "kind", "position"),
    "affiliations": ("customers", "affiliation", "name", "position"),
    "default_customers": ("type", "group", "receipt_option"),
    "code_patterns": ("barcodes", "kind", "pattern", "position"),
    "embedded_codes": ("barcodes", "kind", "pattern", "position"),
}
REPLACED = (
    ("store_drafts", "parameters"),
    ("store_drafts", "unit"),
    ("store_drafts", "functionality"),
    ("auto_charges", "parameters"),
    ("staff_drafts", "role"),
)
"""Indexes of one column, in whose place one with the key of the rows behind it comes."""


def upgrade() -> None:
    for table, column in REPLACED:
        op.drop_index(f"ix_{table}_{column}", table_name=table)
    for table, columns in LISTED.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}_id", table, [column, "id"])


def downgrade() -> None:
    for table, columns in LISTED.items():
        for column in columns:
            op.drop_index(f"ix_{table}_{column}_id", table_name=table)
    for table, column in REPLACED:
        op.create_index(f"ix_{table}_{column}", table, [column])
