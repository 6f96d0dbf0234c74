"""Devices prove their calls by a key of their own, move a counter on, and exchange their tokens."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_FILLED = {"devices": ("counter", "previous_counter", "token_since"), "installations": ("token_secret",)}


def upgrade() -> None:
    with op.batch_alter_table("devices") as devices:
        devices.add_column(sa.Column("public_key", sa.Text(), nullable=True))
        devices.add_column(sa.Column("counter", sa.Text(), nullable=False, server_default="0"))
        devices.add_column(sa.Column("previous_counter", sa.Text(), nullable=False, server_default=""))
        devices.add_column(sa.Column("token_since", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_devices_public_key", "devices", ["public_key"])
    op.execute("UPDATE devices SET token_since = enrolled_at")
    with op.batch_alter_table("installations") as installations:
        installations.add_column(sa.Column("token_secret", sa.Text(), nullable=False, server_default=""))
    op.execute(
        sa.text("UPDATE installations SET token_secret = :secret").bindparams(secret=secrets.token_hex(32))
    )
    for table, names in _FILLED.items():
        with op.batch_alter_table(table) as changed:
            for name in names:
                changed.alter_column(name, server_default=None)
    op.create_table(
        "spent_tokens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("device_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("spent_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name="fk_spent_tokens_device_id"),
        sa.PrimaryKeyConstraint("id", name="pk_spent_tokens"),
        sa.UniqueConstraint("token_hash", name="uq_spent_tokens_token_hash"),
    )
    op.create_index("ix_spent_tokens_device_id", "spent_tokens", ["device_id"])


def downgrade() -> None:
    op.drop_table("spent_tokens")
    with op.batch_alter_table("installations") as installations:
        installations.drop_column("token_secret")
    op.drop_index("ix_devices_public_key", "devices")
    with op.batch_alter_table("devices") as devices:
        for name in ("token_since", "previous_counter", "counter", "public_key"):
            devices.drop_column(name)
