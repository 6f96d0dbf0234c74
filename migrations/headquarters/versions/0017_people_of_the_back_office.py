"""People of the back office, their sessions, the codes of the first of them, and what was done by whom."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_WORDS = "The audit log is never changed."


def upgrade() -> None:
    op.create_table(
        "office_people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("stores", sa.JSON(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("look", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_office_people"),
        sa.UniqueConstraint("name_key", name="uq_office_people_name_key"),
    )
    op.create_table(
        "office_sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("cookie_hash", sa.Text(), nullable=False),
        sa.Column("form_secret", sa.Text(), nullable=False),
        sa.Column("began_at", sa.Text(), nullable=False),
        sa.Column("last_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["office_people.id"], name="fk_office_sessions_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_office_sessions"),
        sa.UniqueConstraint("cookie_hash", name="uq_office_sessions_cookie_hash"),
    )
    op.create_index("ix_office_sessions_person_id", "office_sessions", ["person_id"])
    op.create_table(
        "office_set_up_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_office_set_up_codes"),
        sa.UniqueConstraint("code_hash", name="uq_office_set_up_codes_code_hash"),
    )
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entries"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_entries_kind_about_id", "audit_entries", ["kind", "about", "id"])
    op.create_index("ix_audit_entries_who_id", "audit_entries", ["who", "id"])
    for statement in _guards(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TABLE audit_entries")
        op.execute("DROP FUNCTION refuse_change_of_audit_entries()")
    else:
        op.drop_table("audit_entries")
    op.drop_table("office_set_up_codes")
    op.drop_table("office_sessions")
    op.drop_table("office_people")


def _guards(dialect: str) -> list[str]:
    if dialect == "postgresql":
        raising = f"BEGIN RAISE EXCEPTION '{_WORDS}'; END"
        each = "BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries FOR EACH STATEMENT"
        function = "refuse_change_of_audit_entries()"
        return [
            f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$ {raising} $$",
            f"CREATE TRIGGER audit_entries_kept {each} EXECUTE FUNCTION {function}",
        ]
    raising = f"BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
    return [
        f"CREATE TRIGGER audit_entries_{name} BEFORE {word} ON audit_entries {raising}"
        for name, word in (("not_changed", "UPDATE"), ("not_deleted", "DELETE"))
    ]
