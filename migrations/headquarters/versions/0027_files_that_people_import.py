"""The files that people bring to the import page, and what they came to."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; nothing was imported on a page before."""
    op.create_table(
        "file_imports",
        sa.Column("id", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("kind", "file_name", "encoding", "delimiter", "currency", "made_by", "made_at", "taken_by",
                         "phase", "read_as")
        ],
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(30), nullable=False),
        sa.Column("is_to_be_taken", sa.Boolean(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=True),
        *[sa.Column(name, sa.Integer(), nullable=False) for name in ("new", "changed", "same", "rejected")],
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_file_imports"),
    )  # fmt: skip
    op.create_index("ix_file_imports_state_id", "file_imports", ["state", "id"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("file_imports")
