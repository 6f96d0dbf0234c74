"""Turning a transaction document into the books: transaction, sales order, payments, invoice of what was carried out."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.customers.service import find_customer
from headquarters.installation import INVOICES, SALES_ORDERS, next_number
from headquarters.orders.models import Invoice, Order, OrderLine, Payment, Transaction
from headquarters.orders.service import publish_order
from headquarters.settings.service import settings_of_store
from retail.orders.delivery import DeliveryKind
from retail.settings import StoreSettings
from retail.wire.conversion import address_of
from retail.wire.uploads import LinePart, OrderPart, TransactionDocument


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
        _post_order(session, document, document.order, booked, at)
    return booked


def _post_order(
    session: Session, document: TransactionDocument, part: OrderPart, booked: Transaction, at: str
) -> None:
    customer = find_customer(session, document.customer.id) if document.customer else None
    if customer is None:
        raise ValueError(f"order {part.confirmation_number}: its customer is not in the books")
    settings = settings_of_store(session, document.store)
    lines = [_line(line, settings) for line in document.lines]
    order = Order(
        uuid=part.id, number=f"SO-{next_number(session, SALES_ORDERS):06d}",
        confirmation_number=part.confirmation_number, revision=part.revision, kind=part.kind,
        status=_status(part, lines), store=document.store, origin="store", made_at=document.made_at,
        currency=document.currency, customer_id=customer.id, total_minor=document.total_minor,
        collector=part.collector, expires=part.expires, lines=lines,
        payments=[Payment(transaction_id=booked.id, number=tender.number, type=tender.type,
                          settled_minor=tender.settled_minor, made_at=document.made_at)
                  for tender in document.tenders],
    )  # fmt: skip
    if part.kind == "order" and any(line.delivery is None for line in document.lines):
        order.invoices.append(Invoice(
            transaction_id=booked.id, number=f"INV-{next_number(session, INVOICES):06d}",
            total_minor=document.carry_out_minor, applied_minor=document.carry_out_minor, made_at=at))  # fmt: skip
    session.add(order)
    session.flush()
    publish_order(session, order)


def _line(line: LinePart, settings: StoreSettings) -> OrderLine:
    part = line.delivery
    carried = part is None
    waits = part is not None and part.kind == "ship" and settings.manual_accept
    return OrderLine(
        number=line.number, product=line.product, name=line.name,
        status="invoiced" if carried else "pending" if waits else "accepted",
        ordered_thousandths=line.quantity_thousandths,
        invoiced_thousandths=line.quantity_thousandths if carried else 0, returned_thousandths=0,
        price_minor=line.price_minor, amount_minor=line.amount_minor, tax_minor=line.tax_minor,
        delivery=DeliveryKind.CARRY_OUT if part is None else part.kind,
        mode=settings.carry_out_mode if part is None else part.mode,
        store=None if part is None else part.store or part.ship_from, day=part.date if part else None,
        place=str(address_of(part.address)) if part and part.address else "",
    )  # fmt: skip


def _status(part: OrderPart, lines: list[OrderLine]) -> str:
    if part.kind == "quote":
        return "quote"
    invoiced = [line.status == "invoiced" for line in lines]
    return "invoiced" if all(invoiced) else "partially_invoiced" if any(invoiced) else "open"
