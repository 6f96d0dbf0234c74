"""What the card terminal was asked, carts set aside, and the counts of closed shifts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "card_payments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("cart", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.Integer(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("brand", sa.Text(), nullable=False),
        sa.Column("last_four", sa.Text(), nullable=False),
        sa.Column("approval_code", sa.Text(), nullable=False),
        sa.Column("terminal_reference", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('charge', 'refund', 'authorise', 'charge_token')", name=op.f("ck_card_payments_kind")
        ),
        sa.CheckConstraint(
            "state IN ('asked', 'taken', 'kept', 'declined', 'reversing', 'reversed')",
            name=op.f("ck_card_payments_state"),
        ),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_card_payments_amount")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_payments")),
        sa.UniqueConstraint("reference", name=op.f("uq_card_payments_reference")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("card_payments", schema=None) as batch_op:
        batch_op.create_index("ix_card_payments_cart", ["cart"], unique=False)
        batch_op.create_index(
            "ix_card_payments_open",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state IN ('asked', 'reversing')"),
        )

    op.create_table(
        "suspended_carts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("total_minor", sa.Integer(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("suspended_at", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("header", sa.Text(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suspended_carts")),
        sa.UniqueConstraint("uuid", name=op.f("uq_suspended_carts_uuid")),
        sqlite_strict=True,
    )
    op.create_table(
        "shift_counts",
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("expected_minor", sa.Integer(), nullable=False),
        sa.Column("declared_minor", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["shift_id"], ["shifts.id"], name=op.f("fk_shift_counts_shift_id")),
        sa.PrimaryKeyConstraint("shift_id", "type", name=op.f("pk_shift_counts")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER shift_counts_no_{change.lower()} BEFORE {change} ON shift_counts "
            "BEGIN SELECT RAISE(ABORT, 'the counts of a closed shift never change'); END"
        )
    op.execute(
        "CREATE TRIGGER card_payments_as_asked BEFORE UPDATE OF reference, cart, kind, amount_minor, currency "
        "ON card_payments BEGIN SELECT RAISE(ABORT, 'what a terminal was asked never changes'); END"
    )
    op.execute(
        "CREATE TRIGGER card_payments_no_delete BEFORE DELETE ON card_payments "
        "BEGIN SELECT RAISE(ABORT, 'what a terminal was asked stays'); END"
    )
