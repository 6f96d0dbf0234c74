"""Say which store, register or user has which layout."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "layout_uses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["layout"], ["layouts.name"], name=op.f("fk_layout_uses_layout_layouts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_layout_uses")),
        sa.UniqueConstraint("kind", "name", name=op.f("uq_layout_uses_kind_name")),
    )
    op.create_index(op.f("ix_layout_uses_layout"), "layout_uses", ["layout"])


def downgrade() -> None:
    op.drop_table("layout_uses")
