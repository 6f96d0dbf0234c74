"""Finding customers among a million while somebody waits: each way by an index, and on request by any word."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from headquarters.customers.models import Customer, LoyaltyCard
from headquarters.customers.search import is_gone

FOUND_MAX = 50
NEWEST = 20
_LAST = "\U0010ffff"
"""Behind everything that a text can go on with."""


def found_customers(session: Session, text: str) -> Sequence[Customer]:
    """The customers with this account, e-mail, phone or loyalty card, and those whose name begins so."""
    typed = text.strip()
    if not typed:
        return []
    carded = select(LoyaltyCard.customer_id).where(LoyaltyCard.number == "".join(typed.split()).upper())
    ways: list[ColumnElement[bool]] = [
        Customer.account == typed, Customer.uuid == typed, Customer.phone == typed, Customer.id.in_(carded),
        Customer.email.in_({typed, typed.lower()}),
        *[_begins(Customer.name, each) for each in dict.fromkeys((typed, typed.title(), typed.capitalize()))],
    ]  # fmt: skip
    found: dict[int, Customer] = {}
    for way in ways:
        rows = session.scalars(select(Customer).where(way).limit(FOUND_MAX - len(found)))
        found |= {row.id: row for row in rows}
        if len(found) >= FOUND_MAX:
            break
    return list(found.values())


def newest_customers(session: Session) -> Sequence[Customer]:
    """Those who came last, for whoever has not typed anything."""
    stands = Customer.merged_into.is_(None) & ~is_gone()
    return session.scalars(select(Customer).where(stands).order_by(Customer.id.desc()).limit(NEWEST)).all()


def _begins(column: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
    return (column >= text) & (column < text + _LAST)
