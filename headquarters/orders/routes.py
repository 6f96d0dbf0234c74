"""Where a cashier who waits looks for orders."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from headquarters.auth import CallingDevice
from headquarters.context import Context
from headquarters.orders.service import concerned_order, order_value, search_orders
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
) -> Response:
    """Orders this store made or hands out, by number, confirmation number or customer; the newest first.

    With `order`, the one with this id.
    """
    with headquarters.database.reading() as session:
        chosen = (
            search_orders(session, text, device.store)
            if not order
            else concerned_order(session, order, device.store)
        )
        found = tuple([order_value(each) for each in chosen])
    return answer(request, OrdersReply(**envelope(nonce, headquarters), orders=found))
