"""Visual profiles: how registers look, by store and by register."""

import sqlalchemy as sa
from alembic import op

revision = "0083"
down_revision = "0079"

_SAID = ("code", "name", "theme", "scheme", "accent_light", "accent_dark")
_NAMED_BY = ("store_drafts", "registers")


def upgrade() -> None:
    op.create_table(
        "visual_profiles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in _SAID],
        sa.Column("scale", sa.Integer(), nullable=True),
        sa.Column("left_handed", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visual_profiles")),
        sa.UniqueConstraint("code", name=op.f("uq_visual_profiles_code")),
    )
    for name in ("name", "theme", "scheme"):
        op.create_index(f"ix_visual_profiles_{name}_id", "visual_profiles", [name, "id"])
    for table in _NAMED_BY:
        op.add_column(table, sa.Column("visual", sa.Text(), nullable=False, server_default=""))
        op.create_index(f"ix_{table}_visual", table, ["visual"])


def downgrade() -> None:
    for table in _NAMED_BY:
        op.drop_index(f"ix_{table}_visual", table)
        op.drop_column(table, "visual")
    op.drop_table("visual_profiles")
