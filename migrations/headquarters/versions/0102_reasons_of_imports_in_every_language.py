"""Why rows of a file are left out is kept as codes, so that no import has a language of its own; what products name of
set-up is found by indexes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0102"
down_revision = "0101"

_NAMED = ("item_tax_group", "unit")


def upgrade() -> None:
    with op.batch_alter_table("file_imports") as table:
        table.drop_column("language")
    for column in _NAMED:
        is_named = sa.text(f"{column} <> ''")
        op.create_index(
            f"ix_products_{column}", "products", [column], sqlite_where=is_named, postgresql_where=is_named
        )


def downgrade() -> None:
    for column in _NAMED:
        op.drop_index(f"ix_products_{column}", "products")
    op.add_column("file_imports", sa.Column("language", sa.Text(), server_default="en", nullable=False))
