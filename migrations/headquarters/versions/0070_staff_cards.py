"""Staff cards, who sells when nobody says so, and what becomes of suspended sales as a shift closes."""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0069"

_PROFILES = "functionality_profiles"
_SWITCHES = ("default_sales_rep", "void_suspended")
_PEOPLE = ("people", "staff_drafts")
_DRAFTS = sa.table("staff_drafts", sa.column("id"), sa.column("taken", sa.JSON()))


def upgrade() -> None:
    op.add_column(_PROFILES, sa.Column("card_sign_in", sa.Text(), nullable=False, server_default="off"))
    for name in _SWITCHES:
        op.add_column(_PROFILES, sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    for table in _PEOPLE:
        op.add_column(table, sa.Column("card", sa.Text(), nullable=False, server_default=""))
    connection = op.get_bind()
    for id, taken in connection.execute(sa.select(_DRAFTS.c.id, _DRAFTS.c.taken)).all():
        if taken:
            said = {**taken, "card": ""}
            connection.execute(_DRAFTS.update().where(_DRAFTS.c.id == id).values(taken=said))


def downgrade() -> None:
    for table in _PEOPLE:
        op.drop_column(table, "card")
    for name in (*_SWITCHES, "card_sign_in"):
        op.drop_column(_PROFILES, name)
