"""Several taxes of a store are set up like its one rate; so far they came with the retailer's document alone."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"

_DRAFTS = sa.table(
    "store_drafts",
    sa.column("id", sa.Integer()),
    sa.column("taken", sa.Text()),
    sa.column("tax_codes", sa.JSON()),
)


def upgrade() -> None:
    op.add_column("store_drafts", sa.Column("tax_codes", sa.JSON(), server_default="[]", nullable=False))
    connection = op.get_bind()
    for row, text in connection.execute(sa.select(_DRAFTS.c.id, sa.cast(_DRAFTS.c.taken, sa.Text))).all():
        codes = json.loads(text).get("tax_codes") or []
        if codes:
            connection.execute(sa.update(_DRAFTS).where(_DRAFTS.c.id == row).values(tax_codes=codes))


def downgrade() -> None:
    with op.batch_alter_table("store_drafts") as table:
        table.drop_column("tax_codes")
