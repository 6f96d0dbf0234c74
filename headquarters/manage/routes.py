"""What an administrator's tools ask for: the retailer's document, enrolment codes, and what is in the books."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field
from sqlalchemy import func, select

from headquarters.auth import CallingAdministrator
from headquarters.bodies import body_of
from headquarters.cases.service import count_open
from headquarters.catalog.service import remove_product
from headquarters.context import Context, Headquarters
from headquarters.customers.models import Customer
from headquarters.describing import refuses, takes
from headquarters.devices.service import make_code, revoke
from headquarters.errors import Refusal
from headquarters.layouts.service import layout_remarks
from headquarters.manage.retailer import Retailer, keep_retailer, layouts_of
from headquarters.office.audit import note
from headquarters.orders.assigning import assign
from headquarters.orders.channels import ORDERS_MAX, ChannelOrderPart, counted, take_orders
from headquarters.orders.models import Order, Transaction
from headquarters.orders.sales import sale_as_it_stands
from headquarters.orders.service import find_order, state_of
from headquarters.uploads.models import State
from headquarters.uploads.service import count, count_arrived
from retail.wire.base import Part
from retail.wire.orders import order_figures, order_values

router = APIRouter(prefix="/v1/manage", tags=["administrator"])

ROWS_MAX = 1000
WHO = "administrator's token"
"""Who the audit log says did what a program did with it."""


class CodeWish(Part):
    """The register that a code is for."""

    name: Annotated[str, Field(alias="register")]


class AssignWish(Part):
    """The store that is to handle a rejected line."""

    store: str


class ChannelOrders(Part):
    """Orders of other channels; with `trial` nothing is made, and what would be refused is said."""

    orders: Annotated[tuple[ChannelOrderPart, ...], Field(max_length=ORDERS_MAX)]
    trial: bool = False


class TakenOrder(BaseModel):
    """What became of an order: made, known (from before), sound (in a trial), or refused by the rule about a field."""

    row: int
    channel: str
    id: str
    outcome: str
    order: str
    number: str
    field: str
    value: str
    rule: str


class TakenOrders(BaseModel):
    """What became of each, in their order."""

    orders: list[TakenOrder]


class Code(BaseModel):
    """A one-time enrolment code."""

    code: str


class Counts(BaseModel):
    """What is in the books. `cases` are open ones; `parked` are documents that need a person.

    `arrived` are transactions that are here and wait for the job that posts them; left out where none does.
    """

    customers: int
    orders: int
    transactions: int
    cases: int
    parked: int
    arrived: int = Field(default=0, exclude_if=lambda value: not value)


class Published(Counts):
    """What is in the books after a document of the retailer; `remarks` on its layouts, where there are any."""

    remarks: list[str]


class TransactionRow(BaseModel):
    """A booked transaction, for comparison with other records."""

    id: int
    uuid: str
    register_name: Annotated[str, Field(serialization_alias="register")]
    number: int
    receipt_number: str
    made_at: str
    total_minor: int
    currency: str
    customer: str
    order: str | None


class TransactionPage(BaseModel):
    """Booked transactions; with `more`, ask again after `after`."""

    transactions: list[TransactionRow]
    after: str
    more: bool


class Revoked(BaseModel):
    """How many devices lost their token."""

    devices: int


@router.put("/retailer", openapi_extra=takes(Retailer), responses=refuses(409))
def put_retailer(
    headquarters: Context,
    administrator: CallingAdministrator,
    retailer: Annotated[Retailer, Depends(body_of(Retailer))],
) -> Published:
    """Make or change what the document names and publish it."""
    with headquarters.database.writing() as session:
        keep_retailer(session, retailer, headquarters.now())
        named = {name: len(part) for name, part in retailer if isinstance(part, tuple) and part}
        note(
            session,
            WHO,
            headquarters.now(),
            "publish",
            "retailer's document",
            retailer.tenant or "",
            None,
            named,
        )
    remarks = list(layout_remarks(layouts_of(retailer)))
    return Published(**counts_of(headquarters).model_dump(), remarks=remarks)


@router.delete("/products/{number:path}", responses=refuses(404))
def delete_product(headquarters: Context, administrator: CallingAdministrator, number: str) -> Counts:
    """Take a product out of the catalogue."""
    with headquarters.database.writing() as session:
        remove_product(session, number)
        note(session, WHO, headquarters.now(), "remove", "product", number)
    return counts_of(headquarters)


@router.post("/enrolment-codes", openapi_extra=takes(CodeWish), responses=refuses(404))
def post_code(
    headquarters: Context,
    administrator: CallingAdministrator,
    wish: Annotated[CodeWish, Depends(body_of(CodeWish))],
) -> Code:
    """A new code for a register: single use, 15 minutes."""
    with headquarters.database.writing() as session:
        code = make_code(session, wish.name, headquarters.clock.now())
        note(session, WHO, headquarters.now(), "new enrolment code", "register", wish.name)
        return Code(code=code)


@router.post("/registers/{register}/revoke")
def post_revocation(headquarters: Context, administrator: CallingAdministrator, register: str) -> Revoked:
    """Take away a register's token; its next call is refused."""
    with headquarters.database.writing() as session:
        note(session, WHO, headquarters.now(), "revoke", "register", register)
        return Revoked(devices=revoke(session, register, headquarters.clock.now()))


@router.get("/counts")
def get_counts(headquarters: Context, administrator: CallingAdministrator) -> Counts:
    """How much of what is in the books."""
    return counts_of(headquarters)


@router.post("/orders", openapi_extra=takes(ChannelOrders))
def post_orders(
    headquarters: Context,
    administrator: CallingAdministrator,
    told: Annotated[ChannelOrders, Depends(body_of(ChannelOrders))],
) -> TakenOrders:
    """Take orders of other channels, each once by its channel's own number; the bad ones are said, the rest is made."""
    done = take_orders(headquarters, list(enumerate(told.orders, 1)), WHO, trial=told.trial)
    if not told.trial:
        with headquarters.database.writing() as session:
            note(session, WHO, headquarters.now(), "take over", "orders of channels", "", None, counted(done))
    return TakenOrders(orders=[TakenOrder(**{**asdict(each), "rule": str(each.rule)}) for each in done])


@router.get("/orders/{uuid}", responses=refuses(404))
def get_order(headquarters: Context, administrator: CallingAdministrator, uuid: str) -> dict[str, Any]:
    """How an order stands, or a plain sale with what came back of it, and what follows from it."""
    with headquarters.database.reading() as session:
        order = find_order(session, uuid)
        state = sale_as_it_stands(session, uuid) if order is None else state_of(order)
        if state is None:
            raise Refusal(404, "There is no such order.")
        return order_values(state) | order_figures(state, headquarters.clock.now().date())


@router.post(
    "/orders/{uuid}/lines/{line}/assign", openapi_extra=takes(AssignWish), responses=refuses(404, 409)
)
def post_assignment(
    headquarters: Context,
    administrator: CallingAdministrator,
    uuid: str,
    line: int,
    wish: Annotated[AssignWish, Depends(body_of(AssignWish))],
) -> Counts:
    """Give a line that a store rejected to another store."""
    with headquarters.database.writing() as session:
        assign(session, headquarters, uuid, line, wish.store, "administrator")
        note(
            session,
            WHO,
            headquarters.now(),
            "assign",
            "order line",
            f"{uuid} {line}",
            {},
            {"store": wish.store},
        )
    return counts_of(headquarters)


@router.get("/transactions")
def get_transactions(
    headquarters: Context,
    administrator: CallingAdministrator,
    after: Annotated[str, Query(pattern=r"^\d{0,18}$")] = "",
    limit: Annotated[int, Query(ge=1, le=ROWS_MAX)] = ROWS_MAX,
) -> TransactionPage:
    """Booked transactions in the order they were booked, from the start ("") or after a page before."""
    later = Transaction.id > int(after or 0)
    with headquarters.database.reading() as session:
        found = session.scalars(
            select(Transaction).where(later).order_by(Transaction.id).limit(limit + 1)
        ).all()
        rows = [
            TransactionRow(
                id=row.id, uuid=row.uuid, register_name=row.register, number=row.number,
                receipt_number=row.receipt_number, made_at=row.made_at, total_minor=row.total_minor,
                currency=row.currency, customer=row.customer_name, order=row.order_uuid)
            for row in found[:limit]
        ]  # fmt: skip
    return TransactionPage(
        transactions=rows, after=str(rows[-1].id) if rows else after, more=len(found) > limit
    )  # fmt: skip


def counts_of(headquarters: Headquarters) -> Counts:
    """What is in the books now."""
    with headquarters.database.reading() as session:
        customers, orders, transactions = [
            session.scalar(select(func.count()).select_from(each)) or 0
            for each in (Customer, Order, Transaction)
        ]
        return Counts(
            customers=customers, orders=orders, transactions=transactions,
            cases=count_open(session), parked=count(session, State.PARKED),
            arrived=count_arrived(session),
        )  # fmt: skip
