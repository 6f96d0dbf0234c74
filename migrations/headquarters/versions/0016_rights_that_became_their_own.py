"""Rights that became their own go to everybody who could do it before: whoever may edit orders."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_BEFORE, _THEIR_OWN = "edit_order", ("return_sale", "quote_expiry")
_PEOPLE = sa.table("people", sa.column("id"), sa.column("rights", sa.JSON()))
_CHANGES = sa.table(
    "changes",
    *[sa.column(name) for name in ("sequence", "feed", "scope", "key", "gone")],
    sa.column("value", sa.JSON()),
)


def upgrade() -> None:
    connection = op.get_bind()
    for id, rights in connection.execute(sa.select(_PEOPLE.c.id, _PEOPLE.c.rights)).all():
        if _lacks(rights):
            grown = _PEOPLE.update().where(_PEOPLE.c.id == id).values(rights=_grown(rights))
            connection.execute(grown)
    told = sa.select(_CHANGES).where(_CHANGES.c.feed == "staff").order_by(_CHANGES.c.sequence)
    for row in connection.execute(told).all():
        if row.value is None or not _lacks(row.value["rights"]):
            continue
        # A change of its own, with a number of its own: registers that have read the one before read it too.
        connection.execute(_CHANGES.delete().where(_CHANGES.c.sequence == row.sequence))
        value = {**row.value, "rights": _grown(row.value["rights"])}
        connection.execute(
            _CHANGES.insert().values(feed=row.feed, scope=row.scope, key=row.key, gone=row.gone, value=value)
        )


def downgrade() -> None:
    """Leave the rights: an older program knows none of them by this name, or knows them already."""


def _lacks(rights: list[str]) -> bool:
    return _BEFORE in rights and not {*_THEIR_OWN} <= {*rights}


def _grown(rights: list[str]) -> list[str]:
    return [*rights, *[each for each in _THEIR_OWN if each not in rights]]
