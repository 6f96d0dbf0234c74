"""An import names the process that has its file, and until when a process that ended may come back to it."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0054"


def upgrade() -> None:
    for name in ("owner", "until"):
        op.add_column("file_imports", sa.Column(name, sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("file_imports") as table:
        for name in ("owner", "until"):
            table.drop_column(name)
