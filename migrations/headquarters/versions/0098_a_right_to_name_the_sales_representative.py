"""Naming another sales representative became a right: everybody has it, who could do it before."""

import sqlalchemy as sa
from alembic import op

revision = "0098"
down_revision = "0097"

_ITS_OWN = "sales_rep"
_PEOPLE = sa.table("people", sa.column("id"), sa.column("rights", sa.JSON()))
_ROLES = sa.table("staff_roles", sa.column("id"), sa.column("rights", sa.JSON()))
_DRAFTS = sa.table("staff_drafts", sa.column("id"), sa.column("taken", sa.JSON()))


def upgrade() -> None:
    connection = op.get_bind()
    for people in (_PEOPLE, _ROLES):
        for id, rights in connection.execute(sa.select(people.c.id, people.c.rights)).all():
            connection.execute(people.update().where(people.c.id == id).values(rights=_grown(rights)))
    for id, taken in connection.execute(sa.select(_DRAFTS.c.id, _DRAFTS.c.taken)).all():
        if "rights" in taken:
            grown = {**taken, "rights": _grown(taken["rights"])}
            connection.execute(_DRAFTS.update().where(_DRAFTS.c.id == id).values(taken=grown))


def downgrade() -> None:
    """Leave the right: an older program knows none of this name."""


def _grown(rights: list[str]) -> list[str]:
    return sorted({*rights, _ITS_OWN})
