"""The open cart, kept through a crash: every change writes the rows that changed and no others."""

from sqlalchemy import bindparam, delete, select, update

from channel_db.errors import StorageBug
from channel_db.journal.cart_text import header_text, line_text, read_cart
from channel_db.journal.models import CartLineRow, CartRow
from channel_db.journal.part import Part
from channel_db.statements import Statement, insertion
from retail.cart import Cart, CartLine

_ONLY = 1

_CART = Statement(select(CartRow.uuid, CartRow.header))
_LINES = Statement(select(CartLineRow.text).order_by(CartLineRow.number))
_ADD_CART = insertion(CartRow.__table__, "id", "uuid", "header")
_CHANGE_CART = Statement(
    update(CartRow).where(CartRow.uuid == bindparam("cart")).values(header=bindparam("header"))
)
_ADD_LINE = insertion(CartLineRow.__table__, "number", "cart_id", "text")
_CHANGE_LINE = Statement(
    update(CartLineRow).where(CartLineRow.number == bindparam("line")).values(text=bindparam("text"))
)
_DROP_LINES = Statement(delete(CartLineRow).where(CartLineRow.number > bindparam("last")))
_DROP_CART = Statement(delete(CartRow).where(CartRow.uuid == bindparam("cart")))


class CartReading(Part):
    """Finds the open cart again."""

    def open_cart(self) -> Cart | None:
        """The cart that was being built, exactly as it was; None when there is none."""
        row = _CART.run(self._connection).first()
        if row is None:
            return None
        return read_cart(row.uuid, row.header, list(_LINES.run(self._connection).scalars()))


class CartWriting(CartReading):
    """Keeps the open cart."""

    def keep_cart(self, before: Cart | None, after: Cart | None) -> None:
        """Keep `after` in place of `before`, the cart as it was kept last; None means there is no cart.

        Lines are values that a change replaces: the ones that are still the same object are not written.

        Raises:
            StorageBug: `before` is not the cart that is kept.
        """
        if before is not None and (after is None or after.id != before.id):
            _DROP_LINES.write(self._connection, last=0)
            self._check_one(_DROP_CART.write(self._connection, cart=before.id).rowcount, before)
            before = None
        if after is None:
            return
        if before is None:
            _ADD_CART.write(self._connection, id=_ONLY, uuid=after.id, header=header_text(after))
            self._add_lines(after.lines)
            return
        if _header_of(before) != _header_of(after):
            found = _CHANGE_CART.write(self._connection, cart=after.id, header=header_text(after)).rowcount
            self._check_one(found, after)
        shared = min(len(before.lines), len(after.lines))
        for old, new in zip(before.lines[:shared], after.lines[:shared], strict=True):
            if old is not new:
                found = _CHANGE_LINE.write(self._connection, line=new.number, text=line_text(new)).rowcount
                self._check_one(found, after)
        if len(before.lines) > shared:
            _DROP_LINES.write(self._connection, last=shared)
        self._add_lines(after.lines[shared:])

    def _add_lines(self, lines: tuple[CartLine, ...]) -> None:
        _ADD_LINE.run_all(
            self._connection,
            [{"number": line.number, "cart_id": _ONLY, "text": line_text(line)} for line in lines],
        )

    def _check_one(self, found: int, cart: Cart) -> None:
        if found != 1:
            raise StorageBug(f"cart {cart.id} is not the one that is kept")


def _header_of(cart: Cart) -> tuple[object, ...]:
    return (
        cart.order_id,
        cart.currency,
        cart.customer,
        cart.charges,
        cart.discount,
        cart.terms,
        cart.tenders,
        cart.selected,
        cart.act,
    )
