"""Plain sales as far as goods come back of them: how one stands, and the credit invoices of its returns."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.feeds.service import publish
from headquarters.installation import CREDITS, next_number
from headquarters.orders.invoicing import invoice_row
from headquarters.orders.models import ReturnedSale, Transaction
from headquarters.rows import Row
from headquarters.uploads.models import KeptDocument
from retail.orders.ledger import InvoiceKind
from retail.orders.order import OrderState
from retail.orders.selling import SELLING, sells, sold
from retail.wire.orders import order_of, order_values
from retail.wire.uploads import TransactionDocument


def sale_as_it_stands(session: Session, uuid: str) -> OrderState | None:
    """The plain sale with this id and what came back of it; None where no such sale is in the books.

    Its number here is its receipt's: that is what people have in hand.
    """
    known = _row(session, uuid)
    if known is not None:
        return order_of(known.state)
    booked = session.scalars(select(Transaction).where(Transaction.uuid == uuid)).first()
    if booked is None or booked.type not in SELLING:
        return None
    kept = session.scalars(select(KeptDocument).where(KeptDocument.uuid == uuid)).first()
    return None if kept is None else sold_here(TransactionDocument.read(kept.posted_text))


def sold_here(document: TransactionDocument) -> OrderState | None:
    """What a transaction sold over the counter, by the number of its receipt; None where it sold nothing so."""
    return replace(sold(document), number=document.receipt_number) if sells(document) else None


def sales_with_receipt(session: Session, number: str) -> list[OrderState]:
    """The plain sales with this number on their receipt, the newest first: a register set up anew begins again."""
    query = (
        select(Transaction.uuid)
        .where(Transaction.receipt_number.in_({number, number.upper()}), Transaction.type.in_(SELLING))
        .order_by(Transaction.id.desc())
    )
    found = [sale_as_it_stands(session, uuid) for uuid in session.scalars(query)]
    return [each for each in found if each is not None]


def keep_sale(session: Session, state: OrderState) -> list[Row]:
    """Keep how a sale stands after goods of it came back, with a number of ours for each credit invoice: the rows of
    the new ones in the book of invoices are given back.

    The registers of the store that sold them are told, so that each knows what of it is back, also offline.
    """
    invoices = tuple(
        [
            replace(each, number=f"CRN-{next_number(session, CREDITS):06d}")
            if each.kind is InvoiceKind.RETURN and not each.number
            else each
            for each in state.invoices
        ]
    )
    row = _row(session, state.id) or ReturnedSale(
        uuid=state.id, receipt_number=state.confirmation_number, store=state.store
    )
    numbered = replace(state, invoices=invoices)
    row.state = order_values(numbered)
    session.add(row)
    session.flush()
    publish(session, "orders", {state.id: row.state}, scope=state.store)
    known = {each.number for each in state.invoices}
    return [invoice_row(numbered, each) for each in invoices if each.number and each.number not in known]


def _row(session: Session, uuid: str) -> ReturnedSale | None:
    return session.scalars(select(ReturnedSale).where(ReturnedSale.uuid == uuid)).first()
