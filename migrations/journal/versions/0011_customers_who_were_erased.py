"""Names of erased customers leave what is kept for ever: texts change while one is being erased, nothing else does."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0008"

_UNDER_WAY = "EXISTS (SELECT 1 FROM erasures WHERE done_at IS NULL"
_KINDS = ("customer.edit", "customer.issue_loyalty_card", "info", "pickup.collector", "transaction.suspend")
_NAMED = f"OLD.kind IN {_KINDS}"
_AS_ERASED = "NEW.text LIKE '{\"erased\"\\:true%'"
_GUARDS = {
    "transactions": ("a concluded transaction never changes", f"{_UNDER_WAY} AND customer = OLD.customer)"),
    "journal_entries": ("the journal only grows", f"({_UNDER_WAY}) AND {_NAMED} AND {_AS_ERASED})"),
}
"""Tables that never change, with the rule, and when a text of theirs may."""
_SENT_AS_WRITTEN = ("uuid", "kind", "depends_on", "kept_at")


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("done_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("customer", name="pk_erasures"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    connection = op.get_bind()
    for table, (rule, may) in _GUARDS.items():
        columns = [each["name"] for each in sa.inspect(connection).get_columns(table)]
        others = ", ".join(f'"{each}"' for each in columns if each != "text")
        raising = f"BEGIN SELECT RAISE(ABORT, '{rule}'); END"
        op.execute(f"DROP TRIGGER {table}_no_update")
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {others} ON {table} {raising}")
        op.execute(
            f"CREATE TRIGGER {table}_text_stays BEFORE UPDATE OF text ON {table} WHEN NOT {may} {raising}"
        )
    raising = "BEGIN SELECT RAISE(ABORT, 'a document is sent as it was written'); END"
    op.execute("DROP TRIGGER outbox_as_written")
    op.execute(
        f"CREATE TRIGGER outbox_as_written BEFORE UPDATE OF {', '.join(_SENT_AS_WRITTEN)} ON outbox {raising}"
    )
    op.execute(
        "CREATE TRIGGER outbox_text_stays BEFORE UPDATE OF text, fingerprint ON outbox "
        f"WHEN OLD.state <> 'acknowledged' OR NOT {_UNDER_WAY}) {raising}"
    )
