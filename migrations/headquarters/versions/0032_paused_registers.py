"""Registers that headquarters tells nothing new for a while, and indexes for what lists of registers narrow to."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"

COLUMNS = ("paused_by", "paused_at")
PARTIAL = (
    ("ix_registers_paused", "registers", "paused_at <> ''"),
    ("ix_tallies_holding", "tallies", "substr(text, 9, 2) <> '0,'"),
    ("ix_tallies_differing", "tallies", "differences <> '[]'"),
)


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("registers", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.drop_index("ix_registers_store", table_name="registers")
    op.create_index("ix_registers_store_register", "registers", ["store", "register"])
    for name, indexed, where in PARTIAL:
        op.create_index(
            name, indexed, ["register"], sqlite_where=sa.text(where), postgresql_where=sa.text(where)
        )


def downgrade() -> None:
    for name, indexed, _ in PARTIAL:
        op.drop_index(name, table_name=indexed)
    op.drop_index("ix_registers_store_register", table_name="registers")
    op.create_index("ix_registers_store", "registers", ["store"])
    with op.batch_alter_table("registers") as table:
        for name in COLUMNS:
            table.drop_column(name)
