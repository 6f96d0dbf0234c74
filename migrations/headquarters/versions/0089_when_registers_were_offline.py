"""When registers worked without headquarters is found among what they wrote, of all and of one."""

import sqlalchemy as sa
from alembic import op

revision = "0089"
down_revision = "0083"

_OF_LINE = sa.text("kind IN ('line.gone', 'sync.work_offline', 'line.back', 'sync.work_online')")


def upgrade() -> None:
    for name, columns in (
        ("ix_journal_lines_of_line", ["id"]),
        ("ix_journal_lines_of_line_register", ["register", "id"]),
    ):
        op.create_index(name, "journal_lines", columns, sqlite_where=_OF_LINE, postgresql_where=_OF_LINE)


def downgrade() -> None:
    op.drop_index("ix_journal_lines_of_line_register", "journal_lines")
    op.drop_index("ix_journal_lines_of_line", "journal_lines")
