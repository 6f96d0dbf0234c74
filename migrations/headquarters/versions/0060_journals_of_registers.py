"""The accounts of registers, entry by entry, which nobody changes."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0057"

_WORDS = "what was said and booked is never changed and never deleted"
_SECURITY = sa.text("is_security")
_OF_DOCUMENTS = sa.text("document <> ''")


def upgrade() -> None:
    op.create_table(
        "journal_lines",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("epoch", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("is_security", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_lines")),
        sa.UniqueConstraint(
            "register", "chain", "number", "hash", name=op.f("uq_journal_lines_register_chain_number_hash")
        ),
    )
    op.create_index(
        op.f("ix_journal_lines_document"), "journal_lines", ["document"],
        sqlite_where=_OF_DOCUMENTS, postgresql_where=_OF_DOCUMENTS,
    )  # fmt: skip
    op.create_index(op.f("ix_journal_lines_register_id"), "journal_lines", ["register", "id"])
    for columns in (["register", "is_security"], ["user"], ["kind"]):
        op.create_index(
            op.f(f"ix_journal_lines_{'_'.join(columns)}_id"), "journal_lines", [*columns, "id"],
            sqlite_where=_SECURITY, postgresql_where=_SECURITY,
        )  # fmt: skip
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER journal_lines_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_lines "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_what_is_kept()"
        )
    else:
        for name, act in (("changed", "UPDATE"), ("deleted", "DELETE")):
            op.execute(
                f"CREATE TRIGGER journal_lines_not_{name} BEFORE {act} ON journal_lines "
                f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
            )


def downgrade() -> None:
    op.drop_table("journal_lines")
