"""Making customers once, giving them their account ids, and handing them out to the registers."""

import json
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from headquarters.customers.consents import with_consents
from headquarters.customers.models import Customer, Erasure
from headquarters.feeds.service import publish
from headquarters.installation import ACCOUNTS, next_number
from headquarters.settings.service import settings_of_store
from retail.customer_defaults import dimensions_of
from retail.customers import Customer as CustomerState
from retail.wire.base import Json
from retail.wire.customers import customer_of
from retail.wire.feeds import AddressRow, CustomerRow
from retail.wire.uploads import CustomerDocument

_CHUNK = 500
_DETAILS = ("title", "group", "currency", "receipt_option", "receipt_email", "extras")


def find_customer(session: Session, uuid: str) -> Customer | None:
    """The customer with this id for ever."""
    return session.scalars(select(Customer).where(Customer.uuid == uuid)).first()


def standing_customer(session: Session, uuid: str) -> Customer | None:
    """Who this customer is now: the one they were merged into, if they were."""
    customer = find_customer(session, uuid)
    if customer is None or customer.merged_into is None:
        return customer
    return find_customer(session, customer.merged_into)


def keep_customers(session: Session, rows: Sequence[CustomerRow], origin: str, at: str) -> None:
    """Make these customers, or give those that are there the values said; job 1010 tells of what changed."""
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        there = session.scalars(select(Customer).where(Customer.uuid.in_([row.id for row in chunk])))
        known = {customer.uuid: customer for customer in there}
        gone = set(session.scalars(select(Erasure.customer).where(Erasure.customer.in_(list(known)))))
        for row in chunk:
            customer = known.get(row.id)
            if row.id in gone:
                continue  # who was erased stays so, whatever an older list says
            if customer is None:
                known[row.id] = _make(session, row, origin, at)
            elif customer_value(customer) != _value(row, customer):
                _set(customer, row)
                customer.distributed = False
    session.flush()


def post_customer(
    session: Session, document: CustomerDocument, at: str, *, at_once: bool = False
) -> Customer:
    """Make the customer a register has sent, with the next account id; sent again, it is the same customer.

    Financial dimensions are the group's. The affiliations of the store's default customer are taken over where the
    cashier waits for the customer (`at_once`), and never later by a job (decision 19).
    """
    known = find_customer(session, document.id)
    if known is not None:
        return known
    addresses = tuple([AddressRow.model_validate(part.model_dump()) for part in document.addresses])
    row = CustomerRow(
        id=document.id, account="", type=document.type, name=document.name, email=document.email,
        phone=document.phone, language=document.language, business=document.business, addresses=addresses,
    )  # fmt: skip
    made = _make(session, row, document.register_name, at)
    made.affiliations = list(document.affiliations)
    if at_once and not made.affiliations:
        default = settings_of_store(session, document.store).default_customer
        made.affiliations = list(default.affiliations)
    made.details = with_consents(
        details_of(session, customer_of(document), document.store), {}, document.extras, document.register_name,
        document.made_by, document.made_at,
    )  # fmt: skip
    session.flush()
    return made


def details_of(session: Session, customer: CustomerState, store: str) -> Json:
    """The fields of the feed's row that nothing at headquarters asks for, without those that are empty."""
    details: Json = {name: getattr(customer, name) for name in _DETAILS}
    if customer.group:
        details["dimensions"] = dimensions_of(customer.group, settings_of_store(session, store))
    return {name: value for name, value in details.items() if value}


def distribute_customers(session: Session) -> int:
    """Publish every customer that registers have not been told of; gives back how many."""
    count = 0
    while told := distribute_next(session)[0]:
        count += told
    return count


def distribute_next(session: Session) -> tuple[int, int]:
    """Job 1010: publish the next customers that registers have not been told of; how many, and of how many bytes."""
    waiting = _undistributed(session)
    publish_customers(session, waiting)
    return len(waiting), sum(len(json.dumps(customer_value(each))) for each in waiting)


def publish_customers(session: Session, customers: Sequence[Customer]) -> None:
    """Tell registers how these customers stand."""
    publish(session, "customers", {customer.uuid: customer_value(customer) for customer in customers})
    for customer in customers:
        customer.distributed = True
    session.flush()


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
        tax_exempt=customer.tax_exempt,
    )  # fmt: skip
    return row.model_dump(mode="json") | {"addresses": customer.addresses, **_from_registers(customer)}


def _value(row: CustomerRow, customer: Customer) -> Json:
    return row.model_dump(mode="json") | {"account": customer.account, **_from_registers(customer)}


def _from_registers(customer: Customer) -> Json:
    """What only registers add to a customer."""
    return {
        "affiliations": customer.affiliations, "loyalty_cards": customer.loyalty_cards,
        "version": customer.version, "changes": customer.changes, **customer.details,
        "merged_into": customer.merged_into or "",
    }  # fmt: skip


def _make(session: Session, row: CustomerRow, origin: str, at: str) -> Customer:
    account = str(next_number(session, ACCOUNTS))
    made = Customer(
        uuid=row.id, account=account, origin=origin, made_at=at, distributed=False,
        affiliations=[], loyalty_cards=[], version=0, changes=[], details={},
    )  # fmt: skip
    _set(made, row)
    session.add(made)
    return made


def _set(customer: Customer, row: CustomerRow) -> None:
    customer.type, customer.name, customer.business = row.type, row.name, row.business
    customer.tax_exempt = row.tax_exempt
    customer.email, customer.phone, customer.language = row.email, row.phone, row.language
    customer.addresses = [address.model_dump(mode="json") for address in row.addresses]


def _undistributed(session: Session) -> Sequence[Customer]:
    return session.scalars(
        select(Customer).where(Customer.distributed.is_(False)).order_by(Customer.id).limit(_CHUNK)
    ).all()
