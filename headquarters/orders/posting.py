"""From a document to the books: the transaction, and what it makes of its order; what does not fit opens a case."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.cases.service import open_case
from headquarters.orders.models import Transaction
from headquarters.orders.sales import keep_sale, sale_as_it_stands
from headquarters.orders.service import find_order, keep_order, state_of
from headquarters.settings.service import settings_of_store
from retail.errors import RuleBroken
from retail.orders.actions import line_verdict
from retail.orders.applying import order_after
from retail.orders.facts import Action, line_facts, order_facts
from retail.orders.fulfilment import Check, fulfilled
from retail.orders.order import OrderLine, OrderState
from retail.permissions import Right
from retail.wire.uploads import FulfilmentDocument, TransactionDocument

EVERY_RIGHT = frozenset(Right)
"""Rights were the register's to ask for; headquarters books what happened."""


def order_named(document: TransactionDocument | FulfilmentDocument) -> tuple[str, bool]:
    """The id of the order a document is about, and whether that order has to exist already; "" for none.

    A return of a plain sale is about that sale, which is no order.
    """
    if isinstance(document, FulfilmentDocument):
        return document.order, True
    if document.order is not None:
        return document.order.id, document.order.based_on > 0
    act = document.act
    return (act.id, True) if act is not None and act.about == "order" else ("", False)


def sale_named(document: TransactionDocument | FulfilmentDocument) -> str:
    """The id of the plain sale that goods came back of; "" for none."""
    act = document.act if isinstance(document, TransactionDocument) else None
    return act.id if act is not None and act.about == "sale" else ""


def post_transaction(session: Session, document: TransactionDocument, at: str) -> Transaction:
    """Book a transaction and what it makes of its order; booked already, it is left as it is."""
    known = session.scalars(select(Transaction).where(Transaction.uuid == document.id)).first()
    if known is not None:
        return known
    about, sale = order_named(document)[0], sale_named(document)
    booked = Transaction(
        uuid=document.id, register=document.register_name, store=document.store, epoch=document.epoch,
        number=document.number, receipt_number=document.receipt_number, type=document.type,
        business_date=document.business_date, made_at=document.made_at, user=document.user,
        currency=document.currency, customer_uuid=document.customer.id if document.customer else None,
        customer_name=document.customer.name if document.customer else "", total_minor=document.total_minor,
        paid_minor=document.paid_minor, order_uuid=about or sale or None,
    )  # fmt: skip
    session.add(booked)
    session.flush()
    if about:
        _post_order(session, document, about, at)
    if sale:
        _post_return(session, document, sale, at)
    return booked


def post_fulfilment(session: Session, document: FulfilmentDocument, at: str) -> None:
    """Take the steps of a store on its order; steps that no longer fit open a case, and nothing of them is taken.

    Either way the order knows of them, so that the store sees how it stands here.
    """
    row = find_order(session, document.order)
    if row is None:
        raise ValueError(f"order {document.confirmation_number} is not in the books")
    before = state_of(row)
    try:
        after = fulfilled(before, document, _check(session, before, document))
    except RuleBroken as misfit:
        after = replace(before, acts=(*before.acts, document.id))
        words = f"{before.reference}: a step of {document.store} does not fit any more. {misfit}"
        open_case(session, "order", document.id, words, at)
    keep_order(session, row, after)


def _post_order(session: Session, document: TransactionDocument, about: str, at: str) -> None:
    row = find_order(session, about)
    settings = settings_of_store(session, document.store)
    before = None if row is None else state_of(row)
    applied = order_after(document, before, manual_accept=settings.manual_accept)
    keep_order(session, row, applied.order)
    if applied.misfits:
        words = f"{applied.order.reference}, receipt {document.receipt_number}: {' '.join(applied.misfits)}"
        open_case(session, "order", document.id, words, at)


def _post_return(session: Session, document: TransactionDocument, sale: str, at: str) -> None:
    """Book what came back of a plain sale as a credit invoice that is linked to it; what does not fit opens a case."""
    before = sale_as_it_stands(session, sale)
    if before is None:
        raise ValueError(f"the sale {sale} is not in the books")
    applied = order_after(document, before)
    keep_sale(session, applied.order)
    if applied.misfits:
        words = f"{before.reference}, receipt {document.receipt_number}: {' '.join(applied.misfits)}"
        open_case(session, "return", document.id, words, at)


def _check(session: Session, order: OrderState, document: FulfilmentDocument) -> Check:
    settings = settings_of_store(session, document.store)
    today = datetime.fromisoformat(document.made_at).date()
    facts = order_facts(order, settings, today, rights=EVERY_RIGHT)

    def check(order: OrderState, line: OrderLine, action: Action) -> None:
        line_verdict(facts, line_facts(line), action).check()

    return check
