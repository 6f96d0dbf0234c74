"""Customers who are erased: a list that only grows; texts may lose the name of one of these, and nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "0071"
down_revision = "0070"

_WORDS = "what was said and booked is never changed and never deleted"
KEPT = {
    "uploads": (("uuid", "kind", "register", "received_at"), ("text", "fingerprint", "erased")),
    "quarantined_uploads": (
        ("uuid", "kind", "register", "epoch", "received_at"), ("text", "fingerprint", "erased"),
    ),
    "journal_lines": (
        (
            "id", "register", "epoch", "chain", "number", "at", "kind", "user", "hash", "before", "received_at",
            "document", "fingerprint", "is_security",
        ),
        ("text", "erased"),
    ),
}  # fmt: skip
"""What never changes of a row of these tables, and what changes once, when its customer is erased."""
_BEFORE = {
    "uploads": ("uuid", "kind", "fingerprint", "text", "register", "received_at"),
    "quarantined_uploads": ("uuid", "kind", "fingerprint", "text", "register", "epoch", "received_at"),
    "journal_lines": (),
}
_NAMED = sa.text(
    "kind IN ('customer.edit', 'customer.issue_loyalty_card', 'info', 'pickup.collector', 'transaction.suspend')"
)


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("erased_at", sa.Text(), nullable=False),
        sa.Column("erased_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
        sa.UniqueConstraint("customer", name=op.f("uq_erasures_customer")),
    )
    op.create_table(
        "retention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention")),
    )
    for table in KEPT:
        op.add_column(table, sa.Column("erased", sa.Text(), nullable=False, server_default=""))
    op.create_index(
        op.f("ix_journal_lines_id"), "journal_lines", ["id"], sqlite_where=_NAMED, postgresql_where=_NAMED
    )
    for statement in _on_postgresql() if _is_postgresql() else _on_sqlite():
        op.execute(statement)


def downgrade() -> None:
    if _is_postgresql():
        for table, columns in _BEFORE.items():
            op.execute(f"DROP TRIGGER {table}_kept ON {table}")
            op.execute(f"DROP TRIGGER {table}_kept_but_erased ON {table}")
            op.execute(_kept_on_postgresql(table, columns))
        op.execute("DROP TRIGGER erasures_kept ON erasures")
        op.execute("DROP FUNCTION refuse_change_but_erasure()")
    else:
        for table, columns in _BEFORE.items():
            op.execute(f"DROP TRIGGER {table}_not_changed")
            op.execute(f"DROP TRIGGER {table}_changed_by_erasure")
            of = f" OF {_quoted(columns)}" if columns else ""
            op.execute(
                f"CREATE TRIGGER {table}_not_changed BEFORE UPDATE{of} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
            )
    op.drop_index(op.f("ix_journal_lines_id"), table_name="journal_lines")
    for table in KEPT:
        op.drop_column(table, "erased")
    op.drop_table("retention")
    op.drop_table("erasures")


def _on_sqlite() -> list[str]:
    raising = f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
    made = [
        f"CREATE TRIGGER erasures_not_{name} BEFORE {act} ON erasures {raising}"
        for name, act in (("changed", "UPDATE"), ("deleted", "DELETE"))
    ]
    for table, (never, once) in KEPT.items():
        made += [
            f"DROP TRIGGER {table}_not_changed",
            f"CREATE TRIGGER {table}_not_changed BEFORE UPDATE OF {_quoted(never)} ON {table} {raising}",
            (
                f"CREATE TRIGGER {table}_changed_by_erasure BEFORE UPDATE OF {_quoted(once)} ON {table} "
                "WHEN OLD.erased <> '' OR NOT EXISTS (SELECT 1 FROM erasures WHERE customer = NEW.erased) "
                f"{raising}"
            ),
        ]
    return made


def _on_postgresql() -> list[str]:
    made = [
        (
            "CREATE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "IF OLD.erased <> '' OR NOT EXISTS (SELECT 1 FROM erasures WHERE customer = NEW.erased) "
            f"THEN RAISE EXCEPTION '{_WORDS}'; END IF; RETURN NEW; END $$"
        ),
        _kept_on_postgresql("erasures", ()),
    ]
    for table, (never, once) in KEPT.items():
        made += [
            f"DROP TRIGGER {table}_kept ON {table}",
            _kept_on_postgresql(table, never),
            (
                f"CREATE TRIGGER {table}_kept_but_erased BEFORE UPDATE OF {_quoted(once)} ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure()"
            ),
        ]
    return made


def _kept_on_postgresql(table: str, columns: tuple[str, ...]) -> str:
    of = f" OF {_quoted(columns)}" if columns else ""
    return (
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE{of} OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_what_is_kept()"
    )


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _quoted(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
