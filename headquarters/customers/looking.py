"""Looking for duplicates, as a job: it reads every customer once, and whoever opens the page reads what it found."""

from typing import NamedTuple

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.customers.duplicates import (
    Pair,
    are_apart,
    countries_of_origin,
    find_duplicates,
    pair_of,
)
from headquarters.customers.models import Customer, CustomersAlike, DuplicateLook

PAIRS_SHOWN = 50


class Look(NamedTuple):
    """When it was looked last, None for never, and the pairs that were found and still stand."""

    looked_at: str | None
    pairs: list[Pair]


def look_for_duplicates(headquarters: Headquarters) -> int:
    """Look through all customers, and keep the pairs instead of those found before. Gives back how many."""
    with headquarters.database.reading() as session:
        figure = _figure(session)
        found = [(each.first.id, each.second.id, each.likeness.value) for each in find_duplicates(session)]
    with headquarters.database.writing() as session:
        session.execute(delete(CustomersAlike))
        session.execute(delete(DuplicateLook))
        session.add_all(
            CustomersAlike(first_id=first, second_id=second, likeness=what) for first, second, what in found
        )
        session.add(DuplicateLook(looked_at=headquarters.now(), figure=figure))
    return len(found)


def is_looked_through(session: Session) -> bool:
    """Nothing of any customer has changed since the last look."""
    return session.scalar(select(DuplicateLook.figure)) == _figure(session)


def last_look(session: Session) -> Look:
    """What the last look found, as it stands now: of the merged the one that stays, without those told apart. Of very
    many the first: each that is decided makes room for another.
    """
    found: dict[tuple[int, int], Pair] = {}
    countries = countries_of_origin(session)
    rows = session.scalars(select(CustomersAlike).order_by(CustomersAlike.id))
    for row in rows:
        if len(found) == PAIRS_SHOWN:
            rows.close()
            break
        pair = pair_of(_standing(session, row.first_id), _standing(session, row.second_id), countries)
        if pair is not None and not are_apart(session, pair.first.uuid, pair.second.uuid):
            found.setdefault((pair.first.id, pair.second.id), pair)
    return Look(session.scalar(select(DuplicateLook.looked_at)), list(found.values()))


def _standing(session: Session, row: int) -> Customer:
    customer = session.get_one(Customer, row)
    if customer.merged_into is None:
        return customer
    return session.scalars(select(Customer).where(Customer.uuid == customer.merged_into)).one()


def _figure(session: Session) -> str:
    """Another text as soon as a customer is new, changed or merged."""
    counts = (
        func.count(),
        func.max(Customer.id),
        func.sum(Customer.version),
        func.count(Customer.merged_into),
    )
    return " ".join(str(each or 0) for each in session.execute(select(*counts).select_from(Customer)).one())
