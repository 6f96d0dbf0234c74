"""How many rows there are, counted up to a bound: nobody waits for a count of millions."""

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy.orm import Session

from headquarters.base import Base
from retail.messages import Message, say

MANY = 10_000


def counted(session: Session, table: type[Base], *where: ColumnElement[bool]) -> Message | int:
    """How many rows of a table there are, as a page says it."""
    some = select(literal(1)).select_from(table).where(*where).limit(MANY + 1).subquery()
    count = session.scalar(select(func.count()).select_from(some)) or 0
    return say("more than {many}", many=MANY) if count > MANY else count
