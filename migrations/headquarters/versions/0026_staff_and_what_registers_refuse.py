"""Staff and their roles as people set them up, the stores they work in, and what registers cannot apply."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("stores", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "staff_roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("rights", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff_roles"),
        sa.UniqueConstraint("code", name="uq_staff_roles_code"),
    )
    op.create_table(
        "staff_drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("withheld", sa.JSON(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("stores", sa.JSON(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.Column("taken", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["role"], ["staff_roles.code"], name="fk_staff_drafts_role"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_drafts"),
        sa.UniqueConstraint("user", name="uq_staff_drafts_user"),
    )
    op.create_index("ix_staff_drafts_role", "staff_drafts", ["role"])


def downgrade() -> None:
    op.drop_table("staff_drafts")
    op.drop_table("staff_roles")
    with op.batch_alter_table("people") as people:
        people.drop_column("stores")
