"""Every row bears a digest of what headquarters said, to be added up and compared; older rows bear none yet."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_TABLES = (
    "settings",
    "staff",
    "layouts",
    "promotions",
    "products",
    "prices",
    "stock",
    "customers",
    "orders",
)


def upgrade() -> None:
    for table in _TABLES:
        op.add_column(table, sa.Column("digest", sa.Integer(), nullable=True))
