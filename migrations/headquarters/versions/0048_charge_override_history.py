"""Why a charge is changed has reasons of its own, at first those of price overrides, and a history of who did it."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0046"

_REASONS = sa.table(
    "reason_codes",
    *[sa.column(name) for name in ("version", "parameters", "purpose", "text", "position")],
)
_SOUGHT = ("store", "code", "approved_by", "reference")


def upgrade() -> None:
    named = sa.select(
        sa.literal_column("1"), _REASONS.c.parameters, sa.literal_column("'charge override'"), _REASONS.c.text,
        _REASONS.c.position,
    ).where(_REASONS.c.purpose == "price override")  # fmt: skip
    columns = ["version", "parameters", "purpose", "text", "position"]
    op.execute(sa.insert(_REASONS).from_select(columns, named))
    texts = (
        "document", "store", "register", "reference", "made_at", "user", "approved_by", "name", "code", "currency",
        "reason",
    )  # fmt: skip
    op.create_table(
        "charge_overrides",
        sa.Column("id", sa.Integer(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in texts],
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("before_minor", sa.BigInteger(), nullable=False),
        sa.Column("after_minor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_charge_overrides"),
    )
    for column in _SOUGHT:
        op.create_index(f"ix_charge_overrides_{column}_id", "charge_overrides", [column, "id"])


def downgrade() -> None:
    op.drop_table("charge_overrides")
    op.execute(sa.delete(_REASONS).where(_REASONS.c.purpose == "charge override"))
