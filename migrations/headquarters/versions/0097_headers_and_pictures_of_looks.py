"""Visual profiles have a colour of the header, a place of the sign-in, the day, keys and pictures."""

import sqlalchemy as sa
from alembic import op

revision = "0097"
down_revision = "0093"

_TEXTS = ("header_light", "header_dark", "sign_in_box", "keys", "logo", "background")


def upgrade() -> None:
    for name in _TEXTS:
        op.add_column("visual_profiles", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("visual_profiles", sa.Column("show_date", sa.Boolean(), nullable=True))
    kept: sa.Column[bool] = sa.Column("for_looks", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("pictures", kept)


def downgrade() -> None:
    op.drop_column("pictures", "for_looks")
    for name in (*_TEXTS, "show_date"):
        op.drop_column("visual_profiles", name)
