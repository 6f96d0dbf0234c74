"""Why rows of a file are left out is kept as codes, so that no import has a language of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0102"
down_revision = "0101"


def upgrade() -> None:
    with op.batch_alter_table("file_imports") as table:
        table.drop_column("language")


def downgrade() -> None:
    op.add_column("file_imports", sa.Column("language", sa.Text(), server_default="en", nullable=False))
