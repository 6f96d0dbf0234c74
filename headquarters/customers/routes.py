"""Where a cashier who waits looks for customers."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from headquarters.auth import CallingDevice
from headquarters.context import Context
from headquarters.customers.search import search_customers
from headquarters.replies import Nonce, answer, envelope
from retail.wire.protocol import CUSTOMERS, CustomersReply

router = APIRouter(tags=["registers"])


@router.get(CUSTOMERS, response_model=CustomersReply)
def find_customers(
    request: Request,
    headquarters: Context,
    device: CallingDevice,
    nonce: Nonce,
    text: Annotated[str, Query(max_length=254)] = "",
) -> Response:
    """Customers of every store, by name, address, account, e-mail, phone or loyalty card; from four letters on."""
    with headquarters.database.reading() as session:
        found = tuple(search_customers(session, text))
    return answer(request, CustomersReply(**envelope(nonce, headquarters), customers=found))
