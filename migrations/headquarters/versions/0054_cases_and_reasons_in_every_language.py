"""Cases and reasons of documents keep their message, to be said in the language of who reads; old ones have words."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    for table in ("cases", "uploads"):
        op.add_column(table, sa.Column("said", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    for table in ("cases", "uploads"):
        op.drop_column(table, "said")
