"""Movements of stock, the book of invoices, plans of jobs, what registers say of themselves, and indexes of lists."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CHUNK = 500
PLAIN = (
    ("orders", ("store", "id")),
    ("orders", ("status", "id")),
    ("orders", ("customer_id", "id")),
    ("uploads", ("register", "id")),
    ("customers", ("name", "id")),
    ("customers", ("email", "id")),
    ("customers", ("phone", "id")),
    ("job_sessions", ("job", "id")),
    ("job_sessions", ("job", "started_at")),
)
PARTIAL = (
    (
        "ix_orders_open_deposits",
        "orders",
        ("store", "currency", "deposit_left_minor"),
        "deposit_left_minor <> 0",
    ),
    ("ix_orders_with_deposits", "orders", ("store", "id"), "deposit_left_minor <> 0"),
    ("ix_order_lines_rejected", "order_lines", ("order_id", "number"), "status = 'rejected'"),
    (
        "ix_transactions_customer_uuid_id",
        "transactions",
        ("customer_uuid", "id"),
        "customer_uuid IS NOT NULL",
    ),
)
REPLACED = (("orders", "store"), ("orders", "customer_id"), ("job_sessions", "job"))


def upgrade() -> None:
    op.add_column(
        "orders", sa.Column("deposit_left_minor", sa.BigInteger(), server_default="0", nullable=False)
    )
    op.add_column("stores", sa.Column("warehouse", sa.Text(), server_default="", nullable=False))
    op.add_column("devices", sa.Column("program", sa.Text(), server_default="", nullable=False))
    op.add_column("devices", sa.Column("data_from", sa.Text(), server_default="", nullable=False))
    op.add_column(
        "job_sessions", sa.Column("size_bytes", sa.BigInteger(), server_default="0", nullable=False)
    )
    op.add_column("job_sessions", sa.Column("cancelled_by", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "job_plans",
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("pace_seconds", sa.Integer(), nullable=True),
        sa.Column("paused_by", sa.Text(), nullable=False),
        sa.Column("paused_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("job", name="pk_job_plans"),
    )
    _make_invoices()
    _make_stock()
    for table, column in REPLACED:
        op.drop_index(f"ix_{table}_{column}", table)
    for table, columns in PLAIN:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
    for name, table, those, where in PARTIAL:
        op.create_index(
            name, table, list(those), sqlite_where=sa.text(where), postgresql_where=sa.text(where)
        )


def downgrade() -> None:
    for name, table, _, _ in PARTIAL:
        op.drop_index(name, table)
    for table, columns in PLAIN:
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
    for table, column in REPLACED:
        op.create_index(f"ix_{table}_{column}", table, [column])
    _unmake_stock()
    op.drop_table("invoices")
    op.drop_table("job_plans")
    for table, column in (
        ("job_sessions", "cancelled_by"), ("job_sessions", "size_bytes"), ("devices", "data_from"),
        ("devices", "program"), ("stores", "warehouse"), ("orders", "deposit_left_minor"),
    ):  # fmt: skip
        op.drop_column(table, column)


def _make_invoices() -> None:
    invoices = op.create_table(
        "invoices",
        sa.Column("id", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("number", "order_uuid", "reference", "document", "kind", "store", "customer_name",
                         "receipt", "currency")
        ],
        sa.Column("total_minor", sa.BigInteger(), nullable=False),
        sa.Column("applied_minor", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_invoices"),
        sa.UniqueConstraint("number", name="uq_invoices_number"),
    )  # fmt: skip
    for columns in (("order_uuid",), ("receipt",), ("store", "id"), ("kind", "id")):
        op.create_index(f"ix_invoices_{'_'.join(columns)}", "invoices", list(columns))
    _fill_in("orders", invoices)
    _fill_in("returned_sales", invoices)


def _fill_in(table: str, invoices: sa.Table) -> None:
    """The invoices that stand in the orders and sales there are, and the deposits that are left of orders."""
    connection = op.get_bind()
    last = 0
    while True:
        query = sa.text(f"SELECT id, state FROM {table} WHERE id > :last ORDER BY id LIMIT {CHUNK}")
        rows = connection.execute(query, {"last": last}).all()
        if not rows:
            return
        found, deposits = [], []
        for id, text in rows:
            state = text if isinstance(text, dict) else json.loads(text)
            found += [_invoice(state, each) for each in state["invoices"] if each.get("number")]
            paid = sum(each["settled_minor"] for each in state["payments"] if each["is_deposit"])
            deposits.append(
                {"row": id, "left": paid - sum(each["applied_minor"] for each in state["invoices"])}
            )
        if found:
            connection.execute(invoices.insert(), found)
        if table == "orders":
            connection.execute(
                sa.text("UPDATE orders SET deposit_left_minor = :left WHERE id = :row"), deposits
            )
        last = rows[-1][0]


def _invoice(state: dict[str, object], invoice: dict[str, object]) -> dict[str, object]:
    customer = state["customer"]
    return {
        "number": invoice["number"], "order_uuid": state["id"],
        "reference": state["number"] or state["confirmation_number"], "document": invoice["document"],
        "kind": invoice["kind"], "store": state["store"],
        "customer_name": customer["name"] if isinstance(customer, dict) else "",
        "receipt": invoice.get("receipt", ""), "currency": state["currency"],
        "total_minor": invoice["total_minor"], "applied_minor": invoice["applied_minor"],
        "made_at": invoice["made_at"],
    }  # fmt: skip


def _make_stock() -> None:
    connection = op.get_bind()
    told = [value if isinstance(value, dict) else json.loads(value)
            for (value,) in connection.execute(sa.text("SELECT value FROM stock ORDER BY id"))]  # fmt: skip
    op.drop_table("stock")
    stock = op.create_table(
        "stock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("opening_thousandths", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("on_hand_thousandths", sa.BigInteger(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("is_told", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stock"),
        sa.UniqueConstraint("place", "product", name="uq_stock_place_product"),
    )
    op.create_index("ix_stock_product_place", "stock", ["product", "place"])
    if told:
        connection.execute(stock.insert(), [
            {"place": each["place"], "product": each["product"], "opening_thousandths": each["quantity_thousandths"],
             "opened_at": each["as_of"], "on_hand_thousandths": each["quantity_thousandths"], "as_of": each["as_of"],
             "is_told": True} for each in told])  # fmt: skip
    op.create_table(
        "stock_movements",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("quantity_thousandths", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("counted_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_stock_movements"),
    )
    op.create_index("ix_stock_movements_place_product_id", "stock_movements", ["place", "product", "id"])
    where = sa.text("counted_at IS NULL")
    op.create_index(
        "ix_stock_movements_uncounted", "stock_movements", ["place", "product"],
        sqlite_where=where, postgresql_where=where,
    )  # fmt: skip


def _unmake_stock() -> None:
    """Back to figures alone; which movements made them is lost."""
    connection = op.get_bind()
    rows = connection.execute(
        sa.text("SELECT place, product, on_hand_thousandths, as_of FROM stock WHERE is_told")
    )
    told = [{"place": place, "product": product, "quantity_thousandths": quantity, "as_of": as_of}
            for place, product, quantity, as_of in rows]  # fmt: skip
    op.drop_table("stock_movements")
    op.drop_table("stock")
    stock = op.create_table(
        "stock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stock"),
        sa.UniqueConstraint("key", name="uq_stock_key"),
    )
    if told:
        values = [{"key": f"{each['place']}/{each['product']}", "value": each} for each in told]
        connection.execute(stock.insert(), values)
