"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


# The texts are folded by us already; the indexes keep no copy of them and no positions.
_WORDS = "prefix='1 2 3 4 5 6 7 8', tokenize='unicode61 remove_diacritics 0'"
_PARTS = "tokenize='trigram case_sensitive 1'"
_TEXT_INDEXES = {
    "product_words": _WORDS,
    "product_parts": _PARTS,
    "customer_words": _WORDS,
    "customer_parts": _PARTS,
    "order_words": _WORDS,
}


def upgrade() -> None:
    _create_tables()
    for name, how in _TEXT_INDEXES.items():
        op.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(text, content='', contentless_delete=1, detail='none', {how})"
        )


def _create_tables() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("last_success_at", sa.Text(), nullable=True),
        sa.Column("last_failure_at", sa.Text(), nullable=True),
        sa.Column("failures_in_a_row", sa.Integer(), nullable=False),
        sa.Column("last_sent_at", sa.Text(), nullable=True),
        sa.Column("sending", sa.Integer(), nullable=False),
        sa.Column("incarnation", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_contacts_one")),
        sa.PrimaryKeyConstraint("id", name="pk_contacts"),
        sqlite_strict=True,
    )
    op.create_table(
        "customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("account_folded", sa.Text(), nullable=False),
        sa.Column("email_folded", sa.Text(), nullable=False),
        sa.Column("phone_digits", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customers"),
        sa.UniqueConstraint("uuid", name="uq_customers_uuid"),
        sqlite_strict=True,
    )
    op.create_index("ix_customers_account_folded", "customers", ["account_folded"])
    op.create_index("ix_customers_email_folded", "customers", ["email_folded"])
    op.create_index("ix_customers_phone_digits", "customers", ["phone_digits"])

    op.create_table(
        "feeds",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("cursor", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_feeds"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "layouts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_layouts"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("number_folded", sa.Text(), nullable=False),
        sa.Column("confirmation_folded", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_orders"),
        sa.UniqueConstraint("uuid", name="uq_orders_uuid"),
        sqlite_strict=True,
    )
    op.create_index("ix_orders_confirmation_folded", "orders", ["confirmation_folded"])
    op.create_index("ix_orders_number_folded", "orders", ["number_folded"])

    op.create_table(
        "prices",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("price_minor", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_prices"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "products",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("number_folded", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("tax_percent", sa.Text(), nullable=True),
        sa.Column("barcodes", sa.Text(), nullable=False),
        sa.Column("sellable", sa.Integer(), nullable=False),
        sa.Column("key_in_price", sa.Integer(), nullable=False),
        sa.Column("line_charge_minor", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_products"),
        sa.UniqueConstraint("number", name="uq_products_number"),
        sqlite_strict=True,
    )
    op.create_index("ix_products_number_folded", "products", ["number_folded"])

    op.create_table(
        "settings",
        sa.Column("store", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store", name="pk_settings"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "staff",
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user", name="pk_staff"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "barcodes",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", "product_id", name="pk_barcodes"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
