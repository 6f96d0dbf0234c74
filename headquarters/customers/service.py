"""Making customers once, giving them their account ids, and handing them out to the registers."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.customers.models import Customer
from headquarters.feeds.service import publish
from headquarters.installation import ACCOUNTS, next_number
from retail.wire.base import Json
from retail.wire.feeds import AddressRow, CustomerRow
from retail.wire.uploads import CustomerDocument

_CHUNK = 500


def find_customer(session: Session, uuid: str) -> Customer | None:
    """The customer with this id for ever."""
    return session.scalars(select(Customer).where(Customer.uuid == uuid)).first()


def make_customer(session: Session, row: CustomerRow, origin: str, at: str) -> Customer:
    """The customer of this id: made now with the next account id, or the one that is there already."""
    known = find_customer(session, row.id)
    if known is not None:
        return known
    made = Customer(
        uuid=row.id, account=str(next_number(session, ACCOUNTS)), type=row.type, name=row.name, email=row.email,
        phone=row.phone, language=row.language, business=row.business,
        addresses=[address.model_dump(mode="json") for address in row.addresses],
        origin=origin, made_at=at, distributed=False,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def keep_customer(session: Session, row: CustomerRow, origin: str, at: str) -> Customer:
    """Make this customer, or give the one that is there the values of `row`; job 1010 tells of the change."""
    customer = make_customer(session, row, origin, at)
    before = customer_value(customer)
    customer.type, customer.name, customer.business = row.type, row.name, row.business
    customer.email, customer.phone, customer.language = row.email, row.phone, row.language
    customer.addresses = [address.model_dump(mode="json") for address in row.addresses]
    if customer_value(customer) != before:
        customer.distributed = False
    return customer


def post_customer(session: Session, document: CustomerDocument, at: str) -> Customer:
    """Make the customer a register has sent; sent again, it is the same customer."""
    addresses = tuple([AddressRow.model_validate(part.model_dump()) for part in document.addresses])
    row = CustomerRow(
        id=document.id, account="", type=document.type, name=document.name, email=document.email,
        phone=document.phone, language=document.language, business=document.business, addresses=addresses,
    )  # fmt: skip
    return make_customer(session, row, document.register_name, at)


def distribute_customers(session: Session) -> int:
    """Job 1010: publish every customer that registers have not been told of. Gives back how many."""
    count = 0
    while waiting := _undistributed(session):
        publish(session, "customers", {customer.uuid: customer_value(customer) for customer in waiting})
        for customer in waiting:
            customer.distributed = True
        session.flush()
        count += len(waiting)
    return count


def count_undistributed(session: Session) -> int:
    """How many customers wait for job 1010."""
    return (
        session.scalar(select(func.count()).select_from(Customer).where(Customer.distributed.is_(False))) or 0
    )


def customer_value(customer: Customer) -> Json:
    """The customer as registers see them."""
    row = CustomerRow(
        id=customer.uuid, account=customer.account, type=customer.type, name=customer.name, email=customer.email,
        phone=customer.phone, language=customer.language, business=customer.business,
    )  # fmt: skip
    return row.model_dump(mode="json") | {"addresses": customer.addresses}


def _undistributed(session: Session) -> Sequence[Customer]:
    return session.scalars(
        select(Customer).where(Customer.distributed.is_(False)).order_by(Customer.id).limit(_CHUNK)
    ).all()
