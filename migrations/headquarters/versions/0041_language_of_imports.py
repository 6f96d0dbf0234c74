"""Why a row of an import is left out is said in the language of who imported."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    op.add_column("file_imports", sa.Column("language", sa.Text(), server_default="en", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("file_imports") as table:
        table.drop_column("language")
