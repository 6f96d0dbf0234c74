"""Every row bears a mark of its values, by which damage that SQLite does not see is found; older rows bear none yet."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

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
        op.add_column(table, sa.Column("mark", sa.Integer(), nullable=True))
