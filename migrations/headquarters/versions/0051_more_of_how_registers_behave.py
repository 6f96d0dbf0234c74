"""More of how the registers of a store behave: counting, searching, limits of what is typed, and signing in."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"

TABLE = "functionality_profiles"
ON = ("reject_fulfilment", "search_suggestions", "staff_list", "print_shift_reports", "tenders_on_x_report")
OFF = (
    "require_declaration", "match_all_words", "search_customers_hq", "default_to_order", "aggregate_products",
    "aggregate_on_receipt", "prohibit_mixed_returns", "key_in_zero_price", "manual_discounts", "manual_charges",
    "staff_of_store_only", "ask_cancel_contact", "print_voided", "ask_sales_rep", "require_sales_rep",
)  # fmt: skip


def upgrade() -> None:
    for names, default in ((ON, sa.true()), (OFF, sa.false())):
        for name in names:
            op.add_column(TABLE, sa.Column(name, sa.Boolean(), nullable=False, server_default=default))
    op.add_column(TABLE, sa.Column("search_max", sa.Integer(), nullable=False, server_default="50"))
    op.add_column(TABLE, sa.Column("customer_history_days", sa.Integer(), nullable=False, server_default="0"))
    op.add_column(TABLE, sa.Column("pin_length_min", sa.Integer(), nullable=False, server_default="4"))
    op.add_column(TABLE, sa.Column("badge_sign_in", sa.Text(), nullable=False, server_default="with PIN"))
    op.add_column(TABLE, sa.Column("price_max_minor", sa.BigInteger(), nullable=True))
    op.add_column(TABLE, sa.Column("quantity_max", sa.Integer(), nullable=True))


def downgrade() -> None:
    for name in (
        *ON,
        *OFF,
        "search_max",
        "customer_history_days",
        "pin_length_min",
        "badge_sign_in",
        "price_max_minor",
        "quantity_max",
    ):
        op.drop_column(TABLE, name)
