"""Each change bears a digest of what it says, so that a feed can be compared with what a register has of it."""

import json

import sqlalchemy as sa
from alembic import op

from retail.wire.sums import row_digest

revision = "0034"
down_revision = "0032"

_AT_ONCE = 5000
_CHANGES = sa.table(
    "changes",
    sa.column("sequence", sa.BigInteger()),
    sa.column("key", sa.Text()),
    sa.column("gone", sa.Boolean()),
    sa.column("value", sa.Text()),
    sa.column("digest", sa.BigInteger()),
)
_SOME = (
    sa.select(_CHANGES.c.sequence, _CHANGES.c.key, sa.cast(_CHANGES.c.value, sa.Text))
    .where(_CHANGES.c.sequence > sa.bindparam("last", type_=sa.BigInteger), _CHANGES.c.gone.is_(False))
    .order_by(_CHANGES.c.sequence)
    .limit(_AT_ONCE)
)
_KEEP = (
    sa.update(_CHANGES).where(_CHANGES.c.sequence == sa.bindparam("row")).values(digest=sa.bindparam("said"))
)


def upgrade() -> None:
    op.add_column("changes", sa.Column("digest", sa.BigInteger(), server_default="0", nullable=False))
    connection, last = op.get_bind(), 0
    while rows := connection.execute(_SOME, {"last": last}).all():
        said = [{"row": sequence, "said": row_digest(key, json.loads(text))} for sequence, key, text in rows]
        connection.execute(_KEEP, said)
        last = rows[-1][0]


def downgrade() -> None:
    op.drop_column("changes", "digest")
