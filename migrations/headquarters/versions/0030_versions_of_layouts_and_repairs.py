"""Every version of a layout and which one a register shows; what people made of documents that were parked."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.create_table(
        "layout_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in ("made_at", "made_by", "note")],
        sa.ForeignKeyConstraint(["layout"], ["layouts.name"], name="fk_layout_versions_layout"),
        sa.PrimaryKeyConstraint("id", name="pk_layout_versions"),
        sa.UniqueConstraint("layout", "version", name="uq_layout_versions_layout_version"),
    )
    op.execute(
        "INSERT INTO layout_versions (layout, version, content, made_at, made_by, note)"
        " SELECT name, 1, content, '', '', '' FROM layouts"
    )
    op.add_column("devices", sa.Column("layout_shown", sa.Text(), server_default="", nullable=False))
    op.add_column("uploads", sa.Column("repaired", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("uploads", "repaired")
    op.drop_column("devices", "layout_shown")
    op.drop_table("layout_versions")
