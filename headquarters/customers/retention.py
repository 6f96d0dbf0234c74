"""How long customers are kept who buy nothing: so many days, as an administrator says; nobody is erased until then."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from headquarters.context import Headquarters
from headquarters.customers.erase_list import erase_again, erase_some
from headquarters.customers.models import Customer, Erasure, Retention
from headquarters.jobs.progress import Progress
from headquarters.orders.models import Order, Transaction

DAYS_MIN, DAYS_MAX = 30, 36_500
"""Less than a month would erase who is waiting for goods that come back."""
_AT_ONCE = 100


def days_kept(session: Session) -> int | None:
    """After how many days without a transaction a customer is erased; None where nobody is."""
    return session.scalar(select(Retention.days))


def keep_days(session: Session, days: int | None) -> None:
    """From now on customers are kept so long."""
    for row in session.scalars(select(Retention)):
        session.delete(row)
    session.flush()
    if days is not None:
        session.add(Retention(days=days))


def count_due(session: Session, days: int, today: date) -> int:
    """How many customers have had no transaction for so many days: the job would erase those whom nothing blocks."""
    query = select(func.count()).select_from(Customer).where(*_due(days, today))
    return session.scalar(query) or 0


def erase_due(headquarters: Headquarters, progress: Progress) -> tuple[int, int]:
    """Erase whoever has had no transaction for longer than is said: how many were, and how many something blocks."""
    erased, blocked, last = erase_again(headquarters), 0, 0
    today = headquarters.clock.now().date()
    with headquarters.database.reading() as session:
        days = days_kept(session)
    while days is not None:
        with headquarters.database.reading() as session:
            query = select(Customer.id).where(*_due(days, today), Customer.id > last).order_by(Customer.id)
            rows = session.scalars(query.limit(_AT_ONCE)).all()
        if not rows:
            break
        last = rows[-1]
        done, stay = erase_some(headquarters, rows, "headquarters", f"no transaction for {days} days", today)
        erased, blocked = erased + done, blocked + stay
        progress.add(done, 0)
    return erased, blocked


def _due(days: int, today: date) -> list[ColumnElement[bool]]:
    """Neither they nor anybody who was merged into them was made, bought or ordered anything since."""
    since = today - timedelta(days=days)
    first = since.isoformat()
    merged = aliased(Customer)
    them = select(merged.uuid).where((merged.id == Customer.id) | (merged.merged_into == Customer.uuid))
    ids = select(merged.id).where((merged.id == Customer.id) | (merged.merged_into == Customer.uuid))
    bought = select(Transaction.id).where(
        Transaction.customer_uuid.in_(them), Transaction.business_date >= since
    )
    ordered = select(Order.id).where(Order.customer_id.in_(ids), Order.made_at >= first)
    return [
        Customer.merged_into.is_(None),
        Customer.made_at < first,
        ~select(Erasure.id).where(Erasure.customer == Customer.uuid).exists(),
        ~bought.exists(),
        ~ordered.exists(),
    ]
