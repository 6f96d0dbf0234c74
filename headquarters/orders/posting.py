"""From a transaction document to the books: transaction, sales order, payments, invoice of what was carried out."""

from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.customers.service import find_customer
from headquarters.installation import INVOICES, SALES_ORDERS, next_number
from headquarters.orders.models import Invoice, Order, OrderLine, Payment, Transaction
from headquarters.orders.service import publish_order
from headquarters.settings.service import settings_of_store
from retail.orders.delivery import DeliveryKind
from retail.orders.order import OrderState, order_after
from retail.wire.uploads import TransactionDocument


def post_transaction(session: Session, document: TransactionDocument, at: str) -> Transaction:
    """Book a transaction and the order it made; booked already, it is left as it is."""
    known = session.scalars(select(Transaction).where(Transaction.uuid == document.id)).first()
    if known is not None:
        return known
    booked = Transaction(
        uuid=document.id, register=document.register_name, store=document.store, epoch=document.epoch,
        number=document.number, receipt_number=document.receipt_number, type=document.type,
        business_date=document.business_date, made_at=document.made_at, user=document.user,
        currency=document.currency, customer_uuid=document.customer.id if document.customer else None,
        customer_name=document.customer.name if document.customer else "", total_minor=document.total_minor,
        paid_minor=document.paid_minor, order_uuid=document.order.id if document.order else None,
    )  # fmt: skip
    session.add(booked)
    session.flush()
    if document.order is not None:
        settings = settings_of_store(session, document.store)
        _post_order(
            session, document, order_after(document, manual_accept=settings.manual_accept), booked, at
        )
    return booked


def _post_order(
    session: Session, document: TransactionDocument, state: OrderState, booked: Transaction, at: str
) -> None:
    customer = find_customer(session, state.customer)
    if customer is None:
        raise ValueError(f"order {state.confirmation_number}: its customer is not in the books")
    number = f"SO-{next_number(session, SALES_ORDERS):06d}"
    order = Order(
        uuid=state.id, number=number,
        confirmation_number=state.confirmation_number, revision=state.revision, kind=document.type,
        status=state.status.value, store=document.store, origin="store", made_at=document.made_at,
        currency=state.currency, customer_id=customer.id, total_minor=state.total_minor,
        card_authorisation_minor=state.card_authorisation_minor, collector=state.collector, expires=state.expires,
        sought=f"{number} {state.confirmation_number} {customer.account} {customer.name}".casefold(),
        lines=[OrderLine(**asdict(line)) for line in state.lines],
        payments=[
            Payment(transaction_id=booked.id, number=tender.number, type=tender.type,
                    settled_minor=tender.settled_minor, made_at=document.made_at)
            for tender in document.tenders
        ],
    )  # fmt: skip
    if any(line.delivery is DeliveryKind.CARRY_OUT and line.invoiced_thousandths for line in state.lines):
        order.invoices.append(
            Invoice(
                transaction_id=booked.id, number=f"INV-{next_number(session, INVOICES):06d}",
                total_minor=document.carry_out_minor, applied_minor=document.carry_out_minor, made_at=at)
        )  # fmt: skip
    session.add(order)
    session.flush()
    publish_order(session, order)
