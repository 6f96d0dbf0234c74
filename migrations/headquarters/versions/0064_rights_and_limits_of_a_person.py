"""Rights that became their own go to everybody, who could do it before; limits by amount, and of a person's own."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0061"

_THEIR_OWN = ("create_order", "pick_up_goods", "reprint_receipt", "ship_goods", "suspend_sale")
_PEOPLE = sa.table("people", sa.column("id"), sa.column("rights", sa.JSON()))
_ROLES = sa.table("staff_roles", sa.column("id"), sa.column("rights", sa.JSON()))
_DRAFTS = sa.table("staff_drafts", sa.column("id"), sa.column("taken", sa.JSON()))
_AMOUNTS = ("line_discount_minor", "total_discount_minor")
_OWN = (*_AMOUNTS, "return_line_minor", "return_total_minor", "blind_return_minor")
_RATES = ("price_override_percent", "line_discount_percent", "total_discount_percent")


def upgrade() -> None:
    for table in ("people", "rights_said"):
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("limits", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("role_limits") as limits:
        for name in _AMOUNTS:
            limits.add_column(sa.Column(name, sa.BigInteger()))
        limits.add_column(
            sa.Column("price_override_direction", sa.Text(), nullable=False, server_default="both")
        )
    for name in _AMOUNTS:
        op.create_index(f"ix_role_limits_{name}_id", "role_limits", [name, "id"])
    with op.batch_alter_table("staff_drafts") as drafts:
        for name in _OWN:
            drafts.add_column(sa.Column(name, sa.BigInteger()))
        for name in _RATES:
            drafts.add_column(sa.Column(name, sa.Text()))
        drafts.add_column(sa.Column("price_override_direction", sa.Text()))
    connection = op.get_bind()
    for people in (_PEOPLE, _ROLES):
        for id, rights in connection.execute(sa.select(people.c.id, people.c.rights)).all():
            connection.execute(people.update().where(people.c.id == id).values(rights=_grown(rights)))
    limits_of_nobody: dict[str, Any] = dict.fromkeys((*_OWN, *_RATES, "price_override_direction"))
    for id, taken in connection.execute(sa.select(_DRAFTS.c.id, _DRAFTS.c.taken)).all():
        if "rights" in taken:
            grown = {**limits_of_nobody, **taken, "rights": _grown(taken["rights"])}
            connection.execute(_DRAFTS.update().where(_DRAFTS.c.id == id).values(taken=grown))


def downgrade() -> None:
    """Leave the rights: an older program knows none of them by this name."""
    with op.batch_alter_table("staff_drafts") as drafts:
        for name in (*_OWN, *_RATES, "price_override_direction"):
            drafts.drop_column(name)
    for name in _AMOUNTS:
        op.drop_index(f"ix_role_limits_{name}_id", table_name="role_limits")
    with op.batch_alter_table("role_limits") as limits:
        for name in (*_AMOUNTS, "price_override_direction"):
            limits.drop_column(name)
    for table in ("people", "rights_said"):
        with op.batch_alter_table(table) as changed:
            changed.drop_column("limits")


def _grown(rights: list[str]) -> list[str]:
    return sorted({*rights, *_THEIR_OWN})
