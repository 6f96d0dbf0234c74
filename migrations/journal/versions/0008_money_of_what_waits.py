"""What waits in the outbox is summed up with its money, from its index alone."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_OPEN = sa.text("state <> 'acknowledged'")


def upgrade() -> None:
    op.add_column("outbox", sa.Column("money_minor", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "UPDATE outbox SET money_minor = coalesce((SELECT sum(tenders.tendered_minor - tenders.change_minor) "
        "FROM tenders JOIN transactions ON transactions.id = tenders.transaction_id "
        "WHERE transactions.uuid = outbox.uuid), 0) "
        "WHERE kind = 'transaction'"
    )
    op.drop_index("ix_outbox_open", "outbox")
    op.create_index("ix_outbox_open", "outbox", ["id", "state", "kept_at", "money_minor"], sqlite_where=_OPEN)
