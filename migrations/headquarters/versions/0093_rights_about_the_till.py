"""Rights about the till: whoever closes shifts counts them and enters floats; managers remove cash and close blind."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0093"
down_revision = "0091"

_WHO_CLOSES = ("floating_declaration", "tender_declaration")
_MANAGERS = (*_WHO_CLOSES, "blind_close", "cash_removal")
_ROLES = sa.table("staff_roles", sa.column("id"), sa.column("code"), sa.column("rights", sa.JSON()))
_PEOPLE = sa.table("people", sa.column("id"), sa.column("role"), sa.column("rights", sa.JSON()))
_DRAFTS = sa.table(
    "staff_drafts", sa.column("id"), sa.column("role"),
    *[sa.column(name, sa.JSON()) for name in ("taken", "given", "withheld")],
)  # fmt: skip


def upgrade() -> None:
    """Who may not close a shift gains nothing, whatever their role gains: what was published stays as it is set up."""
    connection = op.get_bind()
    for table, code in ((_ROLES, _ROLES.c.code), (_PEOPLE, _PEOPLE.c.role)):
        for id, role, rights in connection.execute(sa.select(table.c.id, code, table.c.rights)).all():
            grown = table.update().where(table.c.id == id).values(rights=_grown(rights, role))
            connection.execute(grown)
    for id, role, taken, given, withheld in connection.execute(sa.select(_DRAFTS)).all():
        values: dict[str, Any] = {"given": _grown(given, role), "withheld": _grown(withheld, role)}
        if "rights" in taken:
            values["taken"] = {**taken, "rights": _grown(taken["rights"], role)}
        connection.execute(_DRAFTS.update().where(_DRAFTS.c.id == id).values(**values))


def downgrade() -> None:
    """Leave the rights: an older program knows none of them by this name."""


def _grown(rights: list[str], role: str) -> list[str]:
    if "close_shift" not in rights:
        return rights
    return sorted({*rights, *(_MANAGERS if role == "manager" else _WHO_CLOSES)})
