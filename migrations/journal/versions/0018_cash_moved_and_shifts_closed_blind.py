"""Cash that goes into a till or out of it without a sale, and shifts that were closed blind and wait to be counted."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0015"

_KEPT = "id, uuid, number, opened_at, opened_by, start_minor, business_date, state, closed_at"


def upgrade() -> None:
    _widen_shifts()
    op.create_table(
        "till_movements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("reason", "bag", "made_at", "made_by", "approved_by")
        ],
        sa.CheckConstraint(
            "kind IN ('float', 'removal', 'safe_drop', 'bank_drop')", name=op.f("ck_till_movements_kind")
        ),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_till_movements_amount")),
        sa.ForeignKeyConstraint(["shift_id"], ["shifts.id"], name=op.f("fk_till_movements_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_till_movements")),
        sa.UniqueConstraint("uuid", name=op.f("uq_till_movements_uuid")),
        sqlite_strict=True,
    )
    op.create_index("ix_till_movements_shift_id", "till_movements", ["shift_id"])
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER till_movements_no_{change.lower()} BEFORE {change} ON till_movements "
            "BEGIN SELECT RAISE(ABORT, 'cash that was moved stays as it was written'); END"
        )
    op.create_table(
        "shift_declarations",
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("declared_minor", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["shift_id"], ["shifts.id"], name=op.f("fk_shift_declarations_shift_id")),
        sa.PrimaryKeyConstraint("shift_id", "type", name=op.f("pk_shift_declarations")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _widen_shifts() -> None:
    """Made anew: SQLite changes no CHECK of a table that is there."""
    op.drop_index("uq_shifts_open", "shifts")
    op.create_table(
        "shifts_widened",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("start_minor", sa.Integer(), nullable=False),
        sa.Column("business_date", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("blind_closed_at", sa.Text(), nullable=True),
        sa.Column("voided", sa.Integer(), nullable=False, server_default="0"),
        sa.CheckConstraint("state IN ('open', 'blind_closed', 'closed')", name=op.f("ck_shifts_state")),
        sa.CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_shifts_closed")),
        sa.CheckConstraint(
            "state <> 'blind_closed' OR blind_closed_at IS NOT NULL", name=op.f("ck_shifts_blind")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shifts")),
        sa.UniqueConstraint("number", name=op.f("uq_shifts_number")),
        sa.UniqueConstraint("uuid", name=op.f("uq_shifts_uuid")),
        sqlite_strict=True,
    )
    op.execute(f"INSERT INTO shifts_widened ({_KEPT}) SELECT {_KEPT} FROM shifts")
    op.drop_table("shifts")
    op.rename_table("shifts_widened", "shifts")
    op.create_index(
        "uq_shifts_open", "shifts", ["state"], unique=True, sqlite_where=sa.text("state = 'open'")
    )
