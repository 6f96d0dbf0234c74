"""Prices by stores and times, with what registers were told of them."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"

PARTIAL = (
    ("ix_list_prices_ending", ["list", "ends", "id"], "ends <> ''", "ends <> ''"),
    ("ix_list_prices_waiting", ["list", "id"], "waits = 1", "waits"),
)


def upgrade() -> None:
    op.create_table(
        "price_lists",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("stores", sa.JSON(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_lists")),
        sa.UniqueConstraint("code", name=op.f("uq_price_lists_code")),
    )
    op.create_table(
        "list_prices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=True),
        sa.Column("told_minor", sa.BigInteger(), nullable=True),
        sa.Column("told_ends", sa.Text(), nullable=False),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["list"], ["price_lists.code"], name=op.f("fk_list_prices_list_price_lists")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_prices")),
        sa.UniqueConstraint(
            "list", "number", "unit", "starts", name=op.f("uq_list_prices_list_number_unit_starts")
        ),
    )
    op.create_index(op.f("ix_list_prices_number"), "list_prices", ["number"])
    op.create_index(op.f("ix_list_prices_list_id"), "list_prices", ["list", "id"])
    op.create_index(op.f("ix_list_prices_list_starts_id"), "list_prices", ["list", "starts", "id"])
    for name, columns, sqlite, postgresql in PARTIAL:
        op.create_index(
            name, "list_prices", columns, sqlite_where=sa.text(sqlite), postgresql_where=sa.text(postgresql)
        )


def downgrade() -> None:
    op.drop_table("list_prices")
    op.drop_table("price_lists")
