"""Pictures of products, each kept once by its digest; a product names the one it has."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    op.create_table(
        "pictures",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_pictures")),
    )
    op.add_column("products", sa.Column("picture", sa.Text(), nullable=False, server_default=""))
    op.create_index(
        "ix_products_picture", "products", ["picture"],
        sqlite_where=sa.text("picture <> ''"), postgresql_where=sa.text("picture <> ''"),
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_products_picture", "products")
    op.drop_column("products", "picture")
    op.drop_table("pictures")
