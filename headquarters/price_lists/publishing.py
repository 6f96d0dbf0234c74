"""What waits of price lists, and telling registers of it: of a list a statement for each store it is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, delete, false, func, select, true, update
from sqlalchemy.orm import Session

from headquarters.base import table_of
from headquarters.feeds.models import EVERYBODY
from headquarters.importing.engines import json_flag, object_of
from headquarters.importing.publishing import publish_gone, publish_rows
from headquarters.office.audit import note
from headquarters.price_lists.models import ListPrice, PriceList

SHOWN_MAX = 10
FEED = "list_prices"
_PRICES = table_of(ListPrice)
_COLUMNS = _PRICES.c


@dataclass(frozen=True, slots=True)
class ListChange:
    """What waits of one list: its stores, how many of its prices are new, other ones or out, and the first of them."""

    row: PriceList
    before: tuple[str, ...]
    stores: tuple[str, ...]
    new: int
    changed: int
    out: int
    shown: tuple[ListPrice, ...]


def scopes_of(row: PriceList) -> list[str]:
    """By which scopes of the feed registers are to be told of a list."""
    return sorted(set(row.stores)) or [EVERYBODY]


def list_changes(session: Session) -> list[ListChange]:
    """What waits, list by list; lists of which nothing waits are left out."""
    found = []
    for row in session.scalars(select(PriceList).order_by(PriceList.code)):
        waiting = _waiting(row.code)
        is_new, is_out = ListPrice.told_minor.is_(None), ListPrice.price_minor.is_(None)
        new = _count(session, row.code, is_new)
        out = _count(session, row.code, is_out)
        changed = _count(session, row.code, ~is_new, ~is_out)
        if not (new or out or changed) and row.told == scopes_of(row):
            continue
        shown = session.scalars(
            select(ListPrice).where(*waiting).order_by(ListPrice.id).limit(SHOWN_MAX)
        ).all()
        found.append(ListChange(row, tuple(row.told), tuple(scopes_of(row)), new, changed, out, tuple(shown)))
    return found


def said_of(changes: Sequence[ListChange]) -> list[object]:
    """What tells this change set of lists from another."""
    return [[each.row.code, each.row.version, each.stores] for each in changes]


def publish_lists(session: Session, changes: Sequence[ListChange], who: str, at: str) -> None:
    """Tell registers of what waits of these lists."""
    for change in changes:
        row, told, wanted = change.row, set(change.before), set(change.stores)
        for scope in sorted(told - wanted):
            _say_gone(session, scope, row.code, _COLUMNS.told_minor.is_not(None))
        for scope in sorted(told & wanted):
            _say_gone(
                session, scope, row.code, _COLUMNS.waits, _COLUMNS.price_minor.is_(None),
                _COLUMNS.told_minor.is_not(None),
            )  # fmt: skip
            _say(session, scope, row.code, _COLUMNS.waits)
        for scope in sorted(wanted - told):
            _say(session, scope, row.code)
        _settle(session, row.code)
        row.told = list(change.stores)
        counts = {"new": change.new, "changed": change.changed, "out": change.out}
        note(
            session, who, at, "publish", "price list", row.code,
            {"stores": _named(change.before)}, {"stores": _named(change.stores)} | counts,
        )  # fmt: skip


def _named(scopes: Sequence[str]) -> str:
    return ", ".join([each or "*" for each in scopes])


def _say(session: Session, scope: str, code: str, *where: ColumnElement[bool]) -> None:
    columns = _COLUMNS
    value = object_of(
        "list", columns.list, "number", columns.number, "price_minor", columns.price_minor, "unit", columns.unit,
        "starts", columns.starts, "ends", columns.ends,
        "of_store", json_flag(false() if scope == EVERYBODY else true()),
    )  # fmt: skip
    rows = _of(code, columns.price_minor.is_not(None), *where)
    publish_rows(session.connection(), FEED, _key(), value, rows, scope)


def _say_gone(session: Session, scope: str, code: str, *where: ColumnElement[bool]) -> None:
    publish_gone(session.connection(), FEED, _key(), _of(code, *where), scope)


def _key() -> ColumnElement[str]:
    columns = _COLUMNS
    return columns.number.concat("/").concat(columns.list).concat("/").concat(columns.unit).concat("/").concat(
        columns.starts
    )  # fmt: skip


def _of(code: str, *where: ColumnElement[bool]) -> Select[tuple[int]]:
    return select(_COLUMNS.id).where(_COLUMNS.list == code, *where).order_by(_COLUMNS.id)


def _settle(session: Session, code: str) -> None:
    """What was set up is what was told."""
    waiting = _waiting(code)
    session.execute(delete(ListPrice).where(*waiting, ListPrice.price_minor.is_(None)))
    session.execute(
        update(ListPrice)
        .where(*waiting)
        .values(told_minor=ListPrice.price_minor, told_ends=ListPrice.ends, waits=False)
    )


def _waiting(code: str) -> tuple[ColumnElement[bool], ...]:
    return ListPrice.list == code, and_(ListPrice.waits)


def _count(session: Session, code: str, *where: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(ListPrice).where(*_waiting(code), *where)
    return session.scalar(query) or 0
