"""What registers tell of themselves, and the money of each document, so that both can be compared."""

import json
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_NUMBERS = "ix_uploads_register_epoch_number"
_NUMBERS_AND_MONEY = f"{_NUMBERS}_money_minor"
_FIGURES = ("business_date", "money_minor", "tendered")


def upgrade() -> None:
    op.add_column("uploads", sa.Column("business_date", sa.Date(), nullable=True))
    op.add_column("uploads", sa.Column("money_minor", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("uploads", sa.Column("tendered", sa.Text(), nullable=False, server_default="{}"))
    _fill()
    op.drop_index(_NUMBERS, "uploads")
    op.create_index(_NUMBERS_AND_MONEY, "uploads", ["register", "epoch", "number", "money_minor"])
    op.create_table(
        "tallies",
        sa.Column("id", sa.Integer(), nullable=False),
        *[
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("register", "epoch", "told_at", "digest", "text", "differences")
        ],
        sa.PrimaryKeyConstraint("id", name="pk_tallies"),
        sa.UniqueConstraint("register", "epoch", name="uq_tallies_register_epoch"),
    )


def downgrade() -> None:
    op.drop_table("tallies")
    op.drop_index(_NUMBERS_AND_MONEY, "uploads")
    op.create_index(_NUMBERS, "uploads", ["register", "epoch", "number"])
    with op.batch_alter_table("uploads") as uploads:
        for name in _FIGURES:
            uploads.drop_column(name)


def _fill() -> None:
    """Read date and money of every transaction out of its text."""
    connection = op.get_bind()
    uploads = sa.table("uploads", *[sa.column(name) for name in ("id", "kind", "number", "text", *_FIGURES)])
    rows = connection.execute(
        sa.select(uploads.c.id, uploads.c.text).where(
            uploads.c.kind == "transaction", uploads.c.number.is_not(None)
        )
    )
    change = sa.update(uploads).where(uploads.c.id == sa.bindparam("row"))
    change = change.values({name: sa.bindparam(f"to_{name}") for name in _FIGURES})
    for part in rows.partitions(1000):
        connection.execute(change, [{"row": row.id, **_figures(json.loads(row.text))} for row in part])


def _figures(document: dict[str, Any]) -> dict[str, Any]:
    tendered: dict[str, int] = {}
    for tender in document["tenders"]:
        money = tender["tendered_minor"] - tender["change_minor"]
        tendered[tender["type"]] = tendered.get(tender["type"], 0) + money
    return {
        "to_business_date": date.fromisoformat(document["business_date"]), "to_money_minor": sum(tendered.values()),
        "to_tendered": json.dumps(tendered),
    }  # fmt: skip
