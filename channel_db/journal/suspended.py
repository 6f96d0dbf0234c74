"""Carts that were set aside: kept whole, and taken up again exactly as they were."""

import json

from sqlalchemy import bindparam, delete, select

from channel_db.errors import StorageBug
from channel_db.journal.cart_text import header_text, line_text, read_cart
from channel_db.journal.models import SuspendedCartRow
from channel_db.journal.part import Part
from channel_db.statements import Statement, insertion
from retail.cart import Cart
from retail.suspended import SuspendedCart

_ADD = insertion(
    SuspendedCartRow.__table__,
    *[each.name for each in SuspendedCartRow.__table__.columns if each.name != "id"],
)
_ALL = Statement(
    select(
        SuspendedCartRow.uuid, SuspendedCartRow.name, SuspendedCartRow.customer, SuspendedCartRow.line_count,
        SuspendedCartRow.total_minor, SuspendedCartRow.currency, SuspendedCartRow.suspended_at,
        SuspendedCartRow.user,
    ).order_by(SuspendedCartRow.id.desc())
)  # fmt: skip
_ONE = Statement(
    select(SuspendedCartRow.header, SuspendedCartRow.lines).where(SuspendedCartRow.uuid == bindparam("which"))
)
_DROP = Statement(delete(SuspendedCartRow).where(SuspendedCartRow.uuid == bindparam("which")))


class SuspendedReading(Part):
    """Finds carts that were set aside."""

    def suspended_carts(self) -> list[SuspendedCart]:
        """All of them, newest first."""
        return [SuspendedCart(*row) for row in _ALL.run(self._connection).all()]

    def suspended_cart(self, id: str) -> Cart | None:
        """One of them, exactly as it was; None where it is not there any more."""
        row = _ONE.run(self._connection, which=id).first()
        return None if row is None else read_cart(id, row.header, json.loads(row.lines))


class SuspendedWriting(Part):
    """Sets carts aside and takes them up."""

    def suspend_cart(self, cart: Cart, name: str, total_minor: int, at: str, user: str) -> None:
        """Set a cart aside."""
        _ADD.write(
            self._connection,
            uuid=cart.id, name=name, customer="" if cart.customer is None else cart.customer.name,
            line_count=len(cart.active_lines), total_minor=total_minor, currency=cart.currency,
            suspended_at=at, user=user, header=header_text(cart),
            lines=json.dumps([line_text(line) for line in cart.lines]),
        )  # fmt: skip

    def take_up_cart(self, id: str) -> None:
        """A cart is not set aside any more.

        Raises:
            StorageBug: it was not.
        """
        if _DROP.write(self._connection, which=id).rowcount != 1:
            raise StorageBug(f"cart {id} was not set aside")
