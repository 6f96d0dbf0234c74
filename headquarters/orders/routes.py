"""Where a cashier who waits looks for orders."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from headquarters.auth import CallingDevice
from headquarters.context import Context
from headquarters.orders.service import order_value, search_orders
from headquarters.orders.sought import named_so, with_id
from headquarters.replies import Nonce, answer, envelope
from retail.wire.protocol import ORDERS, OrdersReply

router = APIRouter(tags=["registers"])


@router.get(ORDERS, response_model=OrdersReply)
def find_orders(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    nonce: Nonce,
    text: Annotated[str, Query(max_length=254)] = "",
    order: Annotated[str, Query(max_length=36)] = "",
    number: Annotated[str, Query(max_length=254)] = "",
) -> Response:
    """Orders this store made or hands out, by number, confirmation number or customer; the newest first.

    With `order`, the one with this id, or the plain sale with it. With `number`, what exactly this number was printed
    or given for: plain sales of every store by their receipt, and orders by any of their numbers.
    """
    with headquarters.database.reading() as session:
        if number:
            found = named_so(session, number, device.store)
        elif order:
            found = with_id(session, order, device.store)
        else:
            found = tuple([order_value(each) for each in search_orders(session, text, device.store)])
    return answer(request, OrdersReply(**envelope(nonce, headquarters), orders=found))
