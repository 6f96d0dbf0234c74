"""Changes know which unit of work said them, so that one that commits late on PostgreSQL is not skipped."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_OLD, _NEW = "ix_changes_feed_sequence", "ix_changes_feed_unit_sequence"
_NUMBER_OF_UNIT = "(pg_current_xact_id()::text::bigint)"


def upgrade() -> None:
    op.add_column("changes", sa.Column("unit", sa.BigInteger(), nullable=False, server_default="0"))
    op.drop_index(_OLD, "changes")
    op.create_index(_NEW, "changes", ["feed", "unit", "sequence"])
    if _is_postgresql():
        # What was said before belongs to no unit of work that is known: 0, before all others.
        op.alter_column("changes", "unit", server_default=sa.text(_NUMBER_OF_UNIT))
        op.alter_column("uploads", "number", type_=sa.BigInteger())


def downgrade() -> None:
    op.drop_index(_NEW, "changes")
    op.create_index(_OLD, "changes", ["feed", "sequence"])
    if _is_postgresql():
        op.alter_column("uploads", "number", type_=sa.Integer())
    op.drop_column("changes", "unit")


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"
