"""What of a cart is fixed because it acts on an order that exists."""

from retail.cart_values import ActKind, Cart, CartLine
from retail.errors import RuleBroken
from retail.orders.acts import WHOLE
from retail.quantity import pieces


def check_takes_goods(cart: Cart) -> None:
    """Let goods be added: to a sale, a new or edited order, and in exchange to a return (decision 31).

    Raises:
        RuleBroken: goods are being handed out, or an order is being paid or cancelled.
    """
    if cart.act is None or cart.act.kind in WHOLE or cart.act.kind is ActKind.RETURN:
        return
    if cart.act.kind is ActKind.PICKUP:
        raise RuleBroken("Goods of an order are being handed out. Conclude that first, then sell the rest.")
    if cart.act.kind is ActKind.PAY:
        raise RuleBroken("An order is being paid. Conclude that first, then sell.")
    raise RuleBroken("An order is being cancelled. Conclude that first, then sell.")


def check_line_changes(cart: Cart, line: CartLine) -> None:
    """Let a line be changed.

    Raises:
        RuleBroken: it is a part of an order that is handed out or comes back.
    """
    check_takes_goods(cart)
    if line.share is not None and cart.act is not None and cart.act.kind is ActKind.RETURN:
        raise RuleBroken("{name} comes back from an order and stays as it is. Discard it and begin again.",
                         name=line.name)  # fmt: skip


def check_quantity_stays(cart: Cart, line: CartLine, quantity_thousandths: int) -> None:
    """Let a line have this quantity: never less than was handed out or is packed; what comes back is only voided.

    Raises:
        RuleBroken: more has gone or is packed already, or it comes back.
    """
    if line.quantity_thousandths < 0 and quantity_thousandths:
        raise RuleBroken(
            "{name} comes back and stays as it is. Void the line and begin again.", name=line.name
        )
    if quantity_thousandths < line.gone_thousandths:
        raise RuleBroken("{gone} of {name} was handed out and stays on the order. Use Return for what comes back.",
                         gone=pieces(line.gone_thousandths), name=line.name)  # fmt: skip
    packed = _packed_of(cart, line)
    if packed and quantity_thousandths < line.gone_thousandths + packed:
        raise RuleBroken(
            "{packed} of {name} is packed and stays on the order. Undo the packing on the work list first.",
            packed=pieces(packed), name=line.name,
        )  # fmt: skip


def is_held(cart: Cart, line: CartLine) -> bool:
    """Its delivery stays: something of it was handed out or is packed."""
    return bool(line.gone_thousandths or _packed_of(cart, line))


def check_delivery_changes(cart: Cart, line: CartLine) -> None:
    """Let the delivery of a line be changed.

    Raises:
        RuleBroken: something of it was handed out or is packed, or it is given in exchange for a return.
    """
    check_line_changes(cart, line)
    if cart.act is not None and cart.act.kind is ActKind.RETURN:
        raise RuleBroken("Goods given in exchange are carried out. Make an order of its own for the others.")
    if line.gone_thousandths:
        raise RuleBroken("{gone} of {name} was handed out; its delivery stays as it was. Choose other lines.",
                         gone=pieces(line.gone_thousandths), name=line.name)  # fmt: skip
    packed = _packed_of(cart, line)
    if packed:
        raise RuleBroken("{packed} of {name} is packed; its delivery stays. Undo the packing on the work list first.",
                         packed=pieces(packed), name=line.name)  # fmt: skip


def check_price_changes(cart: Cart, line: CartLine) -> None:
    """Let price and charges of a line be changed.

    Raises:
        RuleBroken: something of it was handed out, or it is a part of an order that is handed out or comes back.
    """
    check_line_changes(cart, line)
    if line.quantity_thousandths < 0:
        raise RuleBroken(
            "{name} comes back and stays as it is. Void the line and begin again.", name=line.name
        )
    if line.gone_thousandths:
        raise RuleBroken("{gone} of {name} was handed out; its price stays as it was. Choose another line.",
                         gone=pieces(line.gone_thousandths), name=line.name)  # fmt: skip


def check_customer_changes(cart: Cart) -> None:
    """Let the goods be for somebody else: not where the cart acts on an order that exists.

    Raises:
        RuleBroken: it does.
    """
    if cart.act is not None and not cart.act.is_blind:
        raise RuleBroken("An order keeps its customer. Discard this and make a new order for somebody else.")


def check_whole(cart: Cart) -> None:
    """Let the terms of an order be changed: only where the cart is the whole order.

    Raises:
        RuleBroken: it is a payment, a pickup, a cancellation or a return.
    """
    if cart.act is not None and cart.act.kind not in WHOLE:
        raise RuleBroken("The order itself is not being changed here. Edit it to change that.")


def _packed_of(cart: Cart, line: CartLine) -> int:
    """How much of a line of an order is packed and has not gone, as the order was when it was opened."""
    order = None if cart.act is None else cart.act.order
    known = None if order is None or line.order_line is None else order.line(line.order_line)
    return 0 if known is None else max(0, known.packed_thousandths - known.invoiced_thousandths)
