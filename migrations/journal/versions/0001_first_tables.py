"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


_KEPT_FOR_EVER = (
    ("transactions", "a concluded transaction never changes"),
    ("transaction_lines", "a concluded transaction never changes"),
    ("tenders", "a concluded transaction never changes"),
    ("journal_entries", "the journal only grows"),
)
_CLOSED = (("transaction_lines", "line_count"), ("tenders", "tender_count"))
_SENT_AS_WRITTEN = ("uuid", "kind", "text", "fingerprint", "depends_on", "kept_at")


def upgrade() -> None:
    _create_tables()
    for table, rule in _KEPT_FOR_EVER:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{rule}'); END"
            )
    for table, count in _CLOSED:
        op.execute(
            f"CREATE TRIGGER {table}_closed BEFORE INSERT ON {table} "
            f"WHEN NEW.position NOT BETWEEN 1 AND "
            f"(SELECT {count} FROM transactions WHERE id = NEW.transaction_id) "
            "BEGIN SELECT RAISE(ABORT, 'a concluded transaction never changes'); END"
        )
    op.execute(
        f"CREATE TRIGGER outbox_as_written BEFORE UPDATE OF {', '.join(_SENT_AS_WRITTEN)} ON outbox "
        "BEGIN SELECT RAISE(ABORT, 'a document is sent as it was written'); END"
    )
    op.execute(
        "CREATE TRIGGER outbox_unsent_stays BEFORE DELETE ON outbox WHEN OLD.state <> 'acknowledged' "
        "BEGIN SELECT RAISE(ABORT, 'a document stays until headquarters has it'); END"
    )


def _create_tables() -> None:
    op.create_table(
        "carts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("header", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_carts_one")),
        sa.PrimaryKeyConstraint("id", name="pk_carts"),
        sa.UniqueConstraint("uuid", name="uq_carts_uuid"),
        sqlite_strict=True,
    )
    op.create_table(
        "customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customers"),
        sa.UniqueConstraint("account", name="uq_customers_account"),
        sa.UniqueConstraint("uuid", name="uq_customers_uuid"),
        sqlite_strict=True,
    )
    op.create_table(
        "journal_entries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_journal_entries"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("depends_on", sa.Text(), nullable=True),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_at", sa.Text(), nullable=True),
        sa.Column("not_before", sa.Text(), nullable=True),
        sa.Column("leased_by", sa.Text(), nullable=True),
        sa.Column("leased_until", sa.Text(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.Column("acknowledged_at", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(state = 'acknowledged') = (acknowledged_at IS NOT NULL)", name=op.f("ck_outbox_acknowledged")
        ),
        sa.CheckConstraint("state IN ('waiting', 'acknowledged', 'attention')", name=op.f("ck_outbox_state")),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("uuid", name="uq_outbox_uuid"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(
        "ix_outbox_acknowledged",
        "outbox",
        ["acknowledged_at"],
        sqlite_where=sa.text("state = 'acknowledged'"),
    )
    op.create_index("ix_outbox_open", "outbox", ["id"], sqlite_where=sa.text("state <> 'acknowledged'"))

    op.create_table(
        "pin_failures",
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user", name="pk_pin_failures"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "series",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_series"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shifts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("start_minor", sa.Integer(), nullable=False),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_shifts_closed")),
        sa.CheckConstraint("state IN ('open', 'closed')", name=op.f("ck_shifts_state")),
        sa.PrimaryKeyConstraint("id", name="pk_shifts"),
        sa.UniqueConstraint("number", name="uq_shifts_number"),
        sa.UniqueConstraint("uuid", name="uq_shifts_uuid"),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_shifts_open", "shifts", ["state"], unique=True, sqlite_where=sa.text("state = 'open'")
    )

    op.create_table(
        "cart_lines",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cart_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cart_id"], ["carts.id"], name="fk_cart_lines_cart_id"),
        sa.PrimaryKeyConstraint("number", name="pk_cart_lines"),
        sqlite_strict=True,
    )
    op.create_table(
        "transactions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("receipt_number", sa.Text(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("goods_minor", sa.Integer(), nullable=False),
        sa.Column("charges_minor", sa.Integer(), nullable=False),
        sa.Column("tax_minor", sa.Integer(), nullable=False),
        sa.Column("total_minor", sa.Integer(), nullable=False),
        sa.Column("paid_minor", sa.Integer(), nullable=False),
        sa.Column("change_minor", sa.Integer(), nullable=False),
        sa.Column("rounding_minor", sa.Integer(), nullable=False),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("tender_count", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_transactions_number")),
        sa.ForeignKeyConstraint(["shift_id"], ["shifts.id"], name="fk_transactions_shift_id"),
        sa.PrimaryKeyConstraint("id", name="pk_transactions"),
        sa.UniqueConstraint("uuid", name="uq_transactions_uuid"),
        sqlite_strict=True,
    )
    op.create_index("uq_transactions_epoch_number", "transactions", ["epoch", "number"], unique=True)

    op.create_table(
        "orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("confirmation_number", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("manual_accept", sa.Integer(), nullable=False),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_orders_revision")),
        sa.ForeignKeyConstraint(["id"], ["transactions.id"], name="fk_orders_id"),
        sa.PrimaryKeyConstraint("id", name="pk_orders"),
        sa.UniqueConstraint("confirmation_number", name="uq_orders_confirmation_number"),
        sa.UniqueConstraint("number", name="uq_orders_number"),
        sa.UniqueConstraint("uuid", name="uq_orders_uuid"),
        sqlite_strict=True,
    )
    op.create_table(
        "tenders",
        sa.Column("transaction_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("tendered_minor", sa.Integer(), nullable=False),
        sa.Column("change_minor", sa.Integer(), nullable=False),
        sa.Column("rounding_minor", sa.Integer(), nullable=False),
        sa.Column("settled_minor", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "tendered_minor - change_minor = settled_minor + rounding_minor", name=op.f("ck_tenders_agrees")
        ),
        sa.ForeignKeyConstraint(["transaction_id"], ["transactions.id"], name="fk_tenders_transaction_id"),
        sa.PrimaryKeyConstraint("transaction_id", "position", name="pk_tenders"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "transaction_lines",
        sa.Column("transaction_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("barcode", sa.Text(), nullable=False),
        sa.Column("quantity_thousandths", sa.Integer(), nullable=False),
        sa.Column("list_price_minor", sa.Integer(), nullable=False),
        sa.Column("price_minor", sa.Integer(), nullable=False),
        sa.Column("price_source", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.Integer(), nullable=False),
        sa.Column("tax_percent", sa.Text(), nullable=False),
        sa.Column("tax_minor", sa.Integer(), nullable=False),
        sa.Column("product_charge_minor", sa.Integer(), nullable=False),
        sa.Column("delivery", sa.Text(), nullable=False),
        sa.Column("delivery_date", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["transaction_id"], ["transactions.id"], name="fk_transaction_lines_transaction_id"
        ),
        sa.PrimaryKeyConstraint("transaction_id", "position", name="pk_transaction_lines"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
