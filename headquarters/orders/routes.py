"""Where a cashier who waits looks for orders."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from headquarters.auth import CallingDevice
from headquarters.context import Context
from headquarters.orders.service import Narrowed, order_value, search_orders
from headquarters.orders.sought import named_so, with_id
from headquarters.replies import Nonce, answer, envelope
from retail.wire.protocol import ORDERS, OrdersReply

router = APIRouter(tags=["registers"])
DAY = r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"


def narrowed_to(
    status: Annotated[str, Query(max_length=100)] = "",
    store: Annotated[str, Query(max_length=100)] = "",
    origin: Annotated[str, Query(max_length=20)] = "",
    since: Annotated[str, Query(pattern=DAY)] = "",
    until: Annotated[str, Query(pattern=DAY)] = "",
) -> Narrowed:
    """What a search is narrowed to."""
    return Narrowed(tuple(status.split()), store, origin, since, until)


@router.get(ORDERS, response_model=OrdersReply)
def find_orders(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    nonce: Nonce,
    narrowed: Annotated[Narrowed, Depends(narrowed_to)],
    text: Annotated[str, Query(max_length=254)] = "",
    order: Annotated[str, Query(max_length=36)] = "",
    number: Annotated[str, Query(max_length=254)] = "",
) -> Response:
    """Orders by number or customer, the newest first; with neither, those this store made or hands out.

    They may be narrowed to statuses (with spaces between them), the store that made them, where they were keyed and
    the days they were made on.

    With `order`, the one with this id, or the plain sale with it. With `number`, what exactly this number was printed
    or given for: plain sales by their receipt, and orders by any of their numbers.
    """
    with headquarters.database.reading() as session:
        if number:
            found = named_so(session, number)
        elif order:
            found = with_id(session, order)
        else:
            chosen = search_orders(session, text, device.store, narrowed)
            found = tuple([order_value(each) for each in chosen])
    return answer(request, OrdersReply(**envelope(nonce, headquarters), orders=found))
