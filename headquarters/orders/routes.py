"""Where a cashier who waits looks for orders."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from headquarters.auth import CallingDevice
from headquarters.context import Context
from headquarters.orders.service import order_value, search_orders
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
) -> Response:
    """Orders this store made or hands out, by number, confirmation number or customer; the newest first."""
    with headquarters.database.reading() as session:
        found = tuple([order_value(session, order) for order in search_orders(session, text, device.store)])
    return answer(request, OrdersReply(**envelope(nonce, headquarters), orders=found))
