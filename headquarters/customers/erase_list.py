"""Erasing for good: in the books, from the pages of their file, and on a list beside them that outlives a backup.

Books that are put back from a backup know again who was erased since. The file has ids alone, and whoever keeps backups
keeps it apart from them; the job *Erase customers* erases again whoever stands in it and not in the books' own list.
"""

import os
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.customers.erasing import erase, erased_among, what_blocks
from headquarters.customers.models import Customer
from headquarters.office.audit import note
from headquarters.office.refusals import OfficeRefusal, refuse
from retail.messages import SPACES, listed

FILE = "erased-customers.txt"
AGAIN = "erased before this backup was put back"
_AT_ONCE = 200


def erase_customer(headquarters: Headquarters, row: int, who: str, reason: str) -> None:
    """Erase one customer, with everybody merged into them, for a reason that somebody gave.

    Raises:
        Refusal: there is none (404), no reason was given (422), or something stands in the way (409).
    """
    if not reason:
        raise refuse(422, "Say why this customer is erased; name nobody.")
    with headquarters.database.writing() as session:
        customer = session.get(Customer, row) if 0 < row < 2**31 else None
        if customer is None:
            raise refuse(404, "There is no such customer. Go back to the list.")
        blocks = what_blocks(session, customer, headquarters.clock.now().date())
        if blocks:
            raise OfficeRefusal(409, listed(blocks, SPACES))
        note(session, who, headquarters.now(), "erase", "customer", customer.uuid, {}, {"reason": reason})
        gone = erase(session, [customer], who, reason, headquarters.now())
    make_sure(headquarters, gone)


def erase_some(
    headquarters: Headquarters, rows: Sequence[int], who: str, reason: str, today: date
) -> tuple[int, int]:
    """Erase those of these customers whom nothing blocks, in one commit: how many were, and how many stay."""
    with headquarters.database.writing() as session:
        customers = session.scalars(select(Customer).where(Customer.id.in_(rows))).all()
        free = [each for each in customers if not what_blocks(session, each, today)]
        for each in free:
            note(session, who, headquarters.now(), "erase", "customer", each.uuid, {}, {"reason": reason})
        gone = erase(session, free, who, reason, headquarters.now()) if free else []
    if gone:
        make_sure(headquarters, gone)
    return len(free), len(rows) - len(free)


def erase_again(headquarters: Headquarters) -> int:
    """Erase whoever was erased before these books were put back from a backup; how many that were."""
    with headquarters.database.reading() as session:
        back = _back(session, _listed(headquarters))
    for start in range(0, len(back), _AT_ONCE):
        with headquarters.database.writing() as session:
            customers = session.scalars(
                select(Customer).where(Customer.uuid.in_(back[start : start + _AT_ONCE]))
            ).all()
            erase(session, customers, "headquarters", AGAIN, headquarters.now())
    if back:
        headquarters.database.forget_pages()
    return len(back)


def make_sure(headquarters: Headquarters, gone: Sequence[str]) -> None:
    """Put these on the list, and let nothing of them be left in the pages."""
    with os.fdopen(
        os.open(headquarters.folder / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a"
    ) as file:
        file.writelines(f"{each}\n" for each in gone)
        file.flush()
        os.fsync(file.fileno())
    headquarters.database.forget_pages()


def _back(session: Session, ids: set[str]) -> list[str]:
    """Those of these ids that are customers of the books and not erased there."""
    found: set[str] = set()
    for start in range(0, len(ids), _AT_ONCE):
        some = sorted(ids)[start : start + _AT_ONCE]
        known = session.scalars(select(Customer.uuid).where(Customer.uuid.in_(some)))
        found |= set(known) - erased_among(session, some)
    return sorted(found)


def _listed(headquarters: Headquarters) -> set[str]:
    file = headquarters.folder / FILE
    return set(file.read_text(encoding="ascii").split()) if file.exists() else set()
