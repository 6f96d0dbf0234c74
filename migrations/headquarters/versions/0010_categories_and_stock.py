"""Products have a category and say whether their revenue is booked over time; stock by place, as of a time."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ADDED = (("category", sa.Text(), ""), ("revenue_recognition", sa.Boolean(), sa.false()))


def upgrade() -> None:
    with op.batch_alter_table("products") as products:
        for name, type_, default in _ADDED:
            products.add_column(sa.Column(name, type_, nullable=False, server_default=default))
    with op.batch_alter_table("products") as products:
        for name, _type, _default in _ADDED:
            products.alter_column(name, server_default=None)
    op.create_table(
        "stock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stock"),
        sa.UniqueConstraint("key", name="uq_stock_key"),
    )


def downgrade() -> None:
    op.drop_table("stock")
    with op.batch_alter_table("products") as products:
        for name, _type, _default in _ADDED:
            products.drop_column(name)
