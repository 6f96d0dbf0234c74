"""Statements of closed shifts, how stores close, where over and short is posted; payments counted up."""

import sqlalchemy as sa
from alembic import op

revision = "0067"
down_revision = "0064"

_LISTED = ("store", "state", "register", "business_date")


def upgrade() -> None:
    for name, default in (
        ("statement_method", "shift"),
        ("closing_method", "shift"),
        ("over_short_account", ""),
    ):
        op.add_column("store_drafts", sa.Column(name, sa.Text(), nullable=False, server_default=default))
    op.add_column(
        "functionality_profiles",
        sa.Column("aggregate_payments", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in ("method", "store", "register")],
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("state", sa.String(30), nullable=False),
        sa.Column("is_stale", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("over_short_minor", sa.BigInteger(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("posted_at", sa.Text()),
        sa.Column("posted_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    for name in (*_LISTED, "is_stale"):
        op.create_index(f"ix_statements_{name}_id", "statements", [name, "id"])
    op.create_table(
        "shift_closings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_shift_closings_statement"),
        sa.PrimaryKeyConstraint("id", name="pk_shift_closings"),
        sa.UniqueConstraint("uuid", name="uq_shift_closings_uuid"),
    )
    op.create_table(
        "statement_postings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("tender", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_statement_postings_statement"),
        sa.PrimaryKeyConstraint("id", name="pk_statement_postings"),
    )
    for table in ("shift_closings", "statement_postings"):
        op.create_index(f"ix_{table}_statement", table, ["statement"])


def downgrade() -> None:
    for table in ("statement_postings", "shift_closings", "statements"):
        op.drop_table(table)
    op.drop_column("functionality_profiles", "aggregate_payments")
    for name in ("over_short_account", "closing_method", "statement_method"):
        op.drop_column("store_drafts", name)
