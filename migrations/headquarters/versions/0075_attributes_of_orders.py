"""What stores want to know of orders and of plain sales."""

import sqlalchemy as sa
from alembic import op

revision = "0075"
down_revision = "0071"

_LISTED = ("parameters", "attribute", "name", "kind", "asked_of", "position")


def upgrade() -> None:
    op.create_table(
        "order_attributes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("parameters", "attribute", "name", "asked_of", "kind", "unit", "help", "default")
        ],
        sa.Column("required", sa.Boolean(), nullable=False),
        *[sa.Column(name, sa.JSON(), nullable=False) for name in ("choices", "translations")],
        *[sa.Column(name, sa.Text(), nullable=True) for name in ("least", "most")],
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parameters"],
            ["parameter_sets.code"],
            name=op.f("fk_order_attributes_parameters_parameter_sets"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_attributes")),
        sa.UniqueConstraint("parameters", "attribute", name=op.f("uq_order_attributes_parameters_attribute")),
    )
    for name in _LISTED:
        op.create_index(f"ix_order_attributes_{name}_id", "order_attributes", [name, "id"])


def downgrade() -> None:
    op.drop_table("order_attributes")
