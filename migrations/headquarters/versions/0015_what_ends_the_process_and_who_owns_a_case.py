"""Marks of documents that are being posted, how often posting one ended the process; who looks into a case, and what
was done about it; how far the clock of a register is off; customers who may be one, as they were found.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "posting_marks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuids", sa.JSON(), nullable=False),
        sa.Column("began_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_posting_marks"),
    )
    op.create_table(
        "deadly_documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("deaths", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deadly_documents"),
        sa.UniqueConstraint("uuid", name="uq_deadly_documents_uuid"),
    )
    op.add_column("cases", sa.Column("owner", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "case_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_notes"),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_notes_case_id_cases"),
    )
    op.create_index("ix_case_notes_case_id", "case_notes", ["case_id"])
    op.add_column("devices", sa.Column("clock_off_seconds", sa.Integer(), nullable=True))
    op.create_table(
        "customers_alike",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("likeness", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customers_alike"),
        sa.ForeignKeyConstraint(["first_id"], ["customers.id"], name="fk_customers_alike_first_id_customers"),
        sa.ForeignKeyConstraint(
            ["second_id"], ["customers.id"], name="fk_customers_alike_second_id_customers"
        ),
    )
    op.create_table(
        "duplicate_looks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("looked_at", sa.Text(), nullable=False),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_duplicate_looks"),
    )


def downgrade() -> None:
    op.drop_table("duplicate_looks")
    op.drop_table("customers_alike")
    op.drop_column("devices", "clock_off_seconds")
    op.drop_index("ix_case_notes_case_id", "case_notes")
    op.drop_table("case_notes")
    op.drop_column("cases", "owner")
    op.drop_table("deadly_documents")
    op.drop_table("posting_marks")
