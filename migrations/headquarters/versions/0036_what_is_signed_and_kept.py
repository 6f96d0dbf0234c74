"""The keys by which headquarters signs who may do what; and guards of what registers said and what was booked of it."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0034"

KEPT = {
    "uploads": ("uuid", "kind", "fingerprint", "text", "register", "received_at"),
    "quarantined_uploads": ("uuid", "kind", "fingerprint", "text", "register", "epoch", "received_at"),
    "transactions": (
        "uuid", "register", "store", "epoch", "number", "receipt_number", "type", "business_date", "made_at", "user",
        "currency", "total_minor", "paid_minor",
    ),
    "invoices": (
        "number", "order_uuid", "reference", "document", "kind", "store", "receipt", "currency", "total_minor",
        "applied_minor", "made_at",
    ),
}  # fmt: skip
"""What never changes of a row of these tables; no row of them is ever deleted."""
_WORDS = "what was said and booked is never changed and never deleted"


def upgrade() -> None:
    op.create_table(
        "signing_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("private_key", sa.Text(), nullable=False),
        sa.Column("vouched", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signing_keys"),
        sa.UniqueConstraint("public_key", name="uq_signing_keys_public_key"),
    )
    op.create_table(
        "rights_said",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("rights", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rights_said"),
    )
    op.create_index("ix_rights_said_user", "rights_said", ["user"])
    for statement in _guards(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    for statement in _unguarded(op.get_bind().dialect.name):
        op.execute(statement)
    op.drop_table("rights_said")
    op.drop_table("signing_keys")


def _guards(dialect: str) -> list[str]:
    if dialect != "postgresql":
        raising = f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
        return [
            f"CREATE TRIGGER {table}_{name} BEFORE {act} ON {table} {raising}"
            for table, columns in KEPT.items()
            for name, act in (
                ("not_changed", f"UPDATE OF {_quoted(columns)}"),
                ("not_deleted", "DELETE"),
            )
        ]
    function = "refuse_change_of_what_is_kept()"
    made = (
        f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_WORDS}'; END $$"
    )
    return [
        made,
        *(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OF {_quoted(columns)} OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}"
            for table, columns in KEPT.items()
        ),
    ]


def _unguarded(dialect: str) -> list[str]:
    if dialect != "postgresql":
        return [f"DROP TRIGGER {table}_{name}" for table in KEPT for name in ("not_changed", "not_deleted")]
    return [
        *(f"DROP TRIGGER {table}_kept ON {table}" for table in KEPT),
        "DROP FUNCTION refuse_change_of_what_is_kept()",
    ]


def _quoted(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
