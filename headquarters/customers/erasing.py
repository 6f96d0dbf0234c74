"""Erasing customers: who they were goes out of every table; what they bought, its sums and its proofs stay.

Where the name stood, the account id stands. The list of erased ids says nothing of anybody, never shrinks, and goes
to every register by the feed `erasures`, so that a copy that is put back loses the same names again.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy import Text, cast, func, or_, select
from sqlalchemy.orm import Session

from headquarters.customers.erased_tables import erase_everywhere, whose_are
from headquarters.customers.models import Customer, Erasure
from headquarters.feeds.service import publish
from headquarters.orders.models import Order
from headquarters.uploads.models import KeptDocument, State
from retail.messages import Message, say
from retail.orders.order import OrderStatus, status_on
from retail.wire.orders import read_order
from retail.wire.uploads import Document

FEED = "erasures"
_OVER = (OrderStatus.INVOICED, OrderStatus.CANCELLED, OrderStatus.QUOTE_EXPIRED)


def is_erased(session: Session, customer: Customer) -> bool:
    """Whether this customer was erased."""
    return erasure_of(session, customer) is not None


def erasure_of(session: Session, customer: Customer) -> Erasure | None:
    """When, by whom and why a customer was erased; None where they were not."""
    return session.scalars(select(Erasure).where(Erasure.customer == customer.uuid)).first()


def erased_among(session: Session, uuids: Collection[str]) -> set[str]:
    """Which of these customers were erased."""
    if not uuids:
        return set()
    return set(session.scalars(select(Erasure.customer).where(Erasure.customer.in_(tuple(uuids)))))


def customer_named(document: Document) -> str:
    """The id of the customer a document is about; "" where it is about none."""
    if document.kind == "transaction":
        return "" if document.customer is None else document.customer.id
    if document.kind == "customer":
        return document.id
    return document.customer if document.kind == "customer_change" else ""


def what_blocks(session: Session, customer: Customer, today: date) -> list[Message]:
    """Why this customer cannot be erased now, each with what to do first; nothing where they can."""
    if is_erased(session, customer):
        return [say("This customer was erased already.")]
    if customer.merged_into is not None:
        return [say("This customer is another one now. Erase the one they were merged into.")]
    customers = _with_merged(session, [customer])
    rows = session.execute(
        select(Order.number, Order.status, Order.deposit_left_minor, cast(Order.state, Text)).where(
            Order.customer_id.in_([each.id for each in customers]),
            or_(Order.status.not_in([each.value for each in _OVER]), Order.deposit_left_minor != 0),
        )
    ).all()
    open_orders = [row.number for row in rows if _is_open(row[3], today)]
    deposits = [row.number for row in rows if row.deposit_left_minor and row.number not in open_orders]
    found = []
    if open_orders:
        found.append(
            say("Orders are open: {numbers}. Finish or cancel them first.", numbers=", ".join(open_orders))
        )
    if deposits:
        found.append(say("A deposit is left: {numbers}. Give it back first.", numbers=", ".join(deposits)))
    waiting = _not_booked(session, [each.uuid for each in customers])
    if waiting:
        found.append(
            say(
                "Documents are not booked yet: {count}. Run the jobs, or put right what is parked.",
                count=waiting,
            )
        )
    return found


def erase(session: Session, customers: Sequence[Customer], who: str, reason: str, at: str) -> list[str]:
    """Take these customers, whom nothing blocks, out of the books, with everybody merged into them: their ids."""
    whose = whose_are(session, _with_merged(session, customers))
    known = erased_among(session, whose.uuids)
    for each in whose.customers:
        if each.uuid not in known:
            session.add(
                Erasure(customer=each.uuid, account=each.account, erased_at=at, erased_by=who, reason=reason)
            )
    session.flush()
    erase_everywhere(session, whose)
    publish(session, "customers", dict.fromkeys(whose.uuids))
    publish(session, FEED, {each: {"customer": each} for each in whose.uuids})
    return whose.uuids


def erase_late(session: Session, customers: Collection[str]) -> None:
    """What came of customers after they were erased loses their names too: a register had been offline."""
    erased = erased_among(session, customers)
    if erased:
        rows = session.scalars(select(Customer).where(Customer.uuid.in_(erased))).all()
        erase_everywhere(session, whose_are(session, _with_merged(session, rows)))


def _with_merged(session: Session, customers: Iterable[Customer]) -> list[Customer]:
    found = {each.uuid: each for each in customers}
    merged = session.scalars(select(Customer).where(Customer.merged_into.in_(list(found))))
    return list((found | {each.uuid: each for each in merged}).values())


def _is_open(state: str, today: date) -> bool:
    order = read_order(state)
    return status_on(order.status, order.terms.expires, today) not in _OVER


def _not_booked(session: Session, uuids: Iterable[str]) -> int:
    named = or_(KeptDocument.uuid.in_(list(uuids)), *[KeptDocument.text.contains(each) for each in uuids])
    query = select(func.count()).select_from(KeptDocument).where(KeptDocument.state != State.POSTED, named)
    return session.scalar(query) or 0
