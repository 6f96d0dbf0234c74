"""Who this headquarters is, and the numbers it gives: its tenant, its incarnation, its series."""

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.base import Base, BigKey

ACCOUNTS = "account"
SALES_ORDERS = "sales order"
INVOICES = "invoice"
CREDITS = "credit invoice"
KEYED_ORDERS = "keyed order"
_FIRST = {ACCOUNTS: 10001}


class Installation(Base):
    """The one row made with the database. A restored or rebuilt database is told apart by its incarnation, which it has
    since `lives_since`.

    Registers are told the `secret`; of the `token_secret`, which makes the next token out of one, nobody is told.
    """

    __tablename__ = "installations"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[str]
    incarnation: Mapped[str]
    secret: Mapped[str]
    token_secret: Mapped[str]
    made_at: Mapped[str]
    lives_since: Mapped[str] = mapped_column(server_default="")


class Series(Base):
    """The last number given in each series; taken in the unit of work that uses it, so that none is skipped."""

    __tablename__ = "series"

    name: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(BigKey)


def ensure_installation(session: Session, incarnation: str, at: str) -> None:
    """Make the one row if this database is new."""
    if session.scalar(select(Installation.id)) is None:
        session.add(Installation(
            tenant="kassa", incarnation=incarnation, secret=secrets.token_hex(32),
            token_secret=secrets.token_hex(32), made_at=at))  # fmt: skip


def begin_new_life(session: Session, incarnation: str, at: str) -> None:
    """Say to every register that this database is an older one, by another incarnation in every reply."""
    row = installation(session)
    row.incarnation, row.lives_since = incarnation, at


def installation(session: Session) -> Installation:
    """The one row."""
    return session.scalars(select(Installation)).one()


def next_number(session: Session, series: str) -> int:
    """The next number of a series; the row stays locked until the unit of work ends."""
    return take_numbers(session, series, 1)


def take_numbers(session: Session, series: str, count: int) -> int:
    """Take so many numbers of a series; the first of them, the others follow it without a gap."""
    row = _series(session, series)
    first = row.last + 1
    row.last += count
    return first


class Numbers:
    """The next numbers of several series in one unit of work; each series is locked when it is first needed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._series: dict[str, Series] = {}

    def next(self, series: str) -> int:
        """The next number of this series."""
        if series not in self._series:
            self._series[series] = _series(self._session, series)
        row = self._series[series]
        row.last += 1
        return row.last


def pass_over(session: Session, series: str, number: int) -> None:
    """Give no number of this series up to this one any more: it came from elsewhere and is taken."""
    row = _series(session, series)
    row.last = max(row.last, number)


def _series(session: Session, name: str) -> Series:
    row = session.get(Series, name, with_for_update=True)
    if row is None:
        row = Series(name=name, last=_FIRST.get(name, 1) - 1)
        session.add(row)
    return row
